// SPDX-License-Identifier: Apache-2.0
#include "tests/support/api_fixture.h"

#include "services/authentication/domain/decision.h"
#include "services/authentication/store/administrators.h"
#include "services/authentication/store/domains.h"
#include "services/authentication/store/schema.h"
#include "services/authentication/store/sessions.h"
#include "services/authentication/store/users.h"
#include "services/security/pin_hash.h"
#include "services/security/random.h"
#include "tests/support/api_call.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace holdfast::testing {

using namespace authentication;

namespace {

template <class T>
T must(contract::Result<T> result)
{
    if (!result) {
        qFatal("fixture: %s: %s", qPrintable(result.error().code), qPrintable(result.error().detail));
    }
    if constexpr (!std::is_void_v<T>) {
        return std::move(*result);
    }
}

std::unique_ptr<storage::Database> openDatabase(const QString& path)
{
    storage::DatabaseOptions options;
    options.path = path;
    auto database = must(storage::Database::open(options));
    must(migrate(*database));
    return database;
}

QByteArray json(const QJsonObject& body)
{
    return body.isEmpty() ? QByteArray() : QJsonDocument(body).toJson(QJsonDocument::Compact);
}

QString below(const QString& path)
{
    return QStringLiteral("/api/v1") + path;
}

} // namespace

ApiFixture::ApiFixture(const ApiFixtureOptions& options)
    : clock(must(contract::fromRfc3339(QStringLiteral("2026-06-01T08:00:00Z"))))
    , m_keys(security::KeyRing::generate())
    , m_database(openDatabase(m_directory.filePath(QStringLiteral("holdfast.db"))))
    , m_events(m_keys)
{
    http::ServerOptions server;
    server.workerThreads = options.workerThreads;
    m_server = std::make_unique<http::Server>(server, m_router);
    GateOptions gate;
    gate.refusalFloor = std::chrono::milliseconds(0);
    m_gate = std::make_unique<Gate>(
        *m_database, m_keys, m_events, clock,
        [this](std::chrono::milliseconds delay, std::function<void()> function) {
            m_server->after(delay, std::move(function));
        },
        gate);
    m_apiClients = std::make_unique<ApiClientDirectory>(*m_database, m_keys);
    m_apiClients->reload();
    m_context = std::make_unique<ApiContext>(ApiContext {
        *m_database, m_keys, clock, m_events, *m_gate, *m_apiClients, m_metrics, options.localSecret,
        options.sdtidReader, options.surroundings, options.logs, options.mail, options.signals});
    m_routes = std::make_unique<Routes>(*m_context, m_router);
    if (options.more) {
        options.more(*m_routes);
    }
    addRoutes(*m_routes);
    m_gate->recover();
    m_port = must(m_server->start());
    if (options.localSecret.isEmpty()) {
        m_adminId = makeUser(QStringLiteral("admin"));
        setRoles(m_adminId, {{contract::Role::SuperAdministrator, QStringLiteral("/")}});
        m_adminToken = sessionOf(m_adminId);
    }
}

ApiFixture::~ApiFixture()
{
    m_server->stop();
    m_gate.reset(); // calls back into the server's timers and the database
}

ApiAnswer ApiFixture::call(const QByteArray& method, const QString& path, const QByteArray& body,
                           const QByteArray& token, const ApiHeaders& headers) const
{
    ApiHeaders all = headers;
    if (!token.isEmpty()) {
        all.append({QByteArray("Authorization"), "Bearer " + token});
    }
    return apiCall(m_port, method, path, body, all);
}

ApiAnswer ApiFixture::get(const QString& path) const
{
    return call("GET", below(path), {}, m_adminToken);
}

ApiAnswer ApiFixture::post(const QString& path, const QJsonObject& body, const ApiHeaders& headers) const
{
    return call("POST", below(path), json(body), m_adminToken, headers);
}

ApiAnswer ApiFixture::patch(const QString& path, const QJsonObject& body, QByteArray etag) const
{
    etag = etag.isEmpty() ? get(path).etag() : etag;
    return call("PATCH", below(path), json(body), m_adminToken, {{QByteArray("If-Match"), etag}});
}

ApiAnswer ApiFixture::put(const QString& path, const QJsonObject& body, QByteArray etag) const
{
    etag = etag.isEmpty() ? get(path).etag() : etag;
    return call("PUT", below(path), json(body), m_adminToken, {{QByteArray("If-Match"), etag}});
}

ApiAnswer ApiFixture::remove(const QString& path) const
{
    return call("DELETE", below(path), {}, m_adminToken);
}

qint64 ApiFixture::makeUser(const QString& name, const QString& domain)
{
    contract::UserCreate user;
    user.name = name;
    user.domain = domain;
    return must(m_database->writeAndWait(
        [&](storage::Connection& connection) { return users::create(connection, user, clock.now()); }));
}

qint64 ApiFixture::makeDomain(const QString& name, const QString& parent)
{
    return must(m_database->writeAndWait([&](storage::Connection& connection) {
               const DomainNode* node = PolicySnapshot::of(connection)->domainAt(parent);
               Q_ASSERT(node != nullptr);
               return domains::create(connection, name, node->id);
           }))
        .id;
}

void ApiFixture::setRoles(qint64 userId, const std::vector<contract::RoleAssignment>& roles)
{
    m_database->writeAndWait([&](storage::Connection& connection) {
        std::vector<RoleRow> rows;
        for (const auto& role : roles) {
            rows.push_back({role.role, PolicySnapshot::of(connection)->domainAt(role.domain)->id});
        }
        administrators::setRoles(connection, userId, rows);
    });
}

void ApiFixture::setPassword(qint64 userId, const QByteArray& password)
{
    const QByteArray hash =
        security::hashPin(m_keys, contract::Secret(QByteArrayView(password)), passwordIdentity(userId));
    m_database->writeAndWait([&](storage::Connection& connection) {
        administrators::setPasswordHash(connection, userId, hash, clock.now());
    });
}

QByteArray ApiFixture::sessionOf(qint64 userId)
{
    const contract::Secret token = security::randomToken();
    m_database->writeAndWait([&](storage::Connection& connection) {
        SessionRow row;
        row.userId = userId;
        row.createdAt = clock.now();
        row.lastSeenAt = clock.now();
        row.confirmedAt = clock.now();
        row.expiresAt = clock.now() + std::chrono::minutes(30);
        sessions::create(connection, m_keys, token, row);
    });
    return token.reveal().toByteArray();
}

QByteArray ApiFixture::sessionWithRole(contract::Role role, const QString& domain)
{
    return sessionWithRole(contract::enumName(role), domain);
}

QByteArray ApiFixture::sessionWithRole(const QString& role, const QString& domain)
{
    const qint64 id = makeUser(QStringLiteral("%1-%2").arg(role).arg(++m_made), domain);
    setRoles(id, {contract::RoleAssignment(role, domain)});
    return sessionOf(id);
}

std::vector<contract::Event> ApiFixture::events(const QString& key) const
{
    EventQuery query;
    query.key = key;
    query.limit = 1000;
    return m_database->read(
        [&](storage::Connection& connection) { return authentication::events::page(connection, query); });
}

} // namespace holdfast::testing
