// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/agent/identity.h"
#include "services/agent/reachability.h"
#include "services/contract/agent.h"

#include <QNetworkAccessManager>

namespace holdfast::agent {

// The agent's calls of the service. Each blocks for at most the time that it is given. TLS is verified
// against the authorities of the enrolment or those of the system; a redirect is never followed. Errors are
// those that the service tells, answer_too_large, and of kind Unavailable: timed_out, connection_refused,
// connection_lost, certificate_refused, not_the_service, out_of_reach. Used on one thread.
class ServiceLink
{
public:
    using Milliseconds = std::chrono::milliseconds;

    // `service`: https, or http to this computer itself. Error: service_url_invalid.
    static contract::Result<QUrl> checkedUrl(const QString& service);

    ServiceLink(QUrl service, QByteArray authorities, const contract::Clock& clock);
    // Requests are signed by this computer's key from now on.
    void signAs(const Identity& identity, Milliseconds clockOffset);
    // Where the service was found, so that DNS is not asked again.
    void setAddress(const QHostAddress& address) { m_address = address; }

    [[nodiscard]] contract::Result<void> isService(Milliseconds patience);
    [[nodiscard]] contract::Result<contract::AgentEnrolled> enrol(const contract::AgentEnrolment& enrolment,
                                                                  Milliseconds patience);
    [[nodiscard]] contract::Result<contract::AgentLogonAnswer> logon(const contract::AgentLogon& logon,
                                                                     Milliseconds patience);
    // Tells the workstation's clock; comes again while the service is busy, as long as the patience lasts.
    [[nodiscard]] contract::Result<contract::AgentSet> fetchSet(const contract::AgentSetRequest& request,
                                                                Milliseconds patience);
    [[nodiscard]] contract::Result<contract::AgentContactAnswer>
    contact(const contract::AgentContact& contact, Milliseconds patience);

    // The service's clock at its last answer, and how far ours was from it.
    [[nodiscard]] std::optional<contract::Timestamp> serverTime() const { return m_serverTime; }
    [[nodiscard]] Milliseconds clockOffset() const { return m_clockOffset; }

private:
    struct Reply;
    [[nodiscard]] contract::Result<QJsonObject> post(const QString& path, const QJsonObject& body,
                                                     Milliseconds patience);
    [[nodiscard]] static std::optional<contract::Timestamp> timeToldBy(const Reply& reply);
    [[nodiscard]] Reply call(const QByteArray& method, const QString& path, const QByteArray& body,
                             std::chrono::steady_clock::time_point until);

    QUrl m_service;
    QByteArray m_authorities;
    const contract::Clock& m_clock;
    QHostAddress m_address {};
    qint64 m_workstationId = 0;
    contract::Secret m_privateKey {};
    Milliseconds m_clockOffset {};
    std::optional<contract::Timestamp> m_serverTime {};
    QNetworkAccessManager m_manager {};
};

// A call failed because the service could not be asked, rather than because it said no.
[[nodiscard]] bool fellAway(const contract::Error& error);
// The service has no room for it now: nothing is wrong, and it comes with a later try.
[[nodiscard]] bool isBusy(const contract::Error& error);
// The service says that this computer may not come any more.
[[nodiscard]] bool isRevocation(const contract::Error& error);

// Finds the service and asks whether it is the one; within `patience` altogether.
[[nodiscard]] Reachability reachService(ServiceLink& link, const QUrl& service,
                                        std::chrono::milliseconds patience,
                                        const Resolver& resolver = resolveName);

} // namespace holdfast::agent
