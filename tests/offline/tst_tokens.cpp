// SPDX-License-Identifier: Apache-2.0
#include "services/offline/set_form.h"
#include "services/otp/oath.h"
#include "services/otp/pin_pad.h"
#include "services/otp/sdtid_reader.h"
#include "tests/offline/set_maker.h"
#include "tests/otp/securid_files.h"
#include "tests/support/process.h"

#include <QTest>

#include <random>

using namespace holdfast;
using namespace Qt::StringLiterals;
using contract::Secret;
using offline::Verdict;
using testing::atHour;
using testing::atStep;
using testing::firstStep;
using testing::Prompt;
using testing::SetMaker;

namespace {

QList<QByteArray> oathtoolCodes(const QStringList& arguments)
{
    const auto result = testing::runTool(
        u"oathtool"_s, arguments + QStringList {QString::fromLatin1(testing::totpKey().toHex())});
    return result.exitCode == 0 ? result.output.trimmed().split('\n') : QList<QByteArray>();
}

Secret typed(const QByteArray& text)
{
    return Secret(QByteArrayView(text));
}

} // namespace

// Sets of every kind of token, with codes that other tools computed.
class TokensTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oathtoolsTimeCodesAreAccepted();
    void oathtoolsCounterCodesAreAccepted();
    void counterCodesMayBeSkipped();
    void aCounterCodeFarAheadWantsTheNext();
    void anotherCodeThanTheNextBeginsAnew();
    void usedCounterCodesAreRecognised();
    void theWholeGrantIsLookedAtAndNoMore();
    void aGrantIsSearchedWithinItsBounds_data();
    void aGrantIsSearchedWithinItsBounds();
    void aLongGrantHidesLessInEachRecord();
    void aGrantThatIsUsedUpSaysSoAndCountsNothing();
    void aGuessAtAnEmergencyTokencodeCountsThereToo();
    void noMoreDaysAreLeftThanCodes();
    void theClockDecidesNothingForCountersButTheEnd();
    void anAcceptedCounterCodeRaisesTheMarkToTheClock();
    void securIdCodesAreAccepted();
    void securIdPasscodesWithThePinMixedInAreAccepted();
    void exactlyTheWindowIsAccepted();
};

void TokensTest::oathtoolsTimeCodesAreAccepted()
{
    SetMaker maker;
    maker.content.header.intervalSeconds = 30;
    maker.content.header.days = {{2 * firstStep, 2880}};
    maker.content.header.expiresAt = atHour(24);
    maker.build();
    for (const auto& [hour, now] :
         {std::pair {0, "2026-06-01 00:00:00 UTC"}, std::pair {17, "2026-06-01 17:00:00 UTC"}}) {
        Prompt prompt(maker);
        const auto codes =
            oathtoolCodes({u"--totp"_s, u"--window=2"_s, u"--now=%1"_s.arg(QLatin1String(now))});
        QCOMPARE(codes.size(), 3);
        QCOMPARE(prompt.verdict(typed("1234" + codes[2]), atHour(hour)), Verdict::Accepted);
        QCOMPARE(prompt.verdict(typed("1234" + codes[0]), atHour(hour)), Verdict::AlreadyUsed);
    }
}

void TokensTest::oathtoolsCounterCodesAreAccepted()
{
    SetMaker maker;
    maker.countUses(1000, 20);
    maker.build();
    Prompt prompt(maker);
    const auto codes = oathtoolCodes({u"--hotp"_s, u"--counter=1000"_s, u"--window=20"_s});
    QCOMPARE(codes.size(), 21);
    for (qsizetype i = 0; i < 20; ++i) {
        const auto result = prompt.tryPasscode(typed("1234" + codes[i]), atHour(1));
        QCOMPARE(result.verdict, Verdict::Accepted);
        QCOMPARE(result.step.value(), 1000 + i);
    }
    QCOMPARE(prompt.verdict(typed("1234" + codes[20]), atHour(1)), Verdict::CodesUsedUp);
}

