// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/caller_verification_model.h"
#include "views/shell/workspace.h"
#include "views/widgets/dialog.h"

class QLabel;
class QLineEdit;
class QProgressBar;

namespace holdfast::views {

class FormField;

// Makes sure that a caller is who they say, before anything is given out. Every method is a line of its own;
// what succeeded shows so, and the dialog stays until enough is reached.
class VerificationDialog final : public Dialog
{
    Q_OBJECT
public:
    VerificationDialog(const Workspace& workspace, const contract::UserCard& card, QWidget* parent);

    [[nodiscard]] models::CallerVerificationModel& model() { return m_model; }
    [[nodiscard]] QString progress() const;

Q_SIGNALS:
    // Something was reached: the card is to be read again.
    void verified();

private:
    struct Method
    {
        contract::VerificationMethod method;
        QWidget* box;
        QLabel* done;
        QList<QWidget*> inputs;
    };
    void addMethod(contract::VerificationMethod method, const QString& title, const QString& points,
                   const QList<QWidget*>& inputs);
    void buildToken();
    void buildCallBack();
    void buildManager();
    void buildApproval();
    void showQuestions();
    void showState();
    void keepEnterFromClosing();

    const contract::Clock& m_clock;
    models::CallerVerificationModel m_model;
    QLabel* m_progress;
    QProgressBar* m_bar;
    QList<Method> m_methods;
    QLineEdit* m_code;
    QLineEdit* m_manager;
    QWidget* m_questionBox = nullptr;
    QList<QLineEdit*> m_answers;
    QLabel* m_withheld;
    QWidget* m_approval;
    QLabel* m_approvalState;
    QLineEdit* m_reason;
    QPushButton* m_ask;
};

} // namespace holdfast::views
