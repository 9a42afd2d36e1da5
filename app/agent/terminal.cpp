// SPDX-License-Identifier: Apache-2.0
#include "app/agent/terminal.h"

#include "app/agent/terminal_echo.h"

#include <openssl/crypto.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <unistd.h>

namespace holdfast::agent_program {

using contract::Secret;

namespace {

constexpr size_t longestLine = 4096;

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

QByteArray forTerminal(const QString& text)
{
    QString plain = text;
    for (QChar& character : plain) {
        if (character.category() == QChar::Other_Control && character != QLatin1Char('\n')) {
            character = QChar::ReplacementCharacter;
        }
    }
    return plain.toUtf8();
}

std::optional<Secret> Terminal::ask(const QString& prompt, agent::Echo echo)
{
    const QByteArray shown = forTerminal(prompt);
    if (isatty(STDIN_FILENO) == 0) {
        return readSecretLine();
    }
    std::optional<HiddenEcho> hidden;
    if (echo == agent::Echo::Hidden) {
        hidden.emplace(shown);
    }
    std::fputs(shown.constData(), stderr);
    return readSecretLine();
}

void Terminal::tell(const QString& text)
{
    std::printf("%s\n", forTerminal(text).constData());
    std::fflush(stdout);
}

void Terminal::warn(const QString& text)
{
    std::fprintf(stderr, "%s\n", forTerminal(text).constData());
}

} // namespace holdfast::agent_program
