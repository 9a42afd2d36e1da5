// SPDX-License-Identifier: Apache-2.0
#include "app/agent/terminal.h"

#include <QTest>

#include <array>
#include <csignal>
#include <fcntl.h>
#include <pty.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

using namespace holdfast;

namespace {

constexpr int waitMilliseconds = 10'000;

// Asks for a passcode in a child at a terminal of its own. A shell's part is played by a process in between:
// only what has a parent in its session can be stopped from the keyboard.
class Prompt
{
public:
    Prompt()
    {
        (void)!::pipe(m_ends);
        m_shell = ::forkpty(&m_terminal, nullptr, nullptr, nullptr);
        if (m_shell == 0) {
            beShell();
        }
        ::close(m_ends[1]);
    }
    Prompt(const Prompt&) = delete;
    Prompt& operator=(const Prompt&) = delete;
    ~Prompt()
    {
        ::kill(m_shell, SIGKILL);
        ::waitpid(m_shell, nullptr, 0);
        ::close(m_terminal);
        ::close(m_ends[0]);
    }
    [[nodiscard]] bool echoes() const
    {
        termios settings {};
        ::tcgetattr(m_terminal, &settings);
        return (settings.c_lflag & ECHO) != 0;
    }
    void type(QByteArrayView text) const { (void)!::write(m_terminal, text.data(), size_t(text.size())); }
    void signal(int number) const { ::kill(m_asking, number); }
    // What the shell learns next of its child.
    int nextStatus() const
    {
        int status = -1;
        return ::read(m_ends[0], &status, sizeof status) == sizeof status ? status : -1;
    }
    // What is on the screen so far.
    QByteArray screen()
    {
        std::array<char, 256> bytes {};
        ::fcntl(m_terminal, F_SETFL, O_NONBLOCK);
        const ssize_t got = ::read(m_terminal, bytes.data(), bytes.size());
        m_screen += QByteArray(bytes.data(), std::max<ssize_t>(got, 0));
        return m_screen;
    }
    bool start()
    {
        m_asking = nextStatus(); // its number comes first
        return QTest::qWaitFor([this] { return screen().contains("Passcode: "); }, waitMilliseconds)
            && QTest::qWaitFor([this] { return !echoes(); }, waitMilliseconds);
    }

private:
    [[noreturn]] void beShell() const
    {
        ::signal(SIGTTOU, SIG_IGN);
        const pid_t child = ::fork();
        if (child == 0) {
            ::setpgid(0, 0);
            ::tcsetpgrp(STDIN_FILENO, ::getpid());
            ::signal(SIGTTOU, SIG_DFL);
            agent_program::Terminal terminal;
            const auto typed = terminal.ask(QStringLiteral("Passcode: "), agent::Echo::Hidden);
            ::_exit(typed && typed->equals("1234") ? 0 : 1);
        }
        (void)!::write(m_ends[1], &child, sizeof child);
        int status = 0;
        while (::waitpid(child, &status, WUNTRACED) > 0) {
            (void)!::write(m_ends[1], &status, sizeof status);
        }
        ::pause();
        ::_exit(0);
    }

    int m_terminal = -1;
    int m_ends[2] = {-1, -1};
    pid_t m_shell = -1;
    pid_t m_asking = -1;
    QByteArray m_screen {};
};

} // namespace

class TerminalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsTypedIsNotShown()
    {
        Prompt prompt;
        QVERIFY(prompt.start());
        prompt.type("1234\n");
        QCOMPARE(prompt.nextStatus(), 0);
        QVERIFY(prompt.echoes());
        QVERIFY(!prompt.screen().contains("1234"));
    }
    void whoeverBreaksOffFindsTheTerminalAsItWas_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<int>("number");
        QTest::newRow("Ctrl+C") << QByteArray("12\x03") << SIGINT;
        QTest::newRow("Ctrl+backslash") << QByteArray("12\x1c") << SIGQUIT;
        QTest::newRow("kill") << QByteArray() << SIGTERM;
        QTest::newRow("hang up") << QByteArray() << SIGHUP;
    }
    void whoeverBreaksOffFindsTheTerminalAsItWas()
    {
        QFETCH(QByteArray, key);
        QFETCH(int, number);
        Prompt prompt;
        QVERIFY(prompt.start());
        key.isEmpty() ? prompt.signal(number) : prompt.type(key);
        const int status = prompt.nextStatus();
        QVERIFY(WIFSIGNALED(status));
        QCOMPARE(WTERMSIG(status), number);
        QVERIFY(prompt.echoes());
    }
    void whoeverStopsItFindsTheTerminalAsItWasAndGoesOn()
    {
        Prompt prompt;
        QVERIFY(prompt.start());
        prompt.type("99\x1a");
        const int status = prompt.nextStatus();
        QVERIFY(WIFSTOPPED(status));
        QVERIFY(prompt.echoes());
        prompt.signal(SIGCONT);
        QVERIFY(QTest::qWaitFor([&] { return !prompt.echoes(); }, waitMilliseconds));
        QVERIFY(QTest::qWaitFor([&] { return prompt.screen().count("Passcode: ") == 2; }, waitMilliseconds));
        prompt.type("1234\n");
        QCOMPARE(prompt.nextStatus(), 0);
        QVERIFY(prompt.echoes());
    }
    void namesCommandNoTerminal()
    {
        QCOMPARE(agent_program::forTerminal(QStringLiteral("a\x1b]0;x\x07\nb\x7f")),
                 QStringLiteral("a\uFFFD]0;x\uFFFD\nb\uFFFD").toUtf8());
        QCOMPARE(agent_program::forTerminal(QStringLiteral("Jürgen")), QStringLiteral("Jürgen").toUtf8());
    }
};

QTEST_GUILESS_MAIN(TerminalTest)
#include "tst_terminal.moc"
