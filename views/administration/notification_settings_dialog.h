// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/notification.h"
#include "views/shell/workspace.h"
#include "views/widgets/dialog.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace holdfast::views {

// Who is told by e-mail, and from when on something is worth telling.
class NotificationSettingsDialog final : public Dialog
{
    Q_OBJECT
public:
    NotificationSettingsDialog(const Workspace& workspace, QWidget* parent);
    [[nodiscard]] bool isLoaded() const { return m_settings.has_value(); }

Q_SIGNALS:
    void saved(const QString& words);

private:
    [[nodiscard]] QWidget* buildMail();
    [[nodiscard]] QSpinBox* number(int from, int to, const QString& none = {});
    void ask();
    void showSettings();
    void showMail(const contract::MailState& mail);
    [[nodiscard]] QStringList recipients() const;
    void submit();
    void sendTest();

    Workspace m_workspace;
    std::optional<contract::NotificationSettings> m_settings;
    QLineEdit* m_recipients;
    QLabel* m_mail;
    QPushButton* m_test;
    QSpinBox* m_expiring;
    QSpinBox* m_accounts;
    QSpinBox* m_minutes;
    QSpinBox* m_keep;
};

} // namespace holdfast::views
