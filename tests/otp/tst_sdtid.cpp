// SPDX-License-Identifier: Apache-2.0
#include "services/otp/sdtid_protocol.h"
#include "services/otp/sdtid_reader.h"
#include "tests/otp/securid_files.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace holdfast;
using namespace Qt::StringLiterals;
using testing::issueSdtid;
using testing::sdtidBatch;
using testing::sdtidOptions;

namespace {

QString firstOutcome(const otp::TokenRecords& records)
{
    if (!records) {
        return u'!' + records.error().code;
    }
    const auto& token = records->front().token;
    return token ? u"imported"_s : token.error().code;
}

std::optional<contract::Secret> password(const char* text)
{
    return contract::Secret {QByteArrayView(text)};
}

} // namespace

// sdtid files that `stoken` made, read through the reader program.
class SdtidTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRecordKeepsItsFacts();
    void aPasswordIsAskedForAndChecked();
    void aBatchGivesEveryRecord_data();
    void aBatchGivesEveryRecord();
    void aChangedRecordOfABatchFailsAlone();
    void faultsAreNamed_data();
    void faultsAreNamed();
    void aByteOrderMarkInASeedIsPassedOver();
    void aFileCutOffAnywhereIsRefused();
    void aReaderThatFailsIsTold_data();
    void aReaderThatFailsIsTold();
    void aReaderThatHangsIsKilled();
    void aReadingCanBeCancelled();
    void aReaderThatIsMissingIsTold();
};

void SdtidTest::aRecordKeepsItsFacts()
{
    const QByteArray file = issueSdtid({{"SN", "123456"},
                                        {"DefBirth", "2026/02/28"},
                                        {"DefDeath", "2030/12/31"},
                                        {"DefAddPIN", "0"},
                                        {"UserLogin", "jsmith"}});
    QVERIFY(file.contains("123456"));
    const auto records = otp::readSdtid(file, std::nullopt, sdtidOptions());
    QVERIFY2(records, records ? "" : qPrintable(records.error().cause));
    QCOMPARE(records->size(), size_t(1));
    QVERIFY2(records->front().token, qPrintable(firstOutcome(records)));
    const otp::ParsedToken& token = *records->front().token;
    QCOMPARE(token.kind, contract::TokenKind::SecurId);
    QCOMPARE(token.serial, u"000000123456"_s);
    QCOMPARE(token.pinStyle, contract::PinStyle::BeforeCode);
    QCOMPARE(contract::toRfc3339(*token.startsAt), u"2026-02-28T00:00:00.000Z"_s);
    QCOMPARE(contract::toRfc3339(*token.expiresAt), u"2031-01-01T00:00:00.000Z"_s);
    QCOMPARE(token.userLogin, u"jsmith"_s);
    QCOMPARE(token.digits, 8);
    QCOMPARE(token.intervalSeconds, 60);
}

void SdtidTest::aPasswordIsAskedForAndChecked()
{
    const QByteArray file = issueSdtid({}, u"secret one"_s);
    QCOMPARE(firstOutcome(otp::readSdtid(file, std::nullopt, sdtidOptions())), u"!passphrase_required"_s);
    QCOMPARE(firstOutcome(otp::readSdtid(file, password(""), sdtidOptions())), u"!passphrase_required"_s);
    QCOMPARE(firstOutcome(otp::readSdtid(file, password("secret two"), sdtidOptions())),
             u"!wrong_passphrase"_s);
    QCOMPARE(firstOutcome(otp::readSdtid(file, password("secret one"), sdtidOptions())), u"imported"_s);
    QCOMPARE(firstOutcome(otp::readSdtid(file, contract::Secret {QByteArrayView(QByteArray(41, 'x'))},
                                         sdtidOptions())),
             u"passphrase_too_long"_s);
    QCOMPARE(firstOutcome(otp::readSdtid(file, contract::Secret {QByteArrayView(QByteArray(5000, 'x'))},
                                         sdtidOptions())),
             u"!passphrase_too_long"_s);
    // One that needs none does not mind being given one.
    QCOMPARE(firstOutcome(otp::readSdtid(issueSdtid(), password("whatever"), sdtidOptions())), u"imported"_s);
}

void SdtidTest::aBatchGivesEveryRecord_data()
{
    QTest::addColumn<QString>("batchPassword");
    QTest::newRow("without password") << QString();
    QTest::newRow("with a password") << u"Passw0rd"_s;
}

