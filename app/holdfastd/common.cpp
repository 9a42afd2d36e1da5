// SPDX-License-Identifier: Apache-2.0
#include "app/holdfastd/verbs.h"

#include <cstdio>

namespace holdfast::daemon {

Flag dataDirectoryFlag()
{
    return {"data-dir", "DIRECTORY", "Where the service keeps its data."};
}

Flag keyDirectoryFlag()
{
    return {"key-dir", "DIRECTORY", "Where the keys are, if not where the data directory says."};
}

Flag configFlag()
{
    return {"config", "FILE", "INI file with these flags as keys; the command line wins."};
}

int complain(const contract::Error& error)
{
    std::fprintf(stderr, "holdfastd: %s [%s]\n", error.detail.toUtf8().constData(),
                 error.code.toUtf8().constData());
    if (!error.internal.isEmpty()) {
        std::fprintf(stderr, "  (%s)\n", error.internal.toUtf8().constData());
    }
    return error.code == QLatin1String("usage") ? 2 : 1;
}

} // namespace holdfast::daemon
