// SPDX-License-Identifier: Apache-2.0
#include "app/holdfastd/options.h"

#include <QFileInfo>
#include <QSettings>

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

bool isOn(const QString& text)
{
    return text.compare(QLatin1String("true"), Qt::CaseInsensitive) == 0 || text == QLatin1String("1")
        || text.compare(QLatin1String("yes"), Qt::CaseInsensitive) == 0;
}

} // namespace

Result<Options> Options::parse(const QStringList& arguments, const QList<Flag>& flags)
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
        options.m_values[name].append(value);
    }
    if (options.has("config")) {
        if (const auto read = options.readFile(options.value("config"), flags); !read) {
            return contract::Unexpected(read.error());
        }
    }
    return options;
}

Result<void> Options::readFile(const QString& path, const QList<Flag>& flags)
{
    const QFileInfo file(path);
    if (!file.isFile() || !file.isReadable()) {
        return failure(ErrorKind::InvalidRequest, QStringLiteral("config_unreadable"),
                       QStringLiteral("The configuration file %1 cannot be read.").arg(path));
    }
    const QSettings settings(path, QSettings::IniFormat);
    if (settings.status() != QSettings::NoError) {
        return failure(ErrorKind::InvalidRequest, QStringLiteral("config_unreadable"),
                       QStringLiteral("The configuration file %1 is no valid INI file.").arg(path));
    }
    for (const QString& key : settings.allKeys()) {
        const Flag* flag = find(flags, key);
        if (flag == nullptr || key == QLatin1String("config")) {
            return failure(
                ErrorKind::InvalidRequest, QStringLiteral("config_unknown_key"),
                QStringLiteral("%1 has a key \"%2\" that this verb does not know.").arg(path, key));
        }
        if (m_values.contains(key)) {
            continue;
        }
        const QStringList values = settings.value(key).toStringList();
        if (flag->value != nullptr) {
            m_values.insert(key, flag->repeated ? values : QStringList {values.join(QLatin1Char(','))});
        } else if (isOn(values.join(QString()))) {
            m_values.insert(key, {QStringLiteral("true")});
        }
    }
    return {};
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
