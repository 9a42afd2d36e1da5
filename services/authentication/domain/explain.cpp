// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/domain/explain.h"

#include "services/authentication/domain/account_state.h"
#include "services/authentication/domain/cures.h"
#include "services/authentication/domain/decision.h"
#include "services/authentication/domain/explain_parts.h"
#include "services/authentication/domain/token_state.h"

#include <algorithm>

namespace holdfast::authentication {

using contract::CardAction;
using contract::Check;
using contract::Cure;
using contract::EmergencyCodeState;
using contract::Timestamp;

namespace {

void append(std::vector<Check>& checks, std::vector<Check> more)
{
    std::move(more.begin(), more.end(), std::back_inserter(checks));
}

Check hasTokenCheck(const AttemptFacts& facts)
{
    Check check {.id = QStringLiteral("has_token"), .passed = !facts.tokens.empty()};
    check.found = facts.tokens.empty() ? QStringLiteral("no token")
        : facts.tokens.size() == 1     ? QStringLiteral("1 token")
                                       : QStringLiteral("%1 tokens").arg(facts.tokens.size());
    check.required = QStringLiteral("a token");
    check.detail.insert(QStringLiteral("count"), static_cast<qint64>(facts.tokens.size()));
    if (!check.passed) {
        check.detail.insert(QStringLiteral("reason"), QString(reason::noToken));
        check.cure = cureOf(CardAction::AssignToken, QStringLiteral("Assign a token"));
    }
    return check;
}

bool allPass(const std::vector<Check>& checks)
{
    return std::all_of(checks.begin(), checks.end(), [](const Check& check) { return check.passed; });
}

// Still of interest: the codes that work, and those that ended while the person has no other way.
bool worthShowing(const EmergencyFacts& issue, Timestamp now)
{
    const EmergencyCodeState state = stateOf(issue, now);
    return state == EmergencyCodeState::Active
        || (state != EmergencyCodeState::Cancelled && now < issue.expiresAt + std::chrono::hours(24));
}

std::optional<Cure> firstCure(const std::vector<Check>& checks)
{
    const auto found = std::find_if(checks.begin(), checks.end(),
                                    [](const Check& check) { return !check.passed && check.cure; });
    return found == checks.end() ? std::nullopt : found->cure;
}

} // namespace

contract::Explanation explain(const AttemptFacts& facts, Timestamp now)
{
    contract::Explanation explanation;
    explanation.userId = QString::number(facts.account.id);
    explanation.userName = facts.account.name;
    explanation.domain = facts.domainPath;
    explanation.at = now;
    explanation.checks = accountChecks(facts, now);
    const bool accountOpen = allPass(explanation.checks);
    explanation.checks.push_back(hasTokenCheck(facts));
    for (const TokenFacts& token : facts.tokens) {
        auto checks = tokenChecks(facts, token, now);
        if (accountOpen && allPass(checks)) {
            explanation.ways << token.serial;
        }
        append(explanation.checks, std::move(checks));
    }
    for (const EmergencyFacts& issue : facts.emergency) {
        if (!worthShowing(issue, now)) {
            continue;
        }
        const Check check = emergencyCheck(facts, issue, now);
        if (accountOpen && check.passed && !explanation.ways.contains(emergencyCodeWay)) {
            explanation.ways << emergencyCodeWay;
        }
        explanation.checks.push_back(check);
    }
    explanation.canLogOn = !explanation.ways.isEmpty();
    for (Check& check : explanation.checks) {
        if (check.cure) {
            addressCure(*check.cure, explanation.userId);
        }
    }
    return explanation;
}

namespace {

std::optional<Cure> bestAction(const AttemptFacts& facts, Timestamp now)
{
    if (const auto cure = firstCure(accountChecks(facts, now))) {
        return cure;
    }
    if (facts.tokens.empty()) {
        return hasTokenCheck(facts).cure;
    }
    const contract::Explanation explanation = explain(facts, now);
    if (explanation.canLogOn) {
        // A way is open. One token that asks for a second code is worth a hint all the same.
        const auto asks =
            std::find_if(explanation.checks.begin(), explanation.checks.end(), [](const Check& check) {
                return check.detail.value(QStringLiteral("nextCode")).toBool();
            });
        return asks == explanation.checks.end() ? std::nullopt : asks->cure;
    }
    // No way is open. A lost token is answered with an emergency code, whatever else is wrong with it.
    for (const TokenFacts& token : facts.tokens) {
        const bool ended = token.expiresAt && now >= *token.expiresAt;
        if (token.enabled && token.lostAt && !ended) {
            return cureOf(CardAction::IssueEmergencyCode, QStringLiteral("Issue emergency code"),
                          token.serial);
        }
    }
    const auto best = std::min_element(
        facts.tokens.begin(), facts.tokens.end(), [&](const TokenFacts& a, const TokenFacts& b) {
            const auto faults = [&](const TokenFacts& token) {
                const auto checks = tokenChecks(facts, token, now);
                return std::count_if(checks.begin(), checks.end(),
                                     [](const Check& check) { return !check.passed; });
            };
            return faults(a) < faults(b);
        });
    return firstCure(tokenChecks(facts, *best, now));
}

} // namespace

std::optional<Cure> nextAction(const AttemptFacts& facts, Timestamp now)
{
    auto cure = bestAction(facts, now);
    if (cure && cure->path.isEmpty()) {
        addressCure(*cure, QString::number(facts.account.id));
    }
    return cure;
}

} // namespace holdfast::authentication
