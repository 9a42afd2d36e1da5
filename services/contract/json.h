// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/fields.h"

#include <QJsonArray>
#include <QJsonValue>

namespace holdfast::contract {

// The admin API refuses fields that it does not know; /mfa/v1_1 ignores them.
enum class UnknownFields
{
    Refuse,
    Ignore
};

// Parses a document: UTF-8, an object at the top, at most `maxDepth` levels. The caller has bounded the size.
[[nodiscard]] Result<QJsonObject> parseObject(const QByteArray& utf8, int maxDepth = 16);

template <Described T>
[[nodiscard]] Result<T> fromJson(const QJsonObject& object, UnknownFields unknown = UnknownFields::Refuse);

template <Described T>
[[nodiscard]] QJsonObject toJson(const T& value);

namespace detail {

// Gathers every fault of a document, so that a caller is told all of them at once.
class Reader
{
public:
    explicit Reader(UnknownFields unknown)
        : m_unknown(unknown)
    { }
    void fault(const QString& path, const char* code, const QString& message);
    [[nodiscard]] UnknownFields unknown() const { return m_unknown; }
    [[nodiscard]] bool failed() const { return !m_faults.isEmpty(); }
    [[nodiscard]] Error error() const;

    void read(const QJsonValue& json, const QString& path, const Limits& limits, bool& out);
    void read(const QJsonValue& json, const QString& path, const Limits& limits, int& out);
    void read(const QJsonValue& json, const QString& path, const Limits& limits, qint64& out);
    void read(const QJsonValue& json, const QString& path, const Limits& limits, double& out);
    void read(const QJsonValue& json, const QString& path, const Limits& limits, QString& out);
    void read(const QJsonValue& json, const QString& path, const Limits& limits, Secret& out);
    void read(const QJsonValue& json, const QString& path, const Limits& limits, Timestamp& out);
    void read(const QJsonValue& json, const QString& path, const Limits& limits, QJsonObject& out);

    template <NamedEnum E>
    void read(const QJsonValue& json, const QString& path, const Limits&, E& out)
    {
        if (const auto known = enumValue<E>(json.toString())) {
            out = *known;
            return;
        }
        QStringList names;
        for (const auto& entry : EnumNames<E>::names) {
            names << QString::fromLatin1(entry.second);
        }
        fault(path, "not_one_of",
              QStringLiteral("must be one of: %1.").arg(names.join(QStringLiteral(", "))));
    }

    template <class T>
    void read(const QJsonValue& json, const QString& path, const Limits& limits, std::optional<T>& out)
    {
        if (json.isNull()) {
            out.reset();
            return;
        }
        T value {};
        read(json, path, limits, value);
        out = std::move(value);
    }

    template <class T>
    void read(const QJsonValue& json, const QString& path, const Limits& limits, Change<T>& out)
    {
        out.present = true;
        read(json, path, limits, out.value);
    }

    template <class List>
    requires requires(List list) { list.push_back(std::declval<typename List::value_type>()); }
    void read(const QJsonValue& json, const QString& path, const Limits& limits, List& out)
    {
        if (!json.isArray()) {
            fault(path, "not_a_list", QStringLiteral("must be a list."));
            return;
        }
        const QJsonArray array = json.toArray();
        if (array.size() < limits.minLength || array.size() > limits.maxLength) {
            fault(path, "wrong_length",
                  QStringLiteral("must have %1 to %2 elements.").arg(limits.minLength).arg(limits.maxLength));
            return;
        }
        for (qsizetype i = 0; i < array.size(); ++i) {
            typename List::value_type element {};
            read(array.at(i), QStringLiteral("%1[%2]").arg(path).arg(i), Limits {}, element);
            out.push_back(std::move(element));
        }
    }

    template <Described T>
    void read(const QJsonValue& json, const QString& path, const Limits&, T& out)
    {
        if (!json.isObject()) {
            fault(path, "not_an_object", QStringLiteral("must be an object."));
            return;
        }
        const QJsonObject object = json.toObject();
        qsizetype known = 0;
        withFields<T>([&](const auto&... fields) { (readField(object, path, fields, out, known), ...); });
        if (m_unknown == UnknownFields::Refuse && known != object.size()) {
            withFields<T>([&](const auto&... fields) { refuseUnknown(object, path, {fields.name...}); });
        }
    }

private:
    template <class T>
    static constexpr bool maybeAbsent = false;

    template <class FieldType, class T>
    void readField(const QJsonObject& object, const QString& parent, const FieldType& field, T& out,
                   qsizetype& known)
    {
        const auto found = object.constFind(QLatin1String(field.name));
        using Member = std::remove_reference_t<decltype(out.*field.member)>;
        if (found == object.constEnd()) {
            if (!field.limits.defaulted && !maybeAbsent<Member>) {
                fault(pathOf(parent, field.name), "required", QStringLiteral("is required."));
            }
            return;
        }
        ++known;
        read(found.value(), pathOf(parent, field.name), field.limits, out.*field.member);
    }
    void refuseUnknown(const QJsonObject& object, const QString& parent,
                       std::initializer_list<const char*> names);
    // Made only for what is there or missed: most fields of a message are neither.
    static QString pathOf(const QString& parent, const char* name)
    {
        return parent.isEmpty() ? QString::fromLatin1(name) : parent + QLatin1Char('.') + QLatin1String(name);
    }

    UnknownFields m_unknown;
    QList<FieldError> m_faults;
};

template <class T>
inline constexpr bool Reader::maybeAbsent<std::optional<T>> = true;
template <class T>
inline constexpr bool Reader::maybeAbsent<Change<T>> = true;

QJsonValue write(bool value);
QJsonValue write(int value);
QJsonValue write(qint64 value);
QJsonValue write(double value);
QJsonValue write(const QString& value);
// A secret that an answer shows once (a new emergency code). Requests carry secrets too: the client writes
// them here.
QJsonValue write(const Secret& value);
QJsonValue write(Timestamp value);
QJsonValue write(const QJsonObject& value);

template <NamedEnum E>
QJsonValue write(E value)
{
    return enumName(value);
}
template <Described T>
QJsonValue write(const T& value)
{
    return toJson(value);
}
template <class List>
requires requires(List list)
{
    list.push_back(std::declval<typename List::value_type>());
}
QJsonValue write(const List& list)
{
    QJsonArray array;
    for (const auto& element : list) {
        array.append(write(element));
    }
    return array;
}

template <class T>
void writeMember(QJsonObject& object, const char* name, const T& value)
{
    object.insert(QLatin1String(name), write(value));
}
template <class T>
void writeMember(QJsonObject& object, const char* name, const std::optional<T>& value)
{
    if (value) {
        writeMember(object, name, *value);
    }
}
template <class T>
void writeMember(QJsonObject& object, const char* name, const Change<T>& change)
{
    if (change.present) {
        object.insert(QLatin1String(name),
                      change.value ? write(*change.value) : QJsonValue(QJsonValue::Null));
    }
}

} // namespace detail

template <Described T>
Result<T> fromJson(const QJsonObject& object, UnknownFields unknown)
{
    detail::Reader reader(unknown);
    T value {};
    reader.read(object, QString(), Limits {}, value);
    if (reader.failed()) {
        return Unexpected(reader.error());
    }
    return value;
}

template <Described T>
QJsonObject toJson(const T& value)
{
    QJsonObject object;
    withFields<T>([&](const auto&... fields) {
        (detail::writeMember(object, fields.name, value.*fields.member), ...);
    });
    return object;
}

} // namespace holdfast::contract
