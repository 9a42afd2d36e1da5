// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/fields.h"

#include <QStringList>

namespace holdfast::contract {

// Computed at the time of asking, never stored.
enum class UserStatus
{
    Active,
    Locked,
    Disabled,
    NotYetValid,
    Ended
};
template <>
struct EnumNames<UserStatus>
{
    static constexpr std::array names {
        std::pair {UserStatus::Active, "active"},     std::pair {UserStatus::Locked, "locked"},
        std::pair {UserStatus::Disabled, "disabled"}, std::pair {UserStatus::NotYetValid, "notYetValid"},
        std::pair {UserStatus::Ended, "ended"},
    };
};

// A free attribute, such as a personnel number.
struct UserAttribute
{
    QString name;
    QString value;
    bool operator==(const UserAttribute&) const = default;

    static constexpr auto typeName = "UserAttribute";
    static constexpr auto fields()
    {
        return fieldList(
            field("name", &UserAttribute::name, "Unique for the person regardless of case.").length(1, 64),
            field("value", &UserAttribute::value, "Free text.").length(0, 512));
    }
};

inline constexpr qsizetype mostAliases = 20;
inline constexpr qsizetype mostAttributes = 32;

// A person who signs in. `id` is opaque.
struct User
{
    QString id;
    QString name;
    QString displayName;
    QString email;
    QString phone;
    QString notes;
    QStringList aliases {};
    std::vector<UserAttribute> attributes {};
    QString domain;
    bool enabled {};
    bool administrator {};
    UserStatus status {};
    std::optional<Timestamp> lockedUntil;
    std::optional<Timestamp> startsAt;
    std::optional<Timestamp> endsAt;
    int tokenCount {};
    std::optional<Timestamp> lastLogonAt;
    Timestamp createdAt {};
    Timestamp updatedAt {};
    qint64 version {};

    static constexpr auto typeName = "User";
    static constexpr auto fields()
    {
        return fieldList(
            field("id", &User::id, "Opaque identifier."),
            field("name", &User::name, "Logon name, unique regardless of case."),
            field("displayName", &User::displayName, "Name shown to people; may be empty."),
            field("email", &User::email, "E-mail address; may be empty."),
            field("phone", &User::phone, "Telephone number; may be empty."),
            field("notes", &User::notes, "Free text of the administrators.").length(0, 4000),
            field("aliases", &User::aliases, "Other names of the same account.").orDefault(),
            field("attributes", &User::attributes, "Free attributes.").orDefault(),
            field("domain", &User::domain, "Path of the security domain, such as /Sales/EMEA."),
            field("enabled", &User::enabled, "False: may not sign in."),
            field("administrator", &User::administrator, "Whether any administrative role is assigned."),
            field("status", &User::status, "Computed from enabled, the dates and the lockout policy."),
            field("lockedUntil", &User::lockedUntil,
                  "When a lock ends by itself; absent when an administrator must unlock."),
            field("startsAt", &User::startsAt, "Before it the person may not sign in."),
            field("endsAt", &User::endsAt, "From it on the person may not sign in."),
            field("tokenCount", &User::tokenCount, "Tokens assigned."),
            field("lastLogonAt", &User::lastLogonAt, "Last successful authentication."),
            field("createdAt", &User::createdAt, "When the account was made."),
            field("updatedAt", &User::updatedAt, "Last change by an administrator."),
            field("version", &User::version, "Rises with each change; the ETag."));
    }
};

// POST /users.
struct UserCreate
{
    QString name;
    std::optional<QString> domain;
    std::optional<QString> displayName;
    std::optional<QString> email;
    std::optional<QString> phone;
    std::optional<QString> notes;
    std::optional<QStringList> aliases {};
    std::optional<std::vector<UserAttribute>> attributes {};
    std::optional<bool> enabled;
    std::optional<Timestamp> startsAt;
    std::optional<Timestamp> endsAt;

    static constexpr auto typeName = "UserCreate";
    static constexpr auto fields()
    {
        return fieldList(
            field("name", &UserCreate::name, "Logon name, unique regardless of case; no spaces at the ends.")
                .length(1, 255),
            field("domain", &UserCreate::domain, "Path of the security domain; the root by default.")
                .length(1, 1024),
            field("displayName", &UserCreate::displayName, "Name shown to people.").length(0, 255),
            field("email", &UserCreate::email, "E-mail address.").length(0, 254),
            field("phone", &UserCreate::phone, "Telephone number.").length(0, 64),
            field("notes", &UserCreate::notes, "Free text.").length(0, 4000),
            field("aliases", &UserCreate::aliases,
                  "Other names of the same account; nobody else has them as name or alias.")
                .length(0, mostAliases),
            field("attributes", &UserCreate::attributes, "Free attributes.").length(0, mostAttributes),
            field("enabled", &UserCreate::enabled, "True by default."),
            field("startsAt", &UserCreate::startsAt, "Before it the person may not sign in."),
            field("endsAt", &UserCreate::endsAt, "From it on the person may not sign in."));
    }
};

// PATCH /users/{id}: what is absent stays.
struct UserUpdate
{
    std::optional<QString> name;
    std::optional<QString> domain;
    std::optional<QString> displayName;
    std::optional<QString> email;
    std::optional<QString> phone;
    std::optional<QString> notes;
    std::optional<QStringList> aliases {};
    std::optional<std::vector<UserAttribute>> attributes {};
    Change<Timestamp> startsAt;
    Change<Timestamp> endsAt;

    static constexpr auto typeName = "UserUpdate";
    static constexpr auto fields()
    {
        return fieldList(
            field("name", &UserUpdate::name, "Logon name, unique regardless of case.").length(1, 255),
            field("domain", &UserUpdate::domain, "Path of the security domain.").length(1, 1024),
            field("displayName", &UserUpdate::displayName, "Name shown to people.").length(0, 255),
            field("email", &UserUpdate::email, "E-mail address.").length(0, 254),
            field("phone", &UserUpdate::phone, "Telephone number.").length(0, 64),
            field("notes", &UserUpdate::notes, "Free text.").length(0, 4000),
            field("aliases", &UserUpdate::aliases,
                  "Other names of the same account; nobody else has them as name or alias.")
                .length(0, mostAliases),
            field("attributes", &UserUpdate::attributes, "Free attributes.").length(0, mostAttributes),
            field("startsAt", &UserUpdate::startsAt, "Null: at once."),
            field("endsAt", &UserUpdate::endsAt, "Null: without end."));
    }
};

} // namespace holdfast::contract
