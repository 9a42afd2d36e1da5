// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/fields.h"

namespace holdfast::contract {

// How it was made sure that a caller is who they say.
enum class VerificationMethod
{
    TokenCode, // a code from one of the person's tokens, without a PIN
    CallBack, // the number on record was called back
    Manager, // a manager confirmed it
    Questions // answers that were agreed on before
};
template <>
struct EnumNames<VerificationMethod>
{
    static constexpr std::array names {
        std::pair {VerificationMethod::TokenCode, "tokenCode"},
        std::pair {VerificationMethod::CallBack, "callBack"},
        std::pair {VerificationMethod::Manager, "manager"},
        std::pair {VerificationMethod::Questions, "questions"},
    };
};

// What is given away on the telephone, and therefore to the right person alone.
enum class GuardedAction
{
    Unlock,
    ClearPin,
    MarkFound,
    IssueEmergencyCodes,
    AssignToken,
    OfflineAccess // a code or an answer that opens a workstation without a network
};
template <>
struct EnumNames<GuardedAction>
{
    static constexpr std::array names {
        std::pair {GuardedAction::Unlock, "unlock"},
        std::pair {GuardedAction::ClearPin, "clearPin"},
        std::pair {GuardedAction::MarkFound, "markFound"},
        std::pair {GuardedAction::IssueEmergencyCodes, "issueEmergencyCodes"},
        std::pair {GuardedAction::AssignToken, "assignToken"},
        std::pair {GuardedAction::OfflineAccess, "offlineAccess"},
    };
};

// A second person's word on a verification.
enum class ApprovalState
{
    None,
    Pending,
    Approved,
    Refused
};
template <>
struct EnumNames<ApprovalState>
{
    static constexpr std::array names {
        std::pair {ApprovalState::None, "none"},
        std::pair {ApprovalState::Pending, "pending"},
        std::pair {ApprovalState::Approved, "approved"},
        std::pair {ApprovalState::Refused, "refused"},
    };
};

// What one action asks for with this person, and whether it is open now.
struct ActionRequirement
{
    GuardedAction action {};
    int points {};
    bool approval {};
    bool open {};

    static constexpr auto typeName = "ActionRequirement";
    static constexpr auto fields()
    {
        return fieldList(
            field("action", &ActionRequirement::action, "The action."),
            field("points", &ActionRequirement::points, "Points that it takes; 0: none."),
            field("approval", &ActionRequirement::approval, "Whether a second person must approve."),
            field("open", &ActionRequirement::open, "Whether this session may do it now."));
    }
};

// A method that succeeded.
struct VerificationStep
{
    VerificationMethod method {};
    int points {};
    QString note;
    Timestamp at {};

    static constexpr auto typeName = "VerificationStep";
    static constexpr auto fields()
    {
        return fieldList(
            field("method", &VerificationStep::method, "How."),
            field("points", &VerificationStep::points, "What it was worth."),
            field("note", &VerificationStep::note,
                  "The manager's name, the token's serial number, or the last digits of the number.")
                .orDefault(),
            field("at", &VerificationStep::at, "When."));
    }
};

// A method that would be there, were not what it rests on changed less than a day ago.
struct WithheldMethod
{
    VerificationMethod method {};
    QString sentence;
    Timestamp changedAt {};
    QString changedBy;

    static constexpr auto typeName = "WithheldMethod";
    static constexpr auto fields()
    {
        return fieldList(
            field("method", &WithheldMethod::method, "How."),
            field("sentence", &WithheldMethod::sentence, "Why not, in English."),
            field("changedAt", &WithheldMethod::changedAt, "When the number or the answers were changed."),
            field("changedBy", &WithheldMethod::changedBy, "By whom: an administrator's logon name."));
    }
};

// One call, as far as it is verified: bound to the session and the person, and over soon.
struct CallerVerification
{
    QString id;
    QString userId;
    int points {};
    std::vector<VerificationStep> steps;
    std::optional<Timestamp> expiresAt;
    ApprovalState approval {};
    QString approvedBy;
    std::vector<VerificationMethod> methods;
    std::vector<WithheldMethod> withheld;
    std::vector<ActionRequirement> requirements;

    static constexpr auto typeName = "CallerVerification";
    static constexpr auto fields()
    {
        return fieldList(
            field("id", &CallerVerification::id, "Opaque identifier; empty: none was begun.").orDefault(),
            field("userId", &CallerVerification::userId, "Who is said to be calling."),
            field("points", &CallerVerification::points, "Reached so far.").orDefault(),
            field("steps", &CallerVerification::steps, "Methods that succeeded.").length(0, 20).orDefault(),
            field("expiresAt", &CallerVerification::expiresAt, "From then on it opens nothing."),
            field("approval", &CallerVerification::approval, "A second person's word.").orDefault(),
            field("approvedBy", &CallerVerification::approvedBy, "Who approved or refused.").orDefault(),
            field("methods", &CallerVerification::methods, "What is possible with this person.")
                .length(0, 10),
            field("withheld", &CallerVerification::withheld,
                  "What is not, as what it rests on was changed less than a day ago.")
                .length(0, 10)
                .orDefault(),
            field("requirements", &CallerVerification::requirements, "What each action asks for.")
                .length(0, 20));
    }
};

// An answer to one of the agreed questions. It is compared and forgotten.
struct QuestionAnswer
{
    QString questionId;
    Secret answer;

    static constexpr auto typeName = "QuestionAnswer";
    static constexpr auto fields()
    {
        return fieldList(field("questionId", &QuestionAnswer::questionId, "Which question.").length(1, 20),
                         field("answer", &QuestionAnswer::answer, "What the caller said.").length(1, 200));
    }
};

// POST /users/{id}/verifications/{verificationId}/steps.
struct VerificationStepCreate
{
    VerificationMethod method {};
    std::optional<Secret> code;
    std::optional<QString> manager;
    std::vector<QuestionAnswer> answers;

