// SPDX-License-Identifier: Apache-2.0
// The checks of an explanation: what each is called, what was found, what is required.
#include "models/formats.h"
#include "models/words.h"
#include "models/words_offline.h"
#include "models/words_table.h"

namespace holdfast::models::words {

using contract::Check;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Words)
};

constexpr std::array titles {
    Entry {"account_enabled", QT_TRANSLATE_NOOP("Words", "Account is enabled")},
    Entry {"account_started", QT_TRANSLATE_NOOP("Words", "Account has started")},
    Entry {"account_not_ended", QT_TRANSLATE_NOOP("Words", "Account has not ended")},
    Entry {"account_not_locked", QT_TRANSLATE_NOOP("Words", "Account is not locked")},
    Entry {"account_attempts_free", QT_TRANSLATE_NOOP("Words", "An attempt can be taken")},
    Entry {"has_token", QT_TRANSLATE_NOOP("Words", "Has a token")},
    Entry {"token_enabled", QT_TRANSLATE_NOOP("Words", "Token is enabled")},
    Entry {"token_not_lost", QT_TRANSLATE_NOOP("Words", "Token is with its owner")},
    Entry {"token_started", QT_TRANSLATE_NOOP("Words", "Token has started")},
    Entry {"token_not_expired", QT_TRANSLATE_NOOP("Words", "Token has not expired")},
    Entry {"token_whole", QT_TRANSLATE_NOOP("Words", "Token's record is whole")},
    Entry {"token_code_free", QT_TRANSLATE_NOOP("Words", "Token has an unused code")},
    Entry {"token_pin", QT_TRANSLATE_NOOP("Words", "PIN")},
    Entry {"token_next_code", QT_TRANSLATE_NOOP("Words", "Next tokencode")},
    Entry {"emergency_code", QT_TRANSLATE_NOOP("Words", "Emergency code")},
};

constexpr std::array requirements {
    Entry {"account_enabled", QT_TRANSLATE_NOOP("Words", "enabled")},
    Entry {"account_started", QT_TRANSLATE_NOOP("Words", "no start date, or one in the past")},
    Entry {"account_not_ended", QT_TRANSLATE_NOOP("Words", "no end date, or one in the future")},
    Entry {"account_attempts_free",
           QT_TRANSLATE_NOOP("Words", "failures and attempts under way together below the limit")},
    Entry {"has_token", QT_TRANSLATE_NOOP("Words", "a token, or an emergency code")},
    Entry {"token_enabled", QT_TRANSLATE_NOOP("Words", "enabled")},
    Entry {"token_not_lost", QT_TRANSLATE_NOOP("Words", "not lost, and no emergency code in its place")},
    Entry {"token_started", QT_TRANSLATE_NOOP("Words", "no start date, or one in the past")},
    Entry {"token_not_expired", QT_TRANSLATE_NOOP("Words", "no expiry, or one in the future")},
    Entry {"token_whole", QT_TRANSLATE_NOOP("Words", "a seed that the service can open")},
    Entry {"token_code_free", QT_TRANSLATE_NOOP("Words", "a code within reach that was not used yet")},
    Entry {"token_pin", QT_TRANSLATE_NOOP("Words", "a PIN that the service can recognise, or none")},
    Entry {"emergency_code", QT_TRANSLATE_NOOP("Words", "active")},
};

constexpr std::array pins {
    Entry {"none", QT_TRANSLATE_NOOP("Words", "none is needed: the tokencode alone")},
    Entry {"set", QT_TRANSLATE_NOOP("Words", "set: PIN, then tokencode")},
    Entry {"notSet",
           QT_TRANSLATE_NOOP("Words", "to be chosen: sign in with the tokencode alone, then choose one")},
    Entry {"mustChange", QT_TRANSLATE_NOOP("Words", "set; a new one will be asked for")},
    Entry {"expired", QT_TRANSLATE_NOOP("Words", "set, but too old; a new one will be asked for")},
    Entry {"takenOver", QT_TRANSLATE_NOOP("Words", "that of the token which this one replaces")},
    Entry {"missing", QT_TRANSLATE_NOOP("Words", "its record is missing")},
};

std::optional<QString> timeIn(const Check& check, const char* name)
{
    const auto at = contract::fromRfc3339(check.detail.value(QLatin1String(name)).toString());
    return at ? std::optional(absoluteTime(*at)) : std::nullopt;
}

int numberIn(const Check& check, const char* name)
{
    return check.detail.value(QLatin1String(name)).toInt();
}

QString lockFound(const Check& check)
{
    const QString failures = Words::tr("%n failed attempt(s)", nullptr, numberIn(check, "failures"));
    if (check.passed) {
        return failures;
    }
    const auto until = timeIn(check, "lockedUntil");
    return until ? Words::tr("locked until %1, after %2").arg(*until, failures)
                 : Words::tr("locked until an administrator unlocks, after %1").arg(failures);
}

QString dateFound(const Check& check, const char* name, const QString& none)
{
    return timeIn(check, name).value_or(none);
}

