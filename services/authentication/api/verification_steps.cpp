// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/verification_steps.h"

#include "services/authentication/api/gate.h"
#include "services/authentication/domain/caller_checks.h"
#include "services/authentication/store/caller_questions.h"
#include "services/authentication/store/canonical.h"
#include "services/authentication/store/users.h"

namespace holdfast::authentication {

using contract::CallerVerification;
using contract::ErrorKind;
using contract::Permission;
using contract::Result;
using contract::Unexpected;
using contract::VerificationMethod;
using contract::VerificationStepCreate;

namespace {

// What a method came to. Committed either way: a wrong answer counts although the answer is an error.
struct StepOutcome
{
    std::optional<contract::Error> error {};
    CallerVerification state {};
};

contract::Error refusal(const char* code, const QString& sentence)
{
    return {ErrorKind::Conflict, QString::fromLatin1(code), sentence};
}

void record(const Call& call, storage::Connection& connection, const VerifiedCall& found,
            VerificationMethod method, bool succeeded, const QString& note)
{
    contract::Event event = personEvent(call, "CALLER_VERIFICATION", found.person);
    event.result = succeeded ? contract::EventResult::Success : contract::EventResult::Failure;
    event.method = contract::enumName(method);
    event.detail = {{QStringLiteral("verificationId"), QString::number(found.row.id)},
                    {QStringLiteral("points"), sumOf(found.row.steps)}};
    if (!note.isEmpty()) {
        event.detail.insert(QStringLiteral("note"), note);
    }
    call.record(connection, event);
}

bool counted(const VerifiedCall& found, VerificationMethod method)
{
    return std::any_of(found.row.steps.begin(), found.row.steps.end(),
                       [&](const contract::VerificationStep& step) { return step.method == method; });
}

StepOutcome accept(const Call& call, storage::Connection& connection, VerifiedCall& found,
                   VerificationMethod method, int points, const QString& note)
{
    found.row.steps.push_back({method, points, note, call.now()});
    verifications::update(connection, found.row);
    record(call, connection, found, method, true, note);
    return {std::nullopt, verificationState(call, connection, found.person, &found.row)};
}

StepOutcome callBack(const Call& call, storage::Connection& connection, VerifiedCall& found)
{
    const auto user = users::find(connection, found.person.account.id);
    const QString number = user ? maskedNumber(user->phone) : QString();
    if (number.isEmpty()) {
        return {
            refusal("no_number", QStringLiteral("There is no number on record that could be called back."))};
    }
    const LastChange change {user->phoneChangedAt, user->phoneChangedBy};
    if (isFresh(change, call.now())) {
        return {refusal("number_changed", changedSentence(VerificationMethod::CallBack, change, call.now()))};
    }
    return accept(call, connection, found, VerificationMethod::CallBack, callBackPoints, number);
}

StepOutcome manager(const Call& call, storage::Connection& connection, VerifiedCall& found,
                    const VerificationStepCreate& body)
{
    const QString name = body.manager.value_or(QString()).trimmed();
    if (name.isEmpty()) {
        return {contract::invalidField(QStringLiteral("manager"), QStringLiteral("required"),
                                       QStringLiteral("Name the manager who confirmed it."))
                    .value()};
    }
    const QString key = canonicalName(name);
    if (key == canonicalName(found.person.account.name) || key == canonicalName(call.caller().name)) {
        return {contract::invalidField(QStringLiteral("manager"), QStringLiteral("contradicts"),
                                       QStringLiteral("Neither the caller nor you can confirm it."))
                    .value()};
    }
    return accept(call, connection, found, VerificationMethod::Manager, managerPoints, name);
}

StepOutcome questions(const Call& call, storage::Connection& connection, VerifiedCall& found,
                      const VerificationStepCreate& body)
{
    const qint64 userId = found.person.account.id;
    int points = 0;
    int right = 0;
    int wrong = 0;
    bool closed = false;
    std::optional<LastChange> fresh;
    for (const CallerQuestionRow& row : callerQuestions::ofUser(connection, userId)) {
        const auto given = std::find_if(body.answers.begin(), body.answers.end(), [&](const auto& answer) {
            return answer.questionId == QString::number(row.id);
        });
        if (given == body.answers.end()) {
            continue;
        }
        if (isFresh(row.change, call.now())) {
            fresh = row.change;
        } else if (isLocked(row, call.now())) {
            closed = true;
        } else if (contract::constantTimeEquals(
                       row.answerMac,
                       callerAnswerMac(call.context().keys, userId, row.question, given->answer))) {
            callerQuestions::forgetWrong(connection, row.id);
            points += row.points;
            ++right;
        } else {
            callerQuestions::countWrong(connection, row, call.now());
            ++wrong;
        }
    }
    const QString score = QStringLiteral("%1/%2").arg(right).arg(body.answers.size());
    if (fresh && right + wrong == 0 && !closed) { // nothing was compared
        return {
            refusal("question_changed", changedSentence(VerificationMethod::Questions, *fresh, call.now()))};
    }
    if (right == 0) {
        record(call, connection, found, VerificationMethod::Questions, false, score);
        return {closed
                    ? refusal("question_closed",
                              QStringLiteral("This question was answered wrongly too often and is closed for"
                                             " a day. Take another method."))
                    : refusal("verification_failed", QStringLiteral("None of the answers is right."))};
    }
    return accept(call, connection, found, VerificationMethod::Questions, points, score);
}

StepOutcome tryMethod(const Call& call, storage::Connection& connection, const VerificationStepCreate& body,
                      const std::optional<Outcome>& gate)
{
    auto found = verifiedCall(call, connection);
    if (!found) {
        return {found.error()};
    }
    if (counted(*found, body.method)) {
        return {refusal("verification_done", QStringLiteral("This counts already. Take another method."))};
    }
    switch (body.method) {
    case VerificationMethod::TokenCode:
        if (!gate || gate->result != Outcome::Result::Success) {
            record(call, connection, *found, body.method, false, {});
            return {refusal(
                "verification_failed",
                QStringLiteral("This code does not fit a token of this person. Let the caller read the"
                               " next one."))};
        }
        return accept(call, connection, *found, body.method, tokenCodePoints, gate->tokenSerial);
    case VerificationMethod::CallBack:
        return callBack(call, connection, *found);
    case VerificationMethod::Manager:
        return manager(call, connection, *found, body);
    case VerificationMethod::Questions:
        break;
    }
    return questions(call, connection, *found, body);
}

// Asked before anything is written: the code is used up by it.
Result<Outcome> askGate(const Call& call, const VerificationStepCreate& body)
{
    if (!body.code) {
        return contract::invalidField(QStringLiteral("code"), QStringLiteral("required"),
                                      QStringLiteral("Type the code that the caller reads."));
    }
    const auto found = call.read([&](storage::Connection& connection) -> Result<VerifiedCall> {
        return verifiedCall(call, connection);
    });
    if (!found) {
        return Unexpected(found.error());
    }
    if (counted(*found, VerificationMethod::TokenCode)) {
        return Unexpected(
            refusal("verification_done", QStringLiteral("This counts already. Take another method.")));
    }
    Submission submission;
    submission.subjectName = found->person.account.name;
    submission.credentials.tokencode = body.code;
    submission.method = QStringLiteral("CALLER_VERIFICATION");
    submission.client = call.caller().name;
    submission.clientAddress = call.clientAddress();
    return call.context().gate.submitAndWait(std::move(submission));
}

} // namespace

Result<VerifiedCall> verifiedCall(const Call& call, storage::Connection& connection)
{
    const auto userId = call.pathId("id", "user_unknown");
    const auto id = call.pathId("verificationId", "verification_unknown");
    if (!userId || !id) {
        return Unexpected(userId ? id.error() : userId.error());
    }
    auto person = subjectOf(call, connection, *userId, Permission::VerifyCallers, Act::Changes);
    if (!person) {
        return Unexpected(person.error());
    }
    auto row = verifications::find(connection, *id);
    if (!row || row->userId != *userId || row->sessionId != call.caller().sessionId) {
        return contract::failure(ErrorKind::NotFound, QStringLiteral("verification_unknown"),
                                 QStringLiteral("This session has begun no such verification."));
    }
    if (call.now() >= row->endsAt()) {
        return contract::failure(ErrorKind::Conflict, QStringLiteral("verification_over"),
                                 QStringLiteral("The time for this verification is over. Begin anew."));
    }
    return VerifiedCall {std::move(*person), std::move(*row)};
}

Result<CallerVerification> addVerificationStep(Call& call, const VerificationStepCreate& body)
{
    std::optional<Outcome> gate;
    if (body.method == VerificationMethod::TokenCode) {
        auto asked = askGate(call, body);
        if (!asked) {
            return Unexpected(asked.error());
        }
        gate = std::move(*asked);
    } else if (body.method == VerificationMethod::Questions && body.answers.empty()) {
        return contract::invalidField(QStringLiteral("answers"), QStringLiteral("required"),
                                      QStringLiteral("Type what the caller answered."));
    }
    StepOutcome outcome =
        call.write([&](storage::Connection& connection) { return tryMethod(call, connection, body, gate); });
    if (outcome.error) {
        return Unexpected(std::move(*outcome.error));
    }
    return std::move(outcome.state);
}

} // namespace holdfast::authentication