void TokensTest::counterCodesMayBeSkipped()
{
    SetMaker maker;
    maker.countUses(0, 50);
    maker.build();
    Prompt prompt(maker);
    QCOMPARE(prompt.verdict(maker.passcode(9), atHour(1)), Verdict::Accepted);
    QCOMPARE(prompt.verdict(maker.passcode(19), atHour(1)), Verdict::Accepted);
    QCOMPARE(prompt.verdict(maker.passcode(30), atHour(1)), Verdict::NextCode);
}

void TokensTest::aCounterCodeFarAheadWantsTheNext()
{
    SetMaker maker;
    maker.countUses(100, 50);
    maker.build();
    Prompt prompt(maker);
    QCOMPARE(prompt.verdict(testing::secret("1234000000"), atHour(1)), Verdict::WrongPasscode);
    const auto far = prompt.tryPasscode(maker.passcode(140), atHour(1));
    QCOMPARE(far.verdict, Verdict::NextCode);
    QCOMPARE(far.step.value(), 140);
    QCOMPARE(prompt.state.pendingStep.value(), 140);
    QCOMPARE(prompt.state.lastStep, 99);
    QCOMPARE(prompt.state.failures, 1); // neither counted nor taken back
    const auto next = prompt.tryPasscode(maker.passcode(141), atHour(1));
    QCOMPARE(next.verdict, Verdict::Accepted);
    QCOMPARE(next.step.value(), 141);
    QCOMPARE(prompt.state.lastStep, 141);
    QCOMPARE(prompt.state.failures, 0);
    QVERIFY(!prompt.state.pendingStep);
}

void TokensTest::anotherCodeThanTheNextBeginsAnew()
{
    SetMaker maker;
    maker.countUses(100, 50);
    maker.build();
    Prompt prompt(maker);
    QCOMPARE(prompt.verdict(maker.passcode(130), atHour(1)), Verdict::NextCode);
    QCOMPARE(prompt.verdict(maker.passcode(130), atHour(1)), Verdict::NextCode); // the same once more
    QCOMPARE(prompt.verdict(maker.passcode(135), atHour(1)), Verdict::NextCode);
    QCOMPARE(prompt.state.pendingStep.value(), 135);
    QCOMPARE(prompt.verdict(testing::secret("1234000000"), atHour(1)), Verdict::WrongPasscode);
    QVERIFY(!prompt.state.pendingStep);
    QCOMPARE(prompt.verdict(maker.passcode(136), atHour(1)), Verdict::NextCode);
    QCOMPARE(prompt.verdict(maker.passcode(105), atHour(1)), Verdict::Accepted);
    QVERIFY(!prompt.state.pendingStep);
}

void TokensTest::usedCounterCodesAreRecognised()
{
    SetMaker maker;
    maker.countUses(100, 50);
    maker.build();
    Prompt prompt(maker);
    QCOMPARE(prompt.verdict(maker.passcode(103), atHour(1)), Verdict::Accepted);
    QCOMPARE(prompt.verdict(maker.passcode(103), atHour(1)), Verdict::AlreadyUsed);
    QCOMPARE(prompt.verdict(maker.passcode(102), atHour(1)), Verdict::AlreadyUsed);
    QCOMPARE(prompt.verdict(maker.passcode(104), atHour(1)), Verdict::Accepted);
}

void TokensTest::theWholeGrantIsLookedAtAndNoMore()
{
    SetMaker maker;
    maker.countUses(100, 168);
    maker.content.header.confirmBeyond = 1000;
    maker.build();
    Prompt last(maker);
    QCOMPARE(last.verdict(maker.passcode(267), atHour(1)), Verdict::Accepted);
    Prompt beyond(maker);
    QCOMPARE(beyond.verdict(maker.passcode(268), atHour(1)), Verdict::WrongPasscode);
    Prompt before(maker);
    QCOMPARE(before.verdict(maker.passcode(99), atHour(1)), Verdict::WrongPasscode);
}

