// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/error.h"
#include "services/contract/secret.h"

#include <QByteArray>
#include <QJsonObject>

// RADIUS attributes (RFC 2865) in the JSON of FreeRADIUS's rlm_rest:
// {"User-Name": {"type": "string", "value": ["ada"]}, ...}; octets are text such as "0x0a1b".
namespace holdfast::authentication::radius {

// An Access-Request, as far as it matters here.
struct AccessRequest
{
    QString userName;
    contract::Secret password; // User-Password, decrypted by FreeRADIUS; may be empty: "ask me"
    QByteArray state; // of the Access-Challenge that is answered; empty: a new attempt
    QString nasAddress; // the gateway's; empty: not told, or no address
};
// Attributes that are not known are ignored. Errors: invalid_request.
[[nodiscard]] contract::Result<AccessRequest> accessRequestOf(const QJsonObject& attributes);

// The attributes of an Access-Challenge. `message` is cut into pieces of at most 253 bytes, the longest that
// an attribute holds. Nothing in it is expanded by FreeRADIUS.
[[nodiscard]] QJsonObject challengeAttributes(const QByteArray& state, const QString& message);

inline constexpr qsizetype longestValue = 253; // bytes of an attribute

} // namespace holdfast::authentication::radius