void SdtidTest::aBatchGivesEveryRecord()
{
    QFETCH(QString, batchPassword);
    const QByteArray batch = sdtidBatch(5, batchPassword);
    QCOMPARE(batch.count("<TKN>"), 5);
    const auto records = otp::readSdtid(batch, contract::Secret(batchPassword), sdtidOptions());
    QVERIFY2(records, records ? "" : qPrintable(records.error().cause));
    QCOMPARE(records->size(), size_t(5));
    QSet<QByteArray> seeds;
    for (const otp::TokenRecord& record : *records) {
        QVERIFY2(record.token, record.token ? "" : qPrintable(record.token.error().cause));
        QVERIFY(batch.contains("<SN>" + record.serial.toLatin1() + "</SN>"));
        seeds << record.token->seed.reveal().toByteArray();
    }
    QCOMPARE(seeds.size(), 5);
}

void SdtidTest::aChangedRecordOfABatchFailsAlone()
{
    for (const QString& batchPassword : {QString(), u"Passw0rd"_s}) {
        QByteArray batch = sdtidBatch(3, batchPassword);
        const qsizetype second = batch.indexOf("<UserLogin> ", batch.indexOf("<TKN>") + 10);
        const qsizetype at = batch.indexOf("<UserLogin> ", second + 10);
        QVERIFY(at > 0);
        batch.insert(at + 11, 'x');
        const auto records = otp::readSdtid(batch, contract::Secret(batchPassword), sdtidOptions());
        QVERIFY2(records, records ? "" : qPrintable(records.error().cause));
        QCOMPARE(records->size(), size_t(3));
        int good = 0;
        for (const otp::TokenRecord& record : *records) {
            good += record.token ? 1 : 0;
            if (!record.token) {
                QCOMPARE(record.token.error().code, u"mac_mismatch"_s);
                QVERIFY(!record.token.error().cause.isEmpty() && !record.token.error().cure.isEmpty());
            }
        }
        QCOMPARE(good, 2);
    }
}

void SdtidTest::faultsAreNamed_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("header changed") << QByteArray("<DefCopyProtection>1")
                                    << QByteArray("<DefCopyProtection>0") << u"mac_mismatch"_s;
    QTest::newRow("seed changed") << QByteArray("<Seed>=") << QByteArray("<Seed>=AAAA")
                                  << u"field_invalid"_s;
    QTest::newRow("seed not base64") << QByteArray("<Seed>=") << QByteArray("<Seed>=*")
                                     << u"base64_invalid"_s;
    QTest::newRow("no seed") << QByteArray("Seed>") << QByteArray("Sped>") << u"field_invalid"_s;
    QTest::newRow("no header MAC") << QByteArray("HeaderMAC>") << QByteArray("Other>") << u"field_invalid"_s;
    QTest::newRow("older algorithm") << QByteArray("<DefAlg>1") << QByteArray("<DefAlg>0")
                                     << u"algorithm_not_supported"_s;
    QTest::newRow("odd interval") << QByteArray("<DefInterval>60") << QByteArray("<DefInterval>90")
                                  << u"interval_not_supported"_s;
    QTest::newRow("interval no number")
        << QByteArray("<DefInterval>60") << QByteArray("<DefInterval>0x3c") << u"interval_not_supported"_s;
    QTest::newRow("ten digits") << QByteArray("<DefDigits>8") << QByteArray("<DefDigits>10")
                                << u"digits_not_supported"_s;
    QTest::newRow("serial of letters") << QByteArray("<SN>") << QByteArray("<SN>X") << u"serial_invalid"_s;
    QTest::newRow("no expiry") << QByteArray("DefDeath>") << QByteArray("DefWhatever>") << u"date_invalid"_s;
    QTest::newRow("no date") << QByteArray("<DefDeath>20") << QByteArray("<DefDeath>x") << u"date_invalid"_s;
    QTest::newRow("entity") << QByteArray("<TKNBatch>")
                            << QByteArray("<!DOCTYPE a [<!ENTITY b \"c\">]><TKNBatch>")
                            << u"!xml_document_type"_s;
    QTest::newRow("another root") << QByteArray("TKNBatch>") << QByteArray("Batch>") << u"!not_sdtid"_s;
    QTest::newRow("no header") << QByteArray("TKNHeader>") << QByteArray("Header>") << u"!not_sdtid"_s;
    QTest::newRow("text among elements")
        << QByteArray("<SN>") << QByteArray("<SN>1<DefAlg>1</DefAlg>") << u"!not_sdtid"_s;
    QTest::newRow("no records") << QByteArray("TKN>") << QByteArray("Token>") << u"!no_records"_s;
    QTest::newRow("another format's words in a field")
        << QByteArray("<Nickname> ") << QByteArray("<Nickname>ctfData=2111111111111111") << u"mac_mismatch"_s;
}

