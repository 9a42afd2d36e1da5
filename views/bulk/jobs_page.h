// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/shell/page.h"
#include "views/shell/workspace.h"

class QStackedWidget;
class QTabBar;

namespace holdfast::views {

class BinTab;
class JobsTab;

// What was done to many at once and can be undone, and what was deleted and can be restored.
class JobsPage final : public Page
{
    Q_OBJECT
public:
    explicit JobsPage(const Workspace& workspace, QWidget* parent = nullptr);

    void opened() override;
    void refresh() override;
    void focusFilter() override;
    // action: "jobs" or "bin".
    void follow(const Link& link) override;

    [[nodiscard]] JobsTab* jobs() const { return m_jobs; }
    [[nodiscard]] BinTab* bin() const { return m_bin; } // null for whoever may not use it

private:
    QTabBar* m_tabs;
    QStackedWidget* m_stack;
    JobsTab* m_jobs;
    BinTab* m_bin = nullptr;
};

} // namespace holdfast::views
