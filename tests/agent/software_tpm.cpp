// SPDX-License-Identifier: Apache-2.0
#include "tests/agent/software_tpm.h"

#include <QDir>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

namespace holdfast::testing {

namespace {
constexpr int portTries = 20;
constexpr int startMilliseconds = 10'000;
} // namespace

SoftwareTpm::~SoftwareTpm()
{
    stop();
}

// The software stack takes the control port to be the one after.
bool SoftwareTpm::pickPorts()
{
    for (int i = 0; i < portTries; ++i) {
        QTcpServer first;
        QTcpServer second;
        if (first.listen(QHostAddress::LocalHost) && first.serverPort() < 65535
            && second.listen(QHostAddress::LocalHost, first.serverPort() + 1)) {
            m_port = first.serverPort();
            return true;
        }
    }
    return false;
}

bool SoftwareTpm::start()
{
    if (m_port == 0 && !pickPorts()) {
        return false;
    }
    const QString state = m_base.filePath(QString::number(m_generation));
    QDir().mkpath(state);
    m_process.start(QStringLiteral("swtpm"),
                    {QStringLiteral("socket"), QStringLiteral("--tpm2"), QStringLiteral("--tpmstate"),
                     QStringLiteral("dir=%1").arg(state), QStringLiteral("--server"),
                     QStringLiteral("type=tcp,port=%1").arg(m_port), QStringLiteral("--ctrl"),
                     QStringLiteral("type=tcp,port=%1").arg(m_port + 1), QStringLiteral("--flags"),
                     QStringLiteral("not-need-init,startup-clear")});
    if (!m_process.waitForStarted()) {
        return false;
    }
    return QTest::qWaitFor(
        [this] {
            QTcpSocket socket;
            socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_port + 1);
            return socket.waitForConnected(200);
        },
        startMilliseconds);
}

void SoftwareTpm::stop()
{
    if (m_process.state() != QProcess::NotRunning) {
        m_process.terminate();
        if (!m_process.waitForFinished(5000)) {
            m_process.kill();
            m_process.waitForFinished();
        }
    }
}

void SoftwareTpm::replace()
{
    stop();
    ++m_generation;
}

QString SoftwareTpm::tcti() const
{
    return QStringLiteral("swtpm:host=127.0.0.1,port=%1").arg(m_port);
}

} // namespace holdfast::testing
