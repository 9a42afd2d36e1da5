// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/error.h"

namespace holdfast::daemon {

struct ListenAddress
{
    QString address; // numeric, without brackets
    quint16 port = 0;
};

// "127.0.0.1:8443" or "[::1]:8443". Error: address_invalid.
[[nodiscard]] contract::Result<ListenAddress> parseListenAddress(const QString& text);

} // namespace holdfast::daemon
