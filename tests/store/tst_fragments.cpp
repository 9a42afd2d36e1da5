// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/migrations.h"
#include "services/authentication/store/offline_voiding.h"
#include "services/authentication/store/schema.h"
#include "services/authentication/store/tokens.h"
#include "services/authentication/store/users.h"
#include "services/authentication/store/users_list.h"
#include "services/storage/dialect.h"
#include "tests/support/store.h"

#include <QTest>

using namespace holdfast;
using namespace holdfast::authentication;
using namespace Qt::StringLiterals;
using storage::Connection;

namespace {

contract::UserCreate person(const QString& name, const QString& displayName)
{
    contract::UserCreate user;
    user.name = name;
    user.displayName = displayName;
    user.email = name + u"@example.com"_s;
    user.domain = u"/"_s;
    return user;
}

} // namespace

class TestFragments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_store = std::make_unique<testing::TestStore>();
        m_lena = m_store->write([&](Connection& connection) {
            return users::create(connection, person(u"lena"_s, u"Lena Sommerfeld"_s), m_store->now()).value();
        });
        m_token = m_store->addToken(u"AB-000123456"_s, m_lena);
    }

    void wordsStandAnywhere()
    {
        QCOMPARE(people({u"ommerf"_s}), 1);
        QCOMPARE(people({u"OMMER"_s, u"ena@ex"_s}), 1);
        QCOMPARE(people({u"ommer"_s, u"nobody"_s}), 0);
        QCOMPARE(people({u"le"_s, u"ommer"_s}), 1); // too short for a fragment: begins a word
        QCOMPARE(people({u"en"_s, u"ommer"_s}), 0);
        QCOMPARE(people({u"somm*"_s}), 1);
        QCOMPARE(people({u"omm*"_s}), 0);
        QCOMPARE(people({u"1-2"_s}), 0); // two digits and what separates them
        QCOMPARE(people({u"quo\"te"_s}), 0);
        QCOMPARE(people({u"%%%"_s}), 0);
        QCOMPARE(people({u"ommer"_s}, true), 0);
        QCOMPARE(people({u"nobody"_s}, true), 1);
    }

    void aTokenIsFoundBySerialNotesAndHolder()
    {
        QCOMPARE(tokens({u"0123"_s}), 1);
        QCOMPARE(tokens({u"b-00"_s, u"sommer"_s}), 1);
        QCOMPARE(tokens({u"ab"_s}), 1);
        QCOMPARE(tokens({u"ab-0*"_s, u"len*"_s}), 1);
        QCOMPARE(tokens({u"000*"_s}), 0);
        QCOMPARE(tokens({u"drawer"_s}), 0);
        m_store->write([&](Connection& connection) {
            authentication::tokens::update(connection, m_token, 1, u"In the Drawer"_s, {});
        });
        QCOMPARE(tokens({u"drawer"_s}), 1);
    }

    void whatChangesIsFoundByItsNewTextsOnly()
    {
        m_store->write([&](Connection& connection) {
            contract::UserUpdate renamed;
            renamed.displayName = u"Lena Winterberg"_s;
            const UserRow row = users::find(connection, m_lena).value();
            QVERIFY(users::update(connection, row, renamed, u"admin"_s, m_store->now()));
        });
        QCOMPARE(people({u"sommer"_s}), 0);
        QCOMPARE(people({u"winter"_s}), 1);
        QCOMPARE(tokens({u"sommer"_s}), 0);
        QCOMPARE(tokens({u"winter"_s}), 1);
        m_store->write(
            [&](Connection& connection) { authentication::tokens::unassign(connection, m_token); });
        QCOMPARE(tokens({u"winter"_s}), 0);
        QCOMPARE(tokens({u"0001234"_s}), 1);
    }

    void whatIsDeletedIsFoundNoMore()
    {
        m_store->write([&](Connection& connection) { authentication::tokens::forget(connection, m_token); });
        QCOMPARE(tokens({u"0123"_s}), 0);
        m_store->write([&](Connection& connection) {
            connection.change(u"DELETE FROM users WHERE id = ?"_s, {m_lena});
        });
        m_store->read([](Connection& connection) {
            for (const QString& table : {u"user_fragments"_s, u"token_fragments"_s, u"fragments_due"_s}) {
                auto rows = connection.select(u"SELECT COUNT(*) FROM %1"_s.arg(table));
                QVERIFY(rows.next());
                QCOMPARE(rows.integer(0), 0);
            }
        });
    }

    void whatIsRolledBackLeavesNoTrace()
    {
        m_store->write([&](Connection& connection) -> contract::Result<void> {
            authentication::tokens::update(connection, m_token, 1, u"drawer"_s, {});
            return contract::failure(contract::ErrorKind::Conflict, u"no"_s, u"No."_s);
        });
        QCOMPARE(tokens({u"drawer"_s}), 0);
        QCOMPARE(tokens({u"0123"_s}), 1);
    }

    void theManyAndTheFewAreTheSame()
    {
        constexpr int many = 10'050;
        m_store->write([&](Connection& connection) {
            for (int i = 0; i < many; ++i) {
                const QString name = u"crowd%1"_s.arg(i, 5, 10, '0'_L1);
                const qint64 id =
                    connection.insert(u"INSERT INTO users (name, name_key, domain_id, created_at, updated_at)"
                                      " VALUES (?, ?, 1, 0, 0)"_s,
                                      {name, name});
                connection.change(u"INSERT INTO user_search (user_id, fragments) VALUES (?, ?)"_s,
                                  {id, name});
            }
        });
        QCOMPARE(people({u"rowd"_s}), many);
        QCOMPARE(people({u"rowd"_s, u"d0004"_s}), 10);
        QCOMPARE(people({u"crowd"_s}, true), 1);
        m_store->read([](Connection& connection) {
            UserFilter filter;
            filter.domains({1});
            filter.text(connection, {u"rowd0"_s});
            QCOMPARE(users::count(connection, filter), 10'000);
            const auto page = users::list(connection, filter, {.offset = 9'990, .limit = 20});
            QCOMPARE(page.size(), 10U);
            QCOMPARE(page.back().account.name, u"crowd09999"_s);
        });
    }

    void tokensAreCountedWithTheirHolders()
    {
        const auto count = [&] {
            return m_store->read(
                [&](Connection& connection) { return users::find(connection, m_lena)->tokenCount; });
        };
        QCOMPARE(count(), 1);
        const qint64 second = m_store->addToken(u"2"_s);
        m_store->write([&](Connection& connection) {
            authentication::tokens::assign(connection, second, m_lena, contract::PinStyle::None,
                                           contract::PinState::NotRequired, m_store->now());
        });
        QCOMPARE(count(), 2);
        m_store->write(
            [&](Connection& connection) { authentication::tokens::unassign(connection, m_token); });
        QCOMPARE(count(), 1);
        m_store->write([&](Connection& connection) { authentication::tokens::forget(connection, second); });
        QCOMPARE(count(), 0);
    }

    void aDatabaseFromBeforeIsIndexedWhole()
    {
        QTemporaryDir folder;
        auto database = storage::Database::open({.path = folder.filePath(u"holdfast.db"_s)});
        QVERIFY(database);
        (*database)->writeAndWait([](Connection& connection) {
            connection.script(storage::inDialect(
                connection.dialect(),
                u"CREATE TABLE schema_version (version {key}, name {text} NOT NULL) {table};"_s));
            for (const Migration& migration : migrations()) {
                if (migration.version < 17) {
                    connection.script(storage::inDialect(connection.dialect(), migration.script));
                    if (migration.seed) {
                        migration.seed(connection);
                    }
                    connection.change(u"INSERT INTO schema_version VALUES (?, 'x')"_s, {migration.version});
                }
            }
            connection.insert(u"INSERT INTO users (id, name, name_key, domain_id, created_at, updated_at)"
                              " VALUES (7, 'lena', 'lena', 1, 0, 0)"_s);
            connection.change(
                u"INSERT INTO user_search (user_id, fragments) VALUES (7, 'lena sommerfeld')"_s);
            connection.insert(
                u"INSERT INTO tokens (serial, kind, digits, interval_seconds, domain_id, user_id,"
                " enabled, seed, imported_at, notes)"
                " VALUES ('T-00042', 'totp', 6, 30, 1, 7, 1, x'00', 0, 'Über dem Tisch')"_s);
        });
        QVERIFY(migrate(**database));
        (*database)->read([](Connection& connection) {
            UserFilter who;
            who.text(connection, {u"ommer"_s});
            who.hasToken(true);
            QCOMPARE(users::count(connection, who), 1);
            TokenFilter what;
            what.text(connection, {u"0004"_s, u"ommer"_s, u"ÜBER"_s});
            QCOMPARE(authentication::tokens::count(connection, what), 1);
        });
    }

private:
    // How many are listed; the total must say the same.
    [[nodiscard]] qint64 people(const QStringList& words, bool negated = false)
    {
        return m_store->read([&](Connection& connection) {
            UserFilter filter;
            filter.text(connection, words, negated);
            const auto listed =
                static_cast<qint64>(users::list(connection, filter, {.limit = 20'000}).size());
            return listed == users::count(connection, filter) ? listed : -1;
        });
    }
    [[nodiscard]] qint64 tokens(const QStringList& words)
    {
        return m_store->read([&](Connection& connection) {
            TokenFilter filter;
            filter.text(connection, words);
            const auto listed = static_cast<qint64>(
                authentication::tokens::list(connection, filter, {.limit = 20'000}).size());
            return listed == authentication::tokens::count(connection, filter) ? listed : -1;
        });
    }

    std::unique_ptr<testing::TestStore> m_store;
    qint64 m_lena = 0;
    qint64 m_token = 0;
};

QTEST_GUILESS_MAIN(TestFragments)
#include "tst_fragments.moc"
