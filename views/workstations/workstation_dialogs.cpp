// SPDX-License-Identifier: Apache-2.0
#include "views/workstations/workstation_dialogs.h"

#include "models/words.h"
#include "models/words_offline.h"
#include "models/workstation_outlook.h"
#include "services/client/api_client.h"
#include "views/theme/style.h"
#include "views/widgets/choice_list.h"
#include "views/widgets/form_field.h"
#include "views/widgets/labels.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace holdfast::views {

using contract::StolenTokens;
using contract::Workstation;
using contract::WorkstationChange;
namespace words = models::words;

namespace {

constexpr int notStolen = 0;
constexpr int wasStolen = 1;
constexpr int manyDomains = 500;
constexpr int manySets = 500;

QString whatBecomesOfTokens(StolenTokens what)
{
    switch (what) {
    case StolenTokens::RequireNewPin:
        return RevokeWorkstationDialog::tr(
            "Nobody signs in with one of these tokens, anywhere, until it is enabled. Then its owner chooses "
            "a new PIN.");
    case StolenTokens::Disable:
        return RevokeWorkstationDialog::tr(
            "Nobody signs in with one of these tokens, anywhere, until it is enabled. Its PIN stays, which "
            "may have been guessed by then.");
    case StolenTokens::Keep:
        return RevokeWorkstationDialog::tr(
            "Whoever copies its disk may guess the PIN, and codes for the days that were granted.");
    }
    return {};
}

} // namespace

RenameWorkstationDialog::RenameWorkstationDialog(const Workspace& workspace, const Workstation& workstation,
                                                 QWidget* parent)
    : Dialog(tr("Rename %1").arg(workstation.name),
             tr("In the console alone: the computer itself keeps its name."), parent)
{
    auto* name = new QLineEdit(workstation.name);
    name->setMaxLength(128);
    addField(QStringLiteral("name"), new FormField(tr("&Name"), name));
    content()->addStretch();
    setPrimary(tr("Rename"), [this, workspace, workstation, name] {
        WorkstationChange change;
        change.name = {.present = true, .value = name->text().trimmed()};
        run(workspace.api.updateWorkstation(workstation.id, change, workstation.version),
            [this](const Workstation& now) {
                Q_EMIT renamed(now);
                accept();
            });
    });
    connect(name, &QLineEdit::textChanged, this, [this, workstation](const QString& text) {
        primaryButton()->setEnabled(!text.trimmed().isEmpty() && text.trimmed() != workstation.name);
    });
    primaryButton()->setEnabled(false);
    name->selectAll();
    name->setFocus();
}

MoveWorkstationDialog::MoveWorkstationDialog(const Workspace& workspace, const Workstation& workstation,
                                             QWidget* parent)
    : Dialog(
        tr("Move %1").arg(workstation.name),
        tr("The offline policy of its domain counts beside that of the person's: the stricter value of "
           "each setting. What it holds now is replaced at its next contact where that changes anything."),
        parent)
    , m_domains(new QComboBox)
{
    m_domains->setEnabled(false);
    addField(QStringLiteral("domain"), new FormField(tr("&Security domain"), m_domains));
    content()->addStretch();
    setPrimary(tr("Move"), [this, workspace, workstation] {
        WorkstationChange change;
        change.domain = {.present = true, .value = m_domains->currentText()};
        run(workspace.api.updateWorkstation(workstation.id, change, workstation.version),
            [this](const Workstation& now) {
                Q_EMIT moved(now);
                accept();
            });
    });
    primaryButton()->setEnabled(false);
    connect(m_domains, &QComboBox::currentTextChanged, this, [this, workstation](const QString& path) {
        primaryButton()->setEnabled(!path.isEmpty() && path != workstation.domain);
    });
    client::consume(
        workspace.api.domains({.limit = manyDomains}), this,
        [this, workstation](const contract::Result<contract::Page<contract::SecurityDomain>>& page) {
            if (!page) {
                showError(page.error());
                return;
            }
            for (const contract::SecurityDomain& domain : page->items) {
                m_domains->addItem(domain.path);
            }
            m_domains->setCurrentText(workstation.domain);
            m_domains->setEnabled(true);
            m_domains->setFocus();
        });
}

