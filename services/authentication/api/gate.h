// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/domain/decision.h"
#include "services/authentication/domain/pin_rules.h"
#include "services/authentication/store/events.h"
#include "services/storage/database.h"

#include <chrono>
#include <functional>
#include <memory>

namespace holdfast::authentication {

// Calls `function` once, later, on any thread. app/ gives the server's timers; tests a fake.
using After = std::function<void(std::chrono::milliseconds, std::function<void()> function)>;

struct GateOptions
{
    int hashThreads = 0; // 0: one for each processor
    int maxWaiting = 512; // slow hashes waiting; one more is refused
    // Every refusal takes this long, so that time tells nothing. Negative: measured by calibrate().
    std::chrono::milliseconds refusalFloor {-1};
};

// One attempt to authenticate.
struct Submission
{
    QString subjectName; // logon name, alias or e-mail address, as typed
    Credentials credentials {};
    QString method = QStringLiteral("SECURID"); // as shown in the event
    QString client {}; // API client or program
    QString clientAddress {};
    bool wantsPin = false; // the outcome holds the PIN that was right
};

// What the second step of an attempt needs to know of the first. Held by the caller between the two; never
// leaves the process.
struct Continuation
{
    qint64 userId = 0;
    qint64 tokenId = 0;
    QString tokenSerial;
    qint64 step = -1; // the consumed one
    contract::Secret givenPin {}; // that the service made up; empty where the person chooses
    bool wantsPin = false;
    contract::Secret pin {}; // that was right in the first step, where it is wanted
    QString method;
    QString client;
    QString clientAddress;
};

struct Outcome
{
    enum class Result
    {
        Success,
        Refused, // unknown, disabled, locked, wrong: alike to the caller, and delayed to the floor
        PasscodeRequired, // the password is right; submit it anew with a passcode
        NextTokencode, // verifyNextTokencode() with `continuation`
        NewPin, // setNewPin() with `continuation`; `rules` says what it may be, or that it is the given one
        PinRefused // of setNewPin(): choose another; `faults` says why
    };
    Result result = Result::Refused;
    Reason reason {}; // the truth: for logs and tests, never for the caller
    qint64 userId = 0; // 0: unknown
    QString userName {}; // as stored
    QString tokenSerial {};
    // Of a success with a token; 0: a password or an emergency code did it.
    qint64 tokenId = 0;
    qint64 step = -1; // that was consumed
    contract::Secret pin {}; // that was right, or is the new one; empty: none was typed, or wanted
    std::optional<Continuation> continuation {};
    PinRules rules {};
    std::vector<PinFault> faults {};
};

// The one gate through which every attempt to authenticate passes. It alone counts failures, locks accounts
// and marks codes as used; every attempt is one event, written in the transaction that settles it.
//
// Asynchronous: `done` is called once, from any thread (the writer's, a hash thread's or the timer's), when
// the outcome is durable: be brief in it. Storage trouble is an exception_ptr instead of an outcome.
// Safe from any thread. Everything given must outlive it; destroy it after the server and before the
// database.
class Gate
{
public:
    using Done = std::function<void(Outcome, std::exception_ptr)>;

    Gate(storage::Database& database, const security::KeyRing& keys, const EventLog& events,
         const contract::Clock& clock, After after, GateOptions options = {});
    ~Gate(); // waits for slow hashes under way
    Gate(const Gate&) = delete;
    Gate& operator=(const Gate&) = delete;

    // At start, before the first submission. Attempts that were under way when the service stopped become
    // failures (and lock, where they reach the limit). Blocks.
    void recover();
    // At start: measures a slow hash and sets the floor from it. Blocks for some hundred milliseconds.
    void calibrate();
    [[nodiscard]] std::chrono::milliseconds refusalFloor() const;

    void submit(Submission submission, Done done);
    void verifyNextTokencode(Continuation continuation, contract::Secret code, Done done);
    // Success once the new PIN is kept: the tokencode before it was right and is consumed.
    void setNewPin(Continuation continuation, contract::Secret pin, Done done);

    // Blocks until settled: for worker threads. Throws what `done` would have been given.
    [[nodiscard]] Outcome submitAndWait(Submission submission);

    // A small change beside the attempts, such as when a client was last used: nobody waits for it but the
    // gate's end, so that what it refers to needs to outlive the gate alone. One that fails is dropped.
    void note(std::function<void(storage::Connection&)> change);

    // For the metrics.
    [[nodiscard]] int hashesWaiting() const;

private:
    class Implementation;
    std::shared_ptr<Implementation> m_implementation;
};

} // namespace holdfast::authentication
