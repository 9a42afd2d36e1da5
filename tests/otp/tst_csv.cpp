// SPDX-License-Identifier: Apache-2.0
#include "services/otp/csv_reader.h"
#include "services/otp/token_file.h"

#include <QTest>

using namespace holdfast;
using namespace holdfast::otp;
using namespace Qt::StringLiterals;

namespace {

const QByteArray base32 = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
const QByteArray hex = "3132333435363738393031323334353637383930";

std::vector<TokenRecord> read(const QByteArray& file)
{
    auto records = readCsv(file);
    if (!records) {
        qWarning("%s: %s", qPrintable(records.error().code), qPrintable(records.error().cause));
    }
    return records ? std::move(*records) : std::vector<TokenRecord> {};
}

} // namespace

class tst_Csv : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void columnsAreFoundByTheirNames()
    {
        const auto records =
            read("\xef\xbb\xbf"
                 "Type;Serial Number;Vendor;SEED;Digits;Time-Step;Expiry Date;User_Name;algorithm\r\n"
                 "OATH-TOTP;0001;Acme;"
                 + hex + ";8;60;2030-12-31;ada;HmacSHA256\r\n");
        QCOMPARE(records.size(), 1U);
        QVERIFY(records[0].token);
        const ParsedToken& token = *records[0].token;
        QCOMPARE(token.serial, u"0001"_s);
        QCOMPARE(token.manufacturer, u"Acme"_s);
        QVERIFY(token.seed.equals("12345678901234567890"));
        QCOMPARE(token.digits, 8);
        QCOMPARE(token.intervalSeconds, 60);
        QCOMPARE(token.algorithm, contract::HashAlgorithm::Sha256);
        QCOMPARE(token.userLogin, u"ada"_s);
        // The day that it expires still counts.
        QCOMPARE(contract::toRfc3339(*token.expiresAt).left(10), u"2031-01-01"_s);
        QVERIFY(!token.remark);
    }

    void separatorsAreFoundOut_data()
    {
        QTest::addColumn<QByteArray>("separator");
        QTest::newRow("comma") << QByteArray(",");
        QTest::newRow("semicolon") << QByteArray(";");
        QTest::newRow("tab") << QByteArray("\t");
    }
    void separatorsAreFoundOut()
    {
        QFETCH(QByteArray, separator);
        const auto records = read("serial" + separator + "secret" + separator + "type\nA1" + separator
                                  + base32 + separator + "hotp\n");
        QCOMPARE(records.size(), 1U);
        QVERIFY(records[0].token);
        QCOMPARE(records[0].token->kind, contract::TokenKind::Hotp);
        QVERIFY(records[0].token->seed.equals("12345678901234567890"));
    }

    void quotedFieldsHoldSeparatorsQuotesAndLines()
    {
        const auto records = read("serial,vendor,secret\nA1,\"Acme, \"\"the\"\"\nmaker\"," + base32
                                  + "\nA2,\"\"," + base32 + "\n");
        QCOMPARE(records.size(), 2U);
        QCOMPARE(records[0].token->manufacturer, u"Acme, \"the\"maker"_s);
        QCOMPARE(records[0].position, 2);
        QCOMPARE(records[1].position, 4);
    }

    void hexadecimalAndBase32AreToldApartByTheWholeFile()
    {
        // The first one could be either; the second one can not.
        auto records = read("serial,secret\nA1,ABCDEF22\nA2,ABCDEF28\n");
        QVERIFY(records[0].token->seed.equals(QByteArray::fromHex("abcdef22")));
        records = read("serial,secret\nA1,ABCDEF22\nA2,ABCDEF2Z\n");
        QCOMPARE(records[0].token->seed.size(), 5);
        const auto unclear = readCsv("serial,secret\nA1,ABCDEF22\n");
        QVERIFY(!unclear);
        QCOMPARE(unclear.error().code, u"secret_encoding_unclear"_s);
        records = read("serial,secret_hex\nA1,ABCDEF22\n");
        QCOMPARE(records[0].token->seed.size(), 4);
        records = read("serial,secret_base32\nA1,ABCDEF22\n");
        QCOMPARE(records[0].token->seed.size(), 5);
    }

    void whatIsMissingIsMadeUpOrUsualAndSaid()
    {
        const auto records = read("secret,colour\n" + base32 + ",blue\n" + base32 + "2,red\n");
        QVERIFY(records[0].token && records[0].serial.startsWith(u"OA"_s));
        QCOMPARE(records[0].token->remark->code, u"serial_made_up"_s);
        QCOMPARE(records[0].token->digits, 6);
        const auto named = read("serial,secret,colour\nA1," + base32 + ",blue\n");
        QCOMPARE(named[0].token->remark->code, u"columns_ignored"_s);
        QVERIFY(named[0].token->remark->cause.contains(u"colour"_s));
    }

    void everyRowSaysWhatIsWrongWithIt()
    {
        const auto records =
            read("serial,secret,digits,expires\nA1," + base32 + ",8\n\nA2," + base32 + ",3,\nA3," + base32
                 + ",6,tomorrow\na/b," + base32 + ",6,\nA4,,6,\nA5," + base32 + ",6,2030-01-01\n");
        const QStringList expected {u"2 columns_wrong"_s, u"4 digits_not_supported"_s, u"5 date_invalid"_s,
                                    u"6 serial_invalid"_s, u"7 secret_missing"_s};
        QStringList found;
        for (const TokenRecord& record : records) {
            if (!record.token) {
                found << u"%1 %2"_s.arg(record.position).arg(record.token.error().code);
            }
        }
        QCOMPARE(found, expected);
        QVERIFY(records.back().token);
    }

    void wholeFilesAreRefusedWithTheirLine_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("cause");
        const auto row = [](const char* name, const QByteArray& file, const QString& code,
                            const QString& cause = {}) {
            QTest::newRow(name) << file << code << cause;
        };
        row("no header", "1,2,3\n", u"not_csv"_s);
        row("no secret", "serial,digits\nA1,6\n", u"column_missing"_s);
        row("twice", "serial,sn,secret\n", u"column_repeated"_s);
        row("two secrets", "secret_hex,secret_base32\n", u"column_repeated"_s);
        row("open quote", "serial,secret\nA1,x\nA2,\"x\n", u"quote_open"_s, u"line 3"_s);
        row("after a quote", "serial,secret\n\"A1\"x,y\n", u"quote_misplaced"_s, u"line 2"_s);
        row("long line", "serial,secret\nA1," + QByteArray(10'000, 'x') + "\n", u"line_too_long"_s,
            u"ine 2"_s);
        row("many columns", QByteArray("a,").repeated(200), u"too_many_columns"_s);
        row("nothing", "serial,secret\n\n", u"no_records"_s);
        row("empty", "\n", u"no_records"_s);
        row("binary", QByteArray("serial,secret\nA1,\0\n", 19), u"not_text"_s);
        row("too many", "secret\n" + QByteArray("0\n").repeated(maxTokenRecords + 1), u"too_many_records"_s);
    }
    void wholeFilesAreRefusedWithTheirLine()
    {
        QFETCH(QByteArray, file);
        QFETCH(QString, cause);
        const auto records = readCsv(file);
        QVERIFY(!records);
        QTEST(records.error().code, "code");
        QVERIFY2(records.error().cause.contains(cause), qPrintable(records.error().cause));
        QVERIFY(!records.error().cure.isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_Csv)
#include "tst_csv.moc"
