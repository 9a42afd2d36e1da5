// SPDX-License-Identifier: Apache-2.0
#include "services/contract/csv.h"

namespace holdfast::contract {

namespace {

// Spreadsheets in some languages take the full-width signs for the plain ones.
bool beginsFormula(const QString& text)
{
    if (text.isEmpty()) {
        return false;
    }
    const QChar first = text.front();
    return first < QLatin1Char(' ') || QStringView(u"=+-@\uFF1D\uFF0B\uFF0D\uFF20").contains(first);
}

} // namespace

QByteArray csvText(const QString& text)
{
    const QString shown = beginsFormula(text) ? QLatin1Char(' ') + text : text;
    QByteArray cell = shown.toUtf8();
    const bool quoted = std::any_of(cell.begin(), cell.end(), [](char c) {
        return c == ',' || c == ';' || c == '"' || c == '\r' || c == '\n' || c == '\t';
    });
    if (!quoted && shown == shown.trimmed()) {
        return cell;
    }
    cell.replace("\"", "\"\"");
    return '"' + cell + '"';
}

QByteArray csvLine(const QList<QByteArray>& cells)
{
    return cells.join(',') + "\r\n";
}

} // namespace holdfast::contract
