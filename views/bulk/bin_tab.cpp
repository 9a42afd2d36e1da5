// SPDX-License-Identifier: Apache-2.0
#include "views/bulk/bin_tab.h"

#include "models/formats.h"
#include "models/session.h"
#include "models/words.h"
#include "models/words_bulk.h"
#include "views/bulk/restore_dialog.h"
#include "views/theme/icons.h"
#include "views/widgets/filter_line.h"
#include "views/widgets/table_pane.h"
#include "views/widgets/table_setup.h"

#include <QComboBox>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace holdfast::views {

using contract::BinEntry;
using contract::Permission;
using models::BinModel;

BinTab::BinTab(const Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_model(workspace.api, workspace.clock)
    , m_pane(new TablePane(m_model,
                           {.settingsKey = QStringLiteral("bin"),
                            .accessibleName = tr("Bin"),
                            .filterHint = tr("Filter by name or serial number"),
                            .loading = tr("Loading the bin…"),
                            .icon = QStringLiteral("delete"),
                            .emptyTitle = tr("The bin is empty"),
                            .emptyText = tr("Deleted users and tokens lie here for thirty days."),
                            .emptyButton = {},
                            .emptyAction = {},
                            .noMatchTitle = tr("Nothing in the bin matches")}))
    , m_kind(new QComboBox)
    , m_restore(new QPushButton(icon(QStringLiteral("back")), tr("Restore…")))
    , m_delete(new QPushButton(icon(QStringLiteral("delete")), tr("Delete for good…")))
{
    m_pane->setColumns({180, 180, 90, 150, 150, 120, 130}, BinModel::Detail);
    setEndColumns(m_pane->table(), {BinModel::DeletedAt, BinModel::KeptUntil});
    m_kind->setAccessibleName(tr("Kind"));
    m_kind->addItem(tr("Users and tokens"));
    m_kind->addItem(tr("Users"), contract::enumName(contract::BinKind::User));
    m_kind->addItem(tr("Tokens"), contract::enumName(contract::BinKind::Token));
    m_pane->filterLine()->addWidget(m_kind);
    m_pane->filterLine()->addWidget(m_restore);
    m_pane->filterLine()->addWidget(m_delete);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pane);
    connect(m_kind, &QComboBox::currentIndexChanged, this,
            [this] { m_model.setRestriction(QStringLiteral("kind"), m_kind->currentData().toString()); });
    connect(m_pane, &TablePane::clearRequested, this, [this] { m_kind->setCurrentIndex(0); });
    connect(m_restore, &QPushButton::clicked, this, &BinTab::restoreChosen);
    connect(m_delete, &QPushButton::clicked, this, &BinTab::deleteChosen);
    connect(m_pane, &TablePane::activated, this, &BinTab::restoreChosen);
    connect(m_pane, &TablePane::currentChanged, this, &BinTab::showChosen);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &BinTab::showChosen);
    showChosen();
}

void BinTab::opened()
{
    m_pane->load();
    m_model.refresh(); // deleted elsewhere since
    m_pane->table()->setFocus();
}

void BinTab::showChosen()
{
    const BinEntry* entry = m_model.item(m_pane->table()->currentIndex());
    m_restore->setEnabled(entry != nullptr);
    const bool may = m_workspace.session.may(Permission::EmptyBin);
    m_delete->setEnabled(entry != nullptr && may);
    m_delete->setToolTip(may ? QString() : m_workspace.session.whyNot(Permission::EmptyBin));
}

void BinTab::restoreChosen()
{
    const BinEntry* entry = m_model.item(m_pane->table()->currentIndex());
    if (!entry) {
        return;
    }
    auto* dialog = new RestoreDialog(m_workspace, *entry, window());
    connect(dialog, &RestoreDialog::restored, this, [this](const QString& words) {
        Q_EMIT message(Tone::Success, words);
        m_model.refresh();
    });
    dialog->open();
}

void BinTab::deleteChosen()
{
    const BinEntry* entry = m_model.item(m_pane->table()->currentIndex());
    if (!entry) {
        return;
    }
    const bool token = entry->kind == contract::BinKind::Token;
    const QString name = token ? models::groupedSerial(entry->name) : entry->name;
    confirm(this, tr("Delete %1 for good?").arg(name),
            token ? tr("The token's secret is gone then; it can only be imported again from its file.")
                  : tr("The account cannot be restored then. What the activity tells of it stays."),
            tr("Delete for good"), [this, id = entry->id] {
                client::consume(m_workspace.api.deleteFromBin(id), this,
                                [this](const contract::Result<client::Nothing>& answer) {
                                    if (answer) {
                                        Q_EMIT message(Tone::Success, tr("It is deleted for good."));
                                    } else {
                                        Q_EMIT message(Tone::Danger, models::words::problem(answer.error()));
                                    }
                                    m_model.refresh();
                                });
            });
}

} // namespace holdfast::views
