// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/card.h"
#include "services/contract/domain.h"
#include "services/storage/connection.h"

#include <QHash>

#include <memory>
#include <vector>

namespace holdfast::authentication {

inline constexpr qint64 rootDomainId = 1;

// What a domain says about one policy type.
struct PolicyBindingRow
{
    contract::PolicySource source = contract::PolicySource::Inherit;
    std::optional<qint64> policyId {};
};

// A row of the tree of security domains.
struct DomainNode
{
    qint64 id = 0;
    std::optional<qint64> parentId {};
    QString name;
    QString path; // "/" for the root
    PolicyBindingRow lockout {};
    PolicyBindingRow token {};
    PolicyBindingRow offline {};
    qint64 version = 1;
};

// A policy in effect and where it comes from.
template <class Policy>
struct EffectivePolicy
{
    std::shared_ptr<const Policy> policy;
    contract::PolicyOrigin origin;
};

// The tree of domains with every policy in effect, read once and kept: on the writer's thread asking for it
// costs no SQL until a domain or a policy changes (or a work is undone); on a reader one small query finds
// out whether it is still the one of this snapshot of the database.
class PolicySnapshot
{
public:
    // Empty; of() is for everybody else.
    PolicySnapshot() = default;

    // Right for what this transaction sees, its own changes included. Never null.
    [[nodiscard]] static std::shared_ptr<const PolicySnapshot> of(storage::Connection& connection);
    // To be called by whoever changed a domain or a policy, in the same transaction.
    static void changed(storage::Connection& connection);

    [[nodiscard]] const std::vector<DomainNode>& domains() const { return m_domains; } // ordered by path
    // Null when there is none.
    [[nodiscard]] const DomainNode* domain(qint64 id) const;
    [[nodiscard]] const DomainNode* domainAt(const QString& path) const; // names compared canonically
    // The domain and everything below it; empty when there is none.
    [[nodiscard]] std::vector<qint64> subtree(qint64 id) const;
    [[nodiscard]] bool isWithin(qint64 id, qint64 top) const;

    // An unknown id gets the defaults.
    [[nodiscard]] const EffectivePolicy<contract::LockoutPolicy>& lockout(qint64 domainId) const;
    [[nodiscard]] const EffectivePolicy<contract::TokenPolicy>& token(qint64 domainId) const;
    [[nodiscard]] const EffectivePolicy<contract::OfflinePolicy>& offline(qint64 domainId) const;
    [[nodiscard]] contract::EffectivePolicies effective(qint64 domainId) const;

private:
    struct Effective
    {
        EffectivePolicy<contract::LockoutPolicy> lockout;
        EffectivePolicy<contract::TokenPolicy> token;
        EffectivePolicy<contract::OfflinePolicy> offline;
    };
    static std::shared_ptr<const PolicySnapshot> load(storage::Connection& connection);
    void loadDomains(storage::Connection& connection);
    void loadPolicies(storage::Connection& connection);
    [[nodiscard]] const Effective& effectiveOf(qint64 domainId) const;

    std::vector<DomainNode> m_domains;
    QHash<qint64, qsizetype> m_byId;
    QHash<QString, qsizetype> m_byPathKey;
    std::vector<Effective> m_effective; // one for each domain, in the same order
    Effective m_default;
    qint64 m_revision = 0;
};

} // namespace holdfast::authentication
