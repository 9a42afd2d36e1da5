// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/error.h"

#include <QNetworkReply>

namespace holdfast::client {

// A failure below HTTP, of kind Unavailable. Codes: connection_refused, timed_out, host_not_found,
// certificate_refused, connection_lost, out_of_reach.
[[nodiscard]] contract::Error networkError(const QNetworkReply& reply);

} // namespace holdfast::client
