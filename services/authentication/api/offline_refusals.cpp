// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/offline_refusals.h"

namespace holdfast::authentication {

std::optional<int> OfflineRefusals::tell(qint64 workstationId, const QString& serial, const QString& reason,
                                         contract::Timestamp now)
{
    const QString key =
        QString::number(workstationId) + QLatin1Char('\n') + serial + QLatin1Char('\n') + reason;
    const std::lock_guard lock(m_mutex);
    const auto isOver = [&](const Told& told) {
        return now - told.at >= window || now < told.at;
    };
    const auto known = m_told.find(key);
    if (known != m_told.end() && !isOver(*known)) {
        ++known->passedOver;
        return std::nullopt;
    }
    const int passedOver = known == m_told.end() ? 0 : known->passedOver;
    if (m_told.size() >= mostKept) {
        m_told.removeIf([&](const std::pair<const QString&, Told&>& entry) { return isOver(entry.second); });
    }
    if (m_told.size() >= mostKept) {
        m_told.clear();
    }
    m_told.insert(key, {now, 0});
    return passedOver;
}

} // namespace holdfast::authentication
