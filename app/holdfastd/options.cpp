// SPDX-License-Identifier: Apache-2.0
#include "app/holdfastd/options.h"

#include "app/holdfastd/config_file.h"

#include <QSet>

namespace holdfast::daemon {

using contract::ErrorKind;
using contract::failure;
using contract::Result;

namespace {

contract::Unexpected usage(const QString& detail)
{
    return failure(ErrorKind::InvalidRequest, QStringLiteral("usage"), detail);
}

const Flag* find(const QList<Flag>& flags, const QString& name)
{
    const auto found = std::find_if(flags.begin(), flags.end(),
                                    [&](const Flag& f) { return name == QLatin1String(f.name); });
    return found == flags.end() ? nullptr : &*found;
}

std::optional<bool> switchIn(const QString& text)
{
    const QString word = text.toLower();
    if (QStringList {QStringLiteral("true"), QStringLiteral("yes"), QStringLiteral("on"), QStringLiteral("1")}
            .contains(word)) {
        return true;
    }
    if (QStringList {QStringLiteral("false"), QStringLiteral("no"), QStringLiteral("off"),
                     QStringLiteral("0")}
            .contains(word)) {
        return false;
    }
    return std::nullopt;
}

QStringList valuesIn(const Flag& flag, const QString& text)
{
    if (!flag.repeated) {
        return {text};
    }
    QStringList values;
    for (const QString& part : text.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        values << part.trimmed();
    }
    return values;
}

// Empty: the entry is good.
QString faultOf(const Flag& flag, const ConfigEntry& entry)
{
    if (flag.value == nullptr) {
        return switchIn(entry.value)
            ? QString()
            : QStringLiteral("%1 is yes or no, not \"%2\"").arg(entry.key, entry.value);
    }
    for (const QString& value : valuesIn(flag, entry.value)) {
        const auto checked = flag.check ? flag.check(value) : Result<void>();
        if (!checked) {
            return QStringLiteral("%1: %2").arg(entry.key, checked.error().detail);
        }
    }
    return {};
}

} // namespace

Result<Options> Options::parse(const QStringList& arguments, const QList<Flag>& flags,
                               const QList<Flag>& everywhere)
{
    Options options;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString& argument = arguments.at(i);
        if (argument == QLatin1String("--help") || argument == QLatin1String("-h")) {
            options.m_help = true;
            return options;
        }
        if (!argument.startsWith(QLatin1String("--"))) {
            return usage(QStringLiteral("What is \"%1\"? Flags begin with two dashes.").arg(argument));
        }
        const qsizetype equals = argument.indexOf(QLatin1Char('='));
        const QString name = equals < 0 ? argument.mid(2) : argument.mid(2, equals - 2);
        const Flag* flag = find(flags, name);
        if (flag == nullptr) {
            return usage(QStringLiteral("There is no flag --%1 here.").arg(name));
        }
        QString value = QStringLiteral("true");
        if (flag->value != nullptr) {
            if (equals >= 0) {
                value = argument.mid(equals + 1);
            } else if (i + 1 < arguments.size()) {
                value = arguments.at(++i);
            } else {
                return usage(
                    QStringLiteral("--%1 needs a value: %2.").arg(name, QString::fromLatin1(flag->value)));
            }
        } else if (equals >= 0) {
            return usage(QStringLiteral("--%1 takes no value.").arg(name));
        }
        if (!flag->repeated && options.m_values.contains(name)) {
            return usage(QStringLiteral("--%1 is given twice.").arg(name));
        }
        if (const auto checked = flag->check ? flag->check(value) : Result<void>(); !checked) {
            return contract::Unexpected(checked.error());
        }
        options.m_values[name].append(value);
    }
    if (options.has("config")) {
        if (const auto read = options.readFile(options.value("config"), flags, everywhere); !read) {
            return contract::Unexpected(read.error());
        }
    }
    return options;
}

Result<void> Options::readFile(const QString& path, const QList<Flag>& flags, const QList<Flag>& everywhere)
{
    const auto file = readConfigFile(path);
    if (!file) {
        return contract::Unexpected(file.error());
    }
    QStringList faults = file->faults;
    bool onlyUnknown = faults.isEmpty();
    const QSet<QString> given(m_values.keyBegin(), m_values.keyEnd());
    QSet<QString> seen;
    for (const ConfigEntry& entry : file->entries) {
        const Flag* own = find(flags, entry.key);
        const Flag* flag = own ? own : find(everywhere, entry.key);
        QString fault;
        if (flag == nullptr || entry.key == QLatin1String("config")) {
            fault = QStringLiteral("there is no key \"%1\"").arg(entry.key);
        } else {
            fault = !flag->repeated && seen.contains(entry.key)
                ? QStringLiteral("%1 is given twice").arg(entry.key)
                : own ? faultOf(*own, entry)
                      : QString(); // what is another verb's is that one's to judge
            onlyUnknown = onlyUnknown && fault.isEmpty();
        }
        seen.insert(entry.key);
        if (!fault.isEmpty()) {
            faults << QStringLiteral("line %1: %2").arg(entry.line).arg(fault);
        } else if (own && !given.contains(entry.key) && (own->value != nullptr || *switchIn(entry.value))) {
            m_values[entry.key] += own->value ? valuesIn(*own, entry.value) : QStringList {entry.value};
        }
    }
    if (faults.isEmpty()) {
        return {};
    }
    return failure(ErrorKind::InvalidRequest,
                   onlyUnknown ? QStringLiteral("config_unknown_key") : QStringLiteral("config_invalid"),
                   QStringLiteral("The configuration file %1 is not right:\n  %2\n")
                       .arg(path, faults.join(QStringLiteral("\n  "))));
}

bool Options::has(const char* name) const
{
    return m_values.contains(QString::fromLatin1(name));
}

QString Options::value(const char* name, const QString& otherwise) const
{
    const QStringList found = values(name);
    return found.isEmpty() ? otherwise : found.constLast();
}

QStringList Options::values(const char* name) const
{
    return m_values.value(QString::fromLatin1(name));
}

Result<QString> Options::required(const char* name) const
{
    if (value(name).isEmpty()) {
        return usage(QStringLiteral("--%1 is required.").arg(QString::fromLatin1(name)));
    }
    return value(name);
}

QString helpText(const QString& verb, const QString& summary, const QList<Flag>& flags)
{
    QString text = QStringLiteral("Usage: holdfastd %1 [flags]\n\n%2\n\nFlags:\n").arg(verb, summary);
    for (const Flag& flag : flags) {
        QString left = QStringLiteral("  --%1").arg(QString::fromLatin1(flag.name));
        if (flag.value != nullptr) {
            left += QLatin1Char(' ') + QString::fromLatin1(flag.value);
        }
        text += left.leftJustified(36) + QLatin1Char(' ') + QString::fromUtf8(flag.help) + QLatin1Char('\n');
    }
    return text;
}

} // namespace holdfast::daemon
