// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/role_matrix_model.h"
#include "services/contract/sign_in_settings.h"
#include "views/shell/workspace.h"
#include "views/theme/colours.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace holdfast::views {

class MessageBar;

// How administrators sign in: whose sign-in asks for a token, when it is confirmed, when a console locks.
class SignInTab final : public QWidget
{
    Q_OBJECT
public:
    explicit SignInTab(const Workspace& workspace, QWidget* parent = nullptr);

    void opened();
    void refresh();

Q_SIGNALS:
    void message(holdfast::views::Tone tone, const QString& text);

private:
    [[nodiscard]] QWidget* buildForm();
    void fill(const contract::SignInSettings& settings);
    void showRoles();
    void showChanged();
    [[nodiscard]] contract::SignInSettings edited() const;
    void save();

    Workspace m_workspace;
    models::RoleMatrixModel m_known;
    contract::SignInSettings m_settings;
    bool m_loaded = false;
    MessageBar* m_message;
    QComboBox* m_passcodeFor;
    QWidget* m_roleBoxes;
    QVBoxLayout* m_roleColumn;
    QList<std::pair<QString, QCheckBox*>> m_roles;
    QSpinBox* m_confirm;
    QSpinBox* m_idle;
    QPushButton* m_save;
};

} // namespace holdfast::views
