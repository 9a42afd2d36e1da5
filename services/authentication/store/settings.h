// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/storage/connection.h"

#include <optional>

// Texts by key that belong to the service as a whole.
namespace holdfast::authentication::settings {

inline constexpr QLatin1String organisation("organisation");

[[nodiscard]] std::optional<QString> value(storage::Connection& connection, const QString& key);
void setValue(storage::Connection& connection, const QString& key, const QString& value);
void remove(storage::Connection& connection, const QString& key);

} // namespace holdfast::authentication::settings
