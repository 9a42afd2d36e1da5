// SPDX-License-Identifier: Apache-2.0
// What a change of a policy would do.
#include "models/words.h"
#include "models/words_table.h"

#include <limits>

namespace holdfast::models::words {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Words)
};

// %1: how many people, tokens or codes, in words.
constexpr std::array ofPeople {
    Entry {"locked_again", QT_TRANSLATE_NOOP("Words", "%1 whose lock had ended would be locked again.")},
    Entry {"locked_longer", QT_TRANSLATE_NOOP("Words", "%1 locked now would stay locked longer.")},
    Entry {"locked_at_next_failure",
           QT_TRANSLATE_NOOP("Words", "%1 would be locked by one more wrong code.")},
    Entry {"fewer_tries", QT_TRANSLATE_NOOP("Words", "%1 would be locked after fewer wrong codes.")},
    Entry {"can_be_locked", QT_TRANSLATE_NOOP("Words", "%1 could be locked; now nobody is.")},
    Entry {"never_locked",
           QT_TRANSLATE_NOOP("Words", "%1 would never be locked: codes could be guessed without end.")},
    Entry {"unlocked", QT_TRANSLATE_NOOP("Words", "%1 locked now would be unlocked.")},
    Entry {"unlocked_sooner", QT_TRANSLATE_NOOP("Words", "%1 locked now would be unlocked sooner.")},
    Entry {"spared_at_next_failure",
           QT_TRANSLATE_NOOP("Words", "%1 would no longer be locked by one more wrong code.")},
    Entry {"more_tries", QT_TRANSLATE_NOOP("Words", "%1 would be locked only after more wrong codes.")},
    Entry {"offline_lost", QT_TRANSLATE_NOOP("Words", "%1 would lose the offline logon that they have now.")},
    Entry {"fewer_offline_days", QT_TRANSLATE_NOOP("Words", "%1 would get fewer offline days.")},
    Entry {"more_offline_days", QT_TRANSLATE_NOOP("Words", "%1 would get more offline days.")},
    Entry {"emergency_code_life",
           QT_TRANSLATE_NOOP("Words", "%1 would get emergency codes of another life from now on.")},
    Entry {"code_windows_narrower",
           QT_TRANSLATE_NOOP("Words", "Of %1 it cannot be told whose token's clock is off by too much.")},
};
constexpr std::array ofTokens {
    Entry {"next_code_asked", QT_TRANSLATE_NOOP("Words", "%1 would be asked for the next code as well.")},
    Entry {"next_code_spared", QT_TRANSLATE_NOOP("Words", "%1 would no longer be asked for the next code.")},
    Entry {"offline_refused", QT_TRANSLATE_NOOP("Words", "%1 could no longer be used offline.")},
    Entry {"offline_allowed", QT_TRANSLATE_NOOP("Words", "%1 could be used offline as well.")},
    Entry {"offline_unknown",
           QT_TRANSLATE_NOOP("Words", "Of %1 it cannot be told whether PIN and code are long enough.")},
};
constexpr std::array ofWorkstations {
    Entry {"offline_replaced",
           QT_TRANSLATE_NOOP("Words", "Offline data on %1 would be replaced at the next contact.")},
    Entry {"offline_replaced_by_logon",
           QT_TRANSLATE_NOOP("Words", "Offline data on %1 would be void until the next logon there.")},
};
constexpr std::array ofPins {
    Entry {
        "pins_too_short",
        QT_TRANSLATE_NOOP("Words", "%1 would be too short if chosen anew; until then they go on working.")},
    Entry {"pins_too_long",
           QT_TRANSLATE_NOOP("Words", "%1 would be too long if chosen anew; until then they go on working.")},
    Entry {"pins_unknown",
           QT_TRANSLATE_NOOP("Words",
                             "%1 cannot be judged, for only their hashes are kept; they go on working.")},
};

int small(qint64 count)
{
    return static_cast<int>(std::min<qint64>(count, std::numeric_limits<int>::max()));
}

} // namespace

QString people(qint64 count)
{
    return Words::tr("%Ln person(s)", nullptr, small(count));
}

QString effect(const contract::PolicyEffect& effect)
{
    QString sentence;
    if (const QString known = find(ofPeople, effect.id); !known.isEmpty()) {
        sentence = known.arg(people(effect.count));
    } else if (const QString tokens = find(ofTokens, effect.id); !tokens.isEmpty()) {
        sentence = tokens.arg(Words::tr("%Ln token(s)", nullptr, small(effect.count)));
    } else if (const QString computers = find(ofWorkstations, effect.id); !computers.isEmpty()) {
        sentence = computers.arg(Words::tr("%Ln workstation(s)", nullptr, small(effect.count)));
    } else if (const QString pins = find(ofPins, effect.id); !pins.isEmpty()) {
        sentence = pins.arg(Words::tr("%Ln PIN(s)", nullptr, small(effect.count)));
    } else if (effect.id == QLatin1String("emergency_codes_beyond_limit")) {
        sentence =
            Words::tr("%Ln emergency code(s) in use live longer than could be given; they keep their end.",
                      nullptr, small(effect.count));
    } else {
        sentence = effect.text; // of a newer service
    }
    return effect.complete ? sentence
                           : Words::tr("At least: %1", "there were too many to count all").arg(sentence);
}

} // namespace holdfast::models::words
