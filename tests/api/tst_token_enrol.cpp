// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/settings.h"
#include "tests/support/api_fixture.h"
#include "tests/support/process.h"

#include <QJsonDocument>
#include <QTest>
#include <QUrlQuery>

using namespace holdfast;
using namespace holdfast::testing;
using namespace Qt::StringLiterals;

namespace {

// A desk at which somebody's phone stands in: oathtool, which reads the URI as an app would.
class Desk : public ApiFixture
{
public:
    [[nodiscard]] QByteArray code(const QString& uri, int stepsAway = 0) const
    {
        const QUrlQuery query(QUrl(uri).query());
        const bool counter = uri.startsWith(u"otpauth://hotp/"_s);
        QStringList arguments {u"--base32"_s, u"--digits"_s, query.queryItemValue(u"digits"_s)};
        if (counter) {
            arguments << u"--hotp"_s << u"--counter"_s
                      << QString::number(query.queryItemValue(u"counter"_s).toInt() + stepsAway);
        } else {
            const qint64 seconds = contract::toMilliseconds(clock.now()) / 1000
                + stepsAway * query.queryItemValue(u"period"_s).toInt();
            arguments << u"--totp=%1"_s.arg(query.queryItemValue(u"algorithm"_s)) << u"--now"_s
                      << u"@%1"_s.arg(seconds) << u"--time-step-size"_s
                      << query.queryItemValue(u"period"_s) + u's';
        }
        return runTool(u"oathtool"_s, arguments << query.queryItemValue(u"secret"_s)).output.trimmed();
    }
    [[nodiscard]] ApiAnswer enrol(qint64 user, const QJsonObject& body = {},
                                  const ApiHeaders& headers = {}) const
    {
        return post(u"/users/%1/enrol"_s.arg(user), body, headers);
    }
    [[nodiscard]] ApiAnswer confirm(const QString& serial, const QByteArray& code) const
    {
        return post(u"/tokens/%1/confirm"_s.arg(serial), {{u"code"_s, QString::fromLatin1(code)}});
    }
    authentication::Outcome logOn(const QString& name, const QByteArray& passcode)
    {
        authentication::Submission submission;
        submission.subjectName = name;
        submission.credentials.passcode = contract::Secret(QByteArrayView(passcode));
        return gate().submitAndWait(std::move(submission));
    }
};

QString serialOf(const ApiAnswer& answer)
{
    return answer.json[u"token"][u"serial"].toString();
}

} // namespace

