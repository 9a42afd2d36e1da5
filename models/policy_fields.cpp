// SPDX-License-Identifier: Apache-2.0
#include "models/policy_fields.h"

#include "services/contract/json.h"

#include <QCoreApplication>

namespace holdfast::models {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(PolicyFields)
};

// Faults between fields, which the declaration of a single one cannot tell.
QList<contract::FieldError> contradictions(const contract::TokenPolicy& policy)
{
    QList<contract::FieldError> faults;
    if (policy.pinMaxLength < policy.pinMinLength) {
        faults.append({QStringLiteral("pinMaxLength"), QStringLiteral("contradicts"),
                       Words::tr("The longest PIN cannot be shorter than the shortest.")});
    }
    const auto fits = [](const QString& word) {
        return word.size() >= 2 && word.size() <= 16 && std::all_of(word.begin(), word.end(), [](QChar c) {
                   return c.unicode() < 128 && c.isLetterOrNumber();
               });
    };
    const auto unfit = std::find_if_not(policy.pinExcludedWords.begin(), policy.pinExcludedWords.end(), fits);
    if (unfit != policy.pinExcludedWords.end()) {
        faults.append(
            {QStringLiteral("pinExcludedWords"), QStringLiteral("contradicts"),
             Words::tr("“%1” cannot be in a PIN: 2 to 16 letters or digits, without accents.").arg(*unfit)});
    }
    if (policy.emergencyCodeMaxMinutes < policy.emergencyCodeMinutes) {
        faults.append({QStringLiteral("emergencyCodeMaxMinutes"), QStringLiteral("contradicts"),
                       Words::tr("The longest life cannot be shorter than the proposed one.")});
    }
    return faults;
}

QList<contract::FieldError> contradictions(const contract::OfflinePolicy& policy)
{
    if (policy.warnDays > policy.offlineDays) {
        return {{QStringLiteral("warnDays"), QStringLiteral("contradicts"),
                 Words::tr("A warning cannot come before the days are granted.")}};
    }
    return {};
}

QList<contract::FieldError> contradictions(const contract::LockoutPolicy&)
{
    return {};
}

} // namespace

QJsonObject policyJson(const AnyPolicy& policy)
{
    return std::visit([](const auto& value) { return contract::toJson(value); }, policy);
}

QList<contract::FieldError> policyFaults(const AnyPolicy& policy)
{
    return std::visit(
        [](const auto& value) {
            using T = std::decay_t<decltype(value)>;
            const auto read = contract::fromJson<T>(contract::toJson(value));
            return (read ? QList<contract::FieldError>() : read.error().fields) + contradictions(value);
        },
        policy);
}

std::pair<int, int> policyRange(const AnyPolicy& policy, const QString& field)
{
    std::pair<int, int> range {std::numeric_limits<int>::min(), std::numeric_limits<int>::max()};
    const auto look = [&](const auto& declared) {
        if (field == QLatin1String(declared.name)) {
            range.first = static_cast<int>(std::max<qint64>(declared.limits.minimum, range.first));
            range.second = static_cast<int>(std::min<qint64>(declared.limits.maximum, range.second));
        }
    };
    std::visit(
        [&](const auto& value) {
            using T = std::decay_t<decltype(value)>;
            contract::withFields<T>([&](const auto&... declared) { (look(declared), ...); });
        },
        policy);
    return range;
}

} // namespace holdfast::models
