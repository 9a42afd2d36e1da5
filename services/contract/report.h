// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/fields.h"

#include <QStringList>

namespace holdfast::contract {

// What a report is about.
enum class ReportSubject
{
    People,
    Tokens,
    EmergencyCodes,
    Administration,
    Activity
};
template <>
struct EnumNames<ReportSubject>
{
    static constexpr std::array names {
        std::pair {ReportSubject::People, "people"},
        std::pair {ReportSubject::Tokens, "tokens"},
        std::pair {ReportSubject::EmergencyCodes, "emergencyCodes"},
        std::pair {ReportSubject::Administration, "administration"},
        std::pair {ReportSubject::Activity, "activity"},
    };
};

// A line of GET /reports: what GET /reports/{id} streams.
struct ReportTemplate
{
    QString id;
    QString title;
    QString description;
    QStringList parameters;
    QStringList columns;
    ReportSubject subject = ReportSubject::People;

    static constexpr auto typeName = "ReportTemplate";
    static constexpr auto fields()
    {
        return fieldList(
            field("id", &ReportTemplate::id, "Stable name, such as all-users."),
            field("title", &ReportTemplate::title, "Name shown to people, in English."),
            field("description", &ReportTemplate::description, "What is in it, in English."),
            field("parameters", &ReportTemplate::parameters, "Query parameters that restrict it."),
            field("columns", &ReportTemplate::columns, "In the order in which CSV has them."),
            field("subject", &ReportTemplate::subject, "What it is about.").orDefault());
    }
};

} // namespace holdfast::contract
