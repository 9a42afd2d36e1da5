// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/api_fixture.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <atomic>

namespace holdfast::testing {

struct MfaAnswer
{
    int status = 0;
    QJsonObject body;

    [[nodiscard]] QString text(const char* name) const { return body.value(QLatin1String(name)).toString(); }
    [[nodiscard]] QString response() const { return text("attemptResponseCode"); }
    [[nodiscard]] QString reason() const { return text("attemptReasonCode"); }
    [[nodiscard]] QString context(const char* name) const;
    void setContext(const char* name, const QString& value);
    [[nodiscard]] QString lastResult() const; // methodResponseCode
    [[nodiscard]] QString lastMethod() const;
    [[nodiscard]] QJsonArray challenges() const;
    [[nodiscard]] QStringList methods() const; // that are asked for
    [[nodiscard]] QJsonObject prompt() const; // of the first of them
    [[nodiscard]] QJsonObject withoutIds() const;
};

// A program that speaks /mfa/v1_1 to a real server, with a key of its own.
class MfaClient
{
public:
    MfaClient();

    QByteArray addClient(const QString& name); // its key
    qint64 addUser(const QString& name) { return fixture.makeUser(name); }
    QString addToken(qint64 userId, const char* pinStyle = "none", const char* pinState = "notRequired");
    [[nodiscard]] QByteArray code(const QString& serial, int stepsAway = 0) const;
    void addEmergency(qint64 userId, const QString& serial, const QByteArray& code, const char* replaces);
    void change(const QString& sql, const QVariantList& values = {});
    [[nodiscard]] int failures(const QString& name);

    MfaAnswer initialize(const QString& name, const QString& lang = {});
    MfaAnswer oneStep(const QString& name, const QByteArray& passcode, QJsonObject more = {});
    MfaAnswer verify(const MfaAnswer& before, const QString& method, const QByteArray& value);
    MfaAnswer status(const MfaAnswer& attempt, bool remove = false);
    MfaAnswer cancel(const MfaAnswer& attempt);
    MfaAnswer raw(const char* call, const QByteArray& body);

    ApiFixture fixture;
    QByteArray key;

private:
    MfaAnswer post(const char* call, const QJsonObject& body);
    std::atomic<int> m_messages = 0;
    int m_tokens = 0;
};

} // namespace holdfast::testing
