// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace holdfast::bench {

struct Arguments
{
    int connections = 32;
    int seconds = 10;
    int ioThreads = 2;
    int tokens = 10'000;
    int tokensWithPin = 300;
    QString service; // path of holdfastd
    QString mode; // pinless, totp, pin, flood or all
};

// services/http alone: its ceiling.
int benchHttp(const Arguments& arguments);
// The whole: a service of its own with a fresh data directory, filled over its own API.
int benchAuthentication(const Arguments& arguments);

} // namespace holdfast::bench
