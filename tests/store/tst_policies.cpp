// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/domains.h"
#include "services/authentication/store/policies.h"
#include "tests/support/store.h"

#include <QRandomGenerator>
#include <QTest>

using namespace holdfast;
using namespace holdfast::authentication;
using contract::LockoutPolicy;
using contract::OriginKind;
using contract::PolicySource;
using contract::TokenPolicy;
using storage::Connection;

namespace {

LockoutPolicy lockout(const QString& name, int maxFailures)
{
    LockoutPolicy policy;
    policy.name = name;
    policy.maxFailures = maxFailures;
    return policy;
}

contract::DomainUpdate chooseLockout(PolicySource source, const QString& policyId = {})
{
    contract::DomainUpdate update;
    update.lockout = contract::PolicyChoice {source, policyId};
    return update;
}

// The rule written a second time, in its own words: what applies to a domain.
struct Expected
{
    QString policyId;
    OriginKind kind;
    QString domain;
};

Expected expectedFor(const PolicySnapshot& snapshot, const QString& standardId, qint64 domainId)
{
    for (const DomainNode* node = snapshot.domain(domainId); node;
         node = node->parentId ? snapshot.domain(*node->parentId) : nullptr) {
        if (node->lockout.source == PolicySource::Own) {
            return {QString::number(*node->lockout.policyId),
                    node->id == domainId ? OriginKind::Own : OriginKind::Inherited, node->path};
        }
        if (node->lockout.source == PolicySource::Default) {
            break;
        }
    }
    return {standardId, OriginKind::Default, QString()};
}

} // namespace

class TestPolicies : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<testing::TestStore> m_store;

    LockoutPolicy create(const QString& name, int maxFailures)
    {
        const auto made = m_store->write([&](Connection& connection) {
            return policies::create(connection, lockout(name, maxFailures), m_store->now());
        });
        return made.value_or(LockoutPolicy {});
    }
    qint64 addDomain(const QString& name, qint64 parent = rootDomainId)
    {
        return m_store->write(
            [&](Connection& connection) { return domains::create(connection, name, parent)->id; });
    }
    void choose(qint64 domain, PolicySource source, const QString& policyId = {})
    {
        const auto updated = m_store->write([&](Connection& connection) {
            return domains::update(connection, domain, chooseLockout(source, policyId), {});
        });
        QVERIFY(updated);
    }

