// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/filter.h"

#include <QTest>

using namespace holdfast::authentication;

class TestFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLineIsReadAsTerms_data();
    void aLineIsReadAsTerms();
    void faultsNameTheirPlace_data();
    void faultsNameTheirPlace();
};

namespace {

const QStringList fields {QStringLiteral("name"), QStringLiteral("domain")};

QString printed(const QList<FilterTerm>& terms)
{
    QStringList words;
    for (const FilterTerm& term : terms) {
        words << QStringLiteral("%1%2=[%3]@%4")
                     .arg(term.negated ? QStringLiteral("not ") : QString(), term.field, term.value)
                     .arg(term.position);
    }
    return words.join(QStringLiteral(", "));
}

} // namespace

void TestFilter::aLineIsReadAsTerms_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("terms");
    const auto row = [](const char* name, const char* line, const char* terms) {
        QTest::newRow(name) << QString::fromUtf8(line) << QString::fromUtf8(terms);
    };
    row("nothing", "  ", "");
    row("free text", "meier", "=[meier]@0");
    row("fields and text", "name:an* domain:/Sales text", "name=[an*]@0, domain=[/Sales]@9, =[text]@23");
    row("negated", "-name:x -y", "not name=[x]@0, not =[y]@8");
    row("quoted", "name:\"van  Dyke\" \"a b\"", "name=[van  Dyke]@0, =[a b]@17");
    row("escaped", "\"say \\\"hi\\\" \\\\\"", "=[say \"hi\" \\]@0");
    row("a hyphen within", "anna-maria", "=[anna-maria]@0");
    row("a lone hyphen", "- x", "=[-]@0, =[x]@2");
    row("a quoted word with a colon", "\"other:x\"", "=[other:x]@0");
    row("an address with digits before the colon", "10.0.0.1:443", "=[10.0.0.1:443]@0");
}

void TestFilter::aLineIsReadAsTerms()
{
    QFETCH(QString, line);
    QFETCH(QString, terms);
    const auto parsed = parseFilter(line, fields);
    QVERIFY(parsed.has_value());
    QCOMPARE(printed(*parsed), terms);
}

void TestFilter::faultsNameTheirPlace_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("character");
    QTest::newRow("unknown field") << QStringLiteral("a colour:red") << 3;
    QTest::newRow("no value") << QStringLiteral("a b name:") << 5;
    QTest::newRow("empty quotes") << QStringLiteral("name:\"\"") << 1;
    QTest::newRow("open quote") << QStringLiteral("a \"b c") << 3;
    QTest::newRow("too many") << QStringLiteral("a ").repeated(21) << 41;
}

void TestFilter::faultsNameTheirPlace()
{
    QFETCH(QString, line);
    QFETCH(int, character);
    const auto parsed = parseFilter(line, fields);
    QVERIFY(!parsed.has_value());
    QCOMPARE(parsed.error().code, QStringLiteral("invalid_filter"));
    QCOMPARE(parsed.error().fields.first().path, QStringLiteral("filter"));
    QVERIFY2(parsed.error().detail.endsWith(QStringLiteral("(at character %1)").arg(character)),
             qPrintable(parsed.error().detail));
}

QTEST_GUILESS_MAIN(TestFilter)
#include "tst_filter.moc"
