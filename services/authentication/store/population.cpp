// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/population.h"

#include "services/authentication/store/attempt_rows.h"

namespace holdfast::authentication::population {

using storage::Connection;

namespace {

constexpr auto account =
    "SELECT id, name, domain_id, enabled, starts_at, ends_at, last_logon_at, failures, pending,"
    " first_failure_at, locked_at FROM users WHERE ";

// One more than `limit` is asked for: whether it is there tells whether there are more.
template <class F>
bool each(Connection& connection, const QString& sql, QVariantList values, int limit, F see)
{
    auto rows = connection.select(sql, values << limit + 1);
    int seen = 0;
    while (rows.next()) {
        if (++seen > limit) {
            return false;
        }
        see(rows);
    }
    return true;
}

} // namespace

QHash<qint64, qint64> peopleByDomain(Connection& connection)
{
    QHash<qint64, qint64> people;
    auto rows = connection.select(QStringLiteral("SELECT domain_id, COUNT(*) FROM users GROUP BY domain_id"));
    while (rows.next()) {
        people.insert(rows.integer(0), rows.integer(1));
    }
    return people;
}

bool eachWithFailures(Connection& connection, int limit, const std::function<void(const AccountFacts&)>& see)
{
    // Two statements, so that each has its own index.
    static const QString failing = QLatin1String(account) + QStringLiteral("failures > 0 LIMIT ?");
    static const QString locked =
        QLatin1String(account) + QStringLiteral("locked_at IS NOT NULL AND failures = 0 LIMIT ?");
    const auto row = [&](const Connection::Rows& rows) {
        see(accountOf(rows));
    };
    const bool all = each(connection, failing, {}, limit, row);
    return each(connection, locked, {}, limit, row) && all;
}

bool eachWithPin(Connection& connection, int limit, const std::function<void(const TokenOfPerson&)>& see)
{
    static const QString sql =
        QStringLiteral("SELECT u.id, u.domain_id, t.pin_length FROM tokens t JOIN users u ON u.id = t.user_id"
                       " WHERE t.pin_hash IS NOT NULL ORDER BY t.user_id LIMIT ?");
    return each(connection, sql, {}, limit, [&](const Connection::Rows& rows) {
        TokenOfPerson token {.userId = rows.integer(0), .domainId = rows.integer(1)};
        if (!rows.isNull(2)) {
            token.pinLength = static_cast<int>(rows.integer(2));
        }
        see(token);
    });
}

bool eachWithWrongCodes(Connection& connection, int limit,
                        const std::function<void(const TokenOfPerson&)>& see)
{
    static const QString sql = QStringLiteral(
        "SELECT u.id, u.domain_id, t.wrong_codes FROM tokens t JOIN users u ON u.id = t.user_id"
        " WHERE t.wrong_codes > 0 ORDER BY t.user_id LIMIT ?");
    return each(connection, sql, {}, limit, [&](const Connection::Rows& rows) {
        see({.userId = rows.integer(0),
             .domainId = rows.integer(1),
             .wrongCodes = static_cast<int>(rows.integer(2))});
    });
}

bool eachActiveEmergencyCode(Connection& connection, contract::Timestamp now, int limit,
                             const std::function<void(const EmergencyLife&)>& see)
{
    static const QString sql = QStringLiteral(
        "SELECT u.id, u.domain_id, e.issued_at, e.expires_at FROM emergency_issues e"
        " JOIN users u ON u.id = e.user_id WHERE e.expires_at > ? AND e.cancelled_at IS NULL"
        " AND (e.kind = 'fixed' OR EXISTS (SELECT 1 FROM emergency_codes c WHERE c.issue_id = e.id"
        " AND c.used_at IS NULL)) LIMIT ?");
    return each(connection, sql, {contract::toMilliseconds(now)}, limit, [&](const Connection::Rows& rows) {
        see({.userId = rows.integer(0),
             .domainId = rows.integer(1),
             .minutes = (rows.integer(3) - rows.integer(2)) / 60000});
    });
}

bool eachTokenGroup(Connection& connection, int limit, const std::function<void(const TokenGroup&)>& see)
{
    static const QString sql = QStringLiteral(
        "SELECT u.domain_id, t.pin_style, t.digits, t.pin_set, t.pin_length, COUNT(*) FROM"
        " (SELECT user_id, pin_style, digits, CASE WHEN pin_hash IS NULL THEN 0 ELSE 1 END AS pin_set,"
        " COALESCE(pin_length, -1) AS pin_length FROM tokens WHERE user_id IS NOT NULL LIMIT ?) t"
        " JOIN users u ON u.id = t.user_id"
        " GROUP BY u.domain_id, t.pin_style, t.digits, t.pin_set, t.pin_length");
    qint64 seen = 0;
    auto rows = connection.select(sql, {limit});
    while (rows.next()) {
        const auto style = contract::enumValue<contract::PinStyle>(rows.text(1));
        const auto length = static_cast<int>(rows.integer(4));
        see({.domainId = rows.integer(0),
             .pinStyle = style.value_or(contract::PinStyle::None),
             .digits = static_cast<int>(rows.integer(2)),
             .pinSet = rows.boolean(3),
             .pinLength = length < 0 ? std::nullopt : std::optional(length),
             .count = rows.integer(5)});
        seen += rows.integer(5);
    }
    return seen < limit;
}

std::vector<contract::AffectedPerson> peopleOf(Connection& connection, const std::vector<qint64>& ids)
{
    std::vector<contract::AffectedPerson> people;
    for (const qint64 id : ids) {
        auto rows = connection.select(QStringLiteral("SELECT u.name, u.display_name, d.path FROM users u"
                                                     " JOIN domains d ON d.id = u.domain_id WHERE u.id = ?"),
                                      {id});
        if (rows.next()) {
            people.push_back({QString::number(id), rows.text(0), rows.text(1), rows.text(2)});
        }
    }
    return people;
}

} // namespace holdfast::authentication::population
