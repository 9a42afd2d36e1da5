// SPDX-License-Identifier: Apache-2.0
#include "models/readiness_mail.h"

#include "models/formats.h"
#include "models/words_offline.h"

#include <QCoreApplication>

namespace holdfast::models {

using contract::OfflineSet;
using contract::OfflineSetState;

namespace {

struct MailTexts
{
    Q_DECLARE_TR_FUNCTIONS(ReadinessMail)
};

QString howLong(const OfflineSet& set)
{
    switch (set.state) {
    case OfflineSetState::Valid:
        return MailTexts::tr("until %1").arg(endTime(set.expiresAt));
    case OfflineSetState::Expired:
        return MailTexts::tr("over since %1").arg(endTime(set.expiresAt));
    default:
        return MailTexts::tr("signs in again once connected");
    }
}

} // namespace

ReadinessMail readinessMail(const std::vector<OfflineSet>& sets)
{
    ReadinessMail mail;
    QStringList byContact;
    QStringList byLogon;
    for (const OfflineSet& set : sets) {
        if (words::renewal(set).isEmpty()) {
            ++mail.leftOut;
            continue;
        }
        (words::needsLogon(set) ? byLogon : byContact)
            << MailTexts::tr("- %1, on %2: %3").arg(words::person(set), set.workstationName, howLong(set));
    }
    if (byContact.isEmpty() && byLogon.isEmpty()) {
        return mail;
    }
    QStringList parts {MailTexts::tr("Subject: Signing in without a network"),
                       MailTexts::tr("Without a network you can sign in to your computer only for a while.")};
    if (!byLogon.isEmpty()) {
        parts << MailTexts::tr("Connect these to our network or the VPN, and sign in there once:")
                + QLatin1Char('\n') + byLogon.join(QLatin1Char('\n'));
    }
    if (!byContact.isEmpty()) {
        parts << MailTexts::tr("For these, connecting to our network or the VPN is enough:")
                + QLatin1Char('\n') + byContact.join(QLatin1Char('\n'));
    }
    mail.text = parts.join(QStringLiteral("\n\n")) + QLatin1Char('\n');
    return mail;
}

} // namespace holdfast::models
