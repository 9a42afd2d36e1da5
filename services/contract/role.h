// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/permission.h"

namespace holdfast::contract {

// A role: predefined, or made of permissions by the administrators.
struct RoleDefinition
{
    QString key;
    QString name;
    QString description;
    bool predefined {};
    int rank {};
    std::vector<Permission> permissions;
    int holders {};
    qint64 version {};

    static constexpr auto typeName = "Role";
    static constexpr auto fields()
    {
        return fieldList(
            field("key", &RoleDefinition::key, "What assignments name: helpDesk, or custom-7."),
            field("name", &RoleDefinition::name, "Unique regardless of case."),
            field("description", &RoleDefinition::description, "What it is for; may be empty."),
            field("predefined", &RoleDefinition::predefined, "Neither edited nor deleted."),
            field("rank", &RoleDefinition::rank,
                  "That of its strongest permission. Nobody acts on an account above their own rank."),
            field("permissions", &RoleDefinition::permissions, "What it permits within its scope."),
            field("holders", &RoleDefinition::holders, "People who have it; only an unused role is deleted."),
            field("version", &RoleDefinition::version, "Rises with each change; the ETag."));
    }
};

// POST /roles and PUT /roles/{key}.
struct RoleEdit
{
    QString name;
    QString description;
    std::vector<Permission> permissions;

    static constexpr auto typeName = "RoleEdit";
    static constexpr auto fields()
    {
        return fieldList(
            field("name", &RoleEdit::name, "Unique regardless of case.").length(1, 128),
            field("description", &RoleEdit::description, "What it is for.").length(0, 1000).orDefault(),
            field("permissions", &RoleEdit::permissions, "What it permits.").length(1, 100));
    }
};

} // namespace holdfast::contract
