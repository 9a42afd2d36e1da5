// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/support_bundle.h"

#include "services/authentication/api/surroundings.h"
#include "services/authentication/store/events.h"
#include "services/authentication/store/schema.h"
#include "services/contract/json.h"
#include "services/security/key_ring.h"

#include <QJsonArray>
#include <QSysInfo>

#include <thread>

namespace holdfast::authentication {

namespace {

// The names of tables stand here, not in the database: what is not listed is not in the bundle.
constexpr std::array tables {"users",      "user_aliases", "tokens",           "domains",
                             "policies",   "passwords",    "emergency_issues", "emergency_codes",
                             "sessions",   "api_clients",  "role_assignments", "token_imports",
                             "idempotency"};

QJsonObject counts(storage::Connection& connection)
{
    QJsonObject counted;
    for (const char* table : tables) {
        auto rows = connection.select(QStringLiteral("SELECT COUNT(*) FROM %1").arg(QLatin1String(table)));
        counted.insert(QLatin1String(table), rows.next() ? rows.integer(0) : -1);
    }
    counted.insert(QStringLiteral("events"), events::lastSequence(connection));
    return counted;
}

QJsonObject machine()
{
    return {{QStringLiteral("system"), QSysInfo::prettyProductName()},
            {QStringLiteral("kernel"), QSysInfo::kernelVersion()},
            {QStringLiteral("architecture"), QSysInfo::currentCpuArchitecture()},
            {QStringLiteral("processors"), static_cast<int>(std::thread::hardware_concurrency())}};
}

QJsonArray systemEvents(storage::Connection& connection)
{
    constexpr int most = 200;
    EventQuery query;
    query.log = contract::EventLog::System;
    query.newestFirst = true;
    query.limit = most;
    QJsonArray list;
    for (const contract::Event& event : events::page(connection, query)) {
        list.append(contract::toJson(event));
    }
    return list;
}

QJsonArray keyVersions(const security::KeyRing* keys)
{
    QJsonArray list;
    for (const int version : keys ? keys->versions() : std::vector<int> {}) {
        list.append(version);
    }
    return list;
}

} // namespace

QJsonObject supportBundle(const HealthInput& input)
{
    return {{QStringLiteral("product"), QStringLiteral("Holdfast")},
            {QStringLiteral("version"), QStringLiteral(HOLDFAST_VERSION)},
            {QStringLiteral("qt"), QString::fromLatin1(qVersion())},
            {QStringLiteral("madeAt"), contract::toRfc3339(input.now)},
            {QStringLiteral("machine"), machine()},
            {QStringLiteral("schema"), schemaVersionOf(input.connection)},
            {QStringLiteral("rows"), counts(input.connection)},
            {QStringLiteral("keyVersions"), keyVersions(input.keys)},
            {QStringLiteral("configuration"),
             input.surroundings ? input.surroundings->configuration : QJsonObject {}},
            {QStringLiteral("health"), contract::toJson(healthReport(input))},
            {QStringLiteral("systemEvents"), systemEvents(input.connection)}};
}

} // namespace holdfast::authentication
