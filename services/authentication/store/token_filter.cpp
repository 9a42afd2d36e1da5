// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/canonical.h"
#include "services/authentication/store/tokens.h"

namespace holdfast::authentication {

using contract::Timestamp;
using contract::TokenState;
using contract::toMilliseconds;

namespace {

QVariantList rangeOf(const QString& prefix)
{
    static const QString last = QString::fromUcs4(U"\U0010FFFF", 1);
    return {prefix, prefix + last};
}

const QString unexpired = QStringLiteral("(t.expires_at IS NULL OR t.expires_at > ?)");
const QString inUse = QStringLiteral("t.user_id IS NOT NULL AND t.lost_at IS NULL AND ");

} // namespace

// The conditions under which stateOf() says so.
void TokenFilter::state(TokenState state, Timestamp now, bool negated)
{
    const QVariantList at {toMilliseconds(now)};
    const QVariantList twice = at + at;
    switch (state) {
    case TokenState::Replaced:
        return add(QStringLiteral("t.user_id IS NULL AND t.replaced_by_id IS NOT NULL"), {}, negated);
    case TokenState::Expired:
        return add(
            QStringLiteral("t.expires_at <= ? AND (t.user_id IS NOT NULL OR t.replaced_by_id IS NULL)"), at,
            negated);
    case TokenState::Unassigned:
        return add(unexpired + QStringLiteral(" AND t.user_id IS NULL AND t.replaced_by_id IS NULL"), at,
                   negated);
    case TokenState::Lost:
        return add(unexpired + QStringLiteral(" AND t.user_id IS NOT NULL AND t.lost_at IS NOT NULL"), at,
                   negated);
    case TokenState::Disabled:
        return add(inUse + unexpired + QStringLiteral(" AND t.enabled = 0"), at, negated);
    case TokenState::NotYetValid:
        return add(inUse + unexpired + QStringLiteral(" AND t.enabled = 1 AND t.starts_at > ?"), twice,
                   negated);
    case TokenState::Active:
        return add(inUse + unexpired
                       + QStringLiteral(" AND t.enabled = 1 AND (t.starts_at IS NULL OR t.starts_at <= ?)"),
                   twice, negated);
    }
}

void TokenFilter::kind(contract::TokenKind kind, bool negated)
{
    add(QStringLiteral("t.kind = ?"), {contract::enumName(kind)}, negated);
}

void TokenFilter::assigned(bool assigned)
{
    add(QStringLiteral("t.user_id IS NOT NULL"), {}, !assigned);
}

void TokenFilter::expiresUntil(Timestamp now, Timestamp until, bool negated)
{
    add(QStringLiteral("t.user_id IS NOT NULL AND t.expires_at > ? AND t.expires_at <= ?"),
        {toMilliseconds(now), toMilliseconds(until)}, negated);
}

void TokenFilter::expires(std::optional<Timestamp> from, std::optional<Timestamp> to)
{
    add(QStringLiteral("t.user_id IS NOT NULL AND t.expires_at >= ?"),
        {from ? toMilliseconds(*from) : qint64 {0}}, false);
    if (to) {
        add(QStringLiteral("t.expires_at < ?"), {toMilliseconds(*to)}, false);
    }
}

void TokenFilter::neverUsed()
{
    add(QStringLiteral("t.last_used_at IS NULL"), {}, false);
}

void TokenFilter::imported(std::optional<Timestamp> from, std::optional<Timestamp> to)
{
    if (from) {
        add(QStringLiteral("t.imported_at >= ?"), {toMilliseconds(*from)}, false);
    }
    if (to) {
        add(QStringLiteral("t.imported_at < ?"), {toMilliseconds(*to)}, false);
    }
}

void TokenFilter::text(storage::Connection& connection, const QStringList& words, bool negated)
{
    QStringList longOnes;
    for (const QString& word : words) {
        const bool beginning = word.endsWith(QLatin1Char('*'));
        if (!beginning && fragments::isLongEnough(fragments::Of::Tokens, word)) {
            longOnes << word;
            continue;
        }
        const QString prefix = beginning ? word.chopped(1) : word;
        add(QStringLiteral("(t.serial >= ? AND t.serial < ?) OR (t.serial >= ? AND t.serial < ?)"
                           " OR (t.holder_key >= ? AND t.holder_key < ?)"),
            rangeOf(prefix.toUpper()) + rangeOf(prefix.toLower()) + rangeOf(canonicalName(prefix)), negated);
    }
    if (!longOnes.isEmpty()) {
        holds(connection, longOnes, negated);
    }
}

void TokenFilter::domains(const std::vector<qint64>& ids, bool negated)
{
    QStringList marks;
    QVariantList values;
    for (const qint64 id : ids) {
        marks << QStringLiteral("?");
        values << id;
    }
    add(marks.isEmpty() ? QStringLiteral("1 = 0")
                        : QStringLiteral("t.domain_id IN (%1)").arg(marks.join(QLatin1Char(','))),
        values, negated);
}

} // namespace holdfast::authentication
