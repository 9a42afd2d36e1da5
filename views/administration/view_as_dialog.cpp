// SPDX-License-Identifier: Apache-2.0
#include "views/administration/view_as_dialog.h"

#include "models/session.h"
#include "models/words.h"
#include "views/widgets/form_field.h"

#include <QComboBox>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

namespace holdfast::views {

ViewAsDialog::ViewAsDialog(const Workspace& workspace, const contract::RoleDefinition& role, QWidget* parent)
    : Dialog(tr("View as “%1”").arg(models::words::roleName(role.key, role.name)),
             tr("The console shows what somebody with this role would see. Nothing is changed meanwhile; a bar "
                "above the page ends it."),
             parent)
    , m_workspace(workspace)
    , m_role(role)
    , m_domains(workspace.api)
    , m_domain(new QComboBox)
{
    setMinimumWidth(440);
    m_domain->addItem(QStringLiteral("/"));
    content()->addWidget(new FormField(tr("Within the &domain"), m_domain));
    content()->addStretch();
    setPrimary(tr("View"), [this] {
        // The page that this dialog belongs to goes away with the view: not before it has closed.
        QTimer::singleShot(0, &m_workspace.session,
                           [&session = m_workspace.session, role = m_role, domain = m_domain->currentText()] {
                               session.viewAs(role, domain);
                           });
        accept();
    });
    connect(&m_domains, &models::DomainTreeModel::stateChanged, this, &ViewAsDialog::showDomains);
    m_domains.load();
    m_domain->setFocus();
}

void ViewAsDialog::showDomains()
{
    const QStringList paths = m_domains.paths();
    if (paths.isEmpty()) {
        return;
    }
    const QString chosen = m_domain->currentText();
    m_domain->clear();
    m_domain->addItems(paths);
    m_domain->setCurrentText(chosen);
}

} // namespace holdfast::views
