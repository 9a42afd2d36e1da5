// SPDX-License-Identifier: Apache-2.0
#include "services/agent/http_date.h"

#include <QDateTime>
#include <QLocale>

namespace holdfast::agent {

namespace {

constexpr qsizetype fixdateLength = 29;

} // namespace

std::optional<contract::Timestamp> fromHttpDate(QByteArrayView text)
{
    if (text.size() != fixdateLength) {
        return std::nullopt;
    }
    const QLocale english = QLocale::c();
    const QString written = QString::fromLatin1(text);
    // Apart: as a local moment, an hour that the local clock skips would be none.
    const QDateTime date(english.toDate(written.first(16), QStringLiteral("ddd, dd MMM yyyy")),
                         english.toTime(written.sliced(17, 8), QStringLiteral("HH:mm:ss")), Qt::UTC);
    // The one way to write it: the parser takes other cases and a day of the week that is wrong.
    if (!date.isValid()
        || english.toString(date, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'")) != written) {
        return std::nullopt;
    }
    return contract::fromMilliseconds(date.toMSecsSinceEpoch());
}

} // namespace holdfast::agent
