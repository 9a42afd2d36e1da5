// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/tone.h"
#include "services/client/api_client.h"
#include "services/client/consume.h"

#include <QObject>
#include <QTimer>

namespace holdfast::models {

// Where the cure of a notification is.
struct NotificationCure
{
    QString button; // empty: there is none in the console
    QString page;
    QString restriction;
    QString value;
    QString action;
    QString words; // what the restriction means
};

namespace words {

// In the console's language; the service's English for kinds that it does not know.
[[nodiscard]] QString notification(const contract::Notification& notification);
[[nodiscard]] Tone toneOf(contract::NotificationSeverity severity);
[[nodiscard]] QString of(contract::NotificationSeverity severity);
[[nodiscard]] NotificationCure cureOf(const contract::Notification& notification);

} // namespace words

// What needs somebody now; asked again every half minute while it is open.
class NotificationsModel final : public QObject
{
    Q_OBJECT
public:
    explicit NotificationsModel(client::ApiClient& api, QObject* parent = nullptr);
    void setOpen(bool open);
    void refresh();
    [[nodiscard]] const std::vector<contract::Notification>& items() const { return m_items; }

Q_SIGNALS:
    void changed();

private:
    client::ApiClient& m_api;
    std::vector<contract::Notification> m_items;
    QTimer m_timer;
    client::Call m_call;
};

} // namespace holdfast::models
