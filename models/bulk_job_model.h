// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/client/api_client.h"
#include "services/client/consume.h"

#include <QObject>
#include <QTimer>

namespace holdfast::models {

// One job over many: its list is made, looked at, begun, watched and perhaps undone. What runs on the service
// goes on whether somebody watches or not.
class BulkJobModel final : public QObject
{
    Q_OBJECT
public:
    enum class State
    {
        Empty, // no job yet
        Listing, // the list is being made
        Ready, // to be begun
        Running,
        Ended
    };
    Q_ENUM(State)

    explicit BulkJobModel(client::ApiClient& api, QObject* parent = nullptr);

    [[nodiscard]] State state() const;
    [[nodiscard]] bool hasJob() const { return !m_job.id.isEmpty(); }
    [[nodiscard]] const contract::BulkJob& job() const { return m_job; }
    // A call is under way that changes what is shown.
    [[nodiscard]] bool isAsking() const { return m_asking; }

    void create(const contract::BulkJobCreate& what);
    void open(const QString& id);
    void start(const QString& overruleReason = {});
    void resume();
    // One that was not begun is forgotten; one that runs ends between two batches.
    void cancel();
    // The job becomes the one that undoes `id`, to be begun.
    void undo(const QString& id);

    static constexpr std::chrono::milliseconds pollEvery {700};

Q_SIGNALS:
    void changed();
    void failed(const holdfast::contract::Error& error);

private:
    void ask(client::Reply<contract::BulkJob> reply);
    void accept(const contract::Result<contract::BulkJob>& answer);
    void poll();

    client::ApiClient& m_api;
    contract::BulkJob m_job;
    bool m_asking = false;
    bool m_creating = false;
    client::Call m_call;
    QTimer m_timer;
};

} // namespace holdfast::models
