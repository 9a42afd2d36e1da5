// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/secret.h"
#include "services/contract/timestamp.h"

namespace holdfast::security {
class KeyRing;
}
namespace holdfast::storage {
class Database;
}

namespace holdfast::authentication {

class ApiClientDirectory;
class EventLog;
class Gate;
class LogSwitch;
class Metrics;
struct MailFacts;
struct ServiceSignals;
struct Surroundings;

// What every route works with. Wired in app/; must outlive the server.
struct ApiContext
{
    storage::Database& database;
    const security::KeyRing& keys;
    const contract::Clock& clock;
    EventLog& events;
    Gate& gate;
    ApiClientDirectory& apiClients;
    Metrics& metrics;
    // What POST /local-sessions asks for (at least 32 bytes); empty: there are no local sessions.
    contract::Secret localSecret {};
    // Path of holdfast-sdtid-reader; empty: where it is installed beside this program.
    QString sdtidReader {};
    // What is around the database: folders, configuration. Null: not known, as in tests of the API.
    const Surroundings* surroundings = nullptr;
    // Verbose logs for a while; null: there is no switch.
    LogSwitch* logs = nullptr;
    // Null: the service sends no e-mail.
    const MailFacts* mail = nullptr;
    // Null: nothing else goes on behind it.
    const ServiceSignals* signals = nullptr;
};

} // namespace holdfast::authentication
