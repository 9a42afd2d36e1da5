// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/notification.h"
#include "services/storage/connection.h"

namespace holdfast::authentication {

// A row of `notifications`: a condition that holds, or held. Of one kind and subject one is open at a time.
struct NotificationRow
{
    qint64 id = 0;
    QString kind;
    QString subject; // tells several of one kind apart; empty where there is one only
    contract::NotificationSeverity severity {};
    QString reason;
    QJsonObject detail;
    std::optional<qint64> ownerId; // concerns this person; nothing: whoever may see the kind
    contract::Timestamp raisedAt {};
    std::optional<contract::Timestamp> mailedAt;
    std::optional<contract::Timestamp> goneAt; // open still, though it does not hold since then
    std::optional<contract::Timestamp> closedAt;
};

} // namespace holdfast::authentication

// What somebody should look after. The caller writes the events.
namespace holdfast::authentication::notifications {

// By severity, then latest first.
[[nodiscard]] std::vector<NotificationRow> open(storage::Connection& connection);
// Latest closed first.
[[nodiscard]] std::vector<NotificationRow> closed(storage::Connection& connection, int limit);
// Returns it with its id, and with when the same was last mailed if it was open before.
[[nodiscard]] NotificationRow raise(storage::Connection& connection, NotificationRow row);
// Severity, reason and detail, as they are now.
void update(storage::Connection& connection, const NotificationRow& row);
void setMailed(storage::Connection& connection, qint64 id, contract::Timestamp now);
// It does not hold since then, or holds again.
void setGone(storage::Connection& connection, qint64 id, std::optional<contract::Timestamp> since);
void close(storage::Connection& connection, qint64 id, contract::Timestamp now);
void removeClosed(storage::Connection& connection, contract::Timestamp before);

// In English, for events and e-mail.
[[nodiscard]] QString sentenceOf(const NotificationRow& row);

} // namespace holdfast::authentication::notifications
