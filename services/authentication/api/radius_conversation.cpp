// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/radius_conversation.h"

#include "services/authentication/api/mfa_messages.h"

namespace holdfast::authentication::radius {

using contract::AuthnResponse;
using contract::Secret;
using Kind = Reply::Kind;

namespace {

namespace step {
inline constexpr QLatin1String passcode {"p"};
inline constexpr QLatin1String nextTokencode {"t"};
inline constexpr QLatin1String newPin {"n"};
inline constexpr QLatin1String newPinAgain {"c"};
} // namespace step

// The State of a question for which nothing is kept: strangers could fill the open attempts with empty
// passwords.
constexpr QByteArrayView questionAlone {"question"};

constexpr std::chrono::minutes life {5};
constexpr std::chrono::seconds sweepInterval {10};

QString textOf(const char* id, const QString& lang)
{
    return mfa::resources(mfa::languageOf(lang), QString::fromLatin1(id)).at(0).value;
}

QString promptOf(const contract::ChallengeMethods& methods)
{
    const contract::RequiredMethod& asked = methods.challenges.front().requiredMethods.front();
    return asked.versions.front().prompt.value_or(contract::Prompt {}).defaultText;
}

QLatin1String methodOf(const QString& at)
{
    return at == step::nextTokencode ? mfa::method::nextTokencode
        : at == step::passcode       ? mfa::method::passcode
                                     : mfa::method::newPin;
}

contract::SubjectCredential credential(QLatin1String method, Secret value)
{
    contract::SubjectCredential made;
    made.methodId = method;
    made.collectedInputs.push_back({.name = method, .value = std::move(value)});
    return made;
}

} // namespace

Conversation::Conversation(Gate& gate, const contract::Clock& clock, Metrics& metrics)
    : m_clock(clock)
    , m_engine(std::make_shared<mfa::Engine>(gate, clock, metrics))
{ }

std::optional<Conversation::Place> Conversation::placeOf(const QByteArray& state)
{
    const QStringList parts = QString::fromLatin1(state).split(u'.');
    return parts.size() == 3 && !parts[0].isEmpty() ? std::optional(Place {parts[0], parts[1], parts[2]})
                                                    : std::nullopt;
}

Reply Conversation::challenge(const Place& place, const QString& message)
{
    const QStringList parts {place.attemptId, place.messageId, place.step};
    return {.kind = Kind::Challenge, .state = parts.join(u'.').toLatin1(), .message = message};
}

void Conversation::authenticate(mfa::Client client, AccessRequest request, const QString& lang,
                                const Answer& answer)
{
    if (!request.nasAddress.isEmpty()) {
        client.address = request.nasAddress;
    }
    const bool first = request.state.isEmpty();
    if (first && request.password.isEmpty()) {
        answer({.kind = Kind::Challenge,
                .state = questionAlone.toByteArray(),
                .message = promptOf(mfa::challengePasscode(mfa::languageOf(lang), {}, {}))});
        return;
    }
    if (first || (request.state == questionAlone && !request.password.isEmpty())) {
        begin(client, std::move(request), lang, answer);
        return;
    }
    const auto place = placeOf(request.state);
    if (!place) {
        answer({.kind = Kind::Reject});
        return;
    }
    const contract::StatusResponse status =
        m_engine->status(client, {.authnAttemptId = place->attemptId, .removeAttemptId = false});
    if (status.attemptResponseCode == mfa::code::inProcess) {
        answer({.kind = Kind::Unavailable}); // sent again while the first is looked at: that one is answered
    } else if (status.attemptResponseCode != mfa::code::challenge || status.subjectName != request.userName) {
        answer({.kind = Kind::Reject});
    } else {
        resume(client, *place, std::move(request.password), lang, answer);
    }
}

void Conversation::begin(const mfa::Client& client, AccessRequest request, const QString& lang,
                         const Answer& answer)
{
    contract::Initialize message;
    message.subjectName = request.userName;
    message.lang = lang;
    message.subjectCredentials.push_back(credential(mfa::method::passcode, std::move(request.password)));
    m_engine->initialize(client, std::move(message),
                         [self = shared_from_this(), lang, answer](const AuthnResponse& response) {
                             answer(self->replyTo(response, lang));
                         });
}

void Conversation::resume(const mfa::Client& client, const Place& place, Secret typed, const QString& lang,
                          const Answer& answer)
{
    std::optional<Reply> reply;
    if (place.step == step::newPin) {
        reply = keepFirst(place, std::move(typed));
    } else if (place.step == step::newPinAgain) {
        reply = compare(place, typed);
    } else if (typed.isEmpty()) {
        reply = Reply {.kind = Kind::Reject};
    }
    if (reply) {
        answer(*reply);
        return;
    }
    contract::Verify message;
    message.context = {.authnAttemptId = place.attemptId, .inResponseTo = place.messageId};
    message.subjectCredentials.push_back(credential(methodOf(place.step), std::move(typed)));
    m_engine->verify(client, std::move(message),
                     [self = shared_from_this(), lang, answer](const AuthnResponse& response) {
                         answer(self->replyTo(response, lang));
                     });
}

std::optional<Reply> Conversation::keepFirst(const Place& place, Secret typed)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_newPins.find(place.attemptId);
    if (found == m_newPins.end() || typed.isEmpty()) {
        return Reply {.kind = Kind::Reject};
    }
    found->second.first = std::move(typed);
    return challenge({place.attemptId, place.messageId, step::newPinAgain},
                     textOf("SECURID_NEWPIN_AGAIN", found->second.lang));
}

