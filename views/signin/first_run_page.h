// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/session.h"
#include "views/signin/entry_page.h"

class QLineEdit;
class QPushButton;

namespace holdfast::views {

class FormField;
class MessageBar;
class PasswordField;

// A new service: names its first administrator.
class FirstRunPage final : public EntryPage
{
    Q_OBJECT
public:
    explicit FirstRunPage(QWidget* parent = nullptr);
    void showError(const contract::Error& error);
    void setBusy(bool busy);
    void focusFirst();

Q_SIGNALS:
    void submitted(const holdfast::contract::FirstRun& owner);

private:
    void submit();
    void showStrength();

    MessageBar* m_message;
    QLineEdit* m_nameEdit;
    QLineEdit* m_shownEdit;
    QLineEdit* m_mailEdit;
    QLineEdit* m_organisationEdit;
    PasswordField* m_passwordEdit;
    FormField* m_name;
    FormField* m_shown;
    FormField* m_mail;
    FormField* m_organisation;
    FormField* m_password;
    QPushButton* m_button;
};

} // namespace holdfast::views
