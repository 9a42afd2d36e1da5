// SPDX-License-Identifier: Apache-2.0
// What signing in rests on: sessions, administrators, API clients and kept answers.
#include "services/authentication/store/administrators.h"
#include "services/authentication/store/api_clients.h"
#include "services/authentication/store/domains.h"
#include "services/authentication/store/idempotency.h"
#include "services/authentication/store/sessions.h"
#include "tests/support/store.h"

#include <QTest>

using namespace holdfast;
using namespace holdfast::authentication;
using contract::Role;
using contract::Secret;
using storage::Connection;
using namespace std::chrono_literals;

class TestSignIn : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<testing::TestStore> m_store;

    qint64 addSession(const char* token, std::optional<qint64> userId)
    {
        return m_store->write([&](Connection& connection) {
            const auto now = m_store->now();
            return sessions::create(connection, m_store->keys(), Secret(QByteArrayView(token)),
                                    {0, userId, now, now + 1h, now, QStringLiteral("127.0.0.1")});
        });
    }
    std::optional<SessionRow> findSession(const char* token)
    {
        return m_store->read([&](Connection& connection) {
            return sessions::find(connection, m_store->keys(), token, m_store->now());
        });
    }

private Q_SLOTS:
    void init() { m_store = std::make_unique<testing::TestStore>(); }

    void aSessionLivesUntilItExpiresOrIsRevoked()
    {
        const qint64 anna = m_store->addUser(QStringLiteral("anna"));
        const qint64 first = addSession("token-1", anna);
        addSession("token-2", anna);
        QCOMPARE(findSession("token-1")->id, first);
        QCOMPARE(findSession("token-1")->userId, std::optional(anna));
        QVERIFY(!findSession("token-9"));
        m_store->write([&](Connection& connection) { sessions::revoke(connection, first, m_store->now()); });
        QVERIFY(!findSession("token-1"));
        QVERIFY(findSession("token-2"));
        m_store->clock().advance(1h);
        QVERIFY(!findSession("token-2"));
    }

    void useExtendsASession()
    {
        const qint64 id = addSession("token", {});
        m_store->clock().advance(50min);
        m_store->write([&](Connection& connection) {
            sessions::extend(connection, id, m_store->now(), m_store->now() + 1h);
        });
        m_store->clock().advance(50min);
        QVERIFY(findSession("token"));
    }

    void allSessionsOfAPersonEndButOne()
    {
        const qint64 anna = m_store->addUser(QStringLiteral("anna"));
        const qint64 kept = addSession("kept", anna);
        addSession("other", anna);
        addSession("owner", {});
        QCOMPARE(m_store->write([&](Connection& connection) {
            return sessions::revokeAllOf(connection, anna, m_store->now(), kept);
        }),
                 1);
        QVERIFY(findSession("kept"));
        QVERIFY(!findSession("other"));
        QVERIFY(findSession("owner"));
    }

    void theLocalOwnersSessionBecomesThePersons()
    {
        addSession("owner", {});
        QVERIFY(!findSession("owner")->userId);
        const qint64 anna = m_store->addUser(QStringLiteral("anna"));
        m_store->write([&](Connection& connection) { sessions::adopt(connection, anna); });
        QCOMPARE(findSession("owner")->userId, std::optional(anna));
    }

    void theTokenItselfIsNowhereInTheFile()
    {
        addSession("a-token-that-would-be-seen", {});
        m_store->close();
        QFile file(m_store->path(QStringLiteral("holdfast.db")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("a-token-that-would-be-seen"));
    }

    void rolesAreReplacedAndListed()
    {
        const qint64 anna = m_store->addUser(QStringLiteral("anna"));
        m_store->addUser(QStringLiteral("nobody"));
        m_store->write([&](Connection& connection) {
            QVERIFY(!administrators::any(connection));
            const qint64 sales = domains::create(connection, QStringLiteral("Sales"), rootDomainId)->id;
            administrators::setRoles(
                connection, anna,
                {{Role::Auditor, sales}, {Role::SuperAdministrator, rootDomainId}, {Role::Auditor, sales}});
            QVERIFY(administrators::any(connection));
            QCOMPARE(administrators::superAdministrators(connection), 1);
            QCOMPARE(
                administrators::roles(connection, anna),
                (std::vector<RoleRow> {{Role::SuperAdministrator, rootDomainId}, {Role::Auditor, sales}}));
        });
        const auto entries = m_store->read(&administrators::list);
        QCOMPARE(entries.size(), 1U);
        QCOMPARE(entries[0].name, QStringLiteral("anna"));
        QVERIFY(!entries[0].hasPassword);
        QCOMPARE(entries[0].roles.size(), 2U);
        QCOMPARE(entries[0].roles[1].domain, QStringLiteral("/Sales"));
        m_store->write([&](Connection& connection) {
            administrators::setPasswordHash(connection, anna, QByteArray("hash"), m_store->now());
            QVERIFY(administrators::find(connection, anna)->hasPassword);
            administrators::setPasswordHash(connection, anna, QByteArray("later"), m_store->now());
            QCOMPARE(administrators::passwordHash(connection, anna), std::optional(QByteArray("later")));
            administrators::removePassword(connection, anna);
            QVERIFY(!administrators::passwordHash(connection, anna));
            administrators::setRoles(connection, anna, {});
            QVERIFY(!administrators::find(connection, anna));
        });
    }

    void aDisabledSuperAdministratorDoesNotCount()
    {
        const qint64 anna = m_store->addUser(QStringLiteral("anna"));
        m_store->write([&](Connection& connection) {
            administrators::setRoles(connection, anna, {{Role::SuperAdministrator, rootDomainId}});
            connection.change(QStringLiteral("UPDATE users SET enabled = 0 WHERE id = ?"), {anna});
            QCOMPARE(administrators::superAdministrators(connection), 0);
        });
    }

    void apiClientsAreKnownByTheirKey()
    {
        const auto make = [&](const char* name, const char* key) {
            return m_store->write([&](Connection& connection) {
                return apiClients::create(connection, m_store->keys(), QString::fromLatin1(name),
                                          Secret(QByteArrayView(key)), QStringLiteral("admin"),
                                          m_store->now());
            });
        };
        const auto vpn = make("VPN", "key-1");
        QVERIFY(vpn);
        QCOMPARE(make("vpn", "key-2").error().code, QStringLiteral("api_client_name_taken"));
        ApiClientDirectory directory(m_store->database(), m_store->keys());
        QCOMPARE(directory.byKey("key-1")->name, QStringLiteral("VPN"));
        QVERIFY(!directory.byKey("key-2"));
        QVERIFY(!directory.byKey(""));

        const qint64 id = vpn->id.toLongLong();
        m_store->write([&](Connection& connection) {
            QCOMPARE(apiClients::setEnabled(connection, id, false)->enabled, false);
        });
        directory.reload();
        QVERIFY(!directory.byKey("key-1"));
        m_store->write([&](Connection& connection) {
            QVERIFY(apiClients::remove(connection, id));
            QCOMPARE(apiClients::remove(connection, id).error().code, QStringLiteral("api_client_unknown"));
            QVERIFY(apiClients::list(connection).empty());
        });
    }

    void theLastUseIsKeptToTheMinute()
    {
        const qint64 id = m_store->write([&](Connection& connection) {
            return apiClients::create(connection, m_store->keys(), QStringLiteral("VPN"),
                                      Secret(QByteArrayView("key")), QStringLiteral("admin"), m_store->now())
                ->id.toLongLong();
        });
        ApiClientDirectory directory(m_store->database(), m_store->keys());
        m_store->clock().advance(90s);
        m_store->write([&](Connection& connection) { directory.noteUse(connection, id, m_store->now()); });
        const auto used = m_store->read(
            [&](Connection& connection) { return apiClients::find(connection, id)->lastUsedAt; });
        QCOMPARE(used, std::optional(std::chrono::floor<std::chrono::minutes>(m_store->now())));
    }

    void anAnswerIsReplayedToTheSameActorAndBody()
    {
        const QString actor = QStringLiteral("session:1");
        const QString key = QStringLiteral("4711");
        m_store->write([&](Connection& connection) {
            idempotency::keep(connection, m_store->keys(), actor, key, "body",
                              {QStringLiteral("POST /users"), 201, Secret(QByteArrayView("{\"id\":\"9\"}")),
                               true, m_store->now()});
        });
        const auto find = [&](const QString& who, const char* body) {
            return m_store->read([&](Connection& connection) {
                return idempotency::find(connection, m_store->keys(), who, key, body);
            });
        };
        const auto found = find(actor, "body");
        QVERIFY(found);
        QVERIFY(found->sameBody);
        QVERIFY(found->holdsSecret);
        QCOMPARE(found->status, 201);
        QCOMPARE(found->route, QStringLiteral("POST /users"));
        QVERIFY(found->answer.equals("{\"id\":\"9\"}"));
        QVERIFY(!find(actor, "another body")->sameBody);
        QVERIFY(!find(QStringLiteral("session:2"), "body"));

        m_store->clock().advance(6min);
        m_store->write([&](Connection& connection) {
            idempotency::expire(connection, m_store->now() - 5min, m_store->now() - 24h);
        });
        QVERIFY(find(actor, "body")->answer.isEmpty());
        m_store->clock().advance(24h);
        m_store->write([&](Connection& connection) {
            idempotency::expire(connection, m_store->now() - 5min, m_store->now() - 24h);
        });
        QVERIFY(!find(actor, "body"));
    }
};

QTEST_GUILESS_MAIN(TestSignIn)
#include "tst_sign_in.moc"
