// SPDX-License-Identifier: Apache-2.0
#include "tests/offline/set_maker.h"

#include <QTest>

using namespace holdfast;
using namespace Qt::StringLiterals;
using offline::Verdict;
using testing::atHour;
using testing::atStep;
using testing::firstStep;
using testing::Prompt;
using testing::secret;
using testing::SetMaker;
using testing::stepsADay;

// Tokens that count time, at a workstation without a network.
class VerifierTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aRightPasscodeIsAccepted();
    void theFirstAndTheLastDayAreAccepted();
    void afterTheEndNothingIsAccepted();
    void codesOutsideTheWindowAreWrong();
    void theWindowFollowsTheTokensDrift();
    void aReplayIsRecognised();
    void aCodeBeforeTheLastOneIsUsed();
    void stepsConsumedBeforeTheSetWasMadeAreUsed();
    void pinAndCodeAreOneSecret();
    void passcodesOfNoSuchFormAreWrong_data();
    void passcodesOfNoSuchFormAreWrong();
    void wrongPasscodesCountUpToTheLimit();
    void aSuccessTakesFailuresBack();
    void refusalsWithoutALookAtThePasscodeDoNotCount();
    void aClockThatWasSetBackIsNoticed();
    void aClockALittleBehindReachesNoFurtherBack();
    void aMatchRaisesTheMark();
    void theClockAloneRaisesNothing();
    void theDayThatIsOverCannotBeOpened();
    void theCodeBeforeMidnightIsGoodAfterIt();
    void theNextDayIsDueWhenItsKeyWouldMove();
    void daysLeftCountFromTheLaterOfClockAndMark();
    void aStateOfAnotherSetIsDamage();
    void withoutAPinTheCodeIsEnough();
    void aMixedPasscodeIsTakenAsItIs();

private:
    SetMaker m_maker;
};

void VerifierTest::initTestCase()
{
    m_maker.build();
}

void VerifierTest::aRightPasscodeIsAccepted()
{
    Prompt prompt(m_maker);
    const auto result = prompt.tryPasscode(m_maker.passcode(firstStep + 600), atHour(10));
    QCOMPARE(result.verdict, Verdict::Accepted);
    QCOMPARE(result.step.value(), firstStep + 600);
    QVERIFY(!result.emergency);
    QCOMPARE(prompt.state.lastStep, firstStep + 600);
    QCOMPARE(prompt.state.failures, 0);
}

void VerifierTest::theFirstAndTheLastDayAreAccepted()
{
    Prompt prompt(m_maker);
    QCOMPARE(prompt.verdict(m_maker.passcode(firstStep), atStep(firstStep)), Verdict::Accepted);
    const qint64 last = firstStep + 2 * stepsADay - 1;
    QCOMPARE(prompt.verdict(m_maker.passcode(last), atStep(last)), Verdict::Accepted);
    QCOMPARE(prompt.state.day, 1);
}

void VerifierTest::afterTheEndNothingIsAccepted()
{
    Prompt prompt(m_maker);
    const qint64 last = firstStep + 2 * stepsADay - 1;
    QCOMPARE(prompt.verdict(m_maker.passcode(last), atHour(48)), Verdict::Expired);
    QCOMPARE(prompt.state.failures, 0);
    // The mark counts as well as the clock.
    Prompt late(m_maker, atHour(48));
    QCOMPARE(late.verdict(m_maker.passcode(last), atStep(last)), Verdict::Expired);
}

void VerifierTest::codesOutsideTheWindowAreWrong()
{
    const qint64 now = firstStep + 700;
    for (const qint64 away : {-3, -2, -1, 0, 1, 2, 3}) {
        Prompt prompt(m_maker);
        QCOMPARE(prompt.verdict(m_maker.passcode(now + away), atStep(now)),
                 std::abs(away) <= 2 ? Verdict::Accepted : Verdict::WrongPasscode);
    }
}

