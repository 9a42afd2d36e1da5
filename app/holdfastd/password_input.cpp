// SPDX-License-Identifier: Apache-2.0
#include "app/holdfastd/password_input.h"

#include <openssl/crypto.h>

#include <array>
#include <cstdio>
#include <cstring>
#include <termios.h>
#include <unistd.h>

namespace holdfast::daemon {

using contract::ErrorKind;
using contract::failure;
using contract::Result;
using contract::Secret;

namespace {

constexpr qsizetype shortest = 8;
constexpr size_t longest = 1024;

// While it lives, the terminal does not show what is typed.
class Unseen
{
public:
    Unseen()
    {
        if (tcgetattr(STDIN_FILENO, &m_before) == 0) {
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

Secret readLine(const char* prompt)
{
    std::array<char, longest + 2> line {};
    Secret read;
    if (isatty(STDIN_FILENO) != 0) {
        std::fputs(prompt, stderr);
    }
    const Unseen unseen;
    if (std::fgets(line.data(), static_cast<int>(line.size()), stdin) != nullptr) {
        read = Secret(QByteArrayView(line.data(), static_cast<qsizetype>(std::strcspn(line.data(), "\r\n"))));
    }
    OPENSSL_cleanse(line.data(), line.size());
    return read;
}

contract::Unexpected refuse(const char* code, const char* detail)
{
    return failure(ErrorKind::InvalidRequest, QString::fromLatin1(code), QString::fromUtf8(detail));
}

} // namespace

Result<Secret> readNewPassword()
{
    const bool terminal = isatty(STDIN_FILENO) != 0;
    Secret password = readLine("Password of the first administrator: ");
    if (password.isEmpty()) {
        return refuse("password_missing", "No password came on standard input.");
    }
    if (password.size() > static_cast<qsizetype>(longest)) {
        return refuse("password_too_long", "The password must have at most 1024 bytes.");
    }
    if (QString::fromUtf8(password.reveal()).size() < shortest) {
        return refuse("password_too_short", "The password must have at least 8 characters.");
    }
    if (terminal && !readLine("The same again: ").equals(password.reveal())) {
        return refuse("passwords_differ", "The two passwords differ.");
    }
    return password;
}

} // namespace holdfast::daemon
