// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/client/api_client.h"
#include "views/shell/workspace.h"
#include "views/theme/colours.h"
#include "views/widgets/dialog.h"

#include <QTimer>

class QComboBox;
class QLabel;
class QLineEdit;
class QStackedWidget;

namespace holdfast::views {

class CodeDisplay;
class MessageBar;
class Section;

// A code that makes one workstation known: for which domain, under which name; then the code itself, large,
// with the command that is typed there. It stays until the workstation has used it, or its time is over.
class EnrolmentDialog final : public Dialog
{
    Q_OBJECT
public:
    EnrolmentDialog(const Workspace& workspace, QWidget* parent);

    void reject() override;
    [[nodiscard]] CodeDisplay* code() const { return m_code; }
    [[nodiscard]] QComboBox* domains() const { return m_domain; }
    // Of the domain with that path; false: it is not offered.
    bool chooseDomain(const QString& path);
    [[nodiscard]] QString command() const;
    [[nodiscard]] QString state() const;
    // How often it asks whether the code was used.
    void setPolling(std::chrono::milliseconds interval) { m_poll.setInterval(interval); }

private:
    [[nodiscard]] QWidget* buildQuestions();
    [[nodiscard]] QWidget* buildResult();
    void loadDomains();
    void loadOpen();
    void showOpen(const std::vector<contract::OpenEnrolmentCode>& codes);
    void submit();
    void showCode(const contract::EnrolmentCode& code);
    void look();
    void tellFate(const contract::Result<contract::OpenEnrolmentCode>& code);
    void end(Tone tone, const QString& text);
    void withdraw(const QString& id);

    Workspace m_workspace;
    QStackedWidget* m_pages;
    QComboBox* m_domain;
    QLineEdit* m_name;
    QComboBox* m_lifetime;
    Section* m_open;
    CodeDisplay* m_code = nullptr;
    QLineEdit* m_command = nullptr;
    QLabel* m_state = nullptr;
    QLabel* m_note = nullptr;
    MessageBar* m_unreachable = nullptr;
    QPushButton* m_withdraw = nullptr;
    QString m_id; // of the code that is shown
    contract::Timestamp m_expiresAt {};
    QTimer m_poll;
    client::Call m_call;
};

} // namespace holdfast::views
