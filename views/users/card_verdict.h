// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/card.h"
#include "views/theme/colours.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace holdfast::models {
class UserCardModel;
}

namespace holdfast::views {

class IconLabel;

// The head of the card: can this person log on now, with what, and if not, why, with what mends it as a
// button.
class CardVerdict final : public QFrame
{
    Q_OBJECT
public:
    explicit CardVerdict(models::UserCardModel& model, QWidget* parent = nullptr);
    void showCard();
    [[nodiscard]] QString verdict() const;
    [[nodiscard]] QPushButton* primaryButton() const { return m_primary; }
    [[nodiscard]] QPushButton* emergencyButton() const { return m_emergency; }
    [[nodiscard]] QPushButton* explainButton() const { return m_explain; }

Q_SIGNALS:
    void cureChosen(const holdfast::contract::Cure& cure);
    void emergencyChosen();
    void explainChosen();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void showReasons();

    models::UserCardModel& m_model;
    Tone m_tone = Tone::Neutral;
    IconLabel* m_icon;
    QLabel* m_verdict;
    QLabel* m_ways;
    QVBoxLayout* m_reasons;
    QPushButton* m_primary;
    QPushButton* m_emergency;
    QPushButton* m_explain;
};

} // namespace holdfast::views
