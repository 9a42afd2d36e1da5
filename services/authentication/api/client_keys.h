// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/context.h"
#include "services/authentication/api/mfa_engine.h"
#include "services/http/message.h"

#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <optional>

namespace holdfast::authentication {

// Who calls the authentication APIs: programs with a key in the header client-key. Keeps when a client was
// last used, and an event of refused keys. Safe from any thread.
class ClientKeys : public std::enable_shared_from_this<ClientKeys>
{
public:
    explicit ClientKeys(const ApiContext& context)
        : m_context(context)
    { }

    // Nothing: the key is missing, wrong or disabled. Noted either way.
    [[nodiscard]] std::optional<mfa::Client> clientOf(const http::Request& request);
    // What to say then.
    [[nodiscard]] static contract::Error refusal();

private:
    void noteUse(const mfa::Client& client);
    void noteRefusal(const QString& address);

    const ApiContext& m_context;
    std::mutex m_usesMutex;
    std::map<qint64, qint64> m_lastMinute; // by client
    std::atomic<qint64> m_nextRefusalEvent {0};
};

} // namespace holdfast::authentication
