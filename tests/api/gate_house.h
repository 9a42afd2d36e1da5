// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/gate.h"
#include "services/authentication/store/schema.h"
#include "services/otp/oath.h"
#include "services/storage/database.h"

#include <QTemporaryDir>

#include <atomic>
#include <mutex>

namespace holdfast::testing {

using namespace authentication;
using contract::Secret;

inline constexpr contract::Timestamp noon {std::chrono::milliseconds {1'800'000'000'000}};

inline Secret secret(QByteArrayView text)
{
    return Secret(text);
}

// A gate over a real database in a temporary folder, with a clock and timers of the test's own. Timers run at
// once and their delays are kept.
class GateHouse
{
public:
    explicit GateHouse(GateOptions options = {.hashThreads = 2,
                                              .refusalFloor = std::chrono::milliseconds(250)});

    qint64 addUser(const QString& name, const QString& more = {});
    struct TokenRecipe
    {
        contract::TokenKind kind = contract::TokenKind::Totp;
        int digits = 6;
        contract::PinStyle style = contract::PinStyle::None;
        QByteArray pin {}; // empty: new-PIN mode, where the style wants one
    };
    // Serials are T1, T2, ...
    QString addToken(qint64 userId, const TokenRecipe& recipe);
    QString addToken(qint64 userId) { return addToken(userId, TokenRecipe {}); }
    // The tokencode, without PIN. Time tokens: `position` steps from now; counter tokens: the counter.
    [[nodiscard]] QByteArray code(const QString& serial, qint64 position = 0) const;
    // An emergency code; returns the id.
    qint64 addEmergency(qint64 userId, const QString& serial, const QByteArray& code,
                        const char* kind = "oneTimeSet", const char* replaces = "passcode",
                        const char* onReturn = "acceptAndCancel");

    Outcome submit(const QString& name, const QByteArray& passcode);
    // All at once, from several threads; the outcomes in the order in which they came.
    std::vector<Outcome> submitInParallel(const QString& name, const QByteArray& passcode, int count);
    Outcome nextCode(const Outcome& challenge, const QByteArray& code);
    Outcome newPin(const Outcome& challenge, const QByteArray& pin);

    [[nodiscard]] qint64 number(const QString& sql, const QVariantList& values = {});
    void change(const QString& sql, const QVariantList& values = {});
    // Events of the authentication log with this reason, or key when `reason` is empty.
    [[nodiscard]] qint64 events(const QString& key, const QString& reason = {});

    QTemporaryDir directory;
    contract::ManualClock clock {noon};
    security::KeyRing keys = security::KeyRing::generate();
    std::unique_ptr<storage::Database> database;
    EventLog eventLog {keys};
    std::mutex delaysMutex;
    std::vector<std::chrono::milliseconds> delays;
    std::unique_ptr<Gate> gate;

private:
    int m_tokens = 0;
};

// Waits for outcomes that come from other threads.
class Outcomes
{
public:
    Gate::Done collect();
    [[nodiscard]] std::vector<Outcome> wait(size_t count);

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<Outcome> m_outcomes;
    std::exception_ptr m_failed;
};

} // namespace holdfast::testing
