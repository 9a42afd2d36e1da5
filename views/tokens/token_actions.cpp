// SPDX-License-Identifier: Apache-2.0
#include "views/tokens/token_actions.h"

#include "models/formats.h"
#include "models/session.h"
#include "models/words.h"
#include "services/client/api_client.h"
#include "services/client/consume.h"
#include "views/theme/icons.h"
#include "views/tokens/token_dialogs.h"

#include <QMenu>

namespace holdfast::views {

using contract::Permission;
using contract::Token;
using contract::TokenState;
using models::groupedSerial;

TokenActions::TokenActions(const Workspace& workspace, QWidget* parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_parent(parent)
{ }

void TokenActions::fillMenu(QMenu* menu, const Token& token)
{
    const auto add = [&](Permission permission, const QString& iconName, const QString& text, auto run) {
        QAction* action = menu->addAction(icon(iconName), text);
        connect(action, &QAction::triggered, this, run);
        if (!m_workspace.session.may(permission)) {
            action->setEnabled(false);
            action->setToolTip(m_workspace.session.whyNot(permission));
        }
        return action;
    };
    const auto guard = [&](Permission permission, QAction* action) {
        if (const QString hint = m_closed ? m_closed(permission) : QString(); !hint.isEmpty()) {
            action->setEnabled(false);
            action->setToolTip(hint);
        }
    };
    menu->setToolTipsVisible(true);
    const bool assigned = token.userId.has_value();
    if (!assigned) {
        add(Permission::AssignTokens, QStringLiteral("user-add"), tr("Assign…"),
            [this, token] { assign(token); });
    }
    if (assigned && token.enabled) {
        add(Permission::EnableTokens, QStringLiteral("disabled"), tr("Disable"),
            [this, serial = token.serial] { disable(serial); });
    } else if (assigned) {
        add(Permission::EnableTokens, QStringLiteral("enable"), tr("Enable"),
            [this, serial = token.serial] { enable(serial); });
    }
    if (assigned) {
        add(Permission::ResyncTokens, QStringLiteral("resync"), tr("Resynchronise…"),
            [this, token] { resync(token); });
        if (token.pinState == contract::PinState::Set || token.pinState == contract::PinState::MustChange) {
            if (token.pinState == contract::PinState::Set) {
                add(Permission::ClearPins, QStringLiteral("pin"), tr("Ask for a new PIN…"),
                    [this, token] { requireNewPin(token); });
            }
            guard(Permission::ClearPins,
                  add(Permission::ClearPins, QStringLiteral("pin"), tr("Clear PIN…"),
                      [this, token] { clearPin(token); }));
        }
        if (token.lostAt) {
            guard(Permission::MarkTokensLost,
                  add(Permission::MarkTokensLost, QStringLiteral("success"), tr("Mark as found"),
                      [this, serial = token.serial] { markFound(serial); }));
        } else {
            add(Permission::MarkTokensLost, QStringLiteral("lost"), tr("Mark as lost…"),
                [this, serial = token.serial] { markLost(serial); });
        }
        guard(Permission::AssignTokens,
              add(Permission::AssignTokens, QStringLiteral("replace"), tr("Replace…"),
                  [this, token] { replace(token); }));
        menu->addSeparator();
        add(Permission::AssignTokens, QStringLiteral("unlink"), tr("Unassign…"),
            [this, token] { unassign(token); });
    } else {
        menu->addSeparator();
        add(Permission::DeleteTokens, QStringLiteral("delete"), tr("Delete…"),
            [this, token] { remove(token); });
    }
}

template <class Reply>
void TokenActions::call(Reply reply, const QString& serial, const QString& words)
{
    client::consume(std::move(reply), this, [this, serial, words](const auto& answer) {
        if (answer) {
            Q_EMIT message(Tone::Success, words);
        } else {
            Q_EMIT message(Tone::Danger, models::words::problem(answer.error()));
        }
        Q_EMIT changed(serial);
    });
}

void TokenActions::openDialog(TokenDialog* dialog)
{
    connect(dialog, &TokenDialog::tokenChanged, this, [this](const Token& token, const QString& words) {
        Q_EMIT message(Tone::Success, words);
        Q_EMIT changed(token.serial);
    });
    dialog->open();
}

void TokenActions::assign(const Token& token)
{
    openDialog(new AssignPersonDialog(m_workspace, token.serial, m_parent));
}

void TokenActions::unassign(const Token& token)
{
    confirm(
        m_parent,
        tr("Unassign token %1 from %2?").arg(groupedSerial(token.serial), token.userName.value_or(QString())),
        tr("Its PIN is forgotten. Assigned again, the token starts with a new PIN."), tr("Unassign token"),
        [this, serial = token.serial] {
            call(m_workspace.api.unassignToken(serial), serial,
                 tr("Token %1 belongs to nobody now.").arg(groupedSerial(serial)));
        });
}

void TokenActions::enable(const QString& serial)
{
    client::consume(m_workspace.api.enableToken(serial), this, [this, serial](const auto& answer) {
        if (!answer && answer.error().code == QLatin1String("codes_stolen")) {
            enableAllTheSame(serial);
            return;
        }
        tellEnabled(serial, answer);
    });
}

void TokenActions::enableAllTheSame(const QString& serial)
{
    confirm(m_parent, tr("Enable token %1 all the same?").arg(groupedSerial(serial)),
            tr("A workstation that was stolen may hold codes of it that are still good. Another token is the "
               "safe "
               "way; this one is worth as much as its PIN."),
            tr("Enable token"), [this, serial] {
                client::consume(m_workspace.api.enableToken(serial, true), this,
                                [this, serial](const auto& answer) { tellEnabled(serial, answer); });
            });
}

void TokenActions::tellEnabled(const QString& serial, const contract::Result<Token>& answer)
{
    answer ? Q_EMIT message(Tone::Success, tr("Token %1 is enabled.").arg(groupedSerial(serial)))
           : Q_EMIT message(Tone::Danger, models::words::problem(answer.error()));
    Q_EMIT changed(serial);
}

void TokenActions::disable(const QString& serial)
{
    call(m_workspace.api.disableToken(serial), serial,
         tr("Token %1 is disabled.").arg(groupedSerial(serial)));
}

void TokenActions::clearPin(const Token& token)
{
    confirm(m_parent, tr("Clear the PIN of token %1?").arg(groupedSerial(token.serial)),
            tr("At the next logon the person types the tokencode alone and chooses a new PIN."),
            tr("Clear PIN"), [this, serial = token.serial] {
                call(m_workspace.api.clearPin(serial), serial,
                     tr("The PIN of token %1 is cleared.").arg(groupedSerial(serial)));
            });
}

void TokenActions::requireNewPin(const Token& token)
{
    confirm(m_parent, tr("Ask for a new PIN for token %1?").arg(groupedSerial(token.serial)),
            tr("The next logon takes the old PIN once more and then asks for a new one, which nobody else "
               "learns. If the old PIN is forgotten, clear it instead."),
            tr("Ask for a new PIN"), [this, serial = token.serial] {
                call(m_workspace.api.requireNewPin(serial), serial,
                     tr("The next logon with token %1 asks for a new PIN.").arg(groupedSerial(serial)));
            });
}

void TokenActions::resync(const Token& token)
{
    openDialog(new ResyncDialog(m_workspace, token, m_parent));
}

void TokenActions::replace(const Token& token)
{
    openDialog(new ReplaceTokenDialog(m_workspace, token, m_parent));
}

void TokenActions::markLost(const QString& serial)
{
    openDialog(new TokenLostDialog(m_workspace, serial, m_parent));
}

void TokenActions::markFound(const QString& serial)
{
    call(m_workspace.api.markTokenFound(serial), serial,
         tr("Token %1 is found and works again.").arg(groupedSerial(serial)));
}

void TokenActions::remove(const Token& token)
{
    confirm(m_parent, tr("Delete token %1?").arg(groupedSerial(token.serial)),
            tr("It goes into the bin for thirty days; then its seed is destroyed."), tr("Delete token"),
            [this, serial = token.serial, version = token.version] {
                call(m_workspace.api.deleteToken(serial, version), serial,
                     tr("Token %1 is deleted.").arg(groupedSerial(serial)));
            });
}

} // namespace holdfast::views
