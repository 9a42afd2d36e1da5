// SPDX-License-Identifier: Apache-2.0
#include "views/overview/notification_list.h"

#include "models/formats.h"
#include "models/session.h"
#include "views/theme/metrics.h"
#include "views/widgets/labels.h"
#include "views/widgets/status_chip.h"
#include "views/widgets/tones.h"

#include <QGridLayout>
#include <QPushButton>

namespace holdfast::views {

using contract::Notification;
using contract::NotificationSeverity;
using contract::Permission;

namespace {

constexpr int mostShown = 20;

// Nobody is led to a page that they do not have.
Permission neededFor(const QString& page)
{
    return page == QLatin1String("tokens") ? Permission::ViewTokens
        : page == QLatin1String("users")   ? Permission::ViewUsers
        : page == QLatin1String("reports") ? Permission::RunReports
                                           : Permission::ViewMetrics;
}

} // namespace

NotificationList::NotificationList(const Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_model(workspace.api)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, metrics::m, 0, 0);
    m_grid->setHorizontalSpacing(metrics::m);
    m_grid->setVerticalSpacing(metrics::s);
    m_grid->setColumnStretch(1, 1);
    connect(&m_model, &models::NotificationsModel::changed, this, &NotificationList::showItems);
    hide();
}

void NotificationList::showItems()
{
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater(); // one of them may be what was pressed
        }
        delete item;
    }
    int row = 0;
    for (const Notification& one : m_model.items()) {
        if (row == mostShown) {
            break;
        }
        const bool critical = one.severity == NotificationSeverity::Critical;
        auto* chip = new StatusChip({toneFrom(models::words::toneOf(one.severity)),
                                     critical ? QStringLiteral("failure") : QStringLiteral("warning"),
                                     models::words::of(one.severity)});
        auto* since = makeLabel(models::relativeTime(one.raisedAt, m_workspace.clock.now()), Type::Body,
                                Ink::Secondary);
        since->setToolTip(models::absoluteTime(one.raisedAt));
        m_grid->addWidget(chip, row, 0, Qt::AlignLeft | Qt::AlignVCenter);
        m_grid->addWidget(makeParagraph(models::words::notification(one)), row, 1);
        m_grid->addWidget(since, row, 2);
        if (QWidget* cure = cureOf(one)) {
            m_grid->addWidget(cure, row, 3);
        }
        ++row;
    }
    setVisible(row > 0);
    Q_EMIT shownChanged();
}

QWidget* NotificationList::cureOf(const Notification& notification)
{
    const models::NotificationCure cure = models::words::cureOf(notification);
    if (cure.button.isEmpty() || !m_workspace.session.may(neededFor(cure.page))) {
        return nullptr;
    }
    auto* button = new QPushButton(cure.button);
    button->setAccessibleName(tr("%1: %2").arg(cure.button, models::words::notification(notification)));
    connect(button, &QPushButton::clicked, this, [this, cure] {
        Q_EMIT linkActivated({cure.page, {}, cure.restriction, cure.value, cure.action, cure.words});
    });
    return button;
}

} // namespace holdfast::views
