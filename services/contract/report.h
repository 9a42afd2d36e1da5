// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/fields.h"

namespace holdfast::contract {

// A line of GET /reports: what GET /reports/{id} streams.
struct ReportTemplate
{
    QString id;
    QString title;
    QString description;
    QStringList parameters;
    QStringList columns;

    static constexpr auto typeName = "ReportTemplate";
    static constexpr auto fields()
    {
        return fieldList(
            field("id", &ReportTemplate::id, "Stable name, such as all-users."),
            field("title", &ReportTemplate::title, "Name shown to people, in English."),
            field("description", &ReportTemplate::description, "What is in it, in English."),
            field("parameters", &ReportTemplate::parameters, "Query parameters that restrict it."),
            field("columns", &ReportTemplate::columns, "In the order in which CSV has them."));
    }
};

} // namespace holdfast::contract
