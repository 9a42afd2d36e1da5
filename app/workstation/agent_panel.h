// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/workstation/laptop.h"

#include <QWidget>

class QPushButton;
class QTabWidget;

namespace holdfast::views {
class MessageBar;
}

namespace holdfast::workstation {

class LinesView;

// What the agent holds, says and remembers, and what can be done to it.
class AgentPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit AgentPanel(Laptop& laptop, QWidget* parent = nullptr);

    // Of whom "what would happen" tells.
    void setPerson(const QString& userName);
    void check();
    [[nodiscard]] LinesView* held() const { return m_held; }
    [[nodiscard]] LinesView* checks() const { return m_checks; }
    [[nodiscard]] LinesView* events() const { return m_events; }
    [[nodiscard]] QTabWidget* tabs() const { return m_tabs; }

private:
    void showView();
    void showBusy();

    Laptop& m_laptop;
    QString m_person;
    QPushButton* m_refill;
    QPushButton* m_check;
    QPushButton* m_damage;
    views::MessageBar* m_message;
    QTabWidget* m_tabs;
    LinesView* m_held;
    LinesView* m_checks;
    LinesView* m_events;
};

} // namespace holdfast::workstation
