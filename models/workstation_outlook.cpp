// SPDX-License-Identifier: Apache-2.0
#include "models/workstation_outlook.h"

#include "models/formats.h"
#include "models/words_offline.h"

#include <QCoreApplication>
#include <QLocale>
#include <QMap>
#include <QSet>

#include <algorithm>

namespace holdfast::models {

using contract::OfflineSet;
using contract::OfflineSetState;
using contract::Timestamp;
using contract::Workstation;
using contract::WorkstationState;

namespace {

constexpr qsizetype peopleNamed = 3;

struct Outlook
{
    Q_DECLARE_TR_FUNCTIONS(WorkstationOutlook)
};

// Whether it lets somebody in there, whatever the service thinks of it by now.
bool letsIn(const OfflineSet& set, Timestamp now)
{
    return set.state == OfflineSetState::Valid || words::opensStill(set, now);
}

// Whoever looks may not see everybody who holds data there; the workstation counts them all.
bool areAll(const std::vector<OfflineSet>& sets, const Workstation& workstation)
{
    QSet<QString> people;
    for (const OfflineSet& set : sets) {
        if (set.state == OfflineSetState::Valid) {
            people.insert(set.userId);
        }
    }
    return people.size() >= workstation.people;
}

// Of one person, who may have several tokens: the best of their data counts.
struct Standing
{
    bool renewed = false; // without their doing
    std::optional<Timestamp> until; // valid, but only a logon makes more of it
};

QString renewalOf(const std::vector<OfflineSet>& sets, Timestamp now)
{
    QMap<QString, Standing> people;
    for (const OfflineSet& set : sets) {
        if (set.state == OfflineSetState::Revoked || words::isToBeRemoved(set.state, set.stateReason)
            || words::isKept(set.state, set.stateReason)) {
            continue; // nobody waits for more of it
        }
        Standing& person = people[set.userId];
        if (!words::needsLogon(set)) {
            person.renewed = true;
        } else if (set.state == OfflineSetState::Valid) {
            person.until = std::max(person.until.value_or(set.expiresAt), set.expiresAt);
        }
    }
    int mustSignIn = 0;
    int overdue = 0;
    std::optional<Timestamp> first;
    for (const Standing& person : std::as_const(people)) {
        if (person.renewed) {
            continue;
        }
        if (!person.until) {
            ++overdue;
            continue;
        }
        ++mustSignIn;
        first = std::min(first.value_or(*person.until), *person.until);
    }
    QStringList sentences;
    if (mustSignIn > 0) {
        sentences << Outlook::tr("%n of its people must sign in there with a network before %1.", nullptr,
                                 mustSignIn)
                         .arg(deadline(*first, now));
    }
    if (overdue > 0) {
        sentences << Outlook::tr("%n of its people must sign in there with a network now.", nullptr, overdue);
    }
    if (sentences.isEmpty() && !people.isEmpty()) {
        sentences << Outlook::tr("All that it holds is renewed by itself.");
    }
    return sentences.join(QLatin1Char(' '));
}

} // namespace

QString workstationOutlook(const Workstation& workstation, const std::optional<std::vector<OfflineSet>>& sets,
                           Timestamp now)
{
    const bool known = sets && areAll(*sets, workstation);
    const QString contact = workstation.lastContactAt
        ? Outlook::tr("Last in touch %1.").arg(relativeTime(*workstation.lastContactAt, now))
        : Outlook::tr("It has not been in touch since it was enrolled.");
    switch (workstation.state) {
    case WorkstationState::Active:
        return known ? (contact + QLatin1Char(' ') + renewalOf(*sets, now)).trimmed() : contact;
    case WorkstationState::Silent: {
        QString text = contact + QLatin1Char(' ') + Outlook::tr("That is longer ago than its data last.");
        if (known && std::none_of(sets->begin(), sets->end(), [](const OfflineSet& set) {
                return set.state == OfflineSetState::Valid;
            })) {
            text += QLatin1Char(' ') + Outlook::tr("Nobody can sign in there without a network.");
        }
        return text;
    }
    case WorkstationState::Revoked: {
        const QString text = workstation.stolen
            ? Outlook::tr("It was revoked as stolen: the service answers it no more.")
            : Outlook::tr("It was revoked: the service answers it no more. It can be enrolled anew.");
        const bool opens = sets && std::any_of(sets->begin(), sets->end(), [now](const OfflineSet& set) {
                               return letsIn(set, now);
                           });
        return opens ? text + QLatin1Char(' ') + afterRevocation(workstation, sets, now) : text;
    }
    }
    return {};
}

QString afterRevocation(const Workstation& workstation, const std::optional<std::vector<OfflineSet>>& sets,
                        Timestamp now)
{
    if (!sets || !areAll(*sets, workstation)) {
        return Outlook::tr("If it connects again, it deletes what it holds. Until then that can still be used"
                           " there.");
    }
    QMap<QString, QString> people;
    std::optional<Timestamp> last;
    for (const OfflineSet& set : *sets) {
        if (letsIn(set, now)) {
            people.insert(set.userId, words::person(set));
            last = std::max(last.value_or(set.expiresAt), set.expiresAt);
        }
    }
    if (people.isEmpty()) {
        return Outlook::tr("It holds nothing that lets anybody sign in without a network.");
    }
    const QString until = deadline(*last, now);
    if (people.size() == 1) {
        return Outlook::tr("If it connects again, it deletes what it holds. Until then %1 can still sign in"
                           " there, at most until %2.",
                           "one name")
            .arg(people.first(), until);
    }
    if (people.size() <= peopleNamed) {
        return Outlook::tr("If it connects again, it deletes what it holds. Until then %1 can still sign in"
                           " there, at most until %2.",
                           "several names")
            .arg(QLocale().createSeparatedList(people.values()), until);
    }
    return Outlook::tr("If it connects again, it deletes what it holds. Until then %1 people can still sign"
                       " in there, at most until %2.")
        .arg(QLocale().toString(people.size()), until);
}

} // namespace holdfast::models
