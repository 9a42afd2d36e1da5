// SPDX-License-Identifier: Apache-2.0
#include "app/pam/agent_process.h"

#include "app/pam/become_agent.h"

#include <cerrno>
#include <csignal>
#include <ctime>
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace holdfast::pam {

namespace {

constexpr int graceMilliseconds = 500; // from its last word to its end
constexpr int killMilliseconds = 2000; // and from SIGKILL, which a device may hold up

long long monotonicMilliseconds()
{
    timespec now {};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000LL + now.tv_nsec / 1000000;
}

// Readable before the time is over: true.
bool waitFor(int file, long long until)
{
    while (true) {
        pollfd waiting = {file, POLLIN, 0};
        const long long left = until - monotonicMilliseconds();
        const int ready = left > 0 ? poll(&waiting, 1, static_cast<int>(left)) : 0;
        if (ready >= 0 || errno != EINTR) {
            return ready > 0;
        }
    }
}

// A program may have closed its standard descriptors; what takes their place must not be overwritten when the
// agent gets its own.
int aboveStandard(int file)
{
    if (file < 0 || file > STDERR_FILENO) {
        return file;
    }
    const int moved = fcntl(file, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    close(file);
    return moved;
}

void closeAll(const int (&files)[3])
{
    for (const int file : files) {
        if (file >= 0) {
            close(file);
        }
    }
}

// fork() that runs none of the program's own handlers in the child, and gives a descriptor of it: its number
// may belong to another process once the program has waited for it.
long forkWithDescriptor(int& descriptor)
{
    constexpr unsigned long flags = CLONE_PIDFD | SIGCHLD;
#ifdef __s390__
    return syscall(SYS_clone, 0UL, flags, &descriptor, 0UL, 0UL);
#else
    return syscall(SYS_clone, flags, 0UL, &descriptor, 0UL, 0UL);
#endif
}

} // namespace

AgentProcess::~AgentProcess()
{
    if (m_socket >= 0) {
        close(m_socket);
    }
    if (m_child < 0) {
        return;
    }
    // It ends by itself once it has said its last word; whatever hangs is ended.
    if (!waitFor(m_child, monotonicMilliseconds() + graceMilliseconds)) {
        (void)syscall(SYS_pidfd_send_signal, static_cast<long>(m_child), static_cast<long>(SIGKILL), nullptr,
                      0UL);
        (void)waitFor(m_child, monotonicMilliseconds() + killMilliseconds);
    }
    // There may be nothing to wait for: the program, or the kernel in its place, did already.
    siginfo_t ended {};
    (void)waitid(P_PIDFD, static_cast<id_t>(m_child), &ended, WEXITED | WNOHANG);
    close(m_child);
}

bool AgentProcess::start(const ModuleOptions& options)
{
    // A socket rather than pipes: writing to one whose other end is gone can be done without SIGPIPE.
    int sockets[2] = {-1, -1};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets) != 0) {
        return false;
    }
    const int files[3] = {aboveStandard(sockets[0]), aboveStandard(sockets[1]),
                          aboveStandard(open("/dev/null", O_RDWR | O_CLOEXEC))};
    if (files[0] < 0 || files[1] < 0 || files[2] < 0) {
        closeAll(files);
        return false;
    }
    // No handler of the program's runs in the child.
    sigset_t all;
    sigset_t before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    const long child = forkWithDescriptor(m_child);
    if (child == 0) {
        becomeAgent(options, files[1], files[2]);
    }
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
    m_child = child > 0 ? m_child : -1;
    m_socket = files[0];
    close(files[1]);
    close(files[2]);
    return m_child >= 0;
}

bool AgentProcess::send(const Line& line)
{
    size_t sent = 0;
    while (sent < line.length) {
        const ssize_t done = ::send(m_socket, line.bytes + sent, line.length - sent, MSG_NOSIGNAL);
        if (done < 0 && errno == EINTR) {
            continue;
        }
        if (done <= 0) {
            return false;
        }
        sent += static_cast<size_t>(done);
    }
    return true;
}

bool AgentProcess::receive(Line& line, int seconds)
{
    line.wipe();
    const long long until = monotonicMilliseconds() + seconds * 1000LL;
    while (line.length + 1 < sizeof line.bytes) {
        if (!waitFor(m_socket, until)) {
            return false;
        }
        const ssize_t got = recv(m_socket, line.bytes + line.length, 1, 0);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got <= 0) {
            return false;
        }
        if (line.bytes[line.length] == '\n') {
            line.bytes[line.length] = '\0';
            return true;
        }
        ++line.length;
    }
    return false;
}

} // namespace holdfast::pam
