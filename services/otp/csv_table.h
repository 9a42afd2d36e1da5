// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/otp/parsed_token.h"

#include <QStringList>

namespace holdfast::otp {

// A table as text (RFC 4180): fields between separators, in double quotes where they hold a separator, a
// quote (doubled) or a line break.
class CsvTable
{
public:
    static constexpr qsizetype maxColumns = 100;

    // The separator is the one of , ; and tab that stands in the first line most often.
    explicit CsvTable(QStringView text);

    // The next row that is not empty, its fields without the white space around them; nothing at the end.
    // Faults: quote_open, quote_misplaced, line_too_long, too_many_columns: nothing can be read after them.
    [[nodiscard]] tl::expected<std::optional<QStringList>, ImportFault> next();
    [[nodiscard]] int line() const { return m_begin; } // where the row of next() began, from 1

private:
    enum class Read
    {
        Field,
        Row,
        Fault
    };
    [[nodiscard]] Read readField(QString& field, std::optional<ImportFault>& fault);
    [[nodiscard]] std::optional<ImportFault> readQuoted(QString& field);

    QStringView m_text;
    qsizetype m_at = 0;
    QChar m_separator;
    int m_line = 1;
    int m_begin = 0;
    qsizetype m_rowStart = 0;
};

} // namespace holdfast::otp
