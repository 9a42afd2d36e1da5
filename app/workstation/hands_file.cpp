// SPDX-License-Identifier: Apache-2.0
#include "app/workstation/hands_file.h"

#include "services/contract/json.h"

#include <QFile>

namespace holdfast::workstation {

contract::Result<demonstration::Hands> readHandsFile(const QString& path)
{
    constexpr qint64 largest = 1024 * 1024;
    QFile file(path);
    if (file.open(QIODevice::ReadOnly)) {
        QByteArray text = file.read(largest);
        auto hands = contract::parseObject(text).and_then(
            [](const QJsonObject& object) { return contract::fromJson<demonstration::Hands>(object); });
        text.fill('\0');
        if (hands) {
            return hands;
        }
    }
    return contract::failure(
        contract::ErrorKind::NotFound, QStringLiteral("hands_missing"),
        QStringLiteral("%1 is not the file that holdfastd demonstrate writes beside its data.").arg(path));
}

} // namespace holdfast::workstation
