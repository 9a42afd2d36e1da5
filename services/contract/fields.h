// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/secret.h"
#include "services/contract/timestamp.h"

#include <QJsonObject>

#include <array>
#include <limits>
#include <optional>
#include <string_view>
#include <vector>

// A value that crosses the wire declares its fields once. Reading (json.h), checking, writing and the OpenAPI
// schema (schema.h) all follow from that declaration:
//
//     struct UserCreate
//     {
//         QString name;
//         std::optional<QString> domain;
//
//         static constexpr auto typeName = "UserCreate";
//         static constexpr auto fields()
//         {
//             return fieldList(
//                 field("name", &UserCreate::name, "Logon name, unique regardless of case.").length(1, 255),
//                 field("domain", &UserCreate::domain, "Path of the security domain; the root by
//                 default.").length(1, 1024));
//         }
//     };
//
// Members may be bool, int, qint64, double, QString, Secret, Timestamp, an enumeration with EnumNames,
// QJsonObject (free form), another described value, std::vector<T> or QStringList of these, std::optional<T>
// (absent when empty) and Change<T> (in a PATCH: absent, null or a value). A member that is neither optional
// nor defaulted is required.
namespace holdfast::contract {

// A field of a PATCH: absent leaves what is there, null clears it.
template <class T>
struct Change
{
    bool present = false;
    std::optional<T> value {};
};

// Specialise with `static constexpr std::array names {std::pair {E::A, "a"}, ...}` (and `static constexpr
// auto typeName`).
template <class E>
struct EnumNames;

template <class E>
concept NamedEnum = std::is_enum_v<E> && requires
{
    EnumNames<E>::names;
};

template <class T>
concept Described = requires
{
    T::fields();
    T::typeName;
};

struct Limits
{
    qsizetype minLength = 0;
    qsizetype maxLength = 1024; // characters of a text, elements of a list
    qint64 minimum = std::numeric_limits<qint64>::min();
    qint64 maximum = std::numeric_limits<qint64>::max();
    bool defaulted = false; // may be absent; the member's initial value then stands
};

template <class Owner, class Member>
struct Field
{
    const char* name;
    Member Owner::*member;
    const char* description;
    Limits limits {};

    [[nodiscard]] constexpr Field length(qsizetype from, qsizetype to) const
    {
        Field copy = *this;
        copy.limits.minLength = from;
        copy.limits.maxLength = to;
        return copy;
    }
    [[nodiscard]] constexpr Field range(qint64 from, qint64 to) const
    {
        Field copy = *this;
        copy.limits.minimum = from;
        copy.limits.maximum = to;
        return copy;
    }
    [[nodiscard]] constexpr Field orDefault() const
    {
        Field copy = *this;
        copy.limits.defaulted = true;
        return copy;
    }
};

template <class Owner, class Member>
[[nodiscard]] constexpr Field<Owner, Member> field(const char* name, Member Owner::*member,
                                                   const char* description)
{
    return {name, member, description};
}

// The fields of a value. They are kept in a closure, as a std::tuple of them costs every file seconds to
// compile.
template <class... Fields>
[[nodiscard]] constexpr auto fieldList(Fields... fields)
{
    return [=](const auto& visit) {
        return visit(fields...);
    };
}

// Calls `visit` once, with every field of T.
template <Described T, class Visitor>
constexpr auto withFields(const Visitor& visit)
{
    return T::fields()(visit);
}

template <NamedEnum E>
[[nodiscard]] QString enumName(E value)
{
    for (const auto& [known, name] : EnumNames<E>::names) {
        if (known == value) {
            return QString::fromLatin1(name);
        }
    }
    return {};
}

template <NamedEnum E>
[[nodiscard]] std::optional<E> enumValue(QStringView text)
{
    for (const auto& [known, name] : EnumNames<E>::names) {
        if (text == QLatin1String(name)) {
            return known;
        }
    }
    return std::nullopt;
}

} // namespace holdfast::contract
