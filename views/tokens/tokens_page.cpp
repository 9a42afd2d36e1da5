// SPDX-License-Identifier: Apache-2.0
#include "views/tokens/tokens_page.h"

#include "models/session.h"
#include "models/words.h"
#include "views/bulk/bulk_bar.h"
#include "views/theme/icons.h"
#include "views/theme/metrics.h"
#include "views/tokens/export_dialog.h"
#include "views/tokens/import_dialog.h"
#include "views/tokens/token_details.h"
#include "views/widgets/choice_of.h"
#include "views/widgets/filter_line.h"
#include "views/widgets/labels.h"
#include "views/widgets/page_header.h"
#include "views/widgets/table_pane.h"
#include "views/widgets/table_setup.h"
#include "views/widgets/tones.h"

#include <QComboBox>
#include <QDir>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

namespace holdfast::views {

using contract::Permission;
using contract::TokenKind;
using contract::TokenState;
using models::TokensModel;

namespace {

const auto splitterKey = QStringLiteral("tokens/splitter");

} // namespace

TokensPage::TokensPage(const Workspace& workspace, QWidget* parent)
    : Page(parent)
    , m_workspace(workspace)
    , m_model(workspace.api, workspace.clock)
    , m_details(new TokenDetails(workspace))
    , m_splitter(new QSplitter(Qt::Horizontal))
    , m_state(choiceOf<TokenState>(tr("Any state"), tr("State")))
    , m_kind(choiceOf<TokenKind>(tr("Any kind"), tr("Kind")))
    , m_settle(new QTimer(this))
{
    const bool mayImport = workspace.session.may(Permission::ImportTokens);
    m_pane =
        new TablePane(m_model,
                      {.settingsKey = QStringLiteral("tokens"),
                       .accessibleName = tr("Tokens"),
                       .filterHint = tr("Filter by serial number or owner"),
                       .loading = tr("Loading tokens…"),
                       .icon = QStringLiteral("token"),
                       .emptyTitle = tr("No tokens yet"),
                       .emptyText = tr("Tokens come from the file that their maker sent, or from an app."),
                       .emptyButton = mayImport ? tr("Import tokens…") : QString(),
                       .emptyAction = [this] { importTokens(); },
                       .noMatchTitle = tr("No token matches"),
                       .sortColumn = TokensModel::Serial});
    m_pane->setStatusColumn(TokensModel::State, [](const QModelIndex& index) {
        const QVariant state = index.data(TokensModel::StateRole);
        return state.isValid() ? statusOf(static_cast<TokenState>(state.toInt())) : Status {};
    });
    m_pane->setColumns({132, 96, 112, 136, 96, 112, 136, 140}, TokensModel::Owner,
                       {TokensModel::Pin, TokensModel::Domain});
    setEndColumns(m_pane->table(), {TokensModel::Expires, TokensModel::LastUsed});
    m_pane->table()->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_pane->filterLine()->addWidget(m_state);
    m_pane->filterLine()->addWidget(m_kind);

    auto* header = new PageHeader(tr("Tokens"));
    if (workspace.session.may(Permission::ExportTokens)) {
        QPushButton* out = header->addAction(tr("Export…"), QStringLiteral("export"));
        connect(out, &QPushButton::clicked, this, [this] { exportTokens(); });
    }
    if (mayImport) {
        QPushButton* import = header->addAction(tr("Import tokens"), QStringLiteral("import"), true);
        connect(import, &QPushButton::clicked, this, [this] { importTokens(); });
    }
    auto* list = new QWidget;
    auto* column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header);
    column->addWidget(m_pane, 1);
    m_bulk = buildBulkBar();
    column->addWidget(m_bulk);
    m_splitter->addWidget(list);
    m_splitter->addWidget(m_details);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 1);
    list->setMinimumWidth(std::max(380, header->minimumSizeHint().width()));
    m_details->setMinimumWidth(300);
    m_splitter->setSizes({740, 356});
    m_splitter->restoreState(QSettings().value(splitterKey).toByteArray());
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_splitter);

    m_settle->setSingleShot(true);
    m_settle->setInterval(80);
    connect(m_settle, &QTimer::timeout, this, [this] { m_details->setToken(m_pane->currentId()); });
    connect(m_pane, &TablePane::currentChanged, this, [this](const QString& id) {
        if (!id.isEmpty()) {
            m_settle->start();
        }
    });
    connect(m_pane, &TablePane::clearRequested, this, [this] {
        m_state->setCurrentIndex(0);
        m_kind->setCurrentIndex(0);
    });
    connect(m_state, &QComboBox::currentIndexChanged, this,
            [this] { m_model.setRestriction(QStringLiteral("state"), m_state->currentData().toString()); });
    connect(m_kind, &QComboBox::currentIndexChanged, this,
            [this] { m_model.setRestriction(QStringLiteral("kind"), m_kind->currentData().toString()); });
    connect(m_details, &TokenDetails::linkActivated, this, &TokensPage::linkActivated);
    connect(m_details, &TokenDetails::message, this, &TokensPage::message);
    connect(m_details, &TokenDetails::changed, &m_model, &TokensModel::refresh);
}

