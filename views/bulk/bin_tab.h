// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/bin_model.h"
#include "views/shell/workspace.h"
#include "views/theme/colours.h"

#include <QWidget>

class QComboBox;
class QPushButton;

namespace holdfast::views {

class TablePane;

// Deleted people and tokens, for thirty days.
class BinTab final : public QWidget
{
    Q_OBJECT
public:
    explicit BinTab(const Workspace& workspace, QWidget* parent = nullptr);

    void opened();
    void refresh() { m_model.refresh(); }
    void restoreChosen();
    [[nodiscard]] TablePane* pane() const { return m_pane; }

Q_SIGNALS:
    void message(holdfast::views::Tone tone, const QString& text);

private:
    void showChosen();
    void deleteChosen();

    Workspace m_workspace;
    models::BinModel m_model;
    TablePane* m_pane;
    QComboBox* m_kind;
    QPushButton* m_restore;
    QPushButton* m_delete;
};

} // namespace holdfast::views
