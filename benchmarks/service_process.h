// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProcess>
#include <QTemporaryDir>

#include <functional>

namespace holdfast::bench {

// A holdfastd of its own: fresh data and key directories, a free port of loopback, ended with this.
class ServiceProcess
{
public:
    explicit ServiceProcess(const QString& program);
    ~ServiceProcess();

    // `fill` gets the path of the new database file before the service opens it. False: it said why on standard
    // error.
    bool start(const std::function<void(const QString&)>& fill = {});
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] qint64 processId() const { return m_serve.processId(); }

    static constexpr auto administrator = "benchmark";
    static constexpr auto password = "correct horse battery staple";

private:
    QString m_program;
    QTemporaryDir m_directory;
    QProcess m_serve;
    quint16 m_port = 0;
};

} // namespace holdfast::bench
