// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/session.h"
#include "views/shell/workspace.h"
#include "views/signin/entry_page.h"

class QPushButton;

namespace holdfast::views {

class FormField;
class PasswordField;

// Covers a console that nobody touched for a while. Whoever is signed in proves it and goes on where they
// were; where the console runs its own service the desktop account is the proof, and a press is enough.
class LockPage final : public EntryPage
{
    Q_OBJECT
public:
    LockPage(const Workspace& workspace, const std::optional<contract::Secret>& localSecret,
             QWidget* parent = nullptr);
    void focusFirst();

Q_SIGNALS:
    void unlocked();
    void signOutChosen();

private:
    void submit();
    void setBusy(bool busy);

    Workspace m_workspace;
    std::optional<contract::Secret> m_localSecret;
    PasswordField* m_password;
    PasswordField* m_passcode;
    FormField* m_passwordField;
    FormField* m_passcodeField;
    QPushButton* m_unlock;
};

} // namespace holdfast::views
