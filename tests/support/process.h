// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>
#include <QUrl>

#include <optional>

namespace holdfast::testing {

struct ToolResult
{
    int exitCode = -1; // -1: did not start, crashed or took longer than a minute
    QByteArray output;
    QByteArray errors;
};

// Runs a tool that we did not write (oathtool, stoken, csv2pskc ...) or one of our programs to its end.
ToolResult runTool(const QString& program, const QStringList& arguments, const QByteArray& input = {});

// The path of one of our programs in the build.
QString programPath(const char* name);

// A real holdfastd with a data directory of its own, on a free loopback port.
class Daemon
{
public:
    static constexpr auto adminName = "admin";
    static constexpr auto adminPassword = "correct horse battery";

    Daemon(); // makes the data directory with `holdfastd init`
    ~Daemon(); // kills what still runs
    // Starts `serve` and waits for its line of JSON. False: see errors().
    bool start(const QStringList& more = {});
    // SIGTERM, and waits. The exit code; -1 if it had to be killed after 15 s.
    int stop();
    // SIGKILL, and waits.
    void kill();

    [[nodiscard]] QUrl url() const { return m_url; }
    [[nodiscard]] QString dataDirectory() const { return m_base.filePath(QStringLiteral("data")); }
    [[nodiscard]] QString keyDirectory() const { return m_base.filePath(QStringLiteral("keys")); }
    [[nodiscard]] QByteArray errors();
    [[nodiscard]] qint64 processId() const { return m_process ? m_process->processId() : 0; }
    // Runs a verb of holdfastd on the data directory.
    [[nodiscard]] ToolResult verb(const QStringList& words, const QStringList& more = {}) const;

private:
    QTemporaryDir m_base;
    std::unique_ptr<QProcess> m_process;
    QUrl m_url;
};

struct HttpAnswer
{
    int status = 0; // 0: no answer
    QByteArray body;
    QJsonObject json;
    QByteArray etag;
};

// One blocking call; `headers` such as {"client-key", "..."}. A body that is a JSON object.
HttpAnswer httpCall(const QByteArray& method, const QUrl& url,
                    const std::optional<QJsonObject>& body = std::nullopt,
                    const QList<std::pair<QByteArray, QByteArray>>& headers = {});

} // namespace holdfast::testing
