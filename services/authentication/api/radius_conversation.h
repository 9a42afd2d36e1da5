// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/mfa_engine.h"
#include "services/authentication/api/radius_attributes.h"

#include <map>

namespace holdfast::authentication::radius {

struct Reply
{
    enum class Kind
    {
        Accept,
        Reject,
        Challenge,
        Unavailable // no decision could be made: the gateway had better ask another server
    };
    Kind kind = Kind::Reject;
    QByteArray state {}; // of a challenge
    QString message {}; // what the person is asked
};

// Attempts over RADIUS: the conversation of /mfa/v1_1, whose place is kept in State. A State belongs to one
// client and one User-Name, so that nobody ends as another what they began as themselves. A new PIN is asked
// for twice, for it is typed blind. Safe from any thread; must live until the gate has answered everything.
class Conversation : public std::enable_shared_from_this<Conversation>
{
public:
    using Answer = std::function<void(const Reply&)>; // once, from any thread

    Conversation(Gate& gate, const contract::Clock& clock, Metrics& metrics);

    // `lang` such as de_DE.
    void authenticate(mfa::Client client, AccessRequest request, const QString& lang, const Answer& answer);

private:
    // Where an attempt stands, as written into State.
    struct Place
    {
        QString attemptId;
        QString messageId;
        QString step;
    };
    // A new PIN between its two entries.
    struct NewPin
    {
        contract::Secret first {};
        QString prompt;
        QString lang;
        contract::Timestamp expires;
    };

    [[nodiscard]] static std::optional<Place> placeOf(const QByteArray& state);
    [[nodiscard]] static Reply challenge(const Place& place, const QString& message);
    [[nodiscard]] Reply replyTo(const contract::AuthnResponse& response, const QString& lang);
    void begin(const mfa::Client& client, AccessRequest request, const QString& lang, const Answer& answer);
    void resume(const mfa::Client& client, const Place& place, contract::Secret typed, const QString& lang,
                const Answer& answer);
    [[nodiscard]] std::optional<Reply> keepFirst(const Place& place, contract::Secret typed);
    [[nodiscard]] std::optional<Reply> compare(const Place& place, const contract::Secret& typed);
    void expectPin(const QString& attemptId, const QString& prompt, const QString& lang);

    const contract::Clock& m_clock;
    std::shared_ptr<mfa::Engine> m_engine;
    std::mutex m_mutex;
    std::map<QString, NewPin> m_newPins; // by attempt; no more than there are attempts
    contract::Timestamp m_nextSweep {};
};

} // namespace holdfast::authentication::radius
