// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/domain/caller_checks.h"

#include <openssl/crypto.h>

#include <algorithm>

namespace holdfast::authentication {

using contract::GuardedAction;
using contract::VerificationMethod;

namespace {

QByteArray compared(const contract::Secret& answer)
{
    QString text =
        QString::fromUtf8(answer.reveal()).normalized(QString::NormalizationForm_KC).toCaseFolded();
    text.replace(QChar(0xdf), QStringLiteral("ss")); // Qt folds letter by letter
    QString kept;
    kept.reserve(text.size());
    for (const QChar character : std::as_const(text)) {
        if (character.isLetterOrNumber() || character.isSurrogate()) {
            kept.append(character);
        }
    }
    QByteArray bytes = kept.toUtf8();
    text.fill(QChar());
    kept.fill(QChar());
    return bytes;
}

QString agoText(std::chrono::milliseconds passed)
{
    const auto counted = [](qint64 count, const char* unit) {
        return QStringLiteral("%1 %2%3 ago")
            .arg(count)
            .arg(QLatin1String(unit), count == 1 ? QString() : QStringLiteral("s"));
    };
    const qint64 minutes = std::chrono::floor<std::chrono::minutes>(passed).count();
    constexpr qint64 hour = 60;
    if (minutes < 1) {
        return QStringLiteral("just now");
    }
    return minutes < hour ? counted(minutes, "minute") : counted(minutes / hour, "hour");
}

QString dialled(const QString& number)
{
    QString kept;
    for (const QChar character : number) {
        if (!character.isSpace() && !QStringLiteral("-()/.").contains(character)) {
            kept.append(character);
        }
    }
    return kept;
}

bool has(const std::vector<contract::RoleAssignment>& roles, contract::Role role)
{
    const QString key = contract::enumName(role);
    return std::any_of(roles.begin(), roles.end(), [&](const auto& held) { return held.role == key; });
}

} // namespace

int pointsOf(VerificationMethod method)
{
    switch (method) {
    case VerificationMethod::TokenCode:
        return tokenCodePoints;
    case VerificationMethod::CallBack:
        return callBackPoints;
    case VerificationMethod::Manager:
        return managerPoints;
    case VerificationMethod::Questions:
        break;
    }
    return 0;
}

Requirement requirementOf(const contract::TokenPolicy& policy, GuardedAction action,
                          const std::vector<contract::RoleAssignment>& target)
{
    if (!policy.verifyCallers || (action == GuardedAction::Unlock && !policy.verifyToUnlock)) {
        return {};
    }
    const bool gives = action == GuardedAction::IssueEmergencyCodes || action == GuardedAction::AssignToken
        || action == GuardedAction::OfflineAccess;
    Requirement requirement {.points = gives ? policy.verifyCodePoints : policy.verifyPinPoints};
    if (!target.empty()) {
        requirement.points +=
            policy.verifyAdministratorPoints * (has(target, contract::Role::SuperAdministrator) ? 2 : 1);
        requirement.approval = policy.verifySecondPerson;
    }
    return requirement;
}

bool fulfils(const Requirement& requirement, int points, bool approved)
{
    return points >= requirement.points && (approved || !requirement.approval);
}

int sumOf(const std::vector<contract::VerificationStep>& steps)
{
    int questions = 0;
    int others = 0;
    for (const contract::VerificationStep& step : steps) {
        (step.method == VerificationMethod::Questions ? questions : others) += step.points;
    }
    return others + std::min(questions, mostQuestionPoints);
}

bool isFresh(const LastChange& change, contract::Timestamp now)
{
    return change.at && now - *change.at < changeRest;
}

QString changedSentence(VerificationMethod method, const LastChange& change, contract::Timestamp now)
{
    const QString what = method == VerificationMethod::CallBack
        ? QStringLiteral("The number on record was changed")
        : QStringLiteral("The security questions were changed");
    return QStringLiteral("%1 %2 by %3.")
        .arg(what, agoText(std::chrono::duration_cast<std::chrono::milliseconds>(now - *change.at)),
             change.by);
}

bool isSameNumber(const QString& one, const QString& other)
{
    return dialled(one) == dialled(other);
}

QByteArray callerAnswerMac(const security::KeyRing& keys, qint64 userId, const QString& question,
                           const contract::Secret& answer)
{
    QByteArray bound = QByteArray::number(userId) + '\n' + question.toUtf8() + '\n';
    QByteArray text = compared(answer);
    bound += text;
    const QByteArray mac = keys.macBytes(security::Purpose::CallerAnswer, bound);
    OPENSSL_cleanse(text.data(), static_cast<std::size_t>(text.size()));
    OPENSSL_cleanse(bound.data(), static_cast<std::size_t>(bound.size()));
    return mac;
}

bool isAnswer(const contract::Secret& answer)
{
    return !compared(answer).isEmpty();
}

QString maskedNumber(const QString& number)
{
    QString digits;
    for (const QChar character : number) {
        if (character.isDigit()) {
            digits.append(character);
        }
    }
    return digits.isEmpty() ? QString() : QStringLiteral("…") + digits.right(3);
}

} // namespace holdfast::authentication
