// SPDX-License-Identifier: Apache-2.0
#include "models/formats.h"
#include "models/workstation_outlook.h"

#include <QLocale>
#include <QTest>

using namespace holdfast;
using namespace Qt::StringLiterals;
using contract::OfflineRefill;
using contract::OfflineSet;
using contract::OfflineSetState;
using models::afterRevocation;
using models::workstationOutlook;

namespace {

const contract::Timestamp now = *contract::fromRfc3339(QStringLiteral("2026-06-04T12:00:00Z"));

contract::Workstation laptop(int people)
{
    contract::Workstation workstation;
    workstation.name = u"LAPTOP-7"_s;
    workstation.lastContactAt = now - std::chrono::hours(3);
    workstation.people = people;
    return workstation;
}

OfflineSet dataOf(const QString& name, int days, OfflineRefill refill = OfflineRefill::Contact,
                  OfflineSetState state = OfflineSetState::Valid)
{
    OfflineSet set;
    set.userId = name;
    set.userName = name;
    set.state = state;
    set.refill = refill;
    set.expiresAt = now + std::chrono::days(days);
    return set;
}

QString dayIn(int days)
{
    return models::deadline(now + std::chrono::days(days), now);
}

} // namespace

// Sentences about a workstation follow from what it holds.
class WorkstationOutlookTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsRenewedByItselfIsSaidToBe();
    void whoMustSignInIsCountedOnce();
    void whatIsNotSeenIsNotSpokenOf();
    void aSilentOneLetsNobodyInOnceItsDataAreOver();
    void whoCanStillSignInAfterARevocationIsNamed();
    void aRevokedOneTellsUntilWhenItWorks();
};

void WorkstationOutlookTest::whatIsRenewedByItselfIsSaidToBe()
{
    QCOMPARE(workstationOutlook(laptop(1), std::vector {dataOf(u"ada"_s, 6)}, now),
             u"Last in touch 3 hour(s) ago. All that it holds is renewed by itself."_s);
    QCOMPARE(workstationOutlook(laptop(0), std::vector<OfflineSet> {}, now),
             u"Last in touch 3 hour(s) ago."_s);
    contract::Workstation fresh = laptop(0);
    fresh.lastContactAt.reset();
    QCOMPARE(workstationOutlook(fresh, std::vector<OfflineSet> {}, now),
             u"It has not been in touch since it was enrolled."_s);
}

void WorkstationOutlookTest::whoMustSignInIsCountedOnce()
{
    // Ada has a second token that a contact renews; Ben two that only a logon does; Cleo's are over.
    const std::vector sets {dataOf(u"ada"_s, 3, OfflineRefill::Logon), dataOf(u"ada"_s, 9),
                            dataOf(u"ben"_s, 4, OfflineRefill::Logon),
                            dataOf(u"ben"_s, 7, OfflineRefill::Logon),
                            dataOf(u"cleo"_s, -1, OfflineRefill::Contact, OfflineSetState::Expired)};
    QCOMPARE(
        workstationOutlook(laptop(2), sets, now),
        u"Last in touch 3 hour(s) ago. 1 of its people must sign in there with a network before %1. 1 of "
        "its people must sign in there with a network now."_s.arg(dayIn(7)));
}

void WorkstationOutlookTest::whatIsNotSeenIsNotSpokenOf()
{
    const std::vector sets {dataOf(u"ada"_s, 6)};
    QCOMPARE(workstationOutlook(laptop(2), sets, now), u"Last in touch 3 hour(s) ago."_s);
    QCOMPARE(workstationOutlook(laptop(1), std::nullopt, now), u"Last in touch 3 hour(s) ago."_s);
    QVERIFY(!afterRevocation(laptop(2), sets, now).contains(u"ada"_s));
}

void WorkstationOutlookTest::aSilentOneLetsNobodyInOnceItsDataAreOver()
{
    contract::Workstation silent = laptop(0);
    silent.state = contract::WorkstationState::Silent;
    const std::vector over {dataOf(u"ada"_s, -1, OfflineRefill::Contact, OfflineSetState::Expired)};
    QVERIFY(workstationOutlook(silent, over, now).endsWith(u"Nobody can sign in there without a network."_s));
    silent.people = 1;
    QVERIFY(!workstationOutlook(silent, std::vector {dataOf(u"ada"_s, 30)}, now).contains(u"Nobody"_s));
}

void WorkstationOutlookTest::whoCanStillSignInAfterARevocationIsNamed()
{
    OfflineSet replaced = dataOf(u"ben"_s, 8, OfflineRefill::Contact, OfflineSetState::Void);
    replaced.stateReason = u"policy_changed"_s; // the workstation has not heard of it
    OfflineSet gone = dataOf(u"cleo"_s, 20, OfflineRefill::Contact, OfflineSetState::Void);
    gone.stateReason = u"not_held"_s;
    const auto sentence = [](const std::vector<OfflineSet>& sets) {
        return afterRevocation(laptop(1), sets, now);
    };
    QCOMPARE(
        sentence({dataOf(u"ada"_s, 6), gone}),
        u"If it connects again, it deletes what it holds. Until then ada can still sign in there, at most "
        "until %1."_s.arg(dayIn(6)));
    const QString both = QLocale().createSeparatedList({u"ada"_s, u"ben"_s});
    QVERIFY(sentence({dataOf(u"ada"_s, 6), replaced, gone})
                .contains(both + u" can still sign in there, at most until %1"_s.arg(dayIn(8))));
    QVERIFY(sentence({dataOf(u"a"_s, 1), dataOf(u"b"_s, 2), dataOf(u"c"_s, 3), dataOf(u"d"_s, 4)})
                .contains(u"Until then 4 people can still sign in there"_s));
    QCOMPARE(afterRevocation(laptop(0), std::vector {gone}, now),
             u"It holds nothing that lets anybody sign in without a network."_s);
}

void WorkstationOutlookTest::aRevokedOneTellsUntilWhenItWorks()
{
    contract::Workstation revoked = laptop(0);
    revoked.state = contract::WorkstationState::Revoked;
    OfflineSet held = dataOf(u"ada"_s, 6, OfflineRefill::Contact, OfflineSetState::Revoked);
    held.stateReason = u"revoked"_s;
    QVERIFY(workstationOutlook(revoked, std::vector {held}, now).contains(u"ada can still sign in there"_s));
    held.expiresAt = now;
    QCOMPARE(workstationOutlook(revoked, std::vector {held}, now),
             u"It was revoked: the service answers it no more. It can be enrolled anew."_s);
}

QTEST_GUILESS_MAIN(WorkstationOutlookTest)
#include "tst_workstation_outlook.moc"
