// SPDX-License-Identifier: Apache-2.0
#include "benchmarks/service_process.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

namespace holdfast::bench {

ServiceProcess::ServiceProcess(const QString& program)
    : m_program(program)
{
    m_serve.setProcessChannelMode(QProcess::ForwardedErrorChannel);
}

ServiceProcess::~ServiceProcess()
{
    if (m_serve.state() != QProcess::NotRunning) {
        m_serve.terminate();
        if (!m_serve.waitForFinished(15'000)) {
            m_serve.kill();
            m_serve.waitForFinished();
        }
    }
}

bool ServiceProcess::start(const std::function<void(const QString&)>& fill)
{
    const QStringList directories {QStringLiteral("--data-dir"), m_directory.filePath(QStringLiteral("data")),
                                   QStringLiteral("--key-dir"), m_directory.filePath(QStringLiteral("keys"))};
    QProcess init;
    init.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    init.start(
        m_program,
        QStringList {QStringLiteral("init"), QStringLiteral("--admin"), QString::fromLatin1(administrator)}
            + directories);
    init.write(QByteArray(password) + '\n');
    init.closeWriteChannel();
    if (!init.waitForFinished(30'000) || init.exitCode() != 0) {
        return false;
    }
    if (fill) {
        fill(m_directory.filePath(QStringLiteral("data/holdfast.db")));
    }
    m_serve.start(
        m_program,
        QStringList {QStringLiteral("serve"), QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")}
            + directories);
    while (!m_serve.canReadLine()) {
        if (!m_serve.waitForReadyRead(30'000)) {
            return false;
        }
    }
    const QString url =
        QJsonDocument::fromJson(m_serve.readLine()).object().value(QStringLiteral("url")).toString();
    m_port = static_cast<quint16>(QUrl(url, QUrl::StrictMode).port(0));
    return m_port != 0;
}

} // namespace holdfast::bench
