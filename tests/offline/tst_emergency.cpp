// SPDX-License-Identifier: Apache-2.0
#include "services/offline/emergency_form.h"
#include "services/offline/record_hash.h"
#include "tests/offline/set_maker.h"

#include <QTest>

using namespace holdfast;
using namespace Qt::StringLiterals;
using contract::CodeReplaces;
using offline::Verdict;
using testing::atHour;
using testing::firstStep;
using testing::Prompt;
using testing::secret;
using testing::SetMaker;
using namespace std::chrono_literals;

// Codes that a set brings along for the day on which token or PIN is missing.
class EmergencyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void codesAreReadHoweverTheyAreTyped();
    void aTokencodeWantsItsPin();
    void aTokencodeAsLongAsTheTokensIsTaken();
    void aPasscodeStandsAlone();
    void theSameCodeIsGoodUntilItEnds();
    void aCodeThatEndedSaysSo();
    void aCodeThatIsTakenRaisesTheMark();
    void aGuessAtACodeCostsAsMuchWhateverTheTokens();
    void thePasscodeHelpsAfterTooManyFailures();
    void thePasscodeHelpsWhereTheClockWasSetBack();
    void nothingHelpsWhereTheSetHasEnded();
    void wrongPasscodesWaitTwiceAsLongEachTime();
    void whileItWaitsEvenTheRightOneIsNotLookedAt();
    void aClockSetBackDoesNotWaitForever();
    void afterTenWrongPasscodesNoneIsTaken();
    void attemptsThatWereCutShortCountAsWell();
    void theTokenStillWorksAndTakesItAllBack();
    void whatIsOfAnotherLengthCountsAgainstNoEmergencyCode();
    void withoutEmergencyKeyTheSetIsDamaged();
    void setsWithoutEmergencyCodesHaveNone();

private:
    static constexpr auto tokencode = "2345-6789";
    static constexpr auto passcode = "BCDF-GHJK-MNPQ";
    static constexpr auto wrongPasscode = "BCDF-GHJK-MNPR";
    SetMaker m_maker;
};

void EmergencyTest::initTestCase()
{
    m_maker.addEmergency(CodeReplaces::Tokencode, tokencode, atHour(24));
    m_maker.addEmergency(CodeReplaces::Passcode, passcode, atHour(36));
    m_maker.build();
}

void EmergencyTest::codesAreReadHoweverTheyAreTyped()
{
    QVERIFY(offline::emergencyForm(secret(" bcdf-GHJK ")).equals("BCDFGHJK"));
    const auto split = offline::splitEmergency(secret("Pin-1 - 23 45-67x"), 7).value();
    QVERIFY(split.pin.equals("Pin-1"));
    QVERIFY(split.code.equals("234567X"));
    QVERIFY(!offline::splitEmergency(secret("2 3 4 5 6"), 6));
    QVERIFY(offline::splitEmergency(secret("23456X"), 6)->pin.isEmpty());
}

void EmergencyTest::aTokencodeWantsItsPin()
{
    for (const char* typed : {"123423456789", "1234 2345 6789", "12342345-6789"}) {
        Prompt prompt(m_maker);
        const auto result = prompt.tryPasscode(secret(typed), atHour(10));
        QCOMPARE(result.verdict, Verdict::Accepted);
        QCOMPARE(result.emergency.value(), CodeReplaces::Tokencode);
        QVERIFY(!result.step);
        QCOMPARE(prompt.state.failures, 0);
        QCOMPARE(prompt.state.lastStep, -1);
        QCOMPARE(prompt.state.highWater, atHour(10));
    }
    for (const char* typed : {"23456789", "123523456789", "123423456788", "1234 2345 678"}) {
        Prompt prompt(m_maker);
        QCOMPARE(prompt.verdict(secret(typed), atHour(10)), Verdict::WrongPasscode);
        QCOMPARE(prompt.state.failures, 1);
    }
}

void EmergencyTest::aTokencodeAsLongAsTheTokensIsTaken()
{
    SetMaker maker;
    maker.addEmergency(CodeReplaces::Tokencode, "234567", atHour(24));
    maker.build();
    Prompt prompt(maker);
    QCOMPARE(prompt.verdict(secret("1234234567"), atHour(10)), Verdict::Accepted);
    QCOMPARE(prompt.verdict(maker.passcode(firstStep + 600), atHour(10)), Verdict::Accepted);
}

void EmergencyTest::aPasscodeStandsAlone()
{
    for (const char* typed : {"BCDF-GHJK-MNPQ", "bcdfghjkmnpq", "BCDF GHJK MNPQ "}) {
        Prompt prompt(m_maker);
        const auto result = prompt.tryPasscode(secret(typed), atHour(10));
        QCOMPARE(result.verdict, Verdict::Accepted);
        QCOMPARE(result.emergency.value(), CodeReplaces::Passcode);
    }
    Prompt prompt(m_maker);
    QCOMPARE(prompt.verdict(secret("1234BCDFGHJKMNPQ"), atHour(10)), Verdict::WrongPasscode);
}