// Nothing: they are the same, and the gate may see it.
std::optional<Reply> Conversation::compare(const Place& place, const Secret& typed)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_newPins.find(place.attemptId);
    if (found == m_newPins.end() || found->second.first.isEmpty()) {
        return Reply {.kind = Kind::Reject};
    }
    const Secret first = std::exchange(found->second.first, Secret());
    if (first.equals(typed.reveal())) {
        return std::nullopt;
    }
    return challenge({place.attemptId, place.messageId, step::newPin},
                     textOf("SECURID_NEWPIN_DIFFERENT", found->second.lang) + u' ' + found->second.prompt);
}

void Conversation::expectPin(const QString& attemptId, const QString& prompt, const QString& lang)
{
    const contract::Timestamp now = m_clock.now();
    const std::lock_guard lock(m_mutex);
    if (now >= m_nextSweep) {
        m_nextSweep = now + sweepInterval;
        std::erase_if(m_newPins, [&](const auto& entry) { return now >= entry.second.expires; });
    }
    m_newPins.insert_or_assign(attemptId, NewPin {.prompt = prompt, .lang = lang, .expires = now + life});
}

Reply Conversation::replyTo(const AuthnResponse& response, const QString& lang)
{
    const QString attemptId = response.context.authnAttemptId.value_or(QString());
    if (response.attemptResponseCode != mfa::code::challenge) {
        const std::lock_guard lock(m_mutex);
        m_newPins.erase(attemptId);
    }
    if (response.attemptResponseCode == mfa::code::success) {
        return {.kind = Kind::Accept};
    }
    if (response.attemptResponseCode == mfa::code::error) {
        return {.kind = Kind::Unavailable};
    }
    if (response.attemptResponseCode != mfa::code::challenge
        || response.challengeMethods.challenges.empty()) {
        return {.kind = Kind::Reject};
    }
    const contract::RequiredMethod& asked =
        response.challengeMethods.challenges.front().requiredMethods.front();
    const QString prompt = promptOf(response.challengeMethods);
    QString next = step::passcode;
    if (asked.methodId == mfa::method::nextTokencode) {
        next = step::nextTokencode;
    } else if (asked.methodId == mfa::method::newPin) {
        next = step::newPin;
        expectPin(attemptId, prompt, lang);
    }
    return challenge({attemptId, response.context.messageId.value_or(QString()), next}, prompt);
}

} // namespace holdfast::authentication::radius
