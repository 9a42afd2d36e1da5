// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/holdfastd/options.h"

namespace holdfast::daemon {

// What `holdfastd NAME` does. `run` returns the exit code: 0 done, 1 refused or failed (said in one line on
// standard error), 2 wrong usage.
struct Verb
{
    QString name; // may be two words, such as "audit verify"
    QString summary;
    QList<Flag> flags;
    int (*run)(const Options&);
};

[[nodiscard]] Verb initVerb();
[[nodiscard]] Verb serveVerb();
[[nodiscard]] Verb checkVerb();
[[nodiscard]] Verb auditVerifyVerb();
[[nodiscard]] Verb backupVerb();
[[nodiscard]] Verb restoreVerb();
[[nodiscard]] Verb keyRotateVerb();
[[nodiscard]] Verb keyListVerb();
[[nodiscard]] Verb supportBundleVerb();
[[nodiscard]] Verb demonstrateVerb();

// The flags that several verbs share.
[[nodiscard]] Flag dataDirectoryFlag();
[[nodiscard]] Flag keyDirectoryFlag();
[[nodiscard]] Flag configFlag();

// One line on standard error: "holdfastd: sentence [code]". Returns 1, or 2 for wrong usage.
int complain(const contract::Error& error);

} // namespace holdfast::daemon
