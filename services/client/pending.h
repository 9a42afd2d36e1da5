// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/client/transport.h"

#include <QFutureWatcher>
#include <QObject>
#include <QPromise>

namespace holdfast::client {

// A call of ApiClient between the transport and the future that was given out: the future's cancellation goes
// to the network, and the answer becomes a value. Owned by the client; deletes itself when it has ended.
template <class T>
class Pending final : public QObject
{
public:
    using Parse = std::function<contract::Result<T>(Answer&&)>;

    Pending(Transport& transport, Parse parse, QObject* owner)
        : QObject(owner)
        , m_transport(transport)
        , m_parse(std::move(parse))
    {
        m_promise.start();
        connect(&m_watcher, &QFutureWatcherBase::canceled, this, &Pending::cancelled);
        m_watcher.setFuture(m_promise.future());
    }
    ~Pending() override
    {
        if (m_id != 0) {
            m_transport.cancel(m_id);
            m_promise.addResult(contract::failure(contract::ErrorKind::Unavailable,
                                                  QStringLiteral("cancelled"),
                                                  QStringLiteral("The program is closing.")));
            m_promise.finish();
        }
    }

    void setId(Transport::Id id) { m_id = id; }
    [[nodiscard]] QFuture<contract::Result<T>> future() { return m_promise.future(); }

    void ended(contract::Result<Answer> answer)
    {
        m_id = 0;
        m_promise.addResult(answer ? m_parse(std::move(*answer)) : contract::Unexpected(answer.error()));
        m_promise.finish();
        deleteLater();
    }

private:
    void cancelled()
    {
        if (m_id != 0) {
            m_transport.cancel(std::exchange(m_id, 0));
            m_promise.finish();
            deleteLater();
        }
    }

    Transport& m_transport;
    Parse m_parse;
    QPromise<contract::Result<T>> m_promise;
    QFutureWatcher<contract::Result<T>> m_watcher;
    Transport::Id m_id = 0;
};

} // namespace holdfast::client