void VerifierTest::theWindowFollowsTheTokensDrift()
{
    for (const int drift : {-30, 30}) {
        SetMaker drifted;
        drifted.content.header.driftSteps = drift;
        drifted.build();
        Prompt prompt(drifted);
        const qint64 now = firstStep + 700;
        QCOMPARE(prompt.verdict(drifted.passcode(now), atStep(now)), Verdict::WrongPasscode);
        QCOMPARE(prompt.verdict(drifted.passcode(now + drift), atStep(now)), Verdict::Accepted);
        QCOMPARE(prompt.state.highWater, atStep(now, 0)); // by the clock of the world
    }
}

void VerifierTest::aReplayIsRecognised()
{
    Prompt prompt(m_maker);
    const auto passcode = m_maker.passcode(firstStep + 600);
    QCOMPARE(prompt.verdict(passcode, atHour(10)), Verdict::Accepted);
    const auto again = prompt.tryPasscode(passcode, atHour(10));
    QCOMPARE(again.verdict, Verdict::AlreadyUsed);
    QCOMPARE(again.step.value(), firstStep + 600);
    QCOMPARE(prompt.state.failures, 1);
    QCOMPARE(prompt.verdict(m_maker.passcode(firstStep + 601), atHour(10)), Verdict::Accepted);
}

void VerifierTest::aCodeBeforeTheLastOneIsUsed()
{
    Prompt prompt(m_maker);
    QCOMPARE(prompt.verdict(m_maker.passcode(firstStep + 601), atHour(10)), Verdict::Accepted);
    QCOMPARE(prompt.verdict(m_maker.passcode(firstStep + 600), atHour(10)), Verdict::AlreadyUsed);
}

void VerifierTest::stepsConsumedBeforeTheSetWasMadeAreUsed()
{
    SetMaker maker;
    maker.content.header.lastStep = firstStep + 600;
    maker.build();
    Prompt prompt(maker);
    QCOMPARE(prompt.state.lastStep, firstStep + 600);
    QCOMPARE(prompt.verdict(maker.passcode(firstStep + 600), atHour(10)), Verdict::AlreadyUsed);
    prompt.state.lastStep = -1; // a state that knows less
    QCOMPARE(prompt.verdict(maker.passcode(firstStep + 600), atHour(10)), Verdict::AlreadyUsed);
    QCOMPARE(prompt.verdict(maker.passcode(firstStep + 601), atHour(10)), Verdict::Accepted);
}

void VerifierTest::pinAndCodeAreOneSecret()
{
    Prompt prompt(m_maker);
    QCOMPARE(prompt.verdict(m_maker.passcode(firstStep + 600, "1235"), atHour(10)), Verdict::WrongPasscode);
    QCOMPARE(prompt.verdict(m_maker.passcode(firstStep + 600, "12345"), atHour(10)), Verdict::WrongPasscode);
    QCOMPARE(prompt.verdict(m_maker.passcode(firstStep + 600), atHour(10)), Verdict::Accepted);
}

void VerifierTest::passcodesOfNoSuchFormAreWrong_data()
{
    QTest::addColumn<QByteArray>("passcode");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("code alone") << m_maker.passcode(firstStep + 600, "").reveal().toByteArray();
    QTest::newRow("letters") << QByteArray("1234abcdef");
    QTest::newRow("too short") << QByteArray("123");
    QTest::newRow("too long") << QByteArray(100'000, '1');
    QTest::newRow("zero bytes") << QByteArray(10, '\0');
}

void VerifierTest::passcodesOfNoSuchFormAreWrong()
{
    QFETCH(QByteArray, passcode);
    Prompt prompt(m_maker);
    QCOMPARE(prompt.verdict(contract::Secret(QByteArrayView(passcode)), atHour(10)), Verdict::WrongPasscode);
    QCOMPARE(prompt.state.failures, 1);
}

void VerifierTest::wrongPasscodesCountUpToTheLimit()
{
    Prompt prompt(m_maker);
    for (int failures = 1; failures <= 3; ++failures) {
        QCOMPARE(prompt.verdict(secret("1234000000"), atHour(10)), Verdict::WrongPasscode);
        QCOMPARE(prompt.state.failures, failures);
    }
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(prompt.verdict(m_maker.passcode(firstStep + 600), atHour(10)), Verdict::TooManyFailures);
        QCOMPARE(prompt.state.failures, 3);
    }
}

