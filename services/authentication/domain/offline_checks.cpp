// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/domain/offline_checks.h"

#include "services/authentication/domain/cures.h"
#include "services/authentication/domain/explain_parts.h"
#include "services/authentication/domain/offline_reasons.h"
#include "services/authentication/domain/passcode_candidates.h"
#include "services/contract/json.h"

#include <QSet>

namespace holdfast::authentication {

using contract::CardAction;
using contract::Check;
using contract::OfflinePolicy;
using contract::PinState;
using contract::PinStyle;
using contract::Timestamp;
using Answer = PasscodeVerdict::Answer;

namespace {

Check offlineCheck(const char* id, bool passed, const QString& found, const QString& required,
                   const TokenFacts* token = nullptr)
{
    return {.id = QString::fromLatin1(id),
            .tokenSerial = token ? token->serial : QString(),
            .passed = passed,
            .found = found,
            .required = required};
}

void say(Check& check, Reason reason, const QString& sentence)
{
    if (!reason.isEmpty()) {
        check.detail.insert(QStringLiteral("reason"), QString(reason));
    }
    check.detail.insert(QStringLiteral("sentence"), sentence);
}

void warn(Check& check, const QString& sentence)
{
    check.detail.insert(QStringLiteral("warning"), true);
    check.detail.insert(QStringLiteral("sentence"), sentence);
}

QString characters(int count)
{
    return count == 1 ? QStringLiteral("1 character") : QStringLiteral("%1 characters").arg(count);
}

QString placeOf(const contract::PolicyOrigin& origin)
{
    return origin.kind == contract::OriginKind::Default
        ? QStringLiteral("policy \"%1\", the default").arg(origin.policyName)
        : QStringLiteral("policy \"%1\" of %2").arg(origin.policyName, origin.domain);
}

// One click: the policy as it is, but for one setting, under the version that was looked at.
contract::Cure changeOf(const OfflinePolicyInEffect& side, const char* setting, const QJsonValue& value,
                        const QString& label)
{
    contract::Cure cure = cureOf(CardAction::ChangePolicy, label);
    cure.method = QStringLiteral("PUT");
    cure.path = QStringLiteral("/api/v1/policies/offline/") + side.policy->id;
    cure.permission = contract::Permission::EditPolicies;
    cure.body = contract::toJson(*side.policy);
    cure.body.insert(QLatin1String(setting), value);
    cure.version = side.policy->version;
    return cure;
}

Check workstationCheck(const OfflineWorkstation& workstation)
{
    Check check = offlineCheck("workstation_active", !workstation.revoked,
                               workstation.revoked ? QStringLiteral("revoked") : QStringLiteral("enrolled"),
                               QStringLiteral("enrolled"));
    if (!check.passed) {
        say(check, offline_reason::workstationRevoked,
            QStringLiteral("The workstation %1 was revoked. It must be enrolled again.")
                .arg(workstation.name));
    }
    return check;
}

Check clockCheck(const OfflineWorkstation& workstation)
{
    const int off = workstation.clockOffsetSeconds.value_or(0);
    const int away = std::abs(off);
    Check check = offlineCheck("workstation_clock", away <= clockOffsetRefused,
                               !workstation.clockOffsetSeconds ? QStringLiteral("not known yet")
                                   : off == 0                  ? QStringLiteral("on time")
                                   : off > 0 ? QStringLiteral("%1 ahead").arg(clockSpan(away))
                                             : QStringLiteral("%1 behind").arg(clockSpan(away)),
                               QStringLiteral("less than %1 off").arg(spanText(clockOffsetWarned)));
    check.detail.insert(QStringLiteral("offsetSeconds"), off);
    const QString sentence =
        QStringLiteral(
            "The clock of %1 is %2: codes would be looked for at the wrong time. Set it, and try again.")
            .arg(workstation.name, check.found);
    if (!check.passed) {
        say(check, offline_reason::workstationClock, sentence);
        // No call does it; the agent tells the difference anew with its next one.
        check.cure = cureOf(CardAction::None, QStringLiteral("Set the clock of %1").arg(workstation.name));
        check.cure->needs << QStringLiteral("clock");
    } else if (away > clockOffsetWarned) {
        warn(check, sentence);
    }
    return check;
}

PasscodeVerdict verdictOf(const OfflineCase& facts, const OfflinePolicy& policy, const TokenFacts& token)
{
    return passcodeVerdict(
        policy, offlinePasscodeOf(token, *facts.person->tokenPolicy.policy, pinLengthIn(facts, token)));
}

bool lets(const OfflineCase& facts, const OfflinePolicy& policy)
{
    const auto& tokens = facts.person->tokens;
    return policy.enabled
        && (tokens.empty() || std::any_of(tokens.begin(), tokens.end(), [&](const TokenFacts& token) {
                return verdictOf(facts, policy, token).answer != Answer::Refused;
            }));
}

// A policy that refuses where another one around would not.
struct WrongPolicy
{
    const OfflinePolicyInEffect* side = nullptr;
    const OfflinePolicyInEffect* better = nullptr;
    QString domain;
    qint64 domainId = 0;

