// SPDX-License-Identifier: Apache-2.0
#include "services/offline/challenge.h"

#include "services/offline/emergency_form.h"
#include "services/offline/mac.h"
#include "services/otp/code.h"
#include "services/security/random.h"

#include <QtEndian>

#include <algorithm>

namespace holdfast::offline {

using contract::Secret;
using contract::Timestamp;

namespace {

constexpr qsizetype challengeLength = 10;

// `challenge` in its canonical form. No part of the text holds a line feed.
Secret responseOfHour(const QString& challenge, const Secret& secret, const QString& userName,
                      const QString& workstationId, qint64 hour)
{
    const QString text =
        QStringList {challenge, userName, workstationId, QString::number(hour)}.join(QLatin1Char('\n'));
    const Secret mac = macOf(secret.reveal(), text.toUtf8());
    const otp::Code code = otp::Code::ofNumber(qFromBigEndian<quint64>(mac.reveal().data()), responseDigits);
    return Secret(code.view());
}

qint64 hourOf(Timestamp time)
{
    return std::chrono::floor<std::chrono::hours>(time).time_since_epoch().count();
}

} // namespace

QString makeChallenge()
{
    QString text =
        QString::fromLatin1(security::randomText(challengeLength, security::readableAlphabet).reveal());
    return text.insert(challengeLength / 2, QLatin1Char('-'));
}

QString canonicalChallenge(const QString& typed)
{
    QString canonical;
    for (const QChar character : typed) {
        if (character == QLatin1Char(' ') || character == QLatin1Char('-')) {
            continue;
        }
        const char capital = character.toUpper().toLatin1();
        const QByteArrayView alphabet = security::readableAlphabet;
        if (canonical.size() == challengeLength
            || std::find(alphabet.begin(), alphabet.end(), capital) == alphabet.end()) {
            return {};
        }
        canonical += QLatin1Char(capital);
    }
    return canonical.size() == challengeLength ? canonical : QString();
}

Secret responseTo(const QString& challenge, const Secret& secret, const QString& userName,
                  const QString& workstationId, Timestamp hour)
{
    const QString canonical = canonicalChallenge(challenge);
    return canonical.isEmpty() ? Secret()
                               : responseOfHour(canonical, secret, userName, workstationId, hourOf(hour));
}

bool answers(const Secret& response, const QString& challenge, const Secret& secret, const QString& userName,
             const QString& workstationId, Timestamp now)
{
    const QString canonical = canonicalChallenge(challenge);
    if (canonical.isEmpty()) {
        return false;
    }
    const Secret typed = emergencyForm(response);
    const qint64 hour = hourOf(now);
    const bool present =
        responseOfHour(canonical, secret, userName, workstationId, hour).equals(typed.reveal());
    const bool before =
        responseOfHour(canonical, secret, userName, workstationId, hour - 1).equals(typed.reveal());
    return present || before;
}

} // namespace holdfast::offline
