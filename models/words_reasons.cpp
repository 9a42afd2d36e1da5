// SPDX-License-Identifier: Apache-2.0
#include "models/formats.h"
#include "models/words.h"
#include "models/words_offline.h"
#include "models/words_table.h"

namespace holdfast::models::words {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Words)
};

// Phrases that go on after "refused:".
constexpr std::array reasons {
    Entry {"user_unknown", QT_TRANSLATE_NOOP("Words", "nobody has this logon name")},
    Entry {"account_disabled", QT_TRANSLATE_NOOP("Words", "the account is disabled")},
    Entry {"account_not_yet_valid", QT_TRANSLATE_NOOP("Words", "the account has not started yet")},
    Entry {"account_ended", QT_TRANSLATE_NOOP("Words", "the account has ended")},
    Entry {"account_locked", QT_TRANSLATE_NOOP("Words", "the account is locked")},
    Entry {"no_token", QT_TRANSLATE_NOOP("Words", "there is no token")},
    Entry {"token_disabled", QT_TRANSLATE_NOOP("Words", "the token is disabled")},
    Entry {"token_lost", QT_TRANSLATE_NOOP("Words", "the token is reported lost")},
    Entry {"token_expired", QT_TRANSLATE_NOOP("Words", "the token has expired")},
    Entry {"token_not_yet_valid", QT_TRANSLATE_NOOP("Words", "the token is not valid yet")},
    Entry {"token_replaced", QT_TRANSLATE_NOOP("Words", "the token was replaced by another")},
    Entry {"token_damaged", QT_TRANSLATE_NOOP("Words", "the token's record is damaged")},
    Entry {"token_unassigned", QT_TRANSLATE_NOOP("Words", "the token belongs to nobody")},
    Entry {"emergency_code_active",
           QT_TRANSLATE_NOOP("Words", "emergency codes stand for the token until they are over")},
    Entry {"wrong_code", QT_TRANSLATE_NOOP("Words", "wrong code")},
    Entry {"wrong_pin", QT_TRANSLATE_NOOP("Words", "wrong PIN")},
    Entry {"code_already_used", QT_TRANSLATE_NOOP("Words", "the code was used before")},
    Entry {"wrong_password", QT_TRANSLATE_NOOP("Words", "wrong password")},
    Entry {"no_password", QT_TRANSLATE_NOOP("Words", "the account has no password")},
    Entry {"emergency_code_used", QT_TRANSLATE_NOOP("Words", "the emergency code was used before")},
    Entry {"emergency_code_expired", QT_TRANSLATE_NOOP("Words", "the emergency code has expired")},
    Entry {"emergency_code_cancelled", QT_TRANSLATE_NOOP("Words", "the emergency code was cancelled")},
    Entry {"next_tokencode_required", QT_TRANSLATE_NOOP("Words", "the next tokencode is asked for")},
    Entry {"passcode_required", QT_TRANSLATE_NOOP("Words", "a passcode is asked for besides the password")},
    Entry {"new_pin_required", QT_TRANSLATE_NOOP("Words", "a new PIN is asked for")},
    Entry {"pin_refused", QT_TRANSLATE_NOOP("Words", "the new PIN does not fit the policy")},
    Entry {"client_unknown", QT_TRANSLATE_NOOP("Words", "the calling program is not known")},
    Entry {"too_many_waiting", QT_TRANSLATE_NOOP("Words", "too many sign-ins were waiting")},
    Entry {"service_interrupted", QT_TRANSLATE_NOOP("Words", "the service stopped during the attempt")},
};

std::optional<contract::Timestamp> timeIn(const QJsonObject& detail, const char* name)
{
    const auto at = contract::fromRfc3339(detail.value(QLatin1String(name)).toString());
    return at ? std::optional(*at) : std::nullopt;
}

QString lockedSentence(const contract::Check& check)
{
    const int failures = check.detail.value(QLatin1String("failures")).toInt();
    const QString after = Words::tr("The account is locked after %n failed attempt(s).", nullptr, failures);
    if (const auto until = timeIn(check.detail, "lockedUntil")) {
        return after + QLatin1Char(' ') + Words::tr("It unlocks by itself at %1.").arg(absoluteTime(*until));
    }
    return after + QLatin1Char(' ') + Words::tr("An administrator must unlock it.");
}

