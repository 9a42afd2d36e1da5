// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/context.h"
#include "services/authentication/store/workstations.h"
#include "services/contract/event.h"
#include "services/http/message.h"
#include "services/storage/database.h"

namespace holdfast::authentication {

// One request of a workstation's agent, after its signature was checked.
class AgentCall
{
public:
    AgentCall(const ApiContext& context, http::Request request, WorkstationRow workstation,
              contract::Timestamp now)
        : m_context(&context)
        , m_request(std::move(request))
        , m_workstation(std::move(workstation))
        , m_now(now)
    { }

    [[nodiscard]] const ApiContext& context() const { return *m_context; }
    [[nodiscard]] const http::Request& request() const { return m_request; }
    [[nodiscard]] const WorkstationRow& workstation() const { return m_workstation; } // as it was just read
    [[nodiscard]] contract::Timestamp now() const { return m_now; } // the same during the whole call
    [[nodiscard]] const QString& clientAddress() const { return m_request.remoteAddress; }

    // An event of which the workstation is the actor: actor, client, domain, address, time and
    // detail.workstation are filled in, result Success.
    [[nodiscard]] contract::Event event(const char* key, contract::EventLog log) const;
    // Appends to the chain, in the transaction of `connection`.
    void record(storage::Connection& connection, contract::Event event) const;

    // F: storage::Connection& -> Result<T>. As Call's.
    template <class F>
    auto read(F work) const
    {
        return m_context->database.read(std::move(work));
    }
    template <class F>
    auto write(F work) const
    {
        return m_context->database.writeAndWait(std::move(work));
    }

private:
    const ApiContext* m_context;
    http::Request m_request;
    WorkstationRow m_workstation;
    contract::Timestamp m_now;
};

} // namespace holdfast::authentication
