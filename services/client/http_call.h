// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/client/transport.h"

#include <QNetworkReply>
#include <QObject>
#include <QPointer>
#include <QTimer>

namespace holdfast::client {

class HttpTransport;

// One request on its way, with its repetitions. Owned by the transport.
class HttpCall final : public QObject
{
    Q_OBJECT
public:
    HttpCall(HttpTransport& transport, Transport::Id id, Request request, std::shared_ptr<QIODevice> target,
             Progress progress, Transport::Done done, std::chrono::milliseconds patience);
    ~HttpCall() override;

    void start();
    // Aborts the request; `done` is dropped.
    void cancel();
    // Ends with what kept it waiting.
    void giveUp();
    // Ends with this error now, from a destructor.
    void end(contract::Error error);

private:
    void readBody();
    void finished();
    void waitForReturn(const contract::Error& error);
    [[nodiscard]] bool maySendAgain() const;
    void report(contract::Result<Answer> result);

    HttpTransport& m_transport;
    Transport::Id m_id;
    Request m_request;
    std::shared_ptr<QIODevice> m_target;
    Progress m_progress;
    Transport::Done m_done;
    QPointer<QNetworkReply> m_reply;
    QByteArray m_body;
    QTimer m_patience;
    contract::Error m_lastError;
    qint64 m_received = 0;
    int m_tries = 0;
    bool m_waiting = false;
    bool m_wasHeld = false; // for the sign-in to be confirmed: once
    bool m_writeFailed = false;
};

} // namespace holdfast::client