    [[nodiscard]] QString sentence() const
    {
        return QStringLiteral("For %1 the %2 counts, which refuses; the policy \"%3\" would not.")
            .arg(domain, placeOf(side->origin), better->policy->name);
    }
};

std::optional<WrongPolicy> wrongPolicy(const OfflineCase& facts, const OfflinePolicyInEffect& side,
                                       const QString& domain, qint64 domainId)
{
    if (lets(facts, *side.policy)) {
        return std::nullopt;
    }
    const auto better = std::find_if(facts.others.begin(), facts.others.end(), [&](const auto& candidate) {
        return candidate.policy->id != side.policy->id && lets(facts, *candidate.policy);
    });
    return better == facts.others.end() ? std::nullopt
                                        : std::optional(WrongPolicy {&side, &*better, domain, domainId});
}

// Another policy would do, but it is not this domain's: the person moved, or the good one was made elsewhere.
Check domainCheck(const OfflineCase& facts)
{
    std::vector<WrongPolicy> wrong;
    const auto add = [&](std::optional<WrongPolicy> found) {
        if (found) {
            wrong.push_back(std::move(*found));
        }
    };
    add(wrongPolicy(facts, facts.policy.person, facts.person->domainPath, facts.person->account.domainId));
    const OfflinePolicyInEffect* there = facts.policy.workstation && facts.workstation
            && facts.policy.workstation->policy->id != facts.policy.person.policy->id
        ? &*facts.policy.workstation
        : nullptr;
    if (there) {
        add(wrongPolicy(facts, *there, facts.workstation->domainPath, facts.workstation->domainId));
    }
    const OfflinePolicyInEffect& side = wrong.empty() ? facts.policy.person : *wrong.front().side;
    Check check = offlineCheck("offline_policy_domain", wrong.empty(), placeOf(side.origin),
                               QStringLiteral("the policy that is meant for them"));
    check.origin = side.origin;
    if (there) {
        check.detail.insert(QStringLiteral("workstationPolicyId"), there->policy->id);
        check.detail.insert(QStringLiteral("workstationPolicy"), there->policy->name);
    }
    if (wrong.empty()) {
        if (there) {
            check.found =
                QStringLiteral("of the person: %1; of the workstation: %2; the stricter value counts")
                    .arg(placeOf(facts.policy.person.origin), placeOf(there->origin));
        }
        return check;
    }
    const WrongPolicy& first = wrong.front();
    check.required = placeOf(first.better->origin);
    contract::Cure cure =
        cureOf(CardAction::ChoosePolicy,
               QStringLiteral("Let %1 take the policy \"%2\"").arg(first.domain, first.better->policy->name));
    cure.method = QStringLiteral("PATCH");
    cure.path = QStringLiteral("/api/v1/domains/%1").arg(first.domainId);
    cure.permission = contract::Permission::EditDomains;
    cure.body = {{QStringLiteral("offline"),
                  QJsonObject {{QStringLiteral("source"), QStringLiteral("own")},
                               {QStringLiteral("policyId"), first.better->policy->id}}}};
    check.cure = std::move(cure);
    check.detail.insert(QStringLiteral("betterPolicy"), first.better->policy->name);
    check.detail.insert(QStringLiteral("domain"), first.domain);
    QStringList sentences;
    for (const WrongPolicy& each : wrong) {
        sentences << each.sentence();
    }
    say(check, offline_reason::policyOfAnotherDomain, sentences.join(QLatin1Char(' ')));
    return check;
}

Check onCheck(const OfflineCase& facts)
{
    const OfflinePolicyInEffect& side = facts.policy.decidedBy("enabled");
    Check check = offlineCheck("offline_enabled", facts.policy.policy.enabled,
                               facts.policy.policy.enabled ? QStringLiteral("on") : QStringLiteral("off"),
                               QStringLiteral("on"));
    check.origin = side.origin;
    if (!check.passed) {
        say(check, offline_reason::offlineDisabled,
            QStringLiteral("Offline logon is off in the %1.").arg(placeOf(side.origin)));
        check.cure = changeOf(side, "enabled", true, QStringLiteral("Turn offline logon on"));
    }
    return check;
}

bool holdsDataOf(const OfflineCase& facts, const TokenFacts& token)
{
    return std::find(facts.tokensHeld.begin(), facts.tokensHeld.end(), token.id) != facts.tokensHeld.end();
}

// A logon brings whatever is missing here, so that nothing of it stands against one.
Check pinCheckOf(const OfflineCase& facts, const TokenFacts& token)
{
    const PinStyle style = offlinePinStyle(token);
    const bool none = style == PinStyle::None;
    const bool mixed = style == PinStyle::Mixed;
    const bool chooses = !none && token.pinState != PinState::Set;
    const bool known = std::find(facts.pinKeys.begin(), facts.pinKeys.end(), token.id) != facts.pinKeys.end();
    Check check = offlineCheck("offline_pin", true,
                               none          ? QStringLiteral("no PIN")
                                   : chooses ? QStringLiteral("a PIN will be chosen at the next logon")
                                   : mixed   ? QStringLiteral("mixed in by the app")
                                             : QStringLiteral("typed before the code"),
                               QStringLiteral("known at a logon"), &token);
    check.detail.insert(QStringLiteral("pinStyle"), contract::enumName(token.pinStyle));
    const auto because = [&](Reason reason, const QString& sentence) {
        warn(check, sentence);
        check.detail.insert(QStringLiteral("reason"), QString(reason));
    };
    if (chooses) {
        because(offline_reason::logonNeeded,
                QStringLiteral("The logon at the workstation will ask for a new PIN first."));
    } else if (mixed) {
        because(
            offline_reason::logonNeeded,
            QStringLiteral("The app mixes the PIN in: only a logon at the workstation can renew the data."));
    } else if (!none && !known && holdsDataOf(facts, token)) {
        because(offline_reason::logonNeeded,
                QStringLiteral("The PIN was changed: only a logon at the workstation can renew the data."));
    } else if (!none && !known) {
        because(offline_reason::pinNotKnown,
                QStringLiteral("The logon at the workstation must show the PIN of token %1 with its code.")
                    .arg(token.serial));
    }
    return check;
}

Check kindCheck(const OfflineCase& facts, const TokenFacts& token, const PasscodeVerdict& verdict)
{
    const bool refused = verdict.reason == offline_reason::pinpadNotAllowed
        || verdict.reason == offline_reason::pinlessNotAllowed;
    const PinStyle style = offlinePasscodeOf(token, *facts.person->tokenPolicy.policy, std::nullopt).style;
    const int minimum = facts.policy.policy.minimumPasscodeLength;
    Check check = offlineCheck(
        "offline_token_kind", !refused,
        style == PinStyle::Mixed ? QStringLiteral("PINPad style: its passcode has %1, whatever the PIN")
                                       .arg(characters(verdict.longest))
            : style == PinStyle::None
            ? QStringLiteral("without PIN: its passcode has %1").arg(characters(verdict.longest))
            : QStringLiteral("PIN and code are typed"),
        verdict.reason == offline_reason::byException
            ? QStringLiteral("at least %1, or allowed although weaker, as it is").arg(characters(minimum))
            : QStringLiteral("at least %1, or allowed although weaker").arg(characters(minimum)),
        &token);
    check.origin = facts.policy.decidedBy(verdict.setting).origin;
    if (refused) {
        const OfflinePolicyInEffect& side = facts.policy.decidedBy(verdict.setting);
        const bool mixed = style == PinStyle::Mixed;
        say(check, verdict.reason,
            mixed
                ? QStringLiteral("A PINPad-style passcode of %1 can never meet a minimum of %2, and the %3"
                                 " does not allow it although weaker.")
                      .arg(verdict.longest)
                      .arg(minimum)
                      .arg(placeOf(side.origin))
                : QStringLiteral("Token %1 has no PIN: its passcode of %2 is below the minimum of %3, and the"
                                 " %4 does not allow it although weaker.")
                      .arg(token.serial)
                      .arg(verdict.longest)
                      .arg(minimum)
                      .arg(placeOf(side.origin)));
        check.cure = changeOf(side, verdict.setting, true,
                              mixed ? QStringLiteral("Allow PINPad-style and software tokens")
                                    : QStringLiteral("Allow tokens without a PIN"));
    } else if (const int days = daysThatFit(
                   facts.policy.policy, token.kind == contract::TokenKind::Hotp ? 0 : token.intervalSeconds,
                   facts.policy.policy.offlineDays);
               days < facts.policy.policy.offlineDays) {
        check.detail.insert(QStringLiteral("days"), days);
        warn(
            check,
            QStringLiteral("Of the %1 days of the policy token %2 is given %3: a workstation takes no more of"
                           " its codes along.")
                .arg(facts.policy.policy.offlineDays)
                .arg(token.serial)
                .arg(days));
    }
    return check;
}

Check lengthCheck(const OfflineCase& facts, const TokenFacts& token, const PasscodeVerdict& verdict)
{
    const int minimum = facts.policy.policy.minimumPasscodeLength;
    const bool exempt = verdict.reason == offline_reason::byException;
    const OfflinePolicyInEffect& side = facts.policy.decidedBy("minimumPasscodeLength");
    const QString length = verdict.shortest == verdict.longest
        ? characters(verdict.longest)
        : QStringLiteral("%1 to %2, by the PIN").arg(verdict.shortest).arg(characters(verdict.longest));
    const bool tooShort = verdict.longest < minimum && !exempt;
    Check check = offlineCheck("offline_passcode_length", !tooShort,
                               exempt ? QStringLiteral("%1; exempt").arg(length) : length,
                               QStringLiteral("at least %1").arg(characters(minimum)), &token);
    check.origin = side.origin;
    check.detail.insert(QStringLiteral("length"), verdict.longest);
    check.detail.insert(QStringLiteral("minimum"), minimum);
    if (tooShort) {
        say(check, offline_reason::passcodeTooShort,
            QStringLiteral("The passcode of token %1 has %2; the %3 asks for at least %4.")
                .arg(token.serial, length, placeOf(side.origin))
                .arg(minimum));
        check.cure = changeOf(side, "minimumPasscodeLength", std::max(verdict.longest, 4),
                              QStringLiteral("Ask for %1").arg(characters(std::max(verdict.longest, 4))));
    } else if (verdict.answer == Answer::Unknown) {
        warn(
            check,
            QStringLiteral("It depends on the length of the PIN, of which only a hash is kept; the logon will"
                           " tell."));
    }
    return check;
}

// No code type ticked: data are given all the same, with nothing inside to be read out.
Check codesCheck(const OfflineCase& facts, const TokenFacts& token)
{
    const OfflinePolicy& policy = facts.policy.policy;
    const PinStyle style = offlinePasscodeOf(token, *facts.person->tokenPolicy.policy, std::nullopt).style;
    const bool tokencode = policy.emergencyTokencodes && style == PinStyle::BeforeCode;
    QStringList inside;
    if (tokencode) {
        inside << QStringLiteral("tokencode");
    }
    if (policy.emergencyPasscodes) {
        inside << QStringLiteral("passcode");
    }
    Check check =
        offlineCheck("offline_codes", true,
                     inside.isEmpty() ? QStringLiteral("none") : inside.join(QStringLiteral(" and ")),
                     QStringLiteral("some emergency code, to be read out when it is needed"), &token);
    const char* setting = policy.emergencyTokencodes ? "emergencyPasscodes"
        : style == PinStyle::BeforeCode              ? "emergencyTokencodes"
                                                     : "emergencyPasscodes";
    const OfflinePolicyInEffect& side = facts.policy.decidedBy(setting);
    check.origin = side.origin;
    if (inside.isEmpty()) {
        warn(check,
             QStringLiteral("No emergency code goes along: whoever forgets the PIN or loses the token offline"
                            " cannot be helped by telephone."));
        check.detail.insert(QStringLiteral("reason"), QStringLiteral("no_code_types"));
        check.cure = changeOf(side, setting, true,
                              QLatin1String(setting) == QLatin1String("emergencyPasscodes")
                                  ? QStringLiteral("Send an emergency passcode along")
                                  : QStringLiteral("Send an emergency tokencode along"));
    }
    return check;
}

Check proofCheck(const OfflineCase& facts, const TokenFacts& token)
{
    const bool held = holdsDataOf(facts, token);
    Check check = offlineCheck("offline_proof", true,
                               held ? QStringLiteral("data are there")
                                    : QStringLiteral("no logon at the workstation yet"),
                               QStringLiteral("a logon at the workstation with a network"), &token);
    if (!held) {
        warn(check,
             QStringLiteral("Data come with the next logon at the workstation while it has a network."));
    }
    return check;
}

void addTokenChecks(const OfflineCase& facts, const TokenFacts& token, Timestamp now,
                    std::vector<Check>& checks)
{
    // Codes and PINs are the gate's business: a logon has passed it.
    static const QSet<QString> asked {QStringLiteral("token_enabled"), QStringLiteral("token_not_lost"),
                                      QStringLiteral("token_started"), QStringLiteral("token_not_expired"),
                                      QStringLiteral("token_whole")};
    for (Check& check : tokenChecks(*facts.person, token, now)) {
        if (!asked.contains(check.id)) {
            continue;
        }
        if (!check.passed) {
            const bool expired = check.id == QLatin1String("token_not_expired");
            if (expired) { // nothing else is left to do
                check.cure = cureOf(CardAction::ReplaceToken, QStringLiteral("Assign a new token first"),
                                    token.serial);
            }
            check.detail.insert(
                QStringLiteral("sentence"),
                expired ? QStringLiteral("Token %1 has expired: assign a new one first.").arg(token.serial)
                        : QStringLiteral("Token %1 cannot be used: %2.").arg(token.serial, check.found));
        }
        checks.push_back(std::move(check));
    }
    OfflinePolicy inForce = facts.policy.policy;
    inForce.enabled = true; // that it is off was said already
    const PasscodeVerdict verdict = verdictOf(facts, inForce, token);
    checks.push_back(pinCheckOf(facts, token));
    checks.push_back(kindCheck(facts, token, verdict));
    checks.push_back(lengthCheck(facts, token, verdict));
    checks.push_back(codesCheck(facts, token));
    checks.push_back(proofCheck(facts, token));
}

std::vector<Check> personChecks(const OfflineCase& facts, Timestamp now)
{
    std::vector<Check> checks;
    if (facts.workstation) {
        checks.push_back(workstationCheck(*facts.workstation));
        checks.push_back(clockCheck(*facts.workstation));
    }
    checks.push_back(domainCheck(facts));
    checks.push_back(onCheck(facts));
    for (Check& check : accountChecks(*facts.person, now)) {
        if (check.id == QLatin1String("account_attempts_free")) {
            continue;
        }
        if (!check.passed) {
            check.detail.insert(QStringLiteral("sentence"),
                                QStringLiteral("The account cannot be used: %1.").arg(check.found));
        }
        checks.push_back(std::move(check));
    }
    if (facts.person->tokens.empty()) {
        Check none = offlineCheck("has_token", false, QStringLiteral("none"), QStringLiteral("a token"));
        say(none, reason::noToken, QStringLiteral("No token is assigned."));
        none.cure = cureOf(CardAction::AssignToken, QStringLiteral("Assign token"));
        checks.push_back(std::move(none));
    }
    return checks;
}

void addressCures(const OfflineCase& facts, std::vector<Check>& checks)
{
    for (Check& check : checks) {
        if (check.cure && check.cure->path.isEmpty()) {
            addressCure(*check.cure, QString::number(facts.person->account.id));
        }
    }
}

} // namespace

std::optional<int> pinLengthIn(const OfflineCase& facts, const TokenFacts& token)
{
    const auto found = std::find_if(facts.pins.begin(), facts.pins.end(),
                                    [&](const OfflineCase::Pin& pin) { return pin.tokenId == token.id; });
    return found == facts.pins.end() ? token.pinLength : std::optional(found->length);
}

std::vector<Check> offlineChecks(const OfflineCase& facts, Timestamp now)
{
    std::vector<Check> checks = personChecks(facts, now);
    for (const TokenFacts& token : facts.person->tokens) {
        addTokenChecks(facts, token, now, checks);
    }
    addressCures(facts, checks);
    return checks;
}

std::vector<Check> offlineChecksOf(const OfflineCase& facts, qint64 tokenId, Timestamp now)
{
    AttemptFacts person = *facts.person;
    std::erase_if(person.tokens, [&](const TokenFacts& token) { return token.id != tokenId; });
    OfflineCase alone = facts;
    alone.person = &person;
    return offlineChecks(alone, now);
}

} // namespace holdfast::authentication
