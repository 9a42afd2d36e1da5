// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/gate.h"

#include "services/authentication/api/gate_run.h"

#include <future>

namespace holdfast::authentication {

Gate::Gate(storage::Database& database, const security::KeyRing& keys, const EventLog& events,
           const contract::Clock& clock, After after, GateOptions options)
    : m_implementation(
        std::make_shared<Implementation>(database, keys, events, clock, std::move(after), options))
{ }

Gate::~Gate()
{
    m_implementation->stop();
}

void Gate::recover()
{
    m_implementation->recover();
}

void Gate::calibrate()
{
    m_implementation->calibrate();
}

std::chrono::milliseconds Gate::refusalFloor() const
{
    return m_implementation->floor();
}

int Gate::hashesWaiting() const
{
    return m_implementation->hashesWaiting();
}

void Gate::submit(Submission submission, Done done)
{
    const SharedRun run = m_implementation->newRun({.subjectName = std::move(submission.subjectName),
                                                    .method = std::move(submission.method),
                                                    .client = std::move(submission.client),
                                                    .clientAddress = std::move(submission.clientAddress)},
                                                   std::move(done));
    run->credentials = std::move(submission.credentials);
    run->wantsPin = submission.wantsPin;
    run->step = [gate = m_implementation.get()](GateRun& self, storage::Connection& connection) {
        return gate->decideStep(self, connection);
    };
    m_implementation->start(run);
}

void Gate::verifyNextTokencode(Continuation continuation, contract::Secret code, Done done)
{
    const SharedRun run = m_implementation->newRun({.method = QStringLiteral("SECURID_NEXT_TOKENCODE"),
                                                    .client = continuation.client,
                                                    .clientAddress = continuation.clientAddress},
                                                   std::move(done));
    run->userId = continuation.userId;
    run->wantsPin = continuation.wantsPin;
    run->continuation = std::move(continuation);
    run->secret = std::move(code);
    run->step = [gate = m_implementation.get()](GateRun& self, storage::Connection& connection) {
        return gate->nextTokencodeStep(self, connection);
    };
    m_implementation->start(run);
}

void Gate::setNewPin(Continuation continuation, contract::Secret pin, Done done)
{
    const SharedRun run = m_implementation->newRun({.method = QStringLiteral("SECURID_NEWPIN"),
                                                    .client = continuation.client,
                                                    .clientAddress = continuation.clientAddress},
                                                   std::move(done));
    run->userId = continuation.userId;
    run->continuation = std::move(continuation);
    run->secret = std::move(pin);
    run->step = [gate = m_implementation.get()](GateRun& self, storage::Connection& connection) {
        return gate->newPinStep(self, connection);
    };
    m_implementation->start(run);
}

void Gate::note(std::function<void(storage::Connection&)> change)
{
    m_implementation->note(std::move(change));
}

Outcome Gate::submitAndWait(Submission submission)
{
    std::promise<Outcome> settled;
    submit(std::move(submission), [&settled](Outcome outcome, const std::exception_ptr& failed) {
        if (failed) {
            settled.set_exception(failed);
        } else {
            settled.set_value(std::move(outcome));
        }
    });
    return settled.get_future().get();
}

} // namespace holdfast::authentication
