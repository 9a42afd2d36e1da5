// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/domains.h"

#include "services/authentication/store/canonical.h"
#include "services/authentication/store/policies_rows.h"

namespace holdfast::authentication::domains {

using contract::ErrorKind;
using contract::failure;
using contract::Result;
using contract::Unexpected;

namespace {

Result<DomainNode> node(storage::Connection& connection, qint64 id)
{
    if (const DomainNode* found = PolicySnapshot::of(connection)->domain(id)) {
        return *found;
    }
    return failure(ErrorKind::NotFound, QStringLiteral("domain_unknown"),
                   QStringLiteral("There is no such security domain."));
}

Result<void> checkVersion(const DomainNode& present, std::optional<qint64> expected)
{
    if (expected && *expected != present.version) {
        return failure(ErrorKind::StaleVersion, QStringLiteral("stale_version"),
                       QStringLiteral("Somebody has changed this domain meanwhile. Read it again."));
    }
    return {};
}

// The name as it will be stored.
Result<QString> checkName(storage::Connection& connection, const QString& name, qint64 parentId, qint64 self)
{
    const QString trimmed = name.trimmed();
    if (trimmed.isEmpty() || trimmed.contains(QLatin1Char('/'))) {
        return contract::invalidField(QStringLiteral("name"), QStringLiteral("invalid_name"),
                                      QStringLiteral("A domain's name is not empty and has no slash."));
    }
    auto rows = connection.select(
        QStringLiteral("SELECT id FROM domains WHERE parent_id = ? AND name_key = ? AND id <> ?"),
        {parentId, canonicalName(trimmed), self});
    if (rows.next()) {
        return failure(ErrorKind::Conflict, QStringLiteral("domain_name_taken"),
                       QStringLiteral("There is already a domain of this name here."));
    }
    return trimmed;
}

QString pathOf(const QString& parentPath, const QString& name)
{
    return parentPath == QLatin1String("/") ? parentPath + name : parentPath + QLatin1Char('/') + name;
}

// Paths of everything below follow.
void place(storage::Connection& connection, const DomainNode& present, const DomainNode& parent,
           const QString& name)
{
    const auto snapshot = PolicySnapshot::of(connection);
    const QString path = pathOf(parent.path, name);
    connection.change(
        QStringLiteral("UPDATE domains SET parent_id = ?, name = ?, name_key = ?, path = ? WHERE id = ?"),
        {parent.id, name, canonicalName(name), path, present.id});
    for (const qint64 below : snapshot->subtree(present.id)) {
        if (below != present.id) {
            const QString rest = snapshot->domain(below)->path.mid(present.path.size());
            connection.change(QStringLiteral("UPDATE domains SET path = ? WHERE id = ?"),
                              {path + rest, below});
        }
    }
}

// Where it is to be: its present parent, or the one that is asked for.
Result<DomainNode> parentOf(storage::Connection& connection, const DomainNode& present,
                            const contract::DomainUpdate& update)
{
    if (!present.parentId) {
        return failure(ErrorKind::Conflict, QStringLiteral("domain_is_root"),
                       QStringLiteral("The topmost domain has no name and stays where it is."));
    }
    const auto snapshot = PolicySnapshot::of(connection);
    const DomainNode* parent = update.parent ? snapshot->domainAt(*update.parent)
                                             : snapshot->domain(*present.parentId);
    if (!parent) {
        return contract::invalidField(QStringLiteral("parent"), QStringLiteral("domain_unknown"),
                                      QStringLiteral("There is no security domain %1.").arg(*update.parent));
    }
    if (snapshot->isWithin(parent->id, present.id)) {
        return failure(ErrorKind::Conflict, QStringLiteral("domain_within_itself"),
                       QStringLiteral("A domain cannot move below itself."));
    }
    return *parent;
}

// The name and the parent that are asked for.
Result<void> rearrange(storage::Connection& connection, const DomainNode& present,
                       const contract::DomainUpdate& update)
{
    if (!update.parent && (!update.name || *update.name == present.name)) {
        return {};
    }
    const auto parent = parentOf(connection, present, update);
    if (!parent) {
        return Unexpected(parent.error());
    }
    const auto name =
        checkName(connection, update.name.value_or(present.name), parent->id, present.id);
    if (!name) {
        return Unexpected(name.error());
    }
    place(connection, present, *parent, *name);
    return {};
}

template <class Policy>
Result<void> choose(storage::Connection& connection, qint64 id,
                    const std::optional<contract::PolicyChoice>& choice)
{
    if (!choice) {
        return {};
    }
    using contract::PolicySource;
    const QString column = QLatin1String(policies::Kind<Policy>::column);
    std::optional<qint64> policyId;
    if (choice->source == PolicySource::Own) {
        policyId = choice->policyId.value_or(QString()).toLongLong();
        if (policies::readAll<Policy>(connection, policyId).empty()) {
            return contract::invalidField(column + QStringLiteral(".policyId"),
                                          QStringLiteral("policy_unknown"),
                                          QStringLiteral("There is no such policy of this type."));
        }
    }
    connection.change(
        QStringLiteral("UPDATE domains SET %1_source = ?, %1_policy_id = ? WHERE id = ?").arg(column),
        {enumName(choice->source), storage::orNull(policyId), id});
    return {};
}

bool isUsed(storage::Connection& connection, const QString& sql, qint64 id)
{
    return connection.select(sql, {id}).next();
}

} // namespace

Result<DomainNode> create(storage::Connection& connection, const QString& name, qint64 parentId)
{
    const auto parent = node(connection, parentId);
    if (!parent) {
        return parent;
    }
    const auto checked = checkName(connection, name, parentId, 0);
    if (!checked) {
        return Unexpected(checked.error());
    }
    const qint64 id = connection.insert(
        QStringLiteral("INSERT INTO domains (parent_id, name, name_key, path) VALUES (?, ?, ?, ?)"),
        {parentId, *checked, canonicalName(*checked), pathOf(parent->path, *checked)});
    PolicySnapshot::changed(connection);
    return node(connection, id);
}

Result<DomainNode> update(storage::Connection& connection, qint64 id, const contract::DomainUpdate& update,
                          std::optional<qint64> expectedVersion)
{
    const auto present = node(connection, id);
    if (!present) {
        return present;
    }
    if (const auto checked = checkVersion(*present, expectedVersion); !checked) {
        return Unexpected(checked.error());
    }
    if (const auto moved = rearrange(connection, *present, update); !moved) {
        return Unexpected(moved.error());
    }
    auto chosen = choose<contract::LockoutPolicy>(connection, id, update.lockout);
    if (chosen) {
        chosen = choose<contract::TokenPolicy>(connection, id, update.token);
    }
    if (chosen) {
        chosen = choose<contract::OfflinePolicy>(connection, id, update.offline);
    }
    if (!chosen) {
        return Unexpected(chosen.error());
    }
    connection.change(QStringLiteral("UPDATE domains SET version = version + 1 WHERE id = ?"), {id});
    PolicySnapshot::changed(connection);
    return node(connection, id);
}

Result<void> remove(storage::Connection& connection, qint64 id, std::optional<qint64> expectedVersion)
{
    const auto present = node(connection, id);
    if (!present) {
        return Unexpected(present.error());
    }
    if (auto checked = checkVersion(*present, expectedVersion); !checked) {
        return checked;
    }
    if (!present->parentId) {
        return failure(ErrorKind::Conflict, QStringLiteral("domain_is_root"),
                       QStringLiteral("The topmost domain cannot be removed."));
    }
    if (isUsed(connection, QStringLiteral("SELECT 1 FROM domains WHERE parent_id = ? LIMIT 1"), id)
        || isUsed(connection, QStringLiteral("SELECT 1 FROM users WHERE domain_id = ? LIMIT 1"), id)
        || isUsed(connection, QStringLiteral("SELECT 1 FROM tokens WHERE domain_id = ? LIMIT 1"), id)
        || isUsed(connection, QStringLiteral("SELECT 1 FROM workstations WHERE domain_id = ? LIMIT 1"), id)) {
        return failure(
            ErrorKind::Conflict, QStringLiteral("domain_not_empty"),
            QStringLiteral(
                "The domain still has subdomains, people, tokens or workstations. Move them first."));
    }
    connection.change(QStringLiteral("DELETE FROM enrolment_codes WHERE domain_id = ?"), {id});
    connection.change(QStringLiteral("DELETE FROM role_assignments WHERE domain_id = ?"), {id});
    connection.change(QStringLiteral("DELETE FROM domains WHERE id = ?"), {id});
    PolicySnapshot::changed(connection);
    return {};
}

} // namespace holdfast::authentication::domains
