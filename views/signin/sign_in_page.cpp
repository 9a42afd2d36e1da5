// SPDX-License-Identifier: Apache-2.0
#include "views/signin/sign_in_page.h"

#include "models/words.h"
#include "views/signin/password_field.h"
#include "views/theme/metrics.h"
#include "views/theme/style.h"
#include "views/widgets/form_field.h"
#include "views/widgets/message_bar.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace holdfast::views {

SignInPage::SignInPage(QWidget* parent)
    : EntryPage(tr("Sign in"), {}, parent)
    , m_message(new MessageBar)
    , m_serverEdit(new QLineEdit)
    , m_nameEdit(new QLineEdit)
    , m_passwordEdit(new PasswordField)
    , m_passcodeEdit(new PasswordField)
    , m_newPinEdit(new PasswordField)
    , m_server(new FormField(tr("Ser&ver"), m_serverEdit))
    , m_name(new FormField(tr("&Name"), m_nameEdit))
    , m_password(new FormField(tr("&Password"), m_passwordEdit))
    , m_passcode(new FormField(tr("Pass&code"), m_passcodeEdit,
                               tr("This account asks for a passcode of its token besides.")))
    , m_newPin(new FormField(tr("New P&IN"), m_newPinEdit))
    , m_button(new QPushButton(tr("Sign in")))
{
    m_serverEdit->setPlaceholderText(QStringLiteral("https://holdfast.example.com"));
    m_serverEdit->setInputMethodHints(Qt::ImhUrlCharactersOnly);
    column()->addWidget(m_message);
    for (FormField* field : {m_server, m_name, m_password, m_newPin, m_passcode}) {
        column()->addWidget(field);
    }
    column()->addSpacing(metrics::xs);
    column()->addWidget(m_button);
    m_passcode->hide();
    m_newPin->hide();
    setButtonRole(m_button, ButtonRole::Primary);
    m_button->setAutoDefault(true);
    for (QLineEdit* edit :
         std::initializer_list<QLineEdit*> {m_serverEdit, m_nameEdit, m_passwordEdit, m_newPinEdit, m_passcodeEdit}) {
        connect(edit, &QLineEdit::returnPressed, this, &SignInPage::submit);
    }
    connect(m_button, &QPushButton::clicked, this, &SignInPage::submit);
}

void SignInPage::setServer(const QUrl& server)
{
    m_serverEdit->setText(server.toString());
}

void SignInPage::setName(const QString& name)
{
    m_nameEdit->setText(name);
}

void SignInPage::setServerEditable(bool editable)
{
    m_server->setVisible(editable);
    setText(editable ? QString() : tr("to %1").arg(m_serverEdit->text()));
}

void SignInPage::setReason(const QString& text)
{
    if (text.isEmpty()) {
        m_message->clear();
    } else {
        m_message->showMessage(Tone::Accent, text);
    }
}

void SignInPage::focusFirst()
{
    if (!m_server->isHidden() && m_serverEdit->text().isEmpty()) {
        m_serverEdit->setFocus();
    } else if (m_nameEdit->text().isEmpty()) {
        m_nameEdit->setFocus();
    } else {
        m_passwordEdit->setFocus();
    }
}

void SignInPage::takeOver(const SignInPage& old)
{
    m_serverEdit->setText(old.m_serverEdit->text());
    setServerEditable(!old.m_server->isHidden());
    setName(old.m_nameEdit->text());
}

void SignInPage::reset()
{
    setBusy(false);
    for (PasswordField* edit : {m_passwordEdit, m_passcodeEdit, m_newPinEdit}) {
        edit->clear();
    }
    m_passcode->hide();
    m_newPin->hide();
}

void SignInPage::setBusy(bool busy)
{
    for (QWidget* widget :
         std::initializer_list<QWidget*> {m_server, m_name, m_password, m_newPin, m_passcode, m_button}) {
        widget->setEnabled(!busy);
    }
    m_button->setText(busy ? tr("Signing in…") : tr("Sign in"));
}

