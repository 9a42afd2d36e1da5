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

QString planOf(const TokenImportJob& job)
{
    const QJsonObject plan {{u"domainId"_s, job.domainId},
                            {u"duplicates"_s, contract::enumName(job.duplicates)},
                            {u"fileName"_s, job.fileName},
                            {u"staged"_s, job.staged}};
    return QString::fromUtf8(QJsonDocument(plan).toJson(QJsonDocument::Compact));
}

TokenImportJob jobOf(const QString& text)
{
    const QJsonObject plan = QJsonDocument::fromJson(text.toUtf8()).object();
    TokenImportJob job;
    job.domainId = plan[u"domainId"].toInteger();
    job.duplicates = contract::enumValue<contract::DuplicateRule>(plan[u"duplicates"].toString())
                         .value_or(contract::DuplicateRule::Ignore);
    job.fileName = plan[u"fileName"].toString();
    job.staged = plan[u"staged"].toBool();
    return job;
}

} // namespace

qint64 create(storage::Connection& connection, const QString& createdBy, contract::Timestamp now,
              const contract::TokenImport& import, const TokenImportJob& job)
{
    connection.change(u"DELETE FROM token_imports WHERE created_at < ?"_s,
                      {contract::toMilliseconds(now - keptFor)});
    return connection.insert(
        u"INSERT INTO token_imports (created_by, created_at, state, result, plan) VALUES (?, ?, ?, ?, ?)"_s,
        {createdBy, contract::toMilliseconds(now), contract::enumName(import.state), resultOf(import),
         planOf(job)});
}

void setStaged(storage::Connection& connection, qint64 id, const TokenImportJob& job)
{
    connection.change(u"UPDATE token_imports SET plan = ? WHERE id = ?"_s, {planOf(job), id});
}

void update(storage::Connection& connection, qint64 id, const contract::TokenImport& import)
{
    connection.change(u"UPDATE token_imports SET state = ?, result = ? WHERE id = ?"_s,
                      {contract::enumName(import.state), resultOf(import), id});
}

std::optional<StoredTokenImport> find(storage::Connection& connection, qint64 id)
{
    auto rows = connection.select(u"SELECT created_by, result, plan FROM token_imports WHERE id = ?"_s, {id});
    if (!rows.next()) {
        return std::nullopt;
    }
    const QJsonObject json = QJsonDocument::fromJson(rows.text(1).toUtf8()).object();
    auto import = contract::fromJson<contract::TokenImport>(json);
    if (!import) {
        throw storage::StorageError("a token import cannot be read");
    }
    import->id = QString::number(id);
    return StoredTokenImport {rows.text(0), std::move(*import), jobOf(rows.text(2))};
}

} // namespace holdfast::authentication::token_imports
