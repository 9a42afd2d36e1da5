// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/session.h"
#include "views/shell/workspace.h"
#include "views/widgets/dialog.h"

namespace holdfast::views {

class PasswordField;

// Asks in place for the sign-in once more, before a key action goes on. Where the console runs its own
// service the desktop account is the proof: there is nothing to type.
class ConfirmDialog final : public Dialog
{
    Q_OBJECT
public:
    // `localSecret`: of the embedded service; none: password, and passcode where the account asks for one.
    ConfirmDialog(const Workspace& workspace, const std::optional<contract::Secret>& localSecret,
                  QWidget* parent);

private:
    void submit();

    Workspace m_workspace;
    std::optional<contract::Secret> m_localSecret;
    PasswordField* m_password = nullptr;
    PasswordField* m_passcode = nullptr;
    FormField* m_passcodeField = nullptr;
};

} // namespace holdfast::views
