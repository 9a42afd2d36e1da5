// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/domain/caller_checks.h"
#include "services/security/key_ring.h"
#include "services/storage/connection.h"

#include <vector>

namespace holdfast::authentication {

struct CallerQuestionRow
{
    qint64 id = 0;
    QString question;
    QByteArray answerMac;
    int points = 0;
    int wrong = 0;
    std::optional<contract::Timestamp> wrongAt;
    LastChange change {}; // of the answer or its points
};

// Closed after too many wrong answers, until a day has passed.
[[nodiscard]] bool isLocked(const CallerQuestionRow& row, contract::Timestamp now);
[[nodiscard]] contract::CallerQuestion toCallerQuestion(const CallerQuestionRow& row,
                                                        contract::Timestamp now);

} // namespace holdfast::authentication

// What callers can be asked. Answers are kept as keyed hashes alone. The caller writes the events.
namespace holdfast::authentication::callerQuestions {

[[nodiscard]] std::vector<CallerQuestionRow> ofUser(storage::Connection& connection, qint64 userId);
// An entry without an answer keeps that of the same question. What is new, or not as it was, has `by` and
// `now` as its last change. Errors, at the entry's field below `path`: an answer that is punctuation alone or
// missing, a question given twice.
[[nodiscard]] contract::Result<void> replace(storage::Connection& connection, const security::KeyRing& keys,
                                             qint64 userId, const QString& path,
                                             const std::vector<contract::CallerQuestionSet::Entry>& entries,
                                             const QString& by, contract::Timestamp now);
void countWrong(storage::Connection& connection, const CallerQuestionRow& row, contract::Timestamp now);
void forgetWrong(storage::Connection& connection, qint64 id);

} // namespace holdfast::authentication::callerQuestions
