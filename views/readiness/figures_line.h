// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/readiness_model.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace holdfast::views {

// What is going to hurt, one sentence a button: pressing it shows just those, pressing it again shows all.
class FiguresLine final : public QWidget
{
    Q_OBJECT
public:
    explicit FiguresLine(models::ReadinessModel& model, QWidget* parent = nullptr);
    [[nodiscard]] QPushButton* button(const QString& id) const;
    [[nodiscard]] QString summary() const;
    // What the table shows now: the button that stands for it looks pressed. Empty: everything.
    void setShown(const QString& restriction, const QString& value);
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(const holdfast::models::ReadinessFigure& figure);
    void cleared();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void showFigures();
    void press(const models::ReadinessFigure& figure, QPushButton* button);
    [[nodiscard]] bool isShown(const models::ReadinessFigure& figure) const;
    // Places the buttons in rows; returns the height.
    int arrange(int width, bool place) const;

    models::ReadinessModel& m_model;
    QLabel* m_summary;
    QList<QPushButton*> m_buttons;
    std::pair<QString, QString> m_shown;
};

} // namespace holdfast::views
