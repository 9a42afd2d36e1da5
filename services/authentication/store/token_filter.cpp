// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/canonical.h"
#include "services/authentication/store/tokens.h"

namespace holdfast::authentication {

using contract::Timestamp;
using contract::TokenState;
using contract::toMilliseconds;

namespace {

QString contains(QString text)
{
    text.replace(QLatin1Char('!'), QStringLiteral("!!"));
    text.replace(QLatin1Char('%'), QStringLiteral("!%"));
    text.replace(QLatin1Char('_'), QStringLiteral("!_"));
    return QLatin1Char('%') + text + QLatin1Char('%');
}

const QString unexpired = QStringLiteral("(t.expires_at IS NULL OR t.expires_at > ?)");
const QString inUse = QStringLiteral("t.user_id IS NOT NULL AND t.lost_at IS NULL AND ");

} // namespace

void TokenFilter::add(const QString& condition, const QVariantList& values, bool negated)
{
    // A condition on NULL is neither true nor false: CASE makes it false before it is negated.
    m_conditions += negated ? QStringLiteral("(CASE WHEN %1 THEN 1 ELSE 0 END) = 0").arg(condition)
                            : QStringLiteral("(%1)").arg(condition);
    m_values += values;
}

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

void TokenFilter::text(const QString& text, bool negated)
{
    const QString plain = contains(text.toLower());
    m_readsPerson = true;
    add(QStringLiteral("lower(t.serial) LIKE ? ESCAPE '!' OR u.name_key LIKE ? ESCAPE '!'"
                       " OR lower(u.display_name) LIKE ? ESCAPE '!' OR lower(t.notes) LIKE ? ESCAPE '!'"),
        {plain, contains(canonicalName(text)), plain, plain}, negated);
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