QString accountSentence(const QString& code, const contract::Check& check)
{
    if (code == QLatin1String("account_disabled")) {
        return Words::tr("The account is disabled.");
    }
    if (code == QLatin1String("account_not_yet_valid")) {
        const auto from = timeIn(check.detail, "startsAt");
        return from ? Words::tr("The account is valid only from %1.").arg(absoluteTime(*from))
                    : Words::tr("The account has not started yet.");
    }
    if (code == QLatin1String("account_ended")) {
        const auto since = timeIn(check.detail, "endsAt");
        return since ? Words::tr("The account ended on %1.").arg(absoluteTime(*since))
                     : Words::tr("The account has ended.");
    }
    if (code == QLatin1String("no_token")) {
        return Words::tr("There is no token to sign in with.");
    }
    return code == QLatin1String("account_locked") ? lockedSentence(check) : QString();
}

QString tokenSentence(const QString& code, const contract::Check& check)
{
    const QString serial = groupedSerial(check.tokenSerial);
    if (code == QLatin1String("token_disabled")) {
        return Words::tr("Token %1 is disabled.").arg(serial);
    }
    if (code == QLatin1String("token_lost")) {
        return Words::tr("Token %1 is reported lost.").arg(serial);
    }
    if (code == QLatin1String("token_expired")) {
        const auto since = timeIn(check.detail, "expiresAt");
        return since ? Words::tr("Token %1 expired on %2.").arg(serial, absoluteTime(*since))
                     : Words::tr("Token %1 has expired.").arg(serial);
    }
    if (code == QLatin1String("token_not_yet_valid")) {
        return Words::tr("Token %1 is not valid yet.").arg(serial);
    }
    if (code == QLatin1String("token_replaced")) {
        return Words::tr("Token %1 was replaced by another.").arg(serial);
    }
    if (code == QLatin1String("token_damaged")) {
        return Words::tr("The record of token %1 is damaged; it must be replaced.").arg(serial);
    }
    if (code == QLatin1String("wrong_pin")) {
        return Words::tr("Token %1 has lost its PIN; clear it so that a new one is chosen.").arg(serial);
    }
    if (code == QLatin1String("emergency_code_active")) {
        return Words::tr("Token %1 is refused while its emergency codes are valid.").arg(serial);
    }
    return {};
}

QString emergencySentence(const QString& code, const contract::Check& check)
{
    if (code == QLatin1String("emergency_code_used")) {
        return Words::tr("All emergency codes have been used.");
    }
    if (code == QLatin1String("emergency_code_expired")) {
        const auto since = timeIn(check.detail, "expiresAt");
        return since ? Words::tr("The emergency codes expired on %1.").arg(absoluteTime(*since))
                     : Words::tr("The emergency codes have expired.");
    }
    if (code == QLatin1String("emergency_code_cancelled")) {
        return Words::tr("The emergency codes were cancelled.");
    }
    if (check.id == QLatin1String("emergency_code") && !reason(code).isEmpty()) {
        return Words::tr("The emergency codes do not work now: %1.").arg(reason(code));
    }
    return {};
}

} // namespace

QString reason(const QString& code)
{
    const QString known = find(reasons, code);
    return known.isEmpty() ? offlineReason(code) : known;
}

QString check(const contract::Check& check)
{
    const QString code = check.detail.value(QLatin1String("reason")).toString();
    if (check.id == QLatin1String("emergency_code")) {
        if (const QString sentence = emergencySentence(code, check); !sentence.isEmpty()) {
            return sentence;
        }
    }
    if (const QString sentence = accountSentence(code, check); !sentence.isEmpty()) {
        return sentence;
    }
    if (const QString sentence = tokenSentence(code, check); !sentence.isEmpty()) {
        return sentence;
    }
    // Of a newer service: its own words.
    return check.found;
}

QString cure(const contract::Cure& cure, bool nameToken)
{
    const QString verb = of(cure.action);
    if (verb.isEmpty()) {
        return cure.label;
    }
    return nameToken && !cure.tokenSerial.isEmpty()
        ? Words::tr("%1 (%2)", "what to do, on which token").arg(verb, groupedSerial(cure.tokenSerial))
        : verb;
}

QString origin(const contract::PolicyOrigin& origin)
{
    switch (origin.kind) {
    case contract::OriginKind::Own:
        return Words::tr("Set here");
    case contract::OriginKind::Inherited:
        return Words::tr("Inherited from %1").arg(origin.domain);
    case contract::OriginKind::Default:
        return Words::tr("The default");
    }
    return {};
}

QString person(const contract::User& user)
{
    return user.displayName.isEmpty() ? user.name : user.displayName;
}

} // namespace holdfast::models::words
