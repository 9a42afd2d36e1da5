// SPDX-License-Identifier: Apache-2.0
#include "services/otp/code_generator.h"
#include "services/otp/oath.h"
#include "tests/support/process.h"

#include <QTest>

using namespace holdfast;
using namespace Qt::StringLiterals;
using contract::HashAlgorithm;

namespace {

// The keys of RFC 6238, appendix B: the ASCII digits repeated to the length of the hash.
QByteArray rfcKey(HashAlgorithm algorithm)
{
    const QByteArray digits = QByteArrayLiteral("1234567890").repeated(7);
    return digits.first(algorithm == HashAlgorithm::Sha1 ? 20 : algorithm == HashAlgorithm::Sha256 ? 32 : 64);
}

QByteArray codeOf(const otp::Code& code)
{
    return code.view().toByteArray();
}

} // namespace

class OathTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hotpAgreesWithRfc4226AppendixD();
    void totpAgreesWithRfc6238AppendixB_data();
    void totpAgreesWithRfc6238AppendixB();
    void codesAgreeWithOathtool_data();
    void codesAgreeWithOathtool();
    void keysOfAnyLengthAgreeWithOathtool();
    void stepsBeginWhereTheyEnd();
    void stepsRefuseWhatIsNoTime();
    void parametersOutOfRangeAreRefused();
    void generatorGivesTheCodesOfItsToken();
    void codesCompareByEveryDigit();
    void tenDigitsKeepTheirLeadingZero();
};

void OathTest::hotpAgreesWithRfc4226AppendixD()
{
    const char* expected[] {"755224", "287082", "359152", "969429", "338314",
                            "254676", "287922", "162583", "399871", "520489"};
    for (quint64 counter = 0; counter < 10; ++counter) {
        QCOMPARE(codeOf(otp::hotp(rfcKey(HashAlgorithm::Sha1), counter, 6)), QByteArray(expected[counter]));
    }
}

void OathTest::totpAgreesWithRfc6238AppendixB_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<int>("algorithm");
    QTest::addColumn<QByteArray>("expected");
    struct Row
    {
        qint64 seconds;
        const char* codes[3];
    };
    const Row rows[] {
        {59, {"94287082", "46119246", "90693936"}},
        {1111111109, {"07081804", "68084774", "25091201"}},
        {1111111111, {"14050471", "67062674", "99943326"}},
        {1234567890, {"89005924", "91819424", "93441116"}},
        {2000000000, {"69279037", "90698825", "38618901"}},
        {20000000000, {"65353130", "77737706", "47863826"}},
    };
    const char* names[] {"SHA-1", "SHA-256", "SHA-512"};
    for (const Row& row : rows) {
        for (int algorithm = 0; algorithm < 3; ++algorithm) {
            QTest::addRow("%s at %lld", names[algorithm], row.seconds)
                << row.seconds << algorithm << QByteArray(row.codes[algorithm]);
        }
    }
}

void OathTest::totpAgreesWithRfc6238AppendixB()
{
    QFETCH(qint64, seconds);
    QFETCH(int, algorithm);
    const auto hash = static_cast<HashAlgorithm>(algorithm);
    const qint64 step = otp::stepAt(contract::fromMilliseconds(seconds * 1000), 30);
    QTEST(codeOf(otp::hotp(rfcKey(hash), static_cast<quint64>(step), 8, hash)), "expected");
}

void OathTest::codesAgreeWithOathtool_data()
{
    QTest::addColumn<QString>("mode");
    QTest::addColumn<int>("algorithm");
    QTest::addColumn<int>("digits");
    QTest::addColumn<int>("interval");
    QTest::newRow("HOTP") << u"--hotp"_s << 0 << 6 << 0;
    QTest::newRow("TOTP, SHA-1, 30 s") << u"--totp=sha1"_s << 0 << 6 << 30;
    QTest::newRow("TOTP, SHA-256, 60 s, 8 digits") << u"--totp=sha256"_s << 1 << 8 << 60;
    QTest::newRow("TOTP, SHA-512, 30 s, 7 digits") << u"--totp=sha512"_s << 2 << 7 << 30;
}

