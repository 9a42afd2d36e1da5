// SPDX-License-Identifier: Apache-2.0
#include "tests/otp/pskc_text.h"

#include <QTest>

using namespace holdfast;
using namespace Qt::StringLiterals;
using testing::firstOutcome;
using testing::PskcKey;
using testing::testData;

namespace {

otp::TokenFileKeys withKey(const char* hex)
{
    otp::TokenFileKeys keys;
    keys.key.emplace(QByteArrayView(QByteArray::fromHex(hex)));
    return keys;
}

otp::TokenFileKeys withPassphrase(const char* text)
{
    otp::TokenFileKeys keys;
    keys.passphrase.emplace(QByteArrayView(text));
    return keys;
}

constexpr auto rfcKey = "12345678901234567890123456789012";
const QByteArray rfcSeed = "12345678901234567890";

} // namespace

// RFC 6030's own examples, and what each part of a record may say.
class PskcTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void figure2IsNamedByItsKeyId();
    void plainFiguresAreRead_data();
    void plainFiguresAreRead();
    void figure5HoldsATokenAndItsPin();
    void figure6OpensWithThePreSharedKey();
    void figure7OpensWithThePassphrase();
    void figure8IsForACertificate();
    void figure10HoldsFourKeysWithDates();
    void protectionFaultsAreNamed_data();
    void protectionFaultsAreNamed();
    void aRecordSaysWhatItIs_data();
    void aRecordSaysWhatItIs();
    void timeBasedKeysKeepIntervalAndDrift();
    void hashesOfSuiteAreTaken_data();
    void hashesOfSuiteAreTaken();
    void aBadRecordLeavesTheOthers();
    void everyFaultHasCauseAndCure();
};

void PskcTest::figure2IsNamedByItsKeyId()
{
    const auto records = otp::readPskc(testData("rfc6030/figure2.xml"), {});
    QVERIFY(records);
    QCOMPARE(records->size(), size_t(1));
    const otp::ParsedToken& token = records->front().token.value();
    QCOMPARE(token.serial, u"12345678"_s);
    QCOMPARE(token.issuer, u"Issuer-A"_s);
    QCOMPARE(token.seed.reveal().toByteArray(), QByteArray("1234"));
    QCOMPARE(token.digits, 6);
}

void PskcTest::plainFiguresAreRead_data()
{
    QTest::addColumn<QByteArray>("figure");
    QTest::addColumn<QString>("serial");
    QTest::addColumn<int>("digits");
    QTest::newRow("figure 3") << QByteArray("rfc6030/figure3.xml") << u"987654321"_s << 8;
    QTest::newRow("figure 5") << QByteArray("rfc6030/figure5.xml") << u"987654321"_s << 8;
    QTest::newRow("figure 9, signed") << QByteArray("rfc6030/figure9.xml") << u"0755225266"_s << 6;
    QTest::newRow("figure 10") << QByteArray("rfc6030/figure10.xml") << u"654321"_s << 8;
}

void PskcTest::plainFiguresAreRead()
{
    QFETCH(QByteArray, figure);
    QFETCH(QString, serial);
    QFETCH(int, digits);
    const auto records = otp::readPskc(testData(figure.constData()), {});
    QVERIFY(records);
    QVERIFY(records->front().token);
    const otp::ParsedToken& token = *records->front().token;
    QCOMPARE(token.kind, contract::TokenKind::Hotp);
    QCOMPARE(token.serial, serial);
    QCOMPARE(token.digits, digits);
    QCOMPARE(token.counter, 0);
    QCOMPARE(token.seed.reveal().toByteArray(), rfcSeed);
}

void PskcTest::figure5HoldsATokenAndItsPin()
{
    const auto records = otp::readPskc(testData("rfc6030/figure5.xml"), {});
    QVERIFY(records);
    QCOMPARE(records->size(), size_t(2));
    QVERIFY(records->at(0).token);
    QCOMPARE(records->at(1).token.error().code, u"record_is_a_pin"_s);
    // Figure 4 holds but the name of a key that is known elsewhere.
    QCOMPARE(firstOutcome(testData("rfc6030/figure4.xml")), u"secret_missing"_s);
    // Figure 3 says whose it is.
    QCOMPARE(otp::readPskc(testData("rfc6030/figure3.xml"), {})->front().token->userLogin,
             u"UID=jsmith,DC=example-bank,DC=net"_s);
}

