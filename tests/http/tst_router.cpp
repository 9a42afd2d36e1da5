// SPDX-License-Identifier: Apache-2.0
#include "services/http/router.h"

#include <QJsonArray>
#include <QTest>

#include <stdexcept>

using namespace holdfast::http;

class RouterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_router = Router();
        add(Method::Get, QStringLiteral("/users"));
        add(Method::Post, QStringLiteral("/users"));
        add(Method::Get, QStringLiteral("/users/{id}"));
        add(Method::Delete, QStringLiteral("/users/{id}"));
        add(Method::Get, QStringLiteral("/users/search"));
        add(Method::Post, QStringLiteral("/users/{user}/tokens/{serial}"));
    }

    void templatesCaptureWhatStandsInTheirPlace()
    {
        const auto match = m_router.match(Method::Post, QStringLiteral("/users/7/tokens/000123"));
        QVERIFY(match.route);
        QCOMPARE(match.pathParameters.value(QStringLiteral("user")), QStringLiteral("7"));
        QCOMPARE(match.pathParameters.value(QStringLiteral("serial")), QStringLiteral("000123"));
    }

    void aFixedSegmentGoesBeforeAParameter()
    {
        QCOMPARE(m_router.match(Method::Get, QStringLiteral("/users/search")).route->path,
                 QStringLiteral("/users/search"));
        QCOMPARE(m_router.match(Method::Delete, QStringLiteral("/users/search")).route->path,
                 QStringLiteral("/users/{id}"));
    }

    void anUnknownMethodOfAKnownPathNamesTheKnownOnes()
    {
        const auto match = m_router.match(Method::Put, QStringLiteral("/users/7"));
        QVERIFY(!match.route);
        QCOMPARE(match.status, 405);
        QCOMPARE(match.allow, QByteArray("GET, HEAD, DELETE"));
    }

    void unknownPathsAreNotFound_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("other word") << QStringLiteral("/people");
        QTest::newRow("trailing slash") << QStringLiteral("/users/");
        QTest::newRow("doubled slash") << QStringLiteral("//users");
        QTest::newRow("half of a longer template") << QStringLiteral("/users/7/tokens");
        QTest::newRow("other case") << QStringLiteral("/Users");
        QTest::newRow("no slash") << QStringLiteral("users");
        QTest::newRow("dots") << QStringLiteral("/x/../users");
    }
    void unknownPathsAreNotFound()
    {
        QFETCH(QString, path);
        const auto match = m_router.match(Method::Get, path);
        QVERIFY(!match.route);
        QCOMPARE(match.status, 404);
    }

    void anEncodedSlashStaysWithinItsSegment()
    {
        const auto match = m_router.matchEncoded(Method::Get, "/users/a%2Fb");
        QVERIFY(match && match->route);
        QCOMPARE(match->pathParameters.value(QStringLiteral("id")), QStringLiteral("a/b"));
    }

    void brokenEncodingIsTold()
    {
        QVERIFY(!m_router.matchEncoded(Method::Get, "/users/%zz"));
        QVERIFY(!m_router.matchEncoded(Method::Get, "/users/%ff"));
        QVERIFY(!m_router.matchEncoded(Method::Get, "/users/%00"));
    }

    void twoRoutesOfOneShapeAreAMistakeOfTheProgrammer()
    {
        QVERIFY_EXCEPTION_THROWN(add(Method::Get, QStringLiteral("/users/{name}")), std::logic_error);
    }

    void theDocumentNamesEveryRoute()
    {
        Route route;
        route.method = Method::Patch;
        route.path = QStringLiteral("/users/{id}");
        route.documentation.operationId = QStringLiteral("changeUser");
        route.documentation.security = QStringLiteral("bearer");
        route.documentation.requestSchema = {{QStringLiteral("type"), QStringLiteral("object")}};
        m_router.add(std::move(route));
        const QJsonObject document =
            openApiDocument(m_router, {}, QStringLiteral("Holdfast"), QStringLiteral("1"));
        QCOMPARE(document.value(QStringLiteral("openapi")).toString(), QStringLiteral("3.1.0"));
        const QJsonObject paths = document.value(QStringLiteral("paths")).toObject();
        QCOMPARE(paths.size(), 4);
        const QJsonObject operation =
            paths.value(QStringLiteral("/users/{id}")).toObject().value(QStringLiteral("patch")).toObject();
        QCOMPARE(operation.value(QStringLiteral("operationId")).toString(), QStringLiteral("changeUser"));
        QVERIFY(operation.value(QStringLiteral("requestBody")).isObject());
        QVERIFY(operation.value(QStringLiteral("responses")).toObject().contains(QStringLiteral("default")));
        const QJsonObject parameter =
            operation.value(QStringLiteral("parameters")).toArray().at(0).toObject();
        QCOMPARE(parameter.value(QStringLiteral("name")).toString(), QStringLiteral("id"));
        QCOMPARE(parameter.value(QStringLiteral("required")).toBool(), true);
        QCOMPARE(operation.value(QStringLiteral("security")).toArray().size(), 1);
    }

private:
    void add(Method method, const QString& path)
    {
        Route route;
        route.method = method;
        route.path = path;
        m_router.add(std::move(route));
    }
    Router m_router;
};

QTEST_GUILESS_MAIN(RouterTest)
#include "tst_router.moc"
