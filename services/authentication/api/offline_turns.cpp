// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/offline_turns.h"

namespace holdfast::authentication {

contract::Unexpected offlineBusy()
{
    return contract::failure(
        contract::ErrorKind::TooManyRequests, offlineBusyCode,
        QStringLiteral("The service is busy making offline data. They come with the next try."));
}

std::unique_ptr<OfflineTurns::Turn> OfflineTurns::begin(qint64 workstationId)
{
    const std::lock_guard lock(m_mutex);
    if (m_workstations.contains(workstationId)) {
        return nullptr;
    }
    m_workstations.insert(workstationId);
    return std::make_unique<Turn>(*this, workstationId);
}

OfflineTurns::Turn::~Turn()
{
    const std::lock_guard lock(m_turns.m_mutex);
    m_turns.m_workstations.remove(m_workstationId);
}

std::unique_ptr<OfflineTurns::Room> OfflineTurns::takeRoom()
{
    const std::lock_guard lock(m_mutex);
    if (m_working >= m_most) {
        return nullptr;
    }
    ++m_working;
    return std::make_unique<Room>(*this);
}

OfflineTurns::Room::~Room()
{
    const std::lock_guard lock(m_turns.m_mutex);
    --m_turns.m_working;
}

} // namespace holdfast::authentication
