// SPDX-License-Identifier: Apache-2.0
#include "app/pam/agent_process.h"

#include <cerrno>
#include <cstdio>
#include <ctime>
#include <fcntl.h>
#include <grp.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace holdfast::pam {

namespace {

constexpr int graceMilliseconds = 500; // from its last word to its end
constexpr int pauseMilliseconds = 10;

long long monotonicMilliseconds()
{
    timespec now {};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000LL + now.tv_nsec / 1000000;
}

} // namespace

AgentProcess::~AgentProcess()
{
    if (m_socket >= 0) {
        close(m_socket);
    }
    if (m_child > 0) {
        // It ends by itself once it has said its last word; whatever hangs is ended.
        const long long until = monotonicMilliseconds() + graceMilliseconds;
        pid_t ended = 0;
        while ((ended = waitpid(m_child, nullptr, WNOHANG)) == 0 && monotonicMilliseconds() < until) {
            poll(nullptr, 0, pauseMilliseconds);
        }
        if (ended == 0) {
            kill(m_child, SIGKILL);
            while (waitpid(m_child, nullptr, 0) < 0 && errno == EINTR) { }
        }
    }
    if (m_childSignalKept) {
        sigaction(SIGCHLD, &m_childSignal, nullptr);
    }
}

bool AgentProcess::start(const ModuleOptions& options)
{
    // A socket rather than pipes: writing to one whose other end is gone can be done without SIGPIPE.
    int sockets[2] = {-1, -1};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets) != 0) {
        return false;
    }
    // A handler of the program's would take our child's end for its own child's.
    struct sigaction byDefault = {};
    byDefault.sa_handler = SIG_DFL;
    m_childSignalKept = sigaction(SIGCHLD, &byDefault, &m_childSignal) == 0;
    m_child = fork();
    if (m_child == 0) {
        become(options, sockets[1]);
    }
    close(sockets[1]);
    m_socket = sockets[0];
    return m_child > 0;
}

// After fork in a program that may have threads: only what is safe in a signal handler.
void AgentProcess::become(const ModuleOptions& options, int socket)
{
    for (int number = 1; number < NSIG; ++number) {
        signal(number, SIG_DFL);
    }
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
    // su and sudo are root by their file alone; the agent's state wants all of root.
    if (geteuid() == 0
        && (setgroups(0, nullptr) != 0 || setresgid(0, 0, 0) != 0 || setresuid(0, 0, 0) != 0)) {
        _exit(127);
    }
    const int nothing = open("/dev/null", O_RDWR);
    if (nothing < 0 || dup2(socket, STDIN_FILENO) < 0 || dup2(socket, STDOUT_FILENO) < 0
        || dup2(nothing, STDERR_FILENO) < 0 || close_range(STDERR_FILENO + 1, ~0U, 0) != 0
        || chdir("/") != 0) {
        _exit(127);
    }
    umask(077);
    setsid();
    static char path[] = "PATH=/usr/sbin:/usr/bin:/sbin:/bin";
    static char language[] = "LC_ALL=C.UTF-8";
    char* const environment[] = {path, language, nullptr};
    char program[] = "holdfast-agent";
    char verb[] = "pam";
    char flag[] = "--state-dir";
    char* words[] = {program, verb, nullptr, nullptr, nullptr};
    if (options.stateDirectory != nullptr) {
        words[2] = flag;
        words[3] = const_cast<char*>(options.stateDirectory);
    }
    execve(options.agent, words, environment);
    _exit(127);
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
        pollfd waiting = {m_socket, POLLIN, 0};
        const long long left = until - monotonicMilliseconds();
        const int ready = left > 0 ? poll(&waiting, 1, static_cast<int>(left)) : 0;
        if (ready < 0 && errno == EINTR) {
            continue;
        }
        if (ready <= 0) {
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
