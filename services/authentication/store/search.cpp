// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/search.h"

#include "services/authentication/store/canonical.h"
#include "services/authentication/store/fragments.h"
#include "services/authentication/store/users_list.h"

#include <algorithm>

namespace holdfast::authentication::search {

namespace {

using contract::SearchHit;

SearchHit hitOf(const UserRow& row)
{
    const bool named = !row.displayName.isEmpty();
    QStringList subtitle;
    if (named) {
        subtitle << row.account.name;
    }
    if (!row.email.isEmpty()) {
        subtitle << row.email;
    }
    subtitle << row.domain;
    return {QStringLiteral("user"), QString::number(row.account.id),
            named ? row.displayName : row.account.name, subtitle.join(QStringLiteral(" · "))};
}

UserFilter restricted(const std::optional<std::vector<qint64>>& domains)
{
    UserFilter filter;
    if (domains) {
        filter.domains(*domains);
    }
    return filter;
}

void append(std::vector<SearchHit>& hits, const std::vector<UserRow>& rows, int limit)
{
    for (const UserRow& row : rows) {
        const SearchHit hit = hitOf(row);
        const bool known =
            std::any_of(hits.begin(), hits.end(), [&](const SearchHit& other) { return other.id == hit.id; });
        if (!known && hits.size() < static_cast<std::size_t>(limit)) {
            hits.push_back(hit);
        }
    }
}

} // namespace

std::vector<SearchHit> people(storage::Connection& connection, const QString& text,
                              const std::optional<std::vector<qint64>>& domains, int limit)
{
    std::vector<SearchHit> hits;
    const UserWindow window {.limit = limit};
    UserFilter byName = restricted(domains);
    byName.name(text + QLatin1Char('*'));
    append(hits, users::list(connection, byName, window), limit);
    if (hits.size() < static_cast<std::size_t>(limit)) {
        UserFilter byWords = restricted(domains);
        for (const QString& word : text.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
            byWords.wordBegins(connection, word);
        }
        append(hits, users::list(connection, byWords, window), limit);
    }
    if (hits.size() < static_cast<std::size_t>(limit)) {
        std::vector<UserRow> rows;
        for (const qint64 id : fragments::people(connection, text, domains, limit)) {
            if (auto row = users::find(connection, id)) {
                rows.push_back(std::move(*row));
            }
        }
        std::sort(rows.begin(), rows.end(),
                  [](const UserRow& a, const UserRow& b) { return a.account.name < b.account.name; });
        append(hits, rows, limit);
    }
    return hits;
}

namespace {

struct Condition
{
    QString text;
    QVariantList values;
};

Condition beginsWith(const QString& text)
{
    // Serial numbers are kept as they were imported: people type them in either case.
    static const QString last = QString::fromUcs4(U"\U0010FFFF", 1);
    Condition condition;
    QStringList alternatives;
    for (const QString& form : QStringList {text, text.toUpper(), text.toLower()}) {
        alternatives << QStringLiteral("(t.serial >= ? AND t.serial < ?)");
        condition.values << form << form + last;
    }
    condition.text = alternatives.join(QStringLiteral(" OR "));
    return condition;
}

Condition holds(const QString& text)
{
    return {QStringLiteral("t.id IN (SELECT rowid FROM token_fragments WHERE serial MATCH ? LIMIT 1000)"),
            {fragments::matching({text})}};
}

void appendTokens(storage::Connection& connection, const Condition& condition,
                  const std::optional<std::vector<qint64>>& domains, int limit, std::vector<SearchHit>& hits)
{
    QString where = QStringLiteral("(%1)").arg(condition.text);
    QVariantList values = condition.values;
    if (domains) {
        QStringList marks {QStringLiteral("0")};
        for (const qint64 id : *domains) {
            marks << QStringLiteral("?");
            values << id;
        }
        where += QStringLiteral(" AND t.domain_id IN (%1)").arg(marks.join(QLatin1Char(',')));
    }
    values << limit;
    auto rows = connection.select(
        QStringLiteral("SELECT t.serial, t.kind, u.name, u.display_name FROM tokens t"
                       " LEFT JOIN users u ON u.id = t.user_id WHERE %1 ORDER BY t.serial LIMIT ?")
            .arg(where),
        values);
    while (rows.next()) {
        const QString serial = rows.text(0);
        const bool known =
            std::any_of(hits.begin(), hits.end(), [&](const SearchHit& other) { return other.id == serial; });
        if (known || hits.size() >= static_cast<std::size_t>(limit)) {
            continue;
        }
        const QString holder = rows.text(3).isEmpty() ? rows.text(2) : rows.text(3);
        QStringList subtitle {rows.text(1)};
        subtitle << (holder.isEmpty() ? QStringLiteral("unassigned") : holder);
        hits.push_back({QStringLiteral("token"), serial, serial, subtitle.join(QStringLiteral(" · "))});
    }
}

} // namespace

std::vector<SearchHit> tokens(storage::Connection& connection, const QString& text,
                              const std::optional<std::vector<qint64>>& domains, int limit)
{
    std::vector<SearchHit> hits;
    appendTokens(connection, beginsWith(text), domains, limit, hits);
    if (hits.size() < static_cast<std::size_t>(limit)
        && fragments::isLongEnough(fragments::Of::Tokens, text)) {
        appendTokens(connection, holds(text), domains, limit, hits);
    }
    return hits;
}

std::vector<SearchHit> holders(storage::Connection& connection, const QStringList& serials,
                               const std::optional<std::vector<qint64>>& domains)
{
    std::vector<UserRow> rows;
    for (const QString& serial : serials) {
        auto owner = connection.select(
            QStringLiteral("SELECT user_id FROM tokens WHERE serial = ? AND user_id IS NOT NULL"), {serial});
        auto row = owner.next() ? users::find(connection, owner.integer(0)) : std::nullopt;
        if (row
            && (!domains
                || std::find(domains->begin(), domains->end(), row->account.domainId) != domains->end())) {
            rows.push_back(std::move(*row));
        }
    }
    std::vector<SearchHit> hits;
    append(hits, rows, static_cast<int>(serials.size()));
    return hits;
}

} // namespace holdfast::authentication::search
