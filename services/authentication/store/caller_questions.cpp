// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/caller_questions.h"

#include "services/authentication/store/canonical.h"

#include <QSet>

namespace holdfast::authentication {

bool isLocked(const CallerQuestionRow& row, contract::Timestamp now)
{
    return row.wrong >= mostWrongAnswers && row.wrongAt && now - *row.wrongAt < questionRest;
}

contract::CallerQuestion toCallerQuestion(const CallerQuestionRow& row, contract::Timestamp now)
{
    return {QString::number(row.id), row.question, row.points, isLocked(row, now),
            isFresh(row.change, now) ? std::optional(*row.change.at + changeRest) : std::nullopt};
}

} // namespace holdfast::authentication

namespace holdfast::authentication::callerQuestions {

namespace {

std::optional<contract::Timestamp> momentOf(std::optional<qint64> milliseconds)
{
    return milliseconds ? std::optional(contract::fromMilliseconds(*milliseconds)) : std::nullopt;
}

QVariant orNone(const std::optional<contract::Timestamp>& at)
{
    return at ? QVariant(contract::toMilliseconds(*at)) : QVariant();
}

void insertQuestion(storage::Connection& connection, qint64 userId, const CallerQuestionRow& row)
{
    connection.insert(
        QStringLiteral("INSERT INTO caller_questions (user_id, question, answer_mac, points, wrong,"
                       " wrong_at, changed_at, changed_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
        {userId, row.question, row.answerMac, row.points, row.wrong, orNone(row.wrongAt),
         orNone(row.change.at), row.change.by});
}

} // namespace

std::vector<CallerQuestionRow> ofUser(storage::Connection& connection, qint64 userId)
{
    std::vector<CallerQuestionRow> found;
    auto rows = connection.select(
        QStringLiteral("SELECT id, question, answer_mac, points, wrong, wrong_at,"
                       " changed_at, changed_by FROM caller_questions WHERE user_id = ? ORDER BY id"),
        {userId});
    while (rows.next()) {
        found.push_back({rows.integer(0), rows.text(1), rows.bytes(2), static_cast<int>(rows.integer(3)),
                         static_cast<int>(rows.integer(4)), momentOf(rows.optionalInteger(5)),
                         LastChange {momentOf(rows.optionalInteger(6)), rows.text(7)}});
    }
    return found;
}

contract::Result<void> replace(storage::Connection& connection, const security::KeyRing& keys, qint64 userId,
                               const QString& path,
                               const std::vector<contract::CallerQuestionSet::Entry>& entries,
                               const QString& by, contract::Timestamp now)
{
    QSet<QString> asked;
    const std::vector<CallerQuestionRow> before = ofUser(connection, userId);
    connection.change(QStringLiteral("DELETE FROM caller_questions WHERE user_id = ?"), {userId});
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const contract::CallerQuestionSet::Entry& entry = entries[i];
        const QString at = QStringLiteral("%1[%2]").arg(path).arg(i);
        const QString question = entry.question.trimmed();
        if (question.isEmpty() || asked.contains(canonicalName(question))) {
            return contract::invalidField(at + QStringLiteral(".question"), QStringLiteral("required"),
                                          QStringLiteral("Every question must be another one."));
        }
        asked.insert(canonicalName(question));
        const auto known = std::find_if(before.begin(), before.end(), [&](const auto& row) {
            return canonicalName(row.question) == canonicalName(question);
        });
        if (!entry.answer) {
            if (known == before.end()) {
                return contract::invalidField(at + QStringLiteral(".answer"), QStringLiteral("required"),
                                              QStringLiteral("A new question needs its answer."));
            }
            // Its words and its wrong answers stay as well: the hash is of both, and a rest is a rest.
            CallerQuestionRow row = *known;
            row.points = entry.points;
            row.change = known->points == entry.points ? known->change : LastChange {now, by};
            insertQuestion(connection, userId, row);
            continue;
        }
        if (!isAnswer(*entry.answer)) {
            return contract::invalidField(at + QStringLiteral(".answer"), QStringLiteral("required"),
                                          QStringLiteral("An answer needs letters or digits."));
        }
        CallerQuestionRow row {.question = question,
                               .answerMac = callerAnswerMac(keys, userId, question, *entry.answer),
                               .points = entry.points,
                               .wrongAt = {},
                               .change = {now, by}};
        // The same once more, as in a list that is imported every night, changes nothing.
        if (known != before.end() && known->points == row.points
            && contract::constantTimeEquals(known->answerMac, row.answerMac)) {
            row.change = known->change;
        }
        insertQuestion(connection, userId, row);
    }
    return {};
}

void countWrong(storage::Connection& connection, const CallerQuestionRow& row, contract::Timestamp now)
{
    // After its rest a question starts anew.
    const bool rested = row.wrongAt && now - *row.wrongAt >= questionRest;
    connection.change(QStringLiteral("UPDATE caller_questions SET wrong = ?, wrong_at = ? WHERE id = ?"),
                      {rested ? 1 : row.wrong + 1, contract::toMilliseconds(now), row.id});
}

void forgetWrong(storage::Connection& connection, qint64 id)
{
    connection.change(QStringLiteral("UPDATE caller_questions SET wrong = 0, wrong_at = NULL WHERE id = ?"),
                      {id});
}

} // namespace holdfast::authentication::callerQuestions
