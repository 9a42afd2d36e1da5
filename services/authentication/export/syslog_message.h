// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/event.h"

// Events as RFC 5424 messages.
namespace holdfast::authentication::syslog {

struct Origin
{
    QByteArray host; // of this machine
    qint64 processId = 0;
};

// Header, structured data with the event's columns by name, and its sentence in UTF-8 behind a byte order
// mark. Severity: informational, a failure a warning. Facility: authentication log 10, administration 13,
// system 3. Control characters become spaces. Never longer than `mostBytes`: the sentence is cut, then
// columns are left out.
[[nodiscard]] QByteArray messageOf(const contract::Event& event, const Origin& origin, qsizetype mostBytes);

// Events first to last could not be sent, for they are not there any more or were too many.
[[nodiscard]] QByteArray gapMessage(qint64 first, qint64 last, contract::Timestamp at, const Origin& origin);
// The end of the event chain, as event_anchors.h writes it.
[[nodiscard]] QByteArray anchorMessage(const QByteArray& line, contract::Timestamp at, const Origin& origin);

} // namespace holdfast::authentication::syslog
