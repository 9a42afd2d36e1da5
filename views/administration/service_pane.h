// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/service_model.h"
#include "views/shell/workspace.h"
#include "views/theme/colours.h"

#include <QWidget>

class QComboBox;
class QGridLayout;
class QLabel;
class QPushButton;

namespace holdfast::views {

class Section;
class StateView;

// The service itself: how every part of it is, verbose logs for a while, and a bundle for whoever helps.
class ServicePane final : public QWidget
{
    Q_OBJECT
public:
    explicit ServicePane(const Workspace& workspace, QWidget* parent = nullptr);
    void setOpen(bool open) { m_model.setOpen(open); }
    void refresh() { m_model.refresh(); }
    void saveBundle(const QString& path) { m_model.saveBundle(path); }

Q_SIGNALS:
    void message(holdfast::views::Tone tone, const QString& text);

private:
    [[nodiscard]] Section* buildLogs();
    [[nodiscard]] Section* buildSupport();
    void showAll();
    void showHealth();
    void showLogs();
    [[nodiscard]] Section* buildNotifications();
    void askForFile();

    Workspace m_workspace;
    models::ServiceModel m_model;
    bool m_operates;
    StateView* m_states;
    QGridLayout* m_checks;
    QLabel* m_logsText = nullptr;
    QComboBox* m_duration = nullptr;
    QPushButton* m_logsButton = nullptr;
    QPushButton* m_bundleButton = nullptr;
};

} // namespace holdfast::views