RevokeWorkstationDialog::RevokeWorkstationDialog(const Workspace& workspace, const Workstation& workstation,
                                                 QWidget* parent)
    : Dialog(tr("Revoke %1").arg(workstation.name), {}, parent)
    , m_workstation(workstation)
    , m_stolen(new ChoiceList(tr("Where is it?")))
    , m_tokens(new ChoiceList(tr("The tokens used there")))
    , m_after(models::afterRevocation(workstation, std::nullopt, workspace.clock.now()))
    , m_consequence(makeParagraph({}))
    , m_reason(new QLineEdit)
{
    setMinimumWidth(560);
    m_stolen->addChoice(notStolen, tr("With us: it is retired, set up anew or given away"));
    m_stolen->addChoice(wasStolen, tr("Stolen or lost: somebody else may have it"));
    for (const StolenTokens what : {StolenTokens::RequireNewPin, StolenTokens::Disable, StolenTokens::Keep}) {
        m_tokens->addChoice(static_cast<int>(what), words::of(what));
    }
    m_tokens->choose(static_cast<int>(StolenTokens::RequireNewPin));
    m_reason->setMaxLength(1000);
    m_reason->setPlaceholderText(tr("INC-1234, left on a train"));
    content()->addWidget(m_stolen);
    content()->addWidget(m_tokens);
    content()->addWidget(m_consequence);
    addField(QStringLiteral("reason"),
             new FormField(tr("&Reason or ticket"), m_reason, tr("Required. It stays with the event.")));
    content()->addStretch();
    setPrimary(tr("Revoke"), [this, workspace] {
        run(workspace.api.revokeWorkstation(m_workstation.id, wanted()),
            [this](const contract::WorkstationRevoked& answer) {
                Q_EMIT revoked(answer);
                accept();
            });
    });
    setButtonRole(primaryButton(), ButtonRole::Danger);
    connect(m_stolen, &ChoiceList::chosenChanged, this, &RevokeWorkstationDialog::showWhat);
    connect(m_tokens, &ChoiceList::chosenChanged, this, &RevokeWorkstationDialog::showWhat);
    connect(m_reason, &QLineEdit::textChanged, this, &RevokeWorkstationDialog::showWhat);
    if (workstation.state == contract::WorkstationState::Revoked) {
        m_stolen->choose(wasStolen);
    }
    showWhat();
    m_stolen->setFocus();
    client::ListQuery query {.limit = manySets};
    query.terms.append({QStringLiteral("workstation"), workstation.id});
    client::consume(workspace.api.offlineSets(query), this,
                    [this, now = workspace.clock.now()](
                        const contract::Result<contract::Page<contract::OfflineSet>>& sets) {
                        if (sets && !sets->next) {
                            m_after = models::afterRevocation(m_workstation, sets->items, now);
                            showWhat();
                        }
                    });
}

contract::WorkstationRevoke RevokeWorkstationDialog::wanted() const
{
    const bool stolen = m_stolen->chosen() == wasStolen;
    return {.stolen = stolen,
            .tokens = stolen ? static_cast<StolenTokens>(m_tokens->chosen()) : StolenTokens::Keep,
            .reason = m_reason->text().trimmed()};
}

QString RevokeWorkstationDialog::consequence() const
{
    return m_consequence->text();
}

void RevokeWorkstationDialog::showWhat()
{
    const bool stolen = m_stolen->chosen() == wasStolen;
    m_tokens->setVisible(stolen);
    QString text = tr("From now on the service answers it no more.") + QLatin1Char(' ') + m_after;
    if (stolen) {
        text += QLatin1Char(' ') + whatBecomesOfTokens(static_cast<StolenTokens>(m_tokens->chosen()));
    }
    m_consequence->setText(text);
    m_consequence->setVisible(m_stolen->chosen() >= 0);
    primaryButton()->setText(stolen ? tr("Revoke as stolen") : tr("Revoke"));
    primaryButton()->setEnabled(m_stolen->chosen() >= 0 && !m_reason->text().trimmed().isEmpty());
}

} // namespace holdfast::views
