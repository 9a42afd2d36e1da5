// SPDX-License-Identifier: Apache-2.0
#include "services/otp/sdtid_import.h"

#include "services/otp/code_generator.h"
#include "services/otp/record_checks.h"

#include <QDate>
#include <QTimeZone>

#include <openssl/crypto.h>

#include <algorithm>
#include <array>
#include <memory>
#include <stoken.h>

namespace holdfast::otp {

using namespace Qt::StringLiterals;

namespace {

using Fault = std::optional<ImportFault>;

constexpr qsizetype serialDigits = 12;
constexpr qsizetype maxPassphrase = 40; // libstoken's
constexpr qsizetype encodedBytes = 16;

struct ContextEnd
{
    void operator()(stoken_ctx* context) const { stoken_destroy(context); }
};
using Context = std::unique_ptr<stoken_ctx, ContextEnd>;

Fault applySerial(const SdtidRecord& record, ParsedToken& token)
{
    const QString serial = record.field(u"SN"_s);
    const bool digits =
        std::all_of(serial.begin(), serial.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (serial.isEmpty() || serial.size() > serialDigits || !digits) {
        return ImportFault {u"serial_invalid"_s, u"The serial number (SN) is not of 1 to 12 digits."_s,
                            u"Ask for the file again from where it came from."_s};
    }
    token.serial = serial.rightJustified(serialDigits, u'0');
    return std::nullopt;
}

// Of a whole number that may be missing. -1 where the text is no number.
int wholeNumber(const SdtidRecord& record, const QString& name, int otherwise)
{
    const QString text = record.field(name);
    bool isNumber = false;
    const int value = text.toInt(&isNumber);
    return text.isEmpty() ? otherwise : isNumber ? value : -1;
}

Fault applyNumbers(const SdtidRecord& record, ParsedToken& token)
{
    // What libstoken would quietly read as something else is refused here.
    token.digits = wholeNumber(record, u"Digits"_s, 6);
    if (token.digits < minDigits || token.digits > STOKEN_MAX_TOKENCODE) {
        return ImportFault {u"digits_not_supported"_s, u"The length of the token's codes is not supported."_s,
                            u"Codes of 4 to 8 digits can be imported from sdtid."_s};
    }
    token.intervalSeconds = wholeNumber(record, u"Interval"_s, 60);
    if (token.intervalSeconds != 30 && token.intervalSeconds != 60) {
        return ImportFault {u"interval_not_supported"_s, u"The token's interval is not 30 or 60 seconds."_s,
                            u"Only such tokens can be imported from sdtid."_s};
    }
    if (wholeNumber(record, u"Alg"_s, 0) != 1) {
        return ImportFault {u"algorithm_not_supported"_s,
                            u"The token uses the older algorithm with 64-bit keys."_s,
                            u"Only tokens with 128-bit keys (AES) can be imported."_s};
    }
    return std::nullopt;
}

Fault applyDate(const SdtidRecord& record, const QString& name, int addDays,
                std::optional<contract::Timestamp>& date)
{
    const QString text = record.field(name);
    if (text.isEmpty()) {
        return std::nullopt;
    }
    const QDate day = QDate::fromString(text, u"yyyy/M/d"_s).addDays(addDays);
    if (!day.isValid() || day.year() < 1970 || day.year() > 9999) {
        return ImportFault {u"date_invalid"_s, u"%1 is not a date."_s.arg(name),
                            u"Ask for the file with dates such as 2026/01/31."_s};
    }
    date = contract::fromMilliseconds(day.startOfDay(QTimeZone::utc()).toMSecsSinceEpoch());
    return std::nullopt;
}

Fault checkEncoded(const SdtidRecord& record)
{
    for (const auto& name : {u"Secret"_s, u"Seed"_s, u"HeaderMAC"_s, u"TokenMAC"_s}) {
        const QString text = record.field(name);
        // The first character of a seed is a mark, "=" as a rule, and not part of its base64.
        const bool marked = name == u"Seed";
        const auto decoded = decodeBase64(QStringView(text).mid(marked ? 1 : 0));
        if (!decoded) {
            EncodingFault fault = decoded.error();
            fault.position += marked && fault.position > 0 ? 1 : 0;
            return base64Fault(name, fault);
        }
        if (decoded->size() != encodedBytes) {
            return ImportFault {
                u"field_invalid"_s, u"%1 is missing or does not have 16 bytes."_s.arg(name),
                u"Ask for the file again; it is damaged or of a kind that is not supported."_s};
        }
    }
    return std::nullopt;
}

Fault open(stoken_ctx* context, const SdtidRecord& record, const contract::Secret* passphrase)
{
    QByteArray document = record.document();
    const int failed = stoken_import_string(context, document.constData());
    OPENSSL_cleanse(document.data(), static_cast<size_t>(document.size()));
    if (failed) {
        return ImportFault {u"mac_mismatch"_s,
                            u"A MAC does not match: the record or the batch's header was changed."_s,
                            u"Ask for the file again from where it came from."_s};
    }
    if (!stoken_pass_required(context)) {
        return std::nullopt; // libstoken has opened the seed already, and checked both MACs
    }
    if (!passphrase || passphrase->isEmpty()) {
        return ImportFault {u"passphrase_required"_s, u"The file is protected by a password."_s,
                            u"Enter the password that came with the file."_s};
    }
    if (passphrase->size() > maxPassphrase) {
        return ImportFault {u"passphrase_too_long"_s, u"Passwords of sdtid files have at most 40 bytes."_s,
                            u"Check the password that came with the file."_s};
    }
    const QByteArray text(passphrase->reveal().data(), passphrase->size());
    const int refused = stoken_decrypt_seed(context, text.constData(), nullptr);
    OPENSSL_cleanse(const_cast<char*>(text.constData()), static_cast<size_t>(text.size()));
    if (refused) {
        return ImportFault {QString::fromLatin1(passphraseOrRecordWrong), {}, {}};
    }
    return std::nullopt;
}

Fault applySeed(const SdtidRecord& record, const contract::Secret* passphrase, ParsedToken& token)
{
    const Context context(stoken_new());
    if (auto fault = open(context.get(), record, passphrase)) {
        return fault;
    }
    const ImportFault unusable {u"seed_invalid"_s, u"The record's seed cannot be used."_s,
                                u"Ask for the file again from where it came from."_s};
    const std::unique_ptr<stoken_info, decltype(&free)> info(stoken_get_info(context.get()), &free);
    char* text = stoken_encrypt_seed(context.get(), nullptr, nullptr);
    if (!info || !text) {
        return unusable;
    }
    token.seed = contract::Secret(QByteArrayView(text, qstrlen(text)));
    OPENSSL_cleanse(text, qstrlen(text));
    free(text);
    token.pinStyle = info->uses_pin ? contract::PinStyle::Mixed : contract::PinStyle::BeforeCode;

    // What will be stored must be this very token and give its codes.
    const CodeParameters parameters {token.kind, token.algorithm, token.digits, token.intervalSeconds};
    const auto generator = CodeGenerator::create(parameters, token.seed);
    std::array<char, STOKEN_MAX_TOKENCODE + 1> code {};
    const bool same = generator && QLatin1String(info->serial) == token.serial
        && info->interval == token.intervalSeconds
        && stoken_compute_tokencode(context.get(), 0, "0000", code.data()) == 0
        && generator->code(0).equals(QByteArrayView(code.data(), qstrlen(code.data())));
    return same ? Fault() : unusable;
}

} // namespace

TokenRecord importSdtidRecord(const SdtidRecord& record, const contract::Secret* passphrase)
{
    ParsedToken token;
    token.kind = contract::TokenKind::SecurId;
    Fault fault = applySerial(record, token);
    TokenRecord result {record.position(), token.serial};
    if (!fault) {
        fault = applyNumbers(record, token);
    }
    if (!fault) {
        fault = applyDate(record, u"Birth"_s, 0, token.startsAt);
    }
    if (!fault) {
        fault = applyDate(record, u"Death"_s, 1, token.expiresAt); // good for the whole of its last day
    }
    if (!fault) {
        fault = token.expiresAt
            ? checkDates(token)
            : ImportFault {u"date_invalid"_s, u"The record does not say when the token expires."_s,
                           u"Ask for the file with Death or DefDeath in it."_s};
    }
    if (!fault) {
        fault = checkEncoded(record);
    }
    if (!fault) {
        fault = applySeed(record, passphrase, token);
    }
    if (fault) {
        result.token = tl::make_unexpected(std::move(*fault));
        return result;
    }
    token.userLogin = shown(record.field(u"UserLogin"_s));
    token.manufacturer = u"RSA"_s;
    result.token = std::move(token);
    return result;
}

} // namespace holdfast::otp
