// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/caller.h"
#include "services/authentication/api/context.h"
#include "services/authentication/api/operation.h"
#include "services/contract/event.h"
#include "services/http/message.h"
#include "services/storage/database.h"

namespace holdfast::authentication {

// One request to the administration API, after its caller is known and its parameters are checked.
class Call
{
public:
    Call(const ApiContext& context, http::Request request, const Operation& operation, Caller caller);

    [[nodiscard]] const ApiContext& context() const { return *m_context; }
    [[nodiscard]] const http::Request& request() const { return m_request; }
    [[nodiscard]] const Operation& operation() const { return *m_operation; }
    [[nodiscard]] const Caller& caller() const { return m_caller; } // empty for open routes
    [[nodiscard]] contract::Timestamp now() const { return m_now; } // the same during the whole call
    [[nodiscard]] const QString& clientAddress() const { return m_request.remoteAddress; }

    [[nodiscard]] QString pathText(const char* name) const;
    // Ids are decimal on the wire; anything else is NotFound with `code`.
    [[nodiscard]] contract::Result<qint64> pathId(const char* name, const char* code = "not_found") const;

    // Query parameters as declared and checked.
    [[nodiscard]] std::optional<QString> text(const char* name) const;
    [[nodiscard]] std::optional<qint64> integer(const char* name) const;
    [[nodiscard]] std::optional<double> number(const char* name) const;
    [[nodiscard]] bool flag(const char* name) const; // absent: false
    [[nodiscard]] std::optional<contract::Timestamp> time(const char* name) const;

    // Compares If-Match (its presence on PUT is checked before). Error: StaleVersion
    // `stale_version`.
    [[nodiscard]] contract::Result<void> requireVersion(qint64 current) const;
    // Error: outside_scope (Forbidden).
    [[nodiscard]] contract::Result<void> requireInScope(contract::Permission permission,
                                                        const QString& domainPath) const;

    // Whatever is recorded from now on belongs to this job.
    void setJob(qint64 job) { m_job = job; }

    // An event of the administration log with actor, address and time filled in, result Success.
    [[nodiscard]] contract::Event event(const char* key) const;
    // Appends to the chain, in the transaction of `connection`.
    void record(storage::Connection& connection, contract::Event event) const;

    // F: storage::Connection& -> Result<T>. Reads see one snapshot. Writes are durable when this returns; an
    // Error rolls back.
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
    const Operation* m_operation;
    Caller m_caller;
    contract::Timestamp m_now;
    qint64 m_job = 0; // 0: none
};

} // namespace holdfast::authentication
