// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/role_matrix_model.h"
#include "views/shell/workspace.h"
#include "views/theme/colours.h"

#include <QWidget>

class QPushButton;
class QTableView;

namespace holdfast::views {

class MessageBar;

// What each role permits, side by side; custom roles are made, edited and deleted here.
class RolesTab final : public QWidget
{
    Q_OBJECT
public:
    explicit RolesTab(const Workspace& workspace, QWidget* parent = nullptr);

    void opened();
    void refresh() { m_model.load(); }
    [[nodiscard]] QTableView* table() const { return m_table; }

Q_SIGNALS:
    void message(holdfast::views::Tone tone, const QString& text);

private:
    [[nodiscard]] QWidget* buildButtons();
    [[nodiscard]] const contract::RoleDefinition* chosen() const;
    void showChosen();
    void choose(const QString& key);
    void edit(const contract::RoleDefinition& role);
    void editChosen();
    void copyChosen();
    void deleteChosen();
    void viewAsChosen();

    Workspace m_workspace;
    models::RoleMatrixModel m_model;
    MessageBar* m_message;
    QTableView* m_table;
    QPushButton* m_new;
    QPushButton* m_edit;
    QPushButton* m_copy;
    QPushButton* m_delete;
    QPushButton* m_view;
    QString m_wanted; // key of the role to choose after the next answer
};

} // namespace holdfast::views
