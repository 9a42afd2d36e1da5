// SPDX-License-Identifier: Apache-2.0
#include "services/otp/token_file.h"
#include "tests/api/help_desk.h"

#include <QJsonDocument>
#include <QTest>

using namespace holdfast;
using namespace holdfast::testing;
using namespace Qt::StringLiterals;

namespace {

const QString passphrase = u"correct horse battery"_s;

QJsonObject request(const QJsonObject& more = {})
{
    QJsonObject body {{u"passphrase"_s, passphrase}, {u"reason"_s, u"Move to the new site"_s}};
    for (auto it = more.begin(); it != more.end(); ++it) {
        body.insert(it.key(), it.value());
    }
    return body;
}

// Serials in the file, as our own reader opens it.
QStringList serialsIn(const QByteArray& file)
{
    otp::TokenFileKeys keys;
    keys.passphrase = contract::Secret(passphrase);
    QStringList serials;
    const auto records = otp::readTokenFile(contract::ImportFormat::Pskc, file, keys, {});
    if (!records) {
        return {records.error().code};
    }
    for (const otp::TokenRecord& record : *records) {
        serials << (record.token ? record.serial : record.token.error().code);
    }
    return serials;
}

} // namespace

class TestTokenExport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aFileIsReadAgainByAnotherService()
    {
        HelpDesk desk;
        for (int i = 0; i < 450; ++i) {
            desk.addToken(u"T%1"_s.arg(i, 4, 10, QLatin1Char('0')));
        }
        desk.addToken(u"H1"_s, {.kind = contract::TokenKind::Hotp});
        desk.addToken(u"S1"_s, {.kind = contract::TokenKind::SecurId});
        desk.change(u"UPDATE tokens SET last_step = 41 WHERE serial = 'H1'"_s);
        const ApiAnswer answer = desk.post(u"/token-exports"_s, request());
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.headers.value("content-type"), QByteArray("application/pskc+xml"));
        const QStringList serials = serialsIn(answer.body);
        QCOMPARE(serials.size(), 451);
        QCOMPARE(serials.last(), u"H1"_s);
        QVERIFY(!answer.body.contains(QByteArray("12345678901234567890T0001").toBase64()));

        // Codes of the file are those of the token, and a counter begins where it stands.
        otp::TokenFileKeys keys;
        keys.passphrase = contract::Secret(passphrase);
        const auto records = otp::readTokenFile(contract::ImportFormat::Pskc, answer.body, keys, {});
        QVERIFY(records->at(1).token->seed.equals("12345678901234567890T0001"));
        QCOMPARE(records->back().token->counter, 42);

        const auto events = desk.events(u"EXPORT_TOKENS"_s);
        QCOMPARE(events.size(), 1U);
        QCOMPARE(events[0].detail[u"exported"].toInt(), 451);
        QCOMPARE(events[0].detail[u"reason"].toString(), u"Move to the new site"_s);
        QVERIFY(!QJsonDocument(events[0].detail).toJson().contains("horse"));
    }

    void chosenTokensAndDomainsAlone()
    {
        HelpDesk desk;
        desk.makeDomain(u"Sales"_s);
        desk.addToken(u"A1"_s);
        desk.addToken(u"A2"_s, {.domain = u"/Sales"_s});
        desk.addToken(u"A3"_s, {.domain = u"/Sales"_s});
        QCOMPARE(serialsIn(desk.post(u"/token-exports"_s, request({{u"domain"_s, u"/Sales"_s}})).body),
                 (QStringList {u"A2"_s, u"A3"_s}));
        const QJsonArray chosen {u"A1"_s, u"A3"_s};
        QCOMPARE(serialsIn(desk.post(u"/token-exports"_s, request({{u"serials"_s, chosen}})).body),
                 (QStringList {u"A1"_s, u"A3"_s}));
        const QJsonArray unknown {u"A1"_s, u"A9"_s};
        const ApiAnswer refused = desk.post(u"/token-exports"_s, request({{u"serials"_s, unknown}}));
        QCOMPARE(refused.status, 400);
        QCOMPARE(refused.json[u"fields"][0][u"code"].toString(), u"token_not_exportable"_s);
    }

    void scopeHoldsAndAdministratorsAreLeftOut()
    {
        HelpDesk desk;
        desk.makeDomain(u"Sales"_s);
        desk.addToken(u"A1"_s);
        desk.addToken(u"A2"_s, {.domain = u"/Sales"_s});
        desk.addToken(u"A3"_s, {.domain = u"/Sales"_s});
        desk.assign(u"A3"_s, desk.adminId());
        const QByteArray local = desk.sessionWithRole(contract::Role::SuperAdministrator, u"/Sales"_s);
        const auto body = [](const QJsonObject& more = {}) {
            return QJsonDocument(request(more)).toJson();
        };
        const QString path = u"/api/v1/token-exports"_s;
        QCOMPARE(serialsIn(desk.call("POST", path, body(), local).body), QStringList {u"A2"_s});
        QCOMPARE(desk.call("POST", path, body({{u"domain"_s, u"/"_s}}), local).status, 200);
        QCOMPARE(desk.call("POST", path, body({{u"serials"_s, QJsonArray {u"A1"_s}}}), local).status, 400);
        // A role made for exporting stands below Super Administrators, wherever it is held.
        const QString exporter =
            desk.post(u"/roles"_s,
                      {{u"name"_s, u"Exporter"_s},
                       {u"permissions"_s, QJsonArray {u"viewTokens"_s, u"exportTokens"_s}}})
                .text("key");
        const QByteArray byExporter = desk.sessionWithRole(exporter);
        QCOMPARE(serialsIn(desk.call("POST", path, body(), byExporter).body),
                 (QStringList {u"A1"_s, u"A2"_s}));
        QCOMPARE(serialsIn(desk.post(u"/token-exports"_s, request()).body).size(), 3);
        for (const contract::Role role : {contract::Role::HelpDesk, contract::Role::Auditor}) {
            QCOMPARE(desk.call("POST", path, body(), desk.sessionWithRole(role)).status, 403);
        }
    }

    void whatIsMissingIsSaid()
    {
        HelpDesk desk;
        QCOMPARE(desk.post(u"/token-exports"_s, request()).code(), u"nothing_to_export"_s);
        QVERIFY(desk.events(u"EXPORT_TOKENS"_s).empty());
        QCOMPARE(desk.post(u"/token-exports"_s, request({{u"passphrase"_s, u"short"_s}})).status, 400);
        QCOMPARE(desk.post(u"/token-exports"_s, {{u"passphrase"_s, passphrase}}).status, 400);
        QCOMPARE(desk.post(u"/token-exports"_s, request({{u"domain"_s, u"/nowhere"_s}})).status, 400);
    }
};

QTEST_GUILESS_MAIN(TestTokenExport)
#include "tst_token_export.moc"
