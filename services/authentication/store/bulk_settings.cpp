// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/bulk_settings.h"

#include "services/authentication/store/settings.h"
#include "services/contract/json.h"

#include <QJsonDocument>

namespace holdfast::authentication::bulkSettings {

using contract::BulkSettings;

namespace {

const QString key = QStringLiteral("bulk-jobs");

} // namespace

BulkSettings read(storage::Connection& connection)
{
    const auto text = settings::value(connection, key);
    if (!text) {
        return {};
    }
    const auto value = contract::parseObject(text->toUtf8()).and_then([](const QJsonObject& object) {
        return contract::fromJson<BulkSettings>(object);
    });
    if (!value) {
        throw storage::StorageError("The settings of jobs cannot be read.");
    }
    return *value;
}

BulkSettings replace(storage::Connection& connection, BulkSettings value)
{
    value.version = read(connection).version + 1;
    settings::setValue(
        connection, key,
        QString::fromUtf8(QJsonDocument(contract::toJson(value)).toJson(QJsonDocument::Compact)));
    return value;
}

} // namespace holdfast::authentication::bulkSettings
