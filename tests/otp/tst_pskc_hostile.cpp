// SPDX-License-Identifier: Apache-2.0
#include "services/otp/base64.h"
#include "tests/otp/pskc_text.h"

#include <QElapsedTimer>
#include <QTest>

using namespace holdfast;
using namespace Qt::StringLiterals;
using testing::firstOutcome;
using testing::pskcContainer;
using testing::PskcKey;
using testing::testData;

// Files that are damaged, copied badly, or made to harm.
class PskcHostileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFileCutOffAnywhereIsRefused_data();
    void aFileCutOffAnywhereIsRefused();
    void noFlippedBitCrashesOrPassesTheMac();
    void documentTypesAreRefused_data();
    void documentTypesAreRefused();
    void whatIsTooMuchIsRefused_data();
    void whatIsTooMuchIsRefused();
    void otherFilesAreToldApart_data();
    void otherFilesAreToldApart();
    void byteOrderMarksAndSpaceArePassedOver();
    void encodedTextSaysWhereItIsWrong();
    void encodedTextToleratesWhatCopyingBringsAlong();
};

void PskcHostileTest::aFileCutOffAnywhereIsRefused_data()
{
    QTest::addColumn<QByteArray>("figure");
    QTest::newRow("plain") << QByteArray("rfc6030/figure5.xml");
    QTest::newRow("encrypted") << QByteArray("rfc6030/figure6.xml");
}

void PskcHostileTest::aFileCutOffAnywhereIsRefused()
{
    QFETCH(QByteArray, figure);
    const QByteArray file = testData(figure.constData()).trimmed();
    otp::TokenFileKeys keys;
    keys.key = otp::decodeHex(u"12345678901234567890123456789012").value();
    for (qsizetype length = 0; length < file.size(); ++length) {
        // Cut in a heap block of its own, so that a sanitizer sees a step beyond it.
        const QByteArray cut(file.constData(), length);
        const auto records = otp::readPskc(cut, keys);
        QVERIFY2(!records, qPrintable(u"accepted when cut after byte %1"_s.arg(length)));
        QVERIFY(!records.error().cause.isEmpty());
    }
}

void PskcHostileTest::noFlippedBitCrashesOrPassesTheMac()
{
    const QByteArray file = testData("rfc6030/figure6.xml");
    otp::TokenFileKeys keys;
    keys.key = otp::decodeHex(u"12345678901234567890123456789012").value();
    for (qsizetype at = 0; at < file.size(); ++at) {
        QByteArray changed = file;
        changed[at] = static_cast<char>(changed[at] ^ (1 << (at % 8)));
        const auto records = otp::readPskc(changed, keys);
        if (records && !records->empty() && records->front().token) {
            QCOMPARE(records->front().token->seed.reveal().toByteArray(), QByteArray("12345678901234567890"));
        }
    }
}

void PskcHostileTest::documentTypesAreRefused_data()
{
    QTest::addColumn<QByteArray>("documentType");
    QByteArray laughs = "<!DOCTYPE KeyContainer [<!ENTITY a0 \"ha\">";
    for (int i = 1; i < 30; ++i) {
        laughs += "<!ENTITY a" + QByteArray::number(i) + " \"&a" + QByteArray::number(i - 1) + ";&a"
            + QByteArray::number(i - 1) + ";\">";
    }
    QTest::newRow("billion laughs") << QByteArray(laughs + "]>");
    QTest::newRow("external entity") << QByteArray(
        "<!DOCTYPE KeyContainer [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>");
    QTest::newRow("external type") << QByteArray("<!DOCTYPE KeyContainer SYSTEM \"http://127.0.0.1/x.dtd\">");
    QTest::newRow("bare") << QByteArray("<!DOCTYPE KeyContainer>");
}

void PskcHostileTest::documentTypesAreRefused()
{
    QFETCH(QByteArray, documentType);
    PskcKey key;
    key.device = "<DeviceInfo><SerialNo>&a29;</SerialNo></DeviceInfo>";
    QByteArray file = key.file();
    file.insert(file.indexOf("<KeyContainer"), documentType);
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(firstOutcome(file), u"!xml_document_type"_s);
    QVERIFY(timer.elapsed() < 1000);
}

