// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/mfa_attempts.h"

namespace holdfast::authentication::mfa {

namespace {

constexpr std::chrono::seconds sweepInterval {10};

qsizetype bytesOf(const std::vector<contract::NameValue>& attributes)
{
    qsizetype characters = 0;
    for (const contract::NameValue& attribute : attributes) {
        characters += attribute.name.size() + attribute.value.size() + attribute.dataType.size();
    }
    return characters * qsizetype {sizeof(QChar)};
}

} // namespace

bool Attempts::add(const SharedAttempt& attempt, contract::Timestamp now)
{
    dropExpired(now);
    attempt->attributeBytes = bytesOf(attempt->sessionAttributes);
    if (m_open >= m_limits.open || m_openOfClient.value(attempt->client) >= m_limits.openOfClient
        || m_attributeBytes + attempt->attributeBytes > m_limits.attributeBytes) {
        return false;
    }
    m_attributeBytes += attempt->attributeBytes;
    m_attempts.insert(attempt->id, attempt);
    ++m_open;
    ++m_openOfClient[attempt->client];
    return true;
}

SharedAttempt Attempts::find(const QString& id, qint64 client, contract::Timestamp now)
{
    const auto found = m_attempts.constFind(id);
    if (found == m_attempts.constEnd() || (*found)->client != client) {
        return nullptr;
    }
    if (now >= (*found)->expires && !(*found)->busy) {
        drop(id);
        return nullptr;
    }
    return *found;
}

void Attempts::finish(const SharedAttempt& attempt)
{
    if (attempt->expects == Attempt::Expects::Nothing || !m_attempts.contains(attempt->id)) {
        return;
    }
    attempt->expects = Attempt::Expects::Nothing;
    attempt->continuation.reset();
    attempt->seenMessageIds.clear();
    --m_open;
    --m_openOfClient[attempt->client];
    m_finished.push_back(attempt->id);
    while (m_finished.size() > static_cast<size_t>(m_limits.finished)) {
        const QString oldest = m_finished.front();
        m_finished.pop_front();
        drop(oldest);
    }
}

void Attempts::forget(const SharedAttempt& attempt)
{
    drop(attempt->id);
}

void Attempts::drop(const QString& id)
{
    const auto found = m_attempts.constFind(id);
    if (found == m_attempts.constEnd()) {
        return;
    }
    if ((*found)->expects != Attempt::Expects::Nothing) {
        --m_open;
        --m_openOfClient[(*found)->client];
    }
    m_attributeBytes -= (*found)->attributeBytes;
    m_attempts.erase(found);
}

void Attempts::dropExpired(contract::Timestamp now)
{
    if (now < m_nextSweep && m_open < m_limits.open) {
        return;
    }
    m_nextSweep = now + sweepInterval;
    QStringList expired;
    for (const SharedAttempt& attempt : std::as_const(m_attempts)) {
        if (now >= attempt->expires && !attempt->busy) {
            expired << attempt->id;
        }
    }
    for (const QString& id : expired) {
        drop(id);
    }
}

} // namespace holdfast::authentication::mfa
