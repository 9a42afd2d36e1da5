// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/emergency_advice.h"
#include "models/session.h"

namespace holdfast::models {

// The emergency code dialog: two questions, a proposal that can be adjusted, the codes shown once. Made for
// one card; the dialog owns it.
class EmergencyCodeDialogModel : public QObject
{
    Q_OBJECT
public:
    enum class State
    {
        Asking, // a question is open
        Proposed, // advice() holds
        Issuing,
        Issued, // issued() holds the codes, this once
        Failed // error(); issue() again repeats the same request
    };
    Q_ENUM(State)

    EmergencyCodeDialogModel(client::ApiClient& api, const Session& session, contract::UserCard card,
                             QObject* parent = nullptr);

    [[nodiscard]] const contract::UserCard& card() const { return m_card; }
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const contract::Error& error() const { return m_error; }

    // Answers. The advice follows as soon as both are there.
    void setMissing(Missing missing);
    void setNeed(Need need);
    [[nodiscard]] std::optional<Missing> missing() const { return m_missing; }
    [[nodiscard]] std::optional<Need> need() const { return m_need; }
    // Where there are several tokens: which one is meant. By default the last used one.
    void setToken(const QString& serial);
    [[nodiscard]] QString token() const { return m_token; }
    // Questions and answers in words.
    [[nodiscard]] static QString question(Missing answer);
    [[nodiscard]] static QString question(Need answer);
    [[nodiscard]] static QString firstQuestion();
    [[nodiscard]] static QString secondQuestion();

    [[nodiscard]] const EmergencyAdvice& advice() const { return m_advice; }

    // Adjustments of the proposal; kept until the answers change.
    void setKind(contract::EmergencyCodeKind kind);
    void setCount(int count);
    void setLifetimeMinutes(int minutes);
    void setOnTokenReturn(contract::OnTokenReturn behaviour);
    void setReplaces(contract::CodeReplaces replaced);
    void setReason(const QString& reason);
    // Why the quota does not count this time.
    void setOverruleReason(const QString& reason);
    // What was issued before, as against the policy. Empty where nothing was.
    [[nodiscard]] QString useText() const;
    [[nodiscard]] bool isOverQuota() const; // the policy warns or refuses
    [[nodiscard]] bool mustOverrule() const; // it refuses; this role may overrule it
    [[nodiscard]] const contract::EmergencyCodeIssue& proposal() const { return m_advice.issue; }
    [[nodiscard]] int maxLifetimeMinutes() const; // of the effective token policy
    // Empty when issue() would be sent; otherwise what is missing, in words.
    [[nodiscard]] QString obstacle() const;

    void issue();
    // Codes as shown: grouped. Call forget() when the dialog closes.
    [[nodiscard]] const contract::EmergencyCodesIssued& issued() const { return m_issued; }
    [[nodiscard]] QString usage() const; // what to tell the caller, in the console's language
    void forget();

Q_SIGNALS:
    void changed(); // answers, advice or proposal
    void stateChanged();

private:
    void advise();
    template <class Change>
    void adjust(Change change);
    void become(State state);
    void setOverrule(contract::EmergencyCodeIssue& issue) const;

    client::ApiClient& m_api;
    const Session& m_session;
    contract::UserCard m_card;
    State m_state = State::Asking;
    std::optional<Missing> m_missing;
    std::optional<Need> m_need;
    QString m_token;
    QString m_reason;
    QString m_overruleReason;
    QByteArray m_issueKey; // of the request that issue() repeats after a failure
    EmergencyAdvice m_advice;
    contract::EmergencyCodesIssued m_issued;
    contract::Error m_error;
};

} // namespace holdfast::models
