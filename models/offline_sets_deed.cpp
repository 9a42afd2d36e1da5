// SPDX-License-Identifier: Apache-2.0
#include "models/offline_sets_deed.h"

namespace holdfast::models {

namespace {

constexpr int atOnce = 4;

} // namespace

OfflineSetsDeed::OfflineSetsDeed(client::ApiClient& api, QObject* parent)
    : QObject(parent)
    , m_api(api)
{ }

void OfflineSetsDeed::renew(const QStringList& ids)
{
    start(ids, [this](const QString& id) { return m_api.renewOfflineSet(id); });
}

void OfflineSetsDeed::extend(const QStringList& ids, const contract::OfflineExtend& extension)
{
    start(ids, [this, extension](const QString& id) { return m_api.extendOfflineSet(id, extension); });
}

void OfflineSetsDeed::revoke(const QStringList& ids, const QString& reason)
{
    start(ids, [this, reason](const QString& id) { return m_api.revokeOfflineSet(id, {reason}); });
}

void OfflineSetsDeed::start(const QStringList& ids, Ask ask)
{
    if (isRunning() || ids.isEmpty()) {
        return;
    }
    m_waiting = ids;
    m_ask = std::move(ask);
    m_done.clear();
    m_refused = 0;
    m_error = {};
    for (int i = 0; i < atOnce; ++i) {
        next();
    }
}

void OfflineSetsDeed::next()
{
    if (m_waiting.isEmpty()) {
        return;
    }
    ++m_running;
    const QString id = m_waiting.takeFirst();
    client::consume(m_ask(id), this, [this, id](const contract::Result<client::Nothing>& answer) {
        --m_running;
        if (answer) {
            m_done << id;
        } else {
            m_error = m_refused == 0 ? answer.error() : m_error;
            ++m_refused;
        }
        next();
        if (!isRunning()) {
            Q_EMIT finished();
        }
    });
}

} // namespace holdfast::models
