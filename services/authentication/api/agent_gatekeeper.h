// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/agent_call.h"
#include "services/offline/request_signature.h"

#include <QHash>

#include <atomic>
#include <deque>
#include <memory>
#include <mutex>

namespace holdfast::authentication {

// Which workstation calls: its agent signs every request (services/contract/agent.h). The signed target is
// the path as the router knows it, for these routes take no query. A nonce is taken once. Keeps when a
// workstation was last in touch, and an event of refused signatures. Safe from any thread.
class AgentGatekeeper : public std::enable_shared_from_this<AgentGatekeeper>
{
public:
    static constexpr std::chrono::minutes longestDifference {5};

    explicit AgentGatekeeper(const ApiContext& context);

    // Blocks on storage. Errors: workstation_not_authenticated (Unauthenticated; unknown, malformed, wrong
    // and repeated alike), clock_differs (Unauthenticated; the field serverTime says the service's time),
    // workstation_revoked (Forbidden), too_many_requests.
    [[nodiscard]] contract::Result<AgentCall> admit(http::Request request);

private:
    [[nodiscard]] contract::Unexpected refuse(const QString& address);
    // False: it was there before. Nothing: too many of this workstation are kept already.
    [[nodiscard]] std::optional<bool> takeNonce(qint64 workstationId, const QByteArray& nonce,
                                                contract::Timestamp now);
    void noteContact(const AgentCall& call, int signedOffsetSeconds);

    const ApiContext& m_context;
    QByteArray m_nobodysKey; // to be as slow with workstations that are unknown

    // What was signed within the difference that is forgiven could be sent again.
    struct Seen
    {
        contract::Timestamp at {};
        QByteArray key;
        qint64 workstationId = 0;
    };
    std::mutex m_noncesMutex;
    QHash<QByteArray, contract::Timestamp> m_nonces;
    QHash<qint64, int> m_noncesOf;
    std::deque<Seen> m_noncesByAge;

    std::mutex m_contactsMutex;
    QHash<qint64, qint64> m_lastMinute; // by workstation
    std::atomic<qint64> m_nextRefusalEvent {0};
};

} // namespace holdfast::authentication
