// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/card.h"

#include <QString>

// Which offline emergency code can be read out to whoever calls, and what to do where there is none.
namespace holdfast::models {

// A code that a workstation is known to hold.
struct ReadableCode
{
    QString setId;
    QString workstationId;
    QString workstation;
    contract::Timestamp expiresAt {};
    bool isRemoved = false; // the next contact takes it away, with nothing in its place
};

// Whether a workstation goes on with the codes inside.
[[nodiscard]] bool holdsCodes(const contract::OfflineSet& set);

// Those that a workstation is known to hold and still takes, the latest contact first.
[[nodiscard]] QList<ReadableCode> readableCodes(const contract::UserCard& card,
                                                contract::CodeReplaces replaces, contract::Timestamp now);

// Where there is none: why, what to do instead, and the action that comes first.
struct OfflineCodeAdvice
{
    QString why;
    QString instead;
    std::optional<contract::Cure> first {};
    bool challenge = false; // challenge and response is worth a try
};
[[nodiscard]] OfflineCodeAdvice offlineCodeAdvice(const contract::UserCard& card,
                                                  contract::CodeReplaces replaces, contract::Timestamp now);

} // namespace holdfast::models
