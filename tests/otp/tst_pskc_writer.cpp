// SPDX-License-Identifier: Apache-2.0
#include "services/otp/pskc_reader.h"
#include "services/otp/pskc_writer.h"
#include "tests/support/process.h"

#include <QTemporaryDir>
#include <QTest>

using namespace holdfast;
using namespace holdfast::otp;
using namespace Qt::StringLiterals;

namespace {

ParsedToken totp()
{
    ParsedToken token;
    token.serial = u"A<1>&\""_s;
    token.kind = contract::TokenKind::Totp;
    token.algorithm = contract::HashAlgorithm::Sha256;
    token.digits = 8;
    token.intervalSeconds = 60;
    token.driftSteps = -2;
    token.seed = contract::Secret(QByteArrayView("12345678901234567890123456789012"));
    token.expiresAt = contract::fromMilliseconds(1'900'000'000'000);
    token.manufacturer = u"Acme & Söhne"_s;
    token.userLogin = u"ada"_s;
    return token;
}

ParsedToken hotp()
{
    ParsedToken token;
    token.serial = u"H-2"_s;
    token.kind = contract::TokenKind::Hotp;
    token.counter = 42;
    token.seed = contract::Secret(QByteArrayView("short"));
    return token;
}

QByteArray written()
{
    const PskcWriter writer(contract::Secret(QByteArrayView("correct horse battery")));
    return writer.begin() + writer.token(totp()) + PskcWriter::missing(u"B--1"_s) + writer.token(hotp())
        + PskcWriter::end();
}

} // namespace

class tst_PskcWriter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ourOwnReaderTakesItWithThePassphraseAlone()
    {
        const QByteArray file = written();
        QVERIFY(!file.contains(QByteArray("short").toBase64()));
        TokenFileKeys keys;
        keys.passphrase = contract::Secret(QByteArrayView("correct horse battery"));
        const auto records = readPskc(file, keys);
        QVERIFY2(records, records ? "" : qPrintable(records.error().cause));
        QCOMPARE(records->size(), 2U);
        for (const TokenRecord& record : *records) {
            QVERIFY2(record.token, record.token ? "" : qPrintable(record.token.error().cause));
        }
        const ParsedToken& time = *records->at(0).token;
        const ParsedToken expected = totp();
        QCOMPARE(time.serial, expected.serial);
        QCOMPARE(time.algorithm, expected.algorithm);
        QCOMPARE(time.digits, 8);
        QCOMPARE(time.intervalSeconds, 60);
        QCOMPARE(time.driftSteps, -2);
        QVERIFY(time.expiresAt == expected.expiresAt);
        QCOMPARE(time.manufacturer, expected.manufacturer);
        QCOMPARE(time.userLogin, u"ada"_s);
        QVERIFY(time.seed.equals(expected.seed.reveal()));
        QCOMPARE(records->at(1).token->counter, 42);
        QVERIFY(records->at(1).token->seed.equals("short"));
    }

    void anotherPassphraseOrAChangeIsNoticed()
    {
        QByteArray file = written();
        TokenFileKeys keys;
        keys.passphrase = contract::Secret(QByteArrayView("another horse battery"));
        const auto refused = readPskc(file, keys);
        QVERIFY(!refused || !refused->at(0).token);
        keys.passphrase = contract::Secret(QByteArrayView("correct horse battery"));
        const qsizetype at = file.lastIndexOf("<xenc:CipherValue>") + 20;
        file[at] = file[at] == 'A' ? 'B' : 'A';
        const auto changed = readPskc(file, keys);
        QVERIFY(changed);
        QCOMPARE(changed->at(1).token.error().code, u"mac_mismatch"_s);
        QVERIFY(changed->at(0).token);
    }

    void pskctoolSeesWhatIsNotEncrypted()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"tokens.pskcxml"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(written());
        file.close();
        const auto result = testing::runTool(u"pskctool"_s, {u"--info"_s, file.fileName()});
        QCOMPARE(result.exitCode, 0);
        QVERIFY2(result.output.contains("H-2"), result.output.constData());
        QVERIFY2(result.output.contains("42"), result.output.constData());
    }
};

QTEST_GUILESS_MAIN(tst_PskcWriter)
#include "tst_pskc_writer.moc"
