// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/error.h"

#include <QByteArray>

#include <vector>

namespace holdfast::authentication {

// A part of a form. Its content is a view into the body it was read from.
struct FormPart
{
    QString name;
    QString fileName; // empty where there is none
    QByteArrayView content;
};

struct FormLimits
{
    size_t parts = 16;
    qsizetype header = 4 * 1024; // bytes, of one part
};

// Reads multipart/form-data (RFC 7578 over RFC 2046), strictly: CRLF line ends, a name for every part, no
// nesting, nothing left over. `contentType` is the header's value; `body` outlives the result. Error:
// InvalidRequest `malformed_form`, with a sentence that says where it breaks.
[[nodiscard]] contract::Result<std::vector<FormPart>>
parseForm(QByteArrayView contentType, QByteArrayView body, const FormLimits& limits = {});

} // namespace holdfast::authentication
