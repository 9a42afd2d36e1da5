// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/error.h"

#include <QHash>
#include <QStringList>

#include <optional>

namespace holdfast::daemon {

// One flag of a verb. Every flag is also a key of the configuration file (--config F, INI, no section).
struct Flag
{
    const char* name; // "data-dir"
    const char* value; // what stands for the value in the help; null for a switch
    const char* help;
    bool repeated = false;
};

// What the command line and the configuration file say; the command line wins.
class Options
{
public:
    // `arguments` without program and verb. Errors: usage, config_unreadable, config_unknown_key.
    static contract::Result<Options> parse(const QStringList& arguments, const QList<Flag>& flags);

    [[nodiscard]] bool wantsHelp() const { return m_help; }
    [[nodiscard]] bool has(const char* name) const;
    [[nodiscard]] QString value(const char* name, const QString& otherwise = {}) const;
    [[nodiscard]] QStringList values(const char* name) const;
    // Error: usage, with the flag's name.
    [[nodiscard]] contract::Result<QString> required(const char* name) const;

private:
    contract::Result<void> readFile(const QString& path, const QList<Flag>& flags);
    QHash<QString, QStringList> m_values;
    bool m_help = false;
};

[[nodiscard]] QString helpText(const QString& verb, const QString& summary, const QList<Flag>& flags);

} // namespace holdfast::daemon
