// SPDX-License-Identifier: Apache-2.0
#include "services/offline/keys.h"

#include <QTest>

using namespace holdfast;
using namespace Qt::StringLiterals;
using contract::Secret;

namespace {

Secret hexSecret(const char* hex)
{
    return Secret(QByteArrayView(QByteArray::fromHex(hex)));
}

} // namespace

class KeysTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signaturesAgreeWithRfc8032();
    void aSignatureHoldsForItsMessageAndKeyAlone();
    void theSameSeedGivesTheSameKey();
    void agreementAgreesWithRfc7748();
    void bothSidesAgreeAndForEachPurposeAnew();
    void pointsOfLowOrderAreRefused_data();
    void pointsOfLowOrderAreRefused();
    void wrappedKeysOpenForTheirWorkstationAlone();
    void aSealOpensUnderItsKeyAndIdentityAlone();
    void keysOfTheWrongSizeAreRefused();
};

void KeysTest::signaturesAgreeWithRfc8032()
{
    // Section 7.1, test 3.
    const auto key =
        offline::signingKeyOf(hexSecret("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7"));
    QCOMPARE(key.publicKey.toHex(),
             QByteArray("fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025"));
    QCOMPARE(offline::sign(key.privateKey, QByteArrayView("\xaf\x82", 2)).toHex(),
             QByteArray("6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
                        "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"));
}

void KeysTest::aSignatureHoldsForItsMessageAndKeyAlone()
{
    const auto key = offline::makeSigningKey();
    const QByteArray signature = offline::sign(key.privateKey, "message");
    QVERIFY(offline::isSignedBy(key.publicKey, "message", signature));
    QVERIFY(!offline::isSignedBy(key.publicKey, "massage", signature));
    QVERIFY(!offline::isSignedBy(offline::makeSigningKey().publicKey, "message", signature));
    QVERIFY(!offline::isSignedBy(key.publicKey, "message", signature.first(63)));
    QVERIFY(!offline::isSignedBy({}, "message", signature));
    QVERIFY(!offline::isSignedBy(QByteArray(32, '\0'), "message", QByteArray(64, '\0'))); // low order
    for (qsizetype i = 0; i < signature.size(); ++i) {
        QByteArray changed = signature;
        changed[i] = static_cast<char>(changed[i] ^ 1);
        QVERIFY(!offline::isSignedBy(key.publicKey, "message", changed));
    }
}

void KeysTest::theSameSeedGivesTheSameKey()
{
    const Secret seed {QByteArrayView(QByteArray(32, 's'))};
    QCOMPARE(offline::signingKeyOf(seed).publicKey, offline::signingKeyOf(seed).publicKey);
    QCOMPARE(offline::agreementKeyOf(seed).publicKey, offline::agreementKeyOf(seed).publicKey);
    QVERIFY(offline::makeSigningKey().publicKey != offline::makeSigningKey().publicKey);
    QVERIFY(offline::makeAgreementKey().publicKey != offline::makeAgreementKey().publicKey);
}

void KeysTest::agreementAgreesWithRfc7748()
{
    // Section 5.2, after one iteration: the secret 422c8e7a...11ae3079; its HKDF was computed with Python's
    // hmac.
    const QByteArray nine = QByteArray(1, '\x09') + QByteArray(31, '\0');
    QCOMPARE(offline::agree(Secret(QByteArrayView(nine)), nine, "holdfast challenge")
                 .value()
                 .reveal()
                 .toByteArray()
                 .toHex(),
             QByteArray("1ee63fb06cc7b2653a6bdcca3fcc8f28fb25e0dc0c4b626f70e46c04c237a95c"));
}

void KeysTest::bothSidesAgreeAndForEachPurposeAnew()
{
    const auto service = offline::makeAgreementKey();
    const auto workstation = offline::makeAgreementKey();
    const auto here = offline::agree(service.privateKey, workstation.publicKey, "one").value();
    QVERIFY(here.equals(offline::agree(workstation.privateKey, service.publicKey, "one").value().reveal()));
    QVERIFY(!here.equals(offline::agree(workstation.privateKey, service.publicKey, "two").value().reveal()));
    QCOMPARE(here.size(), 32);
}

