// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/store/audit.h"
#include "services/contract/timestamp.h"

// The end of the event chain, written down where whoever can roll back database and head record cannot reach:
// a line appended to a file on another machine's share, say.
namespace holdfast::authentication {

struct EventAnchor
{
    contract::Timestamp at {};
    EventHead head;
};

namespace event_anchors {

[[nodiscard]] EventAnchor present(storage::Connection& connection, contract::Timestamp now);
// One line of JSON, sealed with the keys; the same text may go to a log elsewhere.
[[nodiscard]] QByteArray lineOf(const security::KeyRing& keys, const EventAnchor& anchor);
// Errors: anchor_forged.
[[nodiscard]] contract::Result<EventAnchor> fromLine(const security::KeyRing& keys, const QByteArray& line);

// Appends and syncs. Error: anchor_unwritable.
[[nodiscard]] contract::Result<void> append(const QString& file, const QByteArray& line);

// Compares every line of the file with the log. Events that retention has removed cannot be compared.
// Findings: tail_removed, tail_changed, anchor_forged, anchors_unreadable.
[[nodiscard]] std::vector<AuditFinding> verify(storage::Connection& connection, const security::KeyRing& keys,
                                               const QString& file);

} // namespace event_anchors
} // namespace holdfast::authentication