void EmergencyTest::theSameCodeIsGoodUntilItEnds()
{
    Prompt prompt(m_maker);
    for (const int hour : {1, 2, 23}) {
        QCOMPARE(prompt.verdict(secret("123423456789"), atHour(hour)), Verdict::Accepted);
        QCOMPARE(prompt.verdict(secret(passcode), atHour(hour)), Verdict::Accepted);
    }
}

void EmergencyTest::aCodeThatEndedSaysSo()
{
    Prompt prompt(m_maker);
    QCOMPARE(prompt.verdict(secret("123423456789"), atHour(24) - 1ms), Verdict::Accepted);
    QCOMPARE(prompt.verdict(secret("123423456789"), atHour(24)), Verdict::EmergencyExpired);
    QCOMPARE(prompt.verdict(secret(passcode), atHour(36) - 1ms), Verdict::Accepted);
    const auto result = prompt.tryPasscode(secret(passcode), atHour(36));
    QCOMPARE(result.verdict, Verdict::EmergencyExpired);
    QCOMPARE(result.emergency.value(), CodeReplaces::Passcode);
    QCOMPARE(prompt.state.failures, 0);
    QCOMPARE(prompt.state.emergencyFailures, 0);
    // Who has another code learns nothing.
    QCOMPARE(Prompt(m_maker).verdict(secret("123423456788"), atHour(24)), Verdict::WrongPasscode);
    // The mark counts as well as the clock.
    Prompt late(m_maker, atHour(36));
    QCOMPARE(late.verdict(secret(passcode), atHour(10)), Verdict::EmergencyExpired);
}

void EmergencyTest::aCodeThatIsTakenRaisesTheMark()
{
    Prompt prompt(m_maker);
    QCOMPARE(prompt.verdict(secret(passcode), atHour(30)), Verdict::Accepted);
    QCOMPARE(prompt.state.highWater, atHour(30));
    QCOMPARE(prompt.state.day, 1); // yesterday cannot be opened any more
    QCOMPARE(prompt.verdict(m_maker.passcode(firstStep + 20 * 60), atHour(20)), Verdict::ClockSetBack);
    // Where the clock was set back already, the mark stays.
    QCOMPARE(prompt.verdict(secret(passcode), atHour(1)), Verdict::Accepted);
    QCOMPARE(prompt.state.highWater, atHour(30));
}

void EmergencyTest::aGuessAtACodeCostsAsMuchWhateverTheTokens()
{
    SetMaker maker; // eight hidden bits are enough for the token's records here
    for (const char* code : {"23456789", "34567892", "45678923", "56789234"}) {
        maker.addEmergency(CodeReplaces::Tokencode, code, atHour(24));
    }
    maker.build();
    const auto records = maker.set->openEmergency(maker.built.keys.emergency).value();
    const QByteArray salt = QByteArray::fromBase64(maker.built.header.salt.toLatin1());
    const offline::RecordHash hash(salt, maker.content.pinKey.reveal());
    int fewBits = 0;
    for (int i = 0; i < 4; ++i) {
        offline::Record record;
        const auto bytes = records.reveal().sliced(i * offline::recordSize, offline::recordSize);
        std::copy(bytes.begin(), bytes.end(), record.begin());
        const QByteArray code = maker.content.emergency[static_cast<size_t>(i)].code.reveal().toByteArray();
        QVERIFY(hash.fits(record, offline::tokencodeStep, code, 16));
        fewBits += hash.fits(record, offline::tokencodeStep, code, 8) ? 1 : 0;
    }
    QVERIFY(fewBits < 4);
}

void EmergencyTest::thePasscodeHelpsAfterTooManyFailures()
{
    Prompt prompt(m_maker);
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(prompt.verdict(secret("1234000000"), atHour(10)), Verdict::WrongPasscode);
    }
    QCOMPARE(prompt.verdict(m_maker.passcode(firstStep + 600), atHour(10)), Verdict::TooManyFailures);
    QCOMPARE(prompt.verdict(secret("123423456789"), atHour(10)), Verdict::TooManyFailures);
    QCOMPARE(prompt.verdict(secret(passcode), atHour(10)), Verdict::EmergencyWait); // 123423456789 is as long
    QCOMPARE(prompt.state.failures, 3);
    QCOMPARE(prompt.verdict(secret(passcode), atHour(10) + 2s), Verdict::Accepted);
    QCOMPARE(prompt.state.failures, 0);
    QCOMPARE(prompt.verdict(m_maker.passcode(firstStep + 600), atHour(10)), Verdict::Accepted);
}

void EmergencyTest::thePasscodeHelpsWhereTheClockWasSetBack()
{
    Prompt prompt(m_maker, atHour(10));
    QCOMPARE(prompt.verdict(secret(" 1234 2345 6789 0"), atHour(1)), Verdict::ClockSetBack);
    QCOMPARE(prompt.verdict(secret(passcode), atHour(1)), Verdict::Accepted);
    QCOMPARE(prompt.verdict(m_maker.passcode(firstStep + 60), atHour(1)), Verdict::ClockSetBack);
}