void VerifierTest::aSuccessTakesFailuresBack()
{
    Prompt prompt(m_maker);
    QCOMPARE(prompt.verdict(secret("1234000000"), atHour(10)), Verdict::WrongPasscode);
    QCOMPARE(prompt.verdict(secret("1234000000"), atHour(10)), Verdict::WrongPasscode);
    QCOMPARE(prompt.verdict(m_maker.passcode(firstStep + 600), atHour(10)), Verdict::Accepted);
    QCOMPARE(prompt.state.failures, 0);
}

void VerifierTest::refusalsWithoutALookAtThePasscodeDoNotCount()
{
    Prompt prompt(m_maker, atHour(10));
    QCOMPARE(prompt.verdict(secret("1234000000"), atHour(10)), Verdict::WrongPasscode);
    QCOMPARE(prompt.verdict(secret("1234000000"), atHour(5)), Verdict::ClockSetBack);
    QCOMPARE(prompt.verdict(secret("1234000000"), atHour(49)), Verdict::Expired);
    QCOMPARE(prompt.state.failures, 1);
}

void VerifierTest::aClockThatWasSetBackIsNoticed()
{
    Prompt prompt(m_maker, atHour(10));
    const auto passcode = m_maker.passcode(firstStep + 540);
    QCOMPARE(prompt.verdict(passcode, atHour(9)), Verdict::ClockSetBack);
    QCOMPARE(prompt.verdict(m_maker.passcode(firstStep + 600), atHour(10) - std::chrono::minutes(10)),
             Verdict::Accepted);
    QCOMPARE(prompt.verdict(m_maker.passcode(firstStep + 601),
                            atHour(10) - std::chrono::minutes(10) - std::chrono::milliseconds(1)),
             Verdict::ClockSetBack);
}

void VerifierTest::aClockALittleBehindReachesNoFurtherBack()
{
    Prompt prompt(m_maker, atHour(10));
    const auto behind = atHour(10) - std::chrono::minutes(9);
    QCOMPARE(prompt.verdict(m_maker.passcode(firstStep + 591), behind), Verdict::WrongPasscode);
    QCOMPARE(prompt.verdict(m_maker.passcode(firstStep + 598), behind), Verdict::Accepted);
}

void VerifierTest::aMatchRaisesTheMark()
{
    Prompt prompt(m_maker);
    QCOMPARE(prompt.verdict(m_maker.passcode(firstStep + 600), atHour(10)), Verdict::Accepted);
    QCOMPARE(prompt.state.highWater, atHour(10));
    QCOMPARE(prompt.verdict(m_maker.passcode(firstStep + 60), atHour(1)), Verdict::ClockSetBack);
}

void VerifierTest::theClockAloneRaisesNothing()
{
    Prompt prompt(m_maker);
    QCOMPARE(prompt.verdict(secret("1234000000"), atHour(40)), Verdict::WrongPasscode);
    QCOMPARE(prompt.state.highWater, atHour(0));
    QCOMPARE(prompt.state.day, 0);
    QCOMPARE(prompt.verdict(m_maker.passcode(firstStep + 60), atHour(1)), Verdict::Accepted);
}

void VerifierTest::theDayThatIsOverCannotBeOpened()
{
    Prompt prompt(m_maker);
    const auto first = prompt.state.keys.day;
    QVERIFY(m_maker.set->openDay(0, first));
    const qint64 step = firstStep + stepsADay + 10;
    QCOMPARE(prompt.verdict(m_maker.passcode(step), atStep(step)), Verdict::Accepted);
    QCOMPARE(prompt.state.day, 1);
    const auto second = prompt.state.keys.day;
    QVERIFY(second.equals(offline::nextDayKey(first).reveal()));
    QVERIFY(!m_maker.set->openDay(0, second));
    QVERIFY(m_maker.set->openDay(1, second));
    // Neither by a service's time that came with the set.
    const offline::SetState late = m_maker.freshState(atHour(30));
    QCOMPARE(late.day, 1);
    QVERIFY(!m_maker.set->openDay(0, late.keys.day));
}

