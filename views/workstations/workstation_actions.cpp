// SPDX-License-Identifier: Apache-2.0
#include "views/workstations/workstation_actions.h"

#include "models/session.h"
#include "views/theme/icons.h"
#include "views/workstations/challenge_dialog.h"
#include "views/workstations/enrolment_dialog.h"
#include "views/workstations/workstation_dialogs.h"

#include <QMenu>

namespace holdfast::views {

using contract::Permission;
using contract::Workstation;

WorkstationActions::WorkstationActions(const Workspace& workspace, QWidget* parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_parent(parent)
{ }

void WorkstationActions::fillMenu(QMenu* menu, const Workstation& workstation)
{
    // `refusal`: why it is off; empty: it is not.
    const auto add = [&](const QString& iconName, const QString& text, const QKeySequence& keys,
                         const QString& refusal, auto run) {
        // The keys are the page's, which has them while the menu is closed.
        QAction* action = menu->addAction(icon(iconName),
                                          text + QLatin1Char('\t') + keys.toString(QKeySequence::NativeText));
        connect(action, &QAction::triggered, this, run);
        action->setEnabled(refusal.isEmpty());
        action->setToolTip(refusal);
    };
    const auto without = [this](Permission permission) {
        const models::Session& session = m_workspace.session;
        return session.may(permission) ? QString() : session.whyNot(permission);
    };
    const QString unmanaged = without(Permission::ManageWorkstations);
    const bool revoked = workstation.state == contract::WorkstationState::Revoked;
    menu->setToolTipsVisible(true);
    if (!revoked) {
        const QString unanswered = without(Permission::IssueEmergencyCodes);
        add(QStringLiteral("emergency"), tr("Answer a challenge…"), answerKey(),
            unanswered.isEmpty() && !workstation.challengesAllowed ? whyNoChallenge(workstation) : unanswered,
            [this, workstation] { answerChallenge(workstation); });
        menu->addSeparator();
    }
    add(QStringLiteral("edit"), tr("Rename…"), renameKey(), unmanaged,
        [this, workstation] { rename(workstation); });
    add(QStringLiteral("domain"), tr("Move to another domain…"), moveKey(), unmanaged,
        [this, workstation] { move(workstation); });
    if (!revoked || !workstation.stolen) {
        menu->addSeparator();
        add(QStringLiteral("lost"), revoked ? tr("It was stolen…") : tr("Revoke…"), revokeKey(), unmanaged,
            [this, workstation] { revoke(workstation); });
    }
}

QString WorkstationActions::whyNoChallenge(const Workstation& workstation)
{
    return tr("The offline policy of %1 does not allow challenges.").arg(workstation.domain);
}

void WorkstationActions::rename(const Workstation& workstation)
{
    auto* dialog = new RenameWorkstationDialog(m_workspace, workstation, m_parent);
    connect(dialog, &RenameWorkstationDialog::renamed, this, [this](const Workstation& now) {
        Q_EMIT message(Tone::Success, tr("The workstation is called %1 now.").arg(now.name));
        Q_EMIT changed(now.id);
    });
    dialog->open();
}

void WorkstationActions::move(const Workstation& workstation)
{
    auto* dialog = new MoveWorkstationDialog(m_workspace, workstation, m_parent);
    connect(dialog, &MoveWorkstationDialog::moved, this, [this](const Workstation& now) {
        Q_EMIT message(Tone::Success, tr("%1 belongs to %2 now.").arg(now.name, now.domain));
        Q_EMIT changed(now.id);
    });
    dialog->open();
}

void WorkstationActions::revoke(const Workstation& workstation)
{
    auto* dialog = new RevokeWorkstationDialog(m_workspace, workstation, m_parent);
    connect(dialog, &RevokeWorkstationDialog::revoked, this,
            [this](const contract::WorkstationRevoked& done) {
                QString text = tr("%1 is revoked.").arg(done.workstation.name);
                if (done.tokensChanged > 0) {
                    text += QLatin1Char(' ') + tr("%n token(s) were changed.", nullptr, done.tokensChanged);
                }
                const int left = static_cast<int>(done.tokensNotChanged.size());
                if (left > 0) {
                    text += QLatin1Char(' ')
                        + tr("%n token(s) stayed as they were: look at them yourself.", nullptr, left);
                }
                Q_EMIT message(left > 0 ? Tone::Warning : Tone::Success, text);
                Q_EMIT changed(done.workstation.id);
            });
    dialog->open();
}

void WorkstationActions::answerChallenge(const Workstation& workstation)
{
    (new ChallengeDialog(m_workspace, workstation, m_parent))->open();
}

void WorkstationActions::enrol()
{
    auto* dialog = new EnrolmentDialog(m_workspace, m_parent);
    connect(dialog, &QDialog::finished, this, [this] { Q_EMIT changed({}); });
    dialog->open();
}

} // namespace holdfast::views
