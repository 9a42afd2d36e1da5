// SPDX-License-Identifier: Apache-2.0
#include "views/administration/sessions_tab.h"

#include "models/session.h"
#include "models/words.h"
#include "services/client/api_client.h"
#include "views/theme/icons.h"
#include "views/widgets/dialog.h"
#include "views/widgets/filter_line.h"
#include "views/widgets/table_pane.h"

#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace holdfast::views {

using models::SessionsModel;

SessionsTab::SessionsTab(const Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_model(workspace.api, workspace.clock)
    , m_pane(new TablePane(m_model,
                           {.settingsKey = QStringLiteral("sessions"),
                            .accessibleName = tr("Sessions"),
                            .filterHint = tr("Filter by name"),
                            .loading = tr("Loading sessions…"),
                            .icon = QStringLiteral("server"),
                            .emptyTitle = tr("Nobody is signed in"),
                            .emptyText = tr("Sessions appear here while somebody is signed in."),
                            .emptyButton = {},
                            .emptyAction = {},
                            .noMatchTitle = tr("No session matches")}))
{
    m_pane->setColumns({280, 180, 180, 160}, SessionsModel::Name);
    auto* end = new QPushButton(icon(QStringLiteral("sign-out")), tr("End session…"));
    end->setEnabled(false);
    m_pane->filterLine()->addWidget(end);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pane);
    connect(end, &QPushButton::clicked, this, &SessionsTab::endChosen);
    connect(m_pane, &TablePane::currentChanged, this, [this, end](const QString& id) {
        const contract::SessionEntry* entry = m_model.item(m_pane->table()->currentIndex());
        const bool own = entry && entry->userId == m_workspace.session.administrator().userId;
        const bool may = own || m_workspace.session.may(contract::Permission::EditAdministrators);
        end->setEnabled(!id.isEmpty() && entry && !entry->current && may);
        end->setToolTip(entry && entry->current ? tr("This is your own session here: sign out instead.")
                                                : QString());
    });
}

void SessionsTab::opened()
{
    m_pane->load();
    m_pane->table()->setFocus();
}

void SessionsTab::endChosen()
{
    const contract::SessionEntry* entry = m_model.item(m_pane->table()->currentIndex());
    if (!entry) {
        return;
    }
    confirm(this, tr("End this session of %1?").arg(entry->displayName.isEmpty() ? entry->name : entry->displayName),
            tr("Whoever uses it has to sign in again."), tr("End session"), [this, id = entry->id] {
                client::consume(m_workspace.api.revokeSession(id), this,
                                [this](const contract::Result<client::Nothing>& answer) {
                                    if (answer) {
                                        Q_EMIT message(Tone::Success, tr("The session is ended."));
                                    } else {
                                        Q_EMIT message(Tone::Danger, models::words::problem(answer.error()));
                                    }
                                    m_model.refresh();
                                });
            });
}

} // namespace holdfast::views
