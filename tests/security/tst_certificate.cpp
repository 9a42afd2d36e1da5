// SPDX-License-Identifier: Apache-2.0
#include "services/security/certificate.h"

#include <QSslCertificate>
#include <QSslKey>
#include <QTest>

class CertificateTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anotherLibraryReadsWhatWasMade()
    {
        const auto made = holdfast::security::selfSigned(
            {QStringLiteral("localhost"), QStringLiteral("127.0.0.1")}, std::chrono::hours(24));
        const QSslCertificate read(made.certificatePem);
        QVERIFY(!read.isNull());
        QCOMPARE(read.digest(QCryptographicHash::Sha256), made.sha256);
        QVERIFY(read.subjectAlternativeNames().contains(QSsl::DnsEntry, QStringLiteral("localhost")));
        QVERIFY(read.subjectAlternativeNames().contains(QSsl::IpAddressEntry, QStringLiteral("127.0.0.1")));
        QVERIFY(read.effectiveDate() < QDateTime::currentDateTimeUtc());
        QVERIFY(read.expiryDate() < QDateTime::currentDateTimeUtc().addDays(2));
        QVERIFY(!QSslKey(made.keyPem, QSsl::Ec).isNull());
    }
    void eachHasItsOwnKey()
    {
        const auto one = holdfast::security::selfSigned({QStringLiteral("localhost")}, std::chrono::hours(1));
        const auto other =
            holdfast::security::selfSigned({QStringLiteral("localhost")}, std::chrono::hours(1));
        QVERIFY(one.keyPem != other.keyPem);
        QVERIFY(one.sha256 != other.sha256);
    }
};

QTEST_GUILESS_MAIN(CertificateTest)
#include "tst_certificate.moc"
