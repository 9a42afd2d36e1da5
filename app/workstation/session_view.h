// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/agent/report.h"

#include <QWidget>

class QLabel;

namespace holdfast::workstation {

class WordsColumn;

// Somebody is signed in: for how long they could be without a network, and a button to lock.
class SessionView final : public QWidget
{
    Q_OBJECT
public:
    explicit SessionView(QWidget* parent = nullptr);

    // With what the agent said at the sign-in.
    void begin(const QString& displayName, const QStringList& words);
    // Null: nothing is held for them.
    void setData(const agent::StatusSet* set);

Q_SIGNALS:
    void lockChosen();

private:
    QLabel* m_title;
    QLabel* m_days;
    QLabel* m_caption;
    WordsColumn* m_words;
};

} // namespace holdfast::workstation