void PskcTest::figure6OpensWithThePreSharedKey()
{
    const auto records = otp::readPskc(testData("rfc6030/figure6.xml"), withKey(rfcKey));
    QVERIFY(records);
    QCOMPARE(records->front().token.value().seed.reveal().toByteArray(), rfcSeed);
    QCOMPARE(records->front().token->manufacturer, u"Manufacturer"_s);
}

void PskcTest::figure7OpensWithThePassphrase()
{
    const auto records = otp::readPskc(testData("rfc6030/figure7.xml"), withPassphrase("qwerty"));
    QVERIFY(records);
    QCOMPARE(records->front().token.value().seed.reveal().toByteArray(), rfcSeed);
    QCOMPARE(records->front().token->serial, u"987654321"_s);
}

void PskcTest::figure8IsForACertificate()
{
    QCOMPARE(firstOutcome(testData("rfc6030/figure8.xml")), u"!encryption_not_supported"_s);
}

void PskcTest::figure10HoldsFourKeysWithDates()
{
    const auto records = otp::readPskc(testData("rfc6030/figure10.xml"), {});
    QVERIFY(records);
    QStringList serials;
    for (const otp::TokenRecord& record : *records) {
        QVERIFY(record.token);
        serials << record.serial;
    }
    QCOMPARE(serials, (QStringList {u"654321"_s, u"123456"_s, u"9999999"_s, u"9999999"_s}));
    const otp::ParsedToken& first = *records->front().token;
    QCOMPARE(contract::toRfc3339(*first.startsAt), u"2006-05-01T00:00:00.000Z"_s);
    QCOMPARE(contract::toRfc3339(*first.expiresAt), u"2006-05-31T00:00:00.000Z"_s);
}

void PskcTest::protectionFaultsAreNamed_data()
{
    QTest::addColumn<QByteArray>("figure");
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<bool>("givenRight");
    QTest::addColumn<QString>("outcome");
    const QByteArray key = "rfc6030/figure6.xml";
    const QByteArray passphrase = "rfc6030/figure7.xml";
    const QByteArray mac = "Su+NvtQfmvfJzF6bmQiJqoLRExc=";
    QTest::newRow("no key") << key << QByteArray() << QByteArray() << false << u"!key_required"_s;
    QTest::newRow("no passphrase") << passphrase << QByteArray() << QByteArray() << false
                                   << u"!passphrase_required"_s;
    QTest::newRow("MAC changed") << key << mac << QByteArray("Tu+NvtQfmvfJzF6bmQiJqoLRExc=") << true
                                 << u"mac_mismatch"_s;
    QTest::newRow("MAC cut short") << key << mac << QByteArray("Su+NvtQfmvfJzF6bmQiJqoLREw==") << true
                                   << u"mac_mismatch"_s;
    QTest::newRow("MAC empty") << key << mac << QByteArray() << true << u"mac_mismatch"_s;
    QTest::newRow("cipher text changed")
        << key << QByteArray("AAECAwQFBgcICQoLDA0OD+cI") << QByteArray("AAECAwQFBgcICQoLDA0OD+cJ") << true
        << u"mac_mismatch"_s;
    QTest::newRow("initialisation vector changed")
        << key << QByteArray("AAECAwQF") << QByteArray("BAECAwQF") << true << u"mac_mismatch"_s;
    QTest::newRow("MAC left out") << key
                                  << QByteArray("<ValueMAC>" + mac + "\n                    </ValueMAC>")
                                  << QByteArray() << true << u"mac_missing"_s;
    QTest::newRow("unknown encryption")
        << key << QByteArray("aes128-cbc\"/>\n            <xenc")
        << QByteArray("aes128-xyz\"/>\n            <xenc") << true << u"!encryption_not_supported"_s;
    QTest::newRow("unknown MAC") << key << QByteArray("hmac-sha1") << QByteArray("hmac-md5") << true
                                 << u"!encryption_not_supported"_s;
    QTest::newRow("256-bit algorithm, 128-bit key")
        << key << QByteArray("aes128-cbc") << QByteArray("aes256-cbc") << true << u"!key_length_wrong"_s;
    QTest::newRow("cipher text not base64")
        << key << QByteArray("AAECAwQF") << QByteArray("AAE*AwQF") << true << u"base64_invalid"_s;
    QTest::newRow("too many iterations")
        << passphrase << QByteArray("<IterationCount>1000<") << QByteArray("<IterationCount>10000001<")
        << true << u"!too_many_iterations"_s;
    QTest::newRow("iterations beyond any number")
        << passphrase << QByteArray("<IterationCount>1000<")
        << QByteArray("<IterationCount>99999999999999999999<") << true << u"!encryption_incomplete"_s;
    QTest::newRow("no iterations") << passphrase << QByteArray("<IterationCount>1000<")
                                   << QByteArray("<IterationCount>0<") << true << u"!encryption_incomplete"_s;
    QTest::newRow("odd key length") << passphrase << QByteArray("<KeyLength>16<")
                                    << QByteArray("<KeyLength>17<") << true << u"!encryption_incomplete"_s;
    QTest::newRow("unknown PRF") << passphrase << QByteArray("<PRF/>")
                                 << QByteArray("<PRF Algorithm=\"urn:hmac-md5\"/>") << true
                                 << u"!encryption_not_supported"_s;
}

