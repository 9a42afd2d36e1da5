// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/fields.h"

#include <QJsonArray>

namespace holdfast::contract {

// JSON Schema 2020-12 (the dialect of OpenAPI 3.1) of described values. Named types are gathered under
// `components()`, and everything refers to them.
class SchemaSet
{
public:
    template <Described T>
    QJsonObject reference();
    [[nodiscard]] const QJsonObject& components() const { return m_components; }

    template <class T>
    QJsonObject schema(const Limits& limits);

private:
    static QJsonObject typed(const char* type, const char* format = nullptr);
    static QJsonObject bounded(QJsonObject schema, const char* least, const char* most, const Limits& limits,
                               bool length);
    QJsonObject m_components;
};

namespace detail {
template <class T>
struct Unwrap
{
    using type = T;
    static constexpr bool optional = false;
    static constexpr bool nullable = false;
};
template <class T>
struct Unwrap<std::optional<T>>
{
    using type = T;
    static constexpr bool optional = true;
    static constexpr bool nullable = false;
};
template <class T>
struct Unwrap<Change<T>>
{
    using type = T;
    static constexpr bool optional = true;
    static constexpr bool nullable = true;
};
} // namespace detail

template <class T>
QJsonObject SchemaSet::schema(const Limits& limits)
{
    if constexpr (std::is_same_v<T, bool>) {
        return typed("boolean");
    } else if constexpr (std::is_same_v<T, int> || std::is_same_v<T, qint64>) {
        return bounded(typed("integer"), "minimum", "maximum", limits, false);
    } else if constexpr (std::is_same_v<T, double>) {
        return typed("number");
    } else if constexpr (std::is_same_v<T, QString> || std::is_same_v<T, Secret>) {
        return bounded(typed("string", std::is_same_v<T, Secret> ? "password" : nullptr), "minLength",
                       "maxLength", limits, true);
    } else if constexpr (std::is_same_v<T, Timestamp>) {
        return typed("string", "date-time");
    } else if constexpr (std::is_same_v<T, QJsonObject>) {
        return typed("object");
    } else if constexpr (NamedEnum<T>) {
        QJsonArray names;
        for (const auto& entry : EnumNames<T>::names) {
            names.append(QString::fromLatin1(entry.second));
        }
        QJsonObject object = typed("string");
        object.insert(QStringLiteral("enum"), names);
        return object;
    } else if constexpr (Described<T>) {
        return reference<T>();
    } else {
        QJsonObject object = typed("array");
        object.insert(QStringLiteral("items"), schema<typename T::value_type>(Limits {}));
        return bounded(object, "minItems", "maxItems", limits, true);
    }
}

template <Described T>
QJsonObject SchemaSet::reference()
{
    const QString name = QString::fromLatin1(T::typeName);
    if (!m_components.contains(name)) {
        m_components.insert(name, QJsonObject {}); // a type may contain itself
        QJsonObject properties;
        QJsonArray required;
        const auto add = [&](const auto& field) {
            using Member = std::remove_cvref_t<decltype(std::declval<T>().*field.member)>;
            using Unwrapped = detail::Unwrap<Member>;
            QJsonObject property = schema<typename Unwrapped::type>(field.limits);
            if (Unwrapped::nullable) {
                property = QJsonObject {{QStringLiteral("anyOf"), QJsonArray {property, typed("null")}}};
            }
            property.insert(QStringLiteral("description"), QString::fromUtf8(field.description));
            properties.insert(QString::fromLatin1(field.name), property);
            if (!Unwrapped::optional && !field.limits.defaulted) {
                required.append(QString::fromLatin1(field.name));
            }
        };
        withFields<T>([&](const auto&... fields) { (add(fields), ...); });
        QJsonObject object = typed("object");
        object.insert(QStringLiteral("properties"), properties);
        if (!required.isEmpty()) {
            object.insert(QStringLiteral("required"), required);
        }
        m_components.insert(name, object);
    }
    return {{QStringLiteral("$ref"), QStringLiteral("#/components/schemas/") + name}};
}

} // namespace holdfast::contract
