// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/holdfastd/data_directory.h"
#include "services/authentication/store/events.h"
#include "services/authentication/store/events_head.h"
#include "services/contract/timestamp.h"
#include "services/storage/database.h"

namespace holdfast::daemon {

// A data directory opened with its keys: database at the newest schema, event log, head record.
class Store
{
public:
    // A new one: makes schema and key check. Errors: those of Database::open and migrate.
    static contract::Result<std::unique_ptr<Store>> create(const DataDirectory& directory,
                                                           security::KeyRing keys);
    // Errors besides: keys_do_not_match.
    static contract::Result<std::unique_ptr<Store>> open(const DataDirectory& directory,
                                                         security::KeyRing keys);

    // Whether the database still holds what the head record saw. Errors: event_log_cut (the tail is missing),
    // event_head_forged, event_head_missing.
    [[nodiscard]] contract::Result<void> checkHead();
    // The same for a service that starts. With `acceptLoss` a missing tail is written down as an event
    // instead.
    [[nodiscard]] contract::Result<void> acceptHead(bool acceptLoss);
    // From here on the head record follows the database.
    void keepHead();

    [[nodiscard]] storage::Database& database() { return *m_database; }
    [[nodiscard]] const security::KeyRing& keys() const { return m_keys; }
    [[nodiscard]] authentication::EventLog& events() { return m_events; }
    [[nodiscard]] const contract::Clock& clock() const { return m_clock; }
    [[nodiscard]] const QString& headFile() const { return m_headFile; }

private:
    Store(security::KeyRing keys, std::unique_ptr<storage::Database> database, QString headFile);
    static contract::Result<std::unique_ptr<Store>> openAny(const DataDirectory& directory,
                                                            security::KeyRing keys);

    security::KeyRing m_keys;
    contract::SystemClock m_clock;
    QString m_headFile;
    std::unique_ptr<storage::Database> m_database;
    authentication::EventLog m_events;
    std::unique_ptr<authentication::EventHeadKeeper> m_headKeeper;
};

} // namespace holdfast::daemon