void PskcTest::protectionFaultsAreNamed()
{
    QFETCH(QByteArray, figure);
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(bool, givenRight);
    QByteArray file = testData(figure.constData());
    if (!from.isEmpty()) {
        QVERIFY(file.contains(from));
        file.replace(from, to);
    }
    otp::TokenFileKeys keys;
    if (givenRight) {
        keys = withKey(rfcKey);
        keys.passphrase = withPassphrase("qwerty").passphrase;
    }
    QTEST(firstOutcome(file, keys), "outcome");
}

void PskcTest::aRecordSaysWhatItIs_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("outcome");
    const auto add = [](const char* name, auto change, const char* outcome) {
        PskcKey key;
        change(key);
        QTest::newRow(name) << key.file() << QString::fromLatin1(outcome);
    };
    const auto policy = [](const QByteArray& content) {
        return [content](PskcKey& key) {
            key.policy = "<Policy>" + content + "</Policy>";
        };
    };
    const auto format = [](const QByteArray& attributes) {
        return [attributes](PskcKey& key) {
            key.parameters =
                "<AlgorithmParameters><ResponseFormat " + attributes + "/></AlgorithmParameters>";
        };
    };
    add(
        "as it stands", [](PskcKey&) {}, "imported");
    add(
        "algorithm by its name alone", [](PskcKey& k) { k.algorithm = "HOTP"; }, "imported");
    add(
        "algorithm of a draft", [](PskcKey& k) { k.algorithm = "urn:ietf:params:xml:ns:keyprov:pskc#hotp"; },
        "imported");
    add(
        "unknown algorithm", [](PskcKey& k) { k.algorithm = "urn:ietf:params:xml:ns:keyprov:pskc:ocra"; },
        "algorithm_not_supported");
    add(
        "no algorithm", [](PskcKey& k) { k.algorithm = ""; }, "algorithm_missing");
    add(
        "no parameters", [](PskcKey& k) { k.parameters = ""; }, "imported");
    add("no encoding", format("Length=\"8\""), "imported");
    add("hexadecimal codes", format("Length=\"8\" Encoding=\"HEXADECIMAL\""), "encoding_not_supported");
    add("check digits", format("Length=\"8\" Encoding=\"DECIMAL\" CheckDigits=\"true\""),
        "check_digit_not_supported");
    add("three digits", format("Length=\"3\""), "digits_not_supported");
    add("eleven digits", format("Length=\"11\""), "digits_not_supported");
    add("length no number", format("Length=\"six\""), "digits_not_supported");
    add("length beyond all numbers", format("Length=\"99999999999999999999\""), "digits_not_supported");
    add(
        "challenge",
        [](PskcKey& k) {
            k.parameters =
                "<AlgorithmParameters><ChallengeFormat Min=\"6\" Max=\"6\"/></AlgorithmParameters>";
        },
        "challenge_not_supported");
    add(
        "no serial", [](PskcKey& k) { k.device = ""; }, "imported");
    add(
        "serial with a slash", [](PskcKey& k) { k.device.replace("1001", "10/01"); }, "serial_invalid");
    add(
        "serial of 65 characters", [](PskcKey& k) { k.device.replace("1001", QByteArray(65, '1')); },
        "serial_invalid");
    add(
        "no secret", [](PskcKey& k) { k.secret = ""; }, "secret_missing");
    add(
        "empty secret", [](PskcKey& k) { k.secret = "<Secret><PlainValue/></Secret>"; }, "secret_length");
    add(
        "secret of 257 bytes",
        [](PskcKey& k) {
            k.secret = "<Secret><PlainValue>" + QByteArray(257, 'x').toBase64() + "</PlainValue></Secret>";
        },
        "secret_length");
    add(
        "secret not base64", [](PskcKey& k) { k.secret.replace("MTIz", "MT!z"); }, "base64_invalid");
    add(
        "negative counter", [](PskcKey& k) { k.numbers.replace(">0<", ">-1<"); }, "counter_invalid");
    add(
        "counter no number", [](PskcKey& k) { k.numbers.replace(">0<", ">0x10<"); }, "number_invalid");
    add(
        "counter beyond all numbers", [](PskcKey& k) { k.numbers.replace(">0<", ">99999999999999999999<"); },
        "number_invalid");
    add(
        "no counter", [](PskcKey& k) { k.numbers = ""; }, "imported");
    add("policy for one-time codes", policy("<KeyUsage>CR</KeyUsage><KeyUsage>OTP</KeyUsage>"), "imported");
    add("policy for something else", policy("<KeyUsage>Encrypt</KeyUsage>"), "policy_forbids");
    add("policy that nobody knows", policy("<OnlyOnSundays/>"), "policy_forbids");
    add("policy with a count", policy("<NumberOfTransactions>5</NumberOfTransactions>"), "policy_forbids");
    add("policy with a local PIN", policy("<PINPolicy PINUsageMode=\"Local\" MinLength=\"4\"/>"), "imported");
    add("policy with a PIN in front", policy("<PINPolicy PINUsageMode=\"Prepend\"/>"), "imported");
    add("policy with a PIN in the computation", policy("<PINPolicy PINUsageMode=\"Algorithmic\"/>"),
        "policy_forbids");
    add("PIN policy with an unknown attribute", policy("<PINPolicy Colour=\"blue\"/>"), "policy_forbids");
    add("PIN policy with an unknown element", policy("<PINPolicy><Colour/></PINPolicy>"), "policy_forbids");
    add("dates",
        policy(
            "<StartDate>2026-01-01T00:00:00+02:00</StartDate><ExpiryDate>2027-01-01T00:00:00</ExpiryDate>"),
        "imported");
    add("no date", policy("<StartDate>tomorrow</StartDate>"), "date_invalid");
    add("a date long past all calendars", policy("<ExpiryDate>99999-01-01T00:00:00Z</ExpiryDate>"),
        "date_invalid");
    add("expiry before start",
        policy("<StartDate>2027-01-01T00:00:00Z</StartDate><ExpiryDate>2026-01-01T00:00:00Z</ExpiryDate>"),
        "dates_reversed");
}

