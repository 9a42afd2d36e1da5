// SPDX-License-Identifier: Apache-2.0
#include "models/service_model.h"

#include <QSaveFile>

namespace holdfast::models {

using namespace std::chrono_literals;
using contract::Result;

ServiceModel::ServiceModel(client::ApiClient& api, bool operates, QObject* parent)
    : QObject(parent)
    , m_api(api)
    , m_operates(operates)
{
    m_timer.setInterval(30s);
    connect(&m_timer, &QTimer::timeout, this, &ServiceModel::refresh);
}

void ServiceModel::setOpen(bool open)
{
    if (open) {
        m_timer.start();
        refresh();
    } else {
        m_timer.stop();
    }
}

void ServiceModel::refresh()
{
    m_healthCall.cancel();
    m_healthCall =
        client::consume(m_api.healthReport(), this, [this](const Result<contract::HealthReport>& answer) {
            if (answer) {
                m_health = *answer;
                Q_EMIT changed();
            } else {
                Q_EMIT failed(answer.error());
            }
        });
    if (m_operates && !m_busy) {
        m_loggingCall.cancel();
        m_loggingCall =
            client::consume(m_api.logging(), this, [this](const Result<contract::LoggingState>& answer) {
                if (answer) {
                    m_logging = *answer;
                    Q_EMIT changed();
                }
            });
    }
}

void ServiceModel::turnVerboseLogsOn(std::chrono::minutes duration)
{
    setBusy(true);
    contract::VerboseLogs logs;
    logs.minutes = static_cast<int>(duration.count());
    client::consume(m_api.turnVerboseLogsOn(logs), this,
                    [this](const Result<contract::LoggingState>& answer) { take(answer); });
}

void ServiceModel::turnVerboseLogsOff()
{
    setBusy(true);
    client::consume(m_api.turnVerboseLogsOff(), this,
                    [this](const Result<contract::LoggingState>& answer) { take(answer); });
}

void ServiceModel::take(const Result<contract::LoggingState>& answer)
{
    setBusy(false);
    if (!answer) {
        Q_EMIT failed(answer.error());
        return;
    }
    m_logging = *answer;
    Q_EMIT changed();
    refresh(); // health tells of verbose logs as well
}

void ServiceModel::saveBundle(const QString& path)
{
    setBusy(true);
    client::consume(m_api.supportBundle(), this, [this, path](const Result<QByteArray>& bundle) {
        setBusy(false);
        if (!bundle) {
            Q_EMIT failed(bundle.error());
            return;
        }
        QSaveFile file(path);
        if (file.open(QIODevice::WriteOnly) && file.write(*bundle) == bundle->size() && file.commit()) {
            Q_EMIT bundleSaved(path);
        } else {
            Q_EMIT failed({.kind = contract::ErrorKind::Internal,
                           .code = QStringLiteral("file_not_written"),
                           .detail = QStringLiteral("The file could not be written.")});
        }
    });
}

void ServiceModel::setBusy(bool busy)
{
    if (std::exchange(m_busy, busy) != busy) {
        Q_EMIT changed();
    }
}

} // namespace holdfast::models
