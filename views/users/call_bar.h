// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QKeySequence;
class QLabel;
class QPushButton;

namespace holdfast::models {
class UserCardModel;
}

namespace holdfast::views {

// What a call is about, each under a key that stands on its button; and whether the caller is verified. While
// they are not, what the policy guards is off.
class CallBar final : public QWidget
{
    Q_OBJECT
public:
    explicit CallBar(models::UserCardModel& model, QWidget* parent = nullptr);
    void showCard();

    [[nodiscard]] QPushButton* verifyButton() const { return m_verify; }
    [[nodiscard]] QPushButton* clearPinButton() const { return m_clearPin; }
    [[nodiscard]] QPushButton* lostButton() const { return m_lost; }
    [[nodiscard]] QPushButton* assignButton() const { return m_assign; }
    [[nodiscard]] QString stateText() const;

Q_SIGNALS:
    void verifyChosen();
    void clearPinChosen(const QString& serial);
    void lostChosen(const QString& serial);
    void assignChosen();

private:
    [[nodiscard]] QPushButton* addButton(const QString& iconName, const QString& text,
                                         const QKeySequence& keys);
    void showVerification();

    models::UserCardModel& m_model;
    QLabel* m_state;
    QPushButton* m_verify;
    QPushButton* m_clearPin;
    QPushButton* m_lost;
    QPushButton* m_assign;
};

// "Unlock   Ctrl+U": the key stands on the button.
[[nodiscard]] QString withKey(const QString& text, const QKeySequence& keys);

} // namespace holdfast::views
