// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "benchmarks/people.h"
#include "benchmarks/report.h"

namespace holdfast::bench {

// One-step POST /mfa/v1_1/authn/initialize.
class Attempts
{
public:
    Attempts(quint16 port, QByteArray clientKey)
        : m_port(port)
        , m_clientKey(std::move(clientKey))
    { }

    // Everybody in turn, as fast as the service answers, each with the next good code.
    [[nodiscard]] Measurement sustained(People& people, int connections, int seconds);
    // Everybody once for each of the steps that the service still accepts (last, this and next).
    [[nodiscard]] Measurement oncePerStep(const People& people, int connections);
    // `calm` people log on now and then (20 ms pause after each answer) while `flood` connections send wrong
    // codes for `victims` without a pause. `floodTotal` counts the flood's answers.
    [[nodiscard]] Measurement besideFlood(People& calm, const People& victims, int connections,
                                          int floodConnections, int seconds, qint64& floodTotal);
    // New-PIN mode: the first code, then `pin` for each. Throws std::runtime_error.
    void choosePins(People& people, const QByteArray& pin);

    [[nodiscard]] QByteArray initializeRequest(const QByteArray& name, const QByteArray& passcode) const;

private:
    quint16 m_port;
    QByteArray m_clientKey;
};

} // namespace holdfast::bench
