// SPDX-License-Identifier: Apache-2.0
#include "services/storage/integrity.h"

namespace holdfast::storage {

QString integrityFault(Connection& connection)
{
    if (connection.dialect() != Dialect::Sqlite) {
        return {};
    }
    auto rows = connection.select(QStringLiteral("PRAGMA quick_check(1)"));
    const QString answer = rows.next() ? rows.text(0) : QStringLiteral("no answer");
    return answer == QLatin1String("ok") ? QString() : answer;
}

} // namespace holdfast::storage
