// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace holdfast::http {

// The parts of a request target (RFC 9112, 3.2), still encoded. Views into what was given.
struct RequestTarget
{
    QByteArrayView authority; // of the absolute form, which overrides Host; empty otherwise
    QByteArrayView path; // begins with a slash
    QByteArrayView query; // without the question mark
};

// nullopt for what is neither the origin form nor the absolute form.
[[nodiscard]] std::optional<RequestTarget> splitTarget(QByteArrayView target);

enum class Plus
{
    Literal,
    Space
};
// Strict: an unfinished %XX, bytes that are no UTF-8 and NUL give nullopt.
[[nodiscard]] std::optional<QString> percentDecoded(QByteArrayView encoded, Plus plus = Plus::Literal);
[[nodiscard]] std::optional<QList<std::pair<QString, QString>>> parseQuery(QByteArrayView query);

} // namespace holdfast::http
