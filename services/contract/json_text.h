// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/json.h"

// The text of a described value without a QJsonDocument in between: what toJson() says, ten times as fast,
// for answers that are given thousands of times a second.
namespace holdfast::contract {

template <Described T>
[[nodiscard]] QByteArray toJsonText(const T& value);

namespace detail {

void appendText(QByteArray& out, bool value);
void appendText(QByteArray& out, int value);
void appendText(QByteArray& out, qint64 value);
void appendText(QByteArray& out, double value);
void appendText(QByteArray& out, const QString& value);
void appendText(QByteArray& out, const Secret& value);
void appendText(QByteArray& out, Timestamp value);
void appendText(QByteArray& out, const QJsonObject& value);

template <NamedEnum E>
void appendText(QByteArray& out, E value)
{
    appendText(out, enumName(value));
}

template <Described T>
void appendText(QByteArray& out, const T& value);

template <class List>
requires requires(List list)
{
    list.push_back(std::declval<typename List::value_type>());
}
void appendText(QByteArray& out, const List& list)
{
    out += '[';
    for (const auto& element : list) {
        appendText(out, element);
        out += ',';
    }
    list.empty() ? void(out += ']') : void(out.back() = ']');
}

inline void appendName(QByteArray& out, const char* name)
{
    out += '"';
    out += name;
    out += "\":";
}

template <class T>
void appendMember(QByteArray& out, const char* name, const T& value)
{
    appendName(out, name);
    appendText(out, value);
    out += ',';
}
template <class T>
void appendMember(QByteArray& out, const char* name, const std::optional<T>& value)
{
    if (value) {
        appendMember(out, name, *value);
    }
}
template <class T>
void appendMember(QByteArray& out, const char* name, const Change<T>& change)
{
    if (change.present && change.value) {
        appendMember(out, name, *change.value);
    } else if (change.present) {
        appendName(out, name);
        out += "null,";
    }
}

template <Described T>
void appendText(QByteArray& out, const T& value)
{
    out += '{';
    withFields<T>(
        [&](const auto&... fields) { (appendMember(out, fields.name, value.*fields.member), ...); });
    out.endsWith(',') ? void(out.back() = '}') : void(out += '}');
}

} // namespace detail

template <Described T>
QByteArray toJsonText(const T& value)
{
    QByteArray out;
    out.reserve(1024);
    detail::appendText(out, value);
    return out;
}

} // namespace holdfast::contract
