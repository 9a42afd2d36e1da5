// SPDX-License-Identifier: Apache-2.0
#include "services/otp/code_generator.h"
#include "services/otp/oath.h"
#include "services/otp/pin_pad.h"
#include "services/otp/sdtid_reader.h"
#include "tests/otp/securid_files.h"

#include <QTest>

#include <thread>

using namespace holdfast;
using namespace Qt::StringLiterals;

// SecurID codes against those that the tool `stoken` computes from the same file.
class SecurIdTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void codesAgreeWithStoken_data();
    void codesAgreeWithStoken();
    void aPinIsMixedInAsStokenDoes_data();
    void aPinIsMixedInAsStokenDoes();
    void aMixedInPinIsRecovered();
    void aWrongPasscodeGivesNoPinOrAnother();
    void aPinLongerThanTheCodeIsNotRecovered();
    void aSeedThatIsNoneIsRefused_data();
    void aSeedThatIsNoneIsRefused();
    void severalThreadsComputeAtOnce();

private:
    static otp::ParsedToken read(const QByteArray& file)
    {
        const auto records = otp::readSdtid(file, std::nullopt, testing::sdtidOptions());
        return records.value().at(0).token.value();
    }
    static otp::CodeGenerator generatorOf(const otp::ParsedToken& token)
    {
        return otp::CodeGenerator::create({token.kind, token.algorithm, token.digits, token.intervalSeconds},
                                          token.seed)
            .value();
    }
};

void SecurIdTest::codesAgreeWithStoken_data()
{
    QTest::addColumn<int>("digits");
    QTest::addColumn<int>("interval");
    QTest::newRow("8 digits, 60 s") << 8 << 60;
    QTest::newRow("6 digits, 60 s") << 6 << 60;
    QTest::newRow("6 digits, 30 s") << 6 << 30;
    QTest::newRow("8 digits, 30 s") << 8 << 30;
}

