// SPDX-License-Identifier: Apache-2.0
#include "app/holdfast/pictures/stage.h"
#include "views/bulk/bin_tab.h"
#include "views/bulk/bulk_bar.h"
#include "views/bulk/bulk_dialog.h"
#include "views/bulk/jobs_page.h"
#include "views/bulk/jobs_tab.h"

#include <QPushButton>

namespace holdfast::pictures {

using namespace Qt::StringLiterals;
using namespace views;

// All users of a domain, above the agreed share; then the page of jobs, and the bin with somebody in it.
void addJobs(QList<Scene>& scenes, const Stage& stage)
{
    scenes.append({{},
                   [stage] {
                       stage.closeDialog();
                       stage.go({u"users"_s});
                       stage.page<UsersPage>()->pane()->clearFilter();
                   },
                   [stage] {
                       return stage.showsRows<UsersPage>();
                   }});
    scenes.append(
        {u"users-all"_s, [stage] { stage.page<UsersPage>()->pane()->table()->selectAll(); }, always});
    scenes.append({u"users-above-share"_s,
                   [stage] { stage.page<UsersPage>()->bulk()->begin(contract::BulkAction::DisableUsers); },
                   [stage] {
                       auto* dialog = stage.dialog<BulkDialog>();
                       return dialog && dialog->table()->model()->rowCount() > 0;
                   }});
    scenes.append({{},
                   [stage] {
                       stage.closeDialog();
                       auto* table = stage.page<UsersPage>()->pane()->table();
                       table->clearSelection();
                       const auto* model = table->model();
                       table->selectionModel()->select(QItemSelection(model->index(6, 0), model->index(8, 0)),
                                                       QItemSelectionModel::Select
                                                           | QItemSelectionModel::Rows);
                       stage.page<UsersPage>()->bulk()->begin(contract::BulkAction::DeleteUsers);
                   },
                   [stage] {
                       auto* dialog = stage.dialog<BulkDialog>();
                       return dialog && dialog->model().state() == models::BulkJobModel::State::Ready;
                   }});
    scenes.append({{},
                   [stage] { stage.dialog<BulkDialog>()->primaryButton()->click(); },
                   [stage] {
                       auto* dialog = stage.dialog<BulkDialog>();
                       return dialog && dialog->model().state() == models::BulkJobModel::State::Ended;
                   }});
    scenes.append({u"jobs"_s,
                   [stage] {
                       stage.closeDialog();
                       stage.go({u"jobs"_s, {}, {}, {}, u"jobs"_s});
                   },
                   [stage] {
                       auto* page = stage.page<JobsPage>();
                       if (!page || page->jobs()->pane()->table()->model()->rowCount() < 2) {
                           return false;
                       }
                       page->jobs()->pane()->table()->selectRow(0);
                       return true;
                   }});
    scenes.append({u"job-undo"_s, [stage] { stage.page<JobsPage>()->jobs()->open(true); },
                   [stage] {
                       auto* dialog = stage.dialog<BulkDialog>();
                       return dialog && dialog->table()->model()->rowCount() > 0;
                   }});
    scenes.append({u"bin"_s,
                   [stage] {
                       stage.closeDialog();
                       stage.go({u"jobs"_s, {}, {}, {}, u"bin"_s});
                   },
                   [stage] {
                       auto* page = stage.page<JobsPage>();
                       if (!page || page->bin()->pane()->table()->model()->rowCount() < 3) {
                           return false;
                       }
                       page->bin()->pane()->table()->selectRow(0);
                       return true;
                   }});
    scenes.append({u"bin-restore"_s, [stage] { stage.page<JobsPage>()->bin()->restoreChosen(); }, always});
    scenes.append({{}, [stage] { stage.closeDialog(); }, always});
}

} // namespace holdfast::pictures
