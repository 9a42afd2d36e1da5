// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/gate.h"
#include "services/authentication/domain/account_state.h"

namespace holdfast::authentication {

// Who submitted, as events tell it.
struct Origin
{
    QString subjectName; // as typed
    QString method;
    QString client;
    QString clientAddress;
};

// Turns decisions into changes and events, in the transaction of the attempt.
class Settlement
{
public:
    Settlement(storage::Connection& connection, const EventLog& events, const Origin& origin,
               contract::Timestamp now)
        : m_connection(connection)
        , m_events(events)
        , m_origin(origin)
        , m_now(now)
    { }

    // `reserved`: slow hashes of this attempt that are no longer under way (0 or 1). `isNextCode`: a refusal
    // ends the one chance to give the next tokencode.
    Outcome settle(const AttemptFacts& facts, const Decision& decision, int reserved,
                   bool isNextCode = false);
    Outcome refuseUnknown();
    // A refusal that is not the person's failure.
    Outcome refuseUncounted(const AttemptFacts& facts, Reason reason, int reserved = 0);
    // A new PIN was kept: the logon is complete.
    Outcome completePin(const AttemptFacts& facts, const Continuation& continuation);
    Outcome refusePin(const AttemptFacts& facts, const Continuation& continuation, PinRules rules,
                      std::vector<PinFault> faults);
    // `count` attempts never came to an end. They are failures.
    void countInterrupted(const AttemptFacts& facts, int count);

private:
    [[nodiscard]] contract::Event event(const char* key, contract::EventResult result,
                                        const AttemptFacts& facts) const;
    void record(contract::Event event) { m_events.append(m_connection, std::move(event)); }
    Outcome accept(const AttemptFacts& facts, const Decision& decision, int reserved);
    Outcome challenge(const AttemptFacts& facts, const Decision& decision, int reserved);
    Outcome askPasscode(const AttemptFacts& facts, const Decision& decision, int reserved);
    Outcome refuse(const AttemptFacts& facts, const Decision& decision, int reserved);
    void applyUse(const AttemptFacts& facts, const Decision& decision);
    void recordLock(const AttemptFacts& facts, const FailureCount& count);

    storage::Connection& m_connection;
    const EventLog& m_events;
    const Origin& m_origin;
    contract::Timestamp m_now;
};

} // namespace holdfast::authentication
