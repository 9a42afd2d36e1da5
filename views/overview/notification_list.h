// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/notifications_model.h"
#include "views/shell/page.h"
#include "views/shell/workspace.h"

#include <QWidget>

class QGridLayout;

namespace holdfast::views {

// What needs somebody: how bad it is, what it is, since when, and the way to its cure. Gone when there is
// nothing.
class NotificationList final : public QWidget
{
    Q_OBJECT
public:
    explicit NotificationList(const Workspace& workspace, QWidget* parent = nullptr);
    void setOpen(bool open) { m_model.setOpen(open); }
    void refresh() { m_model.refresh(); }
    [[nodiscard]] models::NotificationsModel& model() { return m_model; }

Q_SIGNALS:
    void linkActivated(const holdfast::views::Link& link);
    void shownChanged();

private:
    void showItems();
    [[nodiscard]] QWidget* cureOf(const contract::Notification& notification);

    Workspace m_workspace;
    models::NotificationsModel m_model;
    QGridLayout* m_grid;
};

} // namespace holdfast::views
