// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/policies_snapshot.h"

#include "services/authentication/store/canonical.h"
#include "services/authentication/store/policies_rows.h"
#include "services/authentication/store/settings.h"

namespace holdfast::authentication {

namespace {

constexpr QLatin1String revisionKey("policies.revision");

qint64 revisionOf(storage::Connection& connection)
{
    return settings::value(connection, revisionKey).value_or(QStringLiteral("0")).toLongLong();
}

template <class Policy>
struct Known
{
    QHash<qint64, std::shared_ptr<const Policy>> byId;
    std::shared_ptr<const Policy> standard;
};

template <class Policy>
Known<Policy> read(storage::Connection& connection)
{
    Known<Policy> known;
    for (Policy& policy : policies::readAll<Policy>(connection)) {
        const auto shared = std::make_shared<const Policy>(std::move(policy));
        known.byId.insert(shared->id.toLongLong(), shared);
        if (shared->isDefault) {
            known.standard = shared;
        }
    }
    if (!known.standard) {
        throw storage::StorageError("The database has no default policy of some type.");
    }
    return known;
}

template <class Policy>
EffectivePolicy<Policy> effect(const std::shared_ptr<const Policy>& policy, contract::OriginKind kind,
                               const QString& domain)
{
    return {policy, {policy->id, policy->name, kind, domain}};
}

// Own, else what the parent has in effect, else (or always, when so chosen) the default.
template <class Policy>
EffectivePolicy<Policy> resolve(const Known<Policy>& known, const PolicyBindingRow& binding,
                                const QString& path, const EffectivePolicy<Policy>* parent)
{
    using contract::OriginKind;
    if (binding.source == contract::PolicySource::Own && binding.policyId) {
        if (const auto own = known.byId.value(*binding.policyId)) {
            return effect(own, OriginKind::Own, path);
        }
    }
    if (binding.source != contract::PolicySource::Inherit || !parent
        || parent->origin.kind == OriginKind::Default) {
        return effect(known.standard, OriginKind::Default, QString());
    }
    EffectivePolicy<Policy> inherited = *parent;
    inherited.origin.kind = OriginKind::Inherited;
    return inherited;
}

} // namespace

std::shared_ptr<const PolicySnapshot> PolicySnapshot::of(storage::Connection& connection)
{
    auto known = connection.kept<PolicySnapshot>();
    if (known && (connection.writes() || known->m_revision == revisionOf(connection))) {
        return known;
    }
    auto loaded = load(connection);
    connection.keep(loaded);
    return loaded;
}

void PolicySnapshot::changed(storage::Connection& connection)
{
    settings::setValue(connection, revisionKey, QString::number(revisionOf(connection) + 1));
    connection.forget<PolicySnapshot>();
}

std::shared_ptr<const PolicySnapshot> PolicySnapshot::load(storage::Connection& connection)
{
    auto snapshot = std::make_shared<PolicySnapshot>();
    snapshot->m_revision = revisionOf(connection);
    snapshot->loadDomains(connection);
    snapshot->loadPolicies(connection);
    return snapshot;
}

void PolicySnapshot::loadDomains(storage::Connection& connection)
{
    auto rows = connection.select(QStringLiteral(
        "SELECT id, parent_id, name, path, version, lockout_source, lockout_policy_id, token_source, "
        "token_policy_id, offline_source, offline_policy_id FROM domains ORDER BY path"));
    const auto binding = [&rows](int column) {
        return PolicyBindingRow {contract::enumValue<contract::PolicySource>(rows.text(column))
                                     .value_or(contract::PolicySource::Inherit),
                                 rows.optionalInteger(column + 1)};
    };
    while (rows.next()) {
        DomainNode node;
        node.id = rows.integer(0);
        node.parentId = rows.optionalInteger(1);
        node.name = rows.text(2);
        node.path = rows.text(3);
        node.version = rows.integer(4);
        node.lockout = binding(5);
        node.token = binding(7);
        node.offline = binding(9);
        const auto at = static_cast<qsizetype>(m_domains.size());
        m_byId.insert(node.id, at);
        m_byPathKey.insert(canonicalName(node.path), at);
        m_domains.push_back(std::move(node));
    }
}

// A parent's path is a prefix of its children's, so parents come first.
void PolicySnapshot::loadPolicies(storage::Connection& connection)
{
    const auto lockouts = read<contract::LockoutPolicy>(connection);
    const auto tokens = read<contract::TokenPolicy>(connection);
    const auto offlines = read<contract::OfflinePolicy>(connection);
    const QString nowhere;
    m_default = {effect(lockouts.standard, contract::OriginKind::Default, nowhere),
                 effect(tokens.standard, contract::OriginKind::Default, nowhere),
                 effect(offlines.standard, contract::OriginKind::Default, nowhere)};
    m_effective.reserve(m_domains.size());
    for (const DomainNode& node : m_domains) {
        const Effective* parent = node.parentId ? &effectiveOf(*node.parentId) : nullptr;
        m_effective.push_back(
            {resolve(lockouts, node.lockout, node.path, parent ? &parent->lockout : nullptr),
             resolve(tokens, node.token, node.path, parent ? &parent->token : nullptr),
             resolve(offlines, node.offline, node.path, parent ? &parent->offline : nullptr)});
    }
}

const DomainNode* PolicySnapshot::domain(qint64 id) const
{
    const auto found = m_byId.constFind(id);
    return found == m_byId.constEnd() ? nullptr : &m_domains[static_cast<size_t>(*found)];
}

const DomainNode* PolicySnapshot::domainAt(const QString& path) const
{
    const auto found = m_byPathKey.constFind(canonicalName(path));
    return found == m_byPathKey.constEnd() ? nullptr : &m_domains[static_cast<size_t>(*found)];
}

std::vector<qint64> PolicySnapshot::subtree(qint64 id) const
{
    std::vector<qint64> ids;
    for (const DomainNode& node : m_domains) {
        if (isWithin(node.id, id)) {
            ids.push_back(node.id);
        }
    }
    return ids;
}

bool PolicySnapshot::isWithin(qint64 id, qint64 top) const
{
    for (const DomainNode* node = domain(id); node;
         node = node->parentId ? domain(*node->parentId) : nullptr) {
        if (node->id == top) {
            return true;
        }
    }
    return false;
}

const PolicySnapshot::Effective& PolicySnapshot::effectiveOf(qint64 domainId) const
{
    const auto found = m_byId.constFind(domainId);
    return found == m_byId.constEnd() ? m_default : m_effective[static_cast<size_t>(*found)];
}

const EffectivePolicy<contract::LockoutPolicy>& PolicySnapshot::lockout(qint64 domainId) const
{
    return effectiveOf(domainId).lockout;
}

const EffectivePolicy<contract::TokenPolicy>& PolicySnapshot::token(qint64 domainId) const
{
    return effectiveOf(domainId).token;
}

const EffectivePolicy<contract::OfflinePolicy>& PolicySnapshot::offline(qint64 domainId) const
{
    return effectiveOf(domainId).offline;
}

contract::EffectivePolicies PolicySnapshot::effective(qint64 domainId) const
{
    const Effective& found = effectiveOf(domainId);
    return {*found.lockout.policy, found.lockout.origin,  *found.token.policy,
            found.token.origin,    *found.offline.policy, found.offline.origin};
}

} // namespace holdfast::authentication