void SignInPage::showError(const contract::Error& error)
{
    setBusy(false);
    const QString words = models::words::problem(error);
    if (error.kind == contract::ErrorKind::Unavailable) {
        m_server->isHidden() ? m_message->showMessage(Tone::Danger, words) : m_server->setFault(words);
        if (!m_server->isHidden()) {
            m_serverEdit->setFocus();
        }
        return;
    }
    const QString& code = error.code;
    if (code == QLatin1String("new_pin_required") || code == QLatin1String("pin_refused")) {
        askNewPin(error);
    } else if (code == QLatin1String("passcode_required") || code == QLatin1String("wrong_passcode")
               || code == QLatin1String("next_tokencode_required")) {
        askPasscode(error);
    } else {
        m_password->setFault(words);
        m_passwordEdit->clear();
        m_passwordEdit->setFocus();
    }
}

void SignInPage::askPasscode(const contract::Error& error)
{
    const QString words = models::words::problem(error);
    m_passcodeEdit->clear();
    m_passcode->show();
    if (error.code == QLatin1String("next_tokencode_required")) {
        m_message->showMessage(Tone::Accent, words);
    } else if (error.code == QLatin1String("wrong_passcode")) {
        m_passcode->setFault(words);
    }
    m_passcodeEdit->setFocus();
}

void SignInPage::askNewPin(const contract::Error& error)
{
    m_newPinEdit->clear();
    m_passcodeEdit->clear();
    m_newPin->show();
    m_passcode->show();
    m_newPin->setHelp(error.detail); // says what the policy wants
    m_passcode->setHelp(tr("The next code that your token shows, without the new PIN."));
    if (error.code == QLatin1String("pin_refused")) {
        m_newPin->setFault(error.detail);
    }
    m_newPinEdit->setFocus();
}

std::optional<QUrl> SignInPage::checkedServer()
{
    QString text = m_serverEdit->text().trimmed();
    if (!text.contains(QLatin1String("://"))) {
        text.prepend(QStringLiteral("https://"));
    }
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty()) {
        m_server->setFault(tr("Type the address of the service, such as https://holdfast.example.com."));
        return std::nullopt;
    }
    const bool loopback = url.host() == QLatin1String("localhost")
        || url.host().startsWith(QLatin1String("127.")) || url.host() == QLatin1String("::1");
    if (url.scheme() != QLatin1String("https") && !(url.scheme() == QLatin1String("http") && loopback)) {
        m_server->setFault(
            tr("Only https protects the password on the way; http is for this machine alone."));
        return std::nullopt;
    }
    return url;
}

void SignInPage::submit()
{
    m_message->clear();
    for (FormField* field : {m_server, m_name, m_password, m_newPin, m_passcode}) {
        field->setFault({});
    }
    const auto server = checkedServer();
    if (!server) {
        m_serverEdit->setFocus();
        return;
    }
    if (m_nameEdit->text().trimmed().isEmpty()) {
        m_name->setFault(tr("Type your logon name."));
        m_nameEdit->setFocus();
        return;
    }
    if (m_passwordEdit->text().isEmpty()) {
        m_password->setFault(tr("Type your password."));
        m_passwordEdit->setFocus();
        return;
    }
    Credentials credentials {*server, m_nameEdit->text().trimmed(), m_passwordEdit->secret(), std::nullopt,
                             std::nullopt};
    if (!m_passcode->isHidden() && !m_passcodeEdit->text().isEmpty()) {
        credentials.passcode = m_passcodeEdit->secret();
    }
    if (!m_newPin->isHidden() && !m_newPinEdit->text().isEmpty()) {
        credentials.newPin = m_newPinEdit->secret();
    }
    setBusy(true);
    Q_EMIT submitted(credentials);
}

} // namespace holdfast::views
