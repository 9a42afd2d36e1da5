// SPDX-License-Identifier: Apache-2.0
#include "models/csv_export.h"

namespace holdfast::models {

namespace {

contract::Error notWritten(const QString& why)
{
    contract::Error error {contract::ErrorKind::Internal, QStringLiteral("file_not_written"),
                           QStringLiteral("The file could not be written.")};
    error.internal = why;
    return error;
}

} // namespace

CsvExport::CsvExport(client::ApiClient& api, QObject* parent)
    : QObject(parent)
    , m_api(api)
{ }

void CsvExport::start(const QString& reportTemplate, const client::ListQuery& query, const QString& path,
                      contract::ReportFormat format)
{
    receive(path, [&](std::shared_ptr<QIODevice> target, client::Progress progress) {
        return m_api.report(reportTemplate, query, format, std::move(target), std::move(progress));
    });
}

void CsvExport::startResult(const QString& jobId, const QString& path)
{
    receive(path, [&](std::shared_ptr<QIODevice> target, client::Progress progress) {
        return m_api.reportResult(jobId, std::move(target), std::move(progress));
    });
}

void CsvExport::receive(const QString& path, const Ask& ask)
{
    cancel();
    m_path = path;
    m_received = 0;
    m_file = std::make_shared<QSaveFile>(path);
    if (!m_file->open(QIODevice::WriteOnly)) {
        m_error = notWritten(m_file->errorString());
        m_file.reset();
        become(State::Failed);
        return;
    }
    become(State::Running);
    const auto progress = [watched = QPointer<CsvExport>(this)](qint64 received, qint64) {
        if (watched) {
            watched->m_received = received;
            Q_EMIT watched->progressed(received);
        }
    };
    m_call =
        client::consume(ask(m_file, progress), this, [this](const contract::Result<client::Nothing>& ended) {
            if (ended) {
                finish();
                return;
            }
            m_error = ended.error();
            m_file.reset(); // and with it what was written
            become(State::Failed);
        });
}

void CsvExport::finish()
{
    const bool committed = m_file->commit();
    if (!committed) {
        m_error = notWritten(m_file->errorString());
    }
    m_file.reset();
    become(committed ? State::Finished : State::Failed);
}

void CsvExport::cancel()
{
    if (m_state != State::Running) {
        return;
    }
    m_call.cancel();
    m_file->cancelWriting();
    m_file.reset();
    become(State::Cancelled);
}

void CsvExport::become(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
}

} // namespace holdfast::models
