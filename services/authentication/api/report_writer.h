// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/report.h"
#include "services/contract/saved_report.h"

namespace holdfast::authentication {

// Of a report's file.
[[nodiscard]] QByteArray contentTypeOf(contract::ReportFormat format);

// A report as text: CSV (RFC 4180), JSON lines or an HTML page, with the columns that were asked for. Row by
// row, so that no report is in memory as a whole.
class ReportWriter
{
public:
    // By the parameters `format` and `columns` (names with commas between them; all by default). Error: field
    // columns.
    static contract::Result<ReportWriter> forCall(const Call& call, const contract::ReportTemplate& report);

    [[nodiscard]] QByteArray begin() const;
    [[nodiscard]] QByteArray row(const ReportRow& row) const; // with every column of the template
    [[nodiscard]] QByteArray end() const;

    [[nodiscard]] QByteArray contentType() const { return contentTypeOf(m_format); }
    [[nodiscard]] QByteArray suffix() const; // of a file's name

private:
    ReportWriter() = default;

    contract::ReportFormat m_format {};
    QString m_title;
    QString m_made; // when
    QList<qsizetype> m_columns; // of the template
    QStringList m_names;
};

} // namespace holdfast::authentication
