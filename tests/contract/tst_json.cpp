// SPDX-License-Identifier: Apache-2.0
#include "services/contract/json.h"
#include "services/contract/mfa.h"
#include "services/contract/policy.h"
#include "services/contract/problem.h"
#include "services/contract/schema.h"
#include "services/contract/user.h"

#include <QTest>

using namespace holdfast::contract;

class JsonTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aValueSurvivesTheWire()
    {
        LockoutPolicy policy;
        policy.name = QStringLiteral("Strict");
        policy.maxFailures = 3;
        policy.unlockBy = UnlockBy::Time;
        policy.domains = {QStringLiteral("/Sales")};
        const auto read = fromJson<LockoutPolicy>(toJson(policy));
        QVERIFY(read.has_value());
        QCOMPARE(read->maxFailures, 3);
        QCOMPARE(read->unlockBy, UnlockBy::Time);
        QCOMPARE(read->domains, policy.domains);
    }
    void everyFaultIsNamedAtOnce()
    {
        const auto read = fromJson<UserCreate>({{QStringLiteral("domain"), 5},
                                                {QStringLiteral("enabled"), QStringLiteral("yes")},
                                                {QStringLiteral("colour"), QStringLiteral("red")}});
        QVERIFY(!read.has_value());
        QStringList paths;
        for (const FieldError& fault : read.error().fields) {
            paths << fault.path + QLatin1Char(':') + fault.code;
        }
        QCOMPARE(
            paths,
            (QStringList {QStringLiteral("name:required"), QStringLiteral("domain:not_a_text"),
                          QStringLiteral("enabled:not_a_boolean"), QStringLiteral("colour:unknown_field")}));
    }
    void unknownFieldsMayBeIgnored()
    {
        const auto read = fromJson<Initialize>({{QStringLiteral("subjectName"), QStringLiteral("anna")},
                                                {QStringLiteral("tenantId"), QStringLiteral("x")}},
                                               UnknownFields::Ignore);
        QVERIFY(read.has_value());
    }
    void aPatchTellsAbsentFromNull()
    {
        const auto absent = fromJson<UserUpdate>({});
        const auto cleared = fromJson<UserUpdate>({{QStringLiteral("endsAt"), QJsonValue::Null}});
        QVERIFY(!absent->endsAt.present);
        QVERIFY(cleared->endsAt.present && !cleared->endsAt.value);
        QVERIFY(toJson(*cleared).value(QLatin1String("endsAt")).isNull());
    }
    void boundsAreChecked_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("code");
        QTest::newRow("too long") << "{\"name\":\"" + QByteArray(256, 'a') + "\"}"
                                  << QStringLiteral("wrong_length");
        QTest::newRow("empty") << QByteArray("{\"name\":\"\"}") << QStringLiteral("wrong_length");
        QTest::newRow("control character")
            << QByteArray("{\"name\":\"a\\u0000b\"}") << QStringLiteral("control_character");
        QTest::newRow("no time") << QByteArray("{\"name\":\"a\",\"endsAt\":\"tomorrow\"}")
                                 << QStringLiteral("invalid_time");
        QTest::newRow("no zone") << QByteArray("{\"name\":\"a\",\"endsAt\":\"2026-01-01T00:00:00\"}")
                                 << QStringLiteral("invalid_time");
    }
    void boundsAreChecked()
    {
        QFETCH(QByteArray, body);
        const auto read = fromJson<UserCreate>(*parseObject(body));
        QVERIFY(!read.has_value());
        QTEST(read.error().fields.constFirst().code, "code");
    }
    void brokenJsonIsRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("a list") << QByteArray("[]");
        QTest::newRow("cut off") << QByteArray("{\"a\":");
        QTest::newRow("too deep") << QByteArray(100'000, '[');
        QTest::newRow("not UTF-8") << QByteArray("{\"a\":\"\xff\xfe\"}");
    }
    void brokenJsonIsRefused()
    {
        QFETCH(QByteArray, body);
        QCOMPARE(parseObject(body).error().code, QStringLiteral("invalid_json"));
    }
    void timesRoundTripInUtc()
    {
        QCOMPARE(toRfc3339(*fromRfc3339(QStringLiteral("2026-06-01T09:12:03+02:00"))),
                 QStringLiteral("2026-06-01T07:12:03.000Z"));
        QVERIFY(!fromRfc3339(QStringLiteral("2026-13-01T00:00:00Z")).has_value());
    }
    void kindsAndStatusesMapBothWays()
    {
        for (int i = 0; i <= static_cast<int>(ErrorKind::PreconditionRequired); ++i) {
            const auto kind = static_cast<ErrorKind>(i);
            QCOMPARE(kindOf(statusOf(kind)), kind);
        }
    }
    void aProblemKeepsWhatIsInternal()
    {
        Error error {ErrorKind::Conflict, QStringLiteral("busy"), QStringLiteral("Try again.")};
        error.internal = QStringLiteral("row 7");
        const QByteArray body = QJsonDocument(toProblem(error, QStringLiteral("r1"))).toJson();
        QVERIFY(!body.contains("row 7"));
        const Error read = fromProblem(409, body);
        QCOMPARE(read.code, error.code);
        QCOMPARE(read.kind, error.kind);
        QCOMPARE(fromProblem(502, "<html>").kind, ErrorKind::Internal);
    }
    void theSchemaFollowsFromTheDeclaration()
    {
        SchemaSet set;
        set.reference<LockoutPolicy>();
        const QJsonObject schema = set.components().value(QLatin1String("LockoutPolicy")).toObject();
        QCOMPARE(schema.value(QLatin1String("required")).toArray(), QJsonArray {QStringLiteral("name")});
        const QJsonObject failures = schema.value(QLatin1String("properties"))
                                         .toObject()
                                         .value(QLatin1String("maxFailures"))
                                         .toObject();
        QCOMPARE(failures.value(QLatin1String("maximum")).toInt(), 100);
    }
};

QTEST_GUILESS_MAIN(JsonTest)
#include "tst_json.moc"
