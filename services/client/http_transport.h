// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/client/connectivity.h"
#include "services/client/transport.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QPointer>
#include <QUrl>

#include <map>
#include <vector>

namespace holdfast::client {

class HttpCall;

// Requests on QNetworkAccessManager. A read that fails because the service is out of reach waits for its
// return and is sent again, as long as `readPatience` allows; a change is sent again once with the same
// Idempotency-Key if it has one, and otherwise fails at once with "out_of_reach". Bodies are never logged.
class HttpTransport final : public QObject, public Transport
{
    Q_OBJECT
public:
    struct Options
    {
        std::chrono::milliseconds readPatience {60000};
        std::chrono::milliseconds timeoutLimit {0}; // above zero: shortens every request's own timeout
    };

    // `manager` is a seam for tests; without one the transport makes its own.
    explicit HttpTransport(QObject* parent = nullptr);
    HttpTransport(Options options, QNetworkAccessManager* manager, QObject* parent = nullptr);
    // Ends every call with "cancelled".
    ~HttpTransport() override;

    // `certificateSha256`: exactly this certificate is accepted and nothing else; empty: the system's trust.
    void setServer(const QUrl& base, const QByteArray& certificateSha256 = {});
    [[nodiscard]] QUrl server() const override { return m_base; }
    [[nodiscard]] Connectivity& connectivity() { return m_connectivity; }

    Id send(Request request, Done done) override;
    Id download(Request request, std::shared_ptr<QIODevice> target, Progress progress, Done done) override;
    void cancel(Id id) override;
    void setBearer(contract::Secret token) override;
    void setViewAs(const QByteArray& role) override { m_viewAs = role; }

    // The sign-in was confirmed: what waits for it is sent again. Or it was not: what waits fails.
    void confirmed();
    void confirmationRefused();

Q_SIGNALS:
    // A key action waits until the sign-in is confirmed (403 reauthentication_required). Once for all that
    // wait; where nobody listens, such a call fails at once.
    void confirmationNeeded();
    // A 401 to a call that carried a token: it has ended. Once for each token.
    void sessionLost();

private:
    friend class HttpCall;
    Id run(Request request, std::shared_ptr<QIODevice> target, Progress progress, Done done);
    [[nodiscard]] QNetworkReply* open(const Request& request);
    void guard(QNetworkReply* reply);
    void probe();
    void ended(Id id);
    void unauthenticated(const QByteArray& authorization);
    [[nodiscard]] bool hold(Id id); // until the sign-in is confirmed; false: nobody will
    [[nodiscard]] QByteArray authorization() const;

    Options m_options;
    QNetworkAccessManager* m_manager;
    Connectivity m_connectivity;
    QUrl m_base;
    QByteArray m_certificateSha256;
    contract::Secret m_bearer;
    QByteArray m_viewAs;
    std::map<Id, HttpCall*> m_calls;
    std::vector<Id> m_held;
    QPointer<QNetworkReply> m_probe;
    Id m_lastId = 0;
    bool m_sessionLostTold = false;
};

} // namespace holdfast::client
