// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/offline_sets_model.h"
#include "models/readiness_model.h"
#include "views/shell/page.h"
#include "views/shell/workspace.h"

class QComboBox;

namespace holdfast::views {

class ExportBar;
class FiguresLine;
class ReadinessBar;
class TablePane;

// Who could sign in today without a network, and who could not: before it hurts.
class ReadinessPage final : public Page
{
    Q_OBJECT
public:
    explicit ReadinessPage(const Workspace& workspace, QWidget* parent = nullptr);

    void opened() override;
    void focusFilter() override;
    void refresh() override;
    void follow(const Link& link) override;

    [[nodiscard]] TablePane* pane() const { return m_pane; }
    [[nodiscard]] FiguresLine* figures() const { return m_figures; }
    [[nodiscard]] ReadinessBar* bar() const { return m_bar; }
    [[nodiscard]] models::ReadinessModel& readiness() { return m_readiness; }
    // Without asking for a name.
    void exportTo(const QString& path);

private:
    void showJust(const models::ReadinessFigure& figure);
    void exportCsv();
    void openPerson();

    Workspace m_workspace;
    models::OfflineSetsModel m_model;
    models::ReadinessModel m_readiness;
    FiguresLine* m_figures;
    ExportBar* m_export;
    QComboBox* m_state;
    TablePane* m_pane = nullptr;
    ReadinessBar* m_bar = nullptr;
};

} // namespace holdfast::views
