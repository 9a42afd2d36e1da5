// SPDX-License-Identifier: Apache-2.0
#include "services/client/embedded_service.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QRegularExpression>

namespace holdfast::client {

using namespace std::chrono_literals;

namespace {

constexpr auto patienceAtExit = 10000ms;
constexpr int mostCrashes = 5; // in a row, each soon after the start
constexpr auto longRun = std::chrono::minutes(1); // after which a crash counts as the first
constexpr auto lastBackOff = std::chrono::milliseconds(15000);
constexpr auto encoding = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
constexpr qsizetype keptWords = 4096;

contract::Secret newSecret()
{
    std::array<quint32, 8> words {};
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    QByteArray bytes(reinterpret_cast<const char*>(words.data()), sizeof words);
    QByteArray text = bytes.toBase64(encoding);
    contract::Secret secret {QByteArrayView(text)};
    words.fill(0);
    bytes.fill('\0');
    text.fill('\0');
    return secret;
}

// The line for the service's standard input. A pipe, so that neither arguments nor environment hold it.
QByteArray handOver(const contract::Secret& secret, const std::optional<contract::Secret>& masterKey)
{
    QByteArray line = "{\"secret\":\"" + secret.reveal().toByteArray() + '"';
    if (masterKey) {
        QByteArray bytes = masterKey->reveal().toByteArray();
        line += ",\"keyRing\":\"" + bytes.toBase64(encoding) + '"';
        bytes.fill('\0');
    }
    return line + "}\n";
}

// The service says why in one line: "holdfastd: Sentence. [stable_code]".
contract::Error refusalIn(const QByteArray& words)
{
    static const QRegularExpression line(QStringLiteral("holdfastd: (.+) \\[([a-z_]+)\\]"));
    const QString text = QString::fromUtf8(words).trimmed();
    contract::Error error {contract::ErrorKind::Unavailable, QStringLiteral("service_refused"), text};
    if (const auto match = line.match(text); match.hasMatch()) {
        error.detail = match.captured(1);
        error.code = match.captured(2);
        error.internal = text;
    }
    return error;
}

} // namespace

EmbeddedService::EmbeddedService(Options options, QObject* parent)
    : QObject(parent)
    , m_options(std::move(options))
{
    m_startTimer.setSingleShot(true);
    m_startTimer.setInterval(m_options.startTimeout);
    m_restartTimer.setSingleShot(true);
    connect(&m_startTimer, &QTimer::timeout, this, [this] {
        fail({contract::ErrorKind::Unavailable, QStringLiteral("service_timed_out"),
              QStringLiteral("The service did not become ready in time.")});
    });
    connect(&m_restartTimer, &QTimer::timeout, this, &EmbeddedService::launch);
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &EmbeddedService::readAnswer);
    connect(&m_process, &QProcess::readyReadStandardError, this, &EmbeddedService::readWords);
    connect(&m_process, &QProcess::finished, this, [this] { ended(); });
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            fail({contract::ErrorKind::Unavailable, QStringLiteral("service_start_failed"),
                  m_process.errorString()});
        }
    });
}

EmbeddedService::~EmbeddedService()
{
    m_stopping = true;
    m_process.disconnect(this);
    if (m_process.state() == QProcess::NotRunning) {
        return;
    }
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(static_cast<int>(patienceAtExit.count()))) {
        m_process.kill();
        m_process.waitForFinished(1000);
    }
}

QString EmbeddedService::findProgram()
{
    const QString here = QCoreApplication::applicationDirPath();
    for (const char* place : {".", "../bin", "../libexec", "../libexec/holdfast"}) {
        const QFileInfo file(QDir(here).filePath(QLatin1String(place) + QLatin1String("/holdfastd")));
        if (file.isExecutable() && file.isFile()) {
            return file.canonicalFilePath();
        }
    }
    return {};
}

void EmbeddedService::start()
{
    if (m_state == State::Starting || m_state == State::Ready) {
        return;
    }
    m_stopping = false;
    m_crashes = 0;
    if (m_process.state() != QProcess::NotRunning) {
        m_startAgain = true; // once the former one has ended
        return;
    }
    launch();
}

