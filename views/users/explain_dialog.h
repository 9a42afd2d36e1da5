// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/user_card_model.h"
#include "views/widgets/dialog.h"

class QLabel;

namespace holdfast::views {

class ExplanationList;
class IconLabel;

// Why can this person not sign in? Every check in the gate's order with what was found, what is required and
// who requires it; what did not pass with its cure as a button. Follows the card, which must outlive it.
class ExplainDialog final : public Dialog
{
    Q_OBJECT
public:
    ExplainDialog(models::UserCardModel& card, const contract::Clock& clock, QWidget* parent);

    [[nodiscard]] QPushButton* copyButton() const { return m_copy; }

Q_SIGNALS:
    void cureChosen(const holdfast::contract::Cure& cure);

private:
    void showExplanation();
    void showVerdict();
    void copy();

    models::UserCardModel& m_card;
    const contract::Clock& m_clock;
    IconLabel* m_icon;
    QLabel* m_verdict;
    QLabel* m_ways;
    QLabel* m_last;
    ExplanationList* m_list;
    QPushButton* m_copy;
};

} // namespace holdfast::views
