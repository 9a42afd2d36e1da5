// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/agent.h"

// What becomes of offline data that are not valid any more, by the reason.
namespace holdfast::authentication {

// Renew: where nothing but a logon is missing, LogonNeeded.
[[nodiscard]] contract::SetAdvice adviceOfReason(const QString& reason);
// Why a set is not valid, to be read by its person; empty where the reason is not known.
[[nodiscard]] QString sentenceOfSet(const QString& reason);
// Those of which the data wait for being replaced, at a contact or at a logon.
[[nodiscard]] const QStringList& reasonsThatWait();

// The workstation goes on with its emergency codes although its data should be replaced: a lost token, a
// forgotten PIN and a changed policy are what the codes are for. It does not where the data are gone, and
// must not where the person or the workstation may not sign in any more.
[[nodiscard]] bool endsCodes(const QString& reason);

} // namespace holdfast::authentication
