// SPDX-License-Identifier: Apache-2.0
#include "tests/views/sample.h"
#include "views/activity/activity_page.h"
#include "views/activity/save_view_dialog.h"
#include "views/activity/saved_views.h"
#include "views/widgets/filter_line.h"
#include "views/widgets/table_pane.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace holdfast;
using namespace holdfast::views;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using models::EventsModel;

namespace {

QComboBox* box(const QWidget* widget, const QString& accessibleName)
{
    for (QComboBox* candidate : widget->findChildren<QComboBox*>()) {
        if (candidate->accessibleName() == accessibleName) {
            return candidate;
        }
    }
    return nullptr;
}

QAction* action(const QMenu* menu, const QString& text)
{
    for (QAction* candidate : menu->actions()) {
        if (candidate->text() == text) {
            return candidate;
        }
    }
    return nullptr;
}

} // namespace

class tst_Activity final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"Holdfast"_s);
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
    }
    void init()
    {
        sample::failOnWarnings();
        QSettings().clear();
        m_stage = std::make_unique<sample::Stage>();
        m_last = 40;
        m_broken = false;
        m_stage->transport.on(u"GET /events"_s,
                              [this](const client::Request& request) { return answer(request); });
        m_stage->transport.on(u"GET /event-cuts"_s, contract::toJson(contract::EventCutList {}));
        m_page = std::make_unique<ActivityPage>(m_stage->workspace());
        m_page->model().setPollInterval(5ms);
        m_page->resize(1100, 700);
        m_page->show();
        m_page->opened();
        QTRY_COMPARE(m_page->model().rowCount(), 40);
    }
    void cleanup()
    {
        m_page.reset();
        m_stage.reset();
        QSettings().clear();
    }

    void whilePausedTheButtonCountsWhatWaits()
    {
        m_page->pauseButton()->click();
        QCOMPARE(m_page->pauseButton()->text(), u"Resume"_s);
        m_last += 47;
        QTRY_COMPARE(m_page->pauseButton()->text(), u"Show 47 new"_s);
        QCOMPARE(m_page->model().rowCount(), 40);
        m_page->pauseButton()->click();
        QCOMPARE(m_page->model().rowCount(), 87);
        QCOMPARE(m_page->pauseButton()->text(), u"Pause"_s);
    }

    void leavingThePageWhilePausedLosesNothing()
    {
        m_page->pauseButton()->click();
        m_last += 2;
        QTRY_COMPARE(m_page->model().waiting(), 2);
        m_page->closed();
        m_last += 3;
        m_page->opened();
        QTRY_COMPARE(m_page->model().waiting(), 5);
        m_page->pauseButton()->click();
        QCOMPARE(m_page->model().rowCount(), 45);
    }

    void aBrokenConnectionLeavesAMarkInTheList()
    {
        m_broken = true;
        QTRY_VERIFY(m_refused > 1);
        m_stage->clock.advance(60s);
        m_last += 12;
        m_broken = false;
        QTRY_COMPARE(m_page->model().rowCount(), 53);
        const QModelIndex mark = m_page->pane()->table()->model()->index(0, EventsModel::What);
        QVERIFY2(mark.data().toString().contains(u"12 event"_s), qPrintable(mark.data().toString()));
        QCOMPARE(m_page->pane()->filterLine()->countText(), u"52"_s); // events, the mark not among them
        QSignalSpy left(m_page.get(), &Page::linkActivated);
        Q_EMIT m_page->pane()->table()->activated(mark); // leads nowhere
        QVERIFY(left.isEmpty());
        m_page->grab(); // is drawn without a complaint
    }

    void aDomainNarrowsWhatIsFollowed()
    {
        auto* domain = box(m_page.get(), u"Domain"_s);
        QTRY_VERIFY(domain->isVisible());
        QCOMPARE(domain->findText(u"/"_s), -1); // that is all of them
        domain->setCurrentText(u"/Sales"_s);
        QTRY_COMPARE(m_lastDomain, u"/Sales"_s);
        m_page->pane()->clearFilter();
        QTRY_VERIFY(m_lastDomain.isEmpty());
        QCOMPARE(domain->currentIndex(), 0);
    }

    void aViewIsSavedAndOpenedAgain()
    {
        QTRY_VERIFY(box(m_page.get(), u"Domain"_s)->isVisible());
        choose();
        save(u"Night shift"_s);
        m_page->pane()->clearFilter();
        m_page->pane()->table()->setColumnHidden(EventsModel::Token, true);
        QVERIFY(!m_page->model().isRestricted());
        reopen(); // as the next day
        action(m_page->viewsButton()->menu(), u"Night shift"_s)->trigger();
        QCOMPARE(m_page->model().restriction(u"log"_s), u"authentication"_s);
        QCOMPARE(m_page->model().restriction(u"result"_s), u"failure"_s);
        QCOMPARE(m_page->model().restriction(u"domain"_s), u"/Sales"_s);
        QCOMPARE(m_page->model().restriction(u"from"_s), contract::toRfc3339(sample::now - 24h));
        QCOMPARE(m_page->model().filter(), u"vpn"_s);
        QVERIFY(!m_page->pane()->table()->isColumnHidden(EventsModel::Token));
    }

    void theSameNameTakesItsPlace()
    {
        box(m_page.get(), u"Log"_s)->setCurrentIndex(1);
        save(u"Mine"_s);
        box(m_page.get(), u"Log"_s)->setCurrentIndex(2);
        save(u"mine"_s, u"Replace view"_s);
        const SavedViews views(u"root"_s);
        QCOMPARE(views.all().size(), 1);
        QCOMPARE(views.all().front().log, u"administration"_s);
    }

    void aViewIsDeleted()
    {
        save(u"One"_s);
        save(u"Two & more"_s);
        QMenu* remove = action(m_page->viewsButton()->menu(), u"Delete a view"_s)->menu();
        action(remove, u"Two && more"_s)->trigger();
        QTRY_VERIFY(!action(m_page->viewsButton()->menu(), u"Two && more"_s));
        QVERIFY(action(m_page->viewsButton()->menu(), u"One"_s));
        QCOMPARE(SavedViews(u"root"_s).all().size(), 1);
    }

    void everybodyHasTheirOwnViews()
    {
        save(u"Mine"_s);
        QVERIFY(SavedViews(u"somebody else"_s).all().isEmpty());
        SavedViews slashed(u"EXAMPLE/root"_s);
        slashed.save({.name = u"Theirs"_s});
        QCOMPARE(SavedViews(u"EXAMPLE/root"_s).all().size(), 1);
        QCOMPARE(SavedViews(u"root"_s).all().size(), 1);
        QVERIFY(SavedViews(u"EXAMPLE"_s).all().isEmpty());
    }

    void aDomainThatIsGoneIsTold()
    {
        SavedViews views(u"root"_s);
        views.save({.name = u"Old"_s, .domain = u"/Closed"_s});
        reopen();
        QTRY_VERIFY(box(m_page.get(), u"Domain"_s)->isVisible());
        QSignalSpy told(m_page.get(), &Page::message);
        action(m_page->viewsButton()->menu(), u"Old"_s)->trigger();
        QCOMPARE(told.count(), 1);
        QVERIFY(told.front().at(1).toString().contains(u"/Closed"_s));
        QVERIFY(m_page->model().restriction(u"domain"_s).isEmpty());
    }

    void thereAreNotMoreThanSoMany()
    {
        SavedViews views(u"root"_s);
        for (int i = 0; i < SavedViews::most + 3; ++i) {
            views.save({.name = QString::number(i)});
        }
        QCOMPARE(SavedViews(u"root"_s).all().size(), SavedViews::most);
        SaveViewDialog dialog(views, u"another"_s, m_page.get());
        QVERIFY(!dialog.primaryButton()->isEnabled());
        dialog.findChild<QLineEdit*>()->setText(u"7"_s); // one that is there may be replaced
        QVERIFY(dialog.primaryButton()->isEnabled());
    }

