// SPDX-License-Identifier: Apache-2.0
#include "models/formats.h"
#include "tests/views/sample.h"
#include "views/administration/administration_page.h"
#include "views/administration/service_pane.h"
#include "views/widgets/state_view.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QStandardPaths>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>

using namespace holdfast;
using namespace holdfast::views;
using contract::HealthCheck;
using contract::HealthStatus;

namespace {

QString text(const char* utf8)
{
    return QString::fromUtf8(utf8);
}

// A service with one check that is not as it should be, and logs that remember what was asked.
struct Fixture : sample::Stage
{
    Fixture()
    {
        contract::HealthReport report;
        report.serviceVersion = text("1");
        report.checkedAt = sample::now;
        report.status = HealthStatus::Warning;
        report.checks = {
            {text("database"), HealthStatus::Good, {}, text("It answers."), 2'000'000},
            {text("backup"), HealthStatus::Warning, text("backup_old"), text("Old."), 9 * 24 * 3600 + 500},
            {text("weather"), HealthStatus::Good, {}, text("Of a newer service."), {}}};
        transport.on(text("GET /health"), toJson(report));
        transport.on(text("GET /logging"),
                     [this](const client::Request&) { return FakeTransport::json(toJson(logging)); });
        transport.on(text("POST /logging/verbose"), [this](const client::Request&) {
            logging = {true, sample::now + std::chrono::minutes(60), {}};
            return FakeTransport::json(toJson(logging));
        });
        transport.on(text("POST /logging/normal"), [this](const client::Request&) {
            logging = {};
            return FakeTransport::json(toJson(logging));
        });
        transport.on(text("GET /support-bundle"), QJsonObject {{text("product"), text("Holdfast")}});
    }
    contract::LoggingState logging;
};

QStringList wordsOf(const QWidget& widget)
{
    QStringList words;
    for (const QLabel* label : widget.findChildren<QLabel*>()) {
        words << label->text();
    }
    return words;
}

QPushButton* button(const QWidget& widget, const char* words)
{
    for (QPushButton* found : widget.findChildren<QPushButton*>()) {
        if (found->text() == text(words)) {
            return found;
        }
    }
    return nullptr;
}

} // namespace

class tst_Service final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { sample::failOnWarnings(); }
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void healthIsToldInWords()
    {
        Fixture stage;
        ServicePane pane(stage.workspace());
        pane.show();
        pane.setOpen(true);
        const QString nineDays = models::duration(std::chrono::hours(9 * 24));
        QTRY_VERIFY(wordsOf(pane).contains(text("The last one was made %1 ago.").arg(nineDays)));
        QVERIFY(wordsOf(pane).contains(text("Database")));
        QVERIFY(wordsOf(pane).contains(text("Of a newer service."))); // the service's own words
    }
    void verboseLogsAreTurnedOnForAWhileAndOffAgain()
    {
        Fixture stage;
        ServicePane pane(stage.workspace());
        pane.show();
        pane.setOpen(true);
        QTRY_VERIFY(button(pane, "Turn on") && button(pane, "Turn on")->isEnabled());
        auto* duration = pane.findChild<QComboBox*>();
        duration->setCurrentIndex(duration->findData(60));
        button(pane, "Turn on")->click();
        QTRY_VERIFY(button(pane, "Turn off now"));
        QCOMPARE(stage.transport.lastBody(text("POST /logging/verbose")).value(text("minutes")).toInt(), 60);
        QVERIFY(!duration->isVisible());
        QTRY_VERIFY(button(pane, "Turn off now")->isEnabled());
        button(pane, "Turn off now")->click();
        QTRY_VERIFY(button(pane, "Turn on"));
        QCOMPARE(stage.transport.requests(text("POST /logging/normal")).size(), 1);
    }
    void aBundleIsSavedOrTheReasonIsSaid()
    {
        Fixture stage;
        ServicePane pane(stage.workspace());
        pane.show();
        pane.setOpen(true);
        QTRY_VERIFY(button(pane, "Save support bundle…"));
        QList<Tone> tones;
        connect(&pane, &ServicePane::message, this, [&](Tone tone) { tones << tone; });
        const QTemporaryDir folder;
        pane.saveBundle(folder.filePath(text("bundle.json")));
        QTRY_COMPARE(tones, QList<Tone> {Tone::Success});
        QFile file(folder.filePath(text("bundle.json")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("Holdfast"));
        pane.saveBundle(text("/nowhere/at/all.json"));
        QTRY_COMPARE(tones.size(), 2);
        QCOMPARE(tones.last(), Tone::Danger);
    }
    void healthThatCannotBeReadOffersARetry()
    {
        Fixture stage;
        stage.transport.fail(text("GET /health"), contract::ErrorKind::Internal, text("internal"));
        ServicePane pane(stage.workspace());
        pane.show();
        pane.setOpen(true);
        QTRY_COMPARE(pane.findChild<StateView*>()->title(), text("The service's health could not be read"));
    }
    void theAdministrationPageHasATabForIt()
    {
        Fixture stage;
        stage.transport.on(text("GET /administrators"),
                           sample::list(std::vector<contract::AdministratorEntry> {}, 0));
        stage.transport.on(text("GET /api-clients"), sample::list(std::vector<contract::ApiClient> {}, 0));
        AdministrationPage page(stage.workspace());
        page.show();
        page.opened();
        QVERIFY(stage.transport.requests(text("GET /health")).isEmpty()); // asked for when it is looked at
        page.follow({text("administration"), {}, {}, {}, text("service")});
        auto* pane = page.findChild<ServicePane*>();
        QTRY_VERIFY(wordsOf(*pane).contains(text("Database")));
        QVERIFY(pane->isVisible());
        page.closed();
    }
    void whoseScopeIsAPartHasNoTabForIt()
    {
        Fixture stage;
        auto session = sample::session();
        session.administrator.roles = {{contract::Role::Auditor, text("/Sales")}};
        session.administrator.everywhere = {};
        stage.transport.on(text("POST /sessions"), contract::toJson(session));
        stage.session.signIn(text("root"), contract::Secret(text("password")));
        QTRY_VERIFY(!stage.session.mayEverywhere(contract::Permission::ViewMetrics));
        QVERIFY(stage.session.may(contract::Permission::ViewMetrics));
        const AdministrationPage page(stage.workspace());
        QVERIFY(!page.findChild<ServicePane*>());
    }
};

QTEST_MAIN(tst_Service)
#include "tst_service.moc"