void SecurIdTest::codesAgreeWithStoken()
{
    QFETCH(int, digits);
    QFETCH(int, interval);
    const QByteArray file = testing::issueSdtid(
        {{"DefDigits", QByteArray::number(digits)}, {"DefInterval", QByteArray::number(interval)}});
    const otp::ParsedToken token = read(file);
    QCOMPARE(token.digits, digits);
    QCOMPARE(token.intervalSeconds, interval);
    const otp::CodeGenerator generator = generatorOf(token);
    for (const qint64 time :
         {1'780'000'000LL, 1'780'000'030LL, 1'780'000'059LL, 1'795'305'600LL, 1'830'297'599LL}) {
        const auto at = contract::fromMilliseconds(time * 1000);
        QCOMPARE(generator.code(otp::stepAt(at, interval)).view().toByteArray(),
                 testing::stokenCode(file, time, u"0000"_s));
    }
}

void SecurIdTest::aPinIsMixedInAsStokenDoes_data()
{
    QTest::addColumn<int>("digits");
    QTest::addColumn<QByteArray>("pin");
    for (const int digits : {6, 8}) {
        for (const char* pin : {"1234", "99999", "567890", "7654321", "87654321"}) {
            QTest::addRow("PIN %s on %d digits", pin, digits) << digits << QByteArray(pin);
        }
    }
}

void SecurIdTest::aPinIsMixedInAsStokenDoes()
{
    QFETCH(int, digits);
    QFETCH(QByteArray, pin);
    const QByteArray file = testing::issueSdtid({{"DefDigits", QByteArray::number(digits)}});
    const otp::ParsedToken token = read(file);
    QCOMPARE(token.pinStyle, contract::PinStyle::Mixed);
    const otp::CodeGenerator generator = generatorOf(token);
    for (qint64 time = 1'780'000'000; time < 1'780'000'600; time += 60) {
        const otp::Code plain = generator.code(time / token.intervalSeconds);
        QCOMPARE(otp::mixPin(plain, pin).view().toByteArray(),
                 testing::stokenCode(file, time, QString::fromLatin1(pin)));
    }
}

void SecurIdTest::aMixedInPinIsRecovered()
{
    const otp::Code plain(QByteArrayView("90817263"));
    for (const QByteArray pin : {"0000", "1234", "98765", "99999999"}) {
        const otp::Code passcode = otp::mixPin(plain, pin);
        const auto recovered = otp::pinMixedInto(passcode.view(), plain, static_cast<int>(pin.size()));
        QVERIFY(recovered);
        QCOMPARE(recovered->reveal().toByteArray(), pin);
    }
}

void SecurIdTest::aWrongPasscodeGivesNoPinOrAnother()
{
    const otp::Code plain(QByteArrayView("90817263"));
    const otp::Code passcode = otp::mixPin(plain, "1234");
    QCOMPARE(passcode.view().toByteArray(), QByteArray("90818497"));
    // A digit that a PIN of four does not touch differs.
    QVERIFY(!otp::pinMixedInto("80818497", plain, 4));
    QVERIFY(!otp::untouchedDigitsEqual("80818497", plain, 4));
    // One that it touches: another PIN.
    QCOMPARE(otp::pinMixedInto("90818498", plain, 4)->reveal().toByteArray(), QByteArray("1235"));
    QVERIFY(otp::untouchedDigitsEqual("90818498", plain, 4));
    QVERIFY(!otp::pinMixedInto("9081849", plain, 4));
    QVERIFY(!otp::pinMixedInto("9081849x", plain, 4));
}

void SecurIdTest::aPinLongerThanTheCodeIsNotRecovered()
{
    const otp::Code plain(QByteArrayView("908172"));
    QVERIFY(!otp::pinMixedInto("908172", plain, 7));
    QVERIFY(!otp::untouchedDigitsEqual("908172", plain, 7));
    QVERIFY_EXCEPTION_THROWN(static_cast<void>(otp::mixPin(plain, "12a4")), std::invalid_argument);
}

void SecurIdTest::aSeedThatIsNoneIsRefused_data()
{
    QTest::addColumn<QByteArray>("seed");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("bytes") << QByteArray("12345678901234567890");
    QTest::newRow("XML") << QByteArray("<?xml version=\"1.0\"?><TKNBatch/>");
    QTest::newRow("too long") << QByteArray(500, '2');
    QTest::newRow("wrong checksum") << QByteArray(81, '2');
    QTest::newRow("with a zero byte") << QByteArray("2\0003", 3);
}

void SecurIdTest::aSeedThatIsNoneIsRefused()
{
    QFETCH(QByteArray, seed);
    const auto generator = otp::CodeGenerator::create({contract::TokenKind::SecurId, {}, 8, 60},
                                                      contract::Secret {QByteArrayView(seed)});
    QVERIFY(!generator);
    QCOMPARE(generator.error().code, u"seed_invalid"_s);
}

void SecurIdTest::severalThreadsComputeAtOnce()
{
    const otp::ParsedToken token = read(testing::issueSdtid());
    const otp::CodeGenerator reference = generatorOf(token);
    std::vector<QByteArray> expected;
    for (qint64 step = 29'000'000; step < 29'000'200; ++step) {
        expected.push_back(reference.code(step).view().toByteArray());
    }
    std::atomic<int> wrong = 0;
    std::vector<std::thread> threads;
    for (int thread = 0; thread < 8; ++thread) {
        threads.emplace_back([&] {
            const otp::CodeGenerator generator = generatorOf(token);
            for (size_t i = 0; i < expected.size(); ++i) {
                wrong += generator.code(29'000'000 + static_cast<qint64>(i)).equals(expected[i]) ? 0 : 1;
            }
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    QCOMPARE(wrong.load(), 0);
}

QTEST_GUILESS_MAIN(SecurIdTest)
#include "tst_securid.moc"
