// SPDX-License-Identifier: Apache-2.0
#include "tests/api/mfa_client.h"

#include "services/authentication/domain/emergency_text.h"
#include "services/otp/oath.h"

namespace holdfast::testing {

using storage::Connection;

namespace {

QByteArray seedOf(const QString& serial)
{
    return "12345678901234567890" + serial.toUtf8();
}

QJsonObject credential(const QString& method, const QByteArray& value)
{
    return {{QStringLiteral("methodId"), method},
            {QStringLiteral("collectedInputs"),
             QJsonArray {QJsonObject {{QStringLiteral("name"), method},
                                      {QStringLiteral("value"), QString::fromUtf8(value)},
                                      {QStringLiteral("dataType"), QStringLiteral("STRING")}}}}};
}

// Ids differ in every answer.
QJsonValue blurred(const QJsonValue& value)
{
    if (value.isArray()) {
        QJsonArray array;
        for (const auto& element : value.toArray()) {
            array.append(blurred(element));
        }
        return array;
    }
    if (!value.isObject()) {
        return value;
    }
    QJsonObject object = value.toObject();
    for (auto field = object.begin(); field != object.end(); ++field) {
        const bool isId = field.key() == u"authnAttemptId" || field.key() == u"messageId"
            || field.key() == u"inResponseTo" || field.key() == u"referenceId";
        *field = isId ? QJsonValue(QStringLiteral("id")) : blurred(*field);
    }
    return object;
}

} // namespace

QString MfaAnswer::context(const char* name) const
{
    return body.value(u"context").toObject().value(QLatin1String(name)).toString();
}

void MfaAnswer::setContext(const char* name, const QString& value)
{
    QJsonObject changed = body.value(u"context").toObject();
    changed.insert(QLatin1String(name), value);
    body.insert(QStringLiteral("context"), changed);
}

QString MfaAnswer::lastResult() const
{
    return body.value(u"credentialValidationResults")
        .toArray()
        .last()
        .toObject()
        .value(u"methodResponseCode")
        .toString();
}

QString MfaAnswer::lastMethod() const
{
    return body.value(u"credentialValidationResults")
        .toArray()
        .last()
        .toObject()
        .value(u"methodId")
        .toString();
}

QJsonArray MfaAnswer::challenges() const
{
    return body.value(u"challengeMethods").toObject().value(u"challenges").toArray();
}

QStringList MfaAnswer::methods() const
{
    QStringList ids;
    for (const auto& set : challenges()) {
        for (const auto& method : set.toObject().value(u"requiredMethods").toArray()) {
            ids << method.toObject().value(u"methodId").toString();
        }
    }
    return ids;
}

QJsonObject MfaAnswer::prompt() const
{
    const QJsonObject method =
        challenges().at(0).toObject().value(u"requiredMethods").toArray().at(0).toObject();
    return method.value(u"versions").toArray().at(0).toObject().value(u"prompt").toObject();
}

QJsonObject MfaAnswer::withoutIds() const
{
    return blurred(body).toObject();
}

MfaClient::MfaClient()
    : key(addClient(QStringLiteral("vpn")))
{ }

QByteArray MfaClient::addClient(const QString& name)
{
    const ApiAnswer created = fixture.post(QStringLiteral("/api-clients"), {{QStringLiteral("name"), name}});
    return created.text("key").toUtf8();
}

QString MfaClient::addToken(qint64 userId, const char* pinStyle, const char* pinState)
{
    const QString serial = QStringLiteral("T%1").arg(++m_tokens);
    change(QStringLiteral("INSERT INTO tokens (serial, kind, digits, interval_seconds, pin_style, pin_state,"
                          " domain_id, user_id, enabled, seed, imported_at)"
                          " VALUES (?, 'totp', 6, 30, ?, ?, 1, ?, 1, ?, 0)"),
           {serial, QString::fromLatin1(pinStyle), QString::fromLatin1(pinState), userId,
            fixture.keys().seal(security::Purpose::SealSeed, seedOf(serial), "seed:" + serial.toUtf8())});
    return serial;
}

QByteArray MfaClient::code(const QString& serial, int stepsAway) const
{
    const qint64 step = otp::stepAt(fixture.clock.now(), 30) + stepsAway;
    return otp::hotp(seedOf(serial), static_cast<quint64>(step), 6).view().toByteArray();
}

void MfaClient::addEmergency(qint64 userId, const QString& serial, const QByteArray& code,
                             const char* replaces)
{
    const qint64 at = contract::toMilliseconds(fixture.clock.now());
    fixture.database().writeAndWait([&](Connection& connection) {
        const qint64 issue = connection.insert(
            QStringLiteral(
                "INSERT INTO emergency_issues (user_id, token_id, kind, replaces, on_token_return,"
                " reason, issued_by, issued_at, expires_at, count) VALUES (?,"
                " (SELECT id FROM tokens WHERE serial = ?), 'fixed', ?, 'refuse', 'a test', 'test',"
                " ?, ?, 1)"),
            {userId, serial, QString::fromLatin1(replaces), at, at + 86'400'000});
        connection.insert(QStringLiteral("INSERT INTO emergency_codes (issue_id, code_mac) VALUES (?, ?)"),
                          {issue,
                           authentication::emergencyCodeMac(fixture.keys(), userId,
                                                            contract::Secret(QByteArrayView(code)))});
    });
}

void MfaClient::change(const QString& sql, const QVariantList& values)
{
    fixture.database().writeAndWait([&](Connection& connection) { connection.change(sql, values); });
}

int MfaClient::failures(const QString& name)
{
    return fixture.database().read([&](Connection& connection) {
        auto rows = connection.select(QStringLiteral("SELECT failures FROM users WHERE name = ?"), {name});
        return rows.next() ? static_cast<int>(rows.integer(0)) : -1;
    });
}

MfaAnswer MfaClient::initialize(const QString& name, const QString& lang)
{
    QJsonObject body {{QStringLiteral("subjectName"), name}};
    if (!lang.isEmpty()) {
        body.insert(QStringLiteral("lang"), lang);
    }
    return post("authn/initialize", body);
}

MfaAnswer MfaClient::oneStep(const QString& name, const QByteArray& passcode, QJsonObject more)
{
    more.insert(QStringLiteral("subjectName"), name);
    more.insert(QStringLiteral("subjectCredentials"),
                QJsonArray {credential(QStringLiteral("SECURID"), passcode)});
    more.insert(QStringLiteral("context"), QJsonObject {{QStringLiteral("messageId"), QStringLiteral("m1")}});
    return post("authn/initialize", more);
}

MfaAnswer MfaClient::verify(const MfaAnswer& before, const QString& method, const QByteArray& value)
{
    return post("authn/verify",
                {{QStringLiteral("subjectCredentials"), QJsonArray {credential(method, value)}},
                 {QStringLiteral("context"),
                  QJsonObject {{QStringLiteral("authnAttemptId"), before.context("authnAttemptId")},
                               {QStringLiteral("messageId"), QStringLiteral("v%1").arg(++m_messages)},
                               {QStringLiteral("inResponseTo"), before.context("messageId")}}}});
}

MfaAnswer MfaClient::status(const MfaAnswer& attempt, bool remove)
{
    return post("authn/status",
                {{QStringLiteral("authnAttemptId"), attempt.context("authnAttemptId")},
                 {QStringLiteral("removeAttemptId"), remove}});
}

MfaAnswer MfaClient::cancel(const MfaAnswer& attempt)
{
    return post("authn/cancel",
                {{QStringLiteral("authnAttemptId"), attempt.context("authnAttemptId")},
                 {QStringLiteral("reason"), QStringLiteral("USER_ACTION")}});
}

MfaAnswer MfaClient::post(const char* call, const QJsonObject& body)
{
    return raw(call, QJsonDocument(body).toJson(QJsonDocument::Compact));
}

MfaAnswer MfaClient::raw(const char* call, const QByteArray& body)
{
    ApiHeaders headers;
    if (!key.isEmpty()) {
        headers.append({QByteArray("client-key"), key});
    }
    const ApiAnswer answer =
        fixture.call("POST", QStringLiteral("/mfa/v1_1/") + QLatin1String(call), body, {}, headers);
    return {answer.status, answer.json};
}

} // namespace holdfast::testing
