// SPDX-License-Identifier: Apache-2.0
#include "app/agent/terminal_echo.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <termios.h>
#include <unistd.h>

namespace holdfast::agent_program {

namespace {

constexpr std::array endingSignals {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP};

// What a handler may reach. Written before the handlers stand.
struct TerminalState
{
    termios before {};
    termios hidden {};
    std::array<struct sigaction, endingSignals.size()> actions {};
    std::array<char, 256> prompt {};
    size_t promptLength = 0;
};
TerminalState echoState;

// What was typed so far is thrown away: it is no command for whoever reads next.
void setTerminal(const termios& settings)
{
    while (tcsetattr(STDIN_FILENO, TCSAFLUSH, &settings) != 0 && errno == EINTR) { }
}

void onEndingSignal(int number)
{
    const int kept = errno;
    setTerminal(echoState.before);
    struct sigaction ours
    { };
    struct sigaction byDefault
    { };
    byDefault.sa_handler = SIG_DFL;
    sigaction(number, &byDefault, &ours);
    sigset_t one;
    sigset_t former;
    sigemptyset(&one);
    sigaddset(&one, number);
    pthread_sigmask(SIG_UNBLOCK, &one, &former);
    raise(number); // ends here, or stops until the program is to go on
    pthread_sigmask(SIG_SETMASK, &former, nullptr);
    sigaction(number, &ours, nullptr);
    setTerminal(echoState.hidden);
    (void)!write(STDERR_FILENO, echoState.prompt.data(), echoState.promptLength);
    errno = kept;
}

} // namespace

HiddenEcho::HiddenEcho(const QByteArray& prompt)
{
    if (tcgetattr(STDIN_FILENO, &echoState.before) != 0) {
        return;
    }
    echoState.hidden = echoState.before;
    echoState.hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    echoState.promptLength = std::min(echoState.prompt.size(), static_cast<size_t>(prompt.size()));
    std::memcpy(echoState.prompt.data(), prompt.constData(), echoState.promptLength);
    for (size_t i = 0; i < endingSignals.size(); ++i) {
        struct sigaction ours
        { };
        ours.sa_handler = onEndingSignal;
        ours.sa_flags = SA_RESTART;
        sigfillset(&ours.sa_mask); // one at a time
        sigaction(endingSignals[i], nullptr, &echoState.actions[i]);
        if (echoState.actions[i].sa_handler != SIG_IGN) {
            sigaction(endingSignals[i], &ours, nullptr);
        }
    }
    setTerminal(echoState.hidden);
    m_hidden = true;
}

HiddenEcho::~HiddenEcho()
{
    if (!m_hidden) {
        return;
    }
    setTerminal(echoState.before);
    for (size_t i = 0; i < endingSignals.size(); ++i) {
        sigaction(endingSignals[i], &echoState.actions[i], nullptr);
    }
    (void)!write(STDERR_FILENO, "\n", 1);
}

} // namespace holdfast::agent_program
