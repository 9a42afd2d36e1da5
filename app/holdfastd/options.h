// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/error.h"

#include <QHash>
#include <QStringList>

#include <optional>

namespace holdfast::daemon {

// One flag of a verb. Every flag is also a key of the configuration file (--config F; config_file.h).
struct Flag
{
    const char* name; // "data-dir"
    const char* value; // what stands for the value in the help; null for a switch
    const char* help;
    bool repeated = false;
    // Looks at a value as it is read, wherever it stands; null: any text will do.
    contract::Result<void> (*check)(const QString&) = nullptr;
};

// What the command line and the configuration file say; the command line wins.
class Options
{
public:
    // `arguments` without program and verb. `everywhere`: the flags of all verbs, for one file serves them
    // all; a key that is none of them is an error. Errors: usage, what a flag's check says,
    // config_unreadable, and all faults of the file at once as config_unknown_key (nothing but unknown keys)
    // or config_invalid.
    static contract::Result<Options> parse(const QStringList& arguments, const QList<Flag>& flags,
                                           const QList<Flag>& everywhere);

    [[nodiscard]] bool wantsHelp() const { return m_help; }
    [[nodiscard]] bool has(const char* name) const;
    [[nodiscard]] QString value(const char* name, const QString& otherwise = {}) const;
    [[nodiscard]] QStringList values(const char* name) const;
    // What is in effect, wherever it was said.
    [[nodiscard]] const QHash<QString, QStringList>& all() const { return m_values; }
    // Error: usage, with the flag's name.
    [[nodiscard]] contract::Result<QString> required(const char* name) const;

private:
    contract::Result<void> readFile(const QString& path, const QList<Flag>& flags,
                                    const QList<Flag>& everywhere);
    QHash<QString, QStringList> m_values;
    bool m_help = false;
};

[[nodiscard]] QString helpText(const QString& verb, const QString& summary, const QList<Flag>& flags);

} // namespace holdfast::daemon
