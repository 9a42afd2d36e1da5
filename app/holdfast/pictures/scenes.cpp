// SPDX-License-Identifier: Apache-2.0
#include "app/holdfast/pictures/scenes.h"

#include "app/holdfast/pictures/stage.h"
#include "views/activity/activity_page.h"
#include "views/administration/administration_page.h"
#include "views/administration/roles_tab.h"
#include "views/administration/service_pane.h"
#include "views/bulk/bulk_bar.h"
#include "views/bulk/bulk_dialog.h"
#include "views/emergency/code_display.h"
#include "views/emergency/emergency_dialog.h"
#include "views/policies/move_domain_dialog.h"
#include "views/policies/policies_page.h"
#include "views/policies/policy_history_dialog.h"
#include "views/policies/policy_panel.h"
#include "views/reports/report_editor.h"
#include "views/reports/report_jobs_tab.h"
#include "views/reports/reports_page.h"
#include "views/reports/save_report_dialog.h"
#include "views/shell/connection_banner.h"
#include "views/shell/locator.h"
#include "views/shell/shell.h"
#include "views/signin/first_run_page.h"
#include "views/signin/start_page.h"
#include "views/tokens/import_dialog.h"
#include "views/tokens/token_details.h"
#include "views/tokens/tokens_page.h"
#include "views/users/user_card.h"
#include "views/users/users_page.h"
#include "views/verification/caller_questions_dialog.h"
#include "views/widgets/choice_list.h"
#include "views/widgets/filter_line.h"
#include "views/widgets/state_view.h"
#include "views/widgets/table_pane.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTabBar>
#include <QTableView>
#include <QTreeView>
#include <QTreeWidget>

