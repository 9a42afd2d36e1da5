// SPDX-License-Identifier: Apache-2.0
#include "models/formats.h"
#include "models/words.h"
#include "models/words_table.h"

namespace holdfast::models::words {

namespace {

using contract::Event;
using contract::EventResult;

// Sentences with %1 the person, %2 the token, %3 who did it, %4 a name out of the detail. Keys with a verb
// after a colon are of an event whose detail has that action; those with a result, of that result.
constexpr std::array sentences {
    Entry {"AUTHN_LOGIN_EVENT:success", QT_TRANSLATE_NOOP("Words", "%1 signed in")},
    Entry {"AUTHN_LOGIN_EVENT:failure", QT_TRANSLATE_NOOP("Words", "%1 was refused")},
    Entry {"AUTHN_LOGIN_EVENT:challenge", QT_TRANSLATE_NOOP("Words", "%1 was asked for more")},
    Entry {"OC_ADMIN_LOGIN_EVENT:success", QT_TRANSLATE_NOOP("Words", "%3 signed in to the console")},
    Entry {"OC_ADMIN_LOGIN_EVENT:failure", QT_TRANSLATE_NOOP("Words", "%3 was refused at the console")},
    Entry {"AUTHN_LOGOUT_EVENT", QT_TRANSLATE_NOOP("Words", "%3 signed out of the console")},
    Entry {"ACCOUNT_LOCKED", QT_TRANSLATE_NOOP("Words", "The account of %1 was locked")},
    Entry {"AM_NEW_PIN_SET:success", QT_TRANSLATE_NOOP("Words", "%1 chose a new PIN for token %2")},
    Entry {"AM_NEW_PIN_SET:challenge",
           QT_TRANSLATE_NOOP("Words", "%1 offered a new PIN for token %2 that the policy does not allow")},
    Entry {"AM_TOKEN_REPLACED", QT_TRANSLATE_NOOP("Words", "Token %2 took over from token %4 of %1")},
    Entry {"AM_TOKEN_FOUND", QT_TRANSLATE_NOOP("Words", "Token %2 of %1, reported lost, was used again")},
    Entry {"EMERGENCY_CODES_ISSUED", QT_TRANSLATE_NOOP("Words", "%3 issued emergency codes to %1")},
    Entry {"EMERGENCY_CODES_CANCELLED",
           QT_TRANSLATE_NOOP("Words", "The emergency codes of %1 were cancelled")},
    Entry {"CREATE_PRINCIPAL", QT_TRANSLATE_NOOP("Words", "%3 added %1")},
    Entry {"UPDATE_PRINCIPAL", QT_TRANSLATE_NOOP("Words", "%3 changed the account of %1")},
    Entry {"UPDATE_PRINCIPAL:enable", QT_TRANSLATE_NOOP("Words", "%3 enabled the account of %1")},
    Entry {"UPDATE_PRINCIPAL:disable", QT_TRANSLATE_NOOP("Words", "%3 disabled the account of %1")},
    Entry {"UPDATE_PRINCIPAL:unlock", QT_TRANSLATE_NOOP("Words", "%3 unlocked the account of %1")},
    Entry {"UPDATE_PRINCIPAL:setPassword", QT_TRANSLATE_NOOP("Words", "%3 set a console password for %1")},
    Entry {"DELETE_PRINCIPAL", QT_TRANSLATE_NOOP("Words", "%3 deleted the account of %1")},
    Entry {"AM_LINK_TOKEN_PRINCIPAL", QT_TRANSLATE_NOOP("Words", "%3 assigned token %2 to %1")},
    Entry {"AM_UNLINK_TOKEN_PRINCIPAL", QT_TRANSLATE_NOOP("Words", "%3 took token %2 back from %1")},
    Entry {"AM_REPLACE_TOKEN", QT_TRANSLATE_NOOP("Words", "%3 gave %1 token %4 to replace token %2")},
    Entry {"AM_RESYNC_TOKEN:success", QT_TRANSLATE_NOOP("Words", "%3 resynchronised token %2")},
    Entry {"AM_RESYNC_TOKEN:failure", QT_TRANSLATE_NOOP("Words", "%3 could not resynchronise token %2")},
    Entry {"UPDATE_AM_TOKEN", QT_TRANSLATE_NOOP("Words", "%3 changed token %2")},
    Entry {"UPDATE_AM_TOKEN:enable", QT_TRANSLATE_NOOP("Words", "%3 enabled token %2")},
    Entry {"UPDATE_AM_TOKEN:disable", QT_TRANSLATE_NOOP("Words", "%3 disabled token %2")},
    Entry {"UPDATE_AM_TOKEN:clear-pin", QT_TRANSLATE_NOOP("Words", "%3 cleared the PIN of token %2")},
    Entry {"UPDATE_AM_TOKEN:lost", QT_TRANSLATE_NOOP("Words", "%3 reported token %2 lost")},
    Entry {"UPDATE_AM_TOKEN:found", QT_TRANSLATE_NOOP("Words", "%3 marked token %2 as found")},
    Entry {"DELETE_AM_TOKEN", QT_TRANSLATE_NOOP("Words", "%3 deleted token %2")},
    Entry {"IMPORT_TOKENS", QT_TRANSLATE_NOOP("Words", "%3 imported tokens")},
    Entry {"LINK_PRINCIPAL_ADMIN_ROLE", QT_TRANSLATE_NOOP("Words", "%3 made %1 an administrator: %4")},
    Entry {"UNLINK_PRINCIPAL_ADMIN_ROLE", QT_TRANSLATE_NOOP("Words", "%3 ended the administration of %1")},
    Entry {"CREATE_SECURITY_DOMAIN", QT_TRANSLATE_NOOP("Words", "%3 made the domain %4")},
    Entry {"UPDATE_SECURITY_DOMAIN", QT_TRANSLATE_NOOP("Words", "%3 changed the domain %4")},
    Entry {"DELETE_SECURITY_DOMAIN", QT_TRANSLATE_NOOP("Words", "%3 deleted the domain %4")},
    Entry {"CREATE_LOCKOUT_POLICY", QT_TRANSLATE_NOOP("Words", "%3 made the lockout policy %4")},
    Entry {"UPDATE_LOCKOUT_POLICY", QT_TRANSLATE_NOOP("Words", "%3 changed the lockout policy %4")},
    Entry {"DELETE_LOCKOUT_POLICY", QT_TRANSLATE_NOOP("Words", "%3 deleted the lockout policy %4")},
    Entry {"AUTHMGR_TOKEN_POLICY_CREATE", QT_TRANSLATE_NOOP("Words", "%3 made the token policy %4")},
    Entry {"AUTHMGR_TOKEN_POLICY_UPDATE", QT_TRANSLATE_NOOP("Words", "%3 changed the token policy %4")},
    Entry {"AUTHMGR_TOKEN_POLICY_DELETE", QT_TRANSLATE_NOOP("Words", "%3 deleted the token policy %4")},
    Entry {"AUTHMGR_OFFLINE_AUTHN_POLICY_CREATE",
           QT_TRANSLATE_NOOP("Words", "%3 made the offline policy %4")},
    Entry {"AUTHMGR_OFFLINE_AUTHN_POLICY_UPDATE",
           QT_TRANSLATE_NOOP("Words", "%3 changed the offline policy %4")},
    Entry {"AUTHMGR_OFFLINE_AUTHN_POLICY_DELETE",
           QT_TRANSLATE_NOOP("Words", "%3 deleted the offline policy %4")},
    Entry {"CREATE_API_CLIENT", QT_TRANSLATE_NOOP("Words", "%3 gave the program %4 a key")},
    Entry {"UPDATE_API_CLIENT", QT_TRANSLATE_NOOP("Words", "%3 changed the program %4")},
    Entry {"UPDATE_API_CLIENT:enable", QT_TRANSLATE_NOOP("Words", "%3 let the program %4 in again")},
    Entry {"UPDATE_API_CLIENT:disable", QT_TRANSLATE_NOOP("Words", "%3 shut the program %4 out")},
    Entry {"DELETE_API_CLIENT", QT_TRANSLATE_NOOP("Words", "%3 deleted the program %4")},
    Entry {"RUN_REPORT", QT_TRANSLATE_NOOP("Words", "%3 ran the report %4")},
};

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Words)
};

