// SPDX-License-Identifier: Apache-2.0
#include "models/policy_edit_model.h"
#include "tests/views/sample.h"
#include "views/activity/save_view_dialog.h"
#include "views/administration/administrator_dialog.h"
#include "views/administration/api_client_dialog.h"
#include "views/emergency/emergency_dialog.h"
#include "views/policies/choose_policy_dialog.h"
#include "views/policies/new_domain_dialog.h"
#include "views/policies/policy_form.h"
#include "views/shell/about.h"
#include "views/shell/language.h"
#include "views/shell/main_window.h"
#include "views/shell/navigation_rail.h"
#include "views/shell/shell.h"
#include "views/signin/first_run_page.h"
#include "views/signin/sign_in_page.h"
#include "views/signin/start_page.h"
#include "views/bulk/bulk_dialog.h"
#include "views/bulk/bulk_settings_dialog.h"
#include "views/bulk/restore_dialog.h"
#include "views/tokens/import_dialog.h"
#include "views/tokens/token_dialogs.h"
#include "views/users/user_dialog.h"
#include "views/verification/caller_questions_dialog.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

using namespace holdfast;
using namespace holdfast::views;

namespace {

// The text field inside a spin box speaks for the box, which has the name.
bool isPartOfAnother(const QWidget* widget)
{
    const QWidget* parent = widget->parentWidget();
    return qobject_cast<const QAbstractSpinBox*>(parent) || qobject_cast<const QComboBox*>(parent);
}

// A button that gets its words when there is something to press it for.
bool isNotThereYet(const QWidget* widget)
{
    const auto* button = qobject_cast<const QPushButton*>(widget);
    return button && button->isHidden() && button->text().isEmpty();
}

bool takesKeys(const QWidget* widget)
{
    return (widget->focusPolicy() & Qt::TabFocus) != 0 && !widget->focusProxy()
        && !qobject_cast<const QLabel*>(widget) && !isPartOfAnother(widget) && !isNotThereYet(widget);
}

QString described(const QWidget* widget)
{
    QStringList path;
    for (const QWidget* at = widget; at; at = at->parentWidget()) {
        path.prepend(QString::fromLatin1(at->metaObject()->className()));
    }
    return path.join(QLatin1Char('/'));
}

QStringList nameless(QWidget* root)
{
    QStringList found;
    const auto widgets = root->findChildren<QWidget*>();
    for (QWidget* widget : widgets) {
        if (!takesKeys(widget)) {
            continue;
        }
        QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(widget);
        if (!spoken || spoken->text(QAccessible::Name).trimmed().isEmpty()) {
            found << described(widget);
        }
    }
    return found;
}

// Two fields of one window under one Alt key: the second is out of reach.
QStringList clashes(const QWidget* root)
{
    static const QRegularExpression marked(QStringLiteral("&([^&\\s])"));
    QHash<QString, QString> taken;
    QStringList found;
    const auto look = [&](const QString& text) {
        if (const auto match = marked.match(QString(text).remove(QStringLiteral("&&"))); match.hasMatch()) {
            const QString key = match.captured(1).toUpper();
            if (taken.contains(key) && taken.value(key) != text) {
                found << taken.value(key) + QStringLiteral(" / ") + text;
            }
            taken.insert(key, text);
        }
    };
    const auto widgets = root->findChildren<QWidget*>();
    for (const QWidget* widget : widgets) {
        if (!widget->isVisibleTo(root)) {
            continue;
        }
        if (const auto* label = qobject_cast<const QLabel*>(widget); label && label->buddy()) {
            look(label->text());
        } else if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) {
            look(button->text());
        }
    }
    return found;
}

// What Tab reaches, in its order.
QList<QWidget*> tabOrder(QWidget* root)
{
    QList<QWidget*> order;
    for (QWidget* at = root->nextInFocusChain(); at && at != root; at = at->nextInFocusChain()) {
        if (root->isAncestorOf(at) && takesKeys(at) && at->isVisibleTo(root)) {
            order << at;
        }
    }
    return order;
}

QWidget* formOf(sample::Stage& stage, contract::PolicyType type, QWidget* parent)
{
    auto* holder = new QWidget(parent);
    auto* model = new models::PolicyEditModel(stage.api, holder);
    model->create(type);
    (new PolicyForm(*model, type, holder))->showPolicy();
    return holder;
}

} // namespace