namespace holdfast::pictures {

using namespace Qt::StringLiterals;
using namespace views;

namespace {

// By its English text, as `T` says it.
template <class T>
QPushButton* buttonOf(const T* widget, const char* english)
{
    const QString text = T::tr(english);
    const QWidget* place = widget;
    const auto buttons = place->findChildren<QPushButton*>();
    for (QPushButton* button : buttons) {
        if ((button->text() == text || button->accessibleName() == text) && button->isVisibleTo(place)) {
            return button;
        }
    }
    return nullptr;
}

void addEntry(QList<Scene>& scenes, Console& console)
{
    scenes.append({u"start"_s,
                   [&console] {
                       console.window().showStart();
                       console.window().startPage()->showStarting(
                           Console::tr("The service on this computer is starting…"));
                   },
                   always});
    scenes.append({u"start-failed"_s,
                   [&console] {
                       console.window().startPage()->showFailure(
                           {contract::ErrorKind::Unavailable, u"data_directory_in_use"_s,
                            u"Another Holdfast works on this data directory."_s});
                   },
                   always});
    scenes.append({u"sign-in"_s,
                   [&console] {
                       SignInPage* page = console.window().signInPage();
                       page->setServer(QUrl(u"https://holdfast.example.com"_s));
                       page->setName(u"robin"_s);
                       console.window().showSignIn();
                   },
                   always});
    scenes.append({u"sign-in-refused"_s,
                   [&console] {
                       console.window().signInPage()->showError({contract::ErrorKind::Unauthenticated,
                                                                 u"wrong_password"_s,
                                                                 u"Name or password is wrong."_s});
                   },
                   always});
    scenes.append({u"first-run"_s, [&console] { console.window().showFirstRun(); }, always});
}

void addUsers(QList<Scene>& scenes, const Stage& stage)
{
    scenes.append({u"users"_s, [stage] { stage.go({u"users"_s}); },
                   [stage] {
                       if (!stage.showsRows<UsersPage>()) {
                           return false;
                       }
                       return stage.choosesSomebodyWellOff();
                   }});
    scenes.append({u"users-locked"_s,
                   [stage] {
                       stage.page<UsersPage>()->pane()->table()->clearSelection();
                       stage.go({u"users"_s, {}, u"status"_s, u"locked"_s});
                   },
                   [stage] {
                       auto* page = stage.page<UsersPage>();
                       if (!stage.showsRows<UsersPage>()) {
                           return false;
                       }
                       page->pane()->table()->selectRow(0);
                       return stage.showsCard()
                           && page->card()->model().card().user.status == contract::UserStatus::Locked;
                   }});
    scenes.append({u"user-explain"_s, [stage] { stage.page<UsersPage>()->card()->explain(); }, always});
    scenes.append({{}, [stage] { stage.closeDialog(); }, always});
    scenes.append(
        {u"users-no-match"_s,
         [stage] { stage.page<UsersPage>()->pane()->filterLine()->setText(u"nobody of this name"_s); },
         [stage] {
             return !stage.page<UsersPage>()->pane()->states()->isContentShown();
         }});
    scenes.append({u"user-card"_s,
                   [stage] {
                       stage.page<UsersPage>()->pane()->clearFilter();
                       stage.go({u"users"_s, stage.page<UsersPage>()->card()->model().userId()});
                   },
                   [stage] {
                       return stage.showsCard();
                   }});
    scenes.append({u"user-security-questions"_s,
                   [stage] { stage.page<UsersPage>()->card()->editQuestions(); },
                   [stage] {
                       auto* dialog = stage.dialog<CallerQuestionsDialog>();
                       return dialog && dialog->primaryButton()->isEnabled();
                   }});
    scenes.append({u"user-new"_s,
                   [stage] {
                       stage.closeDialog();
                       stage.page<UsersPage>()->newUser();
                   },
                   always});
    scenes.append({u"user-assign-token"_s,
                   [stage] {
                       stage.closeDialog();
                       stage.page<UsersPage>()->card()->assignToken();
                   },
                   always});
    scenes.append({{},
                   [stage] {
                       stage.closeDialog();
                       stage.page<UsersPage>()->goBack();
                       stage.go({u"users"_s, {}, u"status"_s, u"active"_s});
                       stage.page<UsersPage>()->pane()->table()->clearSelection();
                   },
                   [stage] {
                       if (!stage.showsRows<UsersPage>()) {
                           return false;
                       }
                       return stage.choosesSomebodyWellOff();
                   }});
}

void addEmergency(QList<Scene>& scenes, const Stage& stage)
{
    scenes.append({u"emergency-questions"_s,
                   [stage] { stage.page<UsersPage>()->card()->issueEmergencyCode(); }, always});
    scenes.append({u"emergency-proposal"_s,
                   [stage] {
                       auto* dialog = stage.dialog<EmergencyDialog>();
                       const auto questions = dialog->findChildren<ChoiceList*>();
                       questions.at(0)->choose(static_cast<int>(models::Missing::TokenNotAtHand));
                       questions.at(1)->choose(static_cast<int>(models::Need::SeveralDays));
                       dialog->model().setReason(u"INC-20417, left the token at home"_s);
                       const auto edits = dialog->findChildren<QLineEdit*>();
                       for (QLineEdit* edit : edits) {
                           if (edit->placeholderText().startsWith(u"INC"_s)) {
                               edit->setText(u"INC-20417, left the token at home"_s);
                           }
                       }
                   },
                   always});
    scenes.append(
        {u"emergency-codes"_s, [stage] { stage.dialog<EmergencyDialog>()->primaryButton()->click(); },
         [stage] {
             auto* dialog = stage.dialog<EmergencyDialog>();
             return dialog && dialog->model().state() == models::EmergencyCodeDialogModel::State::Issued;
         }});
    scenes.append({{},
                   [stage] { stage.closeDialog(); },
                   [stage] {
                       return stage.showsCard();
                   }});
}

void addTokens(QList<Scene>& scenes, const Stage& stage, const QString& tokenFile)
{
    scenes.append({u"tokens"_s,
                   [stage] {
                       stage.go({u"tokens"_s});
                       stage.page<TokensPage>()->pane()->table()->sortByColumn(models::TokensModel::LastUsed,
                                                                               Qt::DescendingOrder);
                   },
                   [stage] {
                       if (!stage.showsRows<TokensPage>()) {
                           return false;
                       }
                       auto* table = stage.page<TokensPage>()->pane()->table();
                       if (!table->currentIndex().isValid()) {
                           table->selectRow(2);
                       }
                       return true;
                   }});
    scenes.append({u"tokens-several"_s,
                   [stage] {
                       auto* table = stage.page<TokensPage>()->pane()->table();
                       const auto* model = table->model();
                       table->selectionModel()->select(QItemSelection(model->index(4, 0), model->index(8, 0)),
                                                       QItemSelectionModel::Select
                                                           | QItemSelectionModel::Rows);
                   },
                   always});
    scenes.append({u"tokens-disable"_s,
                   [stage] { stage.page<TokensPage>()->bulk()->begin(contract::BulkAction::DisableTokens); },
                   [stage] {
                       auto* dialog = stage.dialog<BulkDialog>();
                       return dialog && dialog->table()->model()->rowCount() > 0;
                   }});
    scenes.append({u"tokens-disabled"_s, [stage] { stage.dialog<BulkDialog>()->primaryButton()->click(); },
                   [stage] {
                       auto* dialog = stage.dialog<BulkDialog>();
                       return dialog && dialog->model().state() == models::BulkJobModel::State::Ended;
                   }});
    scenes.append({u"tokens-import"_s,
                   [stage] {
                       stage.closeDialog();
                       stage.page<TokensPage>()->importTokens();
                   },
                   always});
    if (!tokenFile.isEmpty()) {
        scenes.append({u"tokens-import-checked"_s,
                       [stage, tokenFile] { stage.dialog<ImportDialog>()->setFile(tokenFile); },
                       [stage] {
                           auto* dialog = stage.dialog<ImportDialog>();
                           using State = models::ImportModel::State;
                           return dialog
                               && (dialog->model().state() == State::Checked
                                   || dialog->model().state() == State::Refused);
                       }});
    }
    scenes.append({{}, [stage] { stage.closeDialog(); }, always});
}

// The default is edited: what that would do, and then its history.
void addPolicyChange(QList<Scene>& scenes, const Stage& stage)
{
    const auto panel = [stage] {
        return stage.page<PoliciesPage>()->panel();
    };
    scenes.append({u"policies-impact"_s, [panel] { panel()->findChild<QSpinBox*>()->setValue(3); },
                   [panel] {
                       return panel()->preview().state() == models::PolicyPreviewModel::State::Ready;
                   }});
    scenes.append({{},
                   [panel] { buttonOf(panel(), "Apply")->click(); },
                   [panel] {
                       return panel()->model().state() == models::PolicyEditModel::State::Editing
                           && !panel()->model().isDirty();
                   }});
    scenes.append({u"policies-history"_s, [panel] { panel()->showHistory(); },
                   [stage] {
                       auto* dialog = stage.dialog<PolicyHistoryDialog>();
                       if (!dialog || dialog->model().rowCount() < 2) {
                           return false;
                       }
                       dialog->table()->selectRow(1);
                       return true;
                   }});
    scenes.append({{}, [stage] { stage.closeDialog(); }, always});
}

// A report is put together, saved and run.
void addReports(QList<Scene>& scenes, const Stage& stage)
{
    const auto shown = [stage](const QString& report) {
        return [stage, report] {
            auto* page = stage.page<ReportsPage>();
            return page && page->editor()->draft().report().id == report
                && page->editor()->preview().state() == models::ReportPreviewModel::State::Ready;
        };
    };
    scenes.append({u"reports"_s,
                   [stage] {
                       stage.closeDialog();
                       stage.go({u"reports"_s, u"token-expiration"_s});
                   },
                   shown(u"token-expiration"_s)});
    scenes.append({u"reports-activity"_s,
                   [stage] { stage.page<ReportsPage>()->choose(u"authentication-activity"_s); },
                   shown(u"authentication-activity"_s)});
    scenes.append({u"reports-save"_s,
                   [stage] {
                       stage.page<ReportsPage>()->saveReport();
                       const auto boxes = stage.openDialogBoxes();
                       if (!boxes.isEmpty()) {
                           boxes.constFirst()->setCurrentIndex(2); // every week
                       }
                   },
                   always});
    scenes.append({{},
                   [stage] { buttonOf(stage.dialog<SaveReportDialog>(), "Save")->click(); },
                   [stage] {
                       auto* page = stage.page<ReportsPage>();
                       return page && !page->editor()->savedId().isEmpty();
                   }});
    scenes.append(
        {{}, [stage] { buttonOf(stage.page<ReportsPage>()->editor(), "Run now")->click(); }, always});
    scenes.append({u"reports-runs"_s, [stage] { stage.page<ReportsPage>()->showTab(u"runs"_s); },
                   [stage] {
                       auto* table = stage.page<ReportsPage>()->runs()->pane()->table();
                       stage.page<ReportsPage>()->runs()->refresh();
                       return table->model()->rowCount() > 0
                           && table->model()->index(0, 0).data(models::ReportJobsModel::StateRole).toInt()
                           == static_cast<int>(contract::ReportJobState::Finished);
                   }});
}

void addRest(QList<Scene>& scenes, const Stage& stage, Console& console)
{
    const auto policyShown = [stage] {
        auto* page = stage.page<PoliciesPage>();
        return page && page->panel()->model().state() == models::PolicyEditModel::State::Editing;
    };
    scenes.append({u"policies"_s, [stage] { stage.go({u"policies"_s}); }, policyShown});
    addPolicyChange(scenes, stage);
    scenes.append(
        {u"policies-token"_s,
         [stage] { stage.page<PoliciesPage>()->panel()->findChild<QTabBar*>()->setCurrentIndex(1); },
         policyShown});
    scenes.append({u"policies-choose"_s,
                   [stage] { buttonOf(stage.page<PoliciesPage>()->panel(), "Choose another…")->click(); },
                   always});
    scenes.append({u"domain-move"_s,
                   [stage] {
                       stage.closeDialog();
                       auto* page = stage.page<PoliciesPage>();
                       page->tree()->setCurrentIndex(
                           page->tree()->model()->index(0, 0, page->tree()->model()->index(0, 0)));
                       buttonOf(page, "Move to…")->click();
                       if (auto* dialog = stage.dialog<MoveDomainDialog>()) {
                           dialog->findChild<QComboBox*>()->setCurrentIndex(0);
                       }
                   },
                   always});
    scenes.append({u"activity"_s,
                   [stage] {
                       stage.closeDialog();
                       stage.go({u"activity"_s});
                   },
                   [stage] {
                       return stage.showsRows<ActivityPage>();
                   }});
    scenes.append({u"activity-save-view"_s, [stage] { stage.page<ActivityPage>()->saveView(); }, always});
    scenes.append({{}, [stage] { stage.closeDialog(); }, always});
    addReports(scenes, stage);
    scenes.append({u"administration"_s,
                   [stage] {
                       stage.closeDialog();
                       stage.go({u"administration"_s});
                   },
                   always});
    const auto administrationTab = [stage](const QString& id) {
        return [stage, id] {
            stage.closeDialog();
            stage.go({u"administration"_s, {}, {}, {}, id});
        };
    };
    const auto rolesShown = [stage] {
        auto* page = stage.page<AdministrationPage>();
        return page && page->roles()->table()->model()->columnCount() > 0;
    };
    scenes.append({u"roles"_s, administrationTab(u"roles"_s), rolesShown});
    scenes.append({u"role-new"_s,
                   [stage] { buttonOf(stage.page<AdministrationPage>()->roles(), "Copy…")->click(); },
                   always});
    scenes.append({u"sessions"_s, administrationTab(u"sessions"_s), always});
    scenes.append({u"sign-in-settings"_s, administrationTab(u"sign-in"_s), always});
    scenes.append({u"api-clients"_s,
                   [stage] {
                       stage.go({u"administration"_s, {}, {}, {}, u"clients"_s});
                   },
                   always});
    scenes.append({u"service"_s,
                   [stage] {
                       stage.go({u"administration"_s, {}, {}, {}, u"service"_s});
                   },
                   always});
    scenes.append(
        {u"notification-settings"_s,
         [stage] {
             buttonOf(stage.page<AdministrationPage>()->findChild<ServicePane*>(), "Notifications…")->click();
         },
         always});
    scenes.append({{}, [stage] { stage.closeDialog(); }, always});
    scenes.append(
        {u"api-client-new"_s, [stage] { stage.page<AdministrationPage>()->createApiClient(); }, always});
    scenes.append({u"search"_s,
                   [stage] {
                       stage.closeDialog();
                       stage.go({u"overview"_s});
                       stage.shell()->openLocator();
                       auto* locator = stage.shell()->findChild<Locator*>();
                       locator->field()->setText(u"an"_s);
                       locator->model().setText(u"an"_s);
                   },
                   [stage] {
                       auto* locator = stage.shell()->findChild<Locator*>();
                       return locator->model().rowCount() > 3 && !locator->model().isSearching();
                   }});
    scenes.append({{},
                   [stage] {
                       stage.shell()->findChild<Locator*>()->close();
                       stage.go({u"users"_s});
                   },
                   [stage] {
                       return stage.showsCard();
                   }});
    scenes.append({u"connection-lost"_s,
                   [&console] {
                       console.transport().connectivity().setProbe([] {});
                       console.transport().connectivity().lost(u"connection_refused"_s);
                   },
                   [stage] {
                       return !stage.shell()->findChild<ConnectionBanner*>()->text().isEmpty();
                   }});
}

} // namespace

QList<Scene> allScenes(Console& console, const QString& tokenFile, const QString& only)
{
    const Stage stage(console);
    QList<Scene> scenes;
    // Signed in first: what follows covers the shell, and the shell stays.
    scenes.append({{},
                   [] {},
                   [stage] {
                       return stage.shell() != nullptr;
                   }});
    if (only == u"offline"_s) {
        addOffline(scenes, stage);
        return scenes;
    }
    addEntry(scenes, console);
    scenes.append({u"overview"_s,
                   [&console, stage] {
                       console.window().showShell();
                       stage.go({u"overview"_s});
                   },
                   always});
    addUsers(scenes, stage);
    addEmergency(scenes, stage);
    addTokens(scenes, stage, tokenFile);
    addOffline(scenes, stage);
    addJobs(scenes, stage);
    addRest(scenes, stage, console);
    return scenes;
}

} // namespace holdfast::pictures
