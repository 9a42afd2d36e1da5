// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/client/transport.h"
#include "services/contract/json.h"
#include "services/contract/page.h"

#include <variant>

namespace holdfast::client {

// What a service of another version, or something in between, said that is not of the contract.
[[nodiscard]] contract::Error unreadableAnswer(const QString& why);

// Fields that a newer service adds are ignored.
template <contract::Described T>
[[nodiscard]] contract::Result<T> readValue(const Answer& answer)
{
    const auto object = contract::parseObject(answer.body, 32);
    if (!object) {
        return contract::Unexpected(unreadableAnswer(object.error().detail));
    }
    auto value = contract::fromJson<T>(*object, contract::UnknownFields::Ignore);
    if (!value) {
        return contract::Unexpected(unreadableAnswer(value.error().detail));
    }
    return value;
}

[[nodiscard]] std::optional<QString> optionalText(const QJsonObject& object, const char* name);
[[nodiscard]] std::optional<qint64> optionalNumber(const QJsonObject& object, const char* name);

template <contract::Described T>
[[nodiscard]] contract::Result<contract::Page<T>> readPage(const Answer& answer)
{
    const auto object = contract::parseObject(answer.body, 32);
    if (!object || !object->value(QLatin1String("items")).isArray()) {
        return contract::Unexpected(unreadableAnswer(QStringLiteral("no list")));
    }
    contract::Page<T> page;
    const QJsonArray items = object->value(QLatin1String("items")).toArray();
    page.items.reserve(static_cast<size_t>(items.size()));
    for (const auto& item : items) {
        auto value = contract::fromJson<T>(item.toObject(), contract::UnknownFields::Ignore);
        if (!value) {
            return contract::Unexpected(unreadableAnswer(value.error().detail));
        }
        page.items.push_back(std::move(*value));
    }
    page.next = optionalText(*object, "next");
    page.previous = optionalText(*object, "previous");
    page.total = optionalNumber(*object, "total");
    page.offset = optionalNumber(*object, "offset");
    return page;
}

template <contract::Described T>
[[nodiscard]] contract::Secret bodyOf(const T& value)
{
    return contract::Secret(
        QByteArrayView(QJsonDocument(contract::toJson(value)).toJson(QJsonDocument::Compact)));
}

} // namespace holdfast::client
