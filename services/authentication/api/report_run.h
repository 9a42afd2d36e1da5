// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/api/report.h"
#include "services/authentication/api/report_writer.h"

#include <memory>

namespace holdfast::authentication {

// In the order in which they are listed.
[[nodiscard]] const std::vector<ReportKind>& reportKinds();
// Null when there is none.
[[nodiscard]] const ReportKind* reportKind(const QString& id);

// What restricts and shapes a report. As a route and as the parameters of a saved one they are the same.
[[nodiscard]] std::vector<QueryParameter> reportParameters();

// One report under way, row by row, so that none is in memory as a whole.
class ReportRun
{
public:
    // Errors: report_unknown, parameters that the report does not take or that are wrong, columns, and those
    // of ReportKind::begin.
    static contract::Result<ReportRun> prepare(const std::shared_ptr<Call>& call, const QString& report);

    // The next piece of the text; nothing at the end.
    [[nodiscard]] std::optional<QByteArray> next();
    [[nodiscard]] qint64 rows() const { return m_rows; } // written so far
    [[nodiscard]] const ReportKind& kind() const { return *m_kind; }
    [[nodiscard]] const ReportWriter& writer() const { return m_writer; }

private:
    ReportRun(std::shared_ptr<Call> call, const ReportKind& kind, ReportWriter writer, ReportSource source);

    std::shared_ptr<Call> m_call; // outlives the source
    const ReportKind* m_kind;
    ReportWriter m_writer;
    ReportSource m_source;
    qint64 m_limit; // rows; 0: all
    qint64 m_rows = 0;
    bool m_begun = false;
    bool m_ended = false;
};

} // namespace holdfast::authentication
