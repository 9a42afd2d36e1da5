// SPDX-License-Identifier: Apache-2.0
#include "views/administration/role_dialog.h"

#include "models/role_matrix_model.h"
#include "models/session.h"
#include "models/words.h"
#include "services/client/api_client.h"
#include "views/theme/metrics.h"
#include "views/widgets/form_field.h"
#include "views/widgets/labels.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace holdfast::views {

using contract::Permission;
using contract::RoleDefinition;
using models::RoleMatrixModel;

RoleDialog::RoleDialog(const Workspace& workspace, const RoleDefinition& role, QWidget* parent)
    : Dialog(role.key.isEmpty() ? tr("New role") : tr("Role “%1”").arg(role.name),
             role.holders > 0 ? tr("%n people have this role: a change is theirs at once.", nullptr, role.holders)
                              : tr("Give it to somebody under “Administrators”, with the domain it is for."),
             parent)
    , m_workspace(workspace)
    , m_role(role)
    , m_name(new QLineEdit(role.name))
    , m_description(new QLineEdit(role.description))
{
    setMinimumWidth(680);
    m_name->setMaxLength(128);
    m_description->setMaxLength(1000);
    auto* names = new QHBoxLayout;
    names->setSpacing(metrics::m);
    auto* name = new FormField(tr("&Name"), m_name);
    auto* description = new FormField(tr("What it is &for"), m_description);
    addField(QStringLiteral("name"), name);
    addField(QStringLiteral("description"), description);
    names->addWidget(name, 2);
    names->addWidget(description, 3);
    content()->addLayout(names);
    content()->addWidget(buildPermissions(), 1);
    setPrimary(role.key.isEmpty() ? tr("Create role") : tr("Save"), [this] { submit(); });
    connect(m_name, &QLineEdit::textChanged, this, &RoleDialog::showSubmittable);
    showSubmittable();
    m_name->setFocus();
}

QWidget* RoleDialog::buildPermissions()
{
    auto* body = new QWidget;
    auto* grid = new QGridLayout(body);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(metrics::xl);
    grid->setVerticalSpacing(metrics::m);
    int place = 0;
    for (const RoleMatrixModel::Group& group : RoleMatrixModel::groups()) {
        auto* column = new QVBoxLayout;
        column->setSpacing(metrics::xs);
        column->addWidget(makeLabel(group.title, Type::Strong));
        for (const Permission permission : group.permissions) {
            const bool has = std::find(m_role.permissions.begin(), m_role.permissions.end(), permission)
                != m_role.permissions.end();
            QString words = models::words::of(permission);
            words.replace(0, 1, words.left(1).toUpper());
            auto* box = new QCheckBox(words);
            const bool mayGive = m_workspace.session.may(permission);
            box->setChecked(has && mayGive);
            box->setEnabled(mayGive);
            box->setToolTip(mayGive ? QString() : tr("You cannot give a right that you do not hold yourself."));
            column->addWidget(box);
            m_boxes.emplace_back(permission, box);
            connect(box, &QCheckBox::toggled, this, &RoleDialog::showSubmittable);
        }
        column->addStretch();
        grid->addLayout(column, place / 3, place % 3);
        ++place;
    }
    return body;
}

contract::RoleEdit RoleDialog::edited() const
{
    contract::RoleEdit edit {m_name->text().trimmed(), m_description->text().trimmed(), {}};
    for (const auto& [permission, box] : m_boxes) {
        if (box->isChecked()) {
            edit.permissions.push_back(permission);
        }
    }
    return edit;
}

void RoleDialog::showSubmittable()
{
    const contract::RoleEdit edit = edited();
    primaryButton()->setEnabled(!edit.name.isEmpty() && !edit.permissions.empty());
}

void RoleDialog::submit()
{
    const auto kept = [this](const RoleDefinition& role) {
        tell(role);
    };
    if (m_role.key.isEmpty()) {
        run(m_workspace.api.createRole(edited()), kept);
    } else {
        run(m_workspace.api.replaceRole(m_role.key, edited(), m_role.version), kept);
    }
}

void RoleDialog::tell(const RoleDefinition& role)
{
    Q_EMIT saved(role.key, tr("The role “%1” is saved.").arg(role.name));
    accept();
}

} // namespace holdfast::views
