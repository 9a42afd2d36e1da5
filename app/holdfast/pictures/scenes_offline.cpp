// SPDX-License-Identifier: Apache-2.0
#include "app/holdfast/pictures/stage.h"
#include "views/emergency/code_display.h"
#include "views/policies/offline_verdicts.h"
#include "views/policies/policies_page.h"
#include "views/policies/policy_panel.h"
#include "views/policies/try_domain_dialog.h"
#include "views/readiness/figures_line.h"
#include "views/readiness/readiness_bar.h"
#include "views/readiness/readiness_dialogs.h"
#include "views/readiness/readiness_page.h"
#include "views/users/offline_code_dialog.h"
#include "views/users/offline_explain_dialog.h"
#include "views/widgets/choice_list.h"
#include "views/widgets/filter_line.h"
#include "views/widgets/pick_list.h"
#include "views/workstations/challenge_dialog.h"
#include "views/workstations/enrolment_dialog.h"
#include "views/workstations/workstation_actions.h"
#include "views/workstations/workstation_details.h"
#include "views/workstations/workstation_dialogs.h"
#include "views/workstations/workstations_page.h"

#include <QAbstractItemModel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QTableView>
#include <QTreeView>

#include <algorithm>

namespace holdfast::pictures {

using namespace Qt::StringLiterals;
using namespace views;

namespace {

void addWorkstations(QList<Scene>& scenes, const Stage& stage)
{
    const auto details = [stage] {
        return stage.page<WorkstationsPage>()->details();
    };
    const auto choose = [stage](int row) {
        return [stage, row] {
            auto* page = stage.page<WorkstationsPage>();
            if (!stage.showsRows<WorkstationsPage>()) {
                return false;
            }
            if (page->pane()->table()->currentIndex().row() != row) {
                page->pane()->table()->selectRow(row);
            }
            return page->details()->workstation().id == page->pane()->currentId();
        };
    };
    scenes.append({u"workstations"_s,
                   [stage] {
                       stage.closeDialog();
                       stage.go({u"workstations"_s});
                   },
                   choose(4)});
    scenes.append({u"workstations-silent"_s,
                   [stage] {
                       stage.go({u"workstations"_s, {}, u"state"_s, u"silent"_s});
                   },
                   choose(0)});
    scenes.append({{}, [stage] { stage.page<WorkstationsPage>()->pane()->clearFilter(); }, choose(2)});
    scenes.append({u"workstation-revoke"_s,
                   [details] { details()->actions()->revoke(details()->workstation()); },
                   [stage] {
                       auto* dialog = stage.dialog<RevokeWorkstationDialog>();
                       if (!dialog) {
                           return false;
                       }
                       dialog->stolen()->choose(1);
                       dialog->reason()->setText(u"INC-7741, left on a train"_s);
                       return true;
                   }});
    scenes.append({u"workstation-move"_s,
                   [stage, details] {
                       stage.closeDialog();
                       details()->actions()->move(details()->workstation());
                   },
                   [stage] {
                       auto* dialog = stage.dialog<MoveWorkstationDialog>();
                       return dialog && dialog->domains()->isEnabled();
                   }});
    scenes.append({u"workstation-challenge"_s,
                   [stage, details] {
                       stage.closeDialog();
                       details()->actions()->answerChallenge(details()->workstation());
                   },
                   [stage] {
                       auto* dialog = stage.dialog<ChallengeDialog>();
                       if (!dialog || dialog->pick()->table()->model()->rowCount() == 0) {
                           return false;
                       }
                       dialog->pick()->table()->selectRow(1);
                       dialog->challenge()->setText(u"K7MPX-2QR4T"_s);
                       dialog->reason()->setText(u"INC-7742, new laptop, hotel without a network"_s);
                       return true;
                   }});
    scenes.append({u"workstation-enrol"_s,
                   [stage] {
                       stage.closeDialog();
                       stage.page<WorkstationsPage>()->enrol();
                   },
                   [stage] {
                       auto* dialog = stage.dialog<EnrolmentDialog>();
                       return dialog && dialog->chooseDomain(u"/Laptops"_s);
                   }});
    scenes.append({u"workstation-enrol-code"_s,
                   [stage] { stage.dialog<EnrolmentDialog>()->primaryButton()->click(); },
                   [stage] {
                       auto* dialog = stage.dialog<EnrolmentDialog>();
                       return dialog && !dialog->command().isEmpty();
                   }});
    scenes.append({u"workstations-no-match"_s,
                   [stage] {
                       stage.closeDialog();
                       stage.page<WorkstationsPage>()->pane()->filterLine()->setText(
                           u"nothing of this name"_s);
                   },
                   [stage] {
                       return !stage.page<WorkstationsPage>()->pane()->states()->isContentShown();
                   }});
    scenes.append({{}, [stage] { stage.page<WorkstationsPage>()->pane()->clearFilter(); }, always});
}

void addReadiness(QList<Scene>& scenes, const Stage& stage)
{
    const auto page = [stage] {
        return stage.page<ReadinessPage>();
    };
    scenes.append({u"readiness"_s, [stage] { stage.go({u"readiness"_s}); },
                   [stage, page] {
                       return stage.showsRows<ReadinessPage>()
                           && page()->readiness().state() == models::ReadinessModel::State::Ready;
                   }});
    scenes.append({u"readiness-monday"_s,
                   [page] { page()->figures()->button(u"endingBeforeMonday"_s)->click(); },
                   [stage, page] {
                       if (!stage.showsRows<ReadinessPage>()) {
                           return false;
                       }
                       page()->pane()->table()->selectAll();
                       return true;
                   }});
    scenes.append({u"readiness-extend"_s, [page] { page()->bar()->extend(); },
                   [stage] {
                       auto* dialog = stage.dialog<ExtendDialog>();
                       if (!dialog) {
                           return false;
                       }
                       dialog->reason()->setText(u"Trade fair in Osaka"_s);
                       return true;
                   }});
    scenes.append({u"readiness-leavers"_s,
                   [stage, page] {
                       stage.closeDialog();
                       page()->figures()->button(u"ofLeavers"_s)->click();
                   },
                   [stage] {
                       return stage.showsRows<ReadinessPage>();
                   }});
    scenes.append({{},
                   [page] { page()->pane()->clearFilter(); },
                   [stage] {
                       return stage.showsRows<ReadinessPage>();
                   }});
}

bool typesPinAndCode(const contract::UserCard& card)
{
    return std::all_of(card.tokens.begin(), card.tokens.end(), [](const contract::Token& token) {
        return token.pinStyle == contract::PinStyle::BeforeCode && token.pinState == contract::PinState::Set;
    });
}

// Somebody whose workstation holds codes.
void addOfflineCard(QList<Scene>& scenes, const Stage& stage)
{
    const auto card = [stage] {
        return stage.page<UsersPage>()->card();
    };
    scenes.append({u"user-offline"_s,
                   [stage] {
                       auto* page = stage.page<ReadinessPage>();
                       const auto* model = page->pane()->table()->model();
                       const auto last = model->index(model->rowCount() / 2, 0);
                       const QString user = last.data(models::OfflineSetsModel::UserIdRole).toString();
                       stage.go({u"users"_s, user});
                   },
                   [stage] {
                       return stage.showsCard();
                   }});
    scenes.append({u"offline-code"_s, [card] { card()->readOfflineCode(); },
                   [stage] {
                       return stage.dialog<OfflineCodeDialog>() != nullptr;
                   }});
    scenes.append(
        {u"offline-code-read"_s,
         [stage] { stage.dialog<OfflineCodeDialog>()->button(contract::CodeReplaces::Passcode)->click(); },
         [stage] {
             auto* dialog = stage.dialog<OfflineCodeDialog>();
             return dialog && !dialog->usage().isEmpty();
         }});
    const auto explained = [stage] {
        auto* dialog = stage.dialog<OfflineExplainDialog>();
        return dialog && dialog->model().state() == models::OfflineExplanationModel::State::Ready;
    };
    scenes.append({u"offline-explain"_s,
                   [stage, card] {
                       stage.closeDialog();
                       card()->explainOffline();
                   },
                   explained});
    // Somebody whose passcodes are too short, and somebody of a domain without offline logon.
    const auto goTo = [&](const QString& domain, bool (*isMeant)(const contract::UserCard&)) {
        scenes.append({{},
                       [stage, domain] {
                           stage.closeDialog();
                           stage.go({u"users"_s, {}, u"domain"_s, domain});
                       },
                       [stage, isMeant] {
                           return stage.showsRows<UsersPage>() && stage.choosesSomebodyWellOff(isMeant);
                       }});
    };
    goTo(u"/Manufacturing"_s, typesPinAndCode);
    scenes.append({u"offline-explain-length"_s, [card] { card()->explainOffline(); }, explained});
    goTo(u"/Technology/Engineering"_s, nullptr);
    scenes.append({u"offline-explain-refused"_s, [card] { card()->explainOffline(); }, explained});
    scenes.append({u"offline-code-none"_s,
                   [stage, card] {
                       stage.closeDialog();
                       card()->readOfflineCode();
                   },
                   [stage] {
                       return stage.dialog<OfflineCodeDialog>() != nullptr;
                   }});
    scenes.append({{},
                   [stage] {
                       stage.closeDialog();
                       stage.page<UsersPage>()->pane()->clearFilter();
                   },
                   [stage] {
                       return stage.showsRows<UsersPage>();
                   }});
}

void addOfflinePolicy(QList<Scene>& scenes, const Stage& stage)
{
    const auto panel = [stage] {
        return stage.page<PoliciesPage>()->panel();
    };
    const auto editing = [panel] {
        return panel()->model().state() == models::PolicyEditModel::State::Editing
            && panel()->verdictsModel().state() == models::OfflineVerdictsModel::State::Ready;
    };
    scenes.append({{},
                   [stage] { stage.go({u"policies"_s}); },
                   [stage] {
                       auto* tree = stage.page<PoliciesPage>()->findChild<QTreeView*>();
                       const auto* model = tree->model();
                       const QModelIndex root = model->index(0, 0);
                       for (int row = 0; row < model->rowCount(root); ++row) {
                           if (model->index(row, 0, root).data().toString() == u"Sales"_s) {
                               tree->setCurrentIndex(model->index(row, 0, root));
                               return stage.page<PoliciesPage>()->panel()->domainPath() == u"/Sales"_s;
                           }
                       }
                       return false;
                   }});
    scenes.append(
        {u"policies-offline"_s, [panel] { panel()->chooseType(contract::PolicyType::Offline); }, editing});
    scenes.append({u"policies-offline-edited"_s,
                   [panel] {
                       panel()->model().edit<contract::OfflinePolicy>([](contract::OfflinePolicy& policy) {
                           policy.minimumPasscodeLength = 12;
                           policy.allowPinpadOrSoftware = false;
                       });
                       panel()->verdicts()->table()->setFocus();
                   },
                   [panel, editing] {
                       if (!editing()
                           || panel()->preview().state() != models::PolicyPreviewModel::State::Ready) {
                           return false;
                       }
                       for (auto* area : panel()->findChildren<QScrollArea*>()) {
                           if (area->isAncestorOf(panel()->verdicts())) {
                               area->ensureWidgetVisible(panel()->verdicts());
                           }
                       }
                       return true;
                   }});
    scenes.append({u"policies-offline-domain"_s, [panel] { panel()->tryDomainButton()->click(); },
                   [stage] {
                       auto* dialog = stage.dialog<TryDomainDialog>();
                       return dialog && dialog->domains()->count() > 0;
                   }});
    scenes.append({u"policies-offline-trial"_s,
                   [stage, panel] {
                       stage.closeDialog();
                       panel()->reportOnlyButton()->click();
                   },
                   [panel] {
                       return panel()->trial().trial().has_value();
                   }});
    scenes.append({{},
                   [panel] {
                       panel()->trial().end();
                       panel()->chooseType(contract::PolicyType::Lockout);
                   },
                   [panel] {
                       return panel()->model().state() == models::PolicyEditModel::State::Editing;
                   }});
}

} // namespace

// Workstations and what they hold: pages, dialogs, the card and the policy.
void addOffline(QList<Scene>& scenes, const Stage& stage)
{
    addWorkstations(scenes, stage);
    addReadiness(scenes, stage);
    addOfflineCard(scenes, stage);
    addOfflinePolicy(scenes, stage);
}

} // namespace holdfast::pictures
