// SPDX-License-Identifier: Apache-2.0
#include "benchmarks/crowd.h"
#include "benchmarks/modes.h"
#include "benchmarks/people.h"
#include "benchmarks/report.h"
#include "benchmarks/service_process.h"

#include <array>
#include <cstdlib>

namespace holdfast::bench {

namespace {

struct Question
{
    const char* title;
    const char* path; // below /api/v1
};

constexpr std::array questions {
    Question {"people, first page", "/users?limit=100"},
    Question {"people, first page with the total", "/users?limit=100&total=true"},
    Question {"people, last page", "/users?limit=100&at=1"},
    Question {"people, dragged to the middle", "/users?limit=100&at=0.5"},
    Question {"people, dragged to nine tenths", "/users?limit=100&at=0.9"},
    Question {"people by shown name, middle", "/users?limit=100&at=0.5&sort=displayName"},
    Question {"people by last logon", "/users?limit=100&sort=-lastLogonAt"},
    Question {"people by creation, last page", "/users?limit=100&sort=createdAt&at=1"},
    Question {"locked people with the total", "/users?limit=100&filter=status:locked&total=true"},
    Question {"people of a domain with the total", "/users?limit=100&filter=domain:/D7&total=true"},
    Question {"people: the beginning of a name", "/users?limit=100&filter=name:crowd0199*&total=true"},
    Question {"people: a rare word", "/users?limit=100&filter=family4321&total=true"},
    Question {"people: a common word", "/users?limit=100&filter=anna"},
    Question {"people: a common word with the total", "/users?limit=100&filter=anna&total=true"},
    Question {"people: two words", "/users?limit=100&filter=anna%20family1000&total=true"},
    Question {"tokens, first page", "/tokens?limit=100"},
    Question {"tokens, first page with the total", "/tokens?limit=100&total=true"},
    Question {"tokens, last page", "/tokens?limit=100&at=1"},
    Question {"tokens, dragged to the middle", "/tokens?limit=100&at=0.5"},
    Question {"tokens by expiry", "/tokens?limit=100&sort=expiresAt"},
    Question {"tokens by last use", "/tokens?limit=100&sort=-lastUsedAt"},
    Question {"tokens by person", "/tokens?limit=100&sort=userName"},
    Question {"tokens: expiring", "/tokens?limit=100&filter=expiring:30&total=true"},
    Question {"tokens: part of a serial", "/tokens?limit=100&filter=0000123"},
    Question {"tokens: what nobody has", "/tokens?limit=100&filter=zzzz"},
    Question {"search: a logon name", "/search?q=crowd0123456"},
    Question {"search: a common word", "/search?q=anna"},
    Question {"search: two words", "/search?q=pavel%20family44"},
    Question {"search: a serial", "/search?q=200000123456"},
    Question {"search: what nobody has", "/search?q=zzz"},
    Question {"search: one letter", "/search?q=c"},
    Question {"overview", "/overview"},
    Question {"domains", "/domains"},
};

void ask(quint16 port, const QByteArray& authorization, const Question& question)
{
    constexpr int times = 20;
    const QByteArray request = httpRequest("GET", QByteArray("/api/v1") + question.path, authorization, {});
    Measurement measured;
    int left = times;
    Load load(port, 1);
    const Stopwatch stopwatch;
    load.run([&](int) -> Turn { return left-- > 0 ? Turn {.request = &request} : Turn {}; },
             [&](const Answer& answer) {
                 measured.latencies.add(answer.latency);
                 answer.status == 200 ? ++measured.succeeded : ++measured.broken;
             });
    measured.take(stopwatch);
    std::printf("%-42s p50 %8.2f ms   longest %8.2f ms%s\n", question.title, measured.latencies.percentileMs(50),
                measured.latencies.percentileMs(100), measured.broken > 0 ? "   FAILED" : "");
    std::fflush(stdout);
}

} // namespace

int benchLists(const Arguments& arguments)
{
    constexpr int million = 1'000'000;
    const int crowd = arguments.crowd > 0 ? arguments.crowd : million;
    ServiceProcess service(arguments.service);
    const Stopwatch stopwatch;
    if (!service.start([&](const QString& file) { fillCrowd(file, crowd); })) {
        std::fprintf(stderr, "%s did not start.\n", qPrintable(arguments.service));
        return EXIT_FAILURE;
    }
    std::printf("%d people with tokens made in %.0f s\n", crowd, stopwatch.seconds());
    const Seeder seeder(service.port());
    for (const Question& question : questions) {
        ask(service.port(), seeder.authorization(), question);
    }
    return EXIT_SUCCESS;
}

} // namespace holdfast::bench
