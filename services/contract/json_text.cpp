// SPDX-License-Identifier: Apache-2.0
#include "services/contract/json_text.h"

#include <QJsonDocument>

#include <algorithm>

namespace holdfast::contract::detail {

namespace {

bool isPlain(QChar character)
{
    const char16_t unit = character.unicode();
    return unit >= 0x20 && unit < 0x7f && unit != u'"' && unit != u'\\';
}

void appendEscaped(QByteArray& out, QByteArrayView utf8)
{
    constexpr char hex[] = "0123456789abcdef";
    for (const char byte : utf8) {
        if (byte == '"' || byte == '\\') {
            out += '\\';
            out += byte;
        } else if (byte >= 0 && byte < 0x20) {
            out += "\\u00";
            out += hex[byte >> 4];
            out += hex[byte & 15];
        } else {
            out += byte;
        }
    }
}

} // namespace

void appendText(QByteArray& out, bool value)
{
    out += value ? "true" : "false";
}

void appendText(QByteArray& out, int value)
{
    out += QByteArray::number(value);
}

void appendText(QByteArray& out, qint64 value)
{
    out += QByteArray::number(value);
}

void appendText(QByteArray& out, double value)
{
    // The one place that knows how JSON writes numbers is asked.
    const QByteArray list = QJsonDocument(QJsonArray {value}).toJson(QJsonDocument::Compact);
    out.append(QByteArrayView(list).sliced(1, list.size() - 2));
}

void appendText(QByteArray& out, const QString& value)
{
    out += '"';
    if (std::all_of(value.cbegin(), value.cend(), isPlain)) {
        const qsizetype at = out.size();
        out.resize(at + value.size());
        std::transform(value.cbegin(), value.cend(), out.begin() + at, [](QChar c) { return c.toLatin1(); });
    } else {
        appendEscaped(out, value.toUtf8());
    }
    out += '"';
}

void appendText(QByteArray& out, const Secret& value)
{
    appendText(out, QString::fromUtf8(value.reveal()));
}

void appendText(QByteArray& out, Timestamp value)
{
    appendText(out, toRfc3339(value));
}

void appendText(QByteArray& out, const QJsonObject& value)
{
    out += QJsonDocument(value).toJson(QJsonDocument::Compact);
}

} // namespace holdfast::contract::detail
