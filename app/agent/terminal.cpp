// SPDX-License-Identifier: Apache-2.0
#include "app/agent/terminal.h"

#include <openssl/crypto.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <termios.h>
#include <unistd.h>

namespace holdfast::agent_program {

using contract::Secret;

namespace {

constexpr size_t longestLine = 4096;

// While it lives, the terminal does not show what is typed.
class Unseen
{
public:
    explicit Unseen(agent::Echo echo)
    {
        if (echo == agent::Echo::Hidden && tcgetattr(STDIN_FILENO, &m_before) == 0) {
            termios unseen = m_before;
            unseen.c_lflag &= ~static_cast<tcflag_t>(ECHO);
            m_changed = tcsetattr(STDIN_FILENO, TCSAFLUSH, &unseen) == 0;
        }
    }
    ~Unseen()
    {
        if (m_changed) {
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
            std::fputc('\n', stderr);
        }
    }
    Unseen(const Unseen&) = delete;
    Unseen& operator=(const Unseen&) = delete;

private:
    termios m_before {};
    bool m_changed = false;
};

} // namespace

std::optional<Secret> readSecretLine()
{
    // Byte by byte: nothing of a secret stays behind in a buffer of the C library.
    std::array<char, longestLine> line {};
    size_t length = 0;
    bool ended = false;
    while (!ended && length < line.size()) {
        const ssize_t got = ::read(STDIN_FILENO, &line[length], 1);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got <= 0) {
            ended = length > 0;
            break;
        }
        ended = line[length] == '\n';
        length += ended ? 0 : 1;
    }
    std::optional<Secret> secret;
    if (ended) {
        length -= length > 0 && line[length - 1] == '\r' ? 1 : 0;
        secret.emplace(QByteArrayView(line.data(), static_cast<qsizetype>(length)));
    }
    OPENSSL_cleanse(line.data(), line.size());
    return secret;
}

std::optional<Secret> Terminal::ask(const QString& prompt, agent::Echo echo)
{
    if (isatty(STDIN_FILENO) != 0) {
        std::fputs(prompt.toUtf8().constData(), stderr);
    }
    const Unseen unseen(echo);
    return readSecretLine();
}

void Terminal::tell(const QString& text)
{
    std::printf("%s\n", text.toUtf8().constData());
    std::fflush(stdout);
}

void Terminal::warn(const QString& text)
{
    std::fprintf(stderr, "%s\n", text.toUtf8().constData());
}

} // namespace holdfast::agent_program
