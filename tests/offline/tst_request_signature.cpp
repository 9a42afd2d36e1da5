// SPDX-License-Identifier: Apache-2.0
#include "services/offline/request_signature.h"

#include <QTest>

using namespace holdfast;
using namespace Qt::StringLiterals;

namespace {

const contract::Timestamp sentAt = contract::fromMilliseconds(1780272000123);

} // namespace

class RequestSignatureTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsSignedIsSpelledOut();
    void aRequestIsReadAndItsSignatureHolds();
    void aChangedRequestIsNoticed();
    void everyRequestHasANonceOfItsOwn();
    void formsThatMeanTheSameAreRead_data();
    void formsThatMeanTheSameAreRead();
    void malformedHeadersAreRefused_data();
    void malformedHeadersAreRefused();

private:
    offline::KeyPair m_key = offline::makeSigningKey();
    const QByteArray m_signature = QByteArray(86, 'A') + "==";
    const QByteArray m_nonce = QByteArray(22, 'n');
};

// The digests were computed with Python's hashlib.
void RequestSignatureTest::whatIsSignedIsSpelledOut()
{
    QCOMPARE(offline::signedText("POST", "/agent/v1/logons?x=1", sentAt, "nonce", R"({"a":1})"),
             QByteArray("holdfast agent request 1\nPOST\n/agent/v1/logons?x=1\n1780272000123\nnonce\n"
                        "015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862"));
    QVERIFY(offline::signedText("GET", "/", sentAt, "nonce", {})
                .endsWith("\ne3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
}

void RequestSignatureTest::aRequestIsReadAndItsSignatureHolds()
{
    const QByteArray header =
        offline::authorizationOf(12, m_key.privateKey, "POST", "/agent/v1/contacts", sentAt, "{}");
    QVERIFY(header.startsWith("Holdfast-Workstation id=12, time=1780272000123, nonce="));
    const auto read = offline::readAuthorization(header);
    QVERIFY(read);
    QCOMPARE(read->workstationId, 12);
    QCOMPARE(read->time, sentAt);
    QVERIFY(offline::isSignedBy(
        m_key.publicKey, offline::signedText("POST", "/agent/v1/contacts", read->time, read->nonce, "{}"),
        read->signature));
}

void RequestSignatureTest::aChangedRequestIsNoticed()
{
    const auto read = offline::readAuthorization(
        offline::authorizationOf(12, m_key.privateKey, "POST", "/agent/v1/contacts", sentAt, "{}"));
    const auto holds = [&](const char* method, const char* target, contract::Timestamp time,
                           const QByteArray& nonce, const char* body) {
        return offline::isSignedBy(m_key.publicKey, offline::signedText(method, target, time, nonce, body),
                                   read->signature);
    };
    QVERIFY(holds("POST", "/agent/v1/contacts", sentAt, read->nonce, "{}"));
    QVERIFY(!holds("PUT", "/agent/v1/contacts", sentAt, read->nonce, "{}"));
    QVERIFY(!holds("POST", "/agent/v1/logons", sentAt, read->nonce, "{}"));
    QVERIFY(!holds("POST", "/agent/v1/contacts", sentAt + std::chrono::milliseconds(1), read->nonce, "{}"));
    QVERIFY(!holds("POST", "/agent/v1/contacts", sentAt, m_nonce, "{}"));
    QVERIFY(!holds("POST", "/agent/v1/contacts", sentAt, read->nonce, "{ }"));
}

void RequestSignatureTest::everyRequestHasANonceOfItsOwn()
{
    const auto nonce = [&] {
        return offline::readAuthorization(
                   offline::authorizationOf(12, m_key.privateKey, "GET", "/", sentAt, {}))
            ->nonce;
    };
    QVERIFY(nonce() != nonce());
}

void RequestSignatureTest::formsThatMeanTheSameAreRead_data()
{
    QTest::addColumn<QByteArray>("header");
    const QByteArray tail = "nonce=" + m_nonce + ", signature=" + m_signature;
    QTest::newRow("as written") << "Holdfast-Workstation id=12, time=5, " + tail;
    QTest::newRow("another case") << "holdfast-workstation id=12, time=5, " + tail;
    QTest::newRow("another order") << "Holdfast-Workstation " + tail + ", time=5, id=12";
    QTest::newRow("spaces") << "  Holdfast-Workstation   id=12 ,time=5  ,  " + tail + "  ";
}

void RequestSignatureTest::formsThatMeanTheSameAreRead()
{
    QFETCH(QByteArray, header);
    const auto read = offline::readAuthorization(header);
    QVERIFY(read);
    QCOMPARE(read->workstationId, 12);
    QCOMPARE(contract::toMilliseconds(read->time), 5);
    QCOMPARE(read->nonce, m_nonce);
    QCOMPARE(read->signature, QByteArray(64, '\0'));
}

void RequestSignatureTest::malformedHeadersAreRefused_data()
{
    QTest::addColumn<QByteArray>("header");
    const QByteArray scheme = "Holdfast-Workstation ";
    const QByteArray id = "id=12, ";
    const QByteArray time = "time=5, ";
    const QByteArray nonce = "nonce=" + m_nonce + ", ";
    const QByteArray signature = "signature=" + m_signature;
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("spaces") << QByteArray(40, ' ');
    QTest::newRow("the scheme alone") << QByteArray("Holdfast-Workstation");
    QTest::newRow("nothing behind the scheme") << QByteArray("Holdfast-Workstation ");
    QTest::newRow("another scheme") << "Bearer " + id + time + nonce + signature;
    QTest::newRow("a longer scheme") << "Holdfast-Workstations " + id + time + nonce + signature;
    QTest::newRow("too long") << scheme + id + time + nonce + signature + QByteArray(512, ' ');
    QTest::newRow("without id") << scheme + time + nonce + signature;
    QTest::newRow("without time") << scheme + id + nonce + signature;
    QTest::newRow("without nonce") << scheme + id + time + signature;
    QTest::newRow("without signature") << scheme + id + time + nonce.chopped(2);
    QTest::newRow("a part twice") << scheme + id + id + time + nonce + signature;
    QTest::newRow("another part") << scheme + id + time + nonce + signature + ", more=1";
    QTest::newRow("a comma at the end") << scheme + id + time + nonce + signature + ",";
    QTest::newRow("two commas") << scheme + id + ", " + time + nonce + signature;
    QTest::newRow("an empty value") << scheme + "id=, " + time + nonce + signature;
    QTest::newRow("id zero") << scheme + "id=0, " + time + nonce + signature;
    QTest::newRow("id below zero") << scheme + "id=-1, " + time + nonce + signature;
    QTest::newRow("id with a plus") << scheme + "id=+1, " + time + nonce + signature;
    QTest::newRow("id with leading zeroes") << scheme + "id=012, " + time + nonce + signature;
    QTest::newRow("id with a letter") << scheme + "id=12a, " + time + nonce + signature;
    QTest::newRow("id too long") << scheme + "id=99999999999999999999, " + time + nonce + signature;
    QTest::newRow("a time beyond all") << scheme + id + "time=9999999999999999, " + nonce + signature;
    QTest::newRow("a time below zero") << scheme + id + "time=-5, " + nonce + signature;
    QTest::newRow("a short nonce") << scheme + id + time + "nonce=" + QByteArray(15, 'n') + ", " + signature;
    QTest::newRow("a long nonce") << scheme + id + time + "nonce=" + QByteArray(65, 'n') + ", " + signature;
    QTest::newRow("a nonce with a sign")
        << scheme + id + time + "nonce=" + QByteArray(16, '+') + ", " + signature;
    QTest::newRow("quotes") << scheme + "id=\"12\", " + time + nonce + signature;
    QTest::newRow("a short signature") << scheme + id + time + nonce + "signature=" + QByteArray(84, 'A');
    QTest::newRow("a long signature") << scheme + id + time + nonce + "signature=" + QByteArray(88, 'A');
    QTest::newRow("no padding") << scheme + id + time + nonce + "signature=" + QByteArray(86, 'A');
    QTest::newRow("bits that do not count")
        << scheme + id + time + nonce + "signature=" + QByteArray(85, 'A') + "B==";
    QTest::newRow("no Base64") << scheme + id + time + nonce + "signature=" + QByteArray(86, '!') + "==";
}

void RequestSignatureTest::malformedHeadersAreRefused()
{
    QFETCH(QByteArray, header);
    const auto read = offline::readAuthorization(header);
    QVERIFY(!read);
    QCOMPARE(read.error().code, u"signature_malformed"_s);
    QCOMPARE(read.error().kind, contract::ErrorKind::Unauthenticated);
}

QTEST_GUILESS_MAIN(RequestSignatureTest)
#include "tst_request_signature.moc"
