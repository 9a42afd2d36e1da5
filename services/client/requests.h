// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/client/answer_json.h"
#include "services/client/list_query.h"
#include "services/client/pending.h"

// How the parts of ApiClient build their requests and start them.
namespace holdfast::client {

[[nodiscard]] QString pathOf(const char* collection); // "/users"
// Every part percent-encoded: pathOf("/tokens", serial, "/assign").
[[nodiscard]] QString pathOf(const char* collection, const QString& id, const char* action = "");
[[nodiscard]] Request getRequest(QString path, const ListQuery& query = {.limit = 0});
// With an Idempotency-Key a lost POST is sent again: for what the service keeps the answer of, and for what
// may happen twice without harm (unlock, enable, ...). Assigning, replacing and resynchronising have none.
[[nodiscard]] Request postRequest(QString path, contract::Secret body = {}, QByteArray idempotencyKey = {});
[[nodiscard]] Request changeRequest(const char* method, QString path, std::optional<qint64> version,
                                    contract::Secret body = {});

template <class T>
[[nodiscard]] QFuture<contract::Result<T>> begin(Transport& transport, QObject* owner, Request request,
                                                 typename Pending<T>::Parse parse)
{
    auto* pending = new Pending<T>(transport, std::move(parse), owner);
    auto future = pending->future();
    pending->setId(transport.send(std::move(request), [pending](contract::Result<Answer> answer) {
        pending->ended(std::move(answer));
    }));
    return future;
}

// A value, a page, or no body at all.
template <contract::Described T>
[[nodiscard]] QFuture<contract::Result<T>> askValue(Transport& transport, QObject* owner, Request request)
{
    return begin<T>(transport, owner, std::move(request),
                    [](Answer&& answer) { return readValue<T>(answer); });
}
template <contract::Described T>
[[nodiscard]] QFuture<contract::Result<contract::Page<T>>> askPage(Transport& transport, QObject* owner,
                                                                   Request request)
{
    return begin<contract::Page<T>>(transport, owner, std::move(request),
                                    [](Answer&& answer) { return readPage<T>(answer); });
}
[[nodiscard]] QFuture<contract::Result<std::monostate>> askNothing(Transport& transport, QObject* owner,
                                                                   Request request);

} // namespace holdfast::client
