// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/token_import.h"
#include "services/contract/json.h"

#include <QJsonDocument>

namespace holdfast::authentication::token_imports {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::hours keptFor {24 * 7};

QString resultOf(const contract::TokenImport& import)
{
    return QString::fromUtf8(QJsonDocument(contract::toJson(import)).toJson(QJsonDocument::Compact));
}

} // namespace

qint64 create(storage::Connection& connection, const QString& createdBy, contract::Timestamp now,
              const contract::TokenImport& import)
{
    connection.change(u"DELETE FROM token_imports WHERE created_at < ?"_s,
                      {contract::toMilliseconds(now - keptFor)});
    return connection.insert(
        u"INSERT INTO token_imports (created_by, created_at, state, result) VALUES (?, ?, ?, ?)"_s,
        {createdBy, contract::toMilliseconds(now), contract::enumName(import.state), resultOf(import)});
}

void update(storage::Connection& connection, qint64 id, const contract::TokenImport& import)
{
    connection.change(u"UPDATE token_imports SET state = ?, result = ? WHERE id = ?"_s,
                      {contract::enumName(import.state), resultOf(import), id});
}

std::optional<StoredTokenImport> find(storage::Connection& connection, qint64 id)
{
    auto rows = connection.select(u"SELECT created_by, result FROM token_imports WHERE id = ?"_s, {id});
    if (!rows.next()) {
        return std::nullopt;
    }
    const QJsonObject json = QJsonDocument::fromJson(rows.text(1).toUtf8()).object();
    auto import = contract::fromJson<contract::TokenImport>(json);
    if (!import) {
        throw storage::StorageError("a token import cannot be read");
    }
    import->id = QString::number(id);
    return StoredTokenImport {rows.text(0), std::move(*import)};
}

} // namespace holdfast::authentication::token_imports
