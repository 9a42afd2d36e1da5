// SPDX-License-Identifier: Apache-2.0
#include "views/policies/policies_page.h"

#include "models/session.h"
#include "models/words.h"
#include "views/policies/move_domain_dialog.h"
#include "views/policies/new_domain_dialog.h"
#include "views/policies/policy_panel.h"
#include "views/policies/tree_delegate.h"
#include "views/theme/metrics.h"
#include "views/widgets/labels.h"
#include "views/widgets/page_header.h"
#include "views/widgets/state_view.h"
#include "views/widgets/table_setup.h"

#include <QEvent>
#include <QHeaderView>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>
#include <QTreeView>
#include <QVBoxLayout>

namespace holdfast::views {

using models::DomainTreeModel;

namespace {

const auto splitterKey = QStringLiteral("policies/splitter");
constexpr int policyColumn = 104;
constexpr int leastNames = 170;

} // namespace

PoliciesPage::PoliciesPage(const Workspace& workspace, QWidget* parent)
    : Page(parent)
    , m_workspace(workspace)
    , m_model(workspace.api)
    , m_tree(new QTreeView)
    , m_states(new StateView(m_tree))
    , m_panel(new PolicyPanel(workspace))
    , m_splitter(new QSplitter(Qt::Horizontal))
{
    m_tree->setModel(&m_model);
    setUpTree(m_tree);
    m_tree->setItemDelegate(new TreeDelegate(m_model, m_tree));
    m_tree->setAccessibleName(tr("Security domains"));
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(DomainTreeModel::Name, QHeaderView::Stretch);
    for (const int column : {DomainTreeModel::People, DomainTreeModel::Tokens}) {
        m_tree->header()->hideSection(column);
    }
    for (const int column : {DomainTreeModel::Lockout, DomainTreeModel::Token, DomainTreeModel::Offline}) {
        m_tree->header()->setSectionResizeMode(column, QHeaderView::Fixed);
        m_tree->header()->resizeSection(column, policyColumn);
    }
    m_tree->viewport()->installEventFilter(this);

    auto* header = new PageHeader(tr("Policies"));
    if (workspace.session.may(contract::Permission::EditDomains)) {
        QPushButton* create = header->addAction(tr("New domain"), QStringLiteral("add"));
        connect(create, &QPushButton::clicked, this, &PoliciesPage::newDomain);
        m_move = header->addAction(tr("Move to…"), QStringLiteral("domain"));
        m_move->setEnabled(false);
        connect(m_move, &QPushButton::clicked, this, &PoliciesPage::moveDomain);
    }
    auto* list = new QWidget;
    auto* column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header);
    column->addWidget(makeLine());
    column->addWidget(m_states, 1);
    m_panel->setMinimumWidth(400);
    m_splitter->addWidget(list);
    m_splitter->addWidget(m_panel);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setSizes({520, 576});
    m_splitter->restoreState(QSettings().value(splitterKey).toByteArray());
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_splitter);

    connect(&m_model, &DomainTreeModel::stateChanged, this, &PoliciesPage::showState);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &PoliciesPage::showState);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &PoliciesPage::showDomain);
    connect(m_panel, &PolicyPanel::changed, &m_model, &DomainTreeModel::refresh);
    connect(m_panel, &PolicyPanel::message, this, &PoliciesPage::message);
    connect(m_panel, &PolicyPanel::linkActivated, this, &PoliciesPage::linkActivated);
    showState();
}

// The names come first: where the tree is narrow it shows fewer kinds of policies. The panel has them all.
void PoliciesPage::fitColumns()
{
    int room = m_tree->viewport()->width() - leastNames;
    for (const int column : {DomainTreeModel::Lockout, DomainTreeModel::Token, DomainTreeModel::Offline}) {
        m_tree->header()->setSectionHidden(column, room < policyColumn);
        room -= policyColumn;
    }
}

bool PoliciesPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_tree->viewport() && event->type() == QEvent::Resize) {
        fitColumns();
    }
    return Page::eventFilter(watched, event);
}

PoliciesPage::~PoliciesPage()
{
    QSettings().setValue(splitterKey, m_splitter->saveState());
}

void PoliciesPage::opened()
{
    m_model.load();
    m_tree->setFocus();
}

void PoliciesPage::refresh()
{
    m_model.refresh();
}

void PoliciesPage::focusFilter()
{
    m_tree->setFocus();
}

bool PoliciesPage::holdsWork()
{
    return m_panel->holdsChanges();
}

void PoliciesPage::showState()
{
    switch (m_model.state()) {
    case DomainTreeModel::State::Idle:
    case DomainTreeModel::State::Loading:
        m_states->showLoading(tr("Loading domains…"));
        break;
    case DomainTreeModel::State::Failed:
        m_states->showWords({QStringLiteral("offline"), tr("The domains could not be loaded"),
                             models::words::problem(m_model.error()), tr("Retry"), [this] {
                                 m_model.refresh();
                             }});
        break;
    case DomainTreeModel::State::Ready:
        m_states->showContent();
        m_tree->expandAll();
        if (const QModelIndex index = m_model.indexOfPath(m_path);
            index.isValid() && index != m_tree->currentIndex()) {
            m_tree->setCurrentIndex(index);
        }
        break;
    }
}

void PoliciesPage::showDomain()
{
    const contract::SecurityDomain* domain = m_model.domain(m_tree->currentIndex());
    if (!domain
        || (domain->path == m_path && m_panel->domainPath() == m_path && m_panel->model().isDirty())) {
        return;
    }
    if (domain->path != m_path && m_panel->holdsChanges()) {
        const QSignalBlocker quiet(m_tree->selectionModel());
        m_tree->setCurrentIndex(m_model.indexOfPath(m_path));
        m_tree->viewport()->update();
        return;
    }
    m_path = domain->path;
    m_panel->setDomain(*domain);
    if (m_move) {
        m_move->setEnabled(domain->parentId.has_value());
    }
}

void PoliciesPage::moveDomain()
{
    const contract::SecurityDomain* domain = m_model.domain(m_tree->currentIndex());
    if (!domain || m_panel->holdsChanges()) {
        return;
    }
    auto* dialog = new MoveDomainDialog(m_workspace, *domain, m_model.paths(), this);
    connect(dialog, &MoveDomainDialog::moved, this, [this](const contract::SecurityDomain& moved) {
        Q_EMIT message(Tone::Success, tr("The domain is %1 now.").arg(moved.path));
        m_path = moved.path;
        m_model.refresh();
    });
    dialog->open();
}

void PoliciesPage::newDomain()
{
    auto* dialog = new NewDomainDialog(m_workspace, m_model.paths(), m_path, this);
    connect(dialog, &NewDomainDialog::created, this, [this](const contract::SecurityDomain& domain) {
        Q_EMIT message(Tone::Success, tr("%1 is created. It inherits every policy.").arg(domain.path));
        if (!m_panel->model().isDirty()) {
            m_path = domain.path;
        }
        m_model.refresh();
    });
    dialog->open();
}

} // namespace holdfast::views
