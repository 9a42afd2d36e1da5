// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/policies_rows.h"

#include "services/contract/json.h"

#include <QHash>
#include <QJsonDocument>

namespace holdfast::authentication::policies {

namespace {

template <class Policy>
QHash<qint64, QStringList> pathsByPolicy(storage::Connection& connection)
{
    static const QString sql =
        QStringLiteral("SELECT %1_policy_id, path FROM domains WHERE %1_source = 'own' ORDER BY path")
            .arg(QLatin1String(Kind<Policy>::column));
    QHash<qint64, QStringList> paths;
    auto rows = connection.select(sql);
    while (rows.next()) {
        paths[rows.integer(0)].append(rows.text(1));
    }
    return paths;
}

} // namespace

template <class Policy>
Policy fromSettings(const QString& text)
{
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    auto policy = contract::fromJson<Policy>(object, contract::UnknownFields::Ignore);
    if (!policy) {
        throw storage::StorageError("A policy's settings in the database are damaged.");
    }
    return std::move(*policy);
}

template <class Policy>
std::vector<Policy> readAll(storage::Connection& connection, std::optional<qint64> id)
{
    const auto paths = pathsByPolicy<Policy>(connection);
    std::vector<Policy> all;
    QString sql =
        QStringLiteral("SELECT id, name, is_default, settings, version FROM policies WHERE type = ?");
    QVariantList values {enumName(Kind<Policy>::type)};
    if (id) {
        sql += QStringLiteral(" AND id = ?");
        values << *id;
    }
    auto rows = connection.select(sql + QStringLiteral(" ORDER BY name_key"), values);
    while (rows.next()) {
        Policy policy = fromSettings<Policy>(rows.text(3));
        policy.id = QString::number(rows.integer(0));
        policy.name = rows.text(1);
        policy.isDefault = rows.boolean(2);
        policy.domains = paths.value(rows.integer(0));
        policy.version = rows.integer(4);
        all.push_back(std::move(policy));
    }
    return all;
}

template <class Policy>
QString settingsText(const Policy& policy)
{
    QJsonObject object = toJson(policy);
    for (const char* name : {"id", "isDefault", "domains", "version"}) {
        object.remove(QLatin1String(name));
    }
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

template std::vector<contract::LockoutPolicy> readAll(storage::Connection&, std::optional<qint64>);
template std::vector<contract::TokenPolicy> readAll(storage::Connection&, std::optional<qint64>);
template std::vector<contract::OfflinePolicy> readAll(storage::Connection&, std::optional<qint64>);
template QString settingsText(const contract::LockoutPolicy&);
template QString settingsText(const contract::TokenPolicy&);
template QString settingsText(const contract::OfflinePolicy&);
template contract::LockoutPolicy fromSettings(const QString&);
template contract::TokenPolicy fromSettings(const QString&);
template contract::OfflinePolicy fromSettings(const QString&);

} // namespace holdfast::authentication::policies
