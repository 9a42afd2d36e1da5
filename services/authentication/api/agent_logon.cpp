// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/agent_logon.h"

#include "services/authentication/api/metrics.h"
#include "services/authentication/api/mfa_prompts.h"

namespace holdfast::authentication {

using contract::AgentLogon;
using contract::AgentLogonAnswer;
using contract::AgentOutcome;
using contract::ErrorKind;
using contract::Timestamp;

namespace {

constexpr int mostRefusedPins = 5;
constexpr QLatin1String tooManyLogons("too_many_logons");

contract::Unexpected logonMalformed(const QString& field, const QString& sentence)
{
    return contract::invalidField(field, QStringLiteral("contradicts"), sentence);
}

contract::Unexpected logonOver()
{
    return contract::failure(ErrorKind::Conflict, QStringLiteral("attempt_over"),
                             QStringLiteral("This logon is over. Begin again."));
}

QString newPinSentence(const Outcome& outcome)
{
    if (outcome.continuation && !outcome.continuation->givenPin.isEmpty()) {
        return QStringLiteral("A new PIN was made up for you. Learn it, and enter it to confirm.");
    }
    const auto methods = mfa::challengeNewPin(mfa::Language::English, outcome.rules, outcome.faults, {}, {});
    return methods.challenges.front().requiredMethods.front().versions.front().prompt->defaultText;
}

AgentLogonAnswer refusedLogon()
{
    AgentLogonAnswer answer;
    answer.outcome = AgentOutcome::Refused;
    answer.sentence = QStringLiteral("The name or the passcode was not accepted.");
    return answer;
}

} // namespace

void AgentLogons::goOn(const std::shared_ptr<AgentCall>& call, AgentLogon message,
                       const AgentRoutes::Respond& respond)
{
    Turn turn {.call = call, .method = QString(mfa::method::passcode), .respond = respond};
    if (!message.attemptId) {
        begin(turn, std::move(message));
    } else {
        resume(std::move(turn), std::move(message));
    }
}

void AgentLogons::begin(const Turn& turn, AgentLogon message)
{
    if (!message.userName || !message.passcode || message.nextTokencode || message.newPin) {
        turn.respond(logonMalformed(QStringLiteral("passcode"),
                                    QStringLiteral("A logon begins with userName and passcode.")));
        return;
    }
    if (!admits(turn)) {
        return;
    }
    const auto settled = [self = shared_from_this(), id = turn.call->workstation().id,
                          name = *message.userName](AgentLogonThrottle::Verdict verdict) {
        self->m_throttle.settle(id, name, verdict);
    };
    Submission submission;
    submission.subjectName = *message.userName;
    submission.credentials.passcode = std::move(*message.passcode);
    submission.method = turn.method;
    submission.client = turn.call->workstation().name;
    submission.clientAddress = turn.call->clientAddress();
    submission.wantsPin = true;
    m_agents->context().gate.submit(
        std::move(submission),
        [self = shared_from_this(), turn, settled](const Outcome& outcome, const std::exception_ptr& failed) {
            using Verdict = AgentLogonThrottle::Verdict;
            settled(failed                                           ? Verdict::Undecided
                        : outcome.result == Outcome::Result::Refused ? Verdict::Wrong
                                                                     : Verdict::Right);
            if (failed) {
                turn.respond(contract::failure(ErrorKind::Unavailable, QStringLiteral("attempt_undecided"),
                                               QStringLiteral("The service could not decide this attempt.")));
            } else {
                self->settle(turn, outcome);
            }
        });
}

bool AgentLogons::admits(const Turn& turn)
{
    const AgentLogonThrottle::Admission admission =
        m_throttle.admit(turn.call->workstation().id, turn.call->now());
    if (admission.admitted) {
        return true;
    }
    if (admission.worthEvent) {
        m_agents->context().gate.note([call = turn.call](storage::Connection& connection) {
            contract::Event event =
                call->event("WORKSTATION_LOGONS_REFUSED", contract::EventLog::Authentication);
            event.result = contract::EventResult::Failure;
            event.reason = QString(tooManyLogons);
            call->record(connection, std::move(event));
        });
    }
    turn.respond(
        tryAgainIn(admission.wait, tooManyLogons,
                   QStringLiteral("Too many logons at this workstation were wrong. Try again later.")));
    return false;
}

void AgentLogons::resume(Turn turn, AgentLogon message)
{
    if (message.nextTokencode.has_value() == message.newPin.has_value() || message.passcode) {
        turn.respond(logonMalformed(QStringLiteral("attemptId"),
                                    QStringLiteral("A logon goes on with nextTokencode or newPin.")));
        return;
    }
    const Awaits given = message.newPin ? Awaits::NewPin : Awaits::NextTokencode;
    auto attempt =
        m_agents->attempts().take(*message.attemptId, turn.call->workstation().id, given, turn.call->now());
    if (!attempt) {
        turn.respond(logonOver());
        return;
    }
    turn.refusedPins = attempt->refusedPins;
    turn.method = QString(given == Awaits::NewPin ? mfa::method::newPin : mfa::method::nextTokencode);
    const auto done = [self = shared_from_this(), turn](const Outcome& outcome,
                                                        const std::exception_ptr& failed) {
        if (failed) {
            turn.respond(contract::failure(ErrorKind::Unavailable, QStringLiteral("attempt_undecided"),
                                           QStringLiteral("The service could not decide this attempt.")));
        } else {
            self->settle(turn, outcome);
        }
    };
    Gate& gate = m_agents->context().gate;
    if (given == Awaits::NewPin) {
        gate.setNewPin(std::move(attempt->continuation), std::move(*message.newPin), done);
    } else {
        gate.verifyNextTokencode(std::move(attempt->continuation), std::move(*message.nextTokencode), done);
    }
}

void AgentLogons::settle(const Turn& turn, const Outcome& outcome)
{
    using Result = Outcome::Result;
    const bool wrong = outcome.result == Result::Refused || outcome.result == Result::PinRefused;
    m_agents->context().metrics.countAuthentication(
        turn.method, wrong ? QStringLiteral("fail") : QStringLiteral("success"));
    AgentLogonAnswer answer = refusedLogon();
    std::optional<Awaits> awaits;
    switch (outcome.result) {
    case Result::Success:
        answer.outcome = AgentOutcome::Success;
        answer.sentence = QStringLiteral("You are signed in.");
        answer.userId = QString::number(outcome.userId);
        answer.userName = outcome.userName;
        if (outcome.tokenId != 0) {
            answer.tokenSerial = outcome.tokenSerial;
            answer.step = outcome.step >= 0 ? std::optional(outcome.step) : std::nullopt;
            answer.ticket = m_agents->tickets().issue({.userId = outcome.userId,
                                                       .tokenId = outcome.tokenId,
                                                       .workstationId = turn.call->workstation().id,
                                                       .step = outcome.step,
                                                       .pin = outcome.pin,
                                                       .at = m_agents->context().clock.now()});
        }
        break;
    case Result::NextTokencode:
        answer.outcome = AgentOutcome::NextTokencode;
        answer.sentence = QStringLiteral("Wait until the token shows its next code, and enter that.");
        awaits = Awaits::NextTokencode;
        break;
    case Result::NewPin:
        answer.outcome = AgentOutcome::NewPin;
        answer.sentence = newPinSentence(outcome);
        if (outcome.continuation && !outcome.continuation->givenPin.isEmpty()) {
            answer.givenPin = outcome.continuation->givenPin;
        }
        awaits = Awaits::NewPin;
        break;
    case Result::PinRefused:
        if (turn.refusedPins + 1 < mostRefusedPins) {
            answer.outcome = AgentOutcome::PinRefused;
            answer.sentence = newPinSentence(outcome);
            awaits = Awaits::NewPin;
        }
        break;
    case Result::Refused:
    case Result::PasscodeRequired: // an answer to a password alone, which nobody gives here
        break;
    }
    if (awaits) {
        answer.attemptId = keep(turn, *awaits, outcome);
        if (!answer.attemptId) {
            turn.respond(contract::failure(
                ErrorKind::TooManyRequests, QStringLiteral("too_many_attempts"),
                QStringLiteral("Too many logons of this workstation are under way. Try again later.")));
            return;
        }
    }
    turn.respond(Wire<AgentLogonAnswer>::response(200, answer));
}

std::optional<QString> AgentLogons::keep(const Turn& turn, Awaits awaits, const Outcome& outcome)
{
    if (!outcome.continuation) {
        return std::nullopt;
    }
    return m_agents->attempts().keep(
        {.workstationId = turn.call->workstation().id,
         .awaits = awaits,
         .continuation = *outcome.continuation,
         .refusedPins = turn.refusedPins + (outcome.result == Outcome::Result::PinRefused ? 1 : 0)},
        m_agents->context().clock.now());
}

void addAgentLogonRoutes(Routes& routes, const std::shared_ptr<AgentRoutes>& agents)
{
    agents->later<AgentLogon, AgentLogonAnswer>(
        routes,
        {.path = "/agent/v1/logons",
         .id = "logOnAtWorkstation",
         .summary = "Decides a person's logon at the workstation, in one step or several."},
        [logons = std::make_shared<AgentLogons>(agents)](
            const std::shared_ptr<AgentCall>& call, AgentLogon message, const AgentRoutes::Respond& respond) {
            logons->goOn(call, std::move(message), respond);
        });
}

} // namespace holdfast::authentication
