// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/settings.h"

namespace holdfast::authentication::settings {

std::optional<QString> value(storage::Connection& connection, const QString& key)
{
    auto rows = connection.select(QStringLiteral("SELECT value FROM settings WHERE key = ?"), {key});
    return rows.next() ? std::optional(rows.text(0)) : std::nullopt;
}

void setValue(storage::Connection& connection, const QString& key, const QString& value)
{
    connection.change(QStringLiteral("INSERT INTO settings (key, value) VALUES (?, ?) "
                                     "ON CONFLICT (key) DO UPDATE SET value = excluded.value"),
                      {key, value});
}

void remove(storage::Connection& connection, const QString& key)
{
    connection.change(QStringLiteral("DELETE FROM settings WHERE key = ?"), {key});
}

} // namespace holdfast::authentication::settings
