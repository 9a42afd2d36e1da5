// SPDX-License-Identifier: Apache-2.0
#include "models/report_draft.h"
#include "models/report_words.h"
#include "tests/views/sample.h"
#include "views/administration/notification_settings_dialog.h"
#include "views/overview/notification_list.h"
#include "views/reports/pdf_report.h"
#include "views/reports/report_editor.h"
#include "views/reports/report_filters.h"
#include "views/reports/report_jobs_tab.h"
#include "views/reports/reports_page.h"
#include "views/reports/save_report_dialog.h"
#include "views/widgets/state_view.h"
#include "views/widgets/table_pane.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

using namespace holdfast;
using namespace holdfast::views;
using contract::ReportJob;
using contract::ReportJobState;
using contract::ReportSubject;
using contract::ReportTemplate;
using contract::SavedReport;

namespace {

QString text(const char* utf8)
{
    return QString::fromUtf8(utf8);
}

ReportTemplate allUsers()
{
    return {text("all-users"),
            text("All users"),
            text("Everybody."),
            {text("domain"), text("filter"), text("sort")},
            {text("name"), text("status"), text("tokens")},
            ReportSubject::People};
}

ReportTemplate logons()
{
    return {text("authentication-activity"),
            text("Authentication activity"),
            text("Who signed in."),
            {text("days"), text("from"), text("to"), text("result"), text("q")},
            {text("at"), text("user"), text("result")},
            ReportSubject::Activity};
}

SavedReport weekly()
{
    SavedReport saved;
    saved.id = text("7");
    saved.name = text("Locked this week");
    saved.report = text("authentication-activity");
    saved.columns = {text("user"), text("at")};
    saved.filters = {{text("days"), text("7")}, {text("result"), text("failure")}};
    saved.schedule = contract::ReportSchedule::Weekly;
    saved.hour = 6;
    saved.weekday = 1;
    saved.owner = text("robin");
    saved.timeZone = text("Europe/Berlin");
    saved.version = 3;
    return saved;
}

struct Fixture : sample::Stage
{
    Fixture()
    {
        transport.on(text("GET /reports"), sample::list(std::vector {allUsers(), logons()}, 2));
        transport.on(text("GET /saved-reports"),
                     [this](const client::Request&) { return FakeTransport::json(sample::list(saved, 1)); });
        transport.on(text("GET /mail"), toJson(mail));
        transport.on(text("GET /domains"), sample::list(std::vector {sample::domain(text("/Sales"))}, 1));
        const auto rows = [](const client::Request&) -> FakeTransport::Answer {
            client::Answer answer;
            answer.status = 200;
            answer.body = "{\"name\":\"anna\",\"status\":\"locked\",\"tokens\":2,\"user\":\"anna\"}\n"
                          "{\"name\":\"bob\",\"status\":\"active\",\"tokens\":0,\"user\":\"bob\"}\n";
            return answer;
        };
        transport.on(text("GET /reports/all-users"), rows);
        transport.on(text("GET /reports/authentication-activity"), rows);
        ReportJob failed;
        failed.id = text("3");
        failed.name = text("Locked this week");
        failed.report = text("authentication-activity");
        failed.state = ReportJobState::Failed;
        failed.reason = text("right_lost");
        failed.createdAt = sample::now;
        ReportJob done = failed;
        done.id = text("2");
        done.state = ReportJobState::Finished;
        done.reason.clear();
        done.rows = 1234;
        done.bytes = 99'000;
        done.available = true;
        transport.on(text("GET /report-jobs"), sample::list(std::vector {failed, done}, 2));
    }
    std::vector<SavedReport> saved {weekly()};
    contract::MailState mail {
        true, text("mail.example.com:587"), text("holdfast@example.com"), {text("example.com")}, 0, {}};
};

QString queryOf(const client::Request& request, const char* name)
{
    return request.query.queryItemValue(text(name), QUrl::FullyDecoded);
}

QTreeWidgetItem* itemOf(const ReportsPage& page, const QString& title)
{
    const auto found = page.list()->findItems(title, Qt::MatchExactly | Qt::MatchRecursive);
    return found.isEmpty() ? nullptr : found.constFirst();
}

template <class T>
T* editorOf(QWidget& widget, const char* name)
{
    return widget.findChild<T*>(text(name));
}

} // namespace

