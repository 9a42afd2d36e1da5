// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/token_import_multipart.h"

#include <QHash>

namespace holdfast::authentication {

using namespace Qt::StringLiterals;
using contract::Result;

namespace {

constexpr qsizetype maxBoundary = 70; // RFC 2046, 5.1.1

contract::Unexpected malformed(const QString& sentence)
{
    return contract::failure(contract::ErrorKind::InvalidRequest, u"malformed_form"_s, sentence);
}

bool isTokenCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
        || QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
}

QByteArrayView skipSpace(QByteArrayView text)
{
    while (!text.isEmpty() && (text.front() == ' ' || text.front() == '\t')) {
        text = text.sliced(1);
    }
    return text;
}

QByteArrayView takeToken(QByteArrayView& text)
{
    qsizetype length = 0;
    while (length < text.size() && isTokenCharacter(text[length])) {
        ++length;
    }
    const QByteArrayView token = text.first(length);
    text = text.sliced(length);
    return token;
}

// A value that may be in quotes, with backslashes before what would end it. Nothing if it is none.
std::optional<QByteArray> takeValue(QByteArrayView& text)
{
    if (text.isEmpty() || text.front() != '"') {
        const QByteArrayView token = takeToken(text);
        return token.isEmpty() ? std::nullopt : std::optional(token.toByteArray());
    }
    QByteArray value;
    for (qsizetype i = 1; i < text.size(); ++i) {
        if (text[i] == '"') {
            text = text.sliced(i + 1);
            return value;
        }
        // Some senders escape only quotes, and let the backslashes of a Windows path stand.
        const bool escaped =
            text[i] == '\\' && i + 1 < text.size() && (text[i + 1] == '"' || text[i + 1] == '\\');
        value += text[escaped ? ++i : i];
    }
    return std::nullopt;
}

struct HeaderValue
{
    QByteArray value; // in lower case
    QHash<QByteArray, QByteArray> parameters; // names in lower case
};

// "form-data; name=file; filename=..." Nothing if it is malformed or says something twice.
std::optional<HeaderValue> parseHeaderValue(QByteArrayView text)
{
    HeaderValue header;
    text = skipSpace(text);
    header.value = takeToken(text).toByteArray().toLower();
    if (text.startsWith('/')) {
        text = text.sliced(1);
        header.value += '/' + takeToken(text).toByteArray().toLower();
    }
    for (text = skipSpace(text); !text.isEmpty(); text = skipSpace(text)) {
        if (text.front() != ';') {
            return std::nullopt;
        }
        text = skipSpace(text.sliced(1));
        const QByteArray name = takeToken(text).toByteArray().toLower();
        if (name.isEmpty() || !text.startsWith('=') || header.parameters.contains(name)) {
            return std::nullopt;
        }
        text = text.sliced(1);
        const auto value = takeValue(text);
        if (!value) {
            return std::nullopt;
        }
        header.parameters.insert(name, *value);
    }
    return header;
}

Result<QByteArray> boundaryOf(QByteArrayView contentType)
{
    const auto header = parseHeaderValue(contentType);
    if (!header || header->value != "multipart/form-data") {
        return malformed(u"The body must be multipart/form-data."_s);
    }
    const QByteArray boundary = header->parameters.value("boundary");
    const bool fit = !boundary.isEmpty() && boundary.size() <= maxBoundary && !boundary.endsWith(' ')
        && std::all_of(boundary.begin(), boundary.end(), [](char c) { return c >= ' ' && c <= '~'; });
    if (!fit) {
        return malformed(u"The Content-Type has no usable boundary."_s);
    }
    return boundary;
}

Result<FormPart> parsePart(QByteArrayView head, QByteArrayView content, size_t number)
{
    FormPart part;
    part.content = content;
    bool named = false;
    for (const QByteArray& line : head.toByteArray().replace("\r\n", "\n").split('\n')) {
        const qsizetype colon = line.indexOf(':');
        const QByteArray name = line.first(std::max<qsizetype>(colon, 0)).toLower();
        const auto value =
            colon > 0 ? parseHeaderValue(QByteArrayView(line).sliced(colon + 1)) : std::nullopt;
        if (name == "content-disposition") {
            if (named || !value || value->value != "form-data" || !value->parameters.contains("name")) {
                return malformed(u"Part %1 of the form has no proper Content-Disposition."_s.arg(number));
            }
            part.name = QString::fromUtf8(value->parameters.value("name"));
            part.fileName = QString::fromUtf8(value->parameters.value("filename"));
            named = true;
        } else if (name == "content-transfer-encoding") {
            if (!value || (value->value != "binary" && value->value != "8bit" && value->value != "7bit")) {
                return malformed(u"Part %1 of the form is encoded; send it as it is."_s.arg(number));
            }
        } else if (colon <= 0) {
            return malformed(u"Part %1 of the form has a broken header."_s.arg(number));
        }
    }
    if (!named) {
        return malformed(u"Part %1 of the form has no name."_s.arg(number));
    }
    return part;
}

} // namespace

Result<std::vector<FormPart>> parseForm(QByteArrayView contentType, QByteArrayView body,
                                        const FormLimits& limits)
{
    const auto boundary = boundaryOf(contentType);
    if (!boundary) {
        return contract::Unexpected(boundary.error());
    }
    const QByteArray delimiter = "\r\n--" + *boundary;
    const QByteArrayView opening = QByteArrayView(delimiter).sliced(2); // the first may start the body
    if (!body.startsWith(opening)) {
        return malformed(u"The body does not begin with the form's boundary."_s);
    }
    qsizetype at = opening.size();
    std::vector<FormPart> parts;
    for (;;) {
        const QByteArrayView rest = body.sliced(at);
        if (rest == QByteArrayView("--") || rest == QByteArrayView("--\r\n")) {
            return parts;
        }
        if (!rest.startsWith("\r\n")) {
            return malformed(u"The form breaks after part %1."_s.arg(parts.size()));
        }
        if (parts.size() == limits.parts) {
            return malformed(u"The form has more than %1 parts."_s.arg(limits.parts));
        }
        const size_t number = parts.size() + 1;
        const qsizetype headEnd = rest.first(std::min(rest.size(), limits.header)).indexOf("\r\n\r\n");
        if (headEnd < 2) {
            return malformed(u"Part %1 of the form has no header, or one that is too long."_s.arg(number));
        }
        const qsizetype contentStart = headEnd + 4;
        const qsizetype contentEnd =
            rest.indexOf(delimiter, contentStart - 2); // empty content shares its line end
        if (contentEnd < 0) {
            return malformed(u"Part %1 of the form does not end; was it cut off?"_s.arg(number));
        }
        const qsizetype length = std::max<qsizetype>(0, contentEnd - contentStart);
        auto part = parsePart(rest.sliced(2, headEnd - 2), rest.sliced(contentStart, length), number);
        if (!part) {
            return contract::Unexpected(part.error());
        }
        parts.push_back(std::move(*part));
        at += contentEnd + delimiter.size();
    }
}

} // namespace holdfast::authentication
