// SPDX-License-Identifier: Apache-2.0
#include "services/storage/finisher.h"

#include <QLoggingCategory>

#include <iterator>

namespace holdfast::storage {

namespace {

Q_LOGGING_CATEGORY(finisherLog, "holdfast.storage.finisher")

} // namespace

Finisher::Finisher()
    : m_thread([this] { loop(); })
{ }

Finisher::~Finisher()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void Finisher::add(std::vector<Call> calls)
{
    bool first = false;
    {
        const std::lock_guard lock(m_mutex);
        first = m_calls.empty();
        m_calls.insert(m_calls.end(), std::make_move_iterator(calls.begin()),
                       std::make_move_iterator(calls.end()));
    }
    if (first) {
        m_wake.notify_one();
    }
}

std::vector<Finisher::Call> Finisher::take()
{
    std::unique_lock lock(m_mutex);
    m_wake.wait(lock, [this] { return m_stop || !m_calls.empty(); });
    return std::exchange(m_calls, {});
}

void Finisher::loop()
{
    for (std::vector<Call> calls = take(); !calls.empty(); calls = take()) {
        for (const Call& call : calls) {
            try {
                call();
            } catch (const std::exception& thrown) {
                qCCritical(finisherLog) << "An answer to a write threw:" << thrown.what();
            }
        }
    }
}

} // namespace holdfast::storage
