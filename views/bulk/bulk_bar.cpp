// SPDX-License-Identifier: Apache-2.0
#include "views/bulk/bulk_bar.h"

#include "models/session.h"
#include "models/words_bulk.h"
#include "views/bulk/bulk_dialog.h"
#include "views/theme/icons.h"
#include "views/theme/metrics.h"
#include "views/theme/style.h"
#include "views/widgets/flow_layout.h"
#include "views/widgets/labels.h"
#include "views/widgets/table_pane.h"

#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QTableView>

namespace holdfast::views {

using contract::Permission;

BulkBar::BulkBar(const Workspace& workspace, TablePane* pane, models::WindowModel& model,
                 const QList<Action>& actions, std::function<QString(int)> chosen, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_pane(pane)
    , m_model(model)
    , m_chosen(std::move(chosen))
    , m_text(makeLabel({}, Type::Strong))
    , m_all(new QPushButton)
    , m_more(new QPushButton(icon(QStringLiteral("more")), tr("More")))
    , m_row(new FlowLayout(metrics::s))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    m_row->setContentsMargins(metrics::l, metrics::s, metrics::l, metrics::s);
    setLayout(m_row);
    setButtonRole(m_all, ButtonRole::Quiet);
    m_row->addWidget(m_text);
    m_row->addWidget(m_all);
    auto* menu = new QMenu(m_more);
    menu->setToolTipsVisible(true);
    m_more->setMenu(menu);
    m_row->addWidget(m_more);
    for (const Action& action : actions) {
        addAction(action);
    }
    connect(m_all, &QPushButton::clicked, this, [this] {
        m_pane->table()->selectAll();
        m_pane->table()->setFocus();
    });
    connect(m_pane, &TablePane::selectionChanged, this, &BulkBar::showCount);
    connect(&m_model, &models::WindowModel::totalChanged, this,
            [this] { showCount(m_pane->selectedCount()); });
    hide();
}

void BulkBar::addAction(const Action& action)
{
    const Permission missing =
        m_workspace.session.may(action.permission) ? Permission::RunBulkJobs : action.permission;
    const bool may = m_workspace.session.may(missing);
    const QString text = models::words::verb(action.action) + QChar(0x2026);
    const QString hint = may ? QString() : m_workspace.session.whyNot(missing);
    const auto run = [this, what = action.action] {
        begin(what);
    };
    if (action.inMenu) {
        QAction* entry = m_more->menu()->addAction(icon(action.icon), text);
        entry->setEnabled(may);
        entry->setToolTip(hint);
        connect(entry, &QAction::triggered, this, run);
    } else {
        auto* button = new QPushButton(icon(action.icon), text);
        button->setEnabled(may);
        button->setToolTip(hint);
        connect(button, &QPushButton::clicked, this, run);
        addButton(button);
    }
}

void BulkBar::addButton(QPushButton* button)
{
    m_row->removeWidget(m_more); // the last, always
    m_row->addWidget(button);
    m_row->addWidget(m_more);
}

void BulkBar::showCount(int count)
{
    setVisible(count > 1);
    m_text->setText(m_chosen(count));
    const int total = m_model.rowCount();
    m_all->setVisible(count > 1 && count < total);
    m_all->setText(tr("Choose all %1").arg(QLocale().toString(total)));
}

std::optional<BulkChoice> BulkBar::choice() const
{
    BulkChoice choice;
    choice.count = m_pane->selectedCount();
    if (choice.count <= contract::mostBulkIds) {
        QStringList ids = m_pane->selectedIds();
        if (ids.size() == choice.count) {
            choice.ids = std::move(ids);
            return choice;
        }
    }
    if (choice.count == m_model.rowCount()) {
        choice.filter = m_model.query().wholeFilter();
        return choice;
    }
    return std::nullopt;
}

void BulkBar::begin(contract::BulkAction action)
{
    auto chosen = choice();
    if (!chosen) {
        Q_EMIT message(
            Tone::Warning,
            tr("So many rows can only be chosen all together: narrow the list with its filter, and "
               "choose all that match."));
        return;
    }
    auto* dialog = new BulkDialog(m_workspace, action, std::move(*chosen), window());
    connect(dialog, &BulkDialog::changed, this, &BulkBar::changed);
    dialog->open();
}

} // namespace holdfast::views
