// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/emergency_codes.h"

#include "services/authentication/api/emergency_plan.h"
#include "services/authentication/api/subject.h"
#include "services/authentication/api/verification.h"
#include "services/authentication/api/window.h"
#include "services/authentication/domain/emergency_text.h"
#include "services/authentication/store/emergency.h"
#include "services/security/random.h"

namespace holdfast::authentication {

using contract::EmergencyCode;
using contract::EmergencyCodesIssued;
using contract::Permission;
using contract::Result;
using contract::Secret;
using contract::Unexpected;

namespace {

// All different: a set in which one code opens twice is one short.
std::vector<Secret> freshCodes(int count)
{
    std::vector<Secret> codes;
    while (codes.size() < static_cast<std::size_t>(count)) {
        Secret code = security::randomText(emergencyCodeLength, security::readableAlphabet);
        const bool known = std::any_of(codes.begin(), codes.end(),
                                       [&](const Secret& other) { return other.equals(code.reveal()); });
        if (!known) {
            codes.push_back(std::move(code));
        }
    }
    return codes;
}

void recordIssue(const Call& call, storage::Connection& connection, const AttemptFacts& person,
                 const EmergencyPlan& plan, const EmergencyIssueRow& row, int ended)
{
    contract::Event event = personEvent(call, "EMERGENCY_CODES_ISSUED", person);
    event.tokenSerial = plan.tokenSerial;
    event.detail = {{QStringLiteral("issueId"), QString::number(row.id)},
                    {QStringLiteral("kind"), contract::enumName(plan.kind)},
                    {QStringLiteral("count"), plan.count},
                    {QStringLiteral("replaces"), contract::enumName(plan.replaces)},
                    {QStringLiteral("onTokenReturn"), contract::enumName(plan.onTokenReturn)},
                    {QStringLiteral("expiresAt"), contract::toRfc3339(plan.expiresAt)},
                    {QStringLiteral("reason"), plan.reason},
                    {QStringLiteral("emergencyCodesEnded"), ended}};
    if (!row.overruleReason.isEmpty()) {
        event.detail.insert(QStringLiteral("overruleReason"), row.overruleReason);
    }
    addVerification(event.detail, row.verification);
    call.record(connection, event);
}

// What came of the quota: a warning, and the reason for which a refusal is overruled.
struct QuotaOutcome
{
    std::optional<QString> warning {};
    QString overruleReason {};
};

Result<QuotaOutcome> checkQuota(const Call& call, storage::Connection& connection, const AttemptFacts& person,
                                const contract::EmergencyCodeIssue& body)
{
    const contract::TokenPolicy& policy = *person.tokenPolicy.policy;
    const int issued = emergency::use(connection, person.account.id, call.now()).inQuarter;
    if (policy.emergencyCodesPerQuarter == 0 || issued < policy.emergencyCodesPerQuarter) {
        return QuotaOutcome {};
    }
    const QString sentence =
        QStringLiteral(
            "%1 was given emergency codes %2 times within 90 days; the policy \"%3\" finds %4 usual.")
            .arg(person.account.name)
            .arg(issued)
            .arg(person.tokenPolicy.origin.policyName)
            .arg(policy.emergencyCodesPerQuarter);
    if (!policy.refuseOverQuota) {
        return QuotaOutcome {sentence, {}};
    }
    const QString reason = body.overruleReason.value_or(QString()).trimmed();
    if (reason.isEmpty()) {
        return contract::failure(
            contract::ErrorKind::Conflict, QStringLiteral("emergency_quota_reached"),
            sentence
                + QStringLiteral(
                    " Somebody whose role may overrule the quota can issue more, with a reason."));
    }
    if (!call.caller().may(Permission::OverruleEmergencyQuota)) {
        return contract::failure(contract::ErrorKind::Forbidden, QStringLiteral("not_permitted"),
                                 QStringLiteral("Your role does not permit to overrule the quota."));
    }
    return call.requireInScope(Permission::OverruleEmergencyQuota, person.domainPath).map([&] {
        return QuotaOutcome {sentence, reason};
    });
}

Result<EmergencyCodesIssued> issueCodes(Call& call, storage::Connection& connection,
                                        const contract::EmergencyCodeIssue& body)
{
    const auto userId = call.pathId("id", "user_unknown");
    if (!userId) {
        return Unexpected(userId.error());
    }
    const auto person = subjectOf(call, connection, *userId, Permission::IssueEmergencyCodes, Act::Changes);
    if (!person) {
        return Unexpected(person.error());
    }
    const auto plan = planEmergencyCodes(*person, body, call.now());
    if (!plan) {
        return Unexpected(plan.error());
    }
    const auto verification = requireVerified(call, connection, *userId, person->account.domainId,
                                              contract::GuardedAction::IssueEmergencyCodes);
    if (!verification) {
        return Unexpected(verification.error());
    }
    const auto quota = checkQuota(call, connection, *person, body);
    if (!quota) {
        return Unexpected(quota.error());
    }
    // New codes void the old ones: what was read out to somebody else stops working.
    const auto ended = static_cast<int>(emergency::cancelActive(connection, *userId, call.now()).size());

    EmergencyCodesIssued answer {
        .kind = plan->kind, .replaces = plan->replaces, .expiresAt = plan->expiresAt};
    answer.codes = freshCodes(plan->count);
    std::vector<QByteArray> macs;
    for (const Secret& code : answer.codes) {
        macs.push_back(emergencyCodeMac(call.context().keys, *userId, code));
    }
    EmergencyIssueRow row;
    row.userId = *userId;
    row.tokenId = plan->tokenId;
    row.kind = plan->kind;
    row.replaces = plan->replaces;
    row.onTokenReturn = plan->onTokenReturn;
    row.reason = plan->reason;
    row.issuedBy = call.caller().name;
    row.issuedAt = call.now();
    row.expiresAt = plan->expiresAt;
    row.verification = *verification;
    row.overruleReason = quota->overruleReason;
    row.id = emergency::insert(connection, row, macs);
    recordIssue(call, connection, *person, *plan, row, ended);

    answer.id = QString::number(row.id);
    answer.warning = quota->warning;
    if (plan->tokenId) {
        answer.tokenSerial = plan->tokenSerial;
    }
    answer.usage = usageOf(*plan);
    return answer;
}

Result<contract::Page<EmergencyCode>> listCodes(Call& call)
{
    const auto userId = call.pathId("id", "user_unknown");
    const QString order = QStringLiteral("-id");
    const auto request = pageRequest(call, order);
    if (!userId || !request) {
        return Unexpected(userId ? request.error() : userId.error());
    }
    return call.read([&](storage::Connection& connection) -> Result<contract::Page<EmergencyCode>> {
        const auto person = subjectOf(call, connection, *userId, Permission::ViewEmergencyCodes, Act::Looks);
        if (!person) {
            return Unexpected(person.error());
        }
        const qint64 total = totalFor(*request, [&] { return emergency::count(connection, *userId); });
        EmergencyWindow window;
        place(window, *request, total);
        auto page = pageOf<EmergencyCode>(
            emergency::list(connection, *userId, window), *request, window.offset,
            [&](const EmergencyIssueRow& row) { return toEmergencyCode(row, call.now()); },
            [&](const EmergencyIssueRow& row) { return cursorOf(call, order, {QJsonValue(row.id)}); });
        page.total = request->total ? std::optional(total) : std::nullopt;
        return page;
    });
}

Result<EmergencyCode> cancelCodes(Call& call)
{
    const auto userId = call.pathId("id", "user_unknown");
    const auto codeId = call.pathId("codeId", "emergency_code_unknown");
    if (!userId || !codeId) {
        return Unexpected(userId ? codeId.error() : userId.error());
    }
    return call.write([&](storage::Connection& connection) -> Result<EmergencyCode> {
        const auto person =
            subjectOf(call, connection, *userId, Permission::IssueEmergencyCodes, Act::Changes);
        if (!person) {
            return Unexpected(person.error());
        }
        const auto issue = emergency::find(connection, *userId, *codeId);
        if (!issue) {
            return contract::failure(contract::ErrorKind::NotFound, QStringLiteral("emergency_code_unknown"),
                                     QStringLiteral("This person was never given these codes."));
        }
        if (stateOf(*issue, call.now()) != contract::EmergencyCodeState::Active) {
            return contract::failure(contract::ErrorKind::Conflict, QStringLiteral("emergency_code_over"),
                                     QStringLiteral("These codes do not work any more: there is nothing to"
                                                    " cancel."));
        }
        emergency::cancel(connection, issue->id, call.now());
        contract::Event event = personEvent(call, "EMERGENCY_CODES_CANCELLED", *person);
        event.tokenSerial = issue->tokenSerial;
        event.detail = {{QStringLiteral("issueId"), QString::number(issue->id)}};
        call.record(connection, event);
        return toEmergencyCode(emergency::find(connection, *userId, *codeId).value(), call.now());
    });
}

} // namespace

void addEmergencyCodeRoutes(Routes& routes)
{
    routes.post<contract::EmergencyCodeIssue, EmergencyCodesIssued>(
        {.path = "/api/v1/users/{id}/emergency-codes",
         .id = "issueEmergencyCodes",
         .summary = "Issues emergency codes, which are shown this once; codes issued before end.",
         .tag = "Emergency codes",
         .access = Permission::IssueEmergencyCodes,
         .success = 201,
         .idempotent = true,
         .secret = true},
        issueCodes);
    routes.list<EmergencyCode>({.path = "/api/v1/users/{id}/emergency-codes",
                                .id = "listEmergencyCodes",
                                .summary = "What was issued to a person, by whom and why; latest first.",
                                .tag = "Emergency codes",
                                .access = Permission::ViewEmergencyCodes},
                               listCodes);
    routes.post<NoBody, EmergencyCode>({.path = "/api/v1/users/{id}/emergency-codes/{codeId}/cancel",
                                        .id = "cancelEmergencyCodes",
                                        .summary = "Ends emergency codes before their time.",
                                        .tag = "Emergency codes",
                                        .access = Permission::IssueEmergencyCodes},
                                       cancelCodes);
}

} // namespace holdfast::authentication
