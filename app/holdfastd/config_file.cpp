// SPDX-License-Identifier: Apache-2.0
#include "app/holdfastd/config_file.h"

#include <QFile>
#include <QFileInfo>
#include <QStringDecoder>

namespace holdfast::daemon {

namespace {

contract::Unexpected unreadable(const QString& path, const QString& why)
{
    return contract::failure(contract::ErrorKind::InvalidRequest, QStringLiteral("config_unreadable"),
                             QStringLiteral("The configuration file %1 cannot be read: %2.").arg(path, why));
}

QString unquoted(const QString& value)
{
    const bool quoted =
        value.size() >= 2 && value.startsWith(QLatin1Char('"')) && value.endsWith(QLatin1Char('"'));
    return quoted ? value.sliced(1, value.size() - 2) : value;
}

void readLine(const QString& text, int number, ConfigFile& file)
{
    const QString line = text.trimmed();
    if (line.isEmpty() || line.startsWith(QLatin1Char(';')) || line.startsWith(QLatin1Char('#'))
        || line.compare(QLatin1String("[General]"), Qt::CaseInsensitive) == 0) {
        return;
    }
    const qsizetype equals = line.indexOf(QLatin1Char('='));
    if (line.startsWith(QLatin1Char('['))) {
        file.faults << QStringLiteral("line %1: there are no sections here (%2)").arg(number).arg(line);
    } else if (equals <= 0) {
        file.faults << QStringLiteral("line %1: \"%2\" is no \"key = value\"").arg(number).arg(line);
    } else {
        file.entries.append(
            {line.first(equals).trimmed(), unquoted(line.sliced(equals + 1).trimmed()), number});
    }
}

} // namespace

contract::Result<ConfigFile> readConfigFile(const QString& path)
{
    constexpr qint64 largest = 1024 * 1024;
    QFile source(path);
    if (!QFileInfo(path).isFile() || !source.open(QIODevice::ReadOnly)) {
        return unreadable(path, QStringLiteral("it is not there, or may not be read"));
    }
    if (source.size() > largest) {
        return unreadable(path, QStringLiteral("it is longer than 1 MiB"));
    }
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder.decode(source.readAll());
    if (decoder.hasError()) {
        return unreadable(path, QStringLiteral("it is not UTF-8"));
    }
    ConfigFile file;
    int number = 0;
    for (const QString& line : text.split(QLatin1Char('\n'))) {
        readLine(line, ++number, file);
    }
    return file;
}

} // namespace holdfast::daemon