void TokensTest::aGrantIsSearchedWithinItsBounds_data()
{
    QTest::addColumn<int>("uses");
    QTest::addColumn<int>("bits");
    QTest::newRow("one") << 1 << 16;
    QTest::newRow("the longest with all bits") << 32 << 16;
    QTest::newRow("one more") << 33 << 15;
    QTest::newRow("fourteen days") << 168 << 13;
    QTest::newRow("all that may be granted") << 512 << 12;
}

void TokensTest::aGrantIsSearchedWithinItsBounds()
{
    QFETCH(int, uses);
    QFETCH(int, bits);
    SetMaker maker;
    maker.countUses(0, uses);
    maker.content.header.hiddenBits = 16;
    QCOMPARE(offline::hiddenBitsFor(maker.content.header), bits);
    const qint64 hashes = qint64 {uses} << bits;
    QVERIFY(hashes <= offline::mostHashesOfSearch);
    QVERIFY(hashes >= 65536); // what a guess costs, of which nobody knows the counter
}

void TokensTest::aLongGrantHidesLessInEachRecord()
{
    SetMaker maker;
    maker.countUses(100, 168);
    maker.content.header.hiddenBits = 16;
    maker.build();
    QCOMPARE(maker.set->header().hiddenBits, 13);
    Prompt prompt(maker);
    QCOMPARE(prompt.verdict(testing::secret("1234000000"), atHour(1)), Verdict::WrongPasscode);
    QCOMPARE(prompt.verdict(maker.passcode(105), atHour(1)), Verdict::Accepted);
    offline::SetHeader header = maker.set->header();
    QVERIFY(!offline::headerFault(header));
    ++header.hiddenBits;
    QVERIFY(offline::headerFault(header)); // a reader refuses it
}

void TokensTest::aGrantThatIsUsedUpSaysSoAndCountsNothing()
{
    SetMaker maker;
    maker.countUses(100, 5);
    maker.addEmergency(contract::CodeReplaces::Passcode, "BCDF-GHJK", atHour(24));
    maker.build();
    Prompt prompt(maker);
    QCOMPARE(prompt.verdict(testing::secret("1234000000"), atHour(1)), Verdict::WrongPasscode);
    QCOMPARE(prompt.verdict(maker.passcode(104), atHour(1)), Verdict::Accepted);
    for (const qint64 step : {104, 105, 106, 107, 108, 109}) {
        QCOMPARE(prompt.verdict(maker.passcode(step), atHour(1)), Verdict::CodesUsedUp);
    }
    QCOMPARE(prompt.state.failures, 0);
    QCOMPARE(prompt.verdict(testing::secret("BCDF-GHJK"), atHour(1)), Verdict::Accepted);
    QCOMPARE(prompt.verdict(maker.passcode(105), atHour(48)), Verdict::Expired);
}

void TokensTest::aGuessAtAnEmergencyTokencodeCountsThereToo()
{
    SetMaker maker;
    maker.countUses(100, 5);
    maker.addEmergency(contract::CodeReplaces::Tokencode, "2345-6789", atHour(24));
    maker.build();
    Prompt prompt(maker);
    QCOMPARE(prompt.verdict(maker.passcode(104), atHour(1)), Verdict::Accepted);
    for (int i = 0; i < maker.set->header().maxFailures; ++i) {
        QCOMPARE(prompt.verdict(testing::secret("123423456788"), atHour(1)), Verdict::CodesUsedUp);
        QCOMPARE(prompt.state.failures, i + 1);
    }
    QCOMPARE(prompt.verdict(testing::secret("123423456789"), atHour(1)), Verdict::TooManyFailures);
}

void TokensTest::noMoreDaysAreLeftThanCodes()
{
    SetMaker maker;
    maker.countUses(100, 5);
    maker.build();
    const offline::SetHeader& header = maker.set->header();
    offline::SetState state = maker.freshState();
    QCOMPARE(offline::codesLeft(header, state).value(), 5);
    QCOMPARE(offline::daysLeft(header, state, atHour(12)), 1.5);
    state.lastStep = 103;
    QCOMPARE(offline::daysLeft(header, state, atHour(12)), 1.0);
    state.lastStep = 104;
    QCOMPARE(offline::daysLeft(header, state, atHour(12)), 0.0);
    state.lastStep = 110;
    QCOMPARE(offline::codesLeft(header, state).value(), 0);
    SetMaker timed;
    timed.build();
    QVERIFY(!offline::codesLeft(timed.set->header(), timed.freshState()));
}

