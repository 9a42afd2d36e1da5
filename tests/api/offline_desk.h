// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/offline/offline_verifier.h"
#include "tests/api/help_desk.h"
#include "tests/support/fake_agent.h"

namespace holdfast::testing {

// What a workstation holds for a person.
struct HeldData
{
    QString setId;
    offline::OfflineSet set;
    offline::SetState state;

    // As the agent does it: the failure is counted first, what comes out is kept.
    offline::Verdict verify(const QByteArray& passcode, contract::Timestamp now);
};

// A service that lets people take offline data along, one of them with a token and a PIN, and a workstation.
class OfflineDesk : public HelpDesk
{
public:
    OfflineDesk();

    FakeAgent agent;
    qint64 anna = 0; // T1, PIN 4711 typed before the code

    // Time passes, and sessions stay.
    void later(std::chrono::milliseconds by);

    // The default offline policy with these settings.
    ApiAnswer editPolicy(const QJsonObject& changes);
    [[nodiscard]] QJsonObject policy() const;
    // Makes another policy like the default one; its id.
    QString makePolicy(const QString& name, const QJsonObject& changes);

    // Someone else with a token of this kind; serial numbers that begin with H count.
    qint64 addPerson(const QString& name, const QString& serial, contract::PinStyle style,
                     const QByteArray& pin = {});

    // A logon at the workstation, and what its ticket brings.
    ApiAnswer fetch(FakeAgent& at, const QString& user, const QByteArray& passcode);
    ApiAnswer fetch()
    {
        return fetch(agent, QStringLiteral("anna"), "4711" + nextCode(QStringLiteral("T1")));
    }
    // The code of a step that was not used yet: the clock goes on by one step.
    QByteArray nextCode(const QString& serial);
    [[nodiscard]] HeldData open(FakeAgent& at, const ApiAnswer& answer) const;
    [[nodiscard]] HeldData open(const ApiAnswer& answer) { return open(agent, answer); }

    // A contact that tells of this data, and of these events.
    ApiAnswer contact(FakeAgent& at, const QList<HeldData>& held, const QJsonArray& events = {});
    ApiAnswer contact(const QList<HeldData>& held, const QJsonArray& events = {})
    {
        return contact(agent, held, events);
    }
    [[nodiscard]] QJsonObject happened(qint64 sequence, const QString& kind, const HeldData& data,
                                       std::optional<qint64> step = {}) const;
    // The board's row of the person; empty: none.
    [[nodiscard]] QJsonObject row(qint64 user) const;
};

} // namespace holdfast::testing
