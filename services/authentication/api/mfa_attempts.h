// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/gate.h"
#include "services/authentication/api/mfa_prompts.h"

#include <QHash>
#include <QSet>

#include <deque>
#include <mutex>

namespace holdfast::authentication::mfa {

// One attempt of /mfa/v1_1 between its messages.
struct Attempt
{
    enum class Expects
    {
        Passcode, // or an emergency code
        NextTokencode,
        NewPin,
        Nothing // finished
    };

    QString id;
    qint64 client = 0; // of api_clients
    QString clientName;
    QString clientAddress;
    QString subjectName;
    Language language {};
    QString onlyMethod;
    QString policyId;
    bool keep = false; // a finished one answers more than one status call
    bool oneStep = false; // a refusal ends it
    std::vector<contract::NameValue> sessionAttributes;
    qsizetype attributeBytes = 0;
    contract::Timestamp expires {};

    QString lastMessageId; // ours; the next message must answer it
    QSet<QString> seenMessageIds; // theirs
    bool busy = false; // a credential is being looked at
    Expects expects = Expects::Passcode;
    int refusals = 0;
    std::optional<Continuation> continuation;
    QString responseCode;
    QString reasonCode;
    QStringList successfulMethods;
};
using SharedAttempt = std::shared_ptr<Attempt>;

struct AttemptLimits
{
    int open = 20'000;
    int openOfClient = 10'000;
    int finished = 20'000; // that wait for a status call; the oldest goes first
    qsizetype attributeBytes = 32 * 1024 * 1024; // of all sessionAttributes together
};

// The attempts under way, in memory: a restart ends them, and the person starts again. Safe from any thread.
// An Attempt itself is touched under lock() alone.
class Attempts
{
public:
    explicit Attempts(AttemptLimits limits = {})
        : m_limits(limits)
    { }

    [[nodiscard]] std::unique_lock<std::mutex> lock() { return std::unique_lock(m_mutex); }

    // All below under lock().
    // False: too many.
    [[nodiscard]] bool add(const SharedAttempt& attempt, contract::Timestamp now);
    // Null: unknown, of another client, or expired.
    [[nodiscard]] SharedAttempt find(const QString& id, qint64 client, contract::Timestamp now);
    // It waits for a status call now.
    void finish(const SharedAttempt& attempt);
    void forget(const SharedAttempt& attempt);
    [[nodiscard]] int count() const { return static_cast<int>(m_attempts.size()); }

private:
    void drop(const QString& id);
    void dropExpired(contract::Timestamp now);

    AttemptLimits m_limits;
    std::mutex m_mutex;
    QHash<QString, SharedAttempt> m_attempts;
    QHash<qint64, int> m_openOfClient;
    int m_open = 0;
    qsizetype m_attributeBytes = 0;
    std::deque<QString> m_finished; // in order; may name forgotten ones
    contract::Timestamp m_nextSweep {};
};

} // namespace holdfast::authentication::mfa
