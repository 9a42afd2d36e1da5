// SPDX-License-Identifier: Apache-2.0
#include "app/holdfastd/store.h"

#include "services/authentication/store/audit.h"
#include "services/authentication/store/key_check.h"
#include "services/authentication/store/schema.h"

namespace holdfast::daemon {

using contract::ErrorKind;
using contract::failure;
using contract::Result;

Store::Store(security::KeyRing keys, std::unique_ptr<storage::Database> database, QString headFile)
    : m_keys(std::move(keys))
    , m_headFile(std::move(headFile))
    , m_database(std::move(database))
    , m_events(m_keys)
{ }

Result<std::unique_ptr<Store>> Store::openAny(const DataDirectory& directory, security::KeyRing keys)
{
    auto database = storage::Database::open({.path = directory.databaseFile()});
    if (!database) {
        return contract::Unexpected(database.error());
    }
    std::unique_ptr<Store> store(new Store(std::move(keys), std::move(*database), directory.headFile()));
    return authentication::migrate(store->database()).map([&] { return std::move(store); });
}

Result<std::unique_ptr<Store>> Store::create(const DataDirectory& directory, security::KeyRing keys)
{
    auto store = openAny(directory, std::move(keys));
    if (store) {
        // At once: a service that is killed in its first second must find a head at its next start.
        if (const auto written = authentication::writeEventHead((*store)->headFile(), (*store)->keys(), {});
            !written) {
            return contract::Unexpected(written.error());
        }
        (*store)->database().writeAndWait([&](storage::Connection& connection) {
            authentication::key_check::note(connection, (*store)->keys());
        });
    }
    return store;
}

Result<std::unique_ptr<Store>> Store::open(const DataDirectory& directory, security::KeyRing keys)
{
    auto store = openAny(directory, std::move(keys));
    if (!store) {
        return store;
    }
    const auto match = (*store)->database().writeAndWait([&](storage::Connection& connection) {
        return authentication::key_check::compare(connection, (*store)->keys()).map([&] {
            authentication::key_check::note(connection,
                                            (*store)->keys()); // a new version, before its first use
        });
    });
    if (!match) {
        return contract::Unexpected(match.error());
    }
    return store;
}

Result<void> Store::checkHead()
{
    // Always there, for a new service writes one: a log that was emptied together with its head is refused,
    // too.
    if (const auto head = authentication::readEventHead(m_headFile, m_keys); !head) {
        return contract::Unexpected(head.error());
    }
    const auto finding = m_database->read([&](storage::Connection& connection) {
        return authentication::checkEventHead(connection, m_keys, m_headFile);
    });
    if (finding) {
        return failure(ErrorKind::Conflict, QStringLiteral("event_log_cut"), finding->detail);
    }
    return {};
}

Result<void> Store::acceptHead(bool acceptLoss)
{
    auto held = checkHead();
    if (held || !acceptLoss) {
        return held;
    }
    m_database->writeAndWait([&](storage::Connection& connection) {
        contract::Event event;
        event.at = m_clock.now();
        event.log = contract::EventLog::System;
        event.key = QStringLiteral("EVENT_LOSS_ACCEPTED");
        event.result = contract::EventResult::Information;
        event.reason = held.error().code;
        event.actor = QStringLiteral("system");
        m_events.append(connection, std::move(event));
    });
    return authentication::rewriteEventHead(*m_database, m_keys, m_headFile);
}

void Store::keepHead()
{
    m_headKeeper = std::make_unique<authentication::EventHeadKeeper>(*m_database, m_keys, m_headFile);
}

} // namespace holdfast::daemon