void PskcHostileTest::whatIsTooMuchIsRefused_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("deep nesting") << QByteArray("<KeyPackage>" + QByteArray("<a>").repeated(100'000));
    QTest::newRow("deep nesting outside a package")
        << QByteArray(QByteArray("<a>").repeated(5'000) + QByteArray("</a>").repeated(5'000));
    QTest::newRow("many elements") << QByteArray("<KeyPackage>" + QByteArray("<a/>").repeated(5'000)
                                                 + "</KeyPackage>");
    QTest::newRow("long text") << QByteArray("<KeyPackage>" + QByteArray(200'000, 'x') + "</KeyPackage>");
    QTest::newRow("long attribute") << QByteArray("<KeyPackage a=\"" + QByteArray(200'000, 'x') + "\"/>");
    QByteArray attributes;
    for (int i = 0; i < 100; ++i) {
        attributes += " a" + QByteArray::number(i) + "=\"\"";
    }
    QTest::newRow("many attributes") << QByteArray("<KeyPackage" + attributes + "/>");
}

void PskcHostileTest::whatIsTooMuchIsRefused()
{
    QFETCH(QByteArray, content);
    QCOMPARE(firstOutcome(pskcContainer(content)), u"!xml_too_complex"_s);
}

void PskcHostileTest::otherFilesAreToldApart_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("no keys") << pskcContainer("") << u"!no_records"_s;
    QTest::newRow("another root") << QByteArray("<TKNBatch/>") << u"!not_pskc"_s;
    QTest::newRow("another version") << QByteArray("<KeyContainer Version=\"2.0\"/>")
                                     << u"!version_not_supported"_s;
    QTest::newRow("text") << QByteArray("serial,secret\n1,2\n") << u"!xml_malformed"_s;
    QTest::newRow("bytes") << QByteArray("\0\1\2\377\376", 5) << u"!xml_malformed"_s;
    QTest::newRow("two roots") << QByteArray(PskcKey {}.file() + "<KeyContainer/>") << u"!xml_malformed"_s;
    QTest::newRow("unclosed tag") << pskcContainer("<KeyPackage><a></KeyPackage>") << u"!xml_malformed"_s;
}

void PskcHostileTest::otherFilesAreToldApart()
{
    QFETCH(QByteArray, file);
    QTEST(firstOutcome(file), "outcome");
}

void PskcHostileTest::byteOrderMarksAndSpaceArePassedOver()
{
    PskcKey key;
    QCOMPARE(firstOutcome("\xef\xbb\xbf" + key.file()), u"imported"_s);
    QCOMPARE(firstOutcome("\r\n  \xef\xbb\xbf\n" + key.file() + "\r\n\r\n"), u"imported"_s);
    key.secret = "<Secret><PlainValue>\n \xef\xbb\xbfMTIzNDU2Nzg5\n MDEyMzQ1Njc4OTA= </PlainValue></Secret>";
    QCOMPARE(firstOutcome(key.file()), u"imported"_s);
}

void PskcHostileTest::encodedTextSaysWhereItIsWrong()
{
    QCOMPARE(otp::decodeBase64(u"MTIz*DU2").error().position, 5);
    QCOMPARE(otp::decodeBase64(u"MT=IzNDU2").error().position, 4);
    QCOMPARE(otp::decodeBase64(u"=").error().position, 1);
    QCOMPARE(otp::decodeBase64(u"MTIzN").error().position, 0);
    QCOMPARE(otp::decodeBase64(u"MTJ=").error().position, 0); // bits left over
    QCOMPARE(otp::decodeBase64(u"MTI\u00dfN").error().position, 4);
    QCOMPARE(otp::decodeHex(u"0g").error().position, 2);
    QCOMPARE(otp::decodeHex(u"012").error().position, 0);
    QCOMPARE(otp::decodeBase32(u"GEZ1").error().position, 4);
}

void PskcHostileTest::encodedTextToleratesWhatCopyingBringsAlong()
{
    const auto bytes = [](const auto& result) {
        return result.value().reveal().toByteArray();
    };
    QCOMPARE(bytes(otp::decodeBase64(u"\ufeffMTI z\u200b NA==\r\n")), QByteArray("1234"));
    QCOMPARE(bytes(otp::decodeBase64(u"MTIzNA")), QByteArray("1234"));
    QCOMPARE(bytes(otp::decodeBase64(u"")), QByteArray());
    QCOMPARE(bytes(otp::decodeHex(u"31:32-33 34")), QByteArray("1234"));
    QCOMPARE(bytes(otp::decodeBase32(u"gezd gnbv")), QByteArray("12345"));
    for (int length = 0; length < 64; ++length) {
        const QByteArray plain(length, static_cast<char>(length * 5));
        QCOMPARE(bytes(otp::decodeBase64(QString::fromLatin1(plain.toBase64()))), plain);
        QCOMPARE(bytes(otp::decodeHex(QString::fromLatin1(plain.toHex()))), plain);
    }
}

QTEST_GUILESS_MAIN(PskcHostileTest)
#include "tst_pskc_hostile.moc"
