// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/mfa_engine.h"

#include "services/authentication/api/metrics.h"
#include "services/authentication/api/mfa_messages.h"
#include "services/security/random.h"

#include <algorithm>

namespace holdfast::authentication::mfa {

using contract::AuthnResponse;
using contract::Secret;
using contract::SubjectCredential;
using Expects = Attempt::Expects;
using Result = Outcome::Result;

namespace {

constexpr std::chrono::seconds defaultLife {300};
constexpr std::chrono::seconds longestLife {3600};
constexpr int maxPasscodeRefusals = 3; // within one attempt of several steps
constexpr int maxPinRefusals = 5;
constexpr int maxMessages = 64; // of one attempt

bool isExpected(Expects expects, const QString& methodId)
{
    switch (expects) {
    case Expects::Passcode:
        return methodId == method::passcode || methodId == method::token || methodId == method::emergencyCode;
    case Expects::NextTokencode:
        return methodId == method::nextTokencode;
    case Expects::NewPin:
        return methodId == method::newPin || methodId == method::newPinAlias;
    case Expects::Nothing:
        break;
    }
    return false;
}

Secret* valueOf(SubjectCredential& credential)
{
    const auto named = std::find_if(credential.collectedInputs.begin(), credential.collectedInputs.end(),
                                    [&](const auto& input) { return input.name == credential.methodId; });
    const auto input = named == credential.collectedInputs.end() ? credential.collectedInputs.begin() : named;
    return input == credential.collectedInputs.end() || input->value.isEmpty() ? nullptr : &input->value;
}

// The first credential that is due now, with something in it.
SubjectCredential* dueCredential(std::vector<SubjectCredential>& credentials, Expects expects)
{
    const auto due = std::find_if(credentials.begin(), credentials.end(), [&](SubjectCredential& credential) {
        return isExpected(expects, credential.methodId) && valueOf(credential);
    });
    return due == credentials.end() ? nullptr : &*due;
}

std::chrono::seconds lifeOf(const contract::Initialize& message)
{
    const std::chrono::seconds asked(message.authnAttemptTimeout.value_or(0));
    return asked.count() > 0 ? std::min(asked, longestLife) : defaultLife;
}

} // namespace

Engine::Engine(Gate& gate, const contract::Clock& clock, Metrics& metrics, AttemptLimits limits)
    : m_gate(gate)
    , m_clock(clock)
    , m_metrics(metrics)
    , m_attempts(limits)
{ }

void Engine::initialize(const Client& client, contract::Initialize message, const Answer& answer)
{
    const auto attempt = std::make_shared<Attempt>();
    attempt->id = security::randomIdentifier();
    attempt->client = client.id;
    attempt->clientName = client.name;
    attempt->clientAddress = client.address;
    attempt->subjectName = message.subjectName;
    attempt->language = languageOf(message.lang);
    attempt->onlyMethod = message.authMethodId.value_or(QString());
    attempt->policyId = message.assurancePolicyId.value_or(QString());
    attempt->keep = message.keepAttempt;
    attempt->oneStep = !message.subjectCredentials.empty();
    attempt->sessionAttributes = std::move(message.sessionAttributes);
    const contract::Timestamp now = m_clock.now();
    attempt->expires = now + lifeOf(message);
    const auto messageId = message.context ? message.context->messageId : std::nullopt;
    if (messageId) {
        attempt->seenMessageIds.insert(*messageId);
    }

    auto lock = m_attempts.lock();
    SubjectCredential* due = dueCredential(message.subjectCredentials, Expects::Passcode);
    if (!m_attempts.add(attempt, now) || (attempt->oneStep && !due)) {
        m_attempts.forget(attempt);
        lock.unlock();
        answer(errorResponse(attempt->id, messageId, message.subjectCredentials));
        return;
    }
    if (!due) {
        attempt->responseCode = code::challenge;
        attempt->reasonCode = code::authenticationRequired;
        const AuthnResponse response = challengeResponse(*attempt, messageId, {}, {}, {});
        lock.unlock();
        answer(response);
        return;
    }
    const auto turn = std::make_shared<Turn>(Turn {.attempt = attempt,
                                                   .methodId = due->methodId,
                                                   .others = notLookedAt(message.subjectCredentials, due),
                                                   .messageId = messageId,
                                                   .expects = Expects::Passcode,
                                                   .answer = answer});
    attempt->busy = true;
    lock.unlock();
    submit(turn, std::move(*valueOf(*due)));
}

void Engine::verify(const Client& client, contract::Verify message, const Answer& answer)
{
    const contract::MessageContext context = message.context.value_or(contract::MessageContext {});
    auto lock = m_attempts.lock();
    const SharedAttempt attempt =
        m_attempts.find(context.authnAttemptId.value_or(QString()), client.id, m_clock.now());
    const bool inTurn = attempt && !attempt->busy && attempt->expects != Expects::Nothing
        && context.inResponseTo == attempt->lastMessageId
        && !(context.messageId && attempt->seenMessageIds.contains(*context.messageId))
        && attempt->seenMessageIds.size() < maxMessages;
    SubjectCredential* due = inTurn ? dueCredential(message.subjectCredentials, attempt->expects) : nullptr;
    if (!due) {
        lock.unlock();
        answer(errorResponse(context.authnAttemptId.value_or(QString()), context.messageId,
                             message.subjectCredentials));
        return;
    }
    if (context.messageId) {
        attempt->seenMessageIds.insert(*context.messageId);
    }
    const auto turn = std::make_shared<Turn>(Turn {.attempt = attempt,
                                                   .methodId = due->methodId,
                                                   .others = notLookedAt(message.subjectCredentials, due),
                                                   .messageId = context.messageId,
                                                   .expects = attempt->expects,
                                                   .answer = answer});
    attempt->busy = true;
    lock.unlock();
    submit(turn, std::move(*valueOf(*due)));
}

void Engine::submit(const std::shared_ptr<Turn>& turn, Secret value)
{
    const auto done = [self = shared_from_this(), turn](const Outcome& outcome,
                                                        const std::exception_ptr& failed) {
        turn->answer(self->reply(turn, outcome, failed != nullptr));
    };
    // While it is busy nobody else touches the attempt.
    const Attempt& attempt = *turn->attempt;
    if (turn->expects == Expects::NextTokencode) {
        m_gate.verifyNextTokencode(*attempt.continuation, std::move(value), done);
    } else if (turn->expects == Expects::NewPin) {
        m_gate.setNewPin(*attempt.continuation, std::move(value), done);
    } else {
        Submission submission;
        submission.subjectName = attempt.subjectName;
        submission.credentials.passcode = std::move(value);
        submission.method = turn->methodId;
        submission.client = attempt.clientName;
        submission.clientAddress = attempt.clientAddress;
        m_gate.submit(std::move(submission), done);
    }
}

// What the attempt expects after an outcome, and what it says of itself.
void Engine::settle(Turn& turn, const Outcome& outcome, bool failed)
{
    Attempt& attempt = *turn.attempt;
    attempt.busy = false;
    const auto close = [&](QLatin1String response, QLatin1String reason) {
        attempt.responseCode = response;
        attempt.reasonCode = reason;
        m_attempts.finish(turn.attempt);
    };
    const auto ask = [&](Expects expects) {
        attempt.responseCode = code::challenge;
        attempt.reasonCode = code::authenticationRequired;
        attempt.expects = expects;
        if (outcome.continuation) {
            attempt.continuation = outcome.continuation;
        }
    };
    if (failed) {
        close(code::error, code::verifyError);
        return;
    }
    switch (outcome.result) {
    case Result::Success:
        attempt.successfulMethods << turn.methodId;
        close(code::success, code::credentialVerified);
        break;
    case Result::NextTokencode:
        attempt.successfulMethods << turn.methodId;
        ask(Expects::NextTokencode);
        break;
    case Result::NewPin:
        attempt.successfulMethods << turn.methodId;
        attempt.refusals = 0;
        ask(Expects::NewPin);
        break;
    case Result::PinRefused:
        ++attempt.refusals < maxPinRefusals ? ask(Expects::NewPin) : close(code::fail, code::verifyError);
        break;
    case Result::PasscodeRequired: // an answer to a password alone, which nobody gives here
        close(code::fail, code::verifyError);
        break;
    case Result::Refused:
        const bool again =
            turn.expects == Expects::Passcode && !attempt.oneStep && ++attempt.refusals < maxPasscodeRefusals;
        again ? ask(Expects::Passcode) : close(code::fail, code::verifyError);
        break;
    }
}

AuthnResponse Engine::reply(const std::shared_ptr<Turn>& turn, const Outcome& outcome, bool failed)
{
    const bool wrong = outcome.result == Result::Refused || outcome.result == Result::PinRefused;
    contract::CredentialValidationResult result;
    result.methodId = turn->methodId;
    result.methodResponseCode = failed ? code::error : wrong ? code::fail : code::success;
    result.methodReasonCode = failed || wrong ? code::verifyError : code::credentialVerified;
    for (const PinFault fault : outcome.faults) {
        result.authnAttributes.push_back({.name = QStringLiteral("newPinFault"), .value = codeOf(fault)});
    }
    m_metrics.countAuthentication(turn->methodId, QString(result.methodResponseCode).toLower());

    const auto lock = m_attempts.lock();
    settle(*turn, outcome, failed);
    std::vector<contract::CredentialValidationResult> results = std::move(turn->others);
    results.push_back(std::move(result)); // the last one is what clients look at
    return challengeResponse(*turn->attempt, turn->messageId, std::move(results), outcome.rules,
                             outcome.faults);
}

contract::StatusResponse Engine::status(const Client& client, const contract::CheckStatus& message)
{
    const auto lock = m_attempts.lock();
    const SharedAttempt attempt = m_attempts.find(message.authnAttemptId, client.id, m_clock.now());
    contract::StatusResponse status;
    if (!attempt) {
        status.attemptResponseCode = code::error;
        status.attemptReasonCode = code::verifyError;
        return status;
    }
    status.attemptResponseCode = attempt->busy ? QString(code::inProcess) : attempt->responseCode;
    status.attemptReasonCode = attempt->busy ? QString(code::authenticationRequired) : attempt->reasonCode;
    status.subjectName = attempt->subjectName;
    status.authnPolicyId = attempt->policyId;
    status.sessionAttributes = attempt->sessionAttributes;
    status.successfulMethods = attempt->successfulMethods;
    status.attemptExpires = attempt->expires;
    const bool told = attempt->expects == Expects::Nothing && !attempt->keep;
    if (!attempt->busy && (told || message.removeAttemptId)) {
        m_attempts.forget(attempt);
    }
    return status;
}

AuthnResponse Engine::cancel(const Client& client, const contract::Cancel& message)
{
    const auto lock = m_attempts.lock();
    const SharedAttempt attempt = m_attempts.find(message.authnAttemptId, client.id, m_clock.now());
    if (!attempt || attempt->busy || attempt->expects == Expects::Nothing) {
        return errorResponse(message.authnAttemptId, std::nullopt, {});
    }
    attempt->responseCode = code::fail;
    attempt->reasonCode = message.reason == QStringLiteral("TIME_OUT") ? QStringLiteral("TIME_OUT")
                                                                       : QStringLiteral("USER_ACTION");
    m_attempts.finish(attempt);
    AuthnResponse response = challengeResponse(*attempt, std::nullopt, {}, {}, {});
    if (message.removeAttemptId) {
        m_attempts.forget(attempt);
    }
    return response;
}

} // namespace holdfast::authentication::mfa
