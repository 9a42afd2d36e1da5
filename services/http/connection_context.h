// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/http/body_budget.h"
#include "services/http/connection_limiter.h"
#include "services/http/host_policy.h"
#include "services/http/server.h"
#include "services/http/worker_pool.h"

namespace holdfast::http {

// What all connections of a server share. Kept alive by each of them.
struct ConnectionContext
{
    ServerOptions options;
    const Router& router;
    HostPolicy hosts;
    WorkerPool& workers;
    ConnectionLimiter limiter;
    BodyBudget largeBodies;
};

} // namespace holdfast::http
