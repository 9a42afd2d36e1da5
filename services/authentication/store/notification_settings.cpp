// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/notification_settings.h"

#include "services/authentication/store/settings.h"
#include "services/contract/json.h"

#include <QJsonDocument>

namespace holdfast::authentication::notificationSettings {

using contract::NotificationSettings;

namespace {

const QString key = QStringLiteral("notifications");

} // namespace

NotificationSettings read(storage::Connection& connection)
{
    const auto text = settings::value(connection, key);
    if (!text) {
        return {};
    }
    auto value = contract::parseObject(text->toUtf8()).and_then([](const QJsonObject& object) {
        return contract::fromJson<NotificationSettings>(object);
    });
    if (!value) {
        throw storage::StorageError("The settings of the notifications cannot be read.");
    }
    return std::move(*value);
}

NotificationSettings replace(storage::Connection& connection, NotificationSettings value)
{
    value.version = read(connection).version + 1;
    settings::setValue(
        connection, key,
        QString::fromUtf8(QJsonDocument(contract::toJson(value)).toJson(QJsonDocument::Compact)));
    return value;
}

} // namespace holdfast::authentication::notificationSettings
