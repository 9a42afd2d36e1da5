// SPDX-License-Identifier: Apache-2.0
#include "models/domain_tree_model.h"
#include "models/emergency_codes_model.h"
#include "models/policies_model.h"
#include "models/search_model.h"
#include "models/tokens_model.h"
#include "models/tone.h"
#include "tests/support/fake_transport.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace holdfast;
using namespace std::chrono_literals;
using client::Request;
using testing::FakeTransport;

namespace {

QJsonObject domain(const char* id, const char* name, const char* path, const char* parent)
{
    contract::SecurityDomain domain;
    domain.id = QString::fromLatin1(id);
    domain.name = QString::fromLatin1(name);
    domain.path = QString::fromLatin1(path);
    if (parent != nullptr) {
        domain.parentId = QString::fromLatin1(parent);
    }
    domain.lockout.effective.policyName = QStringLiteral("Strict");
    return contract::toJson(domain);
}

// "/(Ops, Sales(EMEA))"
QString print(const QAbstractItemModel& model, const QModelIndex& parent = {})
{
    QStringList nodes;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        const QString below = print(model, index);
        nodes << index.data().toString() + (below.isEmpty() ? QString() : QStringLiteral("(%1)").arg(below));
    }
    return nodes.join(QStringLiteral(", "));
}

QJsonObject list(const QJsonArray& items)
{
    return {{QStringLiteral("items"), items}};
}

} // namespace

class SmallModelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void domainsAreATree()
    {
        FakeTransport transport;
        client::ApiClient api(transport);
        transport.on("GET", QStringLiteral("/domains"),
                     list({domain("3", "EMEA", "/Sales/EMEA", "2"), domain("2", "Sales", "/Sales", "1"),
                           domain("1", "", "/", nullptr), domain("4", "Ops", "/Ops", "1")}));
        models::DomainTreeModel model(api);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.load();
        QTRY_COMPARE(model.state(), models::DomainTreeModel::State::Ready);
        QCOMPARE(print(model), QStringLiteral("All domains(Ops, Sales(EMEA))"));
        const QModelIndex emea = model.indexOfPath(QStringLiteral("/Sales/EMEA"));
        QCOMPARE(model.domain(emea)->id, QStringLiteral("3"));
        QCOMPARE(emea.siblingAtColumn(models::DomainTreeModel::Lockout).data().toString(),
                 QStringLiteral("Strict"));
        QCOMPARE(model.paths(),
                 QStringList({QStringLiteral("/"), QStringLiteral("/Ops"), QStringLiteral("/Sales"),
                              QStringLiteral("/Sales/EMEA")}));
    }

    void aScopeWithinTheTreeStandsOnTop()
    {
        FakeTransport transport;
        client::ApiClient api(transport);
        transport.on("GET", QStringLiteral("/domains"),
                     list({domain("3", "EMEA", "/Sales/EMEA", "2"), domain("2", "Sales", "/Sales", "1")}));
        models::DomainTreeModel model(api);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.load();
        QTRY_COMPARE(print(model), QStringLiteral("Sales(EMEA)"));
    }

    void policiesOfAllTypesAreOneList()
    {
        FakeTransport transport;
        client::ApiClient api(transport);
        const auto named = [](auto policy, const char* name, bool isDefault) {
            policy.id = QString::fromLatin1(name);
            policy.name = QString::fromLatin1(name);
            policy.isDefault = isDefault;
            return contract::toJson(policy);
        };
        transport.on("GET", QStringLiteral("/policies/lockout"),
                     list({named(contract::LockoutPolicy {}, "Lenient", false),
                           named(contract::LockoutPolicy {}, "Standard", true)}));
        transport.on("GET", QStringLiteral("/policies/token"),
                     list({named(contract::TokenPolicy {}, "PINs", true)}));
        transport.on("GET", QStringLiteral("/policies/offline"), list({}));
        models::PoliciesModel model(api);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.load();
        QTRY_COMPARE(model.state(), models::PoliciesModel::State::Ready);
        QCOMPARE(print(model), QStringLiteral("Standard, Lenient, PINs")); // the default first in its type
        QCOMPARE(model.rowOf(contract::PolicyType::Token, QStringLiteral("PINs")), 2);
        QCOMPARE(model.index(1, models::PoliciesModel::Domains).data().toString(),
                 QStringLiteral("Nowhere yet"));
    }

    void oneFailedTypeFailsTheList()
    {
        FakeTransport transport;
        client::ApiClient api(transport);
        transport.on("GET", QStringLiteral("/policies/lockout"), list({}));
        transport.on("GET", QStringLiteral("/policies/token"), list({}));
        models::PoliciesModel model(api);
        model.load();
        QTRY_COMPARE(model.state(), models::PoliciesModel::State::Failed);
    }

    void emergencyCodesAreToldWithWhatIsLeft()
    {
        const contract::ManualClock clock(contract::fromMilliseconds(1780000000000));
        models::EmergencyCodesModel model(clock);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        contract::EmergencyCode code;
        code.kind = contract::EmergencyCodeKind::OneTimeSet;
        code.count = 5;
        code.remaining = 3;
        code.expiresAt = clock.now() + 2h;
        model.setCodes({code});
        QCOMPARE(model.index(0, models::EmergencyCodesModel::Remaining).data().toString(),
                 QStringLiteral("3 of 5"));
        QCOMPARE(model.index(0, models::EmergencyCodesModel::Expires).data().toString(),
                 QStringLiteral("in 2 hour(s)"));
    }

    void tokensTellStateAndExpiryInWords()
    {
        const contract::ManualClock clock(contract::fromMilliseconds(1780000000000));
        FakeTransport transport;
        client::ApiClient api(transport);
        contract::Token token;
        token.serial = QStringLiteral("000123456789");
        token.state = contract::TokenState::Lost;
        token.digits = 6;
        token.expiresAt = clock.now() + 24h * 12;
        transport.on("GET", QStringLiteral("/tokens"), list({contract::toJson(token)}));
        models::TokensModel model(api, clock);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.load();
        QTRY_COMPARE(model.rowCount(), 1);
        using Model = models::TokensModel;
        QCOMPARE(model.index(0, Model::Serial).data().toString(), QStringLiteral("0001 2345 6789"));
        QCOMPARE(model.index(0, Model::Serial).data(models::IdRole).toString(), token.serial);
        QCOMPARE(model.index(0, Model::State).data().toString(), QStringLiteral("Lost"));
        QCOMPARE(model.index(0, Model::State).data(models::ToneRole).toInt(),
                 static_cast<int>(models::Tone::Bad));
        QCOMPARE(model.index(0, Model::Expires).data(models::ToneRole).toInt(),
                 static_cast<int>(models::Tone::Warning));
    }

    void theSearchFindsPagesAtOnceAndPeopleBehind()
    {
        FakeTransport transport;
        client::ApiClient api(transport);
        transport.on("GET", QStringLiteral("/search"),
                     list({contract::toJson(contract::SearchHit {QStringLiteral("user"), QStringLiteral("7"),
                                                                 QStringLiteral("Anna Policik"),
                                                                 QStringLiteral("/")})}));
        models::SearchModel model(api);
        model.setDebounce(0ms);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        using Kind = models::SearchModel::Kind;
        model.setLocalEntries(
            {{Kind::Page, QStringLiteral("policies"), QStringLiteral("Policies"), {}, {}},
             {Kind::Page, QStringLiteral("users"), QStringLiteral("Users"), {}, {}},
             {Kind::Action, QStringLiteral("import"), QStringLiteral("Import tokens"), {}, {}}});
        QCOMPARE(print(model), QStringLiteral("Policies, Users"));
        model.setText(QStringLiteral("polic"));
        QCOMPARE(print(model), QStringLiteral("Policies"));
        QVERIFY(model.isSearching());
        QTRY_COMPARE(print(model), QStringLiteral("Anna Policik, Policies"));
        QVERIFY(!model.isSearching());
        model.setText(QString());
        QCOMPARE(print(model), QStringLiteral("Policies, Users"));
    }

    void theSearchIgnoresTheAnswerToAFormerQuestion()
    {
        FakeTransport transport;
        client::ApiClient api(transport);
        transport.on("GET", QStringLiteral("/search"), [](const Request& request) {
            const QString text = request.query.queryItemValue(QStringLiteral("q"));
            return contract::Result<client::Answer>(FakeTransport::json(list({contract::toJson(
                contract::SearchHit {QStringLiteral("user"), text, QStringLiteral("hit of ") + text, {}})})));
        });
        models::SearchModel model(api);
        model.setDebounce(0ms);
        transport.hold();
        model.setText(QStringLiteral("an"));
        QTRY_COMPARE(transport.asked().size(), size_t {1});
        model.setText(QStringLiteral("anna"));
        QTRY_COMPARE(transport.asked().size(), size_t {2});
        transport.release(1);
        transport.release(0);
        QTRY_COMPARE(print(model), QStringLiteral("hit of anna"));
    }

    void aSerialIsFoundAsItIsReadOut()
    {
        FakeTransport transport;
        client::ApiClient api(transport);
        models::SearchModel model(api);
        model.setDebounce(0ms);
        model.setText(QStringLiteral("0001 2345"));
        QTRY_COMPARE(transport.asked().size(), size_t {1});
        QCOMPARE(transport.last().query.queryItemValue(QStringLiteral("q")), QStringLiteral("00012345"));
        QTRY_VERIFY(!model.isSearching());
    }
};

QTEST_GUILESS_MAIN(SmallModelsTest)
#include "tst_small_models.moc"
