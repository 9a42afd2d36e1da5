// SPDX-License-Identifier: Apache-2.0
#include "services/otp/sdtid_protocol.h"

#include "services/contract/fields.h"
#include "services/otp/code.h"
#include "services/otp/record_checks.h"

#include <QJsonDocument>

namespace holdfast::otp {

using namespace Qt::StringLiterals;

namespace {

QJsonObject toJson(const ImportFault& fault)
{
    return {{u"code"_s, fault.code}, {u"cause"_s, fault.cause}, {u"cure"_s, fault.cure}};
}

std::optional<ImportFault> faultOf(const QJsonValue& json)
{
    if (!json.isObject()) {
        return std::nullopt;
    }
    return ImportFault {json[u"code"].toString(), json[u"cause"].toString(), json[u"cure"].toString()};
}

void writeTime(QJsonObject& json, const QString& name, const std::optional<contract::Timestamp>& time)
{
    if (time) {
        json.insert(name, double(contract::toMilliseconds(*time)));
    }
}

std::optional<contract::Timestamp> timeOf(const QJsonValue& json)
{
    return json.isDouble() ? std::optional(contract::fromMilliseconds(qint64(json.toDouble())))
                           : std::nullopt;
}

QByteArray line(const QJsonObject& json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace

QByteArray recordLine(const TokenRecord& record)
{
    QJsonObject json {{u"position"_s, record.position}, {u"serial"_s, record.serial}};
    if (!record.token) {
        json.insert(u"fault"_s, toJson(record.token.error()));
        return line(json);
    }
    const ParsedToken& token = *record.token;
    json.insert(u"seed"_s, QString::fromLatin1(token.seed.reveal()));
    json.insert(u"digits"_s, token.digits);
    json.insert(u"interval"_s, token.intervalSeconds);
    json.insert(u"pinStyle"_s, contract::enumName(token.pinStyle));
    json.insert(u"userLogin"_s, token.userLogin);
    json.insert(u"manufacturer"_s, token.manufacturer);
    writeTime(json, u"startsAt"_s, token.startsAt);
    writeTime(json, u"expiresAt"_s, token.expiresAt);
    return line(json);
}

QByteArray endLine(const std::optional<ImportFault>& fault)
{
    QJsonObject json {{u"end"_s, true}};
    if (fault) {
        json.insert(u"fault"_s, toJson(*fault));
    }
    return line(json);
}

std::optional<ReaderLine> parseReaderLine(const QByteArray& text)
{
    const QJsonObject json = QJsonDocument::fromJson(text).object();
    ReaderLine result;
    result.isEnd = json[u"end"].toBool();
    result.fault = faultOf(json[u"fault"]);
    if (result.isEnd) {
        return result;
    }
    TokenRecord record {json[u"position"].toInt(), json[u"serial"].toString()};
    if (record.position < 1) {
        return std::nullopt;
    }
    if (result.fault) {
        record.token = tl::make_unexpected(*std::exchange(result.fault, std::nullopt));
        result.record = std::move(record);
        return result;
    }
    ParsedToken token;
    token.kind = contract::TokenKind::SecurId;
    token.serial = record.serial;
    token.seed = contract::Secret(json[u"seed"].toString());
    token.digits = json[u"digits"].toInt();
    token.intervalSeconds = json[u"interval"].toInt();
    const auto pinStyle = contract::enumValue<contract::PinStyle>(json[u"pinStyle"].toString());
    token.userLogin = shown(json[u"userLogin"].toString());
    token.manufacturer = shown(json[u"manufacturer"].toString());
    token.startsAt = timeOf(json[u"startsAt"]);
    token.expiresAt = timeOf(json[u"expiresAt"]);
    if (!pinStyle || checkSerial(token.serial) || checkDigits(token.digits)
        || checkInterval(token.intervalSeconds) || checkSeed(token.seed)) {
        return std::nullopt;
    }
    token.pinStyle = *pinStyle;
    record.token = std::move(token);
    result.record = std::move(record);
    return result;
}

} // namespace holdfast::otp
