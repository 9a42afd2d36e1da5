// SPDX-License-Identifier: Apache-2.0
#include "app/holdfastd/stop_signal.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <poll.h>
#include <pthread.h>
#include <stdexcept>
#include <sys/signalfd.h>
#include <unistd.h>

namespace holdfast::daemon {

StopSignal::StopSignal()
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGINT);
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
    m_descriptor = signalfd(-1, &set, SFD_CLOEXEC);
    if (m_descriptor < 0) {
        throw std::runtime_error("signals cannot be waited for");
    }
}

StopSignal::~StopSignal()
{
    ::close(m_descriptor);
}

void StopSignal::wait(bool orEndOfInput) const
{
    std::array<pollfd, 2> watched {pollfd {m_descriptor, POLLIN, 0}, pollfd {STDIN_FILENO, POLLIN, 0}};
    const nfds_t count = orEndOfInput ? 2 : 1;
    for (;;) {
        if (::poll(watched.data(), count, -1) < 0) {
            if (errno == EINTR) {
                continue;
            }
            return;
        }
        if (watched[0].revents != 0) {
            return;
        }
        std::array<char, 256> ignored {};
        if (orEndOfInput && watched[1].revents != 0
            && ::read(STDIN_FILENO, ignored.data(), ignored.size()) <= 0) {
            return;
        }
    }
}

} // namespace holdfast::daemon
