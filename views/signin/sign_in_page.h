// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/error.h"
#include "services/contract/secret.h"
#include "views/signin/entry_page.h"

#include <QUrl>

#include <optional>

class QLineEdit;
class QPushButton;

namespace holdfast::views {

class FormField;
class MessageBar;
class PasswordField;

struct Credentials
{
    QUrl server;
    QString name;
    contract::Secret password;
    std::optional<contract::Secret> passcode;
    std::optional<contract::Secret> newPin;
};

// Signing in to a service that runs elsewhere. One column; Enter works; a fault stands under its field, and
// the name is never cleared.
class SignInPage final : public EntryPage
{
    Q_OBJECT
public:
    explicit SignInPage(QWidget* parent = nullptr);

    void setServer(const QUrl& server);
    void setName(const QString& name);
    // Fixed: the service is the embedded one, or given on the command line.
    void setServerEditable(bool editable);
    void setReason(const QString& text); // why one must sign in again
    void showError(const contract::Error& error);
    void setBusy(bool busy);
    // As it was before a sign-in: nothing secret stays.
    void reset();
    void focusFirst();
    // In another language, where the old one was.
    void takeOver(const SignInPage& old);

Q_SIGNALS:
    void submitted(const holdfast::views::Credentials& credentials);

private:
    void submit();
    void askPasscode(const contract::Error& error);
    void askNewPin(const contract::Error& error);
    [[nodiscard]] std::optional<QUrl> checkedServer();

    MessageBar* m_message;
    QLineEdit* m_serverEdit;
    QLineEdit* m_nameEdit;
    PasswordField* m_passwordEdit;
    PasswordField* m_passcodeEdit;
    PasswordField* m_newPinEdit;
    FormField* m_server;
    FormField* m_name;
    FormField* m_password;
    FormField* m_passcode;
    FormField* m_newPin;
    QPushButton* m_button;
};

} // namespace holdfast::views
