// SPDX-License-Identifier: Apache-2.0
#include "services/client/api_client.h"
#include "services/client/consume.h"
#include "services/client/http_transport.h"
#include "tests/client/script_server.h"

#include <QBuffer>
#include <QSignalSpy>
#include <QTest>

using namespace holdfast;
using namespace std::chrono_literals;
using client::ApiClient;
using client::Connectivity;
using client::HttpTransport;
using testing::ScriptServer;

namespace {

template <class T>
struct Outcome
{
    std::optional<contract::Result<T>> result;
    QObject receiver;
    client::Call call;
    void take(QFuture<contract::Result<T>> future)
    {
        call = client::consume(future, &receiver,
                               [this](contract::Result<T> value) { result = std::move(value); });
    }
    [[nodiscard]] bool ended() const { return result.has_value(); }
    [[nodiscard]] QString code() const { return result && !*result ? result->error().code : QString(); }
};

const QByteArray anna =
    R"({"id":"7","name":"anna","displayName":"","email":"","phone":"","notes":"","domain":"/",
"enabled":true,"administrator":false,"status":"active","tokenCount":0,"createdAt":"2026-01-01T00:00:00.000Z",
"updatedAt":"2026-01-01T00:00:00.000Z","version":3,"aFieldOfALaterVersion":1})";

} // namespace

class HttpTransportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCallCarriesTokenVersionAndBody()
    {
        ScriptServer server;
        HttpTransport transport;
        transport.setServer(server.url());
        transport.setBearer(contract::Secret(QStringLiteral("s3cret")));
        ApiClient api(transport);
        server.answer(200, anna);
        contract::UserUpdate change;
        change.displayName = QStringLiteral("Anna");
        Outcome<contract::User> outcome;
        outcome.take(api.updateUser(QStringLiteral("7"), change, 3));
        QTRY_VERIFY(outcome.ended());
        QVERIFY(outcome.result->has_value());
        QCOMPARE((*outcome.result)->name, QStringLiteral("anna"));
        QVERIFY(server.last().startsWith("PATCH /api/v1/users/7 HTTP/1.1"));
        QVERIFY(server.last().contains("\r\nAuthorization: Bearer s3cret\r\n"));
        QVERIFY(server.last().contains("\r\nIf-Match: \"3\"\r\n"));
        QVERIFY(server.last().endsWith(R"({"displayName":"Anna"})"));
    }

    void aKeyActionWaitsForTheConfirmationAndGoesOn()
    {
        ScriptServer server;
        HttpTransport transport;
        transport.setServer(server.url());
        ApiClient api(transport);
        const QByteArray asks = R"({"status":403,"code":"reauthentication_required","detail":"Confirm."})";
        QSignalSpy needed(&transport, &HttpTransport::confirmationNeeded);
        server.answer(403, asks);
        Outcome<contract::User> outcome;
        outcome.take(api.createUser({.name = QStringLiteral("anna")}));
        QTRY_COMPARE(needed.size(), 1);
        QVERIFY(!outcome.ended());
        server.answer(200, anna);
        transport.confirmed();
        QTRY_VERIFY(outcome.ended());
        QVERIFY(outcome.result->has_value());

        // Refused, or asked for once more: it fails and says so.
        server.answer(403, asks);
        Outcome<contract::User> refused;
        refused.take(api.createUser({.name = QStringLiteral("anna")}));
        QTRY_COMPARE(needed.size(), 2);
        transport.confirmationRefused();
        QTRY_COMPARE(refused.code(), QStringLiteral("reauthentication_required"));
    }

    void withoutAnybodyToConfirmAKeyActionFailsAtOnce()
    {
        ScriptServer server;
        HttpTransport transport;
        transport.setServer(server.url());
        ApiClient api(transport);
        server.answer(403, R"({"status":403,"code":"reauthentication_required","detail":"Confirm."})");
        Outcome<contract::User> outcome;
        outcome.take(api.createUser({.name = QStringLiteral("anna")}));
        QTRY_COMPARE(outcome.code(), QStringLiteral("reauthentication_required"));
    }

    void aViewIsAskedForWithEveryCall()
    {
        ScriptServer server;
        HttpTransport transport;
        transport.setServer(server.url());
        ApiClient api(transport);
        transport.setViewAs("helpDesk %2FSales");
        server.answer(200, anna);
        Outcome<contract::User> outcome;
        outcome.take(api.user(QStringLiteral("7")));
        QTRY_VERIFY(outcome.ended());
        QVERIFY(server.last().toLower().contains("\r\nholdfast-view-as: helpdesk %2fsales\r\n"));
    }

    void aProblemBecomesAnError()
    {
        ScriptServer server;
        HttpTransport transport;
        transport.setServer(server.url());
        ApiClient api(transport);
        server.answer(409, R"({"status":409,"code":"user_name_taken","detail":"Taken.",
                           "fields":[{"path":"name","code":"user_name_taken","message":"Taken."}]})");
        Outcome<contract::User> outcome;
        outcome.take(api.createUser({.name = QStringLiteral("anna")}));
        QTRY_VERIFY(outcome.ended());
        QCOMPARE(outcome.code(), QStringLiteral("user_name_taken"));
        QCOMPARE(outcome.result->error().kind, contract::ErrorKind::Conflict);
        QCOMPARE(outcome.result->error().fields.size(), 1);
        QVERIFY(transport.connectivity().isOk());
    }

    void whatIsNoAnswerOfOursIsAnErrorToo_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("a page of something in between") << QByteArray("<html>Welcome to the hotel</html>");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("another value") << QByteArray(R"({"id":7})");
    }
    void whatIsNoAnswerOfOursIsAnErrorToo()
    {
        QFETCH(QByteArray, body);
        ScriptServer server;
        HttpTransport transport;
        transport.setServer(server.url());
        ApiClient api(transport);
        server.answer(200, body);
        Outcome<contract::User> outcome;
        outcome.take(api.user(QStringLiteral("7")));
        QTRY_VERIFY(outcome.ended());
        QCOMPARE(outcome.code(), QStringLiteral("unreadable_answer"));
    }

    void a401TellsOnceThatTheSessionIsLost()
    {
        ScriptServer server;
        HttpTransport transport;
        transport.setServer(server.url());
        transport.setBearer(contract::Secret(QStringLiteral("old")));
        ApiClient api(transport);
        QSignalSpy lost(&transport, &HttpTransport::sessionLost);
        Outcome<contract::User> first;
        Outcome<contract::User> second;
        server.answer(401, R"({"status":401,"code":"not_signed_in"})");
        server.answer(401, R"({"status":401,"code":"not_signed_in"})");
        first.take(api.user(QStringLiteral("7")));
        second.take(api.user(QStringLiteral("8")));
        QTRY_VERIFY(first.ended() && second.ended());
        QCOMPARE(first.code(), QStringLiteral("not_signed_in"));
        QCOMPARE(lost.count(), 1);
    }

    void aWrongPasswordIsNoLostSession()
    {
        ScriptServer server;
        HttpTransport transport;
        transport.setServer(server.url());
        transport.setBearer(contract::Secret(QStringLiteral("old")));
        ApiClient api(transport);
        QSignalSpy lost(&transport, &HttpTransport::sessionLost);
        server.answer(401, R"({"status":401,"code":"sign_in_refused"})");
        Outcome<contract::Session> outcome;
        outcome.take(
            api.signIn({.name = QStringLiteral("a"), .password = contract::Secret(QStringLiteral("b"))}));
        QTRY_VERIFY(outcome.ended());
        QCOMPARE(outcome.code(), QStringLiteral("sign_in_refused"));
        QVERIFY(!server.last().contains("Authorization"));
        QCOMPARE(lost.count(), 0);
    }

    void aServiceThatNeverAnswersTimesOut()
    {
        ScriptServer server;
        server.stayMute();
        HttpTransport transport({.readPatience = 0ms, .timeoutLimit = 100ms}, nullptr);
        transport.setServer(server.url());
        ApiClient api(transport);
        Outcome<contract::User> outcome;
        outcome.take(api.user(QStringLiteral("7")));
        QTRY_VERIFY(outcome.ended());
        QCOMPARE(outcome.code(), QStringLiteral("timed_out"));
        QCOMPARE(outcome.result->error().kind, contract::ErrorKind::Unavailable);
        QVERIFY(!transport.connectivity().isOk());
    }

    void aReadWaitsForTheServiceToComeBack()
    {
        ScriptServer server;
        const QUrl url = server.url();
        server.close();
        HttpTransport transport;
        transport.setServer(url);
        ApiClient api(transport);
        QSignalSpy restored(&transport.connectivity(), &Connectivity::restored);
        Outcome<contract::User> outcome;
        outcome.take(api.user(QStringLiteral("7")));
        QTRY_COMPARE(transport.connectivity().state(), Connectivity::State::Lost);
        QCOMPARE(transport.connectivity().reason(), QStringLiteral("connection_refused"));
        QVERIFY(!outcome.ended());
        QVERIFY(server.open(url));
        server.answer(200, R"({"status":"ok"})"); // the probe
        server.answer(200, anna);
        QTRY_VERIFY(outcome.ended());
        QVERIFY(outcome.result->has_value());
        QCOMPARE(restored.count(), 1);
        QVERIFY(transport.connectivity().isOk());
    }

    void aChangeIsRepeatedWithItsOwnIdempotencyKey()
    {
        ScriptServer server;
        HttpTransport transport;
        transport.setServer(server.url());
        ApiClient api(transport);
        server.hangUp(); // the answer is lost
        server.answer(200, R"({"status":"ok"})");
        server.answer(201, anna);
        Outcome<contract::User> outcome;
        outcome.take(api.createUser({.name = QStringLiteral("anna")}));
        QTRY_VERIFY_WITH_TIMEOUT(outcome.ended(), 10000);
        QVERIFY(outcome.result->has_value());
        const QList<QByteArray> keys = server.values("POST", "Idempotency-Key");
        QVERIFY(keys.size() >= 2);
        QCOMPARE(keys.first().size(), 32);
        QCOMPARE(keys.last(), keys.first());
    }

    void aChangeWithoutAKeyFailsAtOnce()
    {
        ScriptServer server;
        HttpTransport transport;
        transport.setServer(server.url());
        ApiClient api(transport);
        server.close();
        Outcome<client::Nothing> outcome;
        outcome.take(api.deleteUser(QStringLiteral("7"), 1));
        QTRY_VERIFY(outcome.ended());
        QCOMPARE(outcome.code(), QStringLiteral("connection_refused"));
    }

    void aCallDiesWithItsReceiver()
    {
        ScriptServer server;
        server.stayMute();
        HttpTransport transport;
        transport.setServer(server.url());
        ApiClient api(transport);
        bool called = false;
        auto* receiver = new QObject;
        client::consume(api.user(QStringLiteral("7")), receiver,
                        [&called](const contract::Result<contract::User>&) { called = true; });
        QTRY_COMPARE(server.connections(), 1);
        delete receiver;
        QTRY_COMPARE(server.connections(), 0); // taken from the network
        QVERIFY(!called);
    }

    void everyCallEndsWhenTheTransportDoes()
    {
        ScriptServer server;
        server.stayMute();
        Outcome<contract::User> outcome;
        {
            HttpTransport transport;
            transport.setServer(server.url());
            ApiClient api(transport);
            outcome.take(api.user(QStringLiteral("7")));
            QTRY_COMPARE(server.connections(), 1);
        }
        QTRY_VERIFY(outcome.ended());
        QCOMPARE(outcome.code(), QStringLiteral("cancelled"));
    }

    void aReportIsStreamedIntoItsTarget()
    {
        ScriptServer server;
        HttpTransport transport;
        transport.setServer(server.url());
        ApiClient api(transport);
        const QByteArray csv = QByteArray("name\r\nanna\r\n").repeated(200000);
        server.answer(200, csv, "text/csv");
        const auto target = std::make_shared<QBuffer>();
        target->open(QIODevice::WriteOnly);
        qint64 most = 0;
        Outcome<client::Nothing> outcome;
        outcome.take(api.report(QStringLiteral("users"), {}, contract::ReportFormat::Csv, target,
                                [&most](qint64 received, qint64) { most = std::max(most, received); }));
        QTRY_VERIFY(outcome.ended());
        QVERIFY(outcome.result->has_value());
        QCOMPARE(target->data(), csv);
        QCOMPARE(most, csv.size());
        QVERIFY(server.last().startsWith("GET /api/v1/reports/users?format=csv "));
    }

    void aRefusedReportWritesNothing()
    {
        ScriptServer server;
        HttpTransport transport;
        transport.setServer(server.url());
        ApiClient api(transport);
        server.answer(403, R"({"status":403,"code":"not_permitted"})");
        const auto target = std::make_shared<QBuffer>();
        target->open(QIODevice::WriteOnly);
        Outcome<client::Nothing> outcome;
        outcome.take(api.report(QStringLiteral("users"), {}, contract::ReportFormat::Csv, target, {}));
        QTRY_VERIFY(outcome.ended());
        QCOMPARE(outcome.code(), QStringLiteral("not_permitted"));
        QVERIFY(target->data().isEmpty());
    }

    void aTokenFileIsSentAsAForm()
    {
        ScriptServer server;
        HttpTransport transport;
        transport.setServer(server.url());
        ApiClient api(transport);
        server.answer(200,
                      R"({"id":"1","state":"finished","format":"pskc","dryRun":true,"total":0,"imported":0,
                           "replaced":0,"ignored":0,"failed":0,"rows":[]})");
        Outcome<contract::TokenImport> outcome;
        outcome.take(api.importTokens({.file = contract::Secret(QStringLiteral("<KeyContainer/>")),
                                       .fileName = QStringLiteral("a\"b.xml"),
                                       .format = contract::ImportFormat::Pskc,
                                       .passphrase = contract::Secret(QStringLiteral("open"))}));
        QTRY_VERIFY(outcome.ended());
        QVERIFY(outcome.result->has_value());
        QVERIFY(server.last().contains("name=\"dryRun\"\r\n\r\ntrue\r\n"));
        QVERIFY(server.last().contains("name=\"passphrase\"\r\n\r\nopen\r\n"));
        QVERIFY(server.last().contains("filename=\"a%22b.xml\""));
        QVERIFY(server.last().contains("\r\n\r\n<KeyContainer/>\r\n--"));
    }
};

QTEST_GUILESS_MAIN(HttpTransportTest)
#include "tst_http_transport.moc"
