// SPDX-License-Identifier: Apache-2.0
#include "services/otp/base64.h"
#include "tests/otp/pskc_text.h"
#include "tests/support/process.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace holdfast;
using namespace Qt::StringLiterals;

// Files made by csv2pskc, and pskctool as a second opinion on plain ones.
class PskcToolsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plainFilesAreRead();
    void filesUnderAKeyAreRead_data();
    void filesUnderAKeyAreRead();
    void filesUnderAPassphraseAreRead();
    void wrongKeysAreTold();
    void totpFilesAreRead();
    void pskctoolAgrees();
    void tenThousandRecordsTakeSeconds();

private:
    // Runs csv2pskc on lines of comma-separated values.
    QByteArray csv2pskc(const QByteArray& csv, const QStringList& options = {})
    {
        const QString name = m_folder.filePath(u"tokens.csv"_s);
        QFile file(name);
        if (!file.open(QIODevice::WriteOnly) || file.write(csv) != csv.size()) {
            return {};
        }
        file.close();
        const auto result =
            testing::runTool(u"csv2pskc"_s, QStringList {u"-e"_s, u"hex"_s} + options + QStringList {name});
        return result.exitCode == 0 ? result.output : QByteArray();
    }
    static QByteArray threeTokens()
    {
        QByteArray csv = "serial,secret,counter,algorithm,response_length,manufacturer\n";
        for (int i = 1; i <= 3; ++i) {
            csv += "A100" + QByteArray::number(i) + ',' + seed(i).toHex() + ',' + QByteArray::number(i * 7)
                + ",urn:ietf:params:xml:ns:keyprov:pskc:hotp,6,Acme\n";
        }
        return csv;
    }
    static QByteArray seed(int i) { return "1234567890123456789" + QByteArray::number(i); }
    static void expectThree(const otp::TokenRecords& records)
    {
        QVERIFY2(records, records ? "" : qPrintable(records.error().cause));
        QCOMPARE(records->size(), size_t(3));
        for (int i = 1; i <= 3; ++i) {
            const otp::TokenRecord& record = records->at(static_cast<size_t>(i) - 1);
            QVERIFY2(record.token, record.token ? "" : qPrintable(record.token.error().cause));
            QCOMPARE(record.token->serial, u"A100%1"_s.arg(i));
            QCOMPARE(record.token->seed.reveal().toByteArray(), seed(i));
            QCOMPARE(record.token->counter, i * 7);
            QCOMPARE(record.token->manufacturer, u"Acme"_s);
        }
    }

    QTemporaryDir m_folder;
};

void PskcToolsTest::plainFilesAreRead()
{
    expectThree(otp::readPskc(csv2pskc(threeTokens()), {}));
}

void PskcToolsTest::filesUnderAKeyAreRead_data()
{
    QTest::addColumn<QString>("key");
    QTest::newRow("128 bits") << u"00112233445566778899aabbccddeeff"_s;
}

void PskcToolsTest::filesUnderAKeyAreRead()
{
    QFETCH(QString, key);
    otp::TokenFileKeys keys;
    keys.key = otp::decodeHex(key).value();
    const QByteArray file = csv2pskc(threeTokens(), {u"-s"_s, key});
    QVERIFY(file.contains("EncryptedValue"));
    expectThree(otp::readPskc(file, keys));
    // The counters encrypted as well.
    const QByteArray script =
        "import sys\n"
        "from pskc import PSKC\n"
        "p = PSKC(sys.argv[1])\n"
        "p.encryption.setup_preshared_key(key=bytes.fromhex(sys.argv[2]), algorithm='aes256-cbc', "
        "fields=['secret', 'counter'])\n"
        "p.write(sys.stdout)\n";
    const QString plain = m_folder.filePath(u"plain.xml"_s);
    QFile out(plain);
    QVERIFY(out.open(QIODevice::WriteOnly));
    out.write(csv2pskc(threeTokens()));
    out.close();
    const QString longKey = key + key;
    const auto made =
        testing::runTool(u"/usr/bin/python3"_s, {u"-c"_s, QString::fromLatin1(script), plain, longKey});
    QCOMPARE(made.exitCode, 0);
    keys.key = otp::decodeHex(longKey).value();
    expectThree(otp::readPskc(made.output, keys));
}

