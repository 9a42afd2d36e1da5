// SPDX-License-Identifier: Apache-2.0
#include "views/administration/roles_tab.h"

#include "models/session.h"
#include "models/words.h"
#include "views/administration/role_dialog.h"
#include "views/administration/view_as_dialog.h"
#include "views/theme/icons.h"
#include "views/theme/metrics.h"
#include "views/theme/typography.h"
#include "views/widgets/message_bar.h"

#include <QHeaderView>
#include <QPainter>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace holdfast::views {

using contract::Permission;
using contract::RoleDefinition;

namespace {

// The permissions in their groups, without the lines of a header: the columns beside it have none either.
class PermissionTitles final : public QHeaderView
{
public:
    explicit PermissionTitles(QWidget* parent)
        : QHeaderView(Qt::Vertical, parent)
    { }

protected:
    [[nodiscard]] QSize sectionSizeFromContents(int row) const override
    {
        return QHeaderView::sectionSizeFromContents(row) + QSize(metrics::l, 0);
    }
    void paintSection(QPainter* painter, const QRect& rect, int row) const override
    {
        const bool group =
            model()->headerData(row, Qt::Vertical, models::RoleMatrixModel::GroupRole).toBool();
        const QFont letters = group ? typeFont(Type::Strong, font()) : font();
        const QRect box =
            rect.adjusted(group || row == 0 ? metrics::s : metrics::l + metrics::xs, 0, -metrics::s, 0);
        painter->save();
        painter->fillRect(rect, palette().color(QPalette::Base));
        painter->setFont(letters);
        painter->setPen(palette().color(group ? QPalette::Text : QPalette::PlaceholderText));
        painter->drawText(QStyle::visualRect(layoutDirection(), rect, box),
                          static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)
                                           | Qt::AlignVCenter | Qt::TextSingleLine),
                          QFontMetrics(letters).elidedText(model()->headerData(row, Qt::Vertical).toString(),
                                                           Qt::ElideRight, box.width()));
        painter->restore();
    }
};

} // namespace

RolesTab::RolesTab(const Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_model(workspace.api)
    , m_message(new MessageBar)
    , m_table(new QTableView)
    , m_new(new QPushButton(icon(QStringLiteral("add")), tr("New role…")))
    , m_edit(new QPushButton(icon(QStringLiteral("edit")), tr("Edit…")))
    , m_copy(new QPushButton(icon(QStringLiteral("copy")), tr("Copy…")))
    , m_delete(new QPushButton(icon(QStringLiteral("delete")), tr("Delete…")))
    , m_view(new QPushButton(icon(QStringLiteral("eye")), tr("View as…")))
{
    m_table->setModel(&m_model);
    m_table->setAccessibleName(tr("What each role permits"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectColumns);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->setVerticalHeader(new PermissionTitles(m_table));
    m_table->verticalHeader()->setDefaultSectionSize(metrics::rowHeight);
    m_table->verticalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setDefaultSectionSize(150);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignCenter);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::s);
    column->addWidget(buildButtons());
    column->addWidget(m_message);
    column->addWidget(m_table, 1);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &RolesTab::showChosen);
    connect(m_table, &QTableView::activated, this, &RolesTab::editChosen);
    connect(&m_model, &models::RoleMatrixModel::loaded, this, [this] {
        m_message->clear();
        choose(m_wanted);
    });
    connect(&m_model, &models::RoleMatrixModel::failed, this, [this](const contract::Error& error) {
        m_message->showMessage(Tone::Danger, models::words::problem(error));
    });
    showChosen();
}

QWidget* RolesTab::buildButtons()
{
    auto* bar = new QWidget;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(metrics::l, 0, metrics::l, 0);
    row->setSpacing(metrics::s);
    row->addWidget(m_view);
    row->addStretch();
    for (QPushButton* button : {m_new, m_edit, m_copy, m_delete}) {
        row->addWidget(button);
        button->setVisible(m_workspace.session.may(Permission::EditRoles));
    }
    connect(m_new, &QPushButton::clicked, this, [this] { edit({}); });
    connect(m_edit, &QPushButton::clicked, this, &RolesTab::editChosen);
    connect(m_copy, &QPushButton::clicked, this, &RolesTab::copyChosen);
    connect(m_delete, &QPushButton::clicked, this, &RolesTab::deleteChosen);
    connect(m_view, &QPushButton::clicked, this, &RolesTab::viewAsChosen);
    return bar;
}

void RolesTab::opened()
{
    if (!m_model.isLoaded()) {
        m_model.load();
    }
    m_table->setFocus();
}

const RoleDefinition* RolesTab::chosen() const
{
    return m_model.role(m_table->currentIndex().isValid() ? m_table->currentIndex().column() : -1);
}

void RolesTab::choose(const QString& key)
{
    const int column = std::max(0, m_model.columnOf(key));
    m_table->setCurrentIndex(m_model.index(0, column));
    m_table->selectColumn(column);
    showChosen();
}

void RolesTab::showChosen()
{
    const RoleDefinition* role = chosen();
    const bool custom = role && !role->predefined;
    if (role) {
        m_wanted = role->key;
    }
    m_edit->setEnabled(custom);
    m_edit->setToolTip(role && !custom
                           ? tr("A predefined role stays as it is; copy it to make one of your own.")
                           : QString());
    m_copy->setEnabled(role);
    m_delete->setEnabled(custom && role->holders == 0);
    m_delete->setToolTip(custom && role->holders > 0 ? tr("Somebody still has this role.") : QString());
    const bool seesAll = role
        && std::all_of(role->permissions.begin(), role->permissions.end(),
                       [this](Permission permission) { return m_workspace.session.may(permission); });
    m_view->setEnabled(seesAll && !m_workspace.session.isViewing());
}

void RolesTab::edit(const RoleDefinition& role)
{
    auto* dialog = new RoleDialog(m_workspace, role, this);
    connect(dialog, &RoleDialog::saved, this, [this](const QString& key, const QString& words) {
        m_wanted = key;
        Q_EMIT message(Tone::Success, words);
        m_model.load();
    });
    dialog->open();
}

void RolesTab::editChosen()
{
    const RoleDefinition* role = chosen();
    if (role && !role->predefined && m_workspace.session.may(Permission::EditRoles)) {
        edit(*role);
    }
}

void RolesTab::copyChosen()
{
    if (const RoleDefinition* role = chosen()) {
        RoleDefinition copy;
        copy.name = tr("%1 (own)").arg(models::words::roleName(role->key, role->name));
        copy.permissions = role->permissions;
        edit(copy);
    }
}

void RolesTab::deleteChosen()
{
    const RoleDefinition* role = chosen();
    if (!role) {
        return;
    }
    confirm(this, tr("Delete the role “%1”?").arg(role->name), tr("Nobody has it."), tr("Delete role"),
            [this, key = role->key, version = role->version] {
                client::consume(m_workspace.api.deleteRole(key, version), this,
                                [this](const contract::Result<client::Nothing>& answer) {
                                    if (answer) {
                                        Q_EMIT message(Tone::Success, tr("The role is deleted."));
                                    } else {
                                        Q_EMIT message(Tone::Danger, models::words::problem(answer.error()));
                                    }
                                    m_model.load();
                                });
            });
}

void RolesTab::viewAsChosen()
{
    if (const RoleDefinition* role = chosen()) {
        (new ViewAsDialog(m_workspace, *role, this))->open();
    }
}

} // namespace holdfast::views
