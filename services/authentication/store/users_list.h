// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/store/list_filter.h"
#include "services/authentication/store/users.h"

#include <QVariant>

namespace holdfast::authentication {

class PolicySnapshot;

enum class UserSort
{
    Name,
    DisplayName, // regardless of case; without one first
    LastLogonAt, // never first
    CreatedAt
};

// Where a window begins: the sort key of a row, and its id to tell equals apart.
struct UserKey
{
    QVariant value;
    qint64 id = 0;
};

// Conditions on people, all of which must hold. A negated one holds where it does not.
class UserFilter : public ListFilter
{
public:
    UserFilter()
        : ListFilter(fragments::Of::People)
    { }
    // As statusOf() says at `now`.
    void status(contract::UserStatus status, const PolicySnapshot& policies, contract::Timestamp now,
                bool negated = false);
    // Of the logon name, whole, or with a trailing * its beginning.
    void name(const QString& pattern, bool negated = false);
    void email(const QString& pattern, bool negated = false);
    // Every word stands somewhere in what the person is found by (fragments.h). With a trailing *, or too
    // short for that, it is the beginning of a word.
    void text(storage::Connection& connection, const QStringList& words, bool negated = false);
    // A word of a name or of the e-mail address begins with it.
    void wordBegins(storage::Connection& connection, const QString& text, bool negated = false);
    void domains(const std::vector<qint64>& ids, bool negated = false);
    void enabled();
    void hasToken(bool has);
    void administrator(bool is);
    void neverLoggedOn();
    void lastLoggedOnBefore(contract::Timestamp at); // never does not count
    // Ending in this time; without bounds: ending at all.
    void ends(std::optional<contract::Timestamp> from, std::optional<contract::Timestamp> to);
    void hasAlias();

private:
    void pattern(const QString& column, const QString& pattern, bool negated);
};

struct UserWindow
{
    UserSort sort = UserSort::Name;
    bool descending = false;
    std::optional<UserKey> after;
    std::optional<UserKey> before; // the last `limit` rows in front of it, in the list's order
    qint64 offset = 0;
    std::optional<qint64> total {}; // with an offset: how many match, if known
    int limit = 100;
};

} // namespace holdfast::authentication

namespace holdfast::authentication::users {

[[nodiscard]] UserKey keyOf(const UserRow& row, UserSort sort);
[[nodiscard]] std::vector<UserRow> list(storage::Connection& connection, const UserFilter& filter,
                                        const UserWindow& window);
[[nodiscard]] qint64 count(storage::Connection& connection, const UserFilter& filter);
// By id, behind `afterId`: for lists that are walked whole.
struct Named
{
    qint64 id = 0;
    QString name;
    QString displayName;
};
[[nodiscard]] std::vector<Named> named(storage::Connection& connection, const UserFilter& filter,
                                       qint64 afterId, int limit);

} // namespace holdfast::authentication::users
