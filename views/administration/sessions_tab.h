// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/sessions_model.h"
#include "views/shell/workspace.h"
#include "views/theme/colours.h"

#include <QWidget>

namespace holdfast::views {

class TablePane;

// Who is signed in now; a session can be ended.
class SessionsTab final : public QWidget
{
    Q_OBJECT
public:
    explicit SessionsTab(const Workspace& workspace, QWidget* parent = nullptr);

    void opened();
    void refresh() { m_model.refresh(); }
    [[nodiscard]] TablePane* pane() const { return m_pane; }

Q_SIGNALS:
    void message(holdfast::views::Tone tone, const QString& text);

private:
    void endChosen();

    Workspace m_workspace;
    models::SessionsModel m_model;
    TablePane* m_pane;
};

} // namespace holdfast::views
