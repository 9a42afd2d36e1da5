// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/tokens_model.h"
#include "views/shell/page.h"
#include "views/shell/workspace.h"

class QComboBox;
class QSplitter;
class QTimer;

namespace holdfast::views {

class BulkBar;
class TablePane;
class TokenDetails;

// Tokens: the table, and beside it the one that is chosen; below it what can be done to several.
class TokensPage final : public Page
{
    Q_OBJECT
public:
    explicit TokensPage(const Workspace& workspace, QWidget* parent = nullptr);
    ~TokensPage() override;

    void opened() override;
    void focusFilter() override;
    void refresh() override;
    void follow(const Link& link) override;
    void importTokens(const QString& path = {});
    // Without serials: all.
    void exportTokens(const QStringList& serials = {});

    [[nodiscard]] TablePane* pane() const { return m_pane; }
    [[nodiscard]] TokenDetails* details() const { return m_details; }
    [[nodiscard]] BulkBar* bulk() const { return m_bulk; }

private:
    [[nodiscard]] BulkBar* buildBulkBar();

    Workspace m_workspace;
    models::TokensModel m_model;
    TablePane* m_pane;
    TokenDetails* m_details;
    QSplitter* m_splitter;
    QComboBox* m_state;
    QComboBox* m_kind;
    BulkBar* m_bulk;
    QTimer* m_settle;
};

} // namespace holdfast::views
