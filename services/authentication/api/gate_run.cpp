// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/gate_run.h"

#include "services/authentication/store/attempt.h"
#include "services/authentication/store/attempt_changes.h"
#include "services/security/pin_hash.h"

#include <algorithm>

namespace holdfast::authentication {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

namespace {

constexpr milliseconds floorMargin {20}; // two commits

int threadsOf(int asked)
{
    return asked > 0 ? asked : std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

// Past the floor already: to the next multiple, so that the end still tells little.
milliseconds remaining(milliseconds floor, steady_clock::duration elapsed)
{
    if (floor <= milliseconds::zero()) {
        return milliseconds::zero();
    }
    const auto spent = std::chrono::ceil<milliseconds>(elapsed);
    const auto slots = std::max<milliseconds::rep>(1, (spent.count() + floor.count() - 1) / floor.count());
    return floor * slots - spent;
}

} // namespace

HashPool::Lane GateRun::lane() const
{
    return {origin.client.isEmpty() ? origin.clientAddress.toUtf8() : origin.client.toUtf8(), userId};
}

Gate::Implementation::Implementation(storage::Database& database, const security::KeyRing& keys,
                                     const EventLog& events, const contract::Clock& clock, After after,
                                     const GateOptions& options)
    : m_database(database)
    , m_keys(keys)
    , m_events(events)
    , m_clock(clock)
    , m_after(std::move(after))
    , m_floor(std::max(options.refusalFloor, milliseconds::zero()))
    , m_pool(threadsOf(options.hashThreads), options.maxWaiting)
{ }

void Gate::Implementation::stop()
{
    m_pool.stop();
    std::unique_lock lock(m_mutex);
    m_idle.wait(lock, [this] { return m_underWay == 0; });
}

void Gate::Implementation::recover()
{
    m_database.writeAndWait([this](storage::Connection& connection) {
        const Origin origin;
        Settlement settlement(connection, m_events, origin, m_clock.now());
        for (const qint64 userId : attempts::interrupted(connection)) {
            const auto facts = loadAttempt(connection, userId);
            settlement.countInterrupted(*facts, facts->account.pending);
        }
    });
}

void Gate::Implementation::calibrate()
{
    std::vector<steady_clock::duration> costs;
    const contract::Secret pin(QByteArrayView("0000"));
    for (int i = 0; i < 5; ++i) {
        const auto before = steady_clock::now();
        static_cast<void>(security::hashPin(m_keys, pin, "calibration"));
        costs.push_back(steady_clock::now() - before);
    }
    std::sort(costs.begin(), costs.end());
    m_pool.setCost(std::chrono::duration_cast<std::chrono::microseconds>(costs[costs.size() / 2]));
    m_floor = std::chrono::ceil<milliseconds>(costs.back()) + floorMargin;
}

SharedRun Gate::Implementation::newRun(Origin origin, Done done) const
{
    auto run = std::make_shared<GateRun>();
    run->origin = std::move(origin);
    run->done = std::move(done);
    run->at = m_clock.now();
    run->started = steady_clock::now();
    return run;
}

void Gate::Implementation::start(const SharedRun& run)
{
    began();
    transact(run);
}

void Gate::Implementation::note(std::function<void(storage::Connection&)> change)
{
    began();
    try {
        m_database.write(
            [change = std::move(change)](storage::Connection& connection) {
                change(connection);
                return true;
            },
            [self = shared_from_this()](const std::exception_ptr&) { self->ended(); });
    } catch (const storage::StorageError&) {
        ended();
    }
}

void Gate::Implementation::transact(const SharedRun& run)
{
    try {
        m_database.write(
            [run](storage::Connection& connection) {
                run->outcome = run->step(*run, connection);
                return true;
            },
            [self = shared_from_this(), run](const std::exception_ptr& failed) {
                self->settled(run, failed);
            });
    } catch (const storage::StorageError&) { // the queue is full
        fail(run, std::current_exception());
    }
}

void Gate::Implementation::settled(const SharedRun& run, const std::exception_ptr& failed)
{
    if (failed) {
        if (run->reclaimed > 0) {
            abandon(run->userId, run->reclaimed);
        }
        fail(run, failed);
    } else if (run->outcome) {
        answer(run);
    } else {
        run->reclaimed = 0;
        run->durablyReserved = run->reserved;
        hashThenGoOn(run);
    }
}

void Gate::Implementation::hashThenGoOn(const SharedRun& run)
{
    run->claimed = false;
    m_pool.push(run->lane(),
                {.run =
                     [this, run] {
                         try {
                             run->hash();
                         } catch (...) { // out of memory: this attempt fails, the service goes on
                             run->hash = nullptr;
                             fail(run, std::current_exception());
                             return;
                         }
                         run->hash = nullptr;
                         transact(run);
                     },
                 .drop =
                     [this, run] {
                         // The service ends. What was reserved was no evaluation.
                         const int reserved = std::exchange(run->reserved, 0);
                         const qint64 userId = run->userId;
                         run->step = [userId, reserved](GateRun&, storage::Connection& connection) {
                             attempts::release(connection, userId, reserved);
                             Outcome outcome;
                             outcome.reason = reason::tooManyWaiting;
                             return std::optional(outcome);
                         };
                         transact(run);
                     }});
}

void Gate::Implementation::answer(const SharedRun& run)
{
    const Done done = std::move(run->done);
    Outcome outcome = std::move(*run->outcome);
    if (outcome.result == Outcome::Result::Refused) {
        const milliseconds wait =
            remaining(m_floor, steady_clock::now() - run->started) + m_pool.expectedWait();
        m_after(wait, [done, outcome = std::move(outcome)] { done(outcome, nullptr); });
    } else {
        done(std::move(outcome), nullptr);
    }
    ended();
}

void Gate::Implementation::fail(const SharedRun& run, const std::exception_ptr& failed)
{
    if (run->claimed) {
        m_pool.unclaim(run->lane());
    }
    if (run->durablyReserved > 0) {
        abandon(run->userId, run->durablyReserved);
    }
    run->done(Outcome {}, failed);
    ended();
}

void Gate::Implementation::began()
{
    const std::lock_guard lock(m_mutex);
    ++m_underWay;
}

void Gate::Implementation::ended()
{
    const std::lock_guard lock(m_mutex);
    if (--m_underWay == 0) {
        m_idle.notify_all();
    }
}

void Gate::Implementation::abandon(qint64 userId, int count)
{
    const std::lock_guard lock(m_mutex);
    m_abandoned[userId] += count;
}

int Gate::Implementation::takeAbandoned(qint64 userId)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_abandoned.find(userId);
    if (found == m_abandoned.end()) {
        return 0;
    }
    const int count = found->second;
    m_abandoned.erase(found);
    return count;
}

} // namespace holdfast::authentication