QString lostFound(const Check& check)
{
    if (check.detail.value(QLatin1String("reason")).toString() == QLatin1String("emergency_code_active")) {
        return Words::tr("emergency codes stand for it");
    }
    const auto lost = timeIn(check, "lostAt");
    const QString found = lost ? Words::tr("reported lost on %1").arg(*lost) : Words::tr("not lost");
    return check.detail.value(QLatin1String("taken")).toBool()
        ? Words::tr("%1; its next use is taken and ends the emergency codes for it").arg(found)
        : found;
}

QString codeFound(const Check& check)
{
    if (!check.passed) {
        return Words::tr("every code within reach was used; was the service's clock set back?");
    }
    if (const int wait = numberIn(check, "waitSeconds")) {
        return Words::tr("the code shown now was used; the next one comes in %n second(s)", nullptr, wait);
    }
    const auto used = timeIn(check, "lastUsedAt");
    return used ? Words::tr("yes; last used on %1").arg(*used) : Words::tr("yes; never used");
}

QString nextCodeFound(const Check& check)
{
    const int wrong = numberIn(check, "wrongCodes");
    return check.detail.value(QLatin1String("nextCode")).toBool()
        ? Words::tr("asked for as well, after %n wrong code(s)", nullptr, wrong)
        : Words::tr("not asked for; %n wrong code(s)", nullptr, wrong);
}

QString emergencyFound(const Check& check)
{
    const QString until = timeIn(check, "expiresAt").value_or(QString());
    const bool behindPin =
        check.detail.value(QLatin1String("replaces")).toString() == QLatin1String("tokencode");
    const QString how = behindPin ? Words::tr("PIN, then the code") : Words::tr("the code alone");
    if (!check.passed) {
        const QString why = reason(check.detail.value(QLatin1String("reason")).toString());
        return why.isEmpty() ? check.found : why;
    }
    return check.detail.value(QLatin1String("kind")).toString() == QLatin1String("oneTimeSet")
        ? Words::tr("%1 of %2 left, until %3; %4")
              .arg(numberIn(check, "remaining"))
              .arg(numberIn(check, "count"))
              .arg(until, how)
        : Words::tr("until %1; %2").arg(until, how);
}

} // namespace

QString checkTitle(const Check& check)
{
    if (const QString offline = offlineCheckTitle(check); !offline.isEmpty()) {
        return offline;
    }
    const QString title = find(titles, check.id);
    return title.isEmpty() ? check.id : title;
}

QString checkFound(const Check& check)
{
    if (const QString offline = offlineCheckFound(check); !offline.isEmpty()) {
        return offline;
    }
    const QString& id = check.id;
    if (id == QLatin1String("account_enabled") || id == QLatin1String("token_enabled")) {
        return check.passed ? Words::tr("enabled") : Words::tr("disabled");
    }
    if (id == QLatin1String("account_started") || id == QLatin1String("token_started")) {
        return dateFound(check, "startsAt", Words::tr("no start date"));
    }
    if (id == QLatin1String("account_not_ended")) {
        return dateFound(check, "endsAt", Words::tr("no end date"));
    }
    if (id == QLatin1String("token_not_expired")) {
        return dateFound(check, "expiresAt", Words::tr("no expiry"));
    }
    if (id == QLatin1String("account_not_locked")) {
        return lockFound(check);
    }
    if (id == QLatin1String("account_attempts_free")) {
        const int pending = numberIn(check, "pending");
        return pending == 0 ? Words::tr("none is under way")
                            : Words::tr("%n attempt(s) under way", nullptr, pending);
    }
    if (id == QLatin1String("has_token")) {
        const int count = numberIn(check, "count");
        return count == 0 ? Words::tr("no token") : Words::tr("%Ln token(s)", nullptr, count);
    }
    if (id == QLatin1String("token_not_lost")) {
        return lostFound(check);
    }
    if (id == QLatin1String("token_whole")) {
        return check.passed ? Words::tr("whole") : Words::tr("its seed cannot be opened");
    }
    if (id == QLatin1String("token_code_free")) {
        return codeFound(check);
    }
    if (id == QLatin1String("token_next_code")) {
        return nextCodeFound(check);
    }
    if (id == QLatin1String("emergency_code")) {
        return emergencyFound(check);
    }
    const QString pin = find(pins, check.detail.value(QLatin1String("pin")).toString());
    return pin.isEmpty() ? check.found : pin; // of a newer service: its own words
}

QString checkRequired(const Check& check)
{
    if (const QString offline = offlineCheckRequired(check); !offline.isEmpty()) {
        return offline;
    }
    if (check.id == QLatin1String("account_not_locked")) {
        const int limit = numberIn(check, "limit");
        const auto window = std::chrono::seconds(numberIn(check, "windowSeconds"));
        return limit == 0 ? Words::tr("nothing: accounts are never locked")
                          : Words::tr("fewer than %n failed attempt(s) within %1", nullptr, limit)
                                .arg(duration(std::chrono::ceil<std::chrono::minutes>(window)));
    }
    if (check.id == QLatin1String("token_next_code")) {
        const int limit = numberIn(check, "limit");
        return limit == 0 ? Words::tr("any number of wrong codes")
                          : Words::tr("fewer than %n wrong code(s)", nullptr, limit);
    }
    const QString required = find(requirements, check.id);
    return required.isEmpty() ? check.required : required;
}

} // namespace holdfast::models::words
