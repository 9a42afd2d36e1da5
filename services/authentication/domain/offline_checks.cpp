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
                                   : off > 0 ? QStringLiteral("%1 ahead").arg(spanText(away))
                                             : QStringLiteral("%1 behind").arg(spanText(away)),
                               QStringLiteral("less than %1 off").arg(spanText(clockOffsetWarned)));
    check.detail.insert(QStringLiteral("offsetSeconds"), off);
    const QString sentence =
        QStringLiteral("The clock of %1 is %2: codes would be looked for at the wrong time. Set it.")
            .arg(workstation.name, check.found);
    if (!check.passed) {
        say(check, offline_reason::workstationClock, sentence);
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

// Another policy would do, but it is not this domain's: the person moved, or the good one was made elsewhere.
Check domainCheck(const OfflineCase& facts)
{
    const auto refusing = [&](const OfflinePolicyInEffect& side) -> const OfflinePolicyInEffect* {
        if (lets(facts, *side.policy)) {
            return nullptr;
        }
        const auto other = std::find_if(facts.others.begin(), facts.others.end(), [&](const auto& candidate) {
            return candidate.policy->id != side.policy->id && lets(facts, *candidate.policy);
        });
        return other == facts.others.end() ? nullptr : &*other;
    };
    const OfflinePolicyInEffect* better = refusing(facts.policy.person);
    const bool ofPerson = better != nullptr;
    if (!better && facts.policy.workstation) {
        better = refusing(*facts.policy.workstation);
    }
    const OfflinePolicyInEffect& side =
        ofPerson || !facts.policy.workstation ? facts.policy.person : *facts.policy.workstation;
    const QString domain =
        ofPerson || !facts.workstation ? facts.person->domainPath : facts.workstation->domainPath;
    Check check = offlineCheck("offline_policy_domain", better == nullptr, placeOf(side.origin),
                               QStringLiteral("the policy that is meant for them"));
    if (!better && facts.policy.workstation
        && facts.policy.workstation->policy->id != facts.policy.person.policy->id) {
        check.found =
            QStringLiteral("of the person: %1; of the workstation: %2; the stricter value counts")
                .arg(placeOf(facts.policy.person.origin), placeOf(facts.policy.workstation->origin));
        check.detail.insert(QStringLiteral("workstationPolicyId"), facts.policy.workstation->policy->id);
        check.detail.insert(QStringLiteral("workstationPolicy"), facts.policy.workstation->policy->name);
    }
    check.origin = side.origin;
    if (better) {
        check.required = placeOf(better->origin);
        const qint64 domainId =
            ofPerson || !facts.workstation ? facts.person->account.domainId : facts.workstation->domainId;
        contract::Cure cure =
            cureOf(CardAction::ChoosePolicy,
                   QStringLiteral("Let %1 take the policy \"%2\"").arg(domain, better->policy->name));
        cure.method = QStringLiteral("PATCH");
        cure.path = QStringLiteral("/api/v1/domains/%1").arg(domainId);
        cure.permission = contract::Permission::EditDomains;
        cure.body = {{QStringLiteral("offline"),
                      QJsonObject {{QStringLiteral("source"), QStringLiteral("own")},
                                   {QStringLiteral("policyId"), better->policy->id}}}};
        check.cure = std::move(cure);
        check.detail.insert(QStringLiteral("betterPolicy"), better->policy->name);
        check.detail.insert(QStringLiteral("domain"), domain);
        say(check, offline_reason::policyOfAnotherDomain,
            QStringLiteral("For %1 the %2 counts, which refuses; the policy \"%3\" would not.")
                .arg(domain, placeOf(side.origin), better->policy->name));
    }
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

Check pinCheckOf(const TokenFacts& token)
{
    const bool none = token.pinState == PinState::NotRequired || token.pinStyle == PinStyle::None;
    const bool mixed = !none && token.pinStyle == PinStyle::Mixed;
    const bool chooses = !none && token.pinState != PinState::Set;
    Check check = offlineCheck("offline_pin", true,
                               none          ? QStringLiteral("no PIN")
                                   : chooses ? QStringLiteral("a PIN will be chosen at the next logon")
                                   : mixed   ? QStringLiteral("mixed in by the app")
                                             : QStringLiteral("typed before the code"),
                               QStringLiteral("known at a logon"), &token);
    check.detail.insert(QStringLiteral("pinStyle"), contract::enumName(token.pinStyle));
    if (mixed) {
        warn(check,
             QStringLiteral("The app mixes the PIN in: only a logon at the workstation can renew the data."));
    } else if (chooses) {
        warn(check, QStringLiteral("The logon at the workstation will ask for a new PIN first."));
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
    Check check = offlineCheck("offline_proof", true,
                               facts.holdsData ? QStringLiteral("data are there")
                                               : QStringLiteral("no logon at the workstation yet"),
                               QStringLiteral("a logon at the workstation with a network"), &token);
    if (!facts.holdsData) {
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
    checks.push_back(pinCheckOf(token));
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

std::optional<Check> offlineObstacle(const OfflineCase& facts, qint64 tokenId, Timestamp now)
{
    // Judged by this token alone: that another one might be taken along does not help here.
    AttemptFacts person = *facts.person;
    std::erase_if(person.tokens, [&](const TokenFacts& token) { return token.id != tokenId; });
    OfflineCase alone = facts;
    alone.person = &person;
    const std::vector<Check> checks = offlineChecks(alone, now);
    const auto found =
        std::find_if(checks.begin(), checks.end(), [](const Check& check) { return !check.passed; });
    return found == checks.end() ? std::nullopt : std::optional(*found);
}

OfflineFinding offlineFinding(const std::vector<Check>& checks)
{
    QSet<QString> serials;
    QSet<QString> refused;
    const Check* first = nullptr;
    bool general = false;
    for (const Check& check : checks) {
        if (!check.tokenSerial.isEmpty()) {
            serials.insert(check.tokenSerial);
        }
        if (check.passed) {
            continue;
        }
        first = first ? first : &check;
        if (check.tokenSerial.isEmpty()) {
            general = true;
        } else {
            refused.insert(check.tokenSerial);
        }
    }
    OfflineFinding finding;
    finding.granted = !general && !serials.isEmpty() && refused.size() < serials.size();
    if (!finding.granted && first) {
        finding.reason = first->detail.value(QStringLiteral("reason")).toString();
        finding.sentence = first->detail.value(QStringLiteral("sentence")).toString();
    }
    return finding;
}

} // namespace holdfast::authentication
