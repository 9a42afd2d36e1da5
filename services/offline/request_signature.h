// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/timestamp.h"
#include "services/offline/keys.h"

// How an agent's requests are signed; see services/contract/agent.h.
namespace holdfast::offline {

struct RequestSignature
{
    qint64 workstationId = 0;
    contract::Timestamp time {};
    QByteArray nonce; // 16 to 64 characters of Base64url
    QByteArray signature; // 64 bytes
};

// What is signed. `target` is path and query as sent.
[[nodiscard]] QByteArray signedText(QByteArrayView method, QByteArrayView target, contract::Timestamp time,
                                    QByteArrayView nonce, QByteArrayView body);
// The value of the header Authorization.
[[nodiscard]] QByteArray authorizationOf(qint64 workstationId, const contract::Secret& privateKey,
                                         QByteArrayView method, QByteArrayView target,
                                         contract::Timestamp time, QByteArrayView body);
// Error: signature_malformed. Bounded; nothing is checked but the form.
[[nodiscard]] contract::Result<RequestSignature> readAuthorization(QByteArrayView header);

} // namespace holdfast::offline
