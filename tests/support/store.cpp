// SPDX-License-Identifier: Apache-2.0
#include "tests/support/store.h"

#include "services/authentication/store/canonical.h"
#include "services/authentication/store/schema.h"

namespace holdfast::testing {

TestStore::TestStore()
    : m_clock(contract::fromMilliseconds(1'780'000'000'000)) // 2026-05-28
{
    reopen();
}

void TestStore::reopen(storage::DatabaseOptions options)
{
    m_database.reset();
    options.path = path(QStringLiteral("holdfast.db"));
    auto opened = storage::Database::open(options);
    if (!opened) {
        qFatal("%s", qPrintable(opened.error().detail));
    }
    m_database = std::move(*opened);
    if (const auto migrated = authentication::migrate(*m_database); !migrated) {
        qFatal("%s", qPrintable(migrated.error().detail));
    }
}

qint64 TestStore::addUser(const QString& name, qint64 domainId)
{
    const qint64 at = contract::toMilliseconds(now());
    return write([&](storage::Connection& connection) {
        return connection.insert(
            QStringLiteral("INSERT INTO users (name, name_key, domain_id, created_at, updated_at) "
                           "VALUES (?, ?, ?, ?, ?)"),
            {name, authentication::canonicalName(name), domainId, at, at});
    });
}

qint64 TestStore::addToken(const QString& serial, std::optional<qint64> userId, qint64 domainId)
{
    return write([&](storage::Connection& connection) {
        return connection.insert(
            QStringLiteral("INSERT INTO tokens (serial, kind, digits, interval_seconds, domain_id, user_id, "
                           "enabled, seed, imported_at) VALUES (?, 'totp', 6, 30, ?, ?, 1, ?, ?)"),
            {serial, domainId, storage::orNull(userId), QByteArray("sealed"),
             contract::toMilliseconds(now())});
    });
}

} // namespace holdfast::testing