void VerifierTest::theCodeBeforeMidnightIsGoodAfterIt()
{
    const qint64 midnight = firstStep + stepsADay;
    Prompt prompt(m_maker, atStep(midnight, 0));
    QCOMPARE(prompt.state.day, 0);
    QCOMPARE(prompt.verdict(m_maker.passcode(midnight - 1), atStep(midnight)), Verdict::Accepted);
    QCOMPARE(prompt.state.day, 1);
    QCOMPARE(prompt.verdict(m_maker.passcode(midnight), atStep(midnight)), Verdict::Accepted);
}

void VerifierTest::theNextDayIsDueWhenItsKeyWouldMove()
{
    for (const int drift : {-30, 0, 30}) {
        SetMaker maker;
        maker.content.header.driftSteps = drift;
        maker.build();
        const auto& header = maker.set->header();
        const auto due = offline::nextDayDue(header, maker.freshState()).value();
        QCOMPARE(maker.freshState(due - std::chrono::milliseconds(1)).day, 0);
        QCOMPARE(maker.freshState(due).day, 1);
        QVERIFY(!offline::nextDayDue(header, maker.freshState(due)));
    }
    SetMaker counter;
    counter.countUses(0, 10);
    counter.build();
    QVERIFY(!offline::nextDayDue(counter.set->header(), counter.freshState()));
}

void VerifierTest::daysLeftCountFromTheLaterOfClockAndMark()
{
    const auto& header = m_maker.set->header();
    QCOMPARE(offline::daysLeft(header, m_maker.freshState(), atHour(12)), 1.5);
    QCOMPARE(offline::daysLeft(header, m_maker.freshState(atHour(36)), atHour(12)), 0.5);
    QCOMPARE(offline::daysLeft(header, m_maker.freshState(), atHour(60)), 0.0);
}

void VerifierTest::aStateOfAnotherSetIsDamage()
{
    const auto passcode = m_maker.passcode(firstStep + 600);
    const auto broken = [&](const std::function<void(offline::SetState&)>& change) {
        Prompt prompt(m_maker);
        change(prompt.state);
        const auto verdict = prompt.verdict(passcode, atHour(10));
        return verdict == Verdict::Damaged && prompt.state.failures == 0;
    };
    QVERIFY(broken([](auto& state) { state.setId = u"32"_s; }));
    QVERIFY(broken([](auto& state) { state.day = 2; }));
    QVERIFY(broken([](auto& state) { state.day = -1; }));
    QVERIFY(broken([](auto& state) { state.keys.day = {}; }));
    QVERIFY(
        broken([](auto& state) { state.keys.day = contract::Secret(QByteArrayView(QByteArray(32, 'x'))); }));
}

void VerifierTest::withoutAPinTheCodeIsEnough()
{
    SetMaker maker;
    maker.withoutPin();
    maker.build();
    Prompt prompt(maker);
    QCOMPARE(prompt.verdict(maker.passcode(firstStep + 600), atHour(10)), Verdict::WrongPasscode);
    QCOMPARE(prompt.verdict(maker.passcode(firstStep + 600, ""), atHour(10)), Verdict::Accepted);
}

void VerifierTest::aMixedPasscodeIsTakenAsItIs()
{
    SetMaker maker;
    maker.withoutPin();
    maker.content.header.pinStyle = contract::PinStyle::Mixed;
    const auto plain = maker.content.code;
    maker.content.code = [plain](qint64 step) {
        const auto number = plain(step).view().toByteArray().toULongLong();
        return otp::Code::ofNumber(number + 1, 6); // stands for the app
    };
    maker.build();
    Prompt prompt(maker);
    QCOMPARE(prompt.verdict(contract::Secret(plain(firstStep + 600).view()), atHour(10)),
             Verdict::WrongPasscode);
    QCOMPARE(prompt.verdict(maker.passcode(firstStep + 600, ""), atHour(10)), Verdict::Accepted);
    QCOMPARE(prompt.verdict(maker.passcode(firstStep + 600, ""), atHour(10)), Verdict::AlreadyUsed);
}

QTEST_GUILESS_MAIN(VerifierTest)
#include "tst_verifier.moc"
