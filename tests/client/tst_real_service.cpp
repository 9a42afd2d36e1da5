// SPDX-License-Identifier: Apache-2.0
#include "models/csv_export.h"
#include "models/domain_tree_model.h"
#include "models/events_model.h"
#include "models/import_model.h"
#include "models/overview_model.h"
#include "models/policies_model.h"
#include "models/policy_edit_model.h"
#include "models/user_card_model.h"
#include "models/users_model.h"
#include "services/client/embedded_service.h"
#include "services/client/http_transport.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace holdfast;
using contract::Result;
using models::Session;
using models::WindowModel;

// Client and models against a real holdfastd: what they ask is what it answers.
class RealServiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("HOME", m_home.path().toUtf8());
        qputenv("XDG_CONFIG_HOME", m_home.filePath(QStringLiteral("config")).toUtf8());
        m_service = std::make_unique<client::EmbeddedService>(
            client::EmbeddedService::Options {.program = QStringLiteral(HOLDFAST_BIN "/holdfastd"),
                                              .dataDirectory = m_home.filePath(QStringLiteral("data"))});
        m_service->start();
        QTRY_COMPARE_WITH_TIMEOUT(m_service->state(), client::EmbeddedService::State::Ready, 30000);
        m_transport.setServer(m_service->url(), m_service->certificateSha256());
        m_session.signInLocally(m_service->secret());
        QTRY_COMPARE_WITH_TIMEOUT(m_session.state(), Session::State::FirstRun, 10000);
        m_session.completeFirstRun(
            {.name = QStringLiteral("olivia"), .organisation = QStringLiteral("Example")});
        QTRY_COMPARE_WITH_TIMEOUT(m_session.state(), Session::State::SignedIn, 10000);
        QVERIFY(get(m_api.createDomain({.name = QStringLiteral("Sales")})));
        for (int i = 0; i < 350; ++i) {
            const auto made =
                get(m_api.createUser({.name = QStringLiteral("person%1").arg(i, 3, 10, QLatin1Char('0')),
                                      .domain = QStringLiteral("/Sales")}));
            QVERIFY2(made, made ? "" : qPrintable(made.error().code));
            m_lastId = made->id;
        }
    }
    void cleanupTestCase() { m_service.reset(); }

    void peopleAreAWindow()
    {
        models::UsersModel model(m_api, m_clock);
        model.load();
        QTRY_COMPARE(model.state(), WindowModel::State::Ready);
        QCOMPARE(model.rowCount(), 351); // and olivia
        const auto name = [&model](int row) {
            return model.index(row, models::UsersModel::Name).data().toString();
        };
        QTRY_COMPARE(name(350), QStringLiteral("person349")); // the last page, by a jump
        QTRY_COMPARE(name(151), QStringLiteral("person150"));
        model.sort(models::UsersModel::Name, Qt::DescendingOrder);
        QTRY_COMPARE(name(0), QStringLiteral("person349"));
        model.setRestriction(QStringLiteral("domain"), QStringLiteral("/Sales"));
        QTRY_COMPARE(model.rowCount(), 350);
        model.setFilter(QStringLiteral("person01"));
        QTRY_COMPARE(model.rowCount(), 10);
        model.setFilter(QStringLiteral("nosuch:thing"));
        QTRY_COMPARE(model.state(), WindowModel::State::Failed);
        QCOMPARE(model.error().code, QStringLiteral("invalid_filter"));
        model.clearFilter();
        QTRY_COMPARE(model.rowCount(), 351);
        for (const int column : {models::UsersModel::DisplayName, models::UsersModel::LastLogon}) {
            model.sort(column, Qt::AscendingOrder);
            QTRY_VERIFY(!model.isBusy());
            QCOMPARE(model.state(), WindowModel::State::Ready);
        }
    }

    void activityIsAWindowThatGrows()
    {
        models::EventsModel model(m_api, m_clock);
        model.setPollInterval(std::chrono::milliseconds(20));
        model.load();
        QTRY_COMPARE(model.state(), WindowModel::State::Ready);
        const int before = model.rowCount();
        QVERIFY(before > 350);
        model.setLive(true);
        QVERIFY(get(m_api.disableUser(m_lastId)));
        QTRY_COMPARE(model.rowCount(), before + 1);
        QCOMPARE(model.index(0, models::EventsModel::What).data().toString(),
                 QStringLiteral("olivia disabled person349"));
        QTRY_VERIFY(model.event(300) != nullptr || !model.index(300, 0).data().isNull());
        QTRY_COMPARE(model.event(300)->sequence, model.event(0)->sequence - 300);
        model.setRestriction(QStringLiteral("user"), m_lastId);
        QTRY_COMPARE(model.rowCount(), 2);
        model.setFilter(QStringLiteral("person349"));
        QTRY_COMPARE(model.state(), WindowModel::State::Ready);
    }

    void theCardTellsWhyAndMendsIt()
    {
        models::UserCardModel card(m_api, m_session);
        card.setUser(m_lastId);
        QTRY_COMPARE(card.state(), models::UserCardModel::State::Ready);
        QCOMPARE(card.verdict(), QStringLiteral("Cannot sign in: the account is disabled"));
        QCOMPARE(card.nextAction()->action, contract::CardAction::Enable);
        QVERIFY(card.perform(*card.nextAction()));
        QTRY_COMPARE(card.verdict(), QStringLiteral("Cannot sign in: there is no token"));
        const auto issued = get(m_api.issueEmergencyCodes(m_lastId,
                                                          {.kind = contract::EmergencyCodeKind::OneTimeSet,
                                                           .count = 3,
                                                           .reason = QStringLiteral("INC-1")}));
        QVERIFY2(issued, issued ? "" : qPrintable(issued.error().code));
        QCOMPARE(issued->codes.size(), size_t {3});
        card.refresh();
        QTRY_COMPARE(card.waysText(), QStringLiteral("With an emergency code"));
        QVERIFY(get(m_api.cancelEmergencyCode(m_lastId, issued->id)));
        QCOMPARE(get(m_api.emergencyCodes(m_lastId, {}))->items.size(), size_t {1});
    }

    void aChangedPolicyIsSavedAndAStaleOneIsNot()
    {
        models::PoliciesModel policies(m_api);
        policies.load();
        QTRY_COMPARE(policies.state(), models::PoliciesModel::State::Ready);
        QCOMPARE(policies.rowCount(), 3); // the defaults
        models::PolicyEditModel mine(m_api);
        mine.open(contract::PolicyType::Lockout, policies.entry(0)->id);
        QTRY_COMPARE(mine.state(), models::PolicyEditModel::State::Editing);
        auto theirs = std::get<contract::LockoutPolicy>(mine.policy());
        theirs.maxFailures = 4;
        const auto stored = get(m_api.replacePolicy(theirs));
        QVERIFY2(stored, stored ? "" : qPrintable(stored.error().code));
        mine.edit<contract::LockoutPolicy>([](contract::LockoutPolicy& policy) { policy.maxFailures = 6; });
        mine.save();
        QTRY_COMPARE(mine.state(), models::PolicyEditModel::State::Stale);
        QCOMPARE(std::get<contract::LockoutPolicy>(mine.theirs()).maxFailures, 4);
        QSignalSpy saved(&mine, &models::PolicyEditModel::saved);
        mine.overwrite();
        QTRY_COMPARE(saved.count(), 1);
    }

    void aTokenIsImportedAssignedAndTakenBack()
    {
        const QString path = m_home.filePath(QStringLiteral("tokens.xml"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(
            "<?xml version=\"1.0\"?><KeyContainer Version=\"1.0\" "
            "xmlns=\"urn:ietf:params:xml:ns:keyprov:pskc\">"
            "<KeyPackage><DeviceInfo><SerialNo>00012345</SerialNo></DeviceInfo><Key Id=\"1\" "
            "Algorithm=\"urn:ietf:params:xml:ns:keyprov:pskc:totp\"><AlgorithmParameters><ResponseFormat "
            "Length=\"6\" Encoding=\"DECIMAL\"/></AlgorithmParameters><Data><Secret><PlainValue>"
            "MTIzNDU2Nzg5MDEyMzQ1Njc4OTA=</PlainValue></Secret><TimeInterval><PlainValue>30</PlainValue>"
            "</TimeInterval></Data></Key></KeyPackage></KeyContainer>");
        file.close();
        models::ImportModel import(m_api);
        import.setFile(path);
        QTRY_COMPARE(import.state(), models::ImportModel::State::Checked);
        QCOMPARE(import.summary(), QStringLiteral("1 would be imported"));
        import.importNow();
        QTRY_COMPARE(import.state(), models::ImportModel::State::Imported);
        const QString serial = import.result().rows.front().serial;
        const auto assigned = get(m_api.assignToken(serial, {.userId = m_lastId, .requirePin = false}));
        QVERIFY2(assigned, assigned ? "" : qPrintable(assigned.error().code));
        QCOMPARE(get(m_api.markTokenLost(serial, {}))->state, contract::TokenState::Lost);
        QCOMPARE(get(m_api.markTokenFound(serial))->state, contract::TokenState::Active);
        const auto refused =
            get(m_api.resyncToken(serial,
                                  {.firstCode = contract::Secret(QStringLiteral("000000")),
                                   .secondCode = contract::Secret(QStringLiteral("000001"))}));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, QStringLiteral("resync_failed"));
        QVERIFY(get(m_api.disableToken(serial)));
        QVERIFY(get(m_api.enableToken(serial)));
        QVERIFY(get(m_api.unassignToken(serial)));
        const auto token = get(m_api.token(serial));
        QVERIFY(get(m_api.deleteToken(serial, token->version)));
    }

    void everythingElseIsUnderstoodToo()
    {
        QCOMPARE(get(m_api.overview())->organisation, QStringLiteral("Example"));
        QCOMPARE(get(m_api.search(QStringLiteral("person34")))->size(), size_t {10});
        QCOMPARE(get(m_api.currentAdministrator())->name, QStringLiteral("olivia"));
        QCOMPARE(get(m_api.administrators({}))->items.size(), size_t {1});
        QVERIFY(get(m_api.explainUser(m_lastId)));
        const auto program = get(m_api.createApiClient({.name = QStringLiteral("vpn")}));
        QVERIFY(program);
        QVERIFY(!program->key.isEmpty());
        QVERIFY(!get(m_api.disableApiClient(program->id))->enabled);
        QVERIFY(get(m_api.enableApiClient(program->id))->enabled);
        QCOMPARE(get(m_api.apiClients({}))->items.size(), size_t {1});
        QVERIFY(get(m_api.deleteApiClient(program->id)));
        const auto user = get(m_api.user(m_lastId));
        contract::UserUpdate change;
        change.displayName = QStringLiteral("Last one");
        QCOMPARE(get(m_api.updateUser(m_lastId, change, user->version))->displayName,
                 QStringLiteral("Last one"));
        const auto stale = get(m_api.updateUser(m_lastId, change, user->version));
        QVERIFY(!stale);
        QCOMPARE(stale.error().kind, contract::ErrorKind::StaleVersion);
        models::DomainTreeModel tree(m_api);
        tree.load();
        QTRY_COMPARE(tree.paths(), QStringList({QStringLiteral("/"), QStringLiteral("/Sales")}));
        models::OverviewModel overview(m_api);
        overview.setOpen(true);
        QTRY_COMPARE(overview.state(), models::OverviewModel::State::Ready);
    }

    void reportsAreExported_data()
    {
        QTest::addColumn<QString>("report");
        for (const char* report : {"all-users", "all-tokens", "activity"}) {
            QTest::newRow(report) << QString::fromLatin1(report);
        }
    }
    void reportsAreExported()
    {
        QFETCH(QString, report);
        models::CsvExport exporter(m_api);
        const QString path = m_home.filePath(report + QStringLiteral(".csv"));
        exporter.start(report, {}, path);
        QTRY_VERIFY(exporter.state() != models::CsvExport::State::Running);
        QVERIFY2(exporter.state() == models::CsvExport::State::Finished, qPrintable(exporter.error().code));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("\r\n"));
    }

    void aServiceThatIsKilledComesBack()
    {
        QSignalSpy ready(m_service.get(), &client::EmbeddedService::ready);
        connect(m_service.get(), &client::EmbeddedService::ready, &m_transport,
                [this] { m_transport.setServer(m_service->url(), m_service->certificateSha256()); });
        m_service->kill();
        QTRY_COMPARE_WITH_TIMEOUT(ready.count(), 1, 30000);
        m_session.signInLocally(m_service->secret());
        QTRY_COMPARE_WITH_TIMEOUT(m_session.state(), Session::State::SignedIn, 10000);
        QCOMPARE(get(m_api.user(m_lastId))->displayName, QStringLiteral("Last one"));
    }

private:
    template <class T>
    static Result<T> get(QFuture<Result<T>> future)
    {
        [&future] {
            QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), 20000);
        }();
        return future.isFinished() && future.resultCount() > 0
            ? future.result()
            : contract::failure(contract::ErrorKind::Internal, QStringLiteral("no_answer"), {});
    }

    QTemporaryDir m_home;
    contract::SystemClock m_clock;
    client::HttpTransport m_transport;
    client::ApiClient m_api {m_transport};
    Session m_session {m_api};
    std::unique_ptr<client::EmbeddedService> m_service;
    QString m_lastId;
};

QTEST_GUILESS_MAIN(RealServiceTest)
#include "tst_real_service.moc"
