// SPDX-License-Identifier: Apache-2.0
#include "services/contract/json.h"

#include <QJsonDocument>

#include <cmath>

namespace holdfast::contract {

namespace {

// The parser recurses: count the levels before it does. Strings may hold brackets.
bool deeperThan(const QByteArray& utf8, int limit)
{
    int depth = 0;
    bool inText = false;
    for (qsizetype i = 0; i < utf8.size(); ++i) {
        const char c = utf8.at(i);
        if (inText) {
            if (c == '\\') {
                ++i;
            } else if (c == '"') {
                inText = false;
            }
        } else if (c == '"') {
            inText = true;
        } else if (c == '{' || c == '[') {
            if (++depth > limit) {
                return true;
            }
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return false;
}

bool hasControlCharacter(const QString& text)
{
    return std::any_of(text.cbegin(), text.cend(), [](QChar c) {
        return c.unicode() < 0x20 && c != QLatin1Char('\n') && c != QLatin1Char('\t')
            && c != QLatin1Char('\r');
    });
}

} // namespace

Result<QJsonObject> parseObject(const QByteArray& utf8, int maxDepth)
{
    const auto refuse = [](const QString& detail) {
        return failure(ErrorKind::InvalidRequest, QStringLiteral("invalid_json"), detail);
    };
    if (deeperThan(utf8, maxDepth)) {
        return refuse(QStringLiteral("The body is nested deeper than %1 levels.").arg(maxDepth));
    }
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(utf8, &fault);
    if (fault.error != QJsonParseError::NoError) {
        return refuse(
            QStringLiteral("The body is no JSON: %1 at byte %2.").arg(fault.errorString()).arg(fault.offset));
    }
    if (!document.isObject()) {
        return refuse(QStringLiteral("The body must be a JSON object."));
    }
    return document.object();
}

namespace detail {

void Reader::fault(const QString& path, const char* code, const QString& message)
{
    constexpr qsizetype mostFaults = 20;
    if (m_faults.size() < mostFaults) {
        m_faults.append(
            {path, QString::fromLatin1(code), path.isEmpty() ? message : path + QLatin1Char(' ') + message});
    }
}

Error Reader::error() const
{
    return {ErrorKind::InvalidRequest, QStringLiteral("invalid_request"), m_faults.constFirst().message,
            m_faults};
}

void Reader::read(const QJsonValue& json, const QString& path, const Limits&, bool& out)
{
    if (!json.isBool()) {
        fault(path, "not_a_boolean", QStringLiteral("must be true or false."));
        return;
    }
    out = json.toBool();
}

void Reader::read(const QJsonValue& json, const QString& path, const Limits& limits, int& out)
{
    Limits narrowed = limits;
    narrowed.minimum = std::max<qint64>(limits.minimum, std::numeric_limits<int>::min());
    narrowed.maximum = std::min<qint64>(limits.maximum, std::numeric_limits<int>::max());
    qint64 wide = 0;
    read(json, path, narrowed, wide);
    out = static_cast<int>(wide);
}

void Reader::read(const QJsonValue& json, const QString& path, const Limits& limits, qint64& out)
{
    constexpr double exact = 9007199254740992.0; // 2^53: beyond it a JSON number loses digits (RFC 8259, 6)
    const double number = json.toDouble(std::nan(""));
    if (std::isnan(number) || number != std::floor(number) || std::abs(number) > exact) {
        fault(path, "not_an_integer", QStringLiteral("must be a whole number."));
        return;
    }
    const qint64 value = json.toInteger();
    if (value < limits.minimum || value > limits.maximum) {
        fault(path, "out_of_range",
              QStringLiteral("must be from %1 to %2.").arg(limits.minimum).arg(limits.maximum));
        return;
    }
    out = value;
}

void Reader::read(const QJsonValue& json, const QString& path, const Limits&, double& out)
{
    if (!json.isDouble()) {
        fault(path, "not_a_number", QStringLiteral("must be a number."));
        return;
    }
    out = json.toDouble();
}

void Reader::read(const QJsonValue& json, const QString& path, const Limits& limits, QString& out)
{
    if (!json.isString()) {
        fault(path, "not_a_text", QStringLiteral("must be a text."));
        return;
    }
    const QString text = json.toString();
    if (text.size() < limits.minLength || text.size() > limits.maxLength) {
        fault(path, "wrong_length",
              QStringLiteral("must have %1 to %2 characters.").arg(limits.minLength).arg(limits.maxLength));
        return;
    }
    if (hasControlCharacter(text)) {
        fault(path, "control_character", QStringLiteral("must not contain control characters."));
        return;
    }
    out = text;
}

void Reader::read(const QJsonValue& json, const QString& path, const Limits& limits, Secret& out)
{
    QString text;
    read(json, path, limits, text);
    out = Secret(text);
}

void Reader::read(const QJsonValue& json, const QString& path, const Limits&, Timestamp& out)
{
    const auto parsed = fromRfc3339(json.toString());
    if (!parsed) {
        fault(path, "invalid_time",
              QStringLiteral("must be a time such as 2026-06-01T07:12:03Z (RFC 3339)."));
        return;
    }
    out = *parsed;
}

void Reader::read(const QJsonValue& json, const QString& path, const Limits&, QJsonObject& out)
{
    if (!json.isObject()) {
        fault(path, "not_an_object", QStringLiteral("must be an object."));
        return;
    }
    out = json.toObject();
}

void Reader::refuseUnknown(const QJsonObject& object, const QString& parent,
                           std::initializer_list<const char*> names)
{
    for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
        const bool known = std::any_of(names.begin(), names.end(),
                                       [&](const char* name) { return it.key() == QLatin1String(name); });
        if (!known) {
            const QString name = it.key().left(64);
            fault(parent.isEmpty() ? name : parent + QLatin1Char('.') + name, "unknown_field",
                  QStringLiteral("is not a known field."));
        }
    }
}

QJsonValue write(bool value)
{
    return value;
}
QJsonValue write(int value)
{
    return value;
}
QJsonValue write(qint64 value)
{
    return value;
}
QJsonValue write(double value)
{
    return value;
}
QJsonValue write(const QString& value)
{
    return value;
}
QJsonValue write(const Secret& value)
{
    return QString::fromUtf8(value.reveal());
}
QJsonValue write(Timestamp value)
{
    return toRfc3339(value);
}
QJsonValue write(const QJsonObject& value)
{
    return value;
}

} // namespace detail
} // namespace holdfast::contract