// RFC 7748, section 7, and the list at https://cr.yp.to/ecdh.html#validate
void KeysTest::pointsOfLowOrderAreRefused_data()
{
    QTest::addColumn<QByteArray>("point");
    QTest::newRow("zero") << QByteArray(32, '\0');
    QTest::newRow("one") << QByteArray(1, '\1') + QByteArray(31, '\0');
    QTest::newRow("order 8") << QByteArray::fromHex(
        "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800");
    QTest::newRow("order 8, the other")
        << QByteArray::fromHex("5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157");
    QTest::newRow("p - 1") << QByteArray::fromHex(
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f");
    QTest::newRow("p") << QByteArray::fromHex(
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f");
    QTest::newRow("p + 1") << QByteArray::fromHex(
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f");
    QTest::newRow("short") << QByteArray(31, 'x');
    QTest::newRow("empty") << QByteArray();
}

void KeysTest::pointsOfLowOrderAreRefused()
{
    QFETCH(QByteArray, point);
    const auto agreed = offline::agree(offline::makeAgreementKey().privateKey, point, "purpose");
    QVERIFY(!agreed);
    QCOMPARE(agreed.error().code, u"key_invalid"_s);
    QVERIFY_EXCEPTION_THROWN(static_cast<void>(offline::wrap(point, Secret(QByteArrayView("key")))),
                             std::invalid_argument);
}

void KeysTest::wrappedKeysOpenForTheirWorkstationAlone()
{
    const auto workstation = offline::makeAgreementKey();
    const Secret plain {QByteArrayView("two keys")};
    QByteArray wrapped = offline::wrap(workstation.publicKey, plain);
    QVERIFY(offline::unwrap(workstation, wrapped).value().equals(plain.reveal()));
    const auto other = offline::unwrap(offline::makeAgreementKey(), wrapped);
    QCOMPARE(other.error().code, u"keys_not_for_this_workstation"_s);
    QVERIFY(!offline::unwrap(workstation, {}));
    QVERIFY(!offline::unwrap(workstation, wrapped.first(47)));
    wrapped[50] = static_cast<char>(wrapped[50] ^ 1);
    QVERIFY(!offline::unwrap(workstation, wrapped));
}

void KeysTest::aSealOpensUnderItsKeyAndIdentityAlone()
{
    const Secret key {QByteArrayView(QByteArray(32, 'k'))};
    const QByteArray sealed = offline::seal(key, "plain", "row 1");
    QCOMPARE(sealed.size(), 24 + 5 + 16);
    QVERIFY(offline::open(key, sealed, "row 1").value().equals("plain"));
    QVERIFY(offline::seal(key, "plain", "row 1") != sealed);
    QVERIFY(offline::open(key, offline::seal(key, {}, {}), {}).value().isEmpty());
    QCOMPARE(offline::open(key, sealed, "row 2").error().code, u"seal_broken"_s);
    QVERIFY(!offline::open(Secret(QByteArrayView(QByteArray(32, 'l'))), sealed, "row 1"));
    for (qsizetype i = 0; i < sealed.size(); ++i) {
        QByteArray changed = sealed;
        changed[i] = static_cast<char>(changed[i] ^ 0x80);
        QVERIFY(!offline::open(key, changed, "row 1"));
        QVERIFY(!offline::open(key, sealed.first(i), "row 1"));
    }
}

void KeysTest::keysOfTheWrongSizeAreRefused()
{
    const Secret shortKey {QByteArrayView("short")};
    QVERIFY_EXCEPTION_THROWN(static_cast<void>(offline::signingKeyOf(shortKey)), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(static_cast<void>(offline::agreementKeyOf({})), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(static_cast<void>(offline::sign(shortKey, "text")), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(static_cast<void>(offline::seal(shortKey, "text", {})), std::invalid_argument);
}

QTEST_GUILESS_MAIN(KeysTest)
#include "tst_keys.moc"
