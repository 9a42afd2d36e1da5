// SPDX-License-Identifier: Apache-2.0
#include "models/formats.h"
#include "models/words.h"
#include "tests/views/sample.h"
#include "views/activity/activity_page.h"
#include "views/policies/policies_page.h"
#include "views/policies/policy_panel.h"
#include "views/shell/header_bar.h"
#include "views/shell/language.h"
#include "views/shell/main_window.h"
#include "views/shell/navigation_rail.h"
#include "views/shell/shell.h"
#include "views/signin/sign_in_page.h"
#include "views/widgets/message_bar.h"

#include <QFile>
#include <QLabel>
#include <QLibraryInfo>
#include <QLineEdit>
#include <QMenu>
#include <QSettings>
#include <QStandardPaths>
#include <QTest>
#include <QToolButton>

using namespace holdfast;
using namespace holdfast::views;
using namespace std::chrono_literals;

namespace {

const auto german = QStringLiteral("de");
const auto english = QStringLiteral("en");

QAction* choiceOf(const Shell& shell, const QString& name)
{
    const auto* account = shell.findChild<HeaderBar*>()->findChild<QToolButton*>();
    const auto entries = account->menu()->actions();
    for (const QAction* entry : entries) {
        const auto choices = entry->menu() ? entry->menu()->actions() : QList<QAction*>();
        for (QAction* choice : choices) {
            if (choice->text() == name) {
                return choice;
            }
        }
    }
    return nullptr;
}

bool shows(const QWidget* widget, const QString& text)
{
    const auto labels = widget->findChildren<QLabel*>();
    return std::any_of(labels.begin(), labels.end(),
                       [&](const QLabel* label) { return label->text() == text; });
}

} // namespace

