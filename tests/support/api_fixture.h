// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/api.h"
#include "services/authentication/api/gate.h"
#include "services/authentication/api/metrics.h"
#include "services/authentication/store/api_clients.h"
#include "services/authentication/store/events.h"
#include "services/contract/user.h"
#include "services/http/server.h"
#include "services/security/key_ring.h"
#include "services/storage/database.h"

#include <QJsonObject>
#include <QTemporaryDir>

namespace holdfast::testing {

struct ApiAnswer
{
    int status = 0; // 0: no answer
    QHash<QByteArray, QByteArray> headers; // names in lower case
    QByteArray body;
    QJsonObject json;

    [[nodiscard]] QString code() const { return json.value(QStringLiteral("code")).toString(); }
    [[nodiscard]] QByteArray etag() const { return headers.value("etag"); }
    [[nodiscard]] QString text(const char* name) const { return json.value(QLatin1String(name)).toString(); }
    [[nodiscard]] QJsonArray items() const;
};

using ApiHeaders = QList<std::pair<QByteArray, QByteArray>>;

struct ApiFixtureOptions
{
    contract::Secret localSecret {}; // empty: no local sessions
    std::function<void(authentication::Routes&)> more {}; // routes besides those of addRoutes()
    int workerThreads = 4;
    QString sdtidReader {}; // path of the program; empty: none will be found
    const authentication::Surroundings* surroundings = nullptr;
    authentication::LogSwitch* logs = nullptr;
    const authentication::MailFacts* mail = nullptr;
    const authentication::ServiceSignals* signals = nullptr;
};

// The whole service but for its program: a server on a free loopback port, SQLite in a folder of its own, new
// keys, a clock that stands still at 2026-06-01 08:00 UTC, and a Super Administrator "admin" who is signed
// in.
class ApiFixture
{
public:
    explicit ApiFixture(const ApiFixtureOptions& options = {});
    ~ApiFixture();
    ApiFixture(const ApiFixture&) = delete;
    ApiFixture& operator=(const ApiFixture&) = delete;

    contract::ManualClock clock;

    // One blocking call on a connection of its own; from any thread. `path` from the root, with query.
    // `token`: of the session; empty for none.
    [[nodiscard]] ApiAnswer call(const QByteArray& method, const QString& path, const QByteArray& body,
                                 const QByteArray& token, const ApiHeaders& headers = {}) const;
    // The same as admin; `path` below /api/v1.
    [[nodiscard]] ApiAnswer get(const QString& path) const;
    [[nodiscard]] ApiAnswer post(const QString& path, const QJsonObject& body = {},
                                 const ApiHeaders& headers = {}) const;
    // Whose If-Match is whatever GET of the path says; `etag` sets another.
    [[nodiscard]] ApiAnswer patch(const QString& path, const QJsonObject& body, QByteArray etag = {}) const;
    [[nodiscard]] ApiAnswer put(const QString& path, const QJsonObject& body, QByteArray etag = {}) const;
    [[nodiscard]] ApiAnswer remove(const QString& path) const;

    // Straight into the storage.
    qint64 makeUser(const QString& name, const QString& domain = QStringLiteral("/"));
    qint64 makeDomain(const QString& name, const QString& parent = QStringLiteral("/"));
    void setRoles(qint64 userId, const std::vector<contract::RoleAssignment>& roles);
    void setPassword(qint64 userId, const QByteArray& password);
    // A session's token, without a sign-in.
    QByteArray sessionOf(qint64 userId);
    // A new account with this one role, and its session.
    QByteArray sessionWithRole(contract::Role role, const QString& domain = QStringLiteral("/"));
    QByteArray sessionWithRole(const QString& role, const QString& domain = QStringLiteral("/"));
    [[nodiscard]] std::vector<contract::Event> events(const QString& key = {}) const; // oldest first

    [[nodiscard]] qint64 adminId() const { return m_adminId; }
    [[nodiscard]] const QByteArray& adminToken() const { return m_adminToken; }
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] storage::Database& database() { return *m_database; }
    [[nodiscard]] const security::KeyRing& keys() const { return m_keys; }
    [[nodiscard]] authentication::EventLog& eventLog() { return m_events; }
    [[nodiscard]] authentication::Gate& gate() { return *m_gate; }
    [[nodiscard]] authentication::Routes& routes() { return *m_routes; }
    [[nodiscard]] const authentication::ApiContext& context() const { return *m_context; }

private:
    QTemporaryDir m_directory;
    security::KeyRing m_keys;
    std::unique_ptr<storage::Database> m_database;
    authentication::EventLog m_events;
    authentication::Metrics m_metrics;
    http::Router m_router;
    std::unique_ptr<http::Server> m_server;
    std::unique_ptr<authentication::Gate> m_gate;
    std::unique_ptr<authentication::ApiClientDirectory> m_apiClients;
    std::unique_ptr<authentication::ApiContext> m_context;
    std::unique_ptr<authentication::Routes> m_routes;
    quint16 m_port = 0;
    qint64 m_adminId = 0;
    QByteArray m_adminToken;
    int m_made = 0;
};

} // namespace holdfast::testing
