// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/client/api_client.h"
#include "services/client/consume.h"

#include <QObject>
#include <QSaveFile>

#include <functional>
#include <memory>

namespace holdfast::models {

// Streams a report into a file: written beside its name and moved over it once whole, so that a cancelled or
// failed export leaves nothing and what was there stays.
class CsvExport : public QObject
{
    Q_OBJECT
public:
    enum class State
    {
        Idle,
        Running,
        Finished,
        Failed,
        Cancelled
    };
    Q_ENUM(State)

    explicit CsvExport(client::ApiClient& api, QObject* parent = nullptr);

    // `reportTemplate` as GET /reports/{template}: "users", "tokens", "activity", ...; `query` restricts it
    // as the list on the screen.
    void start(const QString& reportTemplate, const client::ListQuery& query, const QString& path,
               contract::ReportFormat format = contract::ReportFormat::Csv);
    // The result of a run in the background.
    void startResult(const QString& jobId, const QString& path);
    void cancel();
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] qint64 received() const { return m_received; }
    [[nodiscard]] QString path() const { return m_path; }
    [[nodiscard]] const contract::Error& error() const { return m_error; }

Q_SIGNALS:
    void stateChanged();
    void progressed(qint64 received);

private:
    using Ask = std::function<client::Reply<client::Nothing>(std::shared_ptr<QIODevice>, client::Progress)>;
    void receive(const QString& path, const Ask& ask);
    void become(State state);
    void finish();

    client::ApiClient& m_api;
    std::shared_ptr<QSaveFile> m_file;
    QString m_path;
    contract::Error m_error;
    client::Call m_call;
    State m_state = State::Idle;
    qint64 m_received = 0;
};

} // namespace holdfast::models