void PskcTest::aRecordSaysWhatItIs()
{
    QFETCH(QByteArray, file);
    QTEST(firstOutcome(file), "outcome");
}

void PskcTest::timeBasedKeysKeepIntervalAndDrift()
{
    PskcKey key;
    key.algorithm = "urn:ietf:params:xml:ns:keyprov:pskc:totp";
    key.numbers =
        "<Time><PlainValue>0</PlainValue></Time><TimeInterval><PlainValue>60</PlainValue></TimeInterval>"
        "<TimeDrift><PlainValue>-4</PlainValue></TimeDrift>";
    const auto records = otp::readPskc(key.file(), {});
    QVERIFY(records);
    const otp::ParsedToken& token = records->front().token.value();
    QCOMPARE(token.kind, contract::TokenKind::Totp);
    QCOMPARE(token.intervalSeconds, 60);
    QCOMPARE(token.driftSteps, -4);

    key.numbers = "";
    QCOMPARE(otp::readPskc(key.file(), {})->front().token.value().intervalSeconds, 30);
    key.numbers = "<TimeInterval><PlainValue>0</PlainValue></TimeInterval>";
    QCOMPARE(firstOutcome(key.file()), u"interval_not_supported"_s);
    key.numbers = "<Time><PlainValue>100</PlainValue></Time>";
    QCOMPARE(firstOutcome(key.file()), u"time_origin_not_supported"_s);
    key.numbers = "<TimeDrift><PlainValue>2147483647</PlainValue></TimeDrift>";
    QCOMPARE(firstOutcome(key.file()), u"drift_invalid"_s);
}

