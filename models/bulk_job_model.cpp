// SPDX-License-Identifier: Apache-2.0
#include "models/bulk_job_model.h"

namespace holdfast::models {

using contract::BulkJob;
using contract::BulkJobState;

BulkJobModel::BulkJobModel(client::ApiClient& api, QObject* parent)
    : QObject(parent)
    , m_api(api)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(pollEvery);
    connect(&m_timer, &QTimer::timeout, this, &BulkJobModel::poll);
}

BulkJobModel::State BulkJobModel::state() const
{
    if (!hasJob()) {
        return m_creating ? State::Listing : State::Empty;
    }
    switch (m_job.state) {
    case BulkJobState::Preparing:
        return State::Listing;
    case BulkJobState::Ready:
        return State::Ready;
    case BulkJobState::Running:
        return State::Running;
    default:
        return State::Ended;
    }
}

void BulkJobModel::create(const contract::BulkJobCreate& what)
{
    m_job = {};
    m_creating = true;
    ask(m_api.createBulkJob(what));
}

void BulkJobModel::open(const QString& id)
{
    m_job = {};
    m_creating = true;
    ask(m_api.bulkJob(id));
}

void BulkJobModel::start(const QString& overruleReason)
{
    contract::BulkJobStart start;
    if (!overruleReason.isEmpty()) {
        start.overruleReason = overruleReason;
    }
    ask(m_api.startBulkJob(m_job.id, start));
}

void BulkJobModel::resume()
{
    ask(m_api.resumeBulkJob(m_job.id));
}

void BulkJobModel::cancel()
{
    ask(m_api.cancelBulkJob(m_job.id));
}

void BulkJobModel::undo(const QString& id)
{
    m_creating = true;
    ask(m_api.undoBulkJob(id));
}

// What was asked before is answered by this, too: the answer is the whole job.
void BulkJobModel::ask(client::Reply<BulkJob> reply)
{
    m_timer.stop();
    m_call.cancel();
    m_asking = true;
    m_call = client::consume(std::move(reply), this, [this](const contract::Result<BulkJob>& answer) {
        m_asking = false;
        accept(answer);
    });
    Q_EMIT changed();
}

void BulkJobModel::poll()
{
    m_call = client::consume(m_api.bulkJob(m_job.id), this,
                             [this](const contract::Result<BulkJob>& answer) { accept(answer); });
}

void BulkJobModel::accept(const contract::Result<BulkJob>& answer)
{
    m_creating = false;
    if (answer) {
        m_job = *answer;
    }
    const State now = state();
    if (hasJob() && (now == State::Listing || now == State::Running)) {
        m_timer.start(); // also after a failure: the job runs on the service
    }
    Q_EMIT changed();
    if (!answer) {
        Q_EMIT failed(answer.error());
    }
}

} // namespace holdfast::models
