// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/caller_verification.h"
#include "services/contract/user.h"
#include "views/shell/workspace.h"
#include "views/widgets/dialog.h"

class QLabel;
class QLineEdit;
class QSpinBox;
class QVBoxLayout;

namespace holdfast::views {

class PasswordField;

// What a person can be asked on the telephone. Answers go to the service and never come back: a question that
// stays as it is keeps its answer without anybody typing it again.
class CallerQuestionsDialog final : public Dialog
{
    Q_OBJECT
public:
    static constexpr int most = 10;

    CallerQuestionsDialog(const Workspace& workspace, const contract::User& user, QWidget* parent);

Q_SIGNALS:
    void saved(const QString& words);

private:
    struct Line
    {
        QString before; // the question as the service has it; empty: a new one
        QWidget* widget;
        QLineEdit* question;
        PasswordField* answer;
        QSpinBox* points;
        QLabel* note;
    };
    void load();
    void showQuestions(const std::vector<contract::CallerQuestion>& questions);
    void addLine(const contract::CallerQuestion& question);
    void showLines();
    [[nodiscard]] QString shortcoming(const Line& line) const;
    void submit();
    void showFaults(const contract::Error& error, const QList<int>& sent);

    Workspace m_workspace;
    contract::User m_user;
    QVBoxLayout* m_column;
    QPushButton* m_more;
    QList<Line> m_lines;
};

} // namespace holdfast::views
