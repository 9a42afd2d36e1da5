// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/error.h"
#include "services/contract/service_health.h"

#include <functional>
#include <mutex>

namespace holdfast::authentication {

// The short names of logging categories: "api" is "holdfast.api" and what is below it.
[[nodiscard]] QStringList logCategories();

// What the log holds: by levels as configured ("info", "http=debug"), verbose for a while if somebody asks.
// Safe from any thread.
class LogSwitch
{
public:
    using Apply = std::function<void(const QString& rules)>; // QLoggingCategory's filter rules

    // Applies the levels, which must be checked by then. "info" where they say nothing.
    explicit LogSwitch(const QStringList& levels = {}, Apply apply = {});

    // One level: debug, info, warning or critical, alone or as CATEGORY=LEVEL. Error: log_level_invalid.
    static contract::Result<void> checkLevel(const QString& text);

    [[nodiscard]] contract::LoggingState state() const;
    // Error: the field `categories`.
    [[nodiscard]] contract::Result<void> turnOn(const QStringList& categories, contract::Timestamp until);
    // False: they were not on.
    bool turnOff();
    [[nodiscard]] bool isDue(contract::Timestamp now) const;

private:
    QString m_configured;
    Apply m_apply;
    mutable std::mutex m_mutex;
    contract::LoggingState m_state;
};

} // namespace holdfast::authentication