void OathTest::codesAgreeWithOathtool()
{
    QFETCH(QString, mode);
    QFETCH(int, algorithm);
    QFETCH(int, digits);
    QFETCH(int, interval);
    const QByteArray key = rfcKey(static_cast<HashAlgorithm>(algorithm));
    const bool counted = interval == 0;
    const QStringList where = counted
        ? QStringList {u"--counter=1000"_s}
        : QStringList {u"--now=2026-06-01 12:00:00 UTC"_s, u"--time-step-size=%1s"_s.arg(interval)};
    const auto result = testing::runTool(u"oathtool"_s,
                                         QStringList {mode, u"--digits=%1"_s.arg(digits), u"--window=49"_s}
                                             + where + QStringList {QString::fromLatin1(key.toHex())});
    QCOMPARE(result.exitCode, 0);
    const QList<QByteArray> lines = result.output.trimmed().split('\n');
    QCOMPARE(lines.size(), 50);
    const auto start = contract::fromRfc3339(u"2026-06-01T12:00:00Z"_s);
    const qint64 first = counted ? 1000 : otp::stepAt(*start, interval);
    for (qsizetype i = 0; i < lines.size(); ++i) {
        QCOMPARE(codeOf(otp::hotp(key, static_cast<quint64>(first + i), digits,
                                  static_cast<HashAlgorithm>(algorithm))),
                 lines[i]);
    }
}

void OathTest::keysOfAnyLengthAgreeWithOathtool()
{
    for (const int length : {1, 10, 63, 64, 65, 128, 129, 200}) {
        const QByteArray key(length, '\x5a');
        const auto result =
            testing::runTool(u"oathtool"_s, {u"--hotp"_s, u"-c7"_s, QString::fromLatin1(key.toHex())});
        QCOMPARE(codeOf(otp::hotp(key, 7, 6)), result.output.trimmed());
    }
}

void OathTest::stepsBeginWhereTheyEnd()
{
    for (const int interval : {10, 30, 60, 300}) {
        const qint64 step = otp::stepAt(contract::fromMilliseconds(1'780'000'000'123), interval);
        const auto start = otp::stepStart(step, interval);
        QCOMPARE(otp::stepAt(start, interval), step);
        QCOMPARE(otp::stepAt(start - std::chrono::milliseconds(1), interval), step - 1);
        QCOMPARE(otp::stepAt(start + std::chrono::seconds(interval), interval), step + 1);
    }
}

void OathTest::stepsRefuseWhatIsNoTime()
{
    QVERIFY_EXCEPTION_THROWN(static_cast<void>(otp::stepAt(contract::fromMilliseconds(-1), 30)),
                             std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(static_cast<void>(otp::stepAt(contract::fromMilliseconds(1), 0)),
                             std::invalid_argument);
}

void OathTest::parametersOutOfRangeAreRefused()
{
    QVERIFY_EXCEPTION_THROWN(static_cast<void>(otp::hotp({}, 0, 6)), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(static_cast<void>(otp::hotp("key", 0, 3)), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(static_cast<void>(otp::hotp("key", 0, 11)), std::invalid_argument);
    otp::CodeParameters parameters {contract::TokenKind::Totp, HashAlgorithm::Sha1, 6, 0};
    QVERIFY(!otp::CodeGenerator::create(parameters, contract::Secret(QByteArrayView("key"))));
    parameters.intervalSeconds = 30;
    QVERIFY(!otp::CodeGenerator::create(parameters, {}));
    parameters.digits = 11;
    QVERIFY(!otp::CodeGenerator::create(parameters, contract::Secret(QByteArrayView("key"))));
}

void OathTest::generatorGivesTheCodesOfItsToken()
{
    const contract::Secret key {QByteArrayView(rfcKey(HashAlgorithm::Sha256))};
    const auto generator =
        otp::CodeGenerator::create({contract::TokenKind::Totp, HashAlgorithm::Sha256, 8, 30}, key);
    QVERIFY(generator);
    QCOMPARE(codeOf(generator->code(59 / 30)), QByteArray("46119246"));
    QCOMPARE(codeOf(generator->code(1111111109 / 30)), QByteArray("68084774"));
    QVERIFY_EXCEPTION_THROWN(static_cast<void>(generator->code(-1)), std::invalid_argument);
}

void OathTest::codesCompareByEveryDigit()
{
    const otp::Code code(QByteArrayView("07081804"));
    QVERIFY(code.equals("07081804"));
    QVERIFY(!code.equals("07081805"));
    QVERIFY(!code.equals("7081804"));
    QVERIFY(!code.equals("070818040"));
    QVERIFY(!code.equals(""));
}

void OathTest::tenDigitsKeepTheirLeadingZero()
{
    QCOMPARE(codeOf(otp::Code::ofNumber(0x7fffffff, 10)), QByteArray("2147483647"));
    QCOMPARE(codeOf(otp::Code::ofNumber(42, 10)), QByteArray("0000000042"));
    QCOMPARE(codeOf(otp::Code::ofNumber(123456, 4)), QByteArray("3456"));
}

QTEST_GUILESS_MAIN(OathTest)
#include "tst_oath.moc"
