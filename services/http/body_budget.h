// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <atomic>
#include <optional>
#include <utility>

namespace holdfast::http {

// How many bytes the large bodies of all connections may hold together. From any thread; outlives its shares.
class BodyBudget
{
public:
    explicit BodyBudget(qint64 bytes)
        : m_left(bytes)
    { }

    // Gives its bytes back when it goes.
    class Share
    {
    public:
        Share(BodyBudget& budget, qint64 bytes)
            : m_budget(&budget)
            , m_bytes(bytes)
        { }
        Share(Share&& other) noexcept
            : m_budget(std::exchange(other.m_budget, nullptr))
            , m_bytes(other.m_bytes)
        { }
        Share& operator=(Share&& other) noexcept
        {
            std::swap(m_budget, other.m_budget);
            std::swap(m_bytes, other.m_bytes);
            return *this;
        }
        ~Share()
        {
            if (m_budget) {
                m_budget->m_left += m_bytes;
            }
        }

    private:
        BodyBudget* m_budget;
        qint64 m_bytes;
    };

    // Nothing: so much is not left.
    [[nodiscard]] std::optional<Share> take(qint64 bytes)
    {
        if (m_left.fetch_sub(bytes) >= bytes) {
            return Share(*this, bytes);
        }
        m_left += bytes;
        return std::nullopt;
    }

private:
    std::atomic<qint64> m_left;
};

} // namespace holdfast::http