void EmergencyTest::nothingHelpsWhereTheSetHasEnded()
{
    Prompt prompt(m_maker);
    QCOMPARE(prompt.verdict(secret(passcode), atHour(48)), Verdict::Expired);
}

void EmergencyTest::wrongPasscodesWaitTwiceAsLongEachTime()
{
    Prompt prompt(m_maker);
    auto now = atHour(1);
    for (const int delay : {2, 4, 8, 16, 32, 64, 128, 256, 300, 300}) {
        prompt.tryPasscode(secret(wrongPasscode), now);
        QCOMPARE(prompt.state.emergencyAgainAt.value(), now + std::chrono::seconds(delay));
        now = *prompt.state.emergencyAgainAt;
    }
    QCOMPARE(prompt.state.emergencyFailures, 10);
}

void EmergencyTest::whileItWaitsEvenTheRightOneIsNotLookedAt()
{
    Prompt prompt(m_maker);
    QCOMPARE(prompt.verdict(secret(wrongPasscode), atHour(1)), Verdict::WrongPasscode);
    QCOMPARE(prompt.verdict(secret(passcode), atHour(1) + 1999ms), Verdict::EmergencyWait);
    QCOMPARE(prompt.state.emergencyFailures, 1);
    QCOMPARE(prompt.verdict(secret(passcode), atHour(1) + 2s), Verdict::Accepted);
    QCOMPARE(prompt.state.emergencyFailures, 0);
    QVERIFY(!prompt.state.emergencyAgainAt);
}

void EmergencyTest::aClockSetBackDoesNotWaitForever()
{
    Prompt prompt(m_maker);
    QCOMPARE(prompt.verdict(secret(wrongPasscode), atHour(20)), Verdict::WrongPasscode);
    QCOMPARE(prompt.verdict(secret(passcode), atHour(1)), Verdict::EmergencyWait);
    QCOMPARE(prompt.verdict(secret(passcode), atHour(1) + 299s), Verdict::EmergencyWait);
    QCOMPARE(prompt.verdict(secret(passcode), atHour(1) + 300s), Verdict::Accepted);
}

void EmergencyTest::afterTenWrongPasscodesNoneIsTaken()
{
    Prompt prompt(m_maker);
    auto now = atHour(1);
    for (int i = 0; i < 10; ++i) {
        prompt.tryPasscode(secret(wrongPasscode), now);
        now += 300s;
    }
    QCOMPARE(prompt.verdict(secret(passcode), now), Verdict::EmergencyTooManyFailures);
    QCOMPARE(prompt.verdict(secret(passcode), atHour(35)), Verdict::EmergencyTooManyFailures);
}

// As if the power were cut each time before the end of the attempt was kept.
void EmergencyTest::attemptsThatWereCutShortCountAsWell()
{
    Prompt prompt(m_maker);
    prompt.state.failures = 3 + 9;
    QCOMPARE(prompt.verdict(secret(passcode), atHour(10)), Verdict::Accepted);
    prompt.state.failures = 3 + 10;
    QCOMPARE(prompt.verdict(secret(passcode), atHour(10)), Verdict::EmergencyTooManyFailures);
    QCOMPARE(prompt.state.failures, 3 + 10);
}

void EmergencyTest::theTokenStillWorksAndTakesItAllBack()
{
    Prompt prompt(m_maker);
    QCOMPARE(prompt.verdict(secret(wrongPasscode), atHour(10)), Verdict::WrongPasscode);
    QCOMPARE(prompt.verdict(m_maker.passcode(firstStep + 600), atHour(10)), Verdict::Accepted);
    QCOMPARE(prompt.state.emergencyFailures, 0);
    QCOMPARE(prompt.verdict(secret(passcode), atHour(10)), Verdict::Accepted);
}

void EmergencyTest::whatIsOfAnotherLengthCountsAgainstNoEmergencyCode()
{
    Prompt prompt(m_maker);
    QCOMPARE(prompt.verdict(secret("1234000000"), atHour(10)), Verdict::WrongPasscode);
    QCOMPARE(prompt.state.emergencyFailures, 0);
    QVERIFY(!prompt.state.emergencyAgainAt);
}

void EmergencyTest::withoutEmergencyKeyTheSetIsDamaged()
{
    Prompt prompt(m_maker);
    prompt.state.keys.emergency = contract::Secret(QByteArrayView(QByteArray(32, 'x')));
    QCOMPARE(prompt.verdict(m_maker.passcode(firstStep + 600), atHour(10)), Verdict::Accepted);
    QCOMPARE(prompt.verdict(secret(passcode), atHour(10)), Verdict::Damaged);
}

void EmergencyTest::setsWithoutEmergencyCodesHaveNone()
{
    SetMaker maker;
    maker.build();
    Prompt prompt(maker);
    QCOMPARE(prompt.verdict(secret(passcode), atHour(10)), Verdict::WrongPasscode);
    QCOMPARE(prompt.verdict(secret("123423456789"), atHour(10)), Verdict::WrongPasscode);
    QCOMPARE(prompt.state.emergencyFailures, 0);
}

QTEST_GUILESS_MAIN(EmergencyTest)
#include "tst_emergency.moc"
