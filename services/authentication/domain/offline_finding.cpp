// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/domain/explain_parts.h"
#include "services/authentication/domain/offline_checks.h"

#include <QSet>

#include <algorithm>

namespace holdfast::authentication {

using contract::Check;
using contract::Timestamp;

namespace {

int weightOf(const Check& check)
{
    const auto of = [&](const char* prefix) {
        return check.id.startsWith(QLatin1String(prefix));
    };
    return of("workstation_active")         ? 0
        : of("account_") || of("has_token") ? 1
        : of("token_")                      ? 2
        : of("workstation_clock")           ? 3
        : of("offline_policy_domain")       ? 4
        : of("offline_enabled")             ? 5
                                            : 6;
}

std::vector<const Check*> failedByWeight(const std::vector<Check>& checks)
{
    std::vector<const Check*> failed;
    for (const Check& check : checks) {
        if (!check.passed) {
            failed.push_back(&check);
        }
    }
    std::stable_sort(failed.begin(), failed.end(),
                     [](const Check* a, const Check* b) { return weightOf(*a) < weightOf(*b); });
    return failed;
}

} // namespace

QString clockSpan(int seconds)
{
    constexpr int minute = 60;
    constexpr int hour = 60 * minute;
    constexpr int day = 24 * hour;
    const auto rounded = [&](int unit) {
        return spanText((qint64 {seconds} + unit / 2) / unit * unit);
    };
    return seconds < 2 * minute ? spanText(seconds)
        : seconds < 2 * hour    ? rounded(minute)
        : seconds < 2 * day     ? rounded(hour)
                                : rounded(day);
}

std::vector<contract::OfflineCause> offlineCauses(const std::vector<Check>& checks)
{
    std::vector<contract::OfflineCause> causes;
    for (const Check* check : failedByWeight(checks)) {
        causes.push_back({.reason = check->detail.value(QStringLiteral("reason")).toString(),
                          .sentence = check->detail.value(QStringLiteral("sentence")).toString(),
                          .tokenSerial = check->tokenSerial});
    }
    return causes;
}

std::optional<Check> offlineObstacle(const OfflineCase& facts, qint64 tokenId, Timestamp now)
{
    const std::vector<Check> checks = offlineChecksOf(facts, tokenId, now);
    const auto failed = failedByWeight(checks);
    return failed.empty() ? std::nullopt : std::optional(*failed.front());
}

OfflineFinding offlineFinding(const std::vector<Check>& checks)
{
    QSet<QString> serials;
    QSet<QString> refused;
    bool general = false;
    for (const Check& check : checks) {
        if (!check.tokenSerial.isEmpty()) {
            serials.insert(check.tokenSerial);
        }
        if (check.passed) {
            continue;
        }
        if (check.tokenSerial.isEmpty()) {
            general = true;
        } else {
            refused.insert(check.tokenSerial);
        }
    }
    OfflineFinding finding;
    finding.granted = !general && !serials.isEmpty() && refused.size() < serials.size();
    if (!finding.granted) {
        finding.causes = offlineCauses(checks);
    }
    if (!finding.causes.empty()) {
        finding.reason = finding.causes.front().reason;
        finding.sentence = finding.causes.front().sentence;
    }
    return finding;
}

} // namespace holdfast::authentication
