// SPDX-License-Identifier: Apache-2.0
#include "services/otp/csv_table.h"

#include "services/otp/text_file.h"

#include <algorithm>
#include <array>

namespace holdfast::otp {

using namespace Qt::StringLiterals;

CsvTable::CsvTable(QStringView text)
    : m_text(text)
{
    const QStringView first =
        text.trimmed().first(std::min(std::max<qsizetype>(text.trimmed().indexOf(u'\n'), 0), maxLineLength));
    constexpr std::array candidates {u',', u';', u'\t'};
    m_separator = *std::max_element(candidates.begin(), candidates.end(),
                                    [&](char16_t a, char16_t b) { return first.count(a) < first.count(b); });
}

std::optional<ImportFault> CsvTable::readQuoted(QString& field)
{
    for (++m_at; m_at < m_text.size(); ++m_at) {
        const QChar c = m_text[m_at];
        if (c == u'"') {
            if (m_at + 1 < m_text.size() && m_text[m_at + 1] == u'"') {
                ++m_at;
            } else {
                ++m_at;
                return std::nullopt;
            }
        } else if (c == u'\n') {
            ++m_line;
        }
        field += c;
        if (m_at - m_rowStart > maxLineLength) {
            break;
        }
    }
    return ImportFault {u"quote_open"_s, u"A quote that begins in line %1 never ends."_s.arg(m_begin),
                        u"Close it, or write a quote inside a field twice."_s};
}

CsvTable::Read CsvTable::readField(QString& field, std::optional<ImportFault>& fault)
{
    while (m_at < m_text.size() && m_text[m_at] == u' ') {
        ++m_at;
    }
    const bool quoted = m_at < m_text.size() && m_text[m_at] == u'"';
    if (quoted && (fault = readQuoted(field))) {
        return Read::Fault;
    }
    for (; m_at < m_text.size(); ++m_at) {
        const QChar c = m_text[m_at];
        if (c == m_separator) {
            ++m_at;
            return Read::Field;
        }
        if (c == u'\n') {
            ++m_at;
            ++m_line;
            return Read::Row;
        }
        if (quoted && !c.isSpace()) {
            fault = ImportFault {u"quote_misplaced"_s,
                                 u"In line %1 something follows a closing quote."_s.arg(m_line),
                                 u"Write a quote inside a field twice."_s};
            return Read::Fault;
        }
        if (m_at - m_rowStart > maxLineLength) {
            fault = ImportFault {u"line_too_long"_s,
                                 u"Line %1 has more than %2 characters."_s.arg(m_line).arg(maxLineLength),
                                 u"Check that each token has a line of its own."_s};
            return Read::Fault;
        }
        if (!quoted) {
            field += c;
        }
    }
    return Read::Row;
}

tl::expected<std::optional<QStringList>, ImportFault> CsvTable::next()
{
    while (m_at < m_text.size()) {
        m_begin = m_line;
        m_rowStart = m_at;
        QStringList row;
        Read read = Read::Field;
        while (read == Read::Field) {
            QString field;
            std::optional<ImportFault> fault;
            read = readField(field, fault);
            if (read == Read::Field && row.size() == maxColumns) {
                fault = ImportFault {u"too_many_columns"_s,
                                     u"Line %1 has more than %2 columns."_s.arg(m_begin).arg(maxColumns),
                                     u"Leave out the columns that tell nothing about tokens."_s};
                read = Read::Fault;
            }
            if (read == Read::Fault) {
                m_at = m_text.size();
                return tl::make_unexpected(std::move(*fault));
            }
            row << field.trimmed();
        }
        const bool empty = std::all_of(row.begin(), row.end(), [](const QString& f) { return f.isEmpty(); });
        if (!empty) {
            return std::optional(std::move(row));
        }
    }
    return std::optional<QStringList>();
}

} // namespace holdfast::otp
