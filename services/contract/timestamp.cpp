// SPDX-License-Identifier: Apache-2.0
#include "services/contract/timestamp.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QTimeZone>

namespace holdfast::contract {

QString toRfc3339(Timestamp at)
{
    return QDateTime::fromMSecsSinceEpoch(toMilliseconds(at), Qt::UTC).toString(Qt::ISODateWithMs);
}

Result<Timestamp> fromRfc3339(const QString& text)
{
    static const QRegularExpression shape(QStringLiteral(
        "^\\d{4}-\\d\\d-\\d\\d[Tt ]\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?([Zz]|[+-]\\d\\d:\\d\\d)$"));
    const auto refuse = [] {
        return failure(ErrorKind::InvalidRequest, QStringLiteral("invalid_time"),
                       QStringLiteral("A time is written as 2026-06-01T07:12:03Z (RFC 3339)."));
    };
    if (text.size() > 40 || !shape.match(text).hasMatch()) {
        return refuse();
    }
    const QDateTime parsed = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!parsed.isValid() || parsed.toMSecsSinceEpoch() < 0) {
        return refuse();
    }
    return fromMilliseconds(parsed.toMSecsSinceEpoch());
}

Timestamp SystemClock::now() const
{
    return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

} // namespace holdfast::contract