void TokensTest::theClockDecidesNothingForCountersButTheEnd()
{
    SetMaker maker;
    maker.countUses(0, 50);
    maker.build();
    Prompt prompt(maker, atHour(10));
    QCOMPARE(prompt.verdict(maker.passcode(0), atHour(9)), Verdict::ClockSetBack);
    QCOMPARE(prompt.verdict(maker.passcode(0), atHour(10)), Verdict::Accepted);
    QCOMPARE(prompt.verdict(maker.passcode(1), atHour(47)), Verdict::Accepted);
    QCOMPARE(prompt.verdict(maker.passcode(2), atHour(48)), Verdict::Expired);
}

void TokensTest::anAcceptedCounterCodeRaisesTheMarkToTheClock()
{
    SetMaker maker;
    maker.countUses(0, 50);
    maker.build();
    Prompt prompt(maker, atHour(10));
    QCOMPARE(prompt.verdict(testing::secret("1234000000"), atHour(30)), Verdict::WrongPasscode);
    QCOMPARE(prompt.verdict(maker.passcode(20), atHour(30)), Verdict::NextCode);
    QCOMPARE(prompt.state.highWater, atHour(10));
    QCOMPARE(prompt.verdict(maker.passcode(0), atHour(30)), Verdict::Accepted);
    QCOMPARE(prompt.state.highWater, atHour(30));
    // A clock that is set back brings no days back.
    QCOMPARE(prompt.verdict(maker.passcode(1), atHour(10)), Verdict::ClockSetBack);
    QCOMPARE(offline::daysLeft(maker.set->header(), prompt.state, atHour(10)), 0.75);
    // Within the tolerance it is taken, and the mark stays.
    QCOMPARE(prompt.verdict(maker.passcode(1), atHour(30) - std::chrono::minutes(9)), Verdict::Accepted);
    QCOMPARE(prompt.state.highWater, atHour(30));
}

void TokensTest::securIdCodesAreAccepted()
{
    const QByteArray file = testing::issueSdtid({{"DefDigits", "8"}, {"DefInterval", "60"}});
    const auto records = otp::readSdtid(file, std::nullopt, testing::sdtidOptions());
    const otp::ParsedToken token = records.value().at(0).token.value();
    const auto generator = otp::CodeGenerator::create(
        {token.kind, token.algorithm, token.digits, token.intervalSeconds}, token.seed);
    SetMaker maker;
    maker.content.header.kind = contract::TokenKind::SecurId;
    maker.content.header.digits = 8;
    maker.content.code = [&](qint64 step) {
        return generator->code(step);
    };
    maker.build();
    for (const qint64 step : {firstStep, firstStep + 601, firstStep + 2 * testing::stepsADay - 1}) {
        Prompt prompt(maker);
        const QByteArray code = testing::stokenCode(file, step * testing::interval + 30, u"0000"_s);
        QCOMPARE(code.size(), 8);
        QCOMPARE(prompt.verdict(typed("1234" + code), atStep(step)), Verdict::Accepted);
        QCOMPARE(prompt.verdict(typed("1234" + code), atStep(step)), Verdict::AlreadyUsed);
    }
}

