// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/workstation/words_column.h"
#include "services/agent/report.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace holdfast::workstation {

// Somebody is signed in: for how long they could be without a network, and a button to lock.
class SessionView final : public QWidget
{
    Q_OBJECT
public:
    explicit SessionView(QWidget* parent = nullptr);

    // With what the agent said at the sign-in.
    void begin(const QString& displayName, const QList<WordsColumn::Entry>& words);
    // Null: nothing is held for them.
    void setData(const agent::StatusSet* set);
    void focusFirst();

Q_SIGNALS:
    void lockChosen();

private:
    QLabel* m_title;
    QLabel* m_until;
    QLabel* m_caption;
    WordsColumn* m_words;
    QPushButton* m_lock;
};

} // namespace holdfast::workstation
