// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/offline_case.h"

#include "services/authentication/domain/passcode_candidates.h"
#include "services/authentication/store/attempt.h"
#include "services/authentication/store/offline_codes.h"

namespace holdfast::authentication {

using contract::Timestamp;
using storage::Connection;

namespace {

OfflinePolicyInEffect inEffect(const EffectivePolicy<contract::OfflinePolicy>& effective)
{
    return {effective.policy, effective.origin};
}

// The policies of the domains above, and the default: one of them may be the one that is meant.
void addPoliciesAround(const PolicySnapshot& snapshot, qint64 domainId,
                       std::vector<OfflinePolicyInEffect>& others)
{
    for (const DomainNode* node = snapshot.domain(domainId); node;
         node = node->parentId ? snapshot.domain(*node->parentId) : nullptr) {
        others.push_back(inEffect(snapshot.offline(node->id)));
    }
}

} // namespace

const TokenFacts* LoadedCase::token(qint64 id) const
{
    return tokenOf(*person, id);
}

const OfflineSetRow* LoadedCase::presentOf(qint64 tokenId) const
{
    const auto found = std::find_if(held.begin(), held.end(),
                                    [&](const OfflineSetRow& row) { return row.tokenId == tokenId; });
    return found == held.end() ? nullptr : &*found;
}

const OfflineSetRow* LoadedCase::present() const
{
    const auto rank = [](const OfflineSetRow& row) {
        return std::pair(row.reason.isEmpty(), row.expiresAt);
    };
    const auto best =
        std::max_element(held.begin(), held.end(),
                         [&](const OfflineSetRow& a, const OfflineSetRow& b) { return rank(a) < rank(b); });
    return best == held.end() ? nullptr : &*best;
}

LoadedCase offlineCaseOf(Connection& connection, AttemptFacts person, const WorkstationRow* workstation,
                         Timestamp now)
{
    const auto snapshot = PolicySnapshot::of(connection);
    LoadedCase loaded;
    loaded.person = std::make_shared<AttemptFacts>(std::move(person));
    OfflineCase& facts = loaded.facts;
    facts.person = loaded.person.get();
    const qint64 domainId = loaded.person->account.domainId;
    if (workstation) {
        facts.workstation = OfflineWorkstation {.id = workstation->id,
                                                .name = workstation->name,
                                                .domainId = workstation->domainId,
                                                .domainPath = workstation->domain,
                                                .revoked = workstation->revokedAt.has_value(),
                                                .clockOffsetSeconds = workstation->clockOffsetSeconds};
        facts.others.push_back(inEffect(snapshot->offline(workstation->domainId)));
    }
    facts.policy = effectiveOfflinePolicy(
        inEffect(snapshot->offline(domainId)),
        workstation ? std::optional(inEffect(snapshot->offline(workstation->domainId))) : std::nullopt);
    addPoliciesAround(*snapshot, domainId, facts.others);
    facts.others.push_back(inEffect(snapshot->offline(0))); // the default
    for (const TokenFacts& token : loaded.person->tokens) {
        if (token.pinStyle != contract::PinStyle::BeforeCode) {
            continue;
        }
        const qint64 setAt = token.pinSetAt ? contract::toMilliseconds(*token.pinSetAt) : 0; // 0: not known
        if (const auto length = offlineCodes::pinLengthOf(connection, token.id, setAt)) {
            facts.pins.push_back({token.id, *length});
        }
        if (offlineCodes::hasPinKey(connection, token.id, setAt)) {
            facts.pinKeys.push_back(token.id);
        }
    }
    const qint64 userId = loaded.person->account.id;
    auto rows = workstation ? offlineSets::ofUserAt(connection, userId, workstation->id, now)
                            : offlineSets::ofUser(connection, userId, now);
    for (OfflineSetRow& row : rows) {
        if (row.reason.isEmpty()) {
            facts.tokensHeld.push_back(row.tokenId);
        }
        loaded.held.push_back(std::move(row));
    }
    return loaded;
}

std::optional<LoadedCase> loadOfflineCase(Connection& connection, const security::KeyRing* keys,
                                          qint64 userId, const WorkstationRow* workstation, Timestamp now)
{
    auto person = loadAttempt(connection, userId, {.keys = keys});
    if (!person) {
        return std::nullopt;
    }
    return offlineCaseOf(connection, std::move(*person), workstation, now);
}

contract::OfflineSet toOfflineSet(Connection& connection, const OfflineSetRow& row,
                                  const OfflineSetRights& rights, Timestamp now)
{
    contract::OfflineSet shown;
    shown.id = QString::number(row.id);
    shown.userId = QString::number(row.userId);
    shown.userName = row.userName;
    shown.userDisplayName = row.userDisplayName;
    shown.domain = row.domain;
    shown.workstationId = QString::number(row.workstationId);
    shown.workstationName = row.workstationName;
    shown.tokenSerial = rights.serials ? row.tokenSerial : QString();
    shown.state = row.state();
    shown.stateReason = row.reason;
    shown.refill = row.refill;
    shown.issuedAt = row.issuedAt;
    shown.expiresAt = row.expiresAt;
    shown.daysLeft = row.daysLeft(now);
    shown.daysReported = row.daysReported;
    shown.reportedAt = row.reportedAt;
    shown.policyId = QString::number(row.policyId);
    shown.policyName = row.policyName;
    shown.policyVersion = row.policyVersion;
    shown.lastContactAt = row.lastContactAt;
    shown.verifyMilliseconds = row.verifyMilliseconds;
    shown.refillWanted = row.refillWanted;
    if (rights.codes) {
        for (const offlineCodes::Code& code :
             offlineCodes::of(connection, {row.userId, row.tokenId, row.workstationId})) {
            if (code.held && code.expiresAt > now && shown.codes.size() < 4) {
                shown.codes.push_back({.replaces = code.replaces,
                                       .expiresAt = std::min(code.expiresAt, row.expiresAt),
                                       .readAt = code.readAt,
                                       .readBy = code.readBy});
            }
        }
    }
    return shown;
}

} // namespace holdfast::authentication
