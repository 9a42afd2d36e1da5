// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/http/server.h"

namespace holdfast::test {

// A route that answers with what `answer` makes of the request.
[[nodiscard]] inline http::Route route(http::Method method, const QString& path, http::Execution execution,
                                       std::function<http::Response(const http::Request&)> answer)
{
    http::Route route;
    route.method = method;
    route.path = path;
    route.execution = execution;
    route.handler = [answer = std::move(answer)](http::Request request, http::SharedResponder respond) {
        (*respond)(answer(request));
    };
    return route;
}

[[nodiscard]] inline http::Response text(const QByteArray& body, int status = 200)
{
    return {.status = status, .contentType = "text/plain", .body = body, .headers = {}, .stream = {}};
}

// A real server on a free port of loopback. Routes first, then start().
class TestServer
{
public:
    http::ServerOptions options;
    http::Router router;
    std::optional<http::Server> server;
    quint16 port = 0;

    // GET /hello and POST /echo (inline, 1 KiB at most) are always there.
    TestServer()
    {
        router.add(route(http::Method::Get, QStringLiteral("/hello"), http::Execution::Inline,
                         [](const http::Request&) { return text("hello"); }));
        http::Route echo = route(http::Method::Post, QStringLiteral("/echo"), http::Execution::Inline,
                                 [](const http::Request& request) { return text(request.body); });
        echo.maxBody = 1024;
        router.add(std::move(echo));
    }
    bool start()
    {
        server.emplace(options, router);
        const auto started = server->start();
        port = started ? *started : 0;
        return started.has_value();
    }
};

} // namespace holdfast::test
