// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/report_writer.h"

#include "services/contract/csv.h"

#include <QJsonDocument>

namespace holdfast::authentication {

using Format = contract::ReportFormat;

using contract::Result;

namespace {

constexpr auto style = "body{font:14px/1.4 sans-serif;margin:2em;color:#1c1c1e;background:#fff}"
                       "h1{font-size:20px;margin:0}p{margin:4px 0 16px;color:#5c5c60}"
                       "table{border-collapse:collapse}th,td{text-align:left;padding:4px 12px 4px 0;"
                       "border-bottom:1px solid #d8d8dc;vertical-align:top}td.n{text-align:right}";

QByteArray csvCell(const QJsonValue& value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool() ? "true" : "false";
    case QJsonValue::Double:
        return QByteArray::number(value.toInteger());
    default:
        return contract::csvText(value.toString());
    }
}

QByteArray htmlCell(const QJsonValue& value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool() ? "<td>yes</td>" : "<td>no</td>";
    case QJsonValue::Double:
        return "<td class=\"n\">" + QByteArray::number(value.toInteger()) + "</td>";
    default:
        return "<td>" + value.toString().toHtmlEscaped().toUtf8() + "</td>";
    }
}

contract::Unexpected columnFault(const char* code, const QString& message)
{
    return contract::invalidField(QStringLiteral("columns"), QString::fromLatin1(code), message);
}

} // namespace

Result<ReportWriter> ReportWriter::forCall(const Call& call, const contract::ReportTemplate& report)
{
    ReportWriter writer;
    const QString format = call.text("format").value_or(QStringLiteral("csv"));
    writer.m_format = format == QLatin1String("html") ? Format::Html
        : format == QLatin1String("jsonl")            ? Format::JsonLines
                                                      : Format::Csv;
    writer.m_title = report.title;
    writer.m_made = contract::toRfc3339(call.now());
    const auto asked = call.text("columns");
    writer.m_names = asked ? asked->split(QLatin1Char(',')) : report.columns;
    for (const QString& name : std::as_const(writer.m_names)) {
        const qsizetype index = report.columns.indexOf(name);
        if (index < 0) {
            return columnFault("not_one_of",
                               QStringLiteral("The report %1 has the columns: %2.")
                                   .arg(report.id, report.columns.join(QStringLiteral(", "))));
        }
        if (writer.m_columns.contains(index)) {
            return columnFault("given_twice", QStringLiteral("The column %1 is named twice.").arg(name));
        }
        writer.m_columns << index;
    }
    return writer;
}

QByteArray ReportWriter::begin() const
{
    if (m_format == Format::Html) {
        const QByteArray title = m_title.toHtmlEscaped().toUtf8();
        QByteArray text = "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + title
            + "</title><style>" + style + "</style></head><body>\n<h1>" + title + "</h1><p>"
            + m_made.toLatin1() + "</p>\n<table><thead><tr>";
        for (const QString& name : m_names) {
            text += "<th scope=\"col\">" + name.toUtf8() + "</th>";
        }
        return text + "</tr></thead><tbody>\n";
    }
    if (m_format == Format::JsonLines) {
        return {};
    }
    QList<QByteArray> cells;
    for (const QString& name : m_names) {
        cells << contract::csvText(name);
    }
    return contract::csvLine(cells);
}

QByteArray ReportWriter::row(const ReportRow& row) const
{
    if (m_format == Format::JsonLines) {
        QJsonObject object;
        for (qsizetype i = 0; i < m_columns.size(); ++i) {
            object.insert(m_names.at(i), row.at(m_columns.at(i)));
        }
        return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
    }
    QList<QByteArray> cells;
    for (const qsizetype column : m_columns) {
        cells << (m_format == Format::Csv ? csvCell(row.at(column)) : htmlCell(row.at(column)));
    }
    return m_format == Format::Csv ? contract::csvLine(cells) : "<tr>" + cells.join() + "</tr>\n";
}

QByteArray ReportWriter::end() const
{
    return m_format == Format::Html ? QByteArray("</tbody></table>\n</body></html>\n") : QByteArray();
}

QByteArray contentTypeOf(Format format)
{
    switch (format) {
    case Format::JsonLines:
        return "application/jsonl";
    case Format::Html:
        return "text/html; charset=utf-8";
    case Format::Csv:
        break;
    }
    return "text/csv; charset=utf-8; header=present";
}

QByteArray ReportWriter::suffix() const
{
    return m_format == Format::Html ? "html" : m_format == Format::JsonLines ? "jsonl" : "csv";
}

} // namespace holdfast::authentication
