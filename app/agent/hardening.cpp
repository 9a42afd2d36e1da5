// SPDX-License-Identifier: Apache-2.0
#include "app/agent/hardening.h"

#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>

namespace holdfast::agent_program {

void keepMemoryToOurselves()
{
    (void)prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    const rlimit none = {0, 0};
    (void)setrlimit(RLIMIT_CORE, &none);
    // Only without a bound: below one, memory that is asked for later would be refused. ONFAULT: what is
    // never touched, such as most of a thread's stack, is not brought in.
    rlimit locked = {RLIM_INFINITY, RLIM_INFINITY};
    (void)setrlimit(RLIMIT_MEMLOCK, &locked);
    if (getrlimit(RLIMIT_MEMLOCK, &locked) == 0 && locked.rlim_cur == RLIM_INFINITY) {
        (void)mlockall(MCL_CURRENT | MCL_FUTURE | MCL_ONFAULT);
    }
}

} // namespace holdfast::agent_program
