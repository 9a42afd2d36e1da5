// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/users_model.h"
#include "views/shell/page.h"
#include "views/shell/workspace.h"

class QComboBox;
class QSplitter;
class QStackedWidget;
class QTimer;

namespace holdfast::views {

class BulkBar;
class TablePane;
class UserCard;

// People: the table, and beside it the card of who is chosen; below it what can be done to several.
class UsersPage final : public Page
{
    Q_OBJECT
public:
    explicit UsersPage(const Workspace& workspace, QWidget* parent = nullptr);
    ~UsersPage() override;

    void opened() override;
    void focusFilter() override;
    void refresh() override;
    void follow(const Link& link) override;
    bool goBack() override;
    void newUser();

    [[nodiscard]] TablePane* pane() const { return m_pane; }
    [[nodiscard]] UserCard* card() const { return m_card; }
    [[nodiscard]] BulkBar* bulk() const { return m_bulk; }

private:
    [[nodiscard]] BulkBar* buildBulkBar();
    void setWhole(bool whole);
    void choose(const QString& userId);

    Workspace m_workspace;
    models::UsersModel m_model;
    QWidget* m_list;
    TablePane* m_pane;
    UserCard* m_card;
    QSplitter* m_splitter;
    QComboBox* m_status;
    BulkBar* m_bulk;
    QTimer* m_settle;
    bool m_whole = false;
};

} // namespace holdfast::views
