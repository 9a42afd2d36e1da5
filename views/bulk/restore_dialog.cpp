// SPDX-License-Identifier: Apache-2.0
#include "views/bulk/restore_dialog.h"

#include "models/formats.h"
#include "services/client/api_client.h"
#include "views/widgets/form_field.h"

#include <QComboBox>
#include <QLineEdit>
#include <QVBoxLayout>

namespace holdfast::views {

using contract::BinEntry;
using contract::BinKind;

namespace {

QString nameOf(const BinEntry& entry)
{
    return entry.kind == BinKind::Token ? models::groupedSerial(entry.name) : entry.name;
}

QString meaning(const BinEntry& entry)
{
    return entry.kind == BinKind::Token
        ? RestoreDialog::tr("The token comes back unassigned. Codes that were used stay used.")
        : RestoreDialog::tr(
            "The account comes back with the tokens that are still free; their first logon asks "
            "for a new PIN. Roles and password have to be given anew.");
}

} // namespace

RestoreDialog::RestoreDialog(const Workspace& workspace, const BinEntry& entry, QWidget* parent)
    : Dialog(tr("Restore %1").arg(nameOf(entry)), meaning(entry), parent)
    , m_workspace(workspace)
    , m_entry(entry)
    , m_domains(workspace.api)
    , m_domain(new QComboBox)
{
    setMinimumWidth(460);
    if (entry.kind == BinKind::User) {
        m_name = new QLineEdit(entry.name);
        addField(
            QStringLiteral("name"),
            new FormField(tr("&Logon name"), m_name, tr("Another one, if somebody else has it by now.")));
    }
    addField(QStringLiteral("domain"),
             new FormField(tr("Security &domain"), m_domain,
                           entry.domainGone ? tr("%1 is gone.").arg(entry.domain) : QString()));
    connect(&m_domains, &models::DomainTreeModel::stateChanged, this, &RestoreDialog::showDomains);
    m_domains.load();
    showDomains();
    setPrimary(tr("Restore"), [this] { submit(); });
    primaryButton()->setFocus();
}

void RestoreDialog::showDomains()
{
    QStringList paths = m_domains.paths();
    const QString wanted = m_domain->count() > 0 ? m_domain->currentText()
        : m_entry.domainGone                     ? QString()
                                                 : m_entry.domain;
    if (!wanted.isEmpty() && !paths.contains(wanted)) {
        paths.prepend(wanted);
    }
    m_domain->clear();
    m_domain->addItems(paths);
    if (!wanted.isEmpty()) {
        m_domain->setCurrentText(wanted);
    }
}

void RestoreDialog::submit()
{
    contract::BinRestore how;
    if (m_name && m_name->text() != m_entry.name) {
        how.name = m_name->text();
    }
    if (m_entry.domainGone || m_domain->currentText() != m_entry.domain) {
        how.domain = m_domain->currentText();
    }
    run(m_workspace.api.restoreFromBin(m_entry.id, how), [this](const contract::BinRestored& answer) {
        const QString name = answer.kind == BinKind::Token ? models::groupedSerial(answer.name) : answer.name;
        QString words = tr("%1 is restored.").arg(name);
        if (answer.tokensGivenBack > 0) {
            words += QLatin1Char(' ') + tr("%n token(s) given back.", nullptr, answer.tokensGivenBack);
        }
        Q_EMIT restored(words);
        accept();
    });
}

} // namespace holdfast::views
