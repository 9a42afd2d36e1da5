// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QStringList>

namespace holdfast::contract {

// A text as a cell (RFC 4180), in UTF-8. What a spreadsheet would run as a formula gets a blank in front:
// texts that begin with = + - @, a control character such as TAB or CR, or the full-width forms of these
// signs. Numbers are no texts: write them as they are.
[[nodiscard]] QByteArray csvText(const QString& text);
// A line of finished cells, with its end (CRLF).
[[nodiscard]] QByteArray csvLine(const QList<QByteArray>& cells);

} // namespace holdfast::contract
