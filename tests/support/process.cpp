// SPDX-License-Identifier: Apache-2.0
#include "tests/support/process.h"

#include <QEventLoop>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTimer>

#include <csignal>

namespace holdfast::testing {

ToolResult runTool(const QString& program, const QStringList& arguments, const QByteArray& input)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForStarted()) {
        return {-1, {}, program.toUtf8() + " does not start"};
    }
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit) {
        process.kill();
        process.waitForFinished();
        return {-1, process.readAllStandardOutput(), process.readAllStandardError()};
    }
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QString programPath(const char* name)
{
    return QStringLiteral(HOLDFAST_BIN "/") + QString::fromLatin1(name);
}

Daemon::Daemon()
{
    const ToolResult made =
        verb({QStringLiteral("init")}, {QStringLiteral("--admin"), QString::fromLatin1(adminName)});
    if (made.exitCode != 0) {
        qFatal("holdfastd init: %s", made.errors.constData());
    }
}

Daemon::~Daemon()
{
    kill();
}

ToolResult Daemon::verb(const QStringList& words, const QStringList& more) const
{
    QStringList arguments = words;
    arguments << QStringLiteral("--data-dir") << dataDirectory();
    if (words.constFirst() == QLatin1String("init")) {
        arguments << QStringLiteral("--key-dir") << keyDirectory();
    }
    return runTool(programPath("holdfastd"), arguments + more, QByteArray(adminPassword) + '\n');
}

bool Daemon::start(const QStringList& more)
{
    m_process = std::make_unique<QProcess>();
    QStringList arguments {QStringLiteral("serve"), QStringLiteral("--data-dir"), dataDirectory(),
                           QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")};
    m_process->start(programPath("holdfastd"), arguments + more);
    QByteArray line;
    while (!line.contains('\n')) {
        if (!m_process->waitForReadyRead(20'000)) {
            return false;
        }
        line += m_process->readAllStandardOutput();
    }
    m_url = QUrl(QJsonDocument::fromJson(line).object().value(QLatin1String("url")).toString());
    return m_url.isValid() && !m_url.isEmpty();
}

int Daemon::stop()
{
    m_process->terminate();
    if (!m_process->waitForFinished(15'000)) {
        kill();
        return -1;
    }
    return m_process->exitStatus() == QProcess::NormalExit ? m_process->exitCode() : -1;
}

void Daemon::kill()
{
    if (m_process && m_process->state() != QProcess::NotRunning) {
        m_process->kill();
        m_process->waitForFinished();
    }
}

QByteArray Daemon::errors()
{
    return m_process ? m_process->readAllStandardError() : QByteArray();
}

HttpAnswer httpCall(const QByteArray& method, const QUrl& url, const std::optional<QJsonObject>& body,
                    const QList<std::pair<QByteArray, QByteArray>>& headers)
{
    // One manager keeps connections alive between calls.
    static thread_local QNetworkAccessManager manager;
    QNetworkRequest request(url);
    request.setTransferTimeout(30'000);
    for (const auto& [name, value] : headers) {
        request.setRawHeader(name, value);
    }
    QByteArray content;
    if (body) {
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
        content = QJsonDocument(*body).toJson(QJsonDocument::Compact);
    }
    const std::unique_ptr<QNetworkReply> reply(manager.sendCustomRequest(request, method, content));
    QEventLoop loop;
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    HttpAnswer answer;
    answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.body = reply->readAll();
    answer.json = QJsonDocument::fromJson(answer.body).object();
    answer.etag = reply->rawHeader("ETag");
    return answer;
}

} // namespace holdfast::testing
