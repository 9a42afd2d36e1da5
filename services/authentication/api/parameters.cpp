// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/parameters.h"

#include "services/contract/timestamp.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <cmath>

namespace holdfast::authentication {

namespace {

using contract::FieldError;

std::optional<FieldError> fault(const QString& name, const char* code, const QString& message)
{
    return FieldError {name, QString::fromLatin1(code), name + QLatin1Char(' ') + message};
}

std::optional<FieldError> checkNumber(const QueryParameter& parameter, const QString& name,
                                      const QString& value)
{
    bool isNumber = false;
    const double number = parameter.type == ParameterType::Integer
        ? static_cast<double>(value.toLongLong(&isNumber))
        : value.toDouble(&isNumber);
    if (!isNumber || !std::isfinite(number)) {
        return fault(name, "not_a_number", QStringLiteral("must be a number."));
    }
    if (number < parameter.minimum || number > parameter.maximum) {
        return fault(name, "out_of_range",
                     QStringLiteral("must be from %1 to %2.")
                         .arg(parameter.minimum, 0, 'g', 17)
                         .arg(parameter.maximum, 0, 'g', 17));
    }
    return std::nullopt;
}

std::optional<FieldError> checkText(const QueryParameter& parameter, const QString& name,
                                    const QString& value)
{
    if (!parameter.oneOf.empty()) {
        QStringList names;
        for (const char* known : parameter.oneOf) {
            names << QString::fromLatin1(known);
        }
        if (!names.contains(value)) {
            return fault(name, "not_one_of",
                         QStringLiteral("must be one of: %1.").arg(names.join(QStringLiteral(", "))));
        }
    }
    const auto length = static_cast<double>(value.size());
    if (length < parameter.minimum || length > parameter.maximum) {
        return fault(
            name, "wrong_length",
            QStringLiteral("must have %1 to %2 characters.").arg(parameter.minimum).arg(parameter.maximum));
    }
    if (std::any_of(value.begin(), value.end(), [](QChar c) { return c.unicode() < 0x20; })) {
        return fault(name, "control_character", QStringLiteral("must not contain control characters."));
    }
    return std::nullopt;
}

std::optional<FieldError> checkValue(const QueryParameter& parameter, const QString& value)
{
    const QString name = QString::fromLatin1(parameter.name);
    switch (parameter.type) {
    case ParameterType::Text:
        return checkText(parameter, name, value);
    case ParameterType::Integer:
    case ParameterType::Number:
        return checkNumber(parameter, name, value);
    case ParameterType::Boolean:
        return value == QLatin1String("true") || value == QLatin1String("false")
            ? std::nullopt
            : fault(name, "not_a_boolean", QStringLiteral("must be true or false."));
    case ParameterType::Time:
        return contract::fromRfc3339(value)
            ? std::nullopt
            : fault(name, "invalid_time",
                    QStringLiteral("must be a time such as 2026-06-01T07:12:03Z (RFC 3339)."));
    }
    return std::nullopt;
}

QJsonObject schemaOf(const QueryParameter& parameter)
{
    const auto typed = [](const char* type) {
        return QJsonObject {{QStringLiteral("type"), QString::fromLatin1(type)}};
    };
    switch (parameter.type) {
    case ParameterType::Text: {
        QJsonObject schema = typed("string");
        if (!parameter.oneOf.empty()) {
            QJsonArray names;
            for (const char* known : parameter.oneOf) {
                names.append(QString::fromLatin1(known));
            }
            schema.insert(QStringLiteral("enum"), names);
            return schema;
        }
        schema.insert(QStringLiteral("minLength"), parameter.minimum);
        schema.insert(QStringLiteral("maxLength"), parameter.maximum);
        return schema;
    }
    case ParameterType::Integer:
    case ParameterType::Number: {
        QJsonObject schema = typed(parameter.type == ParameterType::Integer ? "integer" : "number");
        schema.insert(QStringLiteral("minimum"), parameter.minimum);
        schema.insert(QStringLiteral("maximum"), parameter.maximum);
        return schema;
    }
    case ParameterType::Boolean:
        return typed("boolean");
    case ParameterType::Time: {
        QJsonObject schema = typed("string");
        schema.insert(QStringLiteral("format"), QStringLiteral("date-time"));
        return schema;
    }
    }
    return {};
}

http::ParameterDocumentation header(const char* name, const char* description, bool required)
{
    return {QString::fromLatin1(name),
            QStringLiteral("header"),
            QString::fromLatin1(description),
            required,
            {{QStringLiteral("type"), QStringLiteral("string")}}};
}

} // namespace

contract::Result<void> checkParameters(const Operation& operation, const http::Request& request)
{
    QList<FieldError> faults;
    const auto add = [&](std::optional<FieldError> found) {
        if (found && faults.size() < 20) {
            faults.append(std::move(*found));
        }
    };
    QStringList seen;
    for (const auto& [name, value] : request.query) {
        const auto known = std::find_if(operation.query.begin(), operation.query.end(),
                                        [&, &wanted = name](const QueryParameter& parameter) {
                                            return wanted == QLatin1String(parameter.name);
                                        });
        if (known == operation.query.end()) {
            add(fault(name.left(64), "unknown_parameter", QStringLiteral("is not a known parameter.")));
        } else if (seen.contains(name)) {
            add(fault(name, "repeated", QStringLiteral("may be given once.")));
        } else {
            seen << name;
            add(checkValue(*known, value));
        }
    }
    for (const QueryParameter& parameter : operation.query) {
        const QString name = QString::fromLatin1(parameter.name);
        if (parameter.required && !seen.contains(name)) {
            add(fault(name, "required", QStringLiteral("is required.")));
        }
    }
    if (faults.isEmpty()) {
        return {};
    }
    const QString first = faults.constFirst().message;
    return contract::Unexpected(contract::Error {
        contract::ErrorKind::InvalidRequest, QStringLiteral("invalid_request"), first, std::move(faults)});
}

void document(http::Method method, const Operation& operation, http::RouteDocumentation& documentation)
{
    documentation.operationId = QString::fromLatin1(operation.id);
    documentation.summary = QString::fromUtf8(operation.summary);
    documentation.tag = QString::fromLatin1(operation.tag);
    documentation.successStatus = operation.success;
    documentation.security = operation.access.isOpen() ? QString() : QStringLiteral("bearer");
    static const QRegularExpression placeholder(QStringLiteral("\\{([A-Za-z]+)\\}"));
    auto match = placeholder.globalMatch(QString::fromLatin1(operation.path));
    while (match.hasNext()) {
        documentation.parameters.append({match.next().captured(1),
                                         QStringLiteral("path"),
                                         QStringLiteral("Which one."),
                                         true,
                                         {{QStringLiteral("type"), QStringLiteral("string")}}});
    }
    for (const QueryParameter& parameter : operation.query) {
        documentation.parameters.append({QString::fromLatin1(parameter.name), QStringLiteral("query"),
                                         QString::fromUtf8(parameter.description), parameter.required,
                                         schemaOf(parameter)});
    }
    if (operation.idempotent) {
        documentation.parameters.append(header(
            "Idempotency-Key",
            "Makes a repeated request harmless: 1 to 255 printable characters, kept for a day.", false));
    }
    if (operation.ifMatch && (method == http::Method::Put || method == http::Method::Patch)) {
        documentation.parameters.append(
            header("If-Match", "The ETag of the version that the change is made to.", true));
    }
}

} // namespace holdfast::authentication