class tst_Reports final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { sample::failOnWarnings(); }
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void savedReportsStandAboveTheTemplates()
    {
        Fixture stage;
        ReportsPage page(stage.workspace());
        page.show();
        page.opened();
        QTRY_VERIFY(page.list()->topLevelItemCount() == 3);
        QCOMPARE(page.list()->topLevelItem(0)->text(0), text("Saved"));
        QCOMPARE(page.list()->topLevelItem(0)->child(0)->text(0), text("Locked this week"));
        QCOMPARE(page.list()->topLevelItem(1)->text(0), text("People"));
        QCOMPARE(page.list()->currentItem()->text(0), text("Locked this week"));
        QCOMPARE(page.editor()->savedId(), text("7"));
    }

    void theFirstRowsAreShownAsTheyWillBe()
    {
        Fixture stage;
        ReportsPage page(stage.workspace());
        page.show();
        page.opened();
        QTRY_VERIFY(itemOf(page, text("All users")));
        page.list()->setCurrentItem(itemOf(page, text("All users")));
        QTRY_COMPARE(page.editor()->table()->model()->rowCount(), 2);
        const auto* model = page.editor()->table()->model();
        QCOMPARE(model->headerData(1, Qt::Horizontal).toString(), text("Status"));
        QCOMPARE(model->index(0, 0).data().toString(), text("anna"));
        QCOMPARE(model->index(0, 1).data().toString(), text("Locked")); // not as on the wire
        const auto asked = stage.transport.requests(text("GET /reports/all-users"));
        QCOMPARE(queryOf(asked.last(), "limit"), text("50"));
        QCOMPARE(queryOf(asked.last(), "format"), text("jsonl"));
    }

    void columnsAreTickedAndMoved()
    {
        Fixture stage;
        ReportsPage page(stage.workspace());
        page.show();
        page.opened();
        QTRY_VERIFY(itemOf(page, text("All users")));
        page.list()->setCurrentItem(itemOf(page, text("All users")));
        auto* columns = page.editor()->findChild<QListView*>();
        columns->model()->setData(columns->model()->index(1, 0), Qt::Unchecked, Qt::CheckStateRole);
        columns->setCurrentIndex(columns->model()->index(2, 0));
        for (QPushButton* button : page.editor()->findChildren<QPushButton*>()) {
            if (button->accessibleName() == text("Move the column to the front")) {
                button->click();
                button->click();
                QVERIFY(!button->isEnabled()); // it is the first
            }
        }
        QCOMPARE(page.editor()->draft().chosenColumns(), (QStringList {text("tokens"), text("name")}));
        QTRY_COMPARE(queryOf(stage.transport.requests(text("GET /reports/all-users")).last(), "columns"),
                     text("tokens,name"));
        // The last one stays.
        columns->model()->setData(columns->model()->index(0, 0), Qt::Unchecked, Qt::CheckStateRole);
        QVERIFY(!columns->model()->setData(columns->model()->index(1, 0), Qt::Unchecked, Qt::CheckStateRole));
    }

    void filtersHaveFittingEditors()
    {
        Fixture stage;
        ReportsPage page(stage.workspace());
        page.show();
        page.opened();
        QTRY_COMPARE(page.editor()->savedId(), text("7"));
        auto* filters = page.editor()->findChild<ReportFilters*>();
        auto* days = editorOf<QSpinBox>(*filters, "days");
        auto* result = editorOf<QComboBox>(*filters, "result");
        QCOMPARE(days->value(), 7);
        QCOMPARE(result->currentData().toString(), text("failure"));
        QVERIFY(!editorOf<QWidget>(*filters, "from")->isEnabled()); // days stand in its place
        days->setValue(0);
        QVERIFY(editorOf<QWidget>(*filters, "from")->isEnabled());
        result->setCurrentIndex(0);
        auto* words = editorOf<QLineEdit>(*filters, "q");
        QTest::keyClicks(words, text("vpn"));
        const auto last = [&] {
            return stage.transport.requests(text("GET /reports/authentication-activity")).last();
        };
        QTRY_COMPARE(queryOf(last(), "q"), text("vpn"));
        QVERIFY(queryOf(last(), "days").isEmpty());
        QVERIFY(queryOf(last(), "result").isEmpty());
        page.list()->setCurrentItem(itemOf(page, text("All users")));
        QVERIFY(!editorOf<QWidget>(*filters, "sort")); // for programs
        auto* domain = editorOf<QComboBox>(*filters, "domain");
        QTRY_VERIFY(domain->findData(text("/Sales")) > 0);
        domain->setCurrentIndex(domain->findData(text("/Sales")));
        QCOMPARE(page.editor()->draft().filter(text("domain")), text("/Sales"));
    }

    void whatIsPutTogetherIsSavedWithItsSchedule()
    {
        Fixture stage;
        stage.transport.on(text("POST /saved-reports"), toJson(weekly()));
        ReportsPage page(stage.workspace());
        page.show();
        page.opened();
        QTRY_VERIFY(itemOf(page, text("All users")));
        page.list()->setCurrentItem(itemOf(page, text("All users")));
        page.editor()->setFormat(ReportEditor::Html);
        page.saveReport();
        auto* dialog = page.findChild<SaveReportDialog*>();
        QVERIFY(dialog);
        const auto lines = dialog->findChildren<QLineEdit*>();
        const auto boxes = dialog->findChildren<QComboBox*>();
        QCOMPARE(lines[0]->text(), text("All users"));
        QVERIFY(!lines[1]->isVisible()); // nobody is mailed what nobody schedules
        boxes[0]->setCurrentIndex(2); // every week
        QVERIFY(lines[1]->isVisible());
        lines[0]->setText(text("Everybody"));
        lines[1]->setText(text("audit@example.com; desk@example.com"));
        dialog->primaryButton()->click();
        QTRY_VERIFY(!stage.transport.requests(text("POST /saved-reports")).isEmpty());
        const QJsonObject body = stage.transport.lastBody(text("POST /saved-reports"));
        QCOMPARE(body[text("name")].toString(), text("Everybody"));
        QCOMPARE(body[text("template")].toString(), text("all-users"));
        QCOMPARE(body[text("schedule")].toString(), text("weekly"));
        QCOMPARE(body[text("format")].toString(), text("html"));
        QCOMPARE(body[text("recipients")].toArray().size(), 2);
        QCOMPARE(body[text("columns")].toArray().size(), 3);
        QTRY_COMPARE(page.editor()->savedId(), text("7")); // what was saved is what is shown
    }

    void aSavedReportIsRunAndDeleted()
    {
        Fixture stage;
        ReportJob job;
        job.name = text("Locked this week");
        stage.transport.on(text("POST /saved-reports/7/run"), toJson(job));
        stage.transport.on(text("DELETE /saved-reports/7"), QJsonObject {});
        ReportsPage page(stage.workspace());
        page.show();
        page.opened();
        QTRY_COMPARE(page.editor()->savedId(), text("7"));
        QStringList told;
        connect(&page, &Page::message, this, [&](Tone, const QString& words) { told << words; });
        Q_EMIT page.editor()->runWanted(text("7"));
        QTRY_COMPARE(told.size(), 1);
        QVERIFY(told[0].contains(text("Locked this week")));
        stage.saved.clear();
        page.catalog().remove(text("7"));
        QTRY_COMPARE(told.size(), 2);
        QTRY_COMPARE(page.list()->topLevelItem(0)->text(0), text("People"));
        QVERIFY(page.editor()->savedId().isEmpty());
    }

    void runsTellWhyTheyFailed()
    {
        Fixture stage;
        ReportsPage page(stage.workspace());
        page.show();
        page.follow({text("reports"), {}, {}, {}, text("runs")});
        auto* table = page.runs()->pane()->table();
        QTRY_COMPARE(table->model()->rowCount(), 2);
        QTRY_VERIFY(
            table->model()->index(0, 0).data().toString().contains(text("may not run reports any more")));
        QCOMPARE(table->model()->index(1, models::ReportJobsModel::Rows).data().toString(), text("1,234"));
        table->setCurrentIndex(table->model()->index(0, 0));
        const auto buttons = page.runs()->findChildren<QPushButton*>();
        const auto save = std::find_if(buttons.begin(), buttons.end(), [](const QPushButton* button) {
            return button->text() == text("Save result…");
        });
        QVERIFY(save != buttons.end());
        QVERIFY(!(*save)->isEnabled());
        table->setCurrentIndex(table->model()->index(1, 0));
        QVERIFY((*save)->isEnabled());
        page.closed();
    }

    void aPdfIsPaintedPageByPage()
    {
        const QTemporaryDir folder;
        QFile lines(folder.filePath(text("rows.jsonl")));
        QVERIFY(lines.open(QIODevice::WriteOnly));
        for (int i = 0; i < 2000; ++i) {
            lines.write("{\"name\":\"person" + QByteArray::number(i) + "\",\"notes\":\""
                        + QByteArray(i % 100, 'x') + "\",\"tokens\":3}\n");
        }
        lines.close();
        const QString path = folder.filePath(text("report.pdf"));
        PdfReport pdf;
        QSignalSpy finished(&pdf, &PdfReport::finished);
        pdf.start({lines.fileName(),
                   text("All users"),
                   text("today"),
                   {text("name"), text("notes"), text("tokens")}},
                  path);
        QVERIFY(!QFile::exists(path)); // not before it is whole
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 30'000);
        QVERIFY(pdf.pages() > 20);
        QFile made(path);
        QVERIFY(made.open(QIODevice::ReadOnly));
        const QByteArray bytes = made.readAll();
        QVERIFY(bytes.startsWith("%PDF-"));
        QVERIFY(bytes.trimmed().endsWith("%%EOF"));
        QCOMPARE(bytes.count("/Type /Page\n"), pdf.pages());
    }

    void aCancelledPdfLeavesNothing()
    {
        const QTemporaryDir folder;
        QFile lines(folder.filePath(text("rows.jsonl")));
        QVERIFY(lines.open(QIODevice::WriteOnly));
        for (int i = 0; i < 5000; ++i) {
            lines.write("{\"name\":\"person\"}\n");
        }
        lines.close();
        const QString path = folder.filePath(text("report.pdf"));
        {
            PdfReport pdf;
            QSignalSpy progressed(&pdf, &PdfReport::progressed);
            pdf.start({lines.fileName(), text("All"), {}, {text("name")}}, path);
            QTRY_VERIFY(progressed.size() > 0);
            pdf.cancel();
            QVERIFY(!pdf.isRunning());
        }
        QVERIFY(!QFile::exists(path));
        PdfReport nowhere;
        QSignalSpy failed(&nowhere, &PdfReport::failed);
        nowhere.start({lines.fileName(), text("All"), {}, {text("name")}}, text("/nowhere/at/all.pdf"));
        QCOMPARE(failed.size(), 1);
    }

    void notificationsLeadToTheirCure()
    {
        Fixture stage;
        contract::Notification tokens;
        tokens.id = text("1");
        tokens.kind = text("tokensExpiring");
        tokens.detail = {{text("count"), 3}, {text("days"), 14}};
        tokens.raisedAt = sample::now - std::chrono::hours(2);
        contract::Notification disk;
        disk.id = text("2");
        disk.kind = text("disk");
        disk.severity = contract::NotificationSeverity::Critical;
        disk.reason = text("disk_full");
        disk.detail = {{text("value"), 67'108'864}};
        disk.raisedAt = sample::now;
        contract::Notification strange;
        strange.id = text("3");
        strange.kind = text("weather");
        strange.sentence = text("It rains.");
        strange.raisedAt = sample::now;
        stage.transport.on(text("GET /notifications"), sample::list(std::vector {disk, tokens, strange}, 3));
        NotificationList list(stage.workspace());
        QVERIFY(list.isHidden());
        list.setOpen(true);
        QTRY_VERIFY(!list.isHidden());
        QStringList words;
        for (const QLabel* label : list.findChildren<QLabel*>()) {
            words << label->text();
        }
        QVERIFY(words.contains(text("3 assigned tokens expire within 14 days."))
                || words.contains(text("3 assigned token(s) expire within 14 days.")));
        QVERIFY(words.contains(text("It rains."))); // of a newer service
        QList<Link> links;
        connect(&list, &NotificationList::linkActivated, this, [&](const Link& link) { links << link; });
        for (QPushButton* button : list.findChildren<QPushButton*>()) {
            button->click();
        }
        QCOMPARE(links.size(), 3);
        QCOMPARE(links[0].action, text("service"));
        QCOMPARE(links[1].page, text("tokens"));
        QCOMPARE(links[1].restriction, text("expiring"));
        QCOMPARE(links[1].value, text("14"));
        stage.transport.on(text("GET /notifications"),
                           sample::list(std::vector<contract::Notification> {}, 0));
        list.refresh();
        QTRY_VERIFY(list.isHidden());
    }

    void settingsOfNotificationsAreSavedAndTried()
    {
        Fixture stage;
        contract::NotificationSettings settings;
        settings.recipients = {text("it@example.com")};
        settings.version = 4;
        stage.transport.on(text("GET /settings/notifications"), toJson(settings));
        stage.transport.on(text("PUT /settings/notifications"), toJson(settings));
        stage.transport.fail(text("POST /notifications/test-mail"), contract::ErrorKind::Unavailable,
                             text("mail_sign_in"));
        NotificationSettingsDialog dialog(stage.workspace(), nullptr);
        dialog.show();
        QTRY_VERIFY(dialog.isLoaded() && !dialog.isBusy());
        auto* recipients = dialog.findChild<QLineEdit*>();
        QCOMPARE(recipients->text(), text("it@example.com"));
        for (QPushButton* button : dialog.findChildren<QPushButton*>()) {
            if (button->text() == text("Send test e-mail")) {
                QTRY_VERIFY(button->isEnabled());
                button->click();
            }
        }
        QTRY_VERIFY(!stage.transport.requests(text("POST /notifications/test-mail")).isEmpty());
        QTRY_VERIFY(!dialog.isBusy());
        recipients->setText(text("it@example.com, desk@example.com"));
        dialog.primaryButton()->click();
        QTRY_VERIFY(!stage.transport.requests(text("PUT /settings/notifications")).isEmpty());
        const QJsonObject body = stage.transport.lastBody(text("PUT /settings/notifications"));
        QCOMPARE(body[text("recipients")].toArray().size(), 2);
        QCOMPARE(stage.transport.requests(text("PUT /settings/notifications")).last().ifMatch.value_or(0), 4);
    }
};

QTEST_MAIN(tst_Reports)
#include "tst_reports.moc"
