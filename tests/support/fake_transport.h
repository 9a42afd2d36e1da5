// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/client/transport.h"
#include "services/contract/json.h"

#include <QJsonArray>
#include <QObject>

#include <map>

namespace holdfast::testing {

// The service as canned answers at the seam of the network. Answers come from the event loop, as real ones
// do, or when the test releases them.
class FakeTransport final : public QObject, public client::Transport
{
public:
    using Handler = std::function<contract::Result<client::Answer>(const client::Request&)>;
    struct Asked
    {
        Id id = 0;
        client::Request request;
        Done done;
        std::shared_ptr<QIODevice> target;
        bool cancelled = false;
        bool answered = false;
    };

    // A request for method and path is answered by the handler; one without handler is not answered (404).
    void on(const QByteArray& method, const QString& path, Handler handler);
    // The same answer always.
    void on(const QByteArray& method, const QString& path, const QJsonObject& answer);
    // From now on answers wait for release().
    void hold() { m_held = true; }
    void letGo();
    void release(qsizetype index);

    [[nodiscard]] const std::vector<Asked>& asked() const { return m_asked; }
    [[nodiscard]] const client::Request& last() const { return m_asked.back().request; }
    [[nodiscard]] int count(const QByteArray& method, const QString& path) const;
    [[nodiscard]] contract::Secret bearer() const { return m_bearer; }

    Id send(client::Request request, Done done) override;
    Id download(client::Request request, std::shared_ptr<QIODevice> target, client::Progress progress,
                Done done) override;
    void cancel(Id id) override;
    void setBearer(contract::Secret token) override { m_bearer = std::move(token); }

    [[nodiscard]] static client::Answer json(const QJsonObject& object, int status = 200);
    [[nodiscard]] static contract::Unexpected problem(contract::ErrorKind kind, const char* code);

private:
    Id take(client::Request request, std::shared_ptr<QIODevice> target, Done done);

    std::map<std::pair<QByteArray, QString>, Handler> m_handlers;
    std::vector<Asked> m_asked;
    contract::Secret m_bearer;
    bool m_held = false;
};

// GET of a list of `total` items with keyset paging by position: the item of a row is made by `item`. What
// does not concern paging is up to `item`.
[[nodiscard]] contract::Result<client::Answer> pageOf(const client::Request& request, qint64 total,
                                                      const std::function<QJsonObject(qint64 row)>& item);

} // namespace holdfast::testing