    static constexpr auto typeName = "VerificationStepCreate";
    static constexpr auto fields()
    {
        return fieldList(
            field("method", &VerificationStepCreate::method, "How."),
            field("code", &VerificationStepCreate::code, "tokenCode: what the token shows, without the PIN.")
                .length(4, 16),
            field("manager", &VerificationStepCreate::manager, "manager: who confirmed it.").length(1, 255),
            field("answers", &VerificationStepCreate::answers, "questions: what the caller said.")
                .length(0, 10)
                .orDefault());
    }
};

// POST /users/{id}/verifications/{verificationId}/approval.
struct ApprovalCreate
{
    QString reason;

    static constexpr auto typeName = "ApprovalCreate";
    static constexpr auto fields()
    {
        return fieldList(
            field("reason", &ApprovalCreate::reason, "What it is for: the second person reads it.")
                .length(1, 1000));
    }
};

// A line of GET /approvals: somebody waits for a second person's word.
struct Approval
{
    QString id;
    QString userId;
    QString userName;
    QString domain;
    QString requestedBy;
    QString reason;
    int points {};
    std::vector<VerificationStep> steps;
    Timestamp requestedAt {};
    Timestamp expiresAt {};
    ApprovalState state {};

    static constexpr auto typeName = "Approval";
    static constexpr auto fields()
    {
        return fieldList(
            field("id", &Approval::id, "Opaque identifier."),
            field("userId", &Approval::userId, "Whose account is to be acted on."),
            field("userName", &Approval::userName, "Logon name."),
            field("domain", &Approval::domain, "Path of the security domain."),
            field("requestedBy", &Approval::requestedBy, "Who asks: an administrator's logon name."),
            field("reason", &Approval::reason, "What it is for."),
            field("points", &Approval::points, "How far the caller is verified."),
            field("steps", &Approval::steps, "By what.").length(0, 20),
            field("requestedAt", &Approval::requestedAt, "When."),
            field("expiresAt", &Approval::expiresAt, "Then it lapses."),
            field("state", &Approval::state, "pending, approved or refused."));
    }
};

// A question that a caller can be asked. Its answer is kept as a keyed hash and never shown.
struct CallerQuestion
{
    QString id;
    QString question;
    int points {};
    bool locked {};
    std::optional<Timestamp> countsFrom {};

    static constexpr auto typeName = "CallerQuestion";
    static constexpr auto fields()
    {
        return fieldList(
            field("id", &CallerQuestion::id, "Opaque identifier."),
            field("question", &CallerQuestion::question, "What to ask."),
            field("points", &CallerQuestion::points, "What the right answer is worth."),
            field("locked", &CallerQuestion::locked, "Answered wrongly too often: closed for a day."),
            field("countsFrom", &CallerQuestion::countsFrom,
                  "It was changed less than a day ago, and is not asked before then; absent otherwise."));
    }
};

struct CallerQuestionSet
{
    struct Entry
    {
        QString question;
        std::optional<Secret> answer;
        int points = 20;

        static constexpr auto typeName = "CallerQuestionEntry";
        static constexpr auto fields()
        {
            return fieldList(
                field("question", &Entry::question, "What to ask.").length(1, 200),
                field(
                    "answer", &Entry::answer,
                    "Compared without case, spaces and punctuation; absent: a question that is there already "
                    "keeps its answer.")
                    .length(1, 200),
                field("points", &Entry::points, "What the right answer is worth.").range(1, 60).orDefault());
        }
    };
    std::vector<Entry> questions;

    static constexpr auto typeName = "CallerQuestionSet";
    static constexpr auto fields()
    {
        return fieldList(
            field("questions", &CallerQuestionSet::questions, "Replace those there; none: no questions.")
                .length(0, 10));
    }
};

// PUT /caller-questions: the questions of many people at once.
struct CallerQuestionImport
{
    struct Person
    {
        QString name;
        std::vector<CallerQuestionSet::Entry> questions;

        static constexpr auto typeName = "CallerQuestionPerson";
        static constexpr auto fields()
        {
            return fieldList(field("name", &Person::name, "Logon name.").length(1, 255),
                             field("questions", &Person::questions, "Replace those there.").length(0, 10));
        }
    };
    std::vector<Person> people;

    static constexpr auto typeName = "CallerQuestionImport";
    static constexpr auto fields()
    {
        return fieldList(
            field("people", &CallerQuestionImport::people, "All of them, or none where one is at fault.")
                .length(1, 500));
    }
};

struct CallerQuestionsImported
{
    int people {};
    int questions {};

    static constexpr auto typeName = "CallerQuestionsImported";
    static constexpr auto fields()
    {
        return fieldList(
            field("people", &CallerQuestionsImported::people, "People whose questions were set."),
            field("questions", &CallerQuestionsImported::questions, "Questions in all."));
    }
};

// How the caller was verified, as it stays with what was given away. Never an answer or a code.
struct VerificationOutcome
{
    int points {};
    std::vector<VerificationStep> steps;
    QString approvedBy;

    static constexpr auto typeName = "VerificationOutcome";
    static constexpr auto fields()
    {
        return fieldList(
            field("points", &VerificationOutcome::points, "Reached in all."),
            field("steps", &VerificationOutcome::steps, "By what.").length(0, 20),
            field("approvedBy", &VerificationOutcome::approvedBy, "The second person; may be empty.")
                .orDefault());
    }
};

} // namespace holdfast::contract
