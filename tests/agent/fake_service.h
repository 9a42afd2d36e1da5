// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/agent.h"
#include "tests/offline/set_maker.h"

#include <QHash>
#include <QJsonObject>
#include <QSet>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

namespace holdfast::testing {

// The /agent/v1 routes as canned answers over real HTTP on a free loopback port. Enrolments and the time
// answer by themselves; anything else must be signed by the workstation that was enrolled last, each time
// anew, and gets the next scripted answer of its path, or a 503. Clocks that differ are scripted.
class FakeService : public QObject
{
public:
    struct Asked
    {
        QByteArray target;
        QJsonObject body;
        QByteArray host {}; // the header
        bool isSigned = false; // by the key of the enrolment, over exactly this
        qint64 signedAt = 0;
    };
    enum class Mood
    {
        Well,
        Mute, // accepts and says nothing
        Portal, // answers everything with a page
        Other, // another program's, which knows JSON
        Busy, // too much to do
        HangsUp // closes instead of answering
    };

    explicit FakeService(SetMaker& maker, QTcpServer* server = nullptr);
    [[nodiscard]] QUrl url() const;
    // The same port nobody listens on.
    void goAway();

    void answer(const QByteArray& target, const QJsonObject& body, int status = 200);
    void refuse(const QByteArray& target, int status, const char* code, const QString& detail,
                const QJsonArray& fields = {});
    // Answers that the tests need often.
    void acceptLogon(const QString& ticket = QStringLiteral("ticket-1"));
    void giveSet();
    void answerContact(const contract::AgentContactAnswer& answer);

    [[nodiscard]] QList<Asked> askedOf(const QByteArray& target) const;

    Mood mood = Mood::Well;
    QHash<QByteArray, Mood> moods; // of a path
    QList<Asked> asked;
    QByteArray signingKey; // of the workstation
    QByteArray agreementKey;
    offline::KeyPair agreement;
    contract::Timestamp time = atHour(0);

private:
    void accept();
    void read(QTcpSocket* socket);
    [[nodiscard]] std::optional<contract::Timestamp> signedAt(const QByteArray& method,
                                                              const QByteArray& target,
                                                              const QByteArray& authorization,
                                                              const QByteArray& body);
    void serve(QTcpSocket* socket, const QByteArray& head, const QByteArray& body);
    [[nodiscard]] QJsonObject enrolled(const QJsonObject& body);
    void send(QTcpSocket* socket, int status, const QByteArray& body, const QByteArray& type);

    struct Scripted
    {
        int status = 200;
        QJsonObject body;
    };
    SetMaker& m_maker;
    QSet<QByteArray> m_nonces;
    QTcpServer* m_server;
    QHash<QTcpSocket*, QByteArray> m_incoming;
    QHash<QByteArray, QList<Scripted>> m_script;
};

} // namespace holdfast::testing
