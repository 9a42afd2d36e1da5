// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/api_client.h"
#include "services/security/key_ring.h"
#include "services/storage/database.h"

#include <QHash>

#include <mutex>
#include <shared_mutex>

// Programs that may call /mfa/v1_1. Of a key only its keyed hash is stored. The caller writes the events
// (CREATE_, UPDATE_, DELETE_API_CLIENT) and then, after the commit, calls ApiClientDirectory::reload().
namespace holdfast::authentication::apiClients {

[[nodiscard]] std::vector<contract::ApiClient> list(storage::Connection& connection); // by name
[[nodiscard]] std::optional<contract::ApiClient> find(storage::Connection& connection, qint64 id);
// Errors: api_client_name_taken.
[[nodiscard]] contract::Result<contract::ApiClient> create(storage::Connection& connection,
                                                           const security::KeyRing& keys, const QString& name,
                                                           const contract::Secret& key,
                                                           const QString& createdBy, contract::Timestamp now);
// Errors: api_client_unknown.
[[nodiscard]] contract::Result<contract::ApiClient> setEnabled(storage::Connection& connection, qint64 id,
                                                               bool enabled);
[[nodiscard]] contract::Result<void> remove(storage::Connection& connection, qint64 id);

} // namespace holdfast::authentication::apiClients

namespace holdfast::authentication {

// The clients by key, in memory, for the hot path. Safe from any thread.
class ApiClientDirectory
{
public:
    struct Entry
    {
        qint64 id = 0;
        QString name;
    };

    // Both must outlive it.
    ApiClientDirectory(storage::Database& database, const security::KeyRing& keys);

    // Enabled clients only.
    [[nodiscard]] std::optional<Entry> byKey(QByteArrayView key) const;
    // After a change was committed and before it is answered.
    void reload();
    // Within a work of the writer: keeps last_used_at to the minute.
    void noteUse(storage::Connection& connection, qint64 id, contract::Timestamp now);

private:
    storage::Database& m_database;
    const security::KeyRing& m_keys;
    mutable std::shared_mutex m_mutex;
    QHash<QByteArray, Entry> m_byMac;
    std::mutex m_usesMutex;
    QHash<qint64, qint64> m_lastMinute;
};

} // namespace holdfast::authentication