class tst_Language final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init()
    {
        sample::failOnWarnings();
        QSettings().clear();
    }
    void cleanup() { QLocale::setDefault(QLocale::system()); }

    void whatIsUnknownIsTheSystems()
    {
        const Language language(QStringLiteral("tlh"));
        QCOMPARE(language.choice(), QString());
        QCOMPARE(QLocale(), QLocale::system());
        QCOMPARE(Language::ownName(german), QStringLiteral("Deutsch"));
        QCOMPARE(Language::ownName(english), QStringLiteral("English"));
    }

    void timesFollowTheLanguage()
    {
        Language language(german);
        QCOMPARE(models::relativeTime(sample::now - 1min, sample::now), QStringLiteral("vor 1 Minute"));
        QCOMPARE(models::relativeTime(sample::now - 5min, sample::now), QStringLiteral("vor 5 Minuten"));
        QCOMPARE(models::relativeTime(sample::now + 72h, sample::now), QStringLiteral("in 3 Tagen"));
        QCOMPARE(models::duration(24h), QStringLiteral("24 Stunden"));
        // 28 May 2026, 20:26:40 UTC
        QCOMPARE(models::absoluteTime(sample::now), QStringLiteral("28. Mai 2026, 20:26:40"));
        language.choose(english);
        QCOMPARE(models::relativeTime(sample::now - 1min, sample::now), QStringLiteral("1 minute ago"));
        QCOMPARE(models::relativeTime(sample::now - 5min, sample::now), QStringLiteral("5 minutes ago"));
        QVERIFY(models::absoluteTime(sample::now).startsWith(QStringLiteral("28 May 2026, 8:26:40")));
        QVERIFY(models::absoluteTime(sample::now).endsWith(QStringLiteral("PM")));
    }

    void numbersFollowTheLanguage()
    {
        Language language(german);
        QCOMPARE(QLocale().toString(12345), QStringLiteral("12.345"));
        language.choose(english);
        QCOMPARE(QLocale().toString(12345), QStringLiteral("12,345"));
    }

    void anEventIsToldInTheLanguageOfTheConsole()
    {
        const Language language(german);
        contract::Event event;
        event.key = QStringLiteral("AUTHN_LOGIN_EVENT");
        event.result = contract::EventResult::Failure;
        event.reason = QStringLiteral("wrong_code");
        event.userName = QStringLiteral("ada");
        event.sentence = QStringLiteral("Wrong code for ada");
        QCOMPARE(models::words::event(event), QStringLiteral("Falscher Code für ada"));
        event.tokenSerial = QStringLiteral("000123456789");
        event.detail = {{QStringLiteral("failures"), 3}, {QStringLiteral("limit"), 5}};
        QCOMPARE(models::words::event(event),
                 QStringLiteral("Falscher Code für ada mit Token 0001 2345 6789 (3 von 5)"));
        event.key = QStringLiteral("OF_THE_FUTURE");
        QCOMPARE(models::words::event(event), event.sentence);
    }

    void aRefusedRecordIsToldInTheLanguageOfTheConsole()
    {
        const auto code = QStringLiteral("algorithm_not_supported");
        const auto service = QStringLiteral("The key is for the algorithm \"urn:x\".");
        Language language(english);
        QCOMPARE(models::words::importCause(code, service), service); // which says more
        language.choose(german);
        QCOMPARE(models::words::importCause(code, service),
                 QStringLiteral("Der Algorithmus des Tokens wird nicht unterstützt."));
        QCOMPARE(models::words::importCause(QStringLiteral("of_the_future"), service), service);
    }

    void qtsOwnWordsFollowToo()
    {
        QVERIFY2(QFile::exists(QLibraryInfo::path(QLibraryInfo::TranslationsPath)
                               + QStringLiteral("/qtbase_de.qm")),
                 "scripts/setup installs Qt's translations");
        const Language language(german);
        QCOMPARE(QKeySequence(Qt::CTRL | Qt::Key_K).toString(QKeySequence::NativeText),
                 QStringLiteral("Strg+K"));
    }

    void theChoiceTakesEffectAtOnceAndStaysOnThePage()
    {
        Language language(english);
        sample::Stage stage;
        Workspace workspace = stage.workspace();
        workspace.language = &language;
        MainWindow window(workspace);
        window.signInPage()->setServer(QUrl(QStringLiteral("https://holdfast.example.com")));
        window.signInPage()->setName(QStringLiteral("ada"));
        window.showShell();
        window.shell()->openPage(QStringLiteral("activity"));
        QVERIFY(shows(window.shell()->currentPage(), QStringLiteral("Activity")));

        QAction* choice = choiceOf(*window.shell(), QStringLiteral("Deutsch"));
        QVERIFY(choice);
        choice->trigger();
        QTRY_COMPARE(language.choice(), german);
        QVERIFY(qobject_cast<ActivityPage*>(window.shell()->currentPage()));
        QVERIFY(shows(window.shell()->currentPage(), QStringLiteral("Aktivität")));
        QVERIFY(choiceOf(*window.shell(), QStringLiteral("Deutsch"))->isChecked());
        QCOMPARE(window.locale().language(), QLocale::German);
        // Before the shell as well, with what was typed there.
        QVERIFY(shows(window.signInPage(), QStringLiteral("Anmelden")));
        QCOMPARE(window.signInPage()->findChildren<QLineEdit*>().at(1)->text(), QStringLiteral("ada"));
    }

    void changesThatAreNotSavedKeepTheLanguage()
    {
        Language language(english);
        sample::Stage stage;
        contract::LockoutPolicy policy;
        policy.id = QStringLiteral("1");
        policy.name = QStringLiteral("Standard");
        policy.version = 1;
        stage.transport.on(QStringLiteral("GET /policies/lockout/1"), contract::toJson(policy));
        Workspace workspace = stage.workspace();
        workspace.language = &language;
        MainWindow window(workspace);
        window.showShell();
        window.shell()->openPage(QStringLiteral("policies"));
        auto* page = qobject_cast<PoliciesPage*>(window.shell()->currentPage());
        QVERIFY(page);
        QTRY_COMPARE(page->panel()->model().state(), models::PolicyEditModel::State::Editing);
        page->panel()->model().edit<contract::LockoutPolicy>(
            [](contract::LockoutPolicy& edited) { edited.name = QStringLiteral("Another"); });
        QVERIFY(page->holdsWork());

        window.shell()->openPage(QStringLiteral("overview"));
        choiceOf(*window.shell(), QStringLiteral("Deutsch"))->trigger();
        QCoreApplication::processEvents();
        QCOMPARE(language.choice(), english);
        QCOMPARE(window.shell()->currentPage(), page); // which says why
        QVERIFY(page->panel()->findChild<MessageBar*>()->isVisibleTo(page));
        QVERIFY(choiceOf(*window.shell(), QStringLiteral("English"))->isChecked());
    }
};

QTEST_MAIN(tst_Language)
#include "tst_language.moc"
