// SPDX-License-Identifier: Apache-2.0
#include "views/administration/administrator_dialog.h"

#include "models/words.h"
#include "services/client/api_client.h"
#include "views/signin/password_field.h"
#include "views/theme/icons.h"
#include "views/theme/metrics.h"
#include "views/theme/style.h"
#include "views/widgets/form_field.h"
#include "views/widgets/labels.h"
#include "views/widgets/pick_list.h"

#include <QComboBox>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace holdfast::views {

using contract::AdministratorEntry;
using contract::Role;
using contract::RoleAssignment;
using models::UsersModel;

AdministratorDialog::AdministratorDialog(const Workspace& workspace, QWidget* parent)
    : Dialog(tr("Add an administrator"), tr("Somebody who has an account already."), parent)
    , m_workspace(workspace)
    , m_domains(workspace.api)
    , m_users(workspace.api, workspace.clock)
    , m_known(workspace.api)
{
    m_pick = new PickList(m_users, {UsersModel::Name, UsersModel::DisplayName}, tr("Name or e-mail address"),
                          tr("There is nobody yet."));
    m_pick->table()->setMinimumHeight(5 * metrics::rowHeight);
    content()->addWidget(m_pick, 1);
    build();
    addLine({Role::HelpDesk, QStringLiteral("/")});
    setPrimary(tr("Add administrator"), [this] { submit(); });
    connect(m_pick, &PickList::chosenChanged, this, [this] {
        m_userId = m_pick->chosenId();
        primaryButton()->setEnabled(!m_userId.isEmpty());
    });
    primaryButton()->setEnabled(false);
    m_pick->setFocus();
}

AdministratorDialog::AdministratorDialog(const Workspace& workspace, const AdministratorEntry& entry,
                                         QWidget* parent)
    : Dialog(tr("Roles of %1").arg(entry.displayName.isEmpty() ? entry.name : entry.displayName), {}, parent)
    , m_workspace(workspace)
    , m_domains(workspace.api)
    , m_users(workspace.api, workspace.clock)
    , m_known(workspace.api)
    , m_userId(entry.userId)
    , m_hasPassword(entry.hasPassword)
{
    build();
    for (const RoleAssignment& assignment : entry.roles) {
        addLine(assignment);
    }
    setPrimary(tr("Save"), [this] { submit(); });
}

void AdministratorDialog::build()
{
    setMinimumWidth(520);
    content()->addWidget(makeLabel(tr("Roles"), Type::Strong));
    m_lines = new QVBoxLayout;
    m_lines->setSpacing(metrics::s);
    content()->addLayout(m_lines);
    auto* more = new QPushButton(icon(QStringLiteral("add")), tr("Another role"));
    setButtonRole(more, ButtonRole::Quiet);
    content()->addWidget(more, 0, Qt::AlignLeading);
    m_password = new PasswordField;
    m_password->setPlaceholderText(m_hasPassword ? tr("Unchanged") : tr("None"));
    m_passwordField = new FormField(tr("New &password"), m_password,
                                    tr("For signing in from another machine; at least 12 characters."));
    addField(QStringLiteral("password"), m_passwordField);
    content()->addStretch();
    connect(more, &QPushButton::clicked, this, [this] { addLine({Role::HelpDesk, QStringLiteral("/")}); });
    connect(&m_domains, &models::DomainTreeModel::stateChanged, this, &AdministratorDialog::showDomains);
    connect(m_password, &QLineEdit::textChanged, this, [this] {
        const Strength strength = strengthOf(m_password->secret());
        m_passwordField->setFault({});
        m_passwordField->setHelp(strength.words.isEmpty()
                                     ? tr("For signing in from another machine; at least 12 characters.")
                                     : strength.words);
    });
    connect(&m_known, &models::RoleMatrixModel::loaded, this, &AdministratorDialog::showRoles);
    m_domains.load();
    m_known.load();
}

void AdministratorDialog::addLine(const RoleAssignment& assignment)
{
    auto* widget = new QWidget;
    auto* row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::s);
    auto* role = new QComboBox;
    role->addItem(models::words::roleName(assignment.role, assignment.title.value_or(QString())),
                  assignment.role);
    role->setAccessibleName(tr("Role"));
    auto* domain = new QComboBox;
    domain->addItem(assignment.domain);
    domain->setAccessibleName(tr("Within the domain"));
    auto* remove = new QToolButton;
    remove->setIcon(icon(QStringLiteral("close"), Tone::Neutral));
    remove->setAutoRaise(true);
    remove->setToolTip(tr("Take this role away"));
    remove->setAccessibleName(tr("Take this role away"));
    row->addWidget(role, 1);
    row->addWidget(makeLabel(tr("of"), Type::Body, Ink::Secondary));
    row->addWidget(domain, 1);
    row->addWidget(remove);
    m_lines->addWidget(widget);
    m_roles.append({widget, role, domain});
    connect(remove, &QToolButton::clicked, this, [this, widget] {
        m_roles.removeIf([widget](const Line& line) { return line.widget == widget; });
        widget->deleteLater();
    });
    showDomains();
    showRoles();
}

void AdministratorDialog::showRoles()
{
    for (const Line& line : std::as_const(m_roles)) {
        const QString wanted = line.role->currentData().toString();
        for (const contract::RoleDefinition& role : m_known.roles()) {
            if (line.role->findData(role.key) < 0) {
                line.role->addItem(models::words::roleName(role.key, role.name), role.key);
            }
        }
        line.role->setCurrentIndex(line.role->findData(wanted));
    }
}

void AdministratorDialog::showDomains()
{
    const QStringList paths = m_domains.paths();
    for (const Line& line : std::as_const(m_roles)) {
        const QString wanted = line.domain->currentText();
        QStringList all = paths;
        if (!all.contains(wanted)) {
            all.prepend(wanted);
        }
        line.domain->clear();
        line.domain->addItems(all);
        line.domain->setCurrentText(wanted);
    }
}

void AdministratorDialog::submit()
{
    if (!m_password->text().isEmpty() && strengthOf(m_password->secret()).score == 0) {
        m_passwordField->setFault(strengthOf(m_password->secret()).words);
        m_password->setFocus();
        return;
    }
    if (m_roles.isEmpty()) {
        confirm(this, tr("End the administration?"),
                tr("Without a role this person cannot sign in here any more."), tr("Take all roles away"),
                [this] { send(); });
        return;
    }
    send();
}

void AdministratorDialog::send()
{
    contract::AdministratorUpdate update;
    for (const Line& line : std::as_const(m_roles)) {
        update.roles.push_back(
            {line.role->currentData().toString(), line.domain->currentText()});
    }
    if (!m_password->text().isEmpty()) {
        update.password = m_password->secret();
    }
    run(m_workspace.api.updateAdministrator(m_userId, update), [this](const AdministratorEntry& entry) {
        Q_EMIT saved(tr("The roles of %1 are saved.").arg(entry.name));
        accept();
    });
}

} // namespace holdfast::views
