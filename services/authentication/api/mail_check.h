// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/store/mail_queue.h"

namespace holdfast::authentication {

// What those of the recipients who have an account may see at this moment. It is kept with the e-mail until
// it is sent.
[[nodiscard]] QJsonObject mailRightsOf(storage::Connection& connection, const QStringList& recipients,
                                       contract::Timestamp now);

// Who may get an e-mail that waited. Left out are: those who are not named any more where it comes from; of a
// report all, if whoever it ran for has lost a right that it was made with, and those in a domain that
// reports are not sent to any more; and whoever has an account that is disabled since, or sees less than
// then. Reasons: recipient_removed, report_removed, owner_gone, owner_disabled, right_lost,
// recipient_right_lost.
[[nodiscard]] MailVerdict mailVerdict(storage::Connection& connection, const QueuedMail& mail,
                                      const QStringList& reportDomains, contract::Timestamp now);

} // namespace holdfast::authentication