class TestTokenEnrol : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aPhoneIsEnrolledAndSignsIn_data()
    {
        QTest::addColumn<QJsonObject>("body");
        QTest::newRow("usual") << QJsonObject {};
        QTest::newRow("counter") << QJsonObject {{u"kind"_s, u"hotp"_s}};
        QTest::newRow("sha512") << QJsonObject {
            {u"algorithm"_s, u"sha512"_s}, {u"digits"_s, 8}, {u"intervalSeconds"_s, 60}};
    }
    void aPhoneIsEnrolledAndSignsIn()
    {
        QFETCH(QJsonObject, body);
        body.insert(u"requirePin"_s, false);
        Desk desk;
        const qint64 ada = desk.makeUser(u"ada"_s);
        const ApiAnswer made = desk.enrol(ada, body);
        QCOMPARE(made.status, 201);
        QCOMPARE(made.json[u"token"][u"state"].toString(), u"disabled"_s);
        const QString uri = made.text("otpauthUri");
        const QByteArray first = desk.code(uri);
        QVERIFY(first.size() >= 6);
        // Not before a first code has proved that it arrived.
        QCOMPARE(desk.logOn(u"ada"_s, first).result, authentication::Outcome::Result::Refused);
        QCOMPARE(desk.confirm(serialOf(made), "00000000").code(), u"code_wrong"_s);
        const ApiAnswer confirmed = desk.confirm(serialOf(made), first);
        QCOMPARE(confirmed.status, 200);
        QCOMPARE(confirmed.text("state"), u"active"_s);
        // That code is used.
        QCOMPARE(desk.logOn(u"ada"_s, first).result, authentication::Outcome::Result::Refused);
        QCOMPARE(desk.logOn(u"ada"_s, desk.code(uri, 1)).result, authentication::Outcome::Result::Success);
        QCOMPARE(desk.confirm(serialOf(made), desk.code(uri, 2)).code(), u"enrolment_ended"_s);
        QCOMPARE(desk.events(u"ENROLL_TOKEN"_s).size(), 3U);
    }

    void theFirstLogonAsksForAPin()
    {
        Desk desk;
        const ApiAnswer made = desk.enrol(desk.makeUser(u"ada"_s));
        QCOMPARE(made.json[u"token"][u"pinState"].toString(), u"notSet"_s);
        const QString uri = made.text("otpauthUri");
        QCOMPARE(desk.confirm(serialOf(made), desk.code(uri)).status, 200);
        QCOMPARE(desk.logOn(u"ada"_s, desk.code(uri, 1)).result, authentication::Outcome::Result::NewPin);
    }

    void theSecretIsShownOnceAndKeptNowhereInTheClear()
    {
        Desk desk;
        const ApiAnswer made = desk.enrol(desk.makeUser(u"ada"_s));
        const QString secret = QUrlQuery(QUrl(made.text("otpauthUri")).query()).queryItemValue(u"secret"_s);
        QCOMPARE(secret.size(), 32);
        QVERIFY(!desk.get(u"/tokens/"_s + serialOf(made)).body.contains(secret.toLatin1()));
        for (const contract::Event& event : desk.events()) {
            QVERIFY(!QJsonDocument(event.detail).toJson().contains(secret.toLatin1()));
        }
        const QByteArray stored = desk.database().read([](storage::Connection& connection) {
            auto rows = connection.select(u"SELECT seed FROM tokens"_s);
            return rows.next() ? rows.bytes(0) : QByteArray();
        });
        QVERIFY(stored.size() > 20);
        QVERIFY(!stored.contains(secret.toLatin1()));
    }

    void aLostAnswerIsAskedForAgainForAWhile()
    {
        Desk desk;
        const qint64 ada = desk.makeUser(u"ada"_s);
        const ApiHeaders key {{"Idempotency-Key", "k1"}};
        const ApiAnswer made = desk.enrol(ada, {}, key);
        QCOMPARE(desk.enrol(ada, {}, key).text("otpauthUri"), made.text("otpauthUri"));
        desk.clock.set(desk.clock.now() + std::chrono::minutes(6));
        QCOMPARE(desk.enrol(ada, {}, key).code(), u"already_issued"_s);
        QCOMPARE(desk.database().read([](storage::Connection& connection) {
            auto rows = connection.select(u"SELECT COUNT(*) FROM tokens"_s);
            return rows.next() ? rows.integer(0) : 0;
        }),
                 1);
    }

    void whatWasNeverConfirmedIsDiscarded()
    {
        Desk desk;
        const ApiAnswer made = desk.enrol(desk.makeUser(u"ada"_s));
        const QString path = u"/api/v1/tokens/%1/enrolment"_s.arg(serialOf(made));
        QCOMPARE(desk.call("DELETE", path, {}, desk.adminToken()).status, 204);
        QCOMPARE(desk.get(u"/tokens/"_s + serialOf(made)).status, 404);
        const ApiAnswer second = desk.enrol(desk.makeUser(u"ben"_s));
        QCOMPARE(desk.confirm(serialOf(second), desk.code(second.text("otpauthUri"))).status, 200);
        const QString confirmed = u"/api/v1/tokens/%1/enrolment"_s.arg(serialOf(second));
        QCOMPARE(desk.call("DELETE", confirmed, {}, desk.adminToken()).status, 409);
    }

    void rightsAndRankHold()
    {
        Desk desk;
        desk.makeDomain(u"Sales"_s);
        const qint64 ada = desk.makeUser(u"ada"_s);
        const QString path = u"/api/v1/users/%1/enrol"_s.arg(ada);
        QCOMPARE(desk.call("POST", path, "{}", desk.sessionWithRole(contract::Role::Auditor)).status, 403);
        const QByteArray local = desk.sessionWithRole(contract::Role::HelpDesk, u"/Sales"_s);
        QVERIFY(desk.call("POST", path, "{}", local).status >= 403);
        const QByteArray helper = desk.sessionWithRole(contract::Role::HelpDesk);
        QCOMPARE(desk.call("POST", path, "{}", helper).status, 201);
        const QString admin = u"/api/v1/users/%1/enrol"_s.arg(desk.adminId());
        QCOMPARE(desk.call("POST", admin, "{}", helper).code(), u"higher_rank"_s);
        QCOMPARE(desk.enrol(ada, {{u"kind"_s, u"securid"_s}}).status, 400);
        QCOMPARE(desk.enrol(ada, {{u"digits"_s, 4}}).status, 400);
        QCOMPARE(desk.enrol(999'999).code(), u"user_unknown"_s);
    }
};

QTEST_GUILESS_MAIN(TestTokenEnrol)
#include "tst_token_enrol.moc"