private Q_SLOTS:
    void init() { m_store = std::make_unique<testing::TestStore>(); }

    void aPolicyComesBackWithEveryField()
    {
        TokenPolicy policy;
        policy.name = QStringLiteral(" Strict ");
        policy.pinMinLength = 6;
        policy.pinMaxLength = 12;
        policy.pinCharacters = contract::PinCharacters::LettersAndDigits;
        policy.refuseTrivialPins = false;
        policy.nextTokencodeAfter = 0;
        policy.emergencyCodeMinutes = 60;
        policy.notes = QStringLiteral("for the vault");
        const auto made = m_store->write(
            [&](Connection& connection) { return policies::create(connection, policy, m_store->now()); });
        QVERIFY(made);
        const auto found = m_store->read([&](Connection& connection) {
            return policies::find<TokenPolicy>(connection, made->id.toLongLong());
        });
        QVERIFY(found);
        QCOMPARE(found->name, QStringLiteral("Strict"));
        QCOMPARE(found->pinMinLength, 6);
        QCOMPARE(found->pinMaxLength, 12);
        QCOMPARE(found->pinCharacters, contract::PinCharacters::LettersAndDigits);
        QCOMPARE(found->refuseTrivialPins, false);
        QCOMPARE(found->nextTokencodeAfter, 0);
        QCOMPARE(found->emergencyCodeMinutes, 60);
        QCOMPARE(found->notes, QStringLiteral("for the vault"));
        QCOMPARE(found->isDefault, false);
        QCOMPARE(found->version, 1);
    }

    void namesAreUniqueForEachTypeRegardlessOfCase()
    {
        create(QStringLiteral("Strict"), 3);
        const auto again = m_store->write([&](Connection& connection) {
            return policies::create(connection, lockout(QStringLiteral("STRICT"), 3), m_store->now());
        });
        QCOMPARE(again.error().code, QStringLiteral("policy_name_taken"));
        TokenPolicy other;
        other.name = QStringLiteral("Strict");
        QVERIFY(m_store->write(
            [&](Connection& connection) { return policies::create(connection, other, m_store->now()); }));
    }

    void fieldsThatContradictAreRefused()
    {
        TokenPolicy policy;
        policy.name = QStringLiteral("Odd");
        policy.pinMinLength = 8;
        policy.pinMaxLength = 6;
        const auto refused = m_store->write(
            [&](Connection& connection) { return policies::create(connection, policy, m_store->now()); });
        QCOMPARE(refused.error().fields.at(0).path, QStringLiteral("pinMaxLength"));
    }

    void anUpdateRaisesTheVersionAndRefusesAnOldOne()
    {
        const LockoutPolicy made = create(QStringLiteral("Strict"), 3);
        const qint64 id = made.id.toLongLong();
        const auto update = [&](std::optional<qint64> version) {
            return m_store->write([&](Connection& connection) {
                return policies::update(connection, id, lockout(QStringLiteral("Strict"), 4), version,
                                        m_store->now());
            });
        };
        const auto updated = update(1);
        QVERIFY(updated);
        QCOMPARE(updated->version, 2);
        QCOMPARE(updated->maxFailures, 4);
        QCOMPARE(update(1).error().code, QStringLiteral("stale_version"));
        QVERIFY(update({}));
    }

    void theDefaultMovesAndIsNotDeleted()
    {
        const LockoutPolicy made = create(QStringLiteral("Strict"), 3);
        const qint64 id = made.id.toLongLong();
        QVERIFY(m_store->write([&](Connection& connection) {
            return policies::makeDefault<LockoutPolicy>(connection, id, m_store->now());
        }));
        m_store->read([&](Connection& connection) {
            int defaults = 0;
            for (const LockoutPolicy& policy : policies::list<LockoutPolicy>(connection)) {
                defaults += policy.isDefault ? 1 : 0;
                QCOMPARE(policy.isDefault, policy.id == made.id);
            }
            QCOMPARE(defaults, 1);
            QCOMPARE(PolicySnapshot::of(connection)->lockout(rootDomainId).policy->maxFailures, 3);
        });
        QCOMPARE(m_store
                     ->write([&](Connection& connection) {
                         return policies::remove<LockoutPolicy>(connection, id, {});
                     })
                     .error()
                     .code,
                 QStringLiteral("policy_is_default"));
    }

    void aPolicyInUseIsNotDeletedUntilNobodyNamesIt()
    {
        const LockoutPolicy made = create(QStringLiteral("Strict"), 3);
        const qint64 sales = addDomain(QStringLiteral("Sales"));
        choose(sales, PolicySource::Own, made.id);
        const auto remove = [&] {
            return m_store->write([&](Connection& connection) {
                return policies::remove<LockoutPolicy>(connection, made.id.toLongLong(), {});
            });
        };
        const auto refused = remove();
        QCOMPARE(refused.error().code, QStringLiteral("policy_in_use"));
        QVERIFY(refused.error().detail.contains(QStringLiteral("/Sales")));
        choose(sales, PolicySource::Inherit);
        QVERIFY(remove());
    }

    void whoeverAsksOnTheWriterSeesTheChangeOfTheSameTransaction()
    {
        m_store->write([&](Connection& connection) {
            QCOMPARE(PolicySnapshot::of(connection)->lockout(rootDomainId).policy->maxFailures, 5);
            const auto standard = policies::list<LockoutPolicy>(connection).at(0);
            QVERIFY(policies::update(connection, standard.id.toLongLong(), lockout(standard.name, 9), {},
                                     m_store->now()));
            QCOMPARE(PolicySnapshot::of(connection)->lockout(rootDomainId).policy->maxFailures, 9);
        });
        QCOMPARE(m_store->read([](Connection& connection) {
            return PolicySnapshot::of(connection)->lockout(rootDomainId).policy->maxFailures;
        }),
                 9);
    }

    void aChangeThatIsUndoneIsNotSeen()
    {
        const auto undone = m_store->write([&](Connection& connection) -> contract::Result<void> {
            const auto standard = policies::list<LockoutPolicy>(connection).at(0);
            (void)policies::update(connection, standard.id.toLongLong(), lockout(standard.name, 9), {},
                                   m_store->now());
            if (PolicySnapshot::of(connection)->lockout(rootDomainId).policy->maxFailures != 9) {
                return {}; // found below: it would be kept
            }
            return contract::failure(contract::ErrorKind::Conflict, QStringLiteral("undo"), QString());
        });
        QVERIFY(!undone);
        const auto failures = [](Connection& connection) {
            return PolicySnapshot::of(connection)->lockout(rootDomainId).policy->maxFailures;
        };
        QCOMPARE(m_store->write(failures), 5);
        QCOMPARE(m_store->read(failures), 5);
    }

    void theKeptSnapshotIsUsedAgain()
    {
        const auto address = [](Connection& connection) {
            return PolicySnapshot::of(connection);
        };
        const auto first = m_store->write(address);
        QCOMPARE(m_store->write(address), first);
        const auto read = m_store->read(address);
        QCOMPARE(m_store->read(address), read);
        create(QStringLiteral("Another"), 3);
        QVERIFY(m_store->write(address) != first);
        QVERIFY(m_store->read(address) != read);
    }

    // Random trees, random choices: the snapshot agrees with the rule, for every domain, after every change.
    void everyEffectivePolicyFollowsTheRule()
    {
        QRandomGenerator random(20260601);
        const QString standardId = m_store->read(
            [](Connection& connection) { return policies::list<LockoutPolicy>(connection).at(0).id; });
        QStringList policyIds;
        for (int i = 0; i < 4; ++i) {
            policyIds << create(QStringLiteral("Policy %1").arg(i), i + 1).id;
        }
        std::vector<qint64> ids {rootDomainId};
        for (int i = 0; i < 30; ++i) {
            const auto parent = ids[random.bounded(static_cast<quint32>(ids.size()))];
            ids.push_back(addDomain(QStringLiteral("D%1").arg(i), parent));
        }
        for (int round = 0; round < 150; ++round) {
            const auto domain = ids[random.bounded(static_cast<quint32>(ids.size()))];
            const auto source = static_cast<PolicySource>(random.bounded(3));
            choose(domain, source,
                   source == PolicySource::Own ? policyIds[random.bounded(policyIds.size())] : QString());
            m_store->read([&](Connection& connection) {
                const auto snapshot = PolicySnapshot::of(connection);
                for (const qint64 id : ids) {
                    const Expected expected = expectedFor(*snapshot, standardId, id);
                    const auto& found = snapshot->lockout(id);
                    QCOMPARE(found.origin.policyId, expected.policyId);
                    QCOMPARE(found.policy->id, expected.policyId);
                    QCOMPARE(found.origin.kind, expected.kind);
                    QCOMPARE(found.origin.domain, expected.domain);
                    QCOMPARE(snapshot->token(id).origin.kind, OriginKind::Default);
                }
            });
        }
    }

    void anUnknownDomainGetsTheDefaults()
    {
        m_store->read([](Connection& connection) {
            const auto effective = PolicySnapshot::of(connection)->effective(4711);
            QCOMPARE(effective.lockoutOrigin.kind, OriginKind::Default);
            QCOMPARE(effective.lockout.maxFailures, 5);
            QCOMPARE(effective.tokenOrigin.policyName, QStringLiteral("Default token policy"));
            QCOMPARE(effective.offline.offlineDays, 14);
        });
    }
};

QTEST_GUILESS_MAIN(TestPolicies)
#include "tst_policies.moc"
