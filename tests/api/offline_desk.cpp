// SPDX-License-Identifier: Apache-2.0
#include "tests/api/offline_desk.h"

#include "services/otp/pin_pad.h"
#include "services/security/pin_hash.h"

#include <QJsonArray>
#include <QTest>

namespace holdfast::testing {

using namespace Qt::StringLiterals;

offline::Verdict HeldData::verify(const QByteArray& passcode, contract::Timestamp now)
{
    ++state.failures;
    const auto verifier = offline::makeRecordVerifier();
    offline::Verification result =
        verifier->verify(set, state, contract::Secret(QByteArrayView(passcode)), now);
    state = std::move(result.after);
    return result.verdict;
}

OfflineDesk::OfflineDesk()
    : agent(*this)
{
    editPolicy({{u"enabled"_s, true}});
    agent.enrol(u"PC-1"_s);
    anna = addPerson(u"anna"_s, u"T1"_s, contract::PinStyle::BeforeCode, "4711");
}

void OfflineDesk::later(std::chrono::milliseconds by)
{
    clock.advance(by);
    const qint64 now = contract::toMilliseconds(clock.now());
    const qint64 end = contract::toMilliseconds(clock.now() + std::chrono::minutes(30));
    change(u"UPDATE sessions SET last_seen_at = ?, confirmed_at = ?, expires_at = ?"_s, {now, now, end});
}

QJsonObject OfflineDesk::policy() const
{
    for (const auto& item : get(u"/policies/offline"_s).items()) {
        if (item.toObject().value(u"isDefault"_s).toBool()) {
            return item.toObject();
        }
    }
    return {};
}

ApiAnswer OfflineDesk::editPolicy(const QJsonObject& changes)
{
    QJsonObject body = policy();
    for (auto it = changes.begin(); it != changes.end(); ++it) {
        body.insert(it.key(), it.value());
    }
    ApiAnswer answer = put(u"/policies/offline/"_s + body.value(u"id"_s).toString(), body);
    if (answer.status != 200) {
        qFatal("policy: %d %s", answer.status, answer.body.constData());
    }
    return answer;
}

QString OfflineDesk::makePolicy(const QString& name, const QJsonObject& changes)
{
    QJsonObject body = policy();
    body.insert(u"name"_s, name);
    for (auto it = changes.begin(); it != changes.end(); ++it) {
        body.insert(it.key(), it.value());
    }
    const ApiAnswer answer = post(u"/policies/offline"_s, body);
    if (answer.status != 201) {
        qFatal("policy: %d %s", answer.status, answer.body.constData());
    }
    return answer.text("id");
}

qint64 OfflineDesk::addPerson(const QString& name, const QString& serial, contract::PinStyle style,
                              const QByteArray& pin)
{
    const qint64 id = makeUser(name);
    addToken(serial,
             {.kind = serial.startsWith(u'H') ? contract::TokenKind::Hotp : contract::TokenKind::Totp,
              .style = style});
    assign(serial, id, style != contract::PinStyle::None);
    if (style == contract::PinStyle::BeforeCode) {
        setPin(serial, pin);
    } else if (style == contract::PinStyle::Mixed) {
        setPin(serial, pin);
        change(u"UPDATE tokens SET pin_style = 'mixed', pin_tag = ?, pin_length = ? WHERE serial = ?"_s,
               {static_cast<qint64>(
                    security::pinTag(keys(), contract::Secret(QByteArrayView(pin)), serial.toUtf8())),
                pin.size(), serial});
    }
    return id;
}

QByteArray OfflineDesk::nextCode(const QString& serial)
{
    if (!serial.startsWith(u'H')) {
        clock.advance(std::chrono::seconds(30));
    }
    return code(serial);
}

ApiAnswer OfflineDesk::fetch(FakeAgent& at, const QString& user, const QByteArray& passcode)
{
    const ApiAnswer logon = at.logOn(user, passcode);
    if (logon.text("outcome") != u"success"_s || logon.text("ticket").isEmpty()) {
        qFatal("logon: %d %s", logon.status, logon.body.constData());
    }
    return at.post(u"/offline-sets"_s, {{u"ticket"_s, logon.text("ticket")}});
}

HeldData OfflineDesk::open(FakeAgent& at, const ApiAnswer& answer) const
{
    if (answer.status != 200) {
        qFatal("set: %d %s", answer.status, answer.body.constData());
    }
    auto set = offline::OfflineSet::read(QByteArray::fromBase64(answer.text("set").toLatin1()),
                                         at.serviceSigningKey(), QString::number(at.id()));
    auto keys =
        offline::unwrapKeys(at.agreement(), QByteArray::fromBase64(answer.text("wrappedKeys").toLatin1()));
    if (!set || !keys || !set->fits(*keys)) {
        qFatal("The set does not open.");
    }
    offline::SetState state = offline::stateOf(*set, std::move(*keys), clock.now());
    return {answer.text("setId"), std::move(*set), std::move(state)};
}

ApiAnswer OfflineDesk::contact(FakeAgent& at, const QList<HeldData>& held, const QJsonArray& events)
{
    QJsonArray sets;
    for (const HeldData& data : held) {
        sets.append(
            QJsonObject {{u"setId"_s, data.setId},
                         {u"lastStep"_s, data.state.lastStep},
                         {u"failures"_s, data.state.failures},
                         {u"daysLeft"_s, offline::daysLeft(data.set.header(), data.state, clock.now())},
                         {u"verifyMilliseconds"_s, 61}});
    }
    return at.post(u"/contacts"_s,
                   {{u"localTime"_s, contract::toRfc3339(clock.now())},
                    {u"agentVersion"_s, u"0.2"_s},
                    {u"system"_s, u"Debian 12"_s},
                    {u"sets"_s, sets},
                    {u"events"_s, events}});
}

QJsonObject OfflineDesk::happened(qint64 sequence, const QString& kind, const HeldData& data,
                                  std::optional<qint64> step) const
{
    QJsonObject event {{u"sequence"_s, sequence},
                       {u"at"_s, contract::toRfc3339(clock.now())},
                       {u"kind"_s, kind},
                       {u"userName"_s, u"anna"_s},
                       {u"setId"_s, data.setId}};
    if (step) {
        event.insert(u"step"_s, *step);
    }
    return event;
}

QJsonObject OfflineDesk::row(qint64 user) const
{
    const auto items = get(u"/offline-sets?filter=user:%1"_s.arg(user)).items();
    return items.isEmpty() ? QJsonObject() : items.at(0).toObject();
}

} // namespace holdfast::testing