void PskcToolsTest::filesUnderAPassphraseAreRead()
{
    otp::TokenFileKeys keys;
    keys.passphrase = contract::Secret(u"correct horse"_s);
    const QByteArray file = csv2pskc(threeTokens(), {u"-p"_s, u"correct horse"_s});
    QVERIFY(file.contains("PBKDF2-params"));
    expectThree(otp::readPskc(file, keys));
}

void PskcToolsTest::wrongKeysAreTold()
{
    // One wrong key in 256 or so leaves padding that could be right: then the records' MACs tell.
    const QStringList acceptable {u"!wrong_passphrase"_s, u"mac_mismatch"_s};
    const QByteArray file = csv2pskc(threeTokens(), {u"-p"_s, u"correct horse"_s});
    int whole = 0;
    for (int i = 0; i < 5; ++i) {
        otp::TokenFileKeys keys;
        keys.passphrase = contract::Secret(u"wrong %1"_s.arg(i));
        const QString outcome = testing::firstOutcome(file, keys);
        QVERIFY2(acceptable.contains(outcome), qPrintable(outcome));
        whole += outcome.startsWith(u'!') ? 1 : 0;
    }
    QVERIFY(whole > 0);
}

void PskcToolsTest::totpFilesAreRead()
{
    const QByteArray csv = "serial,secret,time_interval,algorithm,response_length\nT1," + seed(1).toHex()
        + ",60,urn:ietf:params:xml:ns:keyprov:pskc:totp,8\n";
    const auto records = otp::readPskc(csv2pskc(csv), {});
    QVERIFY(records);
    const otp::ParsedToken& token = records->front().token.value();
    QCOMPARE(token.kind, contract::TokenKind::Totp);
    QCOMPARE(token.intervalSeconds, 60);
    QCOMPARE(token.digits, 8);
}

void PskcToolsTest::pskctoolAgrees()
{
    const QByteArray file = testing::testData("rfc6030/figure10.xml");
    const auto result = testing::runTool(
        u"pskctool"_s,
        {u"--info"_s, QStringLiteral(HOLDFAST_TEST_DATA "/rfc6030/figure10.xml")});
    QCOMPARE(result.exitCode, 0);
    const auto records = otp::readPskc(file, {});
    QVERIFY(records);
    QList<QByteArray> secrets;
    QList<QByteArray> serials;
    for (const QByteArray& line : result.output.split('\n')) {
        const QByteArray value = line.mid(line.indexOf(':') + 1).trimmed();
        if (line.contains("Secret") && line.contains("base64")) {
            secrets << QByteArray::fromBase64(value);
        } else if (line.contains("SerialNo")) {
            serials << value;
        }
    }
    QCOMPARE(serials.size(), 4);
    QCOMPARE(secrets.size(), 4);
    for (qsizetype i = 0; i < 4; ++i) {
        const otp::ParsedToken& token = records->at(static_cast<size_t>(i)).token.value();
        QCOMPARE(token.serial.toLatin1(), serials[i]);
        QCOMPARE(token.seed.reveal().toByteArray(), secrets[i]);
    }
}

void PskcToolsTest::tenThousandRecordsTakeSeconds()
{
    QByteArray csv = "serial,secret,algorithm,response_length\n";
    for (int i = 0; i < 10'000; ++i) {
        csv += "N" + QByteArray::number(100'000 + i) + ',' + seed(i).toHex() + ",hotp,6\n";
    }
    const QByteArray file = csv2pskc(csv, {u"-s"_s, u"00112233445566778899aabbccddeeff"_s});
    QVERIFY(file.size() > 5'000'000);
    otp::TokenFileKeys keys;
    keys.key = otp::decodeHex(u"00112233445566778899aabbccddeeff").value();
    QElapsedTimer timer;
    timer.start();
    const auto records = otp::readPskc(file, keys);
    QVERIFY(records);
    QCOMPARE(records->size(), size_t(10'000));
    QCOMPARE(
        std::count_if(records->begin(), records->end(), [](const auto& r) { return r.token.has_value(); }),
        10'000);
    QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_GUILESS_MAIN(PskcToolsTest)
#include "tst_pskc_tools.moc"
