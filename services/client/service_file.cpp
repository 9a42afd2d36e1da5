// SPDX-License-Identifier: Apache-2.0
#include "services/client/service_file.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

namespace holdfast::client {

namespace {

constexpr qint64 largestServiceFile = 4096;

} // namespace

contract::Result<void> writeServiceFile(const QString& path, const ServicePlace& place)
{
    const QJsonObject line {
        {QStringLiteral("url"), place.url.toString()},
        {QStringLiteral("certificateSha256"), QString::fromLatin1(place.certificateSha256.toHex())}};
    const QString fresh = path + QStringLiteral(".new");
    QFile::remove(fresh);
    QFile file(fresh);
    const QByteArray text = QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
    const bool written =
        file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner)
        && file.write(text) == text.size() && file.flush();
    file.close();
    if (!written
        || std::rename(QFile::encodeName(fresh).constData(), QFile::encodeName(path).constData()) != 0) {
        QFile::remove(fresh);
        return contract::failure(contract::ErrorKind::Internal, QStringLiteral("service_file_not_written"),
                                 QStringLiteral("%1 cannot be written.").arg(path));
    }
    return {};
}

contract::Result<ServicePlace> readServiceFile(const QString& path)
{
    QFile file(path);
    if (file.open(QIODevice::ReadOnly)) {
        const QJsonObject line = QJsonDocument::fromJson(file.read(largestServiceFile)).object();
        ServicePlace place {
            QUrl(line.value(QLatin1String("url")).toString(), QUrl::StrictMode),
            QByteArray::fromHex(line.value(QLatin1String("certificateSha256")).toString().toLatin1())};
        if (place.url.isValid() && !place.url.host().isEmpty()) {
            return place;
        }
    }
    return contract::failure(contract::ErrorKind::Unavailable, QStringLiteral("service_file_missing"),
                             QStringLiteral("The console runs no service now."));
}

} // namespace holdfast::client
