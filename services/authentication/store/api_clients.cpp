// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/api_clients.h"

#include "services/authentication/store/canonical.h"

namespace holdfast::authentication {

using contract::ApiClient;
using contract::ErrorKind;
using contract::failure;
using contract::Result;

namespace {

QByteArray macOf(const security::KeyRing& keys, QByteArrayView key)
{
    return keys.macBytes(security::Purpose::LookupToken, key);
}

std::vector<ApiClient> readAll(storage::Connection& connection, const QString& where,
                               const QVariantList& values)
{
    std::vector<ApiClient> clients;
    auto rows = connection.select(
        QStringLiteral("SELECT id, name, enabled, created_by, created_at, last_used_at FROM api_clients ")
            + where,
        values);
    while (rows.next()) {
        ApiClient client {QString::number(rows.integer(0)),
                          rows.text(1),
                          rows.boolean(2),
                          rows.text(3),
                          contract::fromMilliseconds(rows.integer(4)),
                          std::nullopt};
        if (!rows.isNull(5)) {
            client.lastUsedAt = contract::fromMilliseconds(rows.integer(5));
        }
        clients.push_back(std::move(client));
    }
    return clients;
}

contract::Unexpected unknown()
{
    return failure(ErrorKind::NotFound, QStringLiteral("api_client_unknown"),
                   QStringLiteral("There is no such API client."));
}

} // namespace

namespace apiClients {

std::vector<ApiClient> list(storage::Connection& connection)
{
    return readAll(connection, QStringLiteral("ORDER BY name_key"), {});
}

std::optional<ApiClient> find(storage::Connection& connection, qint64 id)
{
    auto found = readAll(connection, QStringLiteral("WHERE id = ?"), {id});
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

Result<ApiClient> create(storage::Connection& connection, const security::KeyRing& keys, const QString& name,
                         const contract::Secret& key, const QString& createdBy, contract::Timestamp now)
{
    const QString nameKey = canonicalName(name);
    if (nameKey.isEmpty()) {
        return contract::invalidField(QStringLiteral("name"), QStringLiteral("required"),
                                      QStringLiteral("An API client needs a name."));
    }
    if (!readAll(connection, QStringLiteral("WHERE name_key = ?"), {nameKey}).empty()) {
        return failure(ErrorKind::Conflict, QStringLiteral("api_client_name_taken"),
                       QStringLiteral("Another API client has this name."));
    }
    const qint64 id = connection.insert(
        QStringLiteral("INSERT INTO api_clients (name, name_key, key_mac, enabled, created_by, created_at) "
                       "VALUES (?, ?, ?, 1, ?, ?)"),
        {name.trimmed(), nameKey, macOf(keys, key.reveal()), createdBy, contract::toMilliseconds(now)});
    return *find(connection, id);
}

Result<ApiClient> setEnabled(storage::Connection& connection, qint64 id, bool enabled)
{
    connection.change(QStringLiteral("UPDATE api_clients SET enabled = ? WHERE id = ?"), {enabled, id});
    auto client = find(connection, id);
    if (!client) {
        return unknown();
    }
    return std::move(*client);
}

Result<void> remove(storage::Connection& connection, qint64 id)
{
    if (connection.change(QStringLiteral("DELETE FROM api_clients WHERE id = ?"), {id}) == 0) {
        return unknown();
    }
    return {};
}

} // namespace apiClients

ApiClientDirectory::ApiClientDirectory(storage::Database& database, const security::KeyRing& keys)
    : m_database(database)
    , m_keys(keys)
{
    reload();
}

std::optional<ApiClientDirectory::Entry> ApiClientDirectory::byKey(QByteArrayView key) const
{
    const QByteArray mac = macOf(m_keys, key);
    const std::shared_lock lock(m_mutex);
    const auto found = m_byMac.constFind(mac);
    return found == m_byMac.constEnd() ? std::nullopt : std::optional(*found);
}

void ApiClientDirectory::reload()
{
    // Under the lock from the read on, so that an older reading never replaces a newer one.
    const std::unique_lock lock(m_mutex);
    m_byMac = m_database.read([](storage::Connection& connection) {
        QHash<QByteArray, Entry> clients;
        auto rows =
            connection.select(QStringLiteral("SELECT key_mac, id, name FROM api_clients WHERE enabled = 1"));
        while (rows.next()) {
            clients.insert(rows.bytes(0), {rows.integer(1), rows.text(2)});
        }
        return clients;
    });
}

void ApiClientDirectory::noteUse(storage::Connection& connection, qint64 id, contract::Timestamp now)
{
    const qint64 minute = contract::toMilliseconds(now) / 60'000;
    {
        const std::lock_guard lock(m_usesMutex);
        qint64& last = m_lastMinute[id];
        if (last == minute) {
            return;
        }
        last = minute;
    }
    connection.change(QStringLiteral("UPDATE api_clients SET last_used_at = ? WHERE id = ?"),
                      {minute * 60'000, id});
}

} // namespace holdfast::authentication
