// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/fields.h"

namespace holdfast::contract {

// One field at fault.
struct ProblemField
{
    QString path;
    QString code;
    QString message;

    static constexpr auto typeName = "ProblemField";
    static constexpr auto fields()
    {
        return fieldList(field("path", &ProblemField::path, "JSON path."),
                         field("code", &ProblemField::code, "Stable code."),
                         field("message", &ProblemField::message, "What is wrong, in English."));
    }
};

// RFC 9457, with a stable code.
struct Problem
{
    QString type;
    QString title;
    int status {};
    QString code;
    QString detail;
    QString requestId;
    std::vector<ProblemField> faults;

    static constexpr auto typeName = "Problem";
    static constexpr auto fields()
    {
        return fieldList(field("type", &Problem::type, "about:blank.").orDefault(),
                         field("title", &Problem::title, "The status in words.").orDefault(),
                         field("status", &Problem::status, "HTTP status."),
                         field("code", &Problem::code, "Stable code for programs."),
                         field("detail", &Problem::detail, "A sentence that helps.").orDefault(),
                         field("requestId", &Problem::requestId, "As in the service's log.").orDefault(),
                         field("fields", &Problem::faults, "Fields at fault.").orDefault());
    }
};

} // namespace holdfast::contract
