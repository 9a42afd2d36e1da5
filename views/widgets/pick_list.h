// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/window_model.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QTableView;

namespace holdfast::views {

// Choosing one thing by typing: a line, and below it what matches. Arrow keys move, Enter takes.
class PickList final : public QWidget
{
    Q_OBJECT
public:
    // `columns` of the model are shown, in this order; the first one stretches. The model stays the caller's.
    PickList(models::WindowModel& model, const QList<int>& columns, const QString& hint,
             const QString& nothing, QWidget* parent = nullptr);

    [[nodiscard]] QString chosenId() const;
    [[nodiscard]] QTableView* table() const { return m_table; }
    [[nodiscard]] QLineEdit* field() const { return m_field; }

Q_SIGNALS:
    void chosenChanged();
    void activated();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showState();

    models::WindowModel& m_model;
    QString m_nothing;
    QLineEdit* m_field;
    QTableView* m_table;
    QLabel* m_note;
    QTimer m_delay;
};

} // namespace holdfast::views
