// SPDX-License-Identifier: Apache-2.0
#include "app/sdtid-reader/sandbox.h"

#include <array>
#include <cerrno>
#include <cstdint>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <vector>

namespace holdfast::sdtid_reader {

namespace {

#if defined(__x86_64__)
constexpr uint32_t thisArchitecture = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr uint32_t thisArchitecture = AUDIT_ARCH_AARCH64;
#else
#error "name this architecture for the filter of system calls"
#endif

// What allocating, reading, writing and ending need. Anything else answers EPERM, as on a machine that has it
// switched off: nothing of ours depends on it, and a library that tries gets an error instead of the file.
constexpr std::array allowedCalls
{
    SYS_read, SYS_write, SYS_close, SYS_lseek, SYS_mmap, SYS_munmap, SYS_mremap, SYS_mprotect, SYS_madvise,
        SYS_brk, SYS_futex, SYS_getrandom, SYS_clock_gettime, SYS_gettimeofday, SYS_rt_sigreturn,
        SYS_rt_sigprocmask, SYS_getpid, SYS_gettid, SYS_tgkill, SYS_exit, SYS_exit_group, SYS_newfstatat,
#if defined(SYS_fstat)
        SYS_fstat,
#endif
};

// A sanitizer's shadow is address space beyond any limit, and its search for leaks needs forbidden calls.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool limitsMemory = false;
#else
constexpr bool limitsMemory = true;
#endif

bool limit(int resource, rlim_t value)
{
    const rlimit both {value, value};
    return setrlimit(static_cast<__rlimit_resource>(resource), &both) == 0;
}

bool filterSystemCalls()
{
    const auto statement = [](uint16_t code, uint32_t value) {
        return sock_filter {code, 0, 0, value};
    };
    const auto unlessEqual = [](uint32_t value, uint8_t skip) {
        return sock_filter {BPF_JMP | BPF_JEQ | BPF_K, 0, skip, value};
    };
    std::vector<sock_filter> program {
        statement(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, arch)),
        {BPF_JMP | BPF_JEQ | BPF_K, 1, 0, thisArchitecture},
        statement(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
        statement(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
    };
    for (const auto call : allowedCalls) {
        program.push_back(unlessEqual(static_cast<uint32_t>(call), 1));
        program.push_back(statement(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
    }
    program.push_back(statement(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM));
    const sock_fprog filter {static_cast<unsigned short>(program.size()), program.data()};
    return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) == 0;
}

} // namespace

bool enterSandbox(size_t maxMemoryBytes, unsigned maxCpuSeconds)
{
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0
        && limit(RLIMIT_CORE, 0) && limit(RLIMIT_CPU, maxCpuSeconds)
        && (!limitsMemory || limit(RLIMIT_AS, maxMemoryBytes)) && limit(RLIMIT_NOFILE, 3)
        && limit(RLIMIT_FSIZE, 0) && filterSystemCalls();
}

} // namespace holdfast::sdtid_reader

#if defined(__SANITIZE_ADDRESS__)
extern "C" const char* __asan_default_options()
{
    return "detect_leaks=0";
}
#endif
