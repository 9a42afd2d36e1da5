// SPDX-License-Identifier: Apache-2.0
#include "views/signin/confirm_dialog.h"

#include "models/session.h"
#include "services/client/api_client.h"
#include "views/signin/password_field.h"
#include "views/widgets/form_field.h"

#include <QVBoxLayout>

namespace holdfast::views {

using contract::Administrator;
using contract::Result;

ConfirmDialog::ConfirmDialog(const Workspace& workspace, const std::optional<contract::Secret>& localSecret,
                             QWidget* parent)
    : Dialog(tr("Confirm that it is you"),
             localSecret ? tr("You signed in a while ago, and what you are about to do reaches far. Is it still "
                              "you at this desktop?")
                         : tr("You signed in a while ago, and what you are about to do reaches far. It goes on "
                              "as soon as you have confirmed."),
             parent)
    , m_workspace(workspace)
    , m_localSecret(localSecret)
{
    setMinimumWidth(420);
    if (!m_localSecret) {
        m_password = new PasswordField;
        auto* field = new FormField(
            tr("&Password of %1").arg(workspace.session.administrator().name.toHtmlEscaped()), m_password);
        addField(QStringLiteral("password"), field);
        content()->addWidget(field);
        m_passcode = new PasswordField;
        m_passcodeField = new FormField(tr("Pass&code"), m_passcode, tr("Of your token, or an emergency code."));
        m_passcodeField->hide();
        addField(QStringLiteral("passcode"), m_passcodeField);
        content()->addWidget(m_passcodeField);
        m_password->setFocus();
    }
    content()->addStretch();
    setPrimary(m_localSecret ? tr("It is me") : tr("Confirm"), [this] { submit(); });
}

void ConfirmDialog::submit()
{
    contract::SessionConfirm proof;
    proof.localSecret = m_localSecret;
    if (m_password) {
        proof.password = m_password->secret();
        if (!m_passcode->text().isEmpty()) {
            proof.passcode = m_passcode->take();
        }
    }
    clearFaults();
    setBusy(true);
    client::consume(m_workspace.api.confirmSession(proof), this, [this](const Result<Administrator>& answer) {
        setBusy(false);
        if (answer) {
            accept();
            return;
        }
        const QString& code = answer.error().code;
        const bool passcode = code == QLatin1String("passcode_required") || code == QLatin1String("wrong_passcode")
            || code == QLatin1String("next_tokencode_required");
        if (m_passcodeField && passcode) {
            m_passcodeField->show();
            m_passcode->setFocus();
        } else if (m_password) {
            m_password->clear();
            m_password->setFocus();
        }
        if (code != QLatin1String("passcode_required")) {
            showError(answer.error());
        }
    });
}

} // namespace holdfast::views
