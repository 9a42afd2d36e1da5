// SPDX-License-Identifier: Apache-2.0
#include "views/policies/new_domain_dialog.h"

#include "services/client/api_client.h"
#include "views/widgets/form_field.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace holdfast::views {

NewDomainDialog::NewDomainDialog(const Workspace& workspace, const QStringList& paths,
                                 const QString& parentPath, QWidget* parent)
    : Dialog(tr("New security domain"),
             tr("It inherits every policy of the domain above, until it is given its own."), parent)
{
    auto* name = new QLineEdit;
    auto* above = new QComboBox;
    above->addItems(paths);
    above->setCurrentText(parentPath);
    addField(QStringLiteral("name"), new FormField(tr("&Name"), name));
    addField(QStringLiteral("parent"), new FormField(tr("&Below"), above));
    content()->addStretch();
    setPrimary(tr("Create domain"), [this, workspace, name, above] {
        run(workspace.api.createDomain({name->text().trimmed(), above->currentText()}),
            [this](const contract::SecurityDomain& domain) {
                Q_EMIT created(domain);
                accept();
            });
    });
    connect(name, &QLineEdit::textChanged, this,
            [this](const QString& text) { primaryButton()->setEnabled(!text.trimmed().isEmpty()); });
    primaryButton()->setEnabled(false);
    name->setFocus();
}

} // namespace holdfast::views