void PskcTest::hashesOfSuiteAreTaken_data()
{
    QTest::addColumn<QByteArray>("parameters");
    QTest::addColumn<int>("algorithm");
    QTest::newRow("none") << QByteArray() << 0;
    QTest::newRow("HMAC-SHA256") << QByteArray("<Suite>HMAC-SHA256</Suite>") << 1;
    QTest::newRow("HMAC-SHA512") << QByteArray("<Suite>HMAC-SHA512</Suite>") << 2;
    QTest::newRow("SHA-256") << QByteArray("<Suite>SHA-256</Suite>") << 1;
    QTest::newRow("HmacSHA1") << QByteArray("<Suite>HmacSHA1</Suite>") << 0;
    QTest::newRow("HashAlgo") << QByteArray("<Extensions><HashAlgo>SHA512</HashAlgo></Extensions>") << 2;
    QTest::newRow("unknown") << QByteArray("<Suite>OCRA-1:HOTP-SHA1-6:QN08</Suite>") << -1;
}

void PskcTest::hashesOfSuiteAreTaken()
{
    QFETCH(QByteArray, parameters);
    QFETCH(int, algorithm);
    PskcKey key;
    key.parameters = "<AlgorithmParameters>" + parameters + "</AlgorithmParameters>";
    const auto records = otp::readPskc(key.file(), {});
    QVERIFY(records);
    const auto& token = records->front().token;
    if (algorithm < 0) {
        QCOMPARE(token.error().code, u"suite_not_supported"_s);
    } else {
        QCOMPARE(static_cast<int>(token.value().algorithm), algorithm);
    }
}

void PskcTest::aBadRecordLeavesTheOthers()
{
    PskcKey good;
    PskcKey bad;
    bad.secret = "";
    const auto records = otp::readPskc(testing::pskcContainer(good.xml() + bad.xml() + good.xml()), {});
    QVERIFY(records);
    QCOMPARE(records->size(), size_t(3));
    QVERIFY(records->at(0).token);
    QVERIFY(!records->at(1).token);
    QCOMPARE(records->at(1).position, 2);
    QCOMPARE(records->at(1).serial, u"1001"_s);
    QVERIFY(records->at(2).token);
}

void PskcTest::everyFaultHasCauseAndCure()
{
    PskcKey key;
    for (const QByteArray& secret :
         {QByteArray(), QByteArray("<Secret><PlainValue>MT!z</PlainValue></Secret>")}) {
        key.secret = secret;
        const auto records = otp::readPskc(key.file(), {});
        const otp::ImportFault& fault = records->front().token.error();
        QVERIFY(!fault.code.isEmpty() && !fault.cause.isEmpty() && !fault.cure.isEmpty());
    }
    const auto records = otp::readPskc(key.file(), {});
    QCOMPARE(records->front().token.error().cause,
             u"The key's secret is not base64: character 3 does not belong there."_s);
}

QTEST_GUILESS_MAIN(PskcTest)
#include "tst_pskc.moc"
