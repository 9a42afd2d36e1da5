// SPDX-License-Identifier: Apache-2.0
#include "benchmarks/attempts.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <stdexcept>

namespace holdfast::bench {

namespace {

constexpr auto success = R"("attemptResponseCode":"SUCCESS")";

void count(Measurement& measured, const Answer& answer)
{
    measured.latencies.add(answer.latency);
    if (answer.status != 200) {
        ++measured.broken;
    } else if (answer.body.contains(success)) {
        ++measured.succeeded;
    } else if (measured.refused++ == 0) {
        measured.firstRefusal = answer.body.toByteArray();
    }
}

// Whoever comes next in turn and has no attempt under way.
Person& nextFree(People& people, std::size_t& next)
{
    while (people[next % people.size()].busy) {
        ++next;
    }
    Person& person = people[next++ % people.size()];
    person.busy = true;
    return person;
}

} // namespace

QByteArray Attempts::initializeRequest(const QByteArray& name, const QByteArray& passcode) const
{
    const QByteArray body = R"({"clientId":"benchmark","subjectName":")" + name
        + R"(","subjectCredentials":[{"methodId":"SECURID","collectedInputs":[{"name":"SECURID","value":")"
        + passcode + R"(","dataType":"STRING"}]}],"context":{"messageId":"m1"}})";
    return httpRequest("POST", "/mfa/v1_1/authn/initialize", "client-key: " + m_clientKey + "\r\n", body);
}

Measurement Attempts::sustained(People& people, int connections, int seconds)
{
    Measurement measured;
    std::vector<QByteArray> requests(static_cast<std::size_t>(connections));
    std::vector<Person*> current(static_cast<std::size_t>(connections), nullptr);
    std::size_t next = 0;
    Load load(m_port, connections);
    const Stopwatch stopwatch;
    const auto end = Clock::now() + std::chrono::seconds(seconds);
    load.run(
        [&](int connection) -> Turn {
            if (Clock::now() >= end) {
                return {};
            }
            Person& person = nextFree(people, next);
            current[static_cast<std::size_t>(connection)] = &person;
            QByteArray& request = requests[static_cast<std::size_t>(connection)];
            request = initializeRequest(person.name, person.passcode(person.counter++));
            return {.request = &request};
        },
        [&](const Answer& answer) {
            current[static_cast<std::size_t>(answer.connection)]->busy = false;
            count(measured, answer);
        });
    measured.take(stopwatch);
    return measured;
}

Measurement Attempts::oncePerStep(const People& people, int connections)
{
    Measurement measured;
    std::vector<QByteArray> requests;
    const qint64 step = currentStep();
    for (const qint64 position : {step - 1, step, step + 1}) {
        for (const Person& person : people) {
            requests.push_back(initializeRequest(person.name, person.passcode(position)));
        }
    }
    std::size_t next = 0;
    Load load(m_port, connections);
    const Stopwatch stopwatch;
    load.run(
        [&](int) -> Turn { return next < requests.size() ? Turn {.request = &requests[next++]} : Turn {}; },
        [&](const Answer& answer) { count(measured, answer); });
    measured.take(stopwatch);
    return measured;
}

Measurement Attempts::besideFlood(People& calm, const People& victims, int connections, int floodConnections,
                                  int seconds, qint64& floodTotal)
{
    Measurement measured;
    std::vector<QByteArray> requests(static_cast<std::size_t>(connections + floodConnections));
    std::vector<Person*> current(static_cast<std::size_t>(connections), nullptr);
    std::size_t nextCalm = 0;
    std::size_t nextVictim = 0;
    floodTotal = 0;
    Load load(m_port, connections + floodConnections);
    const Stopwatch stopwatch;
    const auto end = Clock::now() + std::chrono::seconds(seconds);
    load.run(
        [&](int connection) -> Turn {
            const auto now = Clock::now();
            if (now >= end) {
                return {};
            }
            QByteArray& request = requests[static_cast<std::size_t>(connection)];
            if (connection >= connections) {
                const Person& victim = victims[nextVictim++ % victims.size()];
                request = initializeRequest(victim.name, victim.pin + "000000");
                return {.request = &request};
            }
            Person& person = nextFree(calm, nextCalm);
            current[static_cast<std::size_t>(connection)] = &person;
            request = initializeRequest(person.name, person.passcode(person.counter++));
            return {.request = &request, .notBefore = now + std::chrono::milliseconds(20)};
        },
        [&](const Answer& answer) {
            if (answer.connection < connections) {
                current[static_cast<std::size_t>(answer.connection)]->busy = false;
                count(measured, answer);
            } else {
                ++floodTotal;
            }
        });
    measured.take(stopwatch);
    return measured;
}

void Attempts::choosePins(People& people, const QByteArray& pin)
{
    constexpr int connections = 16;
    std::vector<QByteArray> requests(connections);
    std::vector<Person*> current(connections, nullptr);
    std::vector<QByteArray> challenges(connections); // the answer that asks for a PIN, or empty
    std::size_t next = 0;
    QByteArray failure;
    Load load(m_port, connections);
    load.run(
        [&](int index) -> Turn {
            const auto connection = static_cast<std::size_t>(index);
            if (!failure.isEmpty()) {
                return {};
            }
            if (challenges[connection].isEmpty()) {
                if (next == people.size()) {
                    return {};
                }
                current[connection] = &people[next++];
                Person& person = *current[connection];
                requests[connection] = initializeRequest(person.name, person.code(person.counter++));
                return {.request = &requests[connection]};
            }
            const QJsonObject asked = QJsonDocument::fromJson(challenges[connection])
                                          .object()
                                          .value(QStringLiteral("context"))
                                          .toObject();
            const QJsonObject input {{QStringLiteral("name"), QStringLiteral("SECURID_NEWPIN")},
                                     {QStringLiteral("value"), QString::fromLatin1(pin)}};
            const QJsonObject credential {{QStringLiteral("methodId"), QStringLiteral("SECURID_NEWPIN")},
                                          {QStringLiteral("collectedInputs"), QJsonArray {input}}};
            const QJsonObject context {
                {QStringLiteral("authnAttemptId"), asked.value(QStringLiteral("authnAttemptId"))},
                {QStringLiteral("messageId"), QStringLiteral("m2")},
                {QStringLiteral("inResponseTo"), asked.value(QStringLiteral("messageId"))}};
            const QJsonObject verify {{QStringLiteral("subjectCredentials"), QJsonArray {credential}},
                                      {QStringLiteral("context"), context}};
            requests[connection] =
                httpRequest("POST", "/mfa/v1_1/authn/verify", "client-key: " + m_clientKey + "\r\n",
                            QJsonDocument(verify).toJson(QJsonDocument::Compact));
            return {.request = &requests[connection]};
        },
        [&](const Answer& answer) {
            QByteArray& challenge = challenges[static_cast<std::size_t>(answer.connection)];
            const bool asking = challenge.isEmpty();
            if (answer.status == 200 && asking && answer.body.contains("SECURID_NEWPIN")) {
                challenge = answer.body.toByteArray();
            } else if (answer.status == 200 && !asking && answer.body.contains(success)) {
                challenge.clear();
                current[static_cast<std::size_t>(answer.connection)]->pin = pin;
            } else {
                failure = answer.body.toByteArray();
            }
        });
    if (!failure.isEmpty()) {
        throw std::runtime_error("no PIN could be chosen: " + failure.toStdString());
    }
}

} // namespace holdfast::bench
