// SPDX-License-Identifier: Apache-2.0
#include "tests/support/fake_transport.h"

#include <QJsonDocument>

namespace holdfast::testing {

using client::Answer;
using client::Request;
using contract::Result;

void FakeTransport::on(const QByteArray& method, const QString& path, Handler handler)
{
    m_handlers[{method, path}] = std::move(handler);
}

void FakeTransport::on(const QByteArray& method, const QString& path, const QJsonObject& answer)
{
    on(method, path, [answer](const Request&) -> Result<Answer> { return json(answer); });
}

void FakeTransport::letGo()
{
    m_held = false;
    for (size_t i = 0; i < m_asked.size(); ++i) {
        release(static_cast<qsizetype>(i));
    }
}

void FakeTransport::release(qsizetype index)
{
    Asked& asked = m_asked.at(static_cast<size_t>(index));
    if (asked.cancelled || asked.answered) {
        return;
    }
    asked.answered = true;
    const auto handler = m_handlers.find({asked.request.method, asked.request.path});
    auto result = handler != m_handlers.end()
        ? handler->second(asked.request)
        : Result<Answer>(problem(contract::ErrorKind::NotFound, "no_such_route"));
    if (result && asked.target) {
        asked.target->write(result->body);
        result->body.clear();
    }
    const Done done = std::exchange(asked.done, nullptr);
    done(std::move(result));
}

int FakeTransport::count(const QByteArray& method, const QString& path) const
{
    return static_cast<int>(std::count_if(m_asked.begin(), m_asked.end(), [&](const Asked& asked) {
        return asked.request.method == method && asked.request.path == path;
    }));
}

client::Transport::Id FakeTransport::take(Request request, std::shared_ptr<QIODevice> target, Done done)
{
    const Id id = m_asked.size() + 1;
    m_asked.push_back({id, std::move(request), std::move(done), std::move(target)});
    if (!m_held) {
        QMetaObject::invokeMethod(
            this, [this, id] { release(static_cast<qsizetype>(id) - 1); }, Qt::QueuedConnection);
    }
    return id;
}

client::Transport::Id FakeTransport::send(Request request, Done done)
{
    return take(std::move(request), nullptr, std::move(done));
}

client::Transport::Id FakeTransport::download(Request request, std::shared_ptr<QIODevice> target,
                                              client::Progress, Done done)
{
    return take(std::move(request), std::move(target), std::move(done));
}

void FakeTransport::cancel(Id id)
{
    Asked& asked = m_asked.at(id - 1);
    asked.cancelled = true;
    asked.done = nullptr;
}

Answer FakeTransport::json(const QJsonObject& object, int status)
{
    return {status, QJsonDocument(object).toJson(QJsonDocument::Compact), {}};
}

contract::Unexpected FakeTransport::problem(contract::ErrorKind kind, const char* code)
{
    return contract::failure(kind, QString::fromLatin1(code), QStringLiteral("The service said so."));
}

Result<Answer> pageOf(const Request& request, qint64 total,
                      const std::function<QJsonObject(qint64 row)>& item)
{
    const auto value = [&](const char* name) {
        return request.query.queryItemValue(QString::fromLatin1(name));
    };
    const qint64 limit = value("limit").isEmpty() ? 100 : value("limit").toLongLong();
    qint64 first = 0;
    if (!value("after").isEmpty()) {
        first = value("after").toLongLong() + 1;
    } else if (!value("before").isEmpty()) {
        first = std::max<qint64>(0, value("before").toLongLong() - limit);
    } else if (!value("at").isEmpty()) {
        first = std::min<qint64>(static_cast<qint64>(value("at").toDouble() * static_cast<double>(total)),
                                 std::max<qint64>(0, total - limit));
    }
    qint64 last = std::min(total, first + limit);
    if (!value("before").isEmpty()) {
        last = std::min(last, value("before").toLongLong());
    }
    QJsonArray items;
    for (qint64 row = first; row < last; ++row) {
        items.append(item(row));
    }
    QJsonObject page {{QStringLiteral("items"), items}};
    if (last < total) {
        page.insert(QStringLiteral("next"), QString::number(last - 1));
    }
    if (first > 0) {
        page.insert(QStringLiteral("previous"), QString::number(first));
    }
    if (value("total") == QLatin1String("true")) {
        page.insert(QStringLiteral("total"), total);
    }
    if (!value("at").isEmpty()) {
        page.insert(QStringLiteral("offset"), first);
    }
    return FakeTransport::json(page);
}

} // namespace holdfast::testing
