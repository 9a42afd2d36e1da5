// SPDX-License-Identifier: Apache-2.0
#include "app/pam/become_agent.h"

#include <csignal>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace holdfast::pam {

namespace {

constexpr int cannotStart = 127;

struct Bound
{
    decltype(RLIMIT_CORE) resource;
    rlim_t value;
};
// Whoever starts su or sudo chose what those limits were: one that lets no file be written would keep
// failures from being counted.
constexpr Bound bounds[] = {
    {RLIMIT_FSIZE, 256UL * 1024 * 1024}, // many times the agent's state
    {RLIMIT_AS, RLIM_INFINITY}, // reserved is not used
    {RLIMIT_DATA, RLIM_INFINITY},
    {RLIMIT_STACK, 8UL * 1024 * 1024},
    {RLIMIT_CPU, 300}, // seconds: an agent in a loop ends by itself
    {RLIMIT_NOFILE, 1024},
    {RLIMIT_NPROC, 4096},
    {RLIMIT_CORE, 0},
};

void setLimits()
{
    for (const Bound& bound : bounds) {
        rlimit limit = {bound.value, bound.value};
        // Root raises what it wants; anybody else gets as near as they may.
        if (setrlimit(bound.resource, &limit) != 0 && getrlimit(bound.resource, &limit) == 0) {
            limit.rlim_cur = bound.value < limit.rlim_max ? bound.value : limit.rlim_max;
            (void)setrlimit(bound.resource, &limit);
        }
    }
}

void restoreSignals()
{
    struct sigaction byDefault = {};
    byDefault.sa_handler = SIG_DFL;
    for (int number = 1; number < NSIG; ++number) {
        (void)sigaction(number, &byDefault, nullptr);
    }
    sigset_t none;
    sigemptyset(&none);
    (void)sigprocmask(SIG_SETMASK, &none, nullptr);
}

bool hasRootsGroupsAlone()
{
    gid_t groups[2] = {};
    const int count = getgroups(2, groups); // of more there is an error
    return count == 0 || (count == 1 && groups[0] == 0);
}

// In a user namespace that root's numbers alone were brought into, nobody may change groups; those that are
// not brought in stand for nothing there.
bool mayKeepGroups()
{
    char said[8] = {};
    const int file = open("/proc/self/setgroups", O_RDONLY | O_CLOEXEC);
    const ssize_t length = file < 0 ? -1 : read(file, said, sizeof said - 1);
    if (file >= 0) {
        close(file);
    }
    return (length >= 4 && said[0] == 'd' && said[1] == 'e' && said[2] == 'n' && said[3] == 'y')
        || hasRootsGroupsAlone();
}

// su and sudo are root by their file alone; the agent's state wants all of root. The C library's calls would
// tell threads of it that are not in this process.
bool isRootAltogether()
{
#ifdef SYS_setresuid32
    constexpr long groups = SYS_setgroups32;
    constexpr long group = SYS_setresgid32;
    constexpr long user = SYS_setresuid32;
#else
    constexpr long groups = SYS_setgroups;
    constexpr long group = SYS_setresgid;
    constexpr long user = SYS_setresuid;
#endif
    return geteuid() != 0
        || ((syscall(groups, 0L, nullptr) == 0 || mayKeepGroups()) && syscall(group, 0L, 0L, 0L) == 0
            && syscall(user, 0L, 0L, 0L) == 0);
}

} // namespace

void becomeAgent(const ModuleOptions& options, int socket, int nothing)
{
    restoreSignals();
    if (!isRootAltogether()) {
        _exit(cannotStart);
    }
    setLimits();
    if (dup2(socket, STDIN_FILENO) < 0 || dup2(socket, STDOUT_FILENO) < 0 || dup2(nothing, STDERR_FILENO) < 0
        || close_range(STDERR_FILENO + 1, ~0U, 0) != 0 || chdir("/") != 0) {
        _exit(cannotStart);
    }
    umask(077);
    setsid();
    static char path[] = "PATH=/usr/sbin:/usr/bin:/sbin:/bin";
    static char language[] = "LC_ALL=C.UTF-8";
    char* const environment[] = {path, language, nullptr};
    static char program[] = "holdfast-agent";
    static char verb[] = "pam";
    static char flag[] = "--state-dir";
    char* words[] = {program, verb, nullptr, nullptr, nullptr};
    if (options.stateDirectory != nullptr) {
        words[2] = flag;
        words[3] = const_cast<char*>(options.stateDirectory);
    }
    execve(options.agent, words, environment);
    _exit(cannotStart);
}

} // namespace holdfast::pam
