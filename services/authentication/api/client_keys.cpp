// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/client_keys.h"

#include "services/authentication/store/api_clients.h"

namespace holdfast::authentication {

namespace {

constexpr std::chrono::seconds refusalEventInterval {10};

} // namespace

std::optional<mfa::Client> ClientKeys::clientOf(const http::Request& request)
{
    const QByteArray key = request.header("client-key");
    const auto entry = key.isEmpty() ? std::nullopt : m_context.apiClients.byKey(key);
    if (!entry) {
        noteRefusal(request.remoteAddress);
        return std::nullopt;
    }
    const mfa::Client client {entry->id, entry->name, request.remoteAddress};
    noteUse(client);
    return client;
}

contract::Error ClientKeys::refusal()
{
    return {contract::ErrorKind::Unauthenticated, QString(reason::clientUnknown),
            QStringLiteral("The header client-key names no client.")};
}

// At most one write a minute for each client.
void ClientKeys::noteUse(const mfa::Client& client)
{
    const contract::Timestamp now = m_context.clock.now();
    {
        const std::lock_guard lock(m_usesMutex);
        if (std::exchange(m_lastMinute[client.id], contract::toMilliseconds(now) / 60'000)
            == contract::toMilliseconds(now) / 60'000) {
            return;
        }
    }
    m_context.gate.note([self = shared_from_this(), id = client.id, now](storage::Connection& connection) {
        self->m_context.apiClients.noteUse(connection, id, now);
    });
}

// A wrong key is worth an event, a flood of them is not worth a flood of events.
void ClientKeys::noteRefusal(const QString& address)
{
    const contract::Timestamp now = m_context.clock.now();
    qint64 due = m_nextRefusalEvent.load();
    const qint64 next = contract::toMilliseconds(now + refusalEventInterval);
    if (contract::toMilliseconds(now) < due || !m_nextRefusalEvent.compare_exchange_strong(due, next)) {
        return;
    }
    m_context.gate.note([self = shared_from_this(), now, address](storage::Connection& connection) {
        contract::Event event;
        event.at = now;
        event.log = contract::EventLog::Authentication;
        event.key = QStringLiteral("API_CLIENT_REFUSED");
        event.result = contract::EventResult::Failure;
        event.reason = reason::clientUnknown;
        event.clientAddress = address;
        self->m_context.events.append(connection, std::move(event));
    });
}

} // namespace holdfast::authentication
