// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/fields.h"

namespace holdfast::contract {

enum class BinKind
{
    User,
    Token
};
template <>
struct EnumNames<BinKind>
{
    static constexpr std::array names {
        std::pair {BinKind::User, "user"},
        std::pair {BinKind::Token, "token"},
    };
};

// A deleted person or token.
struct BinEntry
{
    QString id;
    BinKind kind {};
    QString subjectId;
    QString name;
    QString detail;
    QString domain;
    bool domainGone {};
    Timestamp deletedAt {};
    QString deletedBy;
    Timestamp keptUntil {};

    static constexpr auto typeName = "BinEntry";
    static constexpr auto fields()
    {
        return fieldList(
            field("id", &BinEntry::id, "Opaque identifier, of the entry."),
            field("kind", &BinEntry::kind, "What it is."),
            field("subjectId", &BinEntry::subjectId, "Id that the person had, or the serial number."),
            field("name", &BinEntry::name, "Logon name or serial number."),
            field("detail", &BinEntry::detail, "Shown name, or the token's maker; may be empty.").orDefault(),
            field("domain", &BinEntry::domain, "Path of the security domain."),
            field("domainGone", &BinEntry::domainGone,
                  "That domain is there no more: restoring must name another one.")
                .orDefault(),
            field("deletedAt", &BinEntry::deletedAt, "When."),
            field("deletedBy", &BinEntry::deletedBy, "By whom."),
            field("keptUntil", &BinEntry::keptUntil, "When it is deleted for good."));
    }
};

// POST /bin/{id}/restore.
struct BinRestore
{
    std::optional<QString> name;
    std::optional<QString> domain;

    static constexpr auto typeName = "BinRestore";
    static constexpr auto fields()
    {
        return fieldList(
            field("name", &BinRestore::name, "Another logon name, where the old one is taken by now.")
                .length(1, 255),
            field("domain", &BinRestore::domain, "Another domain, where the old one is gone.")
                .length(1, 1024));
    }
};

// What came back.
struct BinRestored
{
    BinKind kind {};
    QString subjectId;
    QString name;
    int tokensGivenBack {};

    static constexpr auto typeName = "BinRestored";
    static constexpr auto fields()
    {
        return fieldList(
            field("kind", &BinRestored::kind, "What it is."),
            field("subjectId", &BinRestored::subjectId, "Id of the person, or the serial number."),
            field("name", &BinRestored::name, "Logon name or serial number."),
            field("tokensGivenBack", &BinRestored::tokensGivenBack,
                  "Of a person: tokens that were still free and are theirs again; their first "
                  "logon asks for a new PIN."));
    }
};

} // namespace holdfast::contract
