// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/token.h"

namespace holdfast::contract {

// POST /users/{id}/enrol: a new token for the person's own app.
struct TokenEnrol
{
    TokenKind kind = TokenKind::Totp;
    HashAlgorithm algorithm = HashAlgorithm::Sha1;
    int digits = 6;
    int intervalSeconds = 30;
    bool requirePin = true;
    QString notes;

    static constexpr auto typeName = "TokenEnrol";
    static constexpr auto fields()
    {
        return fieldList(
            field("kind", &TokenEnrol::kind, "totp or hotp.").orDefault(),
            field("algorithm", &TokenEnrol::algorithm, "HMAC hash; many apps know sha1 only.").orDefault(),
            field("digits", &TokenEnrol::digits, "Length of a tokencode.").range(6, 8).orDefault(),
            field("intervalSeconds", &TokenEnrol::intervalSeconds, "Of totp; many apps know 30 only.")
                .range(10, 300)
                .orDefault(),
            field("requirePin", &TokenEnrol::requirePin,
                  "False: PIN-less. True: the first logon asks for a new PIN.")
                .orDefault(),
            field("notes", &TokenEnrol::notes, "Free text.").length(0, 4000).orDefault());
    }
};

// What the app reads, shown this once. The token is disabled until a code of it is confirmed.
struct TokenEnrolment
{
    Token token {};
    Secret otpauthUri;

    static constexpr auto typeName = "TokenEnrolment";
    static constexpr auto fields()
    {
        return fieldList(
            field("token", &TokenEnrolment::token, "The new token."),
            field("otpauthUri", &TokenEnrolment::otpauthUri, "For a QR code; holds the secret."));
    }
};

// POST /tokens/{serial}/confirm.
struct TokenConfirm
{
    Secret code;

    static constexpr auto typeName = "TokenConfirm";
    static constexpr auto fields()
    {
        return fieldList(
            field("code", &TokenConfirm::code, "The code that the app shows now.").length(4, 16));
    }
};

} // namespace holdfast::contract