void EmbeddedService::launch()
{
    const QString program = m_options.program.isEmpty() ? findProgram() : m_options.program;
    if (program.isEmpty()) {
        fail({contract::ErrorKind::Unavailable, QStringLiteral("service_missing"),
              QStringLiteral("holdfastd was not found beside this program.")});
        return;
    }
    m_lastWords.clear();
    m_answer.clear();
    m_secret = newSecret();
    become(State::Starting);
    m_startTimer.start();
    m_running.start();
    m_process.setProgram(program);
    m_process.setArguments({QStringLiteral("serve"), QStringLiteral("--embedded"),
                            QStringLiteral("--data-dir"), m_options.dataDirectory, QStringLiteral("--listen"),
                            QStringLiteral("127.0.0.1:0")});
    m_process.start();
    QByteArray line = handOver(m_secret, m_options.masterKey);
    m_process.write(line);
    line.fill('\0');
}

void EmbeddedService::readAnswer()
{
    m_answer += m_process.readAllStandardOutput();
    if (m_state != State::Starting || !m_answer.contains('\n')) {
        m_answer.truncate(keptWords);
        return;
    }
    const QJsonObject answer = QJsonDocument::fromJson(m_answer.left(m_answer.indexOf('\n'))).object();
    const QUrl url(answer.value(QLatin1String("url")).toString(), QUrl::StrictMode);
    const QByteArray digest =
        QByteArray::fromHex(answer.value(QLatin1String("certificateSha256")).toString().toLatin1());
    if (!url.isValid() || url.scheme() != QLatin1String("https") || digest.size() != 32) {
        fail({contract::ErrorKind::Internal, QStringLiteral("service_refused"),
              QStringLiteral("The service answered what this program does not understand.")});
        return;
    }
    m_startTimer.stop();
    m_url = url;
    m_certificateSha256 = digest;
    become(State::Ready);
}

void EmbeddedService::readWords()
{
    m_lastWords = (m_lastWords + m_process.readAllStandardError()).right(keptWords);
}

void EmbeddedService::ended()
{
    m_startTimer.stop();
    readWords();
    if (m_stopping) {
        become(State::Stopped);
        return;
    }
    if (m_state == State::Failed) {
        if (std::exchange(m_startAgain, false)) {
            launch();
        }
        return;
    }
    if (m_state == State::Starting && m_crashes == 0 && m_process.exitStatus() == QProcess::NormalExit) {
        // It says why, and would say the same again.
        fail(refusalIn(m_lastWords));
        return;
    }
    m_crashes = std::chrono::milliseconds(m_running.elapsed()) > longRun ? 1 : m_crashes + 1;
    if (m_crashes > mostCrashes) {
        fail(refusalIn(m_lastWords));
        return;
    }
    become(State::Starting);
    m_restartTimer.start(
        std::min<std::chrono::milliseconds>(m_options.firstBackOff * (1 << (m_crashes - 1)), lastBackOff));
}

void EmbeddedService::stop()
{
    m_stopping = true;
    m_restartTimer.stop();
    m_startTimer.stop();
    if (m_process.state() == QProcess::NotRunning) {
        become(State::Stopped);
        return;
    }
    m_process.closeWriteChannel();
    killLater();
}

// Only the process that is there now: a service that is started meanwhile must not die of an old timer.
void EmbeddedService::killLater()
{
    QTimer::singleShot(patienceAtExit, &m_process, [this, id = m_process.processId()] {
        if (m_process.processId() == id) {
            m_process.kill();
        }
    });
}

void EmbeddedService::fail(contract::Error error)
{
    m_startTimer.stop();
    m_restartTimer.stop();
    m_error = std::move(error);
    become(State::Failed);
    if (m_process.state() != QProcess::NotRunning) {
        m_process.closeWriteChannel();
        killLater();
    }
}

void EmbeddedService::become(State state)
{
    if (m_state == state && state != State::Ready) {
        return;
    }
    m_state = state;
    switch (state) {
    case State::Stopped:
        Q_EMIT stopped();
        break;
    case State::Starting:
        Q_EMIT starting();
        break;
    case State::Ready:
        Q_EMIT ready();
        break;
    case State::Failed:
        Q_EMIT failed(m_error);
        break;
    }
}

} // namespace holdfast::client
