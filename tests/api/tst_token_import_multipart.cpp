// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/token_import_multipart.h"

#include <QTest>

using namespace holdfast;
using namespace Qt::StringLiterals;
using authentication::parseForm;

namespace {

const QByteArray contentType = "multipart/form-data; boundary=XyZ";

QByteArray part(const QByteArray& name, const QByteArray& content)
{
    return "--XyZ\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + content + "\r\n";
}

} // namespace

class MultipartTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void partsAreRead();
    void contentIsKeptByteForByte();
    void headersAreReadAsSendersWriteThem_data();
    void headersAreReadAsSendersWriteThem();
    void brokenFormsAreRefused_data();
    void brokenFormsAreRefused();
    void aFormCutOffAnywhereIsRefused();
    void limitsHold();
};

void MultipartTest::partsAreRead()
{
    const QByteArray body =
        part("format", "pskc") + part("file", "a\r\nb") + part("empty", "") + "--XyZ--\r\n";
    const auto parts = parseForm(contentType, body);
    QVERIFY(parts);
    QCOMPARE(parts->size(), size_t(3));
    QCOMPARE(parts->at(0).name, u"format"_s);
    QCOMPARE(parts->at(0).content, QByteArrayView("pskc"));
    QCOMPARE(parts->at(1).content, QByteArrayView("a\r\nb"));
    QCOMPARE(parts->at(2).content, QByteArrayView(""));
    QVERIFY(parseForm(contentType, "--XyZ--").value().empty());
}

void MultipartTest::contentIsKeptByteForByte()
{
    QByteArray content;
    for (int i = 0; i < 256; ++i) {
        content += static_cast<char>(i);
    }
    content += "\r\n--Xy\r\n--\r\n\r\n--\nXyZ";
    const QByteArray body = part("file", content) + "--XyZ--";
    QCOMPARE(parseForm(contentType, body).value().at(0).content, QByteArrayView(content));
}

void MultipartTest::headersAreReadAsSendersWriteThem_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QString>("fileName");
    const QByteArray type = "multipart/form-data; boundary=XyZ";
    QTest::newRow("curl") << type
                          << QByteArray(
                                 "Content-Disposition: form-data; name=\"file\"; filename=\"a b.xml\"\r\n"
                                 "Content-Type: application/xml")
                          << u"a b.xml"_s;
    QTest::newRow("in quotes") << QByteArray("Multipart/Form-Data;boundary=\"XyZ\"")
                               << QByteArray("content-disposition:form-data;name=file;filename=a.xml")
                               << u"a.xml"_s;
    QTest::newRow("escaped quotes")
        << type << QByteArray(R"(Content-Disposition: form-data; name="file"; filename="a\"b.xml")")
        << u"a\"b.xml"_s;
    QTest::newRow("Windows path")
        << type << QByteArray(R"(Content-Disposition: form-data; name="file"; filename="C:\t\a.xml")")
        << u"C:\\t\\a.xml"_s;
    QTest::newRow("Qt") << type
                        << QByteArray(
                               "Content-Type: text/plain\r\nContent-Disposition: form-data; name=\"file\"")
                        << QString();
    QTest::newRow("other parameters")
        << QByteArray("multipart/form-data; charset=utf-8; boundary=XyZ")
        << QByteArray("Content-Disposition: form-data; name=\"file\"; filename=\"\xc3\xa9\"") << u"\u00e9"_s;
}

void MultipartTest::headersAreReadAsSendersWriteThem()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, header);
    const QByteArray body = "--XyZ\r\n" + header + "\r\n\r\ncontent\r\n--XyZ--\r\n";
    const auto parts = parseForm(type, body);
    QVERIFY2(parts, parts ? "" : qPrintable(parts.error().detail));
    QCOMPARE(parts->at(0).name, u"file"_s);
    QCOMPARE(parts->at(0).content, QByteArrayView("content"));
    QTEST(parts->at(0).fileName, "fileName");
}

