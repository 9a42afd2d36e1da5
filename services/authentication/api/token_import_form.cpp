// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/token_import_form.h"

#include "services/authentication/api/token_import_multipart.h"
#include "services/otp/base64.h"
#include "services/otp/record_checks.h"

#include <QJsonArray>
#include <QSet>

namespace holdfast::authentication {

using namespace Qt::StringLiterals;
using contract::FieldError;

namespace {

constexpr qsizetype maxText = 4096;

class FormReader
{
public:
    void take(const FormPart& part)
    {
        if (m_seen.contains(part.name)) {
            fault(part.name, u"repeated"_s, u"stands in the form more than once."_s);
            return;
        }
        m_seen.insert(part.name);
        if (part.name == u"file") {
            m_request.file = part.content;
            m_request.fileName = otp::shown(part.fileName.mid(
                std::max(part.fileName.lastIndexOf(u'/'), part.fileName.lastIndexOf(u'\\')) + 1));
            return;
        }
        if (part.content.size() > maxText) {
            fault(part.name, u"too_long"_s, u"must have at most %1 bytes."_s.arg(maxText));
        } else if (part.name == u"passphrase") {
            m_request.keys.passphrase = contract::Secret(part.content);
        } else if (part.name == u"key") {
            takeKey(part);
        } else {
            takeText(part.name, QString::fromUtf8(part.content).trimmed());
        }
    }

    contract::Result<TokenImportRequest> finish()
    {
        for (const auto& name : {u"file"_s, u"format"_s}) {
            if (!m_seen.contains(name)) {
                fault(name, u"required"_s, u"is required."_s);
            }
        }
        if (m_faults.isEmpty()) {
            return std::move(m_request);
        }
        return contract::Unexpected(
            contract::Error {contract::ErrorKind::InvalidRequest, u"invalid_request"_s,
                             m_faults.first().path + u' ' + m_faults.first().message, m_faults});
    }

private:
    void fault(const QString& path, const QString& code, const QString& message)
    {
        m_faults.append(FieldError {path.left(64), code, message});
    }

    void takeKey(const FormPart& part)
    {
        if (part.content.trimmed().isEmpty()) {
            return; // a form's empty field
        }
        auto key = otp::decodeHex(QString::fromLatin1(part.content));
        if (!key) {
            fault(part.name, u"not_hexadecimal"_s,
                  key.error().position > 0
                      ? u"must be hexadecimal digits; character %1 is none."_s.arg(key.error().position)
                      : u"must have an even number of hexadecimal digits."_s);
        } else if (key->size() != 16 && key->size() != 24 && key->size() != 32) {
            fault(part.name, u"wrong_length"_s, u"must have 32, 48 or 64 hexadecimal digits."_s);
        } else {
            m_request.keys.key = std::move(*key);
        }
    }

    void takeText(const QString& name, const QString& text)
    {
        if (name == u"format") {
            takeName(name, text, m_request.format);
        } else if (name == u"duplicates") {
            takeName(name, text, m_request.duplicates);
        } else if (name == u"dryRun") {
            takeFlag(name, text, m_request.dryRun);
        } else if (name == u"async") {
            takeFlag(name, text, m_request.async);
        } else if (name == u"domain") {
            m_request.domain = text;
        } else {
            fault(name, u"unknown_field"_s, u"is not known."_s);
        }
    }

    template <class E>
    void takeName(const QString& name, const QString& text, E& out)
    {
        QStringList known;
        for (const auto& entry : contract::EnumNames<E>::names) {
            known << QString::fromLatin1(entry.second);
        }
        if (const auto value = contract::enumValue<E>(text)) {
            out = *value;
        } else {
            fault(name, u"not_one_of"_s, u"must be one of: %1."_s.arg(known.join(u", "_s)));
        }
    }

    void takeFlag(const QString& name, const QString& text, bool& out)
    {
        if (text != u"true" && text != u"false") {
            fault(name, u"not_a_boolean"_s, u"must be true or false."_s);
        }
        out = text == u"true";
    }

    TokenImportRequest m_request;
    QSet<QString> m_seen;
    QList<FieldError> m_faults;
};

QJsonObject text(const QString& description)
{
    return {{u"type"_s, u"string"_s}, {u"description"_s, description}};
}

template <class E>
QJsonObject oneOf(const QString& description)
{
    QJsonArray names;
    for (const auto& entry : contract::EnumNames<E>::names) {
        names.append(QString::fromLatin1(entry.second));
    }
    QJsonObject schema = text(description);
    schema.insert(u"enum"_s, names);
    return schema;
}

QJsonObject flag(const QString& description)
{
    QJsonObject schema = text(description);
    schema.insert(u"enum"_s, QJsonArray {u"true"_s, u"false"_s});
    return schema;
}

} // namespace

contract::Result<TokenImportRequest> readTokenImportForm(const http::Request& request)
{
    const auto parts = parseForm(request.header("content-type"), request.body);
    if (!parts) {
        return contract::Unexpected(parts.error());
    }
    FormReader reader;
    for (const FormPart& part : *parts) {
        reader.take(part);
    }
    return reader.finish();
}

QJsonObject tokenImportFormSchema()
{
    QJsonObject file = text(u"The token file, at most 16 MiB."_s);
    file.insert(u"contentMediaType"_s, u"application/octet-stream"_s);
    const QJsonObject properties {
        {u"file"_s, file},
        {u"format"_s, oneOf<contract::ImportFormat>(u"The file's format."_s)},
        {u"passphrase"_s, text(u"Opens a file that is encrypted under a passphrase."_s)},
        {u"key"_s,
         text(
             u"Opens a PSKC file that is encrypted under a pre-shared key: 32, 48 or 64 hexadecimal digits."_s)},
        {u"dryRun"_s, flag(u"true: say what would happen, and change nothing."_s)},
        {u"duplicates"_s,
         oneOf<contract::DuplicateRule>(
             u"What to do with tokens that are there already; ignore by default."_s)},
        {u"async"_s, flag(u"true: answer at once with a job to watch."_s)},
        {u"domain"_s,
         text(u"Path of the security domain of new tokens; the top of the caller's scope by default."_s)},
    };
    return {{u"type"_s, u"object"_s},
            {u"properties"_s, properties},
            {u"required"_s, QJsonArray {u"file"_s, u"format"_s}},
            {u"additionalProperties"_s, false}};
}

} // namespace holdfast::authentication