void TokensTest::securIdPasscodesWithThePinMixedInAreAccepted()
{
    const QByteArray file = testing::issueSdtid({{"DefDigits", "8"}, {"DefInterval", "60"}});
    const auto records = otp::readSdtid(file, std::nullopt, testing::sdtidOptions());
    const otp::ParsedToken token = records.value().at(0).token.value();
    const auto generator = otp::CodeGenerator::create(
        {token.kind, token.algorithm, token.digits, token.intervalSeconds}, token.seed);
    SetMaker maker;
    maker.withoutPin();
    maker.content.header.kind = contract::TokenKind::SecurId;
    maker.content.header.pinStyle = contract::PinStyle::Mixed;
    maker.content.header.digits = 8;
    maker.content.code = [&](qint64 step) {
        return otp::mixPin(generator->code(step), "567890");
    };
    maker.build();
    const qint64 step = firstStep + 601;
    const qint64 time = step * testing::interval + 30;
    Prompt prompt(maker);
    QCOMPARE(prompt.verdict(typed(testing::stokenCode(file, time, u"567891"_s)), atStep(step)),
             Verdict::WrongPasscode);
    QCOMPARE(prompt.verdict(typed(testing::stokenCode(file, time, u"0000"_s)), atStep(step)),
             Verdict::WrongPasscode);
    QCOMPARE(prompt.verdict(typed(testing::stokenCode(file, time, u"567890"_s)), atStep(step)),
             Verdict::Accepted);
}

// Random clocks, marks, drifts and windows: a code is accepted exactly where the text of
// docs/offline-format.md says so. Eight digits, so that no two codes are alike by chance.
void TokensTest::exactlyTheWindowIsAccepted()
{
    std::mt19937 random(20260601); // NOLINT: the same each time is what is wanted
    const auto between = [&random](qint64 from, qint64 to) {
        return from + static_cast<qint64>(random() % static_cast<quint32>(to - from + 1));
    };
    constexpr qint64 stepsOfDay = 20;
    int accepted = 0;
    for (int round = 0; round < 60; ++round) {
        SetMaker maker;
        auto& header = maker.content.header;
        maker.withoutPin();
        header.digits = 8;
        header.days = {{firstStep, stepsOfDay}, {firstStep + stepsOfDay, stepsOfDay}};
        header.stepsAround = static_cast<int>(between(0, 4));
        header.driftSteps = static_cast<int>(between(-3, 3));
        header.lastStep = between(0, 1) == 0 ? -1 : firstStep + between(-2, 30);
        maker.content.code = [](qint64 step) {
            return otp::hotp(testing::totpKey(), static_cast<quint64>(step), 8);
        };
        maker.build();
        const auto mark = atStep(firstStep + between(-2, 42), static_cast<int>(between(0, 59)));
        const auto now = atStep(firstStep + between(-2, 42), static_cast<int>(between(0, 59)));
        const bool setBack = now + std::chrono::minutes(10) < mark;
        const qint64 centre = otp::stepAt(std::max(now, mark), testing::interval) + header.driftSteps;
        for (qint64 step = firstStep - 6; step < firstStep + 2 * stepsOfDay + 6; ++step) {
            const bool granted = step >= firstStep && step < firstStep + 2 * stepsOfDay;
            const bool inWindow = std::abs(step - centre) <= header.stepsAround;
            const bool right = granted && inWindow && step > header.lastStep && !setBack;
            Prompt prompt(maker, mark);
            const auto result = prompt.tryPasscode(maker.passcode(step, ""), now);
            QCOMPARE(result.verdict == Verdict::Accepted, right);
            if (!right) {
                QVERIFY(setBack ? result.verdict == Verdict::ClockSetBack
                                : result.verdict == Verdict::WrongPasscode
                                || (result.verdict == Verdict::AlreadyUsed && step <= header.lastStep
                                    && inWindow));
                continue;
            }
            ++accepted;
            QCOMPARE(result.step.value(), step);
            // Thereafter it and all before it are closed, and what follows is open.
            QVERIFY(prompt.verdict(maker.passcode(step, ""), now) != Verdict::Accepted);
            QVERIFY(prompt.verdict(maker.passcode(step - 1, ""), now) != Verdict::Accepted);
            if (step + 1 < firstStep + 2 * stepsOfDay) {
                QCOMPARE(prompt.verdict(maker.passcode(step + 1, ""), atStep(step + 1 - header.driftSteps)),
                         Verdict::Accepted);
            }
        }
    }
    QVERIFY(accepted > 50);
}

QTEST_GUILESS_MAIN(TokensTest)
#include "tst_tokens.moc"
