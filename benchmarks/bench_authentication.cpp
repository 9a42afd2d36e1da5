// SPDX-License-Identifier: Apache-2.0
#include "benchmarks/attempts.h"
#include "benchmarks/crowd.h"
#include "benchmarks/modes.h"
#include "benchmarks/service_process.h"
#include "services/security/pin_hash.h"

#include <atomic>
#include <cstdlib>
#include <thread>

namespace holdfast::bench {

namespace {

// What the hash alone allows on all processors, in hashes a second.
double bareHashRate(int seconds)
{
    const security::KeyRing keys = security::KeyRing::generate();
    const contract::Secret pin(QByteArrayView("73915"));
    const QByteArray hash = security::hashPin(keys, pin, "benchmark");
    std::atomic<qint64> hashes {0};
    const auto begin = Clock::now();
    const auto end = begin + std::chrono::seconds(seconds);
    std::vector<std::thread> threads;
    for (unsigned i = 0; i < std::max(1U, std::thread::hardware_concurrency()); ++i) {
        threads.emplace_back([&] {
            while (Clock::now() < end) {
                hashes += security::verifyPin(keys, pin, "benchmark", hash) ? 1 : 0;
            }
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    return static_cast<double>(hashes) / std::chrono::duration<double>(Clock::now() - begin).count();
}

class Run
{
public:
    explicit Run(const Arguments& arguments, quint16 port)
        : m_arguments(arguments)
        , m_seeder(port)
        , m_attempts(port, m_seeder.makeClientKey())
    { }

    void pinless()
    {
        People people = seeded("user", Kind::Hotp);
        static_cast<void>(m_attempts.sustained(people, m_arguments.connections, 1)); // warm
        print("one step, PIN-less, HOTP",
              m_attempts.sustained(people, m_arguments.connections, m_arguments.seconds));
    }
    void totp()
    {
        const People people = seeded("time", Kind::Totp);
        print("one step, PIN-less, TOTP, each step once",
              m_attempts.oncePerStep(people, m_arguments.connections));
    }
    void pin()
    {
        const double bare = bareHashRate(std::min(5, m_arguments.seconds));
        std::printf("%-46s %9.1f/s\n", "Argon2id alone, all processors", bare);
        const Measurement measured =
            m_attempts.sustained(withPins(), m_arguments.connections, m_arguments.seconds);
        print("one step with PIN, HOTP", measured);
        std::printf("%-46s %9.1f %%\n", "of what the hash alone allows", 100 * measured.rate() / bare);
    }
    void flood()
    {
        People calm = makePeople(1000, "calm");
        m_seeder.add(calm, Kind::Hotp, false);
        const People victims = seeded("victim", Kind::Hotp);
        qint64 total = 0;
        constexpr int calmConnections = 8;
        print("8 calm logons without a flood",
              m_attempts.besideFlood(calm, victims, calmConnections, 0, m_arguments.seconds, total));
        print("8 calm logons beside 64 of wrong codes",
              m_attempts.besideFlood(calm, victims, calmConnections, 64, m_arguments.seconds, total));
        tellFlood(total);
        People pins = withPins();
        const auto half = static_cast<std::ptrdiff_t>(pins.size() / 2);
        People calmPins(pins.begin(), pins.begin() + half);
        const People victimPins(pins.begin() + half, pins.end());
        print("2 calm logons with PIN without a flood",
              m_attempts.besideFlood(calmPins, victimPins, 2, 0, m_arguments.seconds, total));
        print("2 calm with PIN beside 64 wrong codes with PIN",
              m_attempts.besideFlood(calmPins, victimPins, 2, 64, m_arguments.seconds, total));
        tellFlood(total);
    }

private:
    People seeded(const char* prefix, Kind kind)
    {
        People people = makePeople(m_arguments.tokens, prefix);
        const auto begin = Clock::now();
        m_seeder.add(people, kind, false);
        std::printf("(%d people with tokens made in %.1f s)\n", m_arguments.tokens,
                    std::chrono::duration<double>(Clock::now() - begin).count());
        return people;
    }
    People& withPins()
    {
        if (m_withPins.empty()) {
            m_withPins = makePeople(m_arguments.tokensWithPin, "pin");
            m_seeder.add(m_withPins, Kind::Hotp, true);
            m_attempts.choosePins(m_withPins, "73915");
        }
        return m_withPins;
    }
    void tellFlood(qint64 total) const
    {
        std::printf("%-46s %9.0f/s\n", "    the flood was answered",
                    static_cast<double>(total) / m_arguments.seconds);
    }

    Arguments m_arguments;
    Seeder m_seeder;
    Attempts m_attempts;
    People m_withPins;
};

} // namespace

int benchAuthentication(const Arguments& arguments)
{
    ServiceProcess service(arguments.service);
    const auto fill = [&](const QString& file) {
        if (arguments.crowd > 0) {
            fillCrowd(file, arguments.crowd);
        }
    };
    if (!service.start(fill)) {
        std::fprintf(stderr, "%s did not start.\n", qPrintable(arguments.service));
        return EXIT_FAILURE;
    }
    std::printf("holdfastd is process %lld, %d connections, %d s for each measurement\n",
                static_cast<long long>(service.processId()), arguments.connections, arguments.seconds);
    Run run(arguments, service.port());
    const bool all = arguments.mode == QLatin1String("all");
    if (all || arguments.mode == QLatin1String("pinless")) {
        run.pinless();
    }
    if (all || arguments.mode == QLatin1String("totp")) {
        run.totp();
    }
    if (all || arguments.mode == QLatin1String("pin")) {
        run.pin();
    }
    if (all || arguments.mode == QLatin1String("flood")) {
        run.flood();
    }
    return EXIT_SUCCESS;
}

} // namespace holdfast::bench