void SdtidTest::faultsAreNamed()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    static const QByteArray original = issueSdtid();
    QByteArray file = original;
    QVERIFY(file.contains(from));
    file.replace(from, to);
    QTEST(firstOutcome(otp::readSdtid(file, std::nullopt, sdtidOptions())), "outcome");
}

void SdtidTest::aByteOrderMarkInASeedIsPassedOver()
{
    QByteArray file = issueSdtid();
    file.replace("<Seed>=", "<Seed>=\xef\xbb\xbf");
    file.replace("<Secret>", "<Secret>\xef\xbb\xbf");
    QCOMPARE(firstOutcome(otp::readSdtid("\xef\xbb\xbf\r\n" + file, std::nullopt, sdtidOptions())),
             u"imported"_s);
}

void SdtidTest::aFileCutOffAnywhereIsRefused()
{
    const QByteArray file = issueSdtid().trimmed();
    for (qsizetype length = 1; length < file.size(); length += 61) {
        const auto records = otp::readSdtid(file.first(length), std::nullopt, sdtidOptions());
        QVERIFY2(!records, qPrintable(u"accepted when cut after byte %1"_s.arg(length)));
        QCOMPARE(records.error().code, u"file_cut_off"_s);
    }
}

void SdtidTest::aReaderThatFailsIsTold_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::newRow("crashes") << QByteArray("kill -SEGV $$");
    QTest::newRow("says nothing") << QByteArray("cat > /dev/null");
    QTest::newRow("does not end its answer")
        << QByteArray("cat > /dev/null; echo '{\"position\":1,\"serial\":\"1\",\"fault\":{\"code\":\"x\"}}'");
    QTest::newRow("talks nonsense") << QByteArray("cat > /dev/null; echo hello");
    QTest::newRow("never ends a line") << QByteArray("head -c 1000000 /dev/zero");
    QTest::newRow("floods") << QByteArray("yes '{\"position\":1}'");
}

void SdtidTest::aReaderThatFailsIsTold()
{
    QFETCH(QByteArray, script);
    const QTemporaryDir folder;
    QFile program(folder.filePath(u"reader"_s));
    QVERIFY(program.open(QIODevice::WriteOnly));
    program.write("#!/bin/bash\nPATH=/usr/bin:/bin\n" + script + '\n');
    program.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    program.close();
    otp::SdtidReaderOptions options;
    options.program = program.fileName();
    const auto records = otp::readSdtid(issueSdtid(), std::nullopt, options);
    QCOMPARE(firstOutcome(records), u"!reader_failed"_s);
    QVERIFY(!records.error().cure.isEmpty());
}

void SdtidTest::aReaderThatHangsIsKilled()
{
    otp::SdtidReaderOptions options;
    options.timeLimit = std::chrono::milliseconds(300);
    const QTemporaryDir folder;
    QFile program(folder.filePath(u"reader"_s));
    QVERIFY(program.open(QIODevice::WriteOnly));
    program.write("#!/bin/bash\nexec /usr/bin/sleep 1000\n");
    program.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    program.close();
    options.program = program.fileName();
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(firstOutcome(otp::readSdtid(QByteArray(5'000'000, ' '), std::nullopt, options)),
             u"!reader_failed"_s);
    QVERIFY(timer.elapsed() < 10'000);
}

void SdtidTest::aReadingCanBeCancelled()
{
    QByteArray batch = sdtidBatch(1);
    const qsizetype start = batch.indexOf("<TKN>");
    const qsizetype end = batch.indexOf("</TKN>") + 6;
    batch.insert(end, batch.sliced(start, end - start).repeated(10'000));
    std::atomic<bool> cancelled = false;
    otp::SdtidReaderOptions options = sdtidOptions();
    options.cancelled = &cancelled;
    QElapsedTimer timer;
    timer.start();
    cancelled = true;
    QCOMPARE(firstOutcome(otp::readSdtid(batch, std::nullopt, options)), u"!cancelled"_s);
    QVERIFY(timer.elapsed() < 5'000);
}

void SdtidTest::aReaderThatIsMissingIsTold()
{
    otp::SdtidReaderOptions options;
    options.program = u"/nonexistent/reader"_s;
    QCOMPARE(firstOutcome(otp::readSdtid(issueSdtid(), std::nullopt, options)), u"!reader_missing"_s);
}

QTEST_GUILESS_MAIN(SdtidTest)
#include "tst_sdtid.moc"
