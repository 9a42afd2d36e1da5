// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/window_model.h"
#include "services/contract/bulk.h"
#include "views/bulk/bulk_choice.h"
#include "views/shell/workspace.h"
#include "views/theme/colours.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace holdfast::views {

class FlowLayout;
class TablePane;

// Below a table of which several rows are chosen: how many, all that match, and what can be done to them.
class BulkBar final : public QWidget
{
    Q_OBJECT
public:
    struct Action
    {
        contract::BulkAction action {};
        contract::Permission permission {};
        QString icon;
        bool inMenu = false; // behind "More"
    };
    // Pane and model stay the caller's. `chosen`: how many, in words.
    BulkBar(const Workspace& workspace, TablePane* pane, models::WindowModel& model,
            const QList<Action>& actions, std::function<QString(int)> chosen, QWidget* parent = nullptr);

    // In front of "More".
    void addButton(QPushButton* button);
    // What is chosen now; nothing where some of it is not loaded and it is not all.
    [[nodiscard]] std::optional<BulkChoice> choice() const;
    void begin(contract::BulkAction action);

Q_SIGNALS:
    // Something was changed.
    void changed();
    void message(holdfast::views::Tone tone, const QString& text);

private:
    void addAction(const Action& action);
    void showCount(int count);

    Workspace m_workspace;
    TablePane* m_pane;
    models::WindowModel& m_model;
    std::function<QString(int)> m_chosen;
    QLabel* m_text;
    QPushButton* m_all;
    QPushButton* m_more;
    FlowLayout* m_row;
};

} // namespace holdfast::views
