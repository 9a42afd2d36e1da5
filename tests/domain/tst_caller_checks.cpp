// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/domain/caller_checks.h"

#include <QTest>

using namespace holdfast;
using namespace holdfast::authentication;
using contract::GuardedAction;
using contract::Role;
using contract::VerificationMethod;

class TestCallerChecks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingIsAskedForWithoutThePolicy()
    {
        contract::TokenPolicy policy;
        for (const auto& [action, name] : contract::EnumNames<GuardedAction>::names) {
            QCOMPARE(requirementOf(policy, action, {{Role::SuperAdministrator, QStringLiteral("/")}}).points,
                     0);
            QVERIFY(fulfils(requirementOf(policy, action, {}), 0, false));
        }
    }

    void itGrowsWithTheActionAndTheRank()
    {
        contract::TokenPolicy policy;
        policy.verifyCallers = true;
        QCOMPARE(requirementOf(policy, GuardedAction::Unlock, {}).points, 0);
        const int pin = requirementOf(policy, GuardedAction::ClearPin, {}).points;
        const int code = requirementOf(policy, GuardedAction::IssueEmergencyCodes, {}).points;
        QVERIFY(pin > 0);
        QVERIFY(code > pin);
        QVERIFY(!requirementOf(policy, GuardedAction::IssueEmergencyCodes, {}).approval);
        const Requirement desk = requirementOf(policy, GuardedAction::IssueEmergencyCodes,
                                               {{Role::HelpDesk, QStringLiteral("/")}});
        const Requirement top = requirementOf(policy, GuardedAction::IssueEmergencyCodes,
                                              {{Role::SuperAdministrator, QStringLiteral("/")}});
        QVERIFY(desk.points > code);
        QVERIFY(top.points > desk.points);
        QVERIFY(desk.approval);
        QVERIFY(!fulfils(desk, desk.points, false));
        QVERIFY(fulfils(desk, desk.points, true));
    }

    void theStrictPresetCanBeReachedByAllMethodsTogether()
    {
        contract::TokenPolicy policy;
        contract::demandStrictVerification(policy);
        const Requirement top = requirementOf(policy, GuardedAction::IssueEmergencyCodes,
                                              {{Role::SuperAdministrator, QStringLiteral("/")}});
        QVERIFY(top.points <= tokenCodePoints + callBackPoints + managerPoints + mostQuestionPoints);
        // No single method is enough for a code, and a lock is no way around.
        QVERIFY(requirementOf(policy, GuardedAction::IssueEmergencyCodes, {}).points > tokenCodePoints);
        QVERIFY(requirementOf(policy, GuardedAction::Unlock, {}).points > 0);
    }

    void questionsAloneNeverOpenMuch()
    {
        std::vector<contract::VerificationStep> steps {{VerificationMethod::Questions, 180, {}, {}}};
        QCOMPARE(sumOf(steps), mostQuestionPoints);
        steps.push_back({VerificationMethod::CallBack, callBackPoints, {}, {}});
        QCOMPARE(sumOf(steps), mostQuestionPoints + callBackPoints);
    }

    void answersAreComparedAsTheyAreSaid()
    {
        const auto keys = security::KeyRing::generate();
        const auto mac = [&](const char* answer, qint64 user = 1, const char* question = "School?") {
            return callerAnswerMac(keys, user, QString::fromUtf8(question),
                                   contract::Secret(QByteArrayView(answer)));
        };
        QCOMPARE(mac("St. Anna"), mac("st anna"));
        QCOMPARE(mac("STRASSE"), mac("straße"));
        QVERIFY(mac("St. Anna") != mac("St. Anne"));
        // Bound to whom and what was asked: equal answers do not look alike in the database.
        QVERIFY(mac("blue") != mac("blue", 2));
        QVERIFY(mac("blue") != mac("blue", 1, "Car?"));
        QVERIFY(!isAnswer(contract::Secret(QByteArrayView(" - ."))));
    }

    void aNumberIsShownByItsEnd()
    {
        QCOMPARE(maskedNumber(QStringLiteral("+49 (30) 123-456")), QStringLiteral("…456"));
        QCOMPARE(maskedNumber(QStringLiteral("none")), QString());
    }

    void aNumberIsTheSameHoweverItIsGrouped()
    {
        QVERIFY(isSameNumber(QStringLiteral("+49 (30) 123-456"), QStringLiteral("+4930 123 456")));
        QVERIFY(!isSameNumber(QStringLiteral("+49 30 123456"), QStringLiteral("49 30 123456")));
        QVERIFY(!isSameNumber(QStringLiteral("123456"), QString()));
        QVERIFY(!isSameNumber(QStringLiteral("123456"), QStringLiteral("123456x7")));
    }

    void whatWasChangedCountsADayLater()
    {
        using namespace std::chrono_literals;
        const contract::Timestamp now = contract::fromMilliseconds(1'780'000'000'000);
        const auto changed = [&](std::chrono::minutes before) {
            return LastChange {now - before, QStringLiteral("anna")};
        };
        QVERIFY(!isFresh({}, now));
        QVERIFY(isFresh(changed(0min), now));
        QVERIFY(isFresh(changed(24h - 1min), now));
        QVERIFY(!isFresh(changed(24h), now));
        QVERIFY(isFresh(changed(-2h), now)); // the clock was set back
        const auto said = [&](std::chrono::minutes before) {
            return changedSentence(VerificationMethod::CallBack, changed(before), now);
        };
        QCOMPARE(said(2h + 59min), QStringLiteral("The number on record was changed 2 hours ago by anna."));
        QCOMPARE(said(60min), QStringLiteral("The number on record was changed 1 hour ago by anna."));
        QCOMPARE(said(59min), QStringLiteral("The number on record was changed 59 minutes ago by anna."));
        QCOMPARE(said(-2h), QStringLiteral("The number on record was changed just now by anna."));
    }
};

QTEST_GUILESS_MAIN(TestCallerChecks)
#include "tst_caller_checks.moc"
