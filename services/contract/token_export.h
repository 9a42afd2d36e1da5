// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/fields.h"

namespace holdfast::contract {

// POST /token-exports.
struct TokenExport
{
    Secret passphrase;
    QString domain;
    QStringList serials;
    QString reason;

    static constexpr auto typeName = "TokenExport";
    static constexpr auto fields()
    {
        return fieldList(
            field("passphrase", &TokenExport::passphrase, "Encrypts the file.").length(12, 1024),
            field("domain", &TokenExport::domain,
                  "Path of a security domain: tokens of it and below. Absent: of the caller's whole scope.")
                .length(0, 1024)
                .orDefault(),
            field("serials", &TokenExport::serials, "Only these tokens. Absent: all.")
                .length(0, 10000)
                .orDefault(),
            field("reason", &TokenExport::reason, "Why, for the event.").length(1, 1000));
    }
};

} // namespace holdfast::contract
