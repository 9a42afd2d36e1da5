// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/explanation_lines.h"
#include "views/theme/colours.h"

#include <QScrollArea>

class QPushButton;
class QVBoxLayout;

namespace holdfast::views {

// How a check turned out: icon, colour, and what a screen reader says.
struct VerdictMark
{
    QString icon;
    Tone tone;
    QString spoken;
};
[[nodiscard]] VerdictMark markOf(models::ExplanationLine::Verdict verdict);

// Every check with what was found, what is required and who requires it; what did not pass with its cure as a
// button.
class ExplanationList final : public QScrollArea
{
    Q_OBJECT
public:
    explicit ExplanationList(QWidget* parent = nullptr);
    // The place that is looked at stays. `acting`: no button works now.
    void showLines(const QList<models::ExplanationLine>& lines, bool acting);

Q_SIGNALS:
    void cureChosen(const holdfast::contract::Cure& cure);

private:
    void addGroup(const QString& title);
    void addLine(const models::ExplanationLine& line, bool acting);

    QVBoxLayout* m_lines = nullptr;
    QPushButton* m_first = nullptr; // the first cure of what failed, and of this person alone: Ctrl+Enter
    QWidget* m_failed = nullptr; // the first that failed
};

} // namespace holdfast::views
