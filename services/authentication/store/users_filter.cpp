// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/canonical.h"
#include "services/authentication/store/policies_snapshot.h"
#include "services/authentication/store/users_list.h"

namespace holdfast::authentication {

using contract::toMilliseconds;
using contract::UserStatus;

namespace {

// The first text that does not begin with `prefix`, so that a range of an index holds all that do.
QString endOfPrefix(const QString& prefix)
{
    static const QString last = QString::fromUcs4(U"\U0010FFFF", 1);
    return prefix + last;
}

bool isCommon(storage::Connection& connection, const QVariantList& range)
{
    constexpr int common = 1000;
    auto rows = connection.select(QStringLiteral("SELECT COUNT(*) FROM (SELECT 1 FROM user_words"
                                                 " WHERE word >= ? AND word < ? LIMIT ?) AS found"),
                                  range + QVariantList {common});
    return rows.next() && rows.integer(0) >= common;
}

QString marks(qsizetype count)
{
    return QStringList(count, QStringLiteral("?")).join(QLatin1Char(','));
}

// lockOf() as SQL: a condition for each domain whose policy can lock, alike ones together.
QString lockedCondition(const PolicySnapshot& policies, contract::Timestamp now, QVariantList& values)
{
    QVariantList untilUnlocked;
    QHash<int, QVariantList> untilTime; // by seconds
    for (const DomainNode& domain : policies.domains()) {
        const contract::LockoutPolicy& policy = *policies.lockout(domain.id).policy;
        if (!policy.enabled) {
            continue;
        }
        if (policy.unlockBy == contract::UnlockBy::Time) {
            untilTime[policy.unlockAfterSeconds] << domain.id;
        } else {
            untilUnlocked << domain.id;
        }
    }
    QStringList alternatives {QStringLiteral("1 = 0")};
    if (!untilUnlocked.isEmpty()) {
        alternatives << QStringLiteral("u.domain_id IN (%1)").arg(marks(untilUnlocked.size()));
        values += untilUnlocked;
    }
    for (auto it = untilTime.begin(); it != untilTime.end(); ++it) {
        alternatives << QStringLiteral("(u.domain_id IN (%1) AND u.locked_at > ?)").arg(marks(it->size()));
        values += *it;
        values << toMilliseconds(now - std::chrono::seconds(it.key()));
    }
    // The few that have a lock at all lead the way, by their own index.
    return QStringLiteral("u.id IN (SELECT l.id FROM users l WHERE l.locked_at IS NOT NULL)"
                          " AND u.locked_at IS NOT NULL AND (%1)")
        .arg(alternatives.join(QStringLiteral(" OR ")));
}

const QString started = QStringLiteral("(u.starts_at IS NULL OR u.starts_at <= ?)");
const QString notEnded = QStringLiteral("(u.ends_at IS NULL OR u.ends_at > ?)");

} // namespace

void UserFilter::status(UserStatus status, const PolicySnapshot& policies, contract::Timestamp now,
                        bool negated)
{
    const QVariant at = toMilliseconds(now);
    const QString valid = QStringLiteral("u.enabled = 1 AND %1 AND %2").arg(started, notEnded);
    QVariantList values;
    switch (status) {
    case UserStatus::Disabled:
        return add(QStringLiteral("u.enabled = 0"), {}, negated);
    case UserStatus::NotYetValid:
        return add(QStringLiteral("u.enabled = 1 AND u.starts_at > ?"), {at}, negated);
    case UserStatus::Ended:
        return add(QStringLiteral("u.enabled = 1 AND u.ends_at <= ? AND %1").arg(started), {at, at}, negated);
    case UserStatus::Locked: {
        const QString locked = lockedCondition(policies, now, values);
        // The lock first: few rows have one, and an index finds them.
        return add(locked + QStringLiteral(" AND ") + valid, values + QVariantList {at, at}, negated);
    }
    case UserStatus::Active: {
        const QString locked = lockedCondition(policies, now, values);
        return add(valid + QStringLiteral(" AND (CASE WHEN %1 THEN 1 ELSE 0 END) = 0").arg(locked),
                   QVariantList {at, at} + values, negated);
    }
    }
}

void UserFilter::pattern(const QString& column, const QString& pattern, bool negated)
{
    if (pattern.endsWith(QLatin1Char('*'))) {
        const QString prefix = canonicalName(pattern.chopped(1));
        add(QStringLiteral("%1 >= ? AND %1 < ?").arg(column), {prefix, endOfPrefix(prefix)}, negated);
    } else {
        add(QStringLiteral("%1 = ?").arg(column), {canonicalName(pattern)}, negated);
    }
}

void UserFilter::name(const QString& text, bool negated)
{
    pattern(QStringLiteral("u.name_key"), text, negated);
}

void UserFilter::email(const QString& text, bool negated)
{
    pattern(QStringLiteral("u.email_key"), text, negated);
}

void UserFilter::text(storage::Connection& connection, const QStringList& words, bool negated)
{
    QStringList longOnes;
    for (const QString& word : words) {
        if (word.endsWith(QLatin1Char('*'))) {
            wordBegins(connection, word.chopped(1), negated);
        } else if (fragments::isLongEnough(fragments::Of::People, word)) {
            longOnes << word;
        } else {
            wordBegins(connection, word, negated);
        }
    }
    if (!longOnes.isEmpty()) {
        holds(connection, longOnes, negated);
    }
}

void UserFilter::wordBegins(storage::Connection& connection, const QString& text, bool negated)
{
    const QString prefix = canonicalName(text).left(64);
    const QVariantList range {prefix, endOfPrefix(prefix)};
    const Condition found {
        QStringLiteral("u.id IN (SELECT w.user_id FROM user_words w WHERE w.word >= ? AND w.word < ?)"),
        range};
    const Condition walked {
        QStringLiteral(
            "EXISTS (SELECT 1 FROM user_words w WHERE w.user_id = u.id AND w.word >= ? AND w.word < ?)"),
        range};
    add(isCommon(connection, range) ? walked : found, found, negated);
}

void UserFilter::domains(const std::vector<qint64>& ids, bool negated)
{
    QVariantList values;
    for (const qint64 id : ids) {
        values << id;
    }
    add(ids.empty() ? QStringLiteral("1 = 0")
                    : QStringLiteral("u.domain_id IN (%1)").arg(marks(values.size())),
        values, negated);
}

void UserFilter::enabled()
{
    add(QStringLiteral("u.enabled = 1"), {}, false);
}

void UserFilter::hasToken(bool has)
{
    add(has ? QStringLiteral("u.tokens > 0") : QStringLiteral("u.tokens = 0"), {}, false);
}

void UserFilter::administrator(bool is)
{
    add(QStringLiteral("EXISTS (SELECT 1 FROM role_assignments r WHERE r.user_id = u.id)"), {}, !is);
}

void UserFilter::neverLoggedOn()
{
    add(QStringLiteral("u.last_logon_at IS NULL"), {}, false);
}

void UserFilter::lastLoggedOnBefore(contract::Timestamp at)
{
    add(QStringLiteral("u.last_logon_at < ?"), {toMilliseconds(at)}, false);
}

void UserFilter::ends(std::optional<contract::Timestamp> from, std::optional<contract::Timestamp> to)
{
    add(QStringLiteral("u.ends_at >= ?"), {from ? toMilliseconds(*from) : qint64 {0}}, false);
    if (to) {
        add(QStringLiteral("u.ends_at < ?"), {toMilliseconds(*to)}, false);
    }
}

void UserFilter::hasAlias()
{
    add(QStringLiteral("u.aliases <> '[]'"), {}, false);
}

} // namespace holdfast::authentication