class tst_Accessible final : public QObject
{
    Q_OBJECT

private:
    struct Made
    {
        const char* name;
        std::function<QWidget*(sample::Stage&, QWidget*)> make;
    };
    static QList<Made> windows();
    static void everyWindow()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("index");
        const auto all = windows();
        for (const char* language : {"en", "de"}) {
            for (int i = 0; i < all.size(); ++i) {
                QTest::addRow("%s, %s", all.at(i).name, language) << QString::fromLatin1(language) << i;
            }
        }
    }

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init() { sample::failOnWarnings(); }
    void cleanup() { QLocale::setDefault(QLocale::system()); }

    // What screen readers look for first.
    void theWindowIsAWindow()
    {
        sample::Stage stage;
        MainWindow window(stage.workspace());
        QCOMPARE(QAccessible::queryAccessibleInterface(&window)->role(), QAccessible::Window);
        QVERIFY(window.minimumWidth() <= 960 && window.minimumHeight() <= 480); // full HD at 200 %
    }

    void everyPageSaysWhatItsControlsAre()
    {
        sample::Stage stage;
        Shell shell(stage.workspace());
        const QStringList pages = shell.findChild<NavigationRail*>()->pageIds();
        QVERIFY(pages.size() >= 6);
        for (const QString& page : pages) {
            shell.openPage(page);
            QTest::qWait(0);
        }
        shell.follow({QStringLiteral("users"), QStringLiteral("1")});
        shell.follow({QStringLiteral("tokens"), QStringLiteral("000123456789")});
        QCoreApplication::processEvents();
        const QStringList found = nameless(&shell);
        QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
    }

    void everyWindowSaysWhatItsControlsAre_data() { everyWindow(); }
    void everyWindowSaysWhatItsControlsAre()
    {
        QFETCH(QString, language);
        QFETCH(int, index);
        const Language spoken(language);
        sample::Stage stage;
        QWidget parent;
        const std::unique_ptr<QWidget> window(windows().at(index).make(stage, &parent));
        QCoreApplication::processEvents();
        const QStringList found = nameless(window.get());
        QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
    }

    void noKeyLeadsToTwoFields_data() { everyWindow(); }
    void noKeyLeadsToTwoFields()
    {
        QFETCH(QString, language);
        QFETCH(int, index);
        const Language spoken(language);
        sample::Stage stage;
        QWidget parent;
        const std::unique_ptr<QWidget> window(windows().at(index).make(stage, &parent));
        QCoreApplication::processEvents();
        const QStringList found = clashes(window.get());
        QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
    }

    void tabGoesDownAForm()
    {
        sample::Stage stage;
        QWidget parent;
        UserDialog dialog(stage.workspace(), &parent);
        dialog.show();
        const auto order = tabOrder(&dialog);
        QVERIFY(order.size() >= 8);
        int lowest = 0;
        for (const QWidget* widget : order) {
            if (qobject_cast<const QAbstractButton*>(widget)) {
                continue; // in a row of their own, or beside a field
            }
            const int top = widget->mapTo(&dialog, QPoint()).y();
            QVERIFY2(top >= lowest, qPrintable(described(widget)));
            lowest = top;
        }
    }
};

