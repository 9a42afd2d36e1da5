// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/caller_verification.h"
#include "services/contract/permission.h"
#include "services/contract/policy.h"
#include "services/security/key_ring.h"

// What makes sure that a caller is who they say, in points. Pure.
namespace holdfast::authentication {

inline constexpr int tokenCodePoints = 100;
inline constexpr int callBackPoints = 50;
inline constexpr int managerPoints = 50;
// Answers can be found out: whatever they sum up to, they never reach what a code or two people are worth.
inline constexpr int mostQuestionPoints = 60;
// Wrong answers to one question after which it is closed for a day.
inline constexpr int mostWrongAnswers = 3;
inline constexpr std::chrono::hours questionRest {24};
// A number or an answer that was changed counts so much later, so that nobody who can change it can be called
// back at once.
inline constexpr std::chrono::hours changeRest {24};
struct LastChange
{
    std::optional<contract::Timestamp> at {}; // nothing: never, as far as is known
    QString by {}; // logon name
};
[[nodiscard]] bool isFresh(const LastChange& change, contract::Timestamp now);
// "The number on record was changed 2 hours ago by anna."
[[nodiscard]] QString changedSentence(contract::VerificationMethod method, const LastChange& change,
                                      contract::Timestamp now);
// Whether two numbers are the same, however they are grouped.
[[nodiscard]] bool isSameNumber(const QString& one, const QString& other);

// How long somebody waits for a second person's word.
inline constexpr std::chrono::minutes approvalLife {30};

// Of the methods but for questions, which have points of their own.
[[nodiscard]] int pointsOf(contract::VerificationMethod method);

struct Requirement
{
    int points = 0;
    bool approval = false;
};
// Grows with the action and with the rank of whoever it is done to.
[[nodiscard]] Requirement requirementOf(const contract::TokenPolicy& policy, contract::GuardedAction action,
                                        const std::vector<contract::RoleAssignment>& target);
[[nodiscard]] bool fulfils(const Requirement& requirement, int points, bool approved);

// What the steps are worth together; questions at most as above.
[[nodiscard]] int sumOf(const std::vector<contract::VerificationStep>& steps);

// The keyed hash of an answer, which case, spaces and punctuation do not change: "St. Anna" is "st anna".
// Bound to the person and the question.
[[nodiscard]] QByteArray callerAnswerMac(const security::KeyRing& keys, qint64 userId,
                                         const QString& question, const contract::Secret& answer);
// Whether anything is left of an answer that could be compared.
[[nodiscard]] bool isAnswer(const contract::Secret& answer);

// The number as it may be shown in an event: its last three digits.
[[nodiscard]] QString maskedNumber(const QString& number);

} // namespace holdfast::authentication
