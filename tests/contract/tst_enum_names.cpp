// SPDX-License-Identifier: Apache-2.0
// Every value of an enumeration that crosses the wire has a name there. The sources are read for it, so that
// a new value, or a new enumeration, cannot be forgotten here.
#include "services/contract/permission.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace holdfast;

namespace {

struct Named
{
    QStringList values; // as the enumeration declares them
    QStringList named; // as EnumNames lists them
    QStringList names;
};

QStringList captures(const QString& pattern, const QString& text, int group = 1)
{
    const QRegularExpression expression(pattern);
    QStringList found;
    auto matches = expression.globalMatch(text);
    while (matches.hasNext()) {
        found << matches.next().captured(group);
    }
    return found;
}

QStringList valuesOf(const QString& type, const QString& source)
{
    const QRegularExpression declaration(
        QStringLiteral("enum class %1\\s*(?::[^{]*)?\\{([^}]*)\\}").arg(type));
    QString body = declaration.match(source).captured(1);
    body.remove(QRegularExpression(QStringLiteral("//[^\\n]*")));
    return captures(QStringLiteral("(\\w+)\\s*(?:=[^,]*)?(?:,|$)"), body.simplified());
}

QMap<QString, Named> enumerations()
{
    QMap<QString, Named> found;
    QDirIterator files(QStringLiteral(HOLDFAST_TEST_DATA "/../../services"), {QStringLiteral("*.h")},
                       QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly)) {
            continue;
        }
        const QString source = QString::fromUtf8(file.readAll());
        const QRegularExpression lists(QStringLiteral("struct EnumNames<([\\w:]+)>\\s*\\{(.*?)\\n\\};"),
                                       QRegularExpression::DotMatchesEverythingOption);
        auto matches = lists.globalMatch(source);
        while (matches.hasNext()) {
            const auto match = matches.next();
            const QString type = match.captured(1).section(QStringLiteral("::"), -1);
            const QString pair = QStringLiteral("std::pair \\{[\\w:]*?(\\w+),\\s*\"([^\"]+)\"\\}");
            found.insert(type,
                         {valuesOf(type, source), captures(pair, match.captured(2)),
                          captures(pair, match.captured(2), 2)});
        }
    }
    return found;
}

} // namespace

class TestEnumNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyValueHasItsName_data()
    {
        QTest::addColumn<QStringList>("values");
        QTest::addColumn<QStringList>("named");
        QTest::addColumn<QStringList>("names");
        const auto all = enumerations();
        QVERIFY(all.size() >= 30);
        QVERIFY(all.contains(QStringLiteral("Permission")));
        for (auto it = all.begin(); it != all.end(); ++it) {
            QTest::newRow(qPrintable(it.key())) << it->values << it->named << it->names;
        }
    }
    void everyValueHasItsName()
    {
        QFETCH(QStringList, values);
        QFETCH(QStringList, named);
        QFETCH(QStringList, names);
        QVERIFY(!values.isEmpty());
        QCOMPARE(named, values); // in the same order
        QCOMPARE(names.removeDuplicates(), 0);
    }

    // What was read is what was compiled.
    void permissionsAreNamedOneByOne()
    {
        const auto& names = contract::EnumNames<contract::Permission>::names;
        QCOMPARE(QStringList(enumerations().value(QStringLiteral("Permission")).values).size(),
                 static_cast<qsizetype>(names.size()));
        for (std::size_t i = 0; i < names.size(); ++i) {
            const auto permission = static_cast<contract::Permission>(i);
            QVERIFY2(!contract::enumName(permission).isEmpty(), qPrintable(QString::number(i)));
            QCOMPARE(contract::enumValue<contract::Permission>(contract::enumName(permission)),
                     std::optional(permission));
        }
    }
};

QTEST_GUILESS_MAIN(TestEnumNames)
#include "tst_enum_names.moc"
