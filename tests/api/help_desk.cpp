// SPDX-License-Identifier: Apache-2.0
#include "tests/api/help_desk.h"

#include "services/otp/oath.h"
#include "services/security/pin_hash.h"

#include <QTest>

namespace holdfast::testing {

using contract::TokenKind;

namespace {

constexpr int interval = 30;

QByteArray seedOf(const QString& serial)
{
    return "12345678901234567890" + serial.toUtf8();
}

} // namespace

QString HelpDesk::addToken(const QString& serial, const TokenRecipe& recipe)
{
    const bool pin = recipe.style != contract::PinStyle::None;
    change(QStringLiteral("INSERT INTO tokens (serial, kind, digits, interval_seconds, pin_style, pin_state,"
                          " domain_id, enabled, seed, imported_at, expires_at)"
                          " VALUES (?, ?, 6, ?, ?, ?, (SELECT id FROM domains WHERE path = ?), 0, ?, ?, ?)"),
           {serial, enumName(recipe.kind), recipe.kind == TokenKind::Hotp ? 0 : interval,
            enumName(recipe.style), pin ? QStringLiteral("notSet") : QStringLiteral("notRequired"),
            recipe.domain,
            keys().seal(security::Purpose::SealSeed, seedOf(serial), "seed:" + serial.toUtf8()),
            contract::toMilliseconds(clock.now()),
            recipe.expiresAt ? QVariant(contract::toMilliseconds(*recipe.expiresAt)) : QVariant()});
    return serial;
}

void HelpDesk::assign(const QString& serial, qint64 userId, bool requirePin)
{
    const ApiAnswer answer = act(
        serial, QStringLiteral("assign"),
        {{QStringLiteral("userId"), QString::number(userId)}, {QStringLiteral("requirePin"), requirePin}});
    QCOMPARE(answer.status, 200);
}

void HelpDesk::setPin(const QString& serial, const QByteArray& pin)
{
    change(QStringLiteral("UPDATE tokens SET pin_state = 'set', pin_hash = ? WHERE serial = ?"),
           {security::hashPin(keys(), contract::Secret(QByteArrayView(pin)), serial.toUtf8()), serial});
}

QByteArray HelpDesk::code(const QString& serial, qint64 position) const
{
    const bool counter = serial.startsWith(QLatin1Char('H'));
    const qint64 step = counter ? position : otp::stepAt(clock.now(), interval) + position;
    return otp::hotp(seedOf(serial), static_cast<quint64>(step), 6).view().toByteArray();
}

authentication::Outcome HelpDesk::logOn(const QString& name, const QByteArray& passcode)
{
    authentication::Submission submission;
    submission.subjectName = name;
    submission.credentials.passcode = contract::Secret(QByteArrayView(passcode));
    return gate().submitAndWait(std::move(submission));
}

ApiAnswer HelpDesk::act(const QString& serial, const QString& action, const QJsonObject& body) const
{
    return post(QStringLiteral("/tokens/%1/%2").arg(serial, action), body);
}

void HelpDesk::change(const QString& sql, const QVariantList& values)
{
    database().writeAndWait([&](storage::Connection& connection) { connection.change(sql, values); });
}

} // namespace holdfast::testing
