// SPDX-License-Identifier: Apache-2.0
#include "tests/agent/software_tpm.h"

#include <QDir>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <cstring>
#include <tss2/tss2_esys.h>
#include <tss2/tss2_tctildr.h>

namespace holdfast::testing {

namespace {
constexpr int portTries = 20;
constexpr int startMilliseconds = 10'000;

struct TpmConnection
{
    explicit TpmConnection(const QString& how)
    {
        if (Tss2_TctiLdr_Initialize(how.toUtf8().constData(), &tcti) == TSS2_RC_SUCCESS) {
            (void)Esys_Initialize(&esys, tcti, nullptr);
        }
    }
    TpmConnection(const TpmConnection&) = delete;
    TpmConnection& operator=(const TpmConnection&) = delete;
    ~TpmConnection()
    {
        Esys_Finalize(&esys);
        Tss2_TctiLdr_Finalize(&tcti);
    }
    TSS2_TCTI_CONTEXT* tcti = nullptr;
    ESYS_CONTEXT* esys = nullptr;
};
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

int SoftwareTpm::ownersAreas() const
{
    const TpmConnection connection(tcti());
    TPMI_YES_NO more = 0;
    TPMS_CAPABILITY_DATA* found = nullptr;
    if (Esys_GetCapability(connection.esys, ESYS_TR_NONE, ESYS_TR_NONE, ESYS_TR_NONE, TPM2_CAP_HANDLES,
                           0x01800000, TPM2_MAX_CAP_HANDLES, &more, &found)
        != TSS2_RC_SUCCESS) {
        return -1;
    }
    int count = 0;
    for (UINT32 i = 0; i < found->data.handles.count; ++i) {
        count += found->data.handles.handle[i] < 0x01C00000 ? 1 : 0;
    }
    Esys_Free(found);
    return count;
}

bool SoftwareTpm::setOwnerPassword() const
{
    const TpmConnection connection(tcti());
    TPM2B_AUTH password {};
    password.size = 4;
    std::memcpy(password.buffer, "ours", 4);
    return Esys_HierarchyChangeAuth(connection.esys, ESYS_TR_RH_OWNER, ESYS_TR_PASSWORD, ESYS_TR_NONE,
                                    ESYS_TR_NONE, &password)
        == TSS2_RC_SUCCESS;
}

QString SoftwareTpm::tcti() const
{
    return QStringLiteral("swtpm:host=127.0.0.1,port=%1").arg(m_port);
}

} // namespace holdfast::testing
