// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/secret.h"
#include "views/shell/workspace.h"
#include "views/widgets/dialog.h"

class QLineEdit;
class QStackedWidget;

namespace holdfast::views {

// A name, then the key, this once.
class ApiClientDialog final : public Dialog
{
    Q_OBJECT
public:
    ApiClientDialog(const Workspace& workspace, QWidget* parent);

Q_SIGNALS:
    void created();

private:
    void submit();

    Workspace m_workspace;
    QStackedWidget* m_pages;
    QLineEdit* m_name;
    FormField* m_nameField;
    QLineEdit* m_keyEdit;
    contract::Secret m_key;
};

} // namespace holdfast::views
