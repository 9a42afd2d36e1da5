// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/policy.h"

namespace holdfast::contract {

// Where a domain takes a policy of one type from.
enum class PolicySource
{
    Inherit,
    Own,
    Default
};
template <>
struct EnumNames<PolicySource>
{
    static constexpr std::array names {
        std::pair {PolicySource::Inherit, "inherit"},
        std::pair {PolicySource::Own, "own"},
        std::pair {PolicySource::Default, "default"},
    };
};

// What a domain says about one policy type, and what follows from it.
struct PolicyBinding
{
    PolicySource source {};
    std::optional<QString> policyId;
    PolicyOrigin effective {};

    static constexpr auto typeName = "PolicyBinding";
    static constexpr auto fields()
    {
        return fieldList(field("source", &PolicyBinding::source,
                               "inherit: the parent's; own: policyId; default: always the default."),
                         field("policyId", &PolicyBinding::policyId, "The own policy, with source own."),
                         field("effective", &PolicyBinding::effective, "Which policy applies, and why."));
    }
};

// A node of the tree that owns users, tokens and policies.
struct SecurityDomain
{
    QString id;
    QString name;
    QString path;
    std::optional<QString> parentId;
    int userCount {};
    int tokenCount {};
    PolicyBinding lockout {};
    PolicyBinding token {};
    PolicyBinding offline {};
    qint64 version {};

    static constexpr auto typeName = "SecurityDomain";
    static constexpr auto fields()
    {
        return fieldList(
            field("id", &SecurityDomain::id, "Opaque identifier."),
            field("name", &SecurityDomain::name, "Name among its siblings; empty for the root."),
            field("path", &SecurityDomain::path, "Path from the root, such as /Sales/EMEA; / for the root."),
            field("parentId", &SecurityDomain::parentId, "Absent for the root."),
            field("userCount", &SecurityDomain::userCount, "People directly in it."),
            field("tokenCount", &SecurityDomain::tokenCount, "Tokens directly in it."),
            field("lockout", &SecurityDomain::lockout, "Lockout policy."),
            field("token", &SecurityDomain::token, "Token policy."),
            field("offline", &SecurityDomain::offline, "Offline policy."),
            field("version", &SecurityDomain::version, "Rises with each change; the ETag."));
    }
};

// POST /domains. The new domain inherits every policy.
struct DomainCreate
{
    QString name;
    std::optional<QString> parent;

    static constexpr auto typeName = "DomainCreate";
    static constexpr auto fields()
    {
        return fieldList(
            field("name", &DomainCreate::name, "Name among its siblings; no slash.").length(1, 128),
            field("parent", &DomainCreate::parent, "Path of the parent; the root by default.")
                .length(1, 1024));
    }
};

// Which policy a domain is to take.
struct PolicyChoice
{
    PolicySource source {};
    std::optional<QString> policyId;

    static constexpr auto typeName = "PolicyChoice";
    static constexpr auto fields()
    {
        return fieldList(field("source", &PolicyChoice::source, "inherit, own or default."),
                         field("policyId", &PolicyChoice::policyId, "With source own.").length(1, 64));
    }
};

// PATCH /domains/{id}.
struct DomainUpdate
{
    std::optional<QString> name;
    std::optional<QString> parent {};
    std::optional<PolicyChoice> lockout;
    std::optional<PolicyChoice> token;
    std::optional<PolicyChoice> offline;

    static constexpr auto typeName = "DomainUpdate";
    static constexpr auto fields()
    {
        return fieldList(field("name", &DomainUpdate::name, "Name among its siblings.").length(1, 128),
                         field("parent", &DomainUpdate::parent,
                               "Path of the domain to move below, with everything in it; see preview-move.")
                             .length(1, 1024),
                         field("lockout", &DomainUpdate::lockout, "Lockout policy."),
                         field("token", &DomainUpdate::token, "Token policy."),
                         field("offline", &DomainUpdate::offline, "Offline policy."));
    }
};

} // namespace holdfast::contract
