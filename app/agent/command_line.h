// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/error.h"

#include <QHash>
#include <QStringList>

namespace holdfast::agent_program {

struct Flag
{
    const char* name; // "state-dir"
    const char* value; // what stands for the value in the help; null for a switch
    const char* help;
};

// What a verb was given.
class CommandLine
{
public:
    // `mostWords`: how many words besides flags the verb takes. Error: usage.
    static contract::Result<CommandLine> parse(const QStringList& arguments, const QList<Flag>& flags,
                                               qsizetype mostWords);

    [[nodiscard]] bool wantsHelp() const { return m_help; }
    [[nodiscard]] bool has(const char* flag) const;
    [[nodiscard]] QString value(const char* flag, const QString& otherwise = {}) const;
    [[nodiscard]] QString word() const { return m_words.value(0); }

private:
    QHash<QString, QString> m_values;
    QStringList m_words;
    bool m_help = false;
};

} // namespace holdfast::agent_program
