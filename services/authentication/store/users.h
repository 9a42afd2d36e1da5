// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/domain/facts.h"
#include "services/authentication/store/bin.h"
#include "services/contract/user.h"
#include "services/storage/connection.h"

#include <vector>

namespace holdfast::authentication {

namespace offlineSets {
struct Voided;
}

// A row of `users` with what a reader wants beside it.
struct UserRow
{
    AccountFacts account {}; // id, name, domain, enabled, dates, failures and lock
    QString displayName;
    QString email;
    QString phone;
    std::optional<contract::Timestamp> phoneChangedAt {}; // nothing: never
    QString phoneChangedBy {}; // logon name
    QString notes;
    QStringList aliases {};
    std::vector<contract::UserAttribute> attributes {};
    contract::Timestamp createdAt {};
    contract::Timestamp updatedAt {};
    qint64 version = 1;

    QString domain; // path
    bool administrator = false; // has any role
    int tokenCount = 0;
};

// `policy` is the lockout policy in effect for the person's domain.
[[nodiscard]] contract::User toUser(const UserRow& row, const contract::LockoutPolicy& policy,
                                    contract::Timestamp now);
// The same, with the policy looked up.
[[nodiscard]] contract::User toUser(storage::Connection& connection, const UserRow& row,
                                    contract::Timestamp now);

} // namespace holdfast::authentication

// Rows of `users`. The caller writes the events and checks rights.
namespace holdfast::authentication::users {

[[nodiscard]] std::optional<UserRow> find(storage::Connection& connection, qint64 id);
[[nodiscard]] std::optional<UserRow> findByName(storage::Connection& connection, const QString& name);

// Errors: user_name_taken (field name or aliases[i]; names and aliases count alike), domain_unknown (field
// domain), dates_contradict (field endsAt), invalid name, attribute_repeated (field attributes[i].name).
[[nodiscard]] contract::Result<qint64> create(storage::Connection& connection,
                                              const contract::UserCreate& user, contract::Timestamp now);
// What is absent stays. Raises the version. Errors as above. `user` is the row as it is now; `by` stays
// beside a number that is changed. Offline data follow the policy of another domain; what that made void is
// returned.
[[nodiscard]] contract::Result<offlineSets::Voided> update(storage::Connection& connection,
                                                           const UserRow& user,
                                                           const contract::UserUpdate& update,
                                                           const QString& by, contract::Timestamp now);
// The same errors, and nothing is changed.
[[nodiscard]] contract::Result<void> checkUpdate(storage::Connection& connection, const UserRow& user,
                                                 const contract::UserUpdate& update);
void setEnabled(storage::Connection& connection, qint64 id, bool enabled, contract::Timestamp now);
// Failures and lock at rest; attempts under way stay reserved.
void unlock(storage::Connection& connection, qint64 id, contract::Timestamp now);
// As unlock() found it.
struct Lock
{
    int failures = 0;
    std::optional<contract::Timestamp> firstFailureAt {};
    std::optional<contract::Timestamp> lockedAt {};
};
void lockAgain(storage::Connection& connection, qint64 id, const Lock& lock, contract::Timestamp now);

struct Removed
{
    qint64 binId = 0;
    QStringList serials; // of the tokens that went back to the shelf
};
// Into the bin. Codes, password, roles, sessions and questions go for good.
Removed remove(storage::Connection& connection, qint64 id, const Deletion& deletion);

// What the search looks for, kept in step with the names. Every way to write a person calls it.
void index(storage::Connection& connection, qint64 id, const QStringList& names, const QString& phone);

} // namespace holdfast::authentication::users