QList<tst_Accessible::Made> tst_Accessible::windows()
{
    using sample::Stage;
    static const auto serial = QStringLiteral("000123456789");
    return {
        {"sign in",
         [](Stage&, QWidget* parent) {
             return new SignInPage(parent);
         }},
        {"first run",
         [](Stage&, QWidget* parent) {
             return new FirstRunPage(parent);
         }},
        {"start",
         [](Stage&, QWidget* parent) {
             return new StartPage(parent);
         }},
        {"new user",
         [](Stage& stage, QWidget* parent) {
             return new UserDialog(stage.workspace(), parent);
         }},
        {"security questions",
         [](Stage& stage, QWidget* parent) {
             contract::CallerQuestion question {QStringLiteral("3"), QStringLiteral("Pet?"), 30, true};
             stage.transport.on(QStringLiteral("GET /users/1/caller-questions"),
                                sample::list(std::vector<contract::CallerQuestion> {question}, 1));
             auto* dialog =
                 new CallerQuestionsDialog(stage.workspace(), sample::card(QStringLiteral("1")).user, parent);
             QTest::qWait(20);
             return dialog;
         }},
        {"save a view",
         [](Stage&, QWidget* parent) {
             return new SaveViewDialog(SavedViews(QStringLiteral("root")), {}, parent);
         }},
        {"emergency",
         [](Stage& stage, QWidget* parent) {
             return new EmergencyDialog(stage.workspace(), sample::card(QStringLiteral("1")), parent);
         }},
        {"assign a token",
         [](Stage& stage, QWidget* parent) {
             return new AssignTokenDialog(stage.workspace(), QStringLiteral("1"), QStringLiteral("Ada"),
                                          parent);
         }},
        {"assign a person",
         [](Stage& stage, QWidget* parent) {
             return new AssignPersonDialog(stage.workspace(), serial, parent);
         }},
        {"resynchronise",
         [](Stage& stage, QWidget* parent) {
             return new ResyncDialog(stage.workspace(), sample::token(serial), parent);
         }},
        {"replace",
         [](Stage& stage, QWidget* parent) {
             return new ReplaceTokenDialog(stage.workspace(), sample::token(serial), parent);
         }},
        {"lost",
         [](Stage& stage, QWidget* parent) {
             return new TokenLostDialog(stage.workspace(), serial, parent);
         }},
        {"several",
         [](Stage& stage, QWidget* parent) {
             return new BulkDialog(stage.workspace(), contract::BulkAction::DisableTokens,
                                   {.ids = QStringList {serial}, .count = 1}, parent);
         }},
        {"several to another domain",
         [](Stage& stage, QWidget* parent) {
             return new BulkDialog(stage.workspace(), contract::BulkAction::MoveUsers,
                                   {.filter = QString(), .count = 2}, parent);
         }},
        {"agreed share",
         [](Stage& stage, QWidget* parent) {
             return new BulkSettingsDialog(stage.workspace(), parent);
         }},
        {"restore",
         [](Stage& stage, QWidget* parent) {
             return new RestoreDialog(stage.workspace(), sample::binEntry(), parent);
         }},
        {"import",
         [](Stage& stage, QWidget* parent) {
             return new ImportDialog(stage.workspace(), parent);
         }},
        {"choose a policy",
         [](Stage& stage, QWidget* parent) {
             return new ChoosePolicyDialog(stage.workspace(), sample::domain(QStringLiteral("/Sales")),
                                           contract::PolicyType::Lockout, parent);
         }},
        {"new domain",
         [](Stage& stage, QWidget* parent) {
             return new NewDomainDialog(stage.workspace(), {QStringLiteral("/")}, QStringLiteral("/"),
                                        parent);
         }},
        {"add an administrator",
         [](Stage& stage, QWidget* parent) {
             return new AdministratorDialog(stage.workspace(), parent);
         }},
        {"roles",
         [](Stage& stage, QWidget* parent) {
             contract::AdministratorEntry entry;
             entry.name = QStringLiteral("root");
             entry.roles = {{contract::Role::HelpDesk, QStringLiteral("/")}};
             return new AdministratorDialog(stage.workspace(), entry, parent);
         }},
        {"new client",
         [](Stage& stage, QWidget* parent) {
             return new ApiClientDialog(stage.workspace(), parent);
         }},
        {"lockout policy",
         [](Stage& stage, QWidget* parent) {
             return formOf(stage, contract::PolicyType::Lockout, parent);
         }},
        {"token policy",
         [](Stage& stage, QWidget* parent) {
             return formOf(stage, contract::PolicyType::Token, parent);
         }},
        {"offline policy",
         [](Stage& stage, QWidget* parent) {
             return formOf(stage, contract::PolicyType::Offline, parent);
         }},
        {"about",
         [](Stage&, QWidget* parent) {
             return new AboutDialog(parent);
         }},
        {"shortcuts",
         [](Stage&, QWidget* parent) {
             return new ShortcutsDialog(parent);
         }},
    };
}

QTEST_MAIN(tst_Accessible)
#include "tst_accessible.moc"
