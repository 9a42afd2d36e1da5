// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/session.h"
#include "models/tone.h"

namespace holdfast::models {

// One cause why a person cannot log on, with what mends it.
struct CardReason
{
    QString sentence;
    QString tokenSerial;
    std::optional<contract::Cure> cure; // absent, or not permitted: see `cureHint`
    QString cureWords; // of the button
    QString cureHint; // why the button is off; empty when it is on
};

// The user card: can this person log on now, with what, and if not, why. Every action is followed by a fresh
// card, whether it succeeded or not. Late answers about another person are ignored.
class UserCardModel : public QObject
{
    Q_OBJECT
public:
    enum class State
    {
        Empty, // nobody chosen
        Loading,
        Ready,
        Failed
    };
    Q_ENUM(State)

    UserCardModel(client::ApiClient& api, const Session& session, QObject* parent = nullptr);

    // Shows what is known at once and loads the rest. An empty id clears the card.
    void setUser(const QString& userId);
    [[nodiscard]] QString userId() const { return m_userId; }
    void refresh();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const contract::Error& error() const { return m_error; }
    // An action is under way: its buttons are off.
    [[nodiscard]] bool isActing() const { return m_acting > 0; }
    // Meaningful in state Ready.
    [[nodiscard]] const contract::UserCard& card() const { return m_card; }

    [[nodiscard]] QString verdict() const; // "Can log on now", "Cannot log on: the account is locked"
    [[nodiscard]] QString waysText() const; // "With token 0001 2345 6789 or an emergency code"
    [[nodiscard]] Tone tone() const;
    [[nodiscard]] QList<CardReason> reasons() const;
    // The best thing to do now, if it is permitted.
    [[nodiscard]] std::optional<contract::Cure> nextAction() const;
    [[nodiscard]] QString nextActionWords() const;
    // Whether the signed-in administrator may do it; for enabling buttons.
    [[nodiscard]] bool may(contract::CardAction action) const;
    [[nodiscard]] static contract::Permission permissionFor(contract::CardAction action);
    // Whether right, scope and rank let them.
    [[nodiscard]] bool isPermitted(const contract::Cure& cure) const;
    // What is missing for a cure: the right, the scope, the rank or the caller's verification; empty: nothing
    // is.
    [[nodiscard]] QString cureHint(const contract::Cure& cure) const;

    // Whether the policy keeps it closed until the caller is verified. closedHint() says what to do.
    [[nodiscard]] bool isClosed(contract::CardAction action) const;
    [[nodiscard]] bool isClosed(contract::GuardedAction action) const;
    [[nodiscard]] static QString closedHint();
    [[nodiscard]] bool mayVerify() const;

    // Each starts an action; done() or actionFailed() follows. False: not permitted, closed, or no card.
    // The actions of CardAction that need no further input (Unlock, Enable, EnableToken, TokenFound,
    // ClearPin).
    bool perform(const contract::Cure& cure);
    // Whether a view must ask for more first (AssignToken, ResyncToken, IssueEmergencyCode, ReplaceToken,
    // ExtendAccount).
    [[nodiscard]] static bool needsInput(contract::CardAction action);
    void unlock();
    void enable();
    void disable();
    void enableToken(const QString& serial);
    void disableToken(const QString& serial);
    void clearPin(const QString& serial);
    void markLost(const QString& serial, const QString& reason);
    void markFound(const QString& serial);
    void assign(const QString& serial, bool requirePin);
    void unassign(const QString& serial);
    void resync(const QString& serial, const contract::Secret& first, const contract::Secret& second);
    void replace(const QString& serial, const QString& newSerial, bool keepPin);
    void extendAccount(const std::optional<contract::Timestamp>& endsAt);
    void cancelEmergencyCode(const QString& codeId);

Q_SIGNALS:
    void stateChanged();
    void cardChanged();
    void actingChanged();
    // In words: "The account is unlocked."
    void done(const QString& words);
    void actionFailed(const holdfast::contract::Error& error);

private:
    void load();
    void become(State state);
    template <class T>
    void act(client::Reply<T> reply, const QString& words);

    client::ApiClient& m_api;
    const Session& m_session;
    QString m_userId;
    State m_state = State::Empty;
    contract::Error m_error;
    contract::UserCard m_card;
    client::Call m_loading;
    int m_acting = 0;
};

} // namespace holdfast::models
