// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/canonical.h"
#include "services/authentication/store/domains.h"
#include "tests/support/store.h"

#include <QTest>

using namespace holdfast;
using namespace holdfast::authentication;
using storage::Connection;

class TestDomains : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<testing::TestStore> m_store;

    contract::Result<DomainNode> create(const QString& name, qint64 parent = rootDomainId)
    {
        return m_store->write(
            [&](Connection& connection) { return domains::create(connection, name, parent); });
    }
    contract::Result<DomainNode> rename(qint64 id, const QString& name, std::optional<qint64> version = {})
    {
        contract::DomainUpdate update;
        update.name = name;
        return m_store->write(
            [&](Connection& connection) { return domains::update(connection, id, update, version); });
    }
    QString remove(qint64 id)
    {
        const auto removed =
            m_store->write([&](Connection& connection) { return domains::remove(connection, id, {}); });
        return removed ? QString() : removed.error().code;
    }
    QStringList paths()
    {
        return m_store->read([](Connection& connection) {
            QStringList all;
            for (const auto& domain : domains::list(connection)) {
                all << domain.path;
            }
            return all;
        });
    }

private Q_SLOTS:
    void init() { m_store = std::make_unique<testing::TestStore>(); }

    void domainsMakeATree()
    {
        const auto sales = create(QStringLiteral(" Sales "));
        QVERIFY(sales);
        QCOMPARE(sales->path, QStringLiteral("/Sales"));
        QVERIFY(create(QStringLiteral("EMEA"), sales->id));
        QVERIFY(create(QStringLiteral("Finance")));
        QCOMPARE(paths(),
                 QStringList({QStringLiteral("/"), QStringLiteral("/Finance"), QStringLiteral("/Sales"),
                              QStringLiteral("/Sales/EMEA")}));
    }

    void namesThatCannotBeAreRefused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("code");
        QTest::newRow("empty") << "  "
                               << "invalid_request";
        QTest::newRow("slash") << "a/b"
                               << "invalid_request";
        QTest::newRow("taken") << "sales"
                               << "domain_name_taken";
        QTest::newRow("taken in another form") << QStringLiteral("\uFF33ales") << "domain_name_taken";
    }
    void namesThatCannotBeAreRefused()
    {
        QVERIFY(create(QStringLiteral("Sales")));
        QFETCH(QString, name);
        const auto refused = create(name);
        QVERIFY(!refused);
        QTEST(refused.error().code, "code");
        QCOMPARE(create(QStringLiteral("X"), 999).error().code, QStringLiteral("domain_unknown"));
    }

    void renamingTakesEverythingBelowAlong()
    {
        const qint64 sales = create(QStringLiteral("Sales"))->id;
        const qint64 emea = create(QStringLiteral("EMEA"), sales)->id;
        QVERIFY(create(QStringLiteral("Nordics"), emea));
        QVERIFY(create(QStringLiteral("Salesforce"))); // begins alike, stands beside
        QVERIFY(rename(sales, QStringLiteral("Markets")));
        QCOMPARE(
            paths(),
            QStringList({QStringLiteral("/"), QStringLiteral("/Markets"), QStringLiteral("/Markets/EMEA"),
                         QStringLiteral("/Markets/EMEA/Nordics"), QStringLiteral("/Salesforce")}));
    }

    void anOldVersionIsRefused()
    {
        const auto sales = create(QStringLiteral("Sales"));
        QVERIFY(rename(sales->id, QStringLiteral("Markets"), 1));
        QCOMPARE(rename(sales->id, QStringLiteral("Trade"), 1).error().code, QStringLiteral("stale_version"));
        QCOMPARE(rename(rootDomainId, QStringLiteral("Top")).error().code, QStringLiteral("domain_is_root"));
    }

    void onlyAnEmptyDomainIsRemoved()
    {
        const qint64 sales = create(QStringLiteral("Sales"))->id;
        const qint64 emea = create(QStringLiteral("EMEA"), sales)->id;
        const qint64 desk = create(QStringLiteral("Desk"))->id;
        const qint64 stock = create(QStringLiteral("Stock"))->id;
        m_store->addUser(QStringLiteral("anna"), desk);
        m_store->addToken(QStringLiteral("0001"), {}, stock);
        QCOMPARE(remove(rootDomainId), QStringLiteral("domain_is_root"));
        QCOMPARE(remove(sales), QStringLiteral("domain_not_empty"));
        QCOMPARE(remove(desk), QStringLiteral("domain_not_empty"));
        QCOMPARE(remove(stock), QStringLiteral("domain_not_empty"));
        QCOMPARE(remove(emea), QString());
        QCOMPARE(remove(sales), QString());
        QCOMPARE(remove(sales), QStringLiteral("domain_unknown"));
    }

    void theListCountsAndTellsThePolicies()
    {
        const qint64 sales = create(QStringLiteral("Sales"))->id;
        const qint64 anna = m_store->addUser(QStringLiteral("anna"), sales);
        m_store->addToken(QStringLiteral("0001"), anna, sales);
        m_store->addToken(QStringLiteral("0002"), {}, sales);
        const auto shown =
            m_store->read([&](Connection& connection) { return domains::find(connection, sales); });
        QVERIFY(shown);
        QCOMPARE(shown->userCount, 1);
        QCOMPARE(shown->tokenCount, 2);
        QCOMPARE(shown->parentId, std::optional(QStringLiteral("1")));
        QCOMPARE(shown->lockout.source, contract::PolicySource::Inherit);
        QVERIFY(!shown->lockout.policyId);
        QCOMPARE(shown->lockout.effective.policyName, QStringLiteral("Default lockout"));
        const auto all = m_store->read(&domains::list);
        QCOMPARE(all.size(), 2U);
        QCOMPARE(all[1].userCount, 1);
        QCOMPARE(all[0].userCount, 0);
        QVERIFY(!all[0].parentId);
    }

    void thePolicyChosenMustExist()
    {
        contract::DomainUpdate update;
        update.token =
            contract::PolicyChoice {contract::PolicySource::Own, QStringLiteral("1")}; // a lockout one
        const auto refused = m_store->write(
            [&](Connection& connection) { return domains::update(connection, rootDomainId, update, {}); });
        QVERIFY(!refused);
        QCOMPARE(refused.error().fields.at(0).path, QStringLiteral("token.policyId"));
    }

    void theSnapshotKnowsTheTree()
    {
        const qint64 sales = create(QStringLiteral("Sales"))->id;
        const qint64 emea = create(QStringLiteral("EMEA"), sales)->id;
        const qint64 other = create(QStringLiteral("Other"))->id;
        m_store->read([&](Connection& connection) {
            const auto snapshot = PolicySnapshot::of(connection);
            QCOMPARE(snapshot->subtree(sales), std::vector<qint64>({sales, emea}));
            QCOMPARE(snapshot->subtree(999), std::vector<qint64>());
            QVERIFY(snapshot->isWithin(emea, sales));
            QVERIFY(snapshot->isWithin(emea, rootDomainId));
            QVERIFY(!snapshot->isWithin(other, sales));
            QCOMPARE(snapshot->domainAt(QStringLiteral("/sales/emea"))->id, emea);
            QVERIFY(!snapshot->domainAt(QStringLiteral("/Sales/")));
            QVERIFY(!snapshot->domain(999));
        });
    }

    void namesAreComparedInOneForm_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("key");
        QTest::newRow("case") << "Anna.BERG"
                              << "anna.berg";
        QTest::newRow("spaces at the ends") << "  anna "
                                            << "anna";
        QTest::newRow("sharp s") << QStringLiteral("STRA\u1E9EE") << QStringLiteral("stra\u00DFe");
        QTest::newRow("full width") << QStringLiteral("\uFF21nna") << "anna";
        QTest::newRow("composed") << QStringLiteral("e\u0301va") << QStringLiteral("\u00E9va");
        QTest::newRow("ligature") << QStringLiteral("\uFB01nn") << "finn";
    }
    void namesAreComparedInOneForm()
    {
        QFETCH(QString, name);
        QTEST(canonicalName(name), "key");
        QCOMPARE(canonicalName(canonicalName(name)), canonicalName(name));
    }
};

QTEST_GUILESS_MAIN(TestDomains)
#include "tst_domains.moc"
