// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/fields.h"
#include "services/contract/permission.h"

namespace holdfast::contract {

// Who is signed in, and what they may do.
struct Administrator
{
    QString userId;
    QString name;
    QString displayName;
    std::vector<RoleAssignment> roles;
    std::vector<Permission> permissions;
    std::vector<Permission> everywhere {};

    static constexpr auto typeName = "Administrator";
    static constexpr auto fields()
    {
        return fieldList(
            field("userId", &Administrator::userId,
                  "The account; empty for the local owner before the first run is complete."),
            field("name", &Administrator::name, "Logon name."),
            field("displayName", &Administrator::displayName, "Shown name; may be empty."),
            field("roles", &Administrator::roles, "Roles with their scopes."),
            field("permissions", &Administrator::permissions, "What any of the roles permits somewhere."),
            field("everywhere", &Administrator::everywhere, "Of these, what is permitted in all domains.")
                .orDefault());
    }
};

// POST /sessions.
struct SessionCreate
{
    QString name;
    Secret password;
    std::optional<Secret> passcode;
    std::optional<Secret> newPin;

    static constexpr auto typeName = "SessionCreate";
    static constexpr auto fields()
    {
        return fieldList(
            field("name", &SessionCreate::name, "Logon name.").length(1, 255),
            field("password", &SessionCreate::password, "Password.").length(1, 1024),
            field("passcode", &SessionCreate::passcode,
                  "Passcode, where the account asks for one (passcode_required).")
                .length(1, 64),
            field("newPin", &SessionCreate::newPin,
                  "The PIN to set, where the token asks for one (new_pin_required), with its next code.")
                .length(1, 64));
    }
};

// POST /local-sessions: the embedded service's owner, by the secret handed over the pipe.
struct LocalSessionCreate
{
    Secret secret;

    static constexpr auto typeName = "LocalSessionCreate";
    static constexpr auto fields()
    {
        return fieldList(
            field("secret", &LocalSessionCreate::secret, "The secret, as handed over.").length(32, 128));
    }
};

// A session; the token is shown this once.
struct Session
{
    Secret token;
    Timestamp expiresAt {};
    Administrator administrator {};
    bool firstRun {};
    int idleLockMinutes = 0;

    static constexpr auto typeName = "Session";
    static constexpr auto fields()
    {
        return fieldList(
            field("token", &Session::token, "For `Authorization: Bearer`."),
            field(
                "expiresAt", &Session::expiresAt,
                "When it ends if it is not used; every request moves it, up to twelve hours from the start."),
            field("administrator", &Session::administrator, "Who is signed in."),
            field("firstRun", &Session::firstRun,
                  "Whether the service still has no administrator: POST /first-run makes one."),
            field("idleLockMinutes", &Session::idleLockMinutes,
                  "After this time without a touch the console covers its window; 0: never.")
                .orDefault());
    }
};

// A line of GET /sessions.
struct SessionEntry
{
    QString id;
    QString userId;
    QString name;
    QString displayName;
    Timestamp createdAt {};
    Timestamp lastSeenAt {};
    Timestamp expiresAt {};
    QString clientAddress;
    bool current {};

    static constexpr auto typeName = "SessionEntry";
    static constexpr auto fields()
    {
        return fieldList(field("id", &SessionEntry::id, "Opaque identifier."),
                         field("userId", &SessionEntry::userId, "Whose it is."),
                         field("name", &SessionEntry::name, "Logon name."),
                         field("displayName", &SessionEntry::displayName, "Shown name; may be empty."),
                         field("createdAt", &SessionEntry::createdAt, "When the person signed in."),
                         field("lastSeenAt", &SessionEntry::lastSeenAt, "Last request, to the minute."),
                         field("expiresAt", &SessionEntry::expiresAt, "When it ends if it is not used."),
                         field("clientAddress", &SessionEntry::clientAddress, "Where the sign-in came from."),
                         field("current", &SessionEntry::current, "The one that asks."));
    }
};

// POST /sessions/current/reauthenticate: the sign-in once more, before a key action.
struct SessionConfirm
{
    std::optional<Secret> password;
    std::optional<Secret> passcode;
    std::optional<Secret> localSecret;

    static constexpr auto typeName = "SessionConfirm";
    static constexpr auto fields()
    {
        return fieldList(
            field("password", &SessionConfirm::password, "Password of whoever is signed in.").length(1, 1024),
            field("passcode", &SessionConfirm::passcode, "Passcode, where the account asks for one.")
                .length(1, 64),
            field("localSecret", &SessionConfirm::localSecret,
                  "In place of both: what was handed to an embedded service.")
                .length(32, 128));
    }
};

// POST /first-run: names the local owner, who becomes Super Administrator.
struct FirstRun
{
    QString name;
    std::optional<QString> displayName;
    std::optional<QString> email;
    std::optional<Secret> password;
    std::optional<QString> organisation;

    static constexpr auto typeName = "FirstRun";
    static constexpr auto fields()
    {
        return fieldList(
            field("name", &FirstRun::name, "Logon name.").length(1, 255),
            field("displayName", &FirstRun::displayName, "Shown name.").length(0, 255),
            field("email", &FirstRun::email, "E-mail address.").length(0, 254),
            field("password", &FirstRun::password,
                  "For use from elsewhere; without one only this desktop signs in.")
                .length(8, 1024),
            field("organisation", &FirstRun::organisation, "Shown in the console's title.").length(0, 128));
    }
};

} // namespace holdfast::contract
