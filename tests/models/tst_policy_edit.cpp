// SPDX-License-Identifier: Apache-2.0
#include "models/policy_edit_model.h"
#include "tests/support/fake_transport.h"

#include <QSignalSpy>
#include <QTest>

using namespace holdfast;
using client::Request;
using contract::LockoutPolicy;
using contract::PolicyType;
using contract::TokenPolicy;
using models::PolicyEditModel;
using testing::FakeTransport;
using State = models::PolicyEditModel::State;

class PolicyEditTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_transport = std::make_unique<FakeTransport>();
        m_api = std::make_unique<client::ApiClient>(*m_transport);
        m_model = std::make_unique<PolicyEditModel>(*m_api);
        m_stored = {};
        m_stored.id = QStringLiteral("5");
        m_stored.name = QStringLiteral("Standard");
        m_stored.version = 3;
        m_transport->on("GET", path(), [this](const Request&) { return stored(); });
        m_transport->on("PUT", path(), [this](const Request& request) -> contract::Result<client::Answer> {
            if (request.ifMatch != m_stored.version) {
                return FakeTransport::problem(contract::ErrorKind::StaleVersion, "stale_version");
            }
            const auto body = contract::parseObject(request.body.reveal().toByteArray());
            m_stored = *contract::fromJson<LockoutPolicy>(*body);
            m_stored.version = *request.ifMatch + 1;
            return stored();
        });
    }
    void cleanup()
    {
        m_model.reset();
        m_api.reset();
        m_transport.reset();
    }

    void itIsDirtyOnlyWhileItDiffers()
    {
        open();
        QVERIFY(!m_model->isDirty());
        setFailures(7);
        QVERIFY(m_model->isDirty());
        setFailures(5);
        QVERIFY(!m_model->isDirty());
        setFailures(7);
        m_model->revert();
        QVERIFY(!m_model->isDirty());
    }

    void savingSendsTheVersionAndTakesTheNewOne()
    {
        open();
        setFailures(7);
        QSignalSpy saved(m_model.get(), &PolicyEditModel::saved);
        m_model->save();
        QCOMPARE(m_model->state(), State::Saving);
        QTRY_COMPARE(saved.count(), 1);
        QVERIFY(!m_model->isDirty());
        QCOMPARE(std::get<LockoutPolicy>(m_model->policy()).version, 4);
        QCOMPARE(m_stored.maxFailures, 7);
    }

    void somebodyElsesChangeIsShownBeforeItIsOverwritten()
    {
        open();
        setFailures(7);
        m_stored.version = 9;
        m_stored.maxFailures = 3;
        m_model->save();
        QTRY_COMPARE(m_model->state(), State::Stale);
        QCOMPARE(std::get<LockoutPolicy>(m_model->theirs()).maxFailures, 3);
        QCOMPARE(std::get<LockoutPolicy>(m_model->policy()).maxFailures, 7); // nothing typed is lost
        QCOMPARE(m_stored.maxFailures, 3);
        QSignalSpy saved(m_model.get(), &PolicyEditModel::saved);
        m_model->overwrite();
        QTRY_COMPARE(saved.count(), 1);
        QCOMPARE(m_stored.maxFailures, 7);
        QCOMPARE(m_stored.version, 10);
    }

    void somebodyElsesChangeMayBeTaken()
    {
        open();
        setFailures(7);
        m_stored.version = 9;
        m_stored.maxFailures = 3;
        m_model->save();
        QTRY_COMPARE(m_model->state(), State::Stale);
        m_model->takeTheirs();
        QCOMPARE(m_model->state(), State::Editing);
        QVERIFY(!m_model->isDirty());
        QCOMPARE(std::get<LockoutPolicy>(m_model->policy()).maxFailures, 3);
    }

    void aFaultIsToldAtItsFieldAndNotSent()
    {
        open();
        setFailures(0);
        QVERIFY(!m_model->isValid());
        QVERIFY(!m_model->fieldProblem(QStringLiteral("maxFailures")).isEmpty());
        QCOMPARE(m_model->fieldProblem(QStringLiteral("name")), QString());
        m_model->save();
        QCOMPARE(m_transport->count("PUT", path()), 0);
        QCOMPARE(m_model->range(QStringLiteral("maxFailures")), (std::pair {1, 100}));
    }

    void aFaultBetweenFieldsIsToldToo()
    {
        m_model->create(PolicyType::Token);
        m_model->edit<TokenPolicy>([](TokenPolicy& policy) {
            policy.name = QStringLiteral("PINs");
            policy.pinMinLength = 8;
            policy.pinMaxLength = 6;
        });
        QVERIFY(!m_model->isValid());
        QVERIFY(!m_model->fieldProblem(QStringLiteral("pinMaxLength")).isEmpty());
    }

    void theServicesFaultStaysUntilTheNextEdit()
    {
        m_transport->on("POST", QStringLiteral("/policies/lockout"), [](const Request&) {
            auto error = FakeTransport::problem(contract::ErrorKind::Conflict, "policy_name_taken");
            contract::Error named = error.value();
            named.fields = {
                {QStringLiteral("name"), QStringLiteral("policy_name_taken"), QStringLiteral("Taken.")}};
            return contract::Result<client::Answer>(contract::Unexpected(named));
        });
        m_model->create(PolicyType::Lockout);
        m_model->edit<LockoutPolicy>([](LockoutPolicy& policy) { policy.name = QStringLiteral("Standard"); });
        QSignalSpy failed(m_model.get(), &PolicyEditModel::failed);
        m_model->save();
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(m_model->fieldProblem(QStringLiteral("name")), QStringLiteral("Taken."));
        m_model->edit<LockoutPolicy>([](LockoutPolicy& policy) { policy.name = QStringLiteral("Other"); });
        QCOMPARE(m_model->fieldProblem(QStringLiteral("name")), QString());
    }

    void aCopyIsANewPolicy()
    {
        open();
        m_model->duplicate();
        QVERIFY(m_model->isNew());
        const auto copy = std::get<LockoutPolicy>(m_model->policy());
        QCOMPARE(copy.name, QStringLiteral("Copy of Standard"));
        QCOMPARE(copy.id, QString());
        QVERIFY(!copy.isDefault);
    }

private:
    static QString path() { return QStringLiteral("/policies/lockout/5"); }
    contract::Result<client::Answer> stored() const
    {
        return FakeTransport::json(contract::toJson(m_stored));
    }
    void open()
    {
        m_model->open(PolicyType::Lockout, QStringLiteral("5"));
        QTRY_COMPARE(m_model->state(), State::Editing);
    }
    void setFailures(int count)
    {
        m_model->edit<LockoutPolicy>([count](LockoutPolicy& policy) { policy.maxFailures = count; });
    }

    std::unique_ptr<FakeTransport> m_transport;
    std::unique_ptr<client::ApiClient> m_api;
    std::unique_ptr<PolicyEditModel> m_model;
    LockoutPolicy m_stored;
};

QTEST_GUILESS_MAIN(PolicyEditTest)
#include "tst_policy_edit.moc"
