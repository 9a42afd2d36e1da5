// SPDX-License-Identifier: Apache-2.0
#include "app/agent/command_line.h"

namespace holdfast::agent_program {

using contract::Result;

namespace {

contract::Unexpected wrongUsage(const QString& detail)
{
    return contract::failure(contract::ErrorKind::InvalidRequest, QStringLiteral("usage"), detail);
}

} // namespace

Result<CommandLine> CommandLine::parse(const QStringList& arguments, const QList<Flag>& flags,
                                       qsizetype mostWords)
{
    CommandLine line;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString& argument = arguments.at(i);
        if (argument == QLatin1String("--help") || argument == QLatin1String("-h")) {
            line.m_help = true;
            return line;
        }
        if (!argument.startsWith(QLatin1String("--"))) {
            if (line.m_words.size() >= mostWords) {
                return wrongUsage(QStringLiteral("What is \"%1\"?").arg(argument));
            }
            line.m_words << argument;
            continue;
        }
        const qsizetype equals = argument.indexOf(QLatin1Char('='));
        const QString name = equals < 0 ? argument.mid(2) : argument.mid(2, equals - 2);
        const auto flag = std::find_if(flags.begin(), flags.end(),
                                       [&](const Flag& known) { return name == QLatin1String(known.name); });
        if (flag == flags.end()) {
            return wrongUsage(QStringLiteral("There is no flag --%1 here.").arg(name));
        }
        if (line.m_values.contains(name)) {
            return wrongUsage(QStringLiteral("--%1 is given twice.").arg(name));
        }
        QString value = QStringLiteral("true");
        if (flag->value == nullptr && equals >= 0) {
            return wrongUsage(QStringLiteral("--%1 takes no value.").arg(name));
        }
        if (flag->value != nullptr) {
            if (equals < 0 && i + 1 >= arguments.size()) {
                return wrongUsage(
                    QStringLiteral("--%1 needs a value: %2.").arg(name, QString::fromLatin1(flag->value)));
            }
            value = equals >= 0 ? argument.mid(equals + 1) : arguments.at(++i);
        }
        line.m_values.insert(name, value);
    }
    return line;
}

bool CommandLine::has(const char* flag) const
{
    return m_values.contains(QString::fromLatin1(flag));
}

QString CommandLine::value(const char* flag, const QString& otherwise) const
{
    return m_values.value(QString::fromLatin1(flag), otherwise);
}

} // namespace holdfast::agent_program
