// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/error.h"
#include "services/contract/secret.h"

#include <QByteArray>
#include <QElapsedTimer>
#include <QObject>
#include <QProcess>
#include <QTimer>
#include <QUrl>

#include <chrono>
#include <optional>

namespace holdfast::client {

// Runs `holdfastd serve --embedded` in a process of its own, which ends when the pipe to it does. The secret
// that signs in the local owner, and the master key if the keychain holds it, go through its standard input;
// its address and the digest of its certificate come back. A crash is followed by a restart with a back-off.
class EmbeddedService : public QObject
{
    Q_OBJECT
public:
    enum class State
    {
        Stopped,
        Starting,
        Ready,
        Failed // errorText() says why; start() tries again
    };
    Q_ENUM(State)

    struct Options
    {
        QString program; // empty: beside the application, ../bin, ../libexec
        QString dataDirectory;
        std::optional<contract::Secret> masterKey; // 32 bytes; absent: the service's own key folder
        std::chrono::milliseconds startTimeout {20000};
        std::chrono::milliseconds firstBackOff {500};
    };

    explicit EmbeddedService(Options options, QObject* parent = nullptr);
    // Closes the pipe and waits up to ten seconds for a clean end, then kills. For the end of the
    // application.
    ~EmbeddedService() override;

    void start();
    // Closes the pipe; stopped() follows.
    void stop();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] QUrl url() const { return m_url; }
    // SHA-256 of the certificate that alone is accepted.
    [[nodiscard]] QByteArray certificateSha256() const { return m_certificateSha256; }
    // For POST /local-sessions; new at each start.
    [[nodiscard]] const contract::Secret& secret() const { return m_secret; }
    [[nodiscard]] const contract::Error& error() const { return m_error; }

    // Where holdfastd is found, or empty.
    [[nodiscard]] static QString findProgram();

Q_SIGNALS:
    void starting();
    // Also after each restart: address, certificate and secret are new then.
    void ready();
    // Stable codes: service_missing, service_start_failed, service_timed_out, service_refused (detail holds
    // its last words), or the service's own, such as data_directory_in_use and keys_missing.
    void failed(const holdfast::contract::Error& error);
    void stopped();

private:
    void launch();
    void readAnswer();
    void readWords();
    void ended();
    void killLater();
    void fail(contract::Error error);
    void become(State state);

    Options m_options;
    QProcess m_process;
    QTimer m_startTimer;
    QTimer m_restartTimer;
    State m_state = State::Stopped;
    QUrl m_url;
    QByteArray m_certificateSha256;
    QByteArray m_answer;
    QByteArray m_lastWords; // of its standard error
    QElapsedTimer m_running;
    contract::Secret m_secret;
    contract::Error m_error;
    int m_crashes = 0;
    bool m_stopping = false;
    bool m_startAgain = false;
};

} // namespace holdfast::client
