// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/gate.h"
#include "services/authentication/api/gate_hash_pool.h"
#include "services/authentication/api/gate_settle.h"

#include <condition_variable>
#include <map>
#include <mutex>

namespace holdfast::authentication {

// One call of the gate on its way: transactions on the writer's thread, slow hashes between them.
struct GateRun
{
    // What a transaction comes to: an outcome, or a slow hash and then another transaction.
    using Step = std::function<std::optional<Outcome>(GateRun&, storage::Connection&)>;

    Origin origin;
    Gate::Done done;
    contract::Timestamp at {};
    std::chrono::steady_clock::time_point started;
    Step step;

    Credentials credentials {};
    bool wantsPin = false;
    contract::Secret pin {}; // that was hashed and is right, where it is wanted
    QByteArray pinIdentity {}; // whose it is
    Continuation continuation {};
    contract::Secret secret {}; // next tokencode or new PIN
    qint64 userId = 0;
    int reserved = 0;
    int durablyReserved = 0; // committed, not yet settled
    bool claimed = false; // a place in the pool
    HashAnswers answers {};
    std::function<void()> hash {}; // what to do between two transactions
    std::vector<PinFault> faults {};
    std::optional<QByteArray> newPinHash {};
    std::optional<Outcome> outcome {};
    int reclaimed = 0; // interrupted attempts that this transaction counted

    [[nodiscard]] HashPool::Lane lane() const;
};
using SharedRun = std::shared_ptr<GateRun>;

class Gate::Implementation : public std::enable_shared_from_this<Gate::Implementation>
{
public:
    Implementation(storage::Database& database, const security::KeyRing& keys, const EventLog& events,
                   const contract::Clock& clock, After after, const GateOptions& options);
    void stop();

    void recover();
    void calibrate();
    [[nodiscard]] std::chrono::milliseconds floor() const { return m_floor; }
    [[nodiscard]] int hashesWaiting() const { return m_pool.waiting(); }

    [[nodiscard]] SharedRun newRun(Origin origin, Done done) const;
    void start(const SharedRun& run);
    void note(std::function<void(storage::Connection&)> change);

    // The steps.
    std::optional<Outcome> decideStep(GateRun& run, storage::Connection& connection);
    std::optional<Outcome> nextTokencodeStep(GateRun& run, storage::Connection& connection);
    std::optional<Outcome> newPinStep(GateRun& run, storage::Connection& connection);

private:
    void transact(const SharedRun& run);
    void settled(const SharedRun& run, const std::exception_ptr& failed);
    void hashThenGoOn(const SharedRun& run);
    void answer(const SharedRun& run);
    void fail(const SharedRun& run, const std::exception_ptr& failed);
    void began();
    void ended();

    std::optional<AttemptFacts> load(GateRun& run, storage::Connection& connection);
    std::optional<Outcome> askHash(GateRun& run, const AttemptFacts& facts, const Decision& decision,
                                   Settlement& settlement, storage::Connection& connection);
    std::optional<Outcome> keepPin(GateRun& run, const AttemptFacts& facts, Settlement& settlement,
                                   storage::Connection& connection);
    std::optional<Outcome> askPinHash(GateRun& run, const AttemptFacts& facts, const TokenFacts& token,
                                      Settlement& settlement, storage::Connection& connection);

    // Reservations whose settling failed: they count as failures at the person's next attempt.
    void abandon(qint64 userId, int count);
    int takeAbandoned(qint64 userId);

    storage::Database& m_database;
    const security::KeyRing& m_keys;
    const EventLog& m_events;
    const contract::Clock& m_clock;
    After m_after;
    std::chrono::milliseconds m_floor;
    HashPool m_pool;

    std::mutex m_mutex;
    std::condition_variable m_idle;
    int m_underWay = 0;
    std::map<qint64, int> m_abandoned;
};

} // namespace holdfast::authentication
