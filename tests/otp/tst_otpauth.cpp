// SPDX-License-Identifier: Apache-2.0
#include "services/otp/base64.h"
#include "services/otp/otpauth_reader.h"
#include "services/otp/otpauth_uri.h"
#include "services/otp/token_file.h"

#include <QTest>

using namespace holdfast;
using namespace holdfast::otp;
using namespace Qt::StringLiterals;

namespace {

const QByteArray secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"; // 12345678901234567890

std::vector<TokenRecord> read(const QByteArray& file)
{
    auto records = readOtpauth(file);
    return records ? std::move(*records) : std::vector<TokenRecord> {};
}

QString fileFault(const QByteArray& file)
{
    const auto records = readOtpauth(file);
    return records ? QString() : records.error().code;
}

} // namespace

class tst_Otpauth : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aTimeTokenIsRead()
    {
        const auto records =
            read("otpauth://totp/Example%20Ltd:ada@example.com?secret=" + secret
                 + "&issuer=Example%20Ltd&algorithm=SHA256&digits=8&period=60&serial=A%201\r\n");
        QCOMPARE(records.size(), 1U);
        QVERIFY(records[0].token);
        const ParsedToken& token = *records[0].token;
        QCOMPARE(token.serial, u"A 1"_s);
        QCOMPARE(token.kind, contract::TokenKind::Totp);
        QCOMPARE(token.algorithm, contract::HashAlgorithm::Sha256);
        QCOMPARE(token.digits, 8);
        QCOMPARE(token.intervalSeconds, 60);
        QCOMPARE(token.issuer, u"Example Ltd"_s);
        QCOMPARE(token.userLogin, u"ada@example.com"_s);
        QVERIFY(token.seed.equals("12345678901234567890"));
        QVERIFY(!token.remark);
    }

    void whatIsLeftOutIsUsual()
    {
        const auto records = read("otpauth://totp/ada?secret=" + secret.toLower());
        QCOMPARE(records[0].token->digits, 6);
        QCOMPARE(records[0].token->intervalSeconds, 30);
        QCOMPARE(records[0].token->algorithm, contract::HashAlgorithm::Sha1);
    }

    void aCounterTokenBeginsWhereItStands()
    {
        const auto records = read("otpauth://hotp/ada?counter=42&secret=" + secret);
        QCOMPARE(records[0].token->kind, contract::TokenKind::Hotp);
        QCOMPARE(records[0].token->counter, 42);
        QCOMPARE(records[0].token->intervalSeconds, 0);
    }

    void aSerialNumberIsMadeUpStablyAndSaid()
    {
        const QByteArray line = "otpauth://totp/ada?secret=" + secret;
        const auto first = read(line);
        const auto again = read("# a comment\n\n" + line + "\n");
        const auto other = read("otpauth://totp/ben?secret=" + secret);
        QVERIFY(first[0].serial.startsWith(u"OA"_s));
        QCOMPARE(first[0].serial.size(), 18);
        QCOMPARE(again[0].serial, first[0].serial);
        QCOMPARE(again[0].position, 3); // the line
        QVERIFY(other[0].serial != first[0].serial);
        QCOMPARE(first[0].token->remark->code, u"serial_made_up"_s);
        QVERIFY(first[0].token->remark->cause.contains(first[0].serial));
    }

    void aByteOrderMarkAndUtf16AreTaken()
    {
        const QString line = u"otpauth://totp/ada?serial=A1&secret="_s + QString::fromLatin1(secret);
        QCOMPARE(read("\xef\xbb\xbf" + line.toUtf8())[0].serial, u"A1"_s);
        const QString marked = QChar(0xfeff) + line;
        QCOMPARE(read(QByteArray(reinterpret_cast<const char*>(marked.utf16()), marked.size() * 2))[0].serial,
                 u"A1"_s);
        QCOMPARE(fileFault("otpauth://totp/\xff\xfe\xfd?secret=A"), u"not_text"_s);
    }

    void everyLineSaysWhatIsWrongWithIt_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("code");
        const auto row = [](const char* line, const QString& code) {
            QTest::newRow(line) << QByteArray(line) << code;
        };
        row("https://example.com", u"otpauth_invalid"_s);
        row("otpauth://totp/ada", u"otpauth_invalid"_s);
        row("otpauth://totp", u"otpauth_invalid"_s);
        row("otpauth://steam/ada?secret=GEZDGNBV", u"algorithm_not_supported"_s);
        row("otpauth://totp/ada?secret=GEZDGNBV&encoder=steam", u"encoding_not_supported"_s);
        row("otpauth://totp/ada?secret=GEZDGNBV&secret=GEZDGNBV", u"otpauth_invalid"_s);
        row("otpauth://totp/ada?digits=6", u"secret_missing"_s);
        row("otpauth://totp/ada?secret=GEZD1NBV", u"base32_invalid"_s);
        row("otpauth://totp/ada?secret=G", u"base32_invalid"_s);
        row("otpauth://totp/ada?secret=GEZDGNBV&digits=3", u"digits_not_supported"_s);
        row("otpauth://totp/ada?secret=GEZDGNBV&digits=six", u"number_invalid"_s);
        row("otpauth://totp/ada?secret=GEZDGNBV&period=5", u"interval_not_supported"_s);
        row("otpauth://totp/ada?secret=GEZDGNBV&algorithm=MD5", u"suite_not_supported"_s);
        row("otpauth://hotp/ada?secret=GEZDGNBV&counter=-1", u"counter_invalid"_s);
        row("otpauth://totp/ada?secret=GEZDGNBV&serial=a%2Fb", u"serial_invalid"_s);
        row("otpauth-migration://offline?data=CiQKEA", u"migration_not_supported"_s);
    }
    void everyLineSaysWhatIsWrongWithIt()
    {
        QFETCH(QByteArray, line);
        const auto records = read("\n" + line + "\notpauth://totp/ada?secret=" + secret + "\n");
        QCOMPARE(records.size(), 2U);
        QCOMPARE(records[0].position, 2);
        QVERIFY(!records[0].token);
        QTEST(records[0].token.error().code, "code");
        QVERIFY(!records[0].token.error().cause.isEmpty() && !records[0].token.error().cure.isEmpty());
        QVERIFY(records[1].token);
    }

    void limitsHold()
    {
        QCOMPARE(fileFault("\n# nothing\n"), u"no_records"_s);
        const auto records = read("otpauth://totp/ada?secret=" + QByteArray(9000, 'A'));
        QCOMPARE(records[0].token.error().code, u"line_too_long"_s);
        QCOMPARE(fileFault(QByteArray("x\n").repeated(maxTokenRecords + 1)), u"too_many_records"_s);
    }

    void whatIsWrittenIsReadAgain()
    {
        ParsedToken token;
        token.kind = contract::TokenKind::Totp;
        token.algorithm = contract::HashAlgorithm::Sha512;
        token.digits = 8;
        token.intervalSeconds = 60;
        token.issuer = u"Example & Söhne: Ltd"_s;
        for (int bytes = 1; bytes < 40; ++bytes) {
            token.seed = contract::Secret(QByteArrayView(QByteArray(bytes, '\xa5')));
            const auto uri = otpauthUri(token, u"ada+test@example.com"_s);
            const auto records = read(uri.reveal().toByteArray());
            QVERIFY(records[0].token);
            QVERIFY(records[0].token->seed.equals(token.seed.reveal()));
            QCOMPARE(records[0].token->issuer, token.issuer);
            QCOMPARE(records[0].token->algorithm, token.algorithm);
            QCOMPARE(records[0].token->digits, 8);
            QCOMPARE(records[0].token->intervalSeconds, 60);
        }
    }
};

QTEST_GUILESS_MAIN(tst_Otpauth)
#include "tst_otpauth.moc"
