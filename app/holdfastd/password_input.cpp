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

// What is asked for, in the words of codes, prompts and sentences.
struct Kind
{
    const char* name; // "password"
    const char* prompt;
    qsizetype shortest; // characters
};
constexpr Kind newPassword {"password", "Password of the first administrator: ", 8};
constexpr Kind newPassphrase {"passphrase", "Passphrase that seals the backup: ", 12};
constexpr Kind passphrase {"passphrase", "Passphrase of the backup: ", 1};

contract::Unexpected refuse(const QString& code, const QString& detail)
{
    return failure(ErrorKind::InvalidRequest, code, detail);
}

Result<Secret> readOnce(const Kind& kind)
{
    const QString name = QString::fromLatin1(kind.name);
    Secret read = readLine(kind.prompt);
    if (read.isEmpty()) {
        return refuse(name + QStringLiteral("_missing"),
                      QStringLiteral("No %1 came on standard input.").arg(name));
    }
    if (read.size() > static_cast<qsizetype>(longest)) {
        return refuse(name + QStringLiteral("_too_long"),
                      QStringLiteral("The %1 must have at most %2 bytes.").arg(name).arg(longest));
    }
    if (QString::fromUtf8(read.reveal()).size() < kind.shortest) {
        return refuse(
            name + QStringLiteral("_too_short"),
            QStringLiteral("The %1 must have at least %2 characters.").arg(name).arg(kind.shortest));
    }
    return read;
}

Result<Secret> readNew(const Kind& kind)
{
    auto read = readOnce(kind);
    if (read && isatty(STDIN_FILENO) != 0 && !readLine("The same again: ").equals(read->reveal())) {
        return refuse(QString::fromLatin1(kind.name) + QStringLiteral("s_differ"),
                      QStringLiteral("The two %1s differ.").arg(QString::fromLatin1(kind.name)));
    }
    return read;
}

} // namespace

Result<Secret> readNewPassword()
{
    return readNew(newPassword);
}

Result<Secret> readNewPassphrase()
{
    return readNew(newPassphrase);
}

Result<Secret> readPassphrase()
{
    return readOnce(passphrase);
}

} // namespace holdfast::daemon