private:
    FakeTransport::Answer answer(const client::Request& request)
    {
        if (m_broken) {
            ++m_refused;
            return contract::failure(contract::ErrorKind::Unavailable, u"connection_refused"_s, u"No."_s);
        }
        m_lastDomain = request.query.queryItemValue(u"domain"_s);
        const bool newestFirst = request.query.queryItemValue(u"order"_s) == u"desc"_s;
        const qint64 after = newestFirst ? 0 : request.query.queryItemValue(u"after"_s).toLongLong();
        std::vector<contract::Event> events;
        for (qint64 sequence = after + 1; sequence <= m_last; ++sequence) {
            contract::Event event;
            event.sequence = sequence;
            event.at = sample::now;
            event.key = u"AUTHN_LOGIN_EVENT"_s;
            event.userName = u"ada"_s;
            events.push_back(std::move(event));
        }
        if (newestFirst) {
            std::reverse(events.begin(), events.end());
        }
        return FakeTransport::json(sample::list(events, m_last));
    }
    void reopen()
    {
        m_page = std::make_unique<ActivityPage>(m_stage->workspace());
        m_page->resize(1100, 700);
        m_page->show();
        m_page->opened();
        QTRY_COMPARE(m_page->model().rowCount(), 40);
    }
    void choose()
    {
        box(m_page.get(), u"Log"_s)->setCurrentIndex(1);
        box(m_page.get(), u"Result"_s)->setCurrentIndex(2);
        box(m_page.get(), u"Time"_s)->setCurrentIndex(2);
        box(m_page.get(), u"Domain"_s)->setCurrentText(u"/Sales"_s);
        m_page->pane()->filterLine()->setText(u"vpn"_s);
        m_page->pane()->table()->setColumnHidden(EventsModel::Token, false);
    }
    void save(const QString& name, const QString& verb = u"Save view"_s)
    {
        action(m_page->viewsButton()->menu(), u"Save this view…"_s)->trigger();
        auto* dialog = m_page->findChild<SaveViewDialog*>();
        QVERIFY(dialog);
        dialog->findChild<QLineEdit*>()->setText(name);
        QCOMPARE(dialog->primaryButton()->text(), verb);
        dialog->primaryButton()->click();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QVERIFY(!m_page->findChild<SaveViewDialog*>());
    }

    QTemporaryDir m_settings;
    std::unique_ptr<sample::Stage> m_stage;
    std::unique_ptr<ActivityPage> m_page;
    qint64 m_last = 0;
    bool m_broken = false;
    int m_refused = 0;
    QString m_lastDomain;
};

QTEST_MAIN(tst_Activity)
#include "tst_activity.moc"
