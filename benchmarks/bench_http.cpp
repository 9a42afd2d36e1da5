// SPDX-License-Identifier: Apache-2.0
#include "benchmarks/modes.h"
#include "benchmarks/report.h"
#include "services/http/server.h"

#include <cstdlib>
#include <thread>

namespace holdfast::bench {

namespace {

http::Route route(const char* path, http::Execution execution)
{
    http::Route route;
    route.method = http::Method::Post;
    route.path = QString::fromLatin1(path);
    route.execution = execution;
    route.handler = [](const http::Request& request, const http::SharedResponder& respond) {
        (*respond)({.status = 200,
                    .contentType = "application/json",
                    .body = request.body,
                    .headers = {},
                    .stream = {}});
    };
    return route;
}

Measurement measure(quint16 port, const char* path, const Arguments& arguments)
{
    const QByteArray request =
        httpRequest("POST", path, "client-key: 0123456789abcdef0123456789abcdef\r\n",
                    R"({"subjectName":"somebody","subjectCredentials":[{"methodId":"SECURID",)"
                    R"("collectedInputs":[{"name":"SECURID","value":"123456"}]}]})");
    Measurement measured;
    Load load(port, arguments.connections);
    const auto begin = Clock::now();
    const auto end = begin + std::chrono::seconds(arguments.seconds);
    load.run([&](int) { return Turn {.request = Clock::now() < end ? &request : nullptr}; },
             [&](const Answer& answer) {
                 (answer.status == 200 ? measured.succeeded : measured.broken) += 1;
                 measured.latencies.add(answer.latency);
             });
    measured.seconds = std::chrono::duration<double>(Clock::now() - begin).count();
    return measured;
}

} // namespace

int benchHttp(const Arguments& arguments)
{
    http::Router router;
    router.add(route("/inline", http::Execution::Inline));
    router.add(route("/worker", http::Execution::Worker));
    http::ServerOptions options;
    options.ioThreads = arguments.ioThreads;
    http::Server server(options, router);
    const auto port = server.start();
    if (!port) {
        std::fprintf(stderr, "%s\n", qPrintable(port.error().detail));
        return EXIT_FAILURE;
    }
    print("HTTP alone, small POST, inline", measure(*port, "/inline", arguments));
    print("HTTP alone, small POST, on a worker", measure(*port, "/worker", arguments));
    server.stop();
    return EXIT_SUCCESS;
}

} // namespace holdfast::bench