TokensPage::~TokensPage()
{
    QSettings().setValue(splitterKey, m_splitter->saveState());
}

BulkBar* TokensPage::buildBulkBar()
{
    using contract::BulkAction;
    auto* bar =
        new BulkBar(m_workspace, m_pane, m_model,
                    {{BulkAction::EnableTokens, Permission::EnableTokens, QStringLiteral("enable")},
                     {BulkAction::DisableTokens, Permission::EnableTokens, QStringLiteral("disabled")},
                     {BulkAction::UnassignTokens, Permission::AssignTokens, QStringLiteral("unlink"), true},
                     {BulkAction::MoveTokens, Permission::EditTokens, QStringLiteral("domain"), true},
                     {BulkAction::ExpireTokens, Permission::EditTokens, QStringLiteral("calendar"), true},
                     {BulkAction::RequireNewPins, Permission::ClearPins, QStringLiteral("pin"), true},
                     {BulkAction::ClearPins, Permission::ClearPins, QStringLiteral("pin"), true},
                     {BulkAction::DeleteTokens, Permission::DeleteTokens, QStringLiteral("delete"), true}},
                    [](int count) { return tr("%Ln token(s) chosen", nullptr, count); });
    if (m_workspace.session.may(Permission::ExportTokens)) {
        auto* out = new QPushButton(icon(QStringLiteral("export")), tr("Export…"));
        connect(out, &QPushButton::clicked, this, [this] { exportTokens(m_pane->selectedIds()); });
        bar->addButton(out);
    }
    connect(bar, &BulkBar::message, this, &TokensPage::message);
    connect(bar, &BulkBar::changed, this, &TokensPage::refresh);
    return bar;
}

void TokensPage::opened()
{
    m_pane->load();
    m_pane->table()->setFocus();
}

void TokensPage::focusFilter()
{
    m_pane->focusFilter();
}

void TokensPage::refresh()
{
    m_model.refresh();
    m_details->refresh();
}

void TokensPage::follow(const Link& link)
{
    if (link.action == QLatin1String("import")) {
        importTokens();
        return;
    }
    if (!link.item.isEmpty()) {
        m_pane->filterLine()->setText(link.item);
        m_details->setToken(link.item);
        return;
    }
    m_pane->clearFilter();
    if (link.restriction == QLatin1String("state")) {
        m_state->setCurrentIndex(std::max(0, m_state->findData(link.value)));
    } else if (!link.restriction.isEmpty()) {
        m_model.setRestriction(link.restriction, link.value);
        m_pane->filterLine()->setTag(link.words);
    }
}

void TokensPage::importTokens(const QString& path)
{
    auto* dialog = new ImportDialog(m_workspace, this);
    connect(dialog, &ImportDialog::imported, this, [this](int count) {
        Q_EMIT message(Tone::Success, tr("%n token(s) imported.", nullptr, count));
        m_model.refresh();
    });
    if (!path.isEmpty()) {
        dialog->setFile(path);
    }
    dialog->open();
}

void TokensPage::exportTokens(const QStringList& serials)
{
    auto* dialog = new ExportDialog(m_workspace, serials, this);
    connect(dialog, &ExportDialog::exported, this, [this](const QString& path) {
        Q_EMIT message(Tone::Success, tr("The tokens are in %1.").arg(QDir::toNativeSeparators(path)));
    });
    dialog->open();
}

} // namespace holdfast::views
