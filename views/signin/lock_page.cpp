// SPDX-License-Identifier: Apache-2.0
#include "views/signin/lock_page.h"

#include "models/session.h"
#include "models/words.h"
#include "services/client/api_client.h"
#include "services/client/consume.h"
#include "views/signin/password_field.h"
#include "views/theme/metrics.h"
#include "views/theme/style.h"
#include "views/widgets/form_field.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace holdfast::views {

using contract::Administrator;
using contract::Result;

LockPage::LockPage(const Workspace& workspace, const std::optional<contract::Secret>& localSecret,
                   QWidget* parent)
    : EntryPage(tr("Locked"), tr("%1 is signed in.").arg(workspace.session.administrator().name), parent)
    , m_workspace(workspace)
    , m_localSecret(localSecret)
    , m_password(new PasswordField)
    , m_passcode(new PasswordField)
    , m_passwordField(new FormField(tr("&Password"), m_password))
    , m_passcodeField(
          new FormField(tr("Pass&code"), m_passcode, tr("Of your token, or an emergency code.")))
    , m_unlock(new QPushButton(tr("Unlock")))
{
    column()->addWidget(m_passwordField);
    column()->addWidget(m_passcodeField);
    column()->addSpacing(metrics::xs);
    column()->addWidget(m_unlock);
    m_passwordField->setVisible(!localSecret);
    m_passcodeField->hide();
    setButtonRole(m_unlock, ButtonRole::Primary);
    m_unlock->setAutoDefault(true);
    auto* leave = new QPushButton(workspace.embedded ? tr("Quit") : tr("Sign out"));
    setButtonRole(leave, ButtonRole::Quiet);
    column()->addWidget(leave);
    connect(leave, &QPushButton::clicked, this, &LockPage::signOutChosen);
    connect(m_unlock, &QPushButton::clicked, this, &LockPage::submit);
    connect(m_password, &QLineEdit::returnPressed, this, &LockPage::submit);
    connect(m_passcode, &QLineEdit::returnPressed, this, &LockPage::submit);
}

void LockPage::focusFirst()
{
    m_localSecret ? m_unlock->setFocus() : m_password->setFocus();
}

void LockPage::setBusy(bool busy)
{
    for (QWidget* widget : std::initializer_list<QWidget*> {m_passwordField, m_passcodeField, m_unlock}) {
        widget->setEnabled(!busy);
    }
}

void LockPage::submit()
{
    contract::SessionConfirm proof;
    proof.localSecret = m_localSecret;
    if (!m_localSecret) {
        m_passwordField->setFault({});
        m_passcodeField->setFault({});
        if (m_password->text().isEmpty()) {
            m_passwordField->setFault(tr("Type your password."));
            m_password->setFocus();
            return;
        }
        proof.password = m_password->secret();
        if (!m_passcode->text().isEmpty()) {
            proof.passcode = m_passcode->take();
        }
    }
    setBusy(true);
    client::consume(m_workspace.api.confirmSession(proof), this, [this](const Result<Administrator>& answer) {
        setBusy(false);
        if (answer) {
            m_password->clear();
            Q_EMIT unlocked();
            return;
        }
        const QString& code = answer.error().code;
        const bool asksPasscode = code == QLatin1String("passcode_required");
        const bool passcode = asksPasscode || code == QLatin1String("wrong_passcode")
            || code == QLatin1String("next_tokencode_required");
        FormField* field = passcode ? m_passcodeField : m_passwordField;
        field->show();
        if (!asksPasscode) {
            field->setFault(models::words::problem(answer.error()));
        }
        if (!passcode) {
            m_password->clear();
        }
        field->editor()->setFocus();
    });
}

} // namespace holdfast::views
