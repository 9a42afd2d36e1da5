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
    int crowd = 0; // people, each with a token, who are there besides
    QString service; // path of holdfastd
    QString mode; // pinless, totp, pin, flood or all
};

// services/http alone: its ceiling.
int benchHttp(const Arguments& arguments);
// The whole: a service of its own with a fresh data directory, filled over its own API.
int benchAuthentication(const Arguments& arguments);
// Pages and searches of a crowd (a million by default), one after the other.
int benchLists(const Arguments& arguments);
// services/offline alone: making a set, verifying with it, and what a guess costs.
int benchOffline();
// Sets in a database: void after an edit, counted, listed, and what a logon's step costs besides.
int benchOfflineSets();

} // namespace holdfast::bench
