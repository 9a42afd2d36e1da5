// SPDX-License-Identifier: Apache-2.0
#include "tests/support/sanitizer.h"
#include "tests/system/pam_stack.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <algorithm>
#include <csignal>
#include <fcntl.h>
#include <sched.h>
#include <security/pam_appl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace holdfast;
using namespace holdfast::testing;

namespace {

extern "C" void reapEverything(int)
{
    const int kept = errno;
    while (::waitpid(-1, nullptr, WNOHANG) > 0) { }
    errno = kept;
}

// What this process may not do is lifted when it goes.
class Limited
{
public:
    Limited(decltype(RLIMIT_CORE) resource, rlim_t soft)
        : m_resource(resource)
    {
        ::getrlimit(m_resource, &m_before);
        const rlimit limit {std::min(soft, m_before.rlim_max), m_before.rlim_max};
        ::setrlimit(m_resource, &limit);
    }
    Limited(const Limited&) = delete;
    Limited& operator=(const Limited&) = delete;
    ~Limited() { ::setrlimit(m_resource, &m_before); }

private:
    decltype(RLIMIT_CORE) m_resource;
    rlimit m_before {};
};

// A line of /proc/PID/limits or /proc/PID/status, its spaces made one.
QByteArray lineOf(const QByteArray& text, const char* begin)
{
    for (const QByteArray& line : text.split('\n')) {
        if (line.startsWith(begin)) {
            return line.simplified();
        }
    }
    return {};
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool writeTo(const char* path, const QByteArray& text)
{
    const int file = ::open(path, O_WRONLY | O_CLOEXEC);
    const bool written =
        file >= 0 && ::write(file, text.constData(), static_cast<size_t>(text.size())) == text.size();
    if (file >= 0) {
        ::close(file);
    }
    return written;
}

int openDescriptors()
{
    return static_cast<int>(
        QDir(QStringLiteral("/proc/self/fd")).entryList(QDir::NoDotAndDotDot | QDir::System).size());
}

} // namespace

// What is between the agent and the program that asks PAM.
class PamHostTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theStackIsLeftAsItWasFound()
    {
        QVERIFY(m_stack.signInOnlineAndGoAway());
        const int before = openDescriptors();
        Application application {{m_stack.passcode()}, {}};
        QCOMPARE(m_stack.authenticate(application), PAM_SUCCESS);
        QCOMPARE(application.heard.first().contains("does not answer")
                     || application.heard.first().contains("network"),
                 true);
        QCOMPARE(openDescriptors(), before);
        QCOMPARE(::waitpid(-1, nullptr, WNOHANG), -1); // no child at all, not even a dead one
        QCOMPARE(errno, ECHILD);
        Application wrong {{"1234000000"}, {}};
        QCOMPARE(m_stack.authenticate(wrong), PAM_AUTH_ERR);
        QCOMPARE(::waitpid(-1, nullptr, WNOHANG), -1);
    }
    void aProgramThatReapsChildrenItselfKeepsItsHandler_data()
    {
        QTest::addColumn<bool>("ignores");
        QTest::newRow("the kernel reaps") << true;
        QTest::newRow("a handler reaps whatever ends") << false;
    }
    void aProgramThatReapsChildrenItselfKeepsItsHandler()
    {
        QFETCH(bool, ignores);
        QVERIFY(m_stack.signInOnlineAndGoAway());
        struct sigaction ours = {};
        ours.sa_handler = ignores ? SIG_IGN : reapEverything;
        struct sigaction former = {};
        ::sigaction(SIGCHLD, &ours, &former);
        struct sigaction meanwhile = {};
        Application application {{m_stack.passcode()}, {}};
        application.whenAsked = [&] {
            ::sigaction(SIGCHLD, nullptr, &meanwhile);
        };
        const int before = openDescriptors();
        const int code = m_stack.authenticate(application);
        const int descriptors = openDescriptors();
        struct sigaction after = {};
        ::sigaction(SIGCHLD, &former, &after);
        QCOMPARE(code, PAM_SUCCESS);
        QVERIFY(meanwhile.sa_handler == ours.sa_handler);
        QVERIFY(after.sa_handler == ours.sa_handler);
        QCOMPARE(descriptors, before);
    }
    void aChildOfTheProgramsOwnIsLeftToIt()
    {
        QVERIFY(m_stack.signInOnlineAndGoAway());
        const pid_t child = ::fork();
        if (child == 0) {
            ::_exit(7);
        }
        Application application {{m_stack.passcode()}, {}};
        QCOMPARE(m_stack.authenticate(application), PAM_SUCCESS);
        int status = 0;
        QCOMPARE(::waitpid(child, &status, 0), child);
        QCOMPARE(WEXITSTATUS(status), 7);
    }
    void aProgramWithoutStandardDescriptorsIsServed_data()
    {
        QTest::addColumn<QList<int>>("closed");
        QTest::newRow("input") << QList<int> {0};
        QTest::newRow("input and output") << QList<int> {0, 1};
        QTest::newRow("errors") << QList<int> {2};
        QTest::newRow("all") << QList<int> {0, 1, 2};
    }
    void aProgramWithoutStandardDescriptorsIsServed()
    {
        QFETCH(QList<int>, closed);
        QVERIFY(m_stack.signInOnlineAndGoAway());
        const pid_t child = ::fork();
        if (child == 0) {
            for (const int file : closed) {
                ::close(file);
            }
            Application application {{m_stack.passcode()}, {}};
            ::_exit(m_stack.authenticate(application));
        }
        int status = -1;
        ::waitpid(child, &status, 0);
        QVERIFY(WIFEXITED(status));
        QCOMPARE(WEXITSTATUS(status), PAM_SUCCESS);
    }
    void limitsOfWhoeverCallsDoNotReachTheAgent()
    {
        QVERIFY(m_stack.signInOnlineAndGoAway());
        Application application {{m_stack.passcode(), m_stack.passcode(), m_stack.passcode()}, {}};
        const auto limited = [&] {
            // As `ulimit -f 0; su` would have it.
            const Limited files(RLIMIT_FSIZE, 0);
            const Limited seconds(RLIMIT_CPU, 3600);
            const Limited stack(RLIMIT_STACK, 512 * 1024);
            return m_stack.authenticate(application);
        };
        QCOMPARE(limited(), PAM_SUCCESS);
        QCOMPARE(limited(), PAM_AUTH_ERR); // what was taken is on the disk
    }
    void theAgentKeepsItsMemoryToItself()
    {
        QVERIFY(m_stack.signInOnlineAndGoAway());
        Application application {{m_stack.passcode()}, {}};
        QByteArray status;
        struct stat process = {};
        process.st_uid = ~0U;
        application.whenAsked = [&] {
            const QString child =
                QStringLiteral("/proc/%1")
                    .arg(QString::fromLatin1(
                        contentOf(QStringLiteral("/proc/thread-self/children")).simplified()));
            status = contentOf(child + QStringLiteral("/status"));
            (void)::stat(child.toLocal8Bit().constData(), &process);
        };
        QCOMPARE(m_stack.authenticate(application), PAM_SUCCESS);
        QVERIFY(lineOf(status, "Name:").startsWith("Name: holdfast-agent"));
        // What nobody may look into belongs to root.
        QCOMPARE(process.st_uid, uid_t(0));
        if (::geteuid() == 0) {
            // Where everything does, that it is not swapped out tells that the agent saw to it.
            if (allowance != 1) {
                QSKIP("A sanitizer locks nothing.");
            }
            QVERIFY(lineOf(status, "VmLck:").startsWith("VmLck: "));
            QVERIFY(lineOf(status, "VmLck:") != QByteArray("VmLck: 0 kB"));
        }
    }
    void rootOfAUserNamespaceIsServed()
    {
        QVERIFY(m_stack.signInOnlineAndGoAway());
        constexpr int noNamespace = 100;
        const uid_t user = ::geteuid();
        const gid_t group = ::getegid();
        const pid_t child = ::fork();
        if (child == 0) {
            // As `unshare --map-root-user` does.
            const bool made = ::unshare(CLONE_NEWUSER) == 0 && writeTo("/proc/self/setgroups", "deny")
                && writeTo("/proc/self/uid_map", "0 " + QByteArray::number(user) + " 1")
                && writeTo("/proc/self/gid_map", "0 " + QByteArray::number(group) + " 1");
            if (!made) {
                ::_exit(noNamespace);
            }
            Application application {{m_stack.passcode()}, {}};
            ::_exit(m_stack.authenticate(application));
        }
        int status = -1;
        ::waitpid(child, &status, 0);
        QVERIFY(WIFEXITED(status));
        if (WEXITSTATUS(status) == noNamespace) {
            QSKIP("This computer makes no user namespaces.");
        }
        QCOMPARE(WEXITSTATUS(status), PAM_SUCCESS);
    }
    void theAgentGetsNothingOfItsCaller()
    {
        const QString report = m_stack.path(QStringLiteral("report"));
        m_stack.writeWithScript("exec 3>" + report.toLocal8Bit()
                                + "; env >&3; ls /proc/$$/fd >&3; echo \"$@\" >&3; cat /proc/$$/limits >&3;"
                                  " cat /proc/$$/status >&3; echo cwd $(pwd) >&3; echo 'done refused'");
        qputenv("HOLDFAST_CALLERS_SECRET", "s3cret");
        const int nothing = ::open("/dev/null", O_RDONLY);
        const int open = ::fcntl(nothing, F_DUPFD, 77); // without FD_CLOEXEC
        ::close(nothing);
        Application application {{m_stack.passcode()}, {}};
        sigset_t blocked;
        sigemptyset(&blocked);
        sigaddset(&blocked, SIGTERM);
        sigset_t former;
        ::pthread_sigmask(SIG_BLOCK, &blocked, &former);
        const auto hangUp = ::signal(SIGHUP, SIG_IGN);
        const mode_t mask = ::umask(0);
        int code = 0;
        {
            const Limited files(RLIMIT_FSIZE, 0);
            const Limited seconds(RLIMIT_CPU, 3600);
            const Limited stack(RLIMIT_STACK, 512 * 1024);
            const Limited core(RLIMIT_CORE, RLIM_INFINITY);
            const Limited descriptors(RLIMIT_NOFILE, 100);
            const Limited processes(RLIMIT_NPROC, 50);
            const Limited data(RLIMIT_DATA, allowance == 1 ? rlim_t(1) << 40 : RLIM_INFINITY);
            const Limited space(RLIMIT_AS, allowance == 1 ? rlim_t(1) << 40 : RLIM_INFINITY);
            code = m_stack.authenticate(application);
        }
        ::umask(mask);
        ::signal(SIGHUP, hangUp);
        ::pthread_sigmask(SIG_SETMASK, &former, nullptr);
        QCOMPARE(code, PAM_AUTH_ERR);
        ::close(open);
        QFile told(report);
        QVERIFY(told.open(QIODevice::ReadOnly));
        const QByteArray text = told.readAll();
        QVERIFY(!text.contains("s3cret"));
        QVERIFY(!text.contains("anna")); // not even the name is an argument
        QVERIFY2(!text.contains('\n' + QByteArray::number(open) + '\n'), text.constData());
        QVERIFY(text.contains("\ncwd /\n"));
        QCOMPARE(lineOf(text, "SigBlk:"), QByteArray("SigBlk: 0000000000000000"));
        QCOMPARE(lineOf(text, "SigIgn:"), QByteArray("SigIgn: 0000000000000000"));
        QCOMPARE(lineOf(text, "Umask:"), QByteArray("Umask: 0077"));
        // Those that only root may raise again are as high here as whoever runs this test may have them.
        const auto softOf = [&](const char* name) {
            const QByteArray line = lineOf(text, name);
            return line.mid(qstrlen(name) + 1).split(' ').first();
        };
        QCOMPARE(softOf("Max core file size"), QByteArray("0"));
        QCOMPARE(softOf("Max file size"), QByteArray::number(256 * 1024 * 1024));
        QCOMPARE(softOf("Max cpu time"), QByteArray("300"));
        QCOMPARE(softOf("Max stack size"), QByteArray::number(8 * 1024 * 1024));
        QCOMPARE(softOf("Max open files"), QByteArray("1024"));
        QCOMPARE(softOf("Max data size"), QByteArray("unlimited"));
        QCOMPARE(softOf("Max address space"), QByteArray("unlimited"));
        rlimit processes {};
        ::getrlimit(RLIMIT_NPROC, &processes);
        QCOMPARE(softOf("Max processes"), QByteArray::number(std::min<rlim_t>(4096, processes.rlim_max)));
    }
    void init() { QVERIFY(m_stack.enrol()); }

private:
    PamStack m_stack;
};

QTEST_GUILESS_MAIN(PamHostTest)
#include "tst_pam_host.moc"
