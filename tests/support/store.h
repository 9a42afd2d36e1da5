// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/store/events.h"
#include "services/contract/timestamp.h"
#include "services/security/key_ring.h"
#include "services/storage/database.h"

#include <QTemporaryDir>

namespace holdfast::testing {

// A migrated database in a folder of its own, with keys and a clock that stands still.
class TestStore
{
public:
    TestStore();

    [[nodiscard]] storage::Database& database() { return *m_database; }
    [[nodiscard]] const security::KeyRing& keys() const { return m_keys; }
    [[nodiscard]] const authentication::EventLog& events() const { return m_events; }
    [[nodiscard]] contract::ManualClock& clock() { return m_clock; }
    [[nodiscard]] contract::Timestamp now() const { return m_clock.now(); }
    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }
    // Closes and opens again, as after a restart.
    void reopen(storage::DatabaseOptions options = {});
    void close() { m_database.reset(); }

    template <class F>
    auto write(F work)
    {
        return m_database->writeAndWait(std::move(work));
    }
    template <class F>
    auto read(F work)
    {
        return m_database->read(std::move(work));
    }

    // Rows that others refer to; ids.
    qint64 addUser(const QString& name, qint64 domainId = 1);
    qint64 addToken(const QString& serial, std::optional<qint64> userId = {}, qint64 domainId = 1);

private:
    QTemporaryDir m_folder;
    security::KeyRing m_keys = security::KeyRing::generate();
    authentication::EventLog m_events {m_keys};
    contract::ManualClock m_clock;
    std::unique_ptr<storage::Database> m_database;
};

} // namespace holdfast::testing
