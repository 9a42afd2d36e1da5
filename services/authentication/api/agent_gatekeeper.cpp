// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/agent_gatekeeper.h"

#include "services/authentication/api/agent_keys.h"
#include "services/authentication/api/gate.h"

namespace holdfast::authentication {

using contract::ErrorKind;
using contract::Result;
using contract::Timestamp;
using contract::toMilliseconds;

namespace {

constexpr int mostNonces = 10'000; // of one workstation within ten minutes
constexpr std::chrono::seconds refusedSignatureInterval {10};

QByteArrayView verbOf(http::Method method)
{
    switch (method) {
    case http::Method::Get:
        return "GET";
    case http::Method::Post:
        return "POST";
    case http::Method::Put:
        return "PUT";
    case http::Method::Patch:
        return "PATCH";
    case http::Method::Delete:
        return "DELETE";
    }
    return {};
}

contract::Unexpected clockDiffers(Timestamp now)
{
    const QString time = contract::toRfc3339(now);
    contract::Error error {
        ErrorKind::Unauthenticated, QStringLiteral("clock_differs"),
        QStringLiteral("The workstation's clock differs by more than five minutes; here it is"
                       " %1.")
            .arg(time)};
    error.fields.append({QStringLiteral("serverTime"), QStringLiteral("clock_differs"), time});
    return contract::Unexpected(std::move(error));
}

} // namespace

AgentGatekeeper::AgentGatekeeper(const ApiContext& context)
    : m_context(context)
    , m_nobodysKey(serviceSigningKey(context.keys).publicKey)
{ }

Result<AgentCall> AgentGatekeeper::admit(http::Request request)
{
    const Timestamp now = m_context.clock.now();
    const auto signature = offline::readAuthorization(request.header("authorization"));
    if (!signature) {
        return refuse(request.remoteAddress);
    }
    auto workstation = m_context.database.read([&](storage::Connection& connection) {
        return workstations::find(connection, signature->workstationId);
    });
    const QByteArray text = offline::signedText(verbOf(request.method), request.path.toUtf8(),
                                                signature->time, signature->nonce, request.body);
    const bool isSigned =
        offline::isSignedBy(workstation ? workstation->signingKey : m_nobodysKey, text, signature->signature);
    if (!workstation || !isSigned) {
        return refuse(request.remoteAddress);
    }
    if (workstation->revokedAt) {
        return contract::failure(
            ErrorKind::Forbidden, QStringLiteral("workstation_revoked"),
            QStringLiteral("This workstation was revoked. An administrator can enrol it anew."));
    }
    if (std::chrono::abs(signature->time - now) > longestDifference) {
        return clockDiffers(now);
    }
    const auto fresh = takeNonce(workstation->id, signature->nonce, now);
    if (!fresh) {
        return contract::failure(ErrorKind::TooManyRequests, QStringLiteral("too_many_requests"),
                                 QStringLiteral("This workstation asks too often. Try again later."));
    }
    if (!*fresh) {
        return refuse(request.remoteAddress);
    }
    AgentCall call(m_context, std::move(request), std::move(*workstation), now);
    noteContact(call, workstations::clockOffset(signature->time, now));
    return call;
}

// A wrong signature is worth an event, a flood of them is not worth a flood of events.
contract::Unexpected AgentGatekeeper::refuse(const QString& address)
{
    const Timestamp now = m_context.clock.now();
    qint64 due = m_nextRefusalEvent.load();
    const qint64 next = toMilliseconds(now + refusedSignatureInterval);
    if (toMilliseconds(now) >= due && m_nextRefusalEvent.compare_exchange_strong(due, next)) {
        m_context.gate.note([self = shared_from_this(), now, address](storage::Connection& connection) {
            contract::Event event;
            event.at = now;
            event.log = contract::EventLog::Authentication;
            event.key = QStringLiteral("WORKSTATION_REFUSED");
            event.result = contract::EventResult::Failure;
            event.reason = QStringLiteral("workstation_not_authenticated");
            event.clientAddress = address;
            self->m_context.events.append(connection, std::move(event));
        });
    }
    return contract::failure(
        ErrorKind::Unauthenticated, QStringLiteral("workstation_not_authenticated"),
        QStringLiteral("The request is not signed by a workstation that is enrolled here."));
}

std::optional<bool> AgentGatekeeper::takeNonce(qint64 workstationId, const QByteArray& nonce, Timestamp now)
{
    const std::lock_guard lock(m_noncesMutex);
    while (!m_noncesByAge.empty() && now - m_noncesByAge.front().at > 2 * longestDifference) {
        const Seen& oldest = m_noncesByAge.front();
        m_nonces.remove(oldest.key);
        if (--m_noncesOf[oldest.workstationId] == 0) {
            m_noncesOf.remove(oldest.workstationId);
        }
        m_noncesByAge.pop_front();
    }
    const QByteArray key = QByteArray::number(workstationId) + ' ' + nonce;
    if (m_nonces.contains(key)) {
        return false;
    }
    int& kept = m_noncesOf[workstationId];
    if (kept >= mostNonces) {
        return std::nullopt;
    }
    ++kept;
    m_nonces.insert(key, now);
    m_noncesByAge.push_back({now, key, workstationId});
    return true;
}

// At most one write a minute for each workstation.
void AgentGatekeeper::noteContact(const AgentCall& call, int signedOffsetSeconds)
{
    const qint64 minute = toMilliseconds(call.now()) / 60'000;
    {
        const std::lock_guard lock(m_contactsMutex);
        qint64& last = m_lastMinute[call.workstation().id];
        if (std::exchange(last, minute) == minute) {
            return;
        }
    }
    m_context.gate.note([id = call.workstation().id, at = call.now(), address = call.clientAddress(),
                         signedOffsetSeconds](storage::Connection& connection) {
        workstations::noteContact(connection, id, at, address, signedOffsetSeconds);
    });
}

} // namespace holdfast::authentication
