// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/client/api_client.h"
#include "services/client/consume.h"

#include <QObject>

#include <functional>

namespace holdfast::models {

// One action on several sets, a few calls at a time. What is refused holds up nothing else.
class OfflineSetsDeed final : public QObject
{
    Q_OBJECT
public:
    using Ask = std::function<client::Reply<client::Nothing>(const QString& id)>;

    explicit OfflineSetsDeed(client::ApiClient& api, QObject* parent = nullptr);

    void renew(const QStringList& ids);
    void extend(const QStringList& ids, const contract::OfflineExtend& extension);
    void revoke(const QStringList& ids, const QString& reason);
    [[nodiscard]] bool isRunning() const { return m_running > 0; }

    [[nodiscard]] int done() const { return static_cast<int>(m_done.size()); }
    [[nodiscard]] const QStringList& doneIds() const { return m_done; }
    [[nodiscard]] int refused() const { return m_refused; }
    [[nodiscard]] const contract::Error& firstError() const { return m_error; }

Q_SIGNALS:
    void finished();

private:
    void start(const QStringList& ids, Ask ask);
    void next();

    client::ApiClient& m_api;
    QStringList m_waiting;
    Ask m_ask;
    int m_running = 0;
    QStringList m_done;
    int m_refused = 0;
    contract::Error m_error;
};

} // namespace holdfast::models
