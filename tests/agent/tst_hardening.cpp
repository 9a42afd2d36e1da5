// SPDX-License-Identifier: Apache-2.0
#include "app/agent/hardening.h"

#include <QFile>
#include <QTest>

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace holdfast;

namespace {

// In a child: what is given up does not come back.
template <class Look>
int inAChild(const Look& look)
{
    const pid_t child = ::fork();
    if (child == 0) {
        agent_program::keepMemoryToOurselves();
        ::_exit(look());
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

} // namespace

class HardeningTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nobodyLooksIntoItsMemory()
    {
        QCOMPARE(::prctl(PR_GET_DUMPABLE), 1);
        QCOMPARE(inAChild([] { return ::prctl(PR_GET_DUMPABLE); }), 0);
    }
    void itLeavesNoCoreFile()
    {
        const int left = inAChild([] {
            rlimit limit {};
            ::getrlimit(RLIMIT_CORE, &limit);
            return limit.rlim_cur == 0 && limit.rlim_max == 0 ? 0 : 1;
        });
        QCOMPARE(left, 0);
    }
    void itsMemoryIsNotSwappedOutWhereThatIsAllowed()
    {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        QSKIP("A sanitizer locks nothing.");
#endif
        if (::geteuid() != 0) {
            QSKIP("Only root may.");
        }
        const int locked = inAChild([] {
            QFile status(QStringLiteral("/proc/self/status"));
            if (!status.open(QIODevice::ReadOnly)) {
                return 2;
            }
            return status.readAll().contains("\nVmLck:\t       0 kB") ? 1 : 0;
        });
        QCOMPARE(locked, 0);
    }
    void belowABoundMemoryIsStillThere()
    {
        const pid_t child = ::fork();
        if (child == 0) {
            // Of an account that may lock a little only.
            const rlimit little {65'536, 65'536};
            ::setrlimit(RLIMIT_MEMLOCK, &little);
            (void)!::setgid(65534);
            (void)!::setuid(65534);
            agent_program::keepMemoryToOurselves();
            void* const memory = ::malloc(64 * 1024 * 1024);
            ::_exit(memory != nullptr ? 0 : 1);
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        QCOMPARE(status, 0);
    }
};

QTEST_GUILESS_MAIN(HardeningTest)
#include "tst_hardening.moc"
