// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain_tree_model.h"
#include "views/shell/page.h"
#include "views/shell/workspace.h"

class QPushButton;
class QSplitter;
class QTreeView;

namespace holdfast::views {

class PolicyPanel;
class StateView;

// The tree of domains with the policies in effect, and the settings of the chosen domain's.
class PoliciesPage final : public Page
{
    Q_OBJECT
public:
    explicit PoliciesPage(const Workspace& workspace, QWidget* parent = nullptr);
    ~PoliciesPage() override;

    void opened() override;
    void refresh() override;
    void focusFilter() override;
    [[nodiscard]] bool holdsWork() override;
    [[nodiscard]] PolicyPanel* panel() const { return m_panel; }
    [[nodiscard]] QTreeView* tree() const { return m_tree; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fitColumns();
    void showState();
    void showDomain();
    void newDomain();
    void moveDomain();

    Workspace m_workspace;
    models::DomainTreeModel m_model;
    QTreeView* m_tree;
    StateView* m_states;
    PolicyPanel* m_panel;
    QSplitter* m_splitter;
    QPushButton* m_move = nullptr;
    QString m_path = QStringLiteral("/");
};

} // namespace holdfast::views
