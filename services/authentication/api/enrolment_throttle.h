// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/timestamp.h"

#include <QHash>
#include <QString>

#include <mutex>

namespace holdfast::authentication {

// Wrong enrolment codes, counted for each address and in all, within ten minutes; the 2^64 addresses of an
// IPv6 network are one. Whoever gave too many waits for the rest of them, right or wrong. Where there were
// too many in all, whoever gave a single wrong one waits. Nobody waits for what others did: a code has some
// 79 bits, so that guessing is slowed down, and never worth keeping everybody from enrolling. Bounded; safe
// from any thread.
class EnrolmentThrottle
{
public:
    static constexpr std::chrono::minutes window {10};
    static constexpr int mostOfAddress = 10;
    static constexpr int mostInAll = 500;
    static constexpr int mostAddresses = 10'000;

    [[nodiscard]] bool admits(const QString& address, contract::Timestamp now);
    // True: worth an event, for the last is ten seconds ago.
    [[nodiscard]] bool countWrong(const QString& address, contract::Timestamp now);

private:
    void beginAnew(contract::Timestamp now);

    std::mutex m_mutex;
    QHash<QString, int> m_ofAddress; // or network; at most mostAddresses
    int m_inAll = 0;
    contract::Timestamp m_began {};
    contract::Timestamp m_nextEvent {};
};

} // namespace holdfast::authentication
