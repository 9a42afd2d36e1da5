// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/holdfastd/options.h"
#include "services/http/server.h"

namespace holdfast::daemon {

// What `serve` listens with, and `check` looks at.
[[nodiscard]] QList<Flag> serverFlags();
// Errors: usage, address_invalid, certificate_invalid.
[[nodiscard]] contract::Result<http::ServerOptions> serverOptions(const Options& options);
// Whether a server can start with them, on a free port instead of theirs. Errors: those of
// http::Server::start.
[[nodiscard]] contract::Result<void> tryServer(http::ServerOptions options);

} // namespace holdfast::daemon
