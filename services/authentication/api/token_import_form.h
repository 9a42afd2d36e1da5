// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/token_import.h"
#include "services/http/message.h"
#include "services/otp/token_file.h"

#include <QJsonObject>

namespace holdfast::authentication {

// What POST /token-imports asks for.
struct TokenImportRequest
{
    QByteArrayView file; // into the request's body
    QString fileName; // fit to be shown; may be empty
    contract::ImportFormat format {};
    contract::DuplicateRule duplicates = contract::DuplicateRule::Ignore;
    otp::TokenFileKeys keys;
    bool dryRun = false;
    bool async = false;
    QString domain; // path; empty: not said
};

// Reads the form. Errors: malformed_form; invalid_request with a fault for each field.
[[nodiscard]] contract::Result<TokenImportRequest> readTokenImportForm(const http::Request& request);

// The form's JSON schema, for the OpenAPI document.
[[nodiscard]] QJsonObject tokenImportFormSchema();

} // namespace holdfast::authentication
