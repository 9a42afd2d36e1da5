// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/emergency_code_dialog_model.h"
#include "views/shell/workspace.h"
#include "views/widgets/dialog.h"

class QComboBox;
class QLabel;
class QSpinBox;
class QStackedWidget;

namespace holdfast::views {

class ChoiceList;
class CodeDisplay;
class FormField;
class MessageBar;

// Two questions lead to the right code; then the code, this once.
class EmergencyDialog final : public Dialog
{
    Q_OBJECT
public:
    EmergencyDialog(const Workspace& workspace, const contract::UserCard& card, QWidget* parent);
    ~EmergencyDialog() override;

    [[nodiscard]] models::EmergencyCodeDialogModel& model() { return m_model; }
    [[nodiscard]] CodeDisplay* codes() const { return m_codes; }
    void reject() override;

protected:
    void keyPressEvent(QKeyEvent* event) override;

Q_SIGNALS:
    // The answers lead to something else than a code.
    void cureChosen(const holdfast::contract::Cure& cure);
    void issued();

private:
    [[nodiscard]] QWidget* buildQuestions();
    [[nodiscard]] QWidget* buildProposal();
    [[nodiscard]] QWidget* buildResult();
    void showProposal();
    void showState();
    void showButton();
    void print();

    models::EmergencyCodeDialogModel m_model;
    QStackedWidget* m_pages;
    ChoiceList* m_missing;
    ChoiceList* m_need;
    QComboBox* m_token = nullptr;
    QWidget* m_proposal;
    QLabel* m_heading;
    QLabel* m_explanation;
    MessageBar* m_warning;
    QWidget* m_adjustments;
    QSpinBox* m_count;
    FormField* m_countField;
    QComboBox* m_lifetime;
    QComboBox* m_return;
    QLineEdit* m_reason;
    QLabel* m_use;
    QLineEdit* m_overrule;
    FormField* m_overruleField;
    CodeDisplay* m_codes;
    QLabel* m_usage;
    QPushButton* m_reveal;
    QPushButton* m_spell;
    bool m_showing = false;
};

} // namespace holdfast::views