void MultipartTest::brokenFormsAreRefused_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    const QByteArray good = part("file", "x") + "--XyZ--";
    const auto withHeader = [](const QByteArray& header) {
        return "--XyZ\r\n" + header + "\r\n\r\nx\r\n--XyZ--";
    };
    QTest::newRow("another type") << QByteArray("application/json") << good;
    QTest::newRow("no type") << QByteArray() << good;
    QTest::newRow("another multipart") << QByteArray("multipart/mixed; boundary=XyZ") << good;
    QTest::newRow("no boundary") << QByteArray("multipart/form-data") << good;
    QTest::newRow("empty boundary") << QByteArray("multipart/form-data; boundary=\"\"") << good;
    QTest::newRow("boundary too long")
        << QByteArray("multipart/form-data; boundary=" + QByteArray(71, 'x')) << good;
    QTest::newRow("boundary twice") << QByteArray("multipart/form-data; boundary=a; boundary=XyZ") << good;
    QTest::newRow("boundary with a line break")
        << QByteArray("multipart/form-data; boundary=\"a\r\nb\"") << good;
    QTest::newRow("boundary not closed") << QByteArray("multipart/form-data; boundary=\"XyZ") << good;
    QTest::newRow("empty body") << contentType << QByteArray();
    QTest::newRow("another boundary") << contentType << QByteArray(good).replace("XyZ", "Abc");
    QTest::newRow("bare line feeds") << contentType << QByteArray(good).replace("\r\n", "\n");
    QTest::newRow("no end") << contentType << part("file", "x");
    QTest::newRow("something after the end") << contentType << QByteArray(good + "x");
    QTest::newRow("no header") << contentType << QByteArray("--XyZ\r\n\r\nx\r\n--XyZ--");
    QTest::newRow("no name") << contentType << withHeader("Content-Disposition: form-data");
    QTest::newRow("no disposition") << contentType << withHeader("Content-Type: text/plain");
    QTest::newRow("two dispositions")
        << contentType
        << withHeader("Content-Disposition: form-data; name=a\r\nContent-Disposition: form-data; name=b");
    QTest::newRow("another disposition")
        << contentType << withHeader("Content-Disposition: attachment; name=a");
    QTest::newRow("encoded") << contentType
                             << withHeader("Content-Disposition: form-data; name=a\r\n"
                                           "Content-Transfer-Encoding: base64");
    QTest::newRow("header without colon") << contentType << withHeader("Content-Disposition");
    QTest::newRow("name not closed") << contentType << withHeader("Content-Disposition: form-data; name=\"a");
}

void MultipartTest::brokenFormsAreRefused()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    const auto parts = parseForm(type, body);
    QVERIFY(!parts);
    QCOMPARE(parts.error().code, u"malformed_form"_s);
    QCOMPARE(parts.error().kind, contract::ErrorKind::InvalidRequest);
    QVERIFY(!parts.error().detail.isEmpty());
}

void MultipartTest::aFormCutOffAnywhereIsRefused()
{
    const QByteArray body = part("format", "pskc") + part("file", "a\r\nb") + "--XyZ--";
    for (qsizetype length = 0; length < body.size(); ++length) {
        const QByteArray cut(body.constData(), length); // of its own, so that a sanitizer sees a step beyond
        QVERIFY2(!parseForm(contentType, cut), qPrintable(u"accepted when cut after byte %1"_s.arg(length)));
    }
    QVERIFY(parseForm(contentType, body));
}

void MultipartTest::limitsHold()
{
    QByteArray body;
    for (int i = 0; i < 17; ++i) {
        body += part("p" + QByteArray::number(i), "x");
    }
    QVERIFY(!parseForm(contentType, body + "--XyZ--"));
    QVERIFY(!parseForm(contentType, part(QByteArray(5000, 'n'), "x") + "--XyZ--"));
}

QTEST_GUILESS_MAIN(MultipartTest)
#include "tst_token_import_multipart.moc"
