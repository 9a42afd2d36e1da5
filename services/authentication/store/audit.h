// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/store/events_head.h"
#include "services/contract/event.h"

#include <functional>

namespace holdfast::authentication {

// What is wrong with the event log. `code`: event_changed (its link does not fit), event_missing, event_extra
// (before the first), cut_forged and cut_missing (the records of what retention removed), tail_removed (the
// head file knows more events than there are), tail_changed (the event at the head file's place is another),
// head_missing, head_forged, head_unreadable.
struct AuditFinding
{
    QString code;
    qint64 sequence = 0; // 0: none in particular
    QString detail;
};

struct AuditReport
{
    bool ok = true;
    qint64 events = 0; // read
    qint64 lastSequence = 0;
    qint64 removedThrough = 0; // the last event that retention removed; 0: none
    std::optional<qint64> firstBadSequence {};
    std::vector<AuditFinding> findings; // the first hundred
};

// Reads the whole log in one snapshot, in constant memory. The limits: the last second before a cut, and a
// rollback of both database and head file, are not found. `progress` gets the events read so far.
[[nodiscard]] AuditReport verifyAudit(storage::Connection& connection, const security::KeyRing& keys,
                                      const QString& headFile,
                                      const std::function<void(qint64)>& progress = {});

// The quick check of a start: whether the log still holds the event that the head file knows. Nothing to say
// about a log without events. What it finds belongs into an event before the head file is
// written again.
[[nodiscard]] std::optional<AuditFinding>
checkEventHead(storage::Connection& connection, const security::KeyRing& keys, const QString& headFile);

} // namespace holdfast::authentication