QString sentenceOf(const Event& event)
{
    const QString action = event.detail.value(QLatin1String("action")).toString();
    for (const QString& variant : {action, contract::enumName(event.result)}) {
        const QString sentence = find(sentences, event.key + QLatin1Char(':') + variant);
        if (!sentence.isEmpty()) {
            return sentence;
        }
    }
    return find(sentences, event.key);
}

QString nameIn(const QJsonObject& detail)
{
    for (const char* key : {"policy", "name", "roles", "client"}) {
        if (const QString name = detail.value(QLatin1String(key)).toString(); !name.isEmpty()) {
            return name;
        }
    }
    for (const char* key : {"newSerial", "oldSerial"}) {
        if (const QString serial = detail.value(QLatin1String(key)).toString(); !serial.isEmpty()) {
            return groupedSerial(serial);
        }
    }
    return {};
}

// How somebody signed in.
QString means(const Event& event)
{
    if (event.key != QLatin1String("AUTHN_LOGIN_EVENT") || event.result != EventResult::Success) {
        return {};
    }
    if (event.method == QLatin1String("EMERGENCY_TOKENCODE")) {
        return Words::tr(" with an emergency code");
    }
    return event.tokenSerial.isEmpty() ? QString()
                                       : Words::tr(" with token %1").arg(groupedSerial(event.tokenSerial));
}

// In one pass, so that a name with a percent sign stays as it is. Not every sentence takes every argument.
QString filled(const QString& sentence, const std::array<QString, 4>& arguments)
{
    QString text;
    for (qsizetype i = 0; i < sentence.size(); ++i) {
        const int digit = sentence.at(i) == QLatin1Char('%') && i + 1 < sentence.size()
            ? sentence.at(i + 1).digitValue()
            : -1;
        if (digit >= 1 && digit <= 4) {
            text += arguments[static_cast<size_t>(digit - 1)];
            ++i;
        } else {
            text += sentence.at(i);
        }
    }
    return text;
}

QString orSomebody(const QString& name)
{
    return name.isEmpty() ? Words::tr("Somebody") : name;
}

} // namespace

QString event(const Event& event)
{
    const QString sentence = sentenceOf(event);
    if (sentence.isEmpty()) {
        return event.sentence.isEmpty() ? event.key : event.sentence;
    }
    QString text = filled(sentence,
                          {orSomebody(event.userName), groupedSerial(event.tokenSerial),
                           orSomebody(event.actor), nameIn(event.detail)});
    text += means(event);
    const QString why = reason(event.reason);
    return why.isEmpty() || event.result == EventResult::Success ? text : Words::tr("%1: %2").arg(text, why);
}

} // namespace holdfast::models::words
