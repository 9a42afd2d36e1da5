// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/domains.h"

namespace holdfast::authentication::domains {

namespace {

QHash<qint64, qint64> countByDomain(storage::Connection& connection, const QString& sql)
{
    QHash<qint64, qint64> counts;
    auto rows = connection.select(sql);
    while (rows.next()) {
        counts.insert(rows.integer(0), rows.integer(1));
    }
    return counts;
}

contract::PolicyBinding binding(const PolicyBindingRow& row, const contract::PolicyOrigin& effective)
{
    contract::PolicyBinding shown {row.source, std::nullopt, effective};
    if (row.source == contract::PolicySource::Own && row.policyId) {
        shown.policyId = QString::number(*row.policyId);
    }
    return shown;
}

contract::SecurityDomain shown(const PolicySnapshot& snapshot, const DomainNode& node, qint64 users,
                               qint64 tokens)
{
    contract::SecurityDomain domain;
    domain.id = QString::number(node.id);
    domain.name = node.name;
    domain.path = node.path;
    if (node.parentId) {
        domain.parentId = QString::number(*node.parentId);
    }
    domain.userCount = static_cast<int>(users);
    domain.tokenCount = static_cast<int>(tokens);
    domain.lockout = binding(node.lockout, snapshot.lockout(node.id).origin);
    domain.token = binding(node.token, snapshot.token(node.id).origin);
    domain.offline = binding(node.offline, snapshot.offline(node.id).origin);
    domain.version = node.version;
    return domain;
}

qint64 countIn(storage::Connection& connection, const QString& sql, qint64 id)
{
    auto rows = connection.select(sql, {id});
    return rows.next() ? rows.integer(0) : 0;
}

} // namespace

std::optional<contract::SecurityDomain> find(storage::Connection& connection, qint64 id)
{
    const auto snapshot = PolicySnapshot::of(connection);
    const DomainNode* node = snapshot->domain(id);
    if (!node) {
        return std::nullopt;
    }
    return shown(*snapshot, *node,
                 countIn(connection, QStringLiteral("SELECT COUNT(*) FROM users WHERE domain_id = ?"), id),
                 countIn(connection, QStringLiteral("SELECT COUNT(*) FROM tokens WHERE domain_id = ?"), id));
}

std::vector<contract::SecurityDomain> list(storage::Connection& connection)
{
    const auto users =
        countByDomain(connection, QStringLiteral("SELECT domain_id, COUNT(*) FROM users GROUP BY domain_id"));
    const auto tokens = countByDomain(
        connection, QStringLiteral("SELECT domain_id, COUNT(*) FROM tokens GROUP BY domain_id"));
    const auto snapshot = PolicySnapshot::of(connection);
    std::vector<contract::SecurityDomain> all;
    all.reserve(snapshot->domains().size());
    for (const DomainNode& node : snapshot->domains()) {
        all.push_back(shown(*snapshot, node, users.value(node.id), tokens.value(node.id)));
    }
    return all;
}

} // namespace holdfast::authentication::domains
