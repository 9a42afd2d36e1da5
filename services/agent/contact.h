// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/agent/installation.h"
#include "services/agent/service_link.h"

namespace holdfast::agent {

struct ContactOutcome
{
    int eventsTold = 0;
    int renewed = 0;
    int removed = 0;
    int kept = 0;
    QStringList sentences {}; // of sets that could not be renewed, or want a logon
};

// Tells what happened and what is held, and does what the answer says. `patience` is for each call. A service
// that falls away while sets are renewed is not asked for the others. Errors: those of ServiceLink and
// Installation.
[[nodiscard]] contract::Result<ContactOutcome> makeContact(Installation& installation, ServiceLink& link,
                                                           std::chrono::milliseconds patience,
                                                           std::chrono::milliseconds downloadPatience);
// The same without renewing anything: for a logon, where somebody waits. `patience` is for all of it.
[[nodiscard]] contract::Result<ContactOutcome> tellService(Installation& installation, ServiceLink& link,
                                                           std::chrono::milliseconds patience);
// What a download that brought nothing is remembered by: one that timed out is no refusal.
[[nodiscard]] QString downloadProblem(const contract::Error& error);

// The service called this computer revoked: everything that signs somebody in goes.
void forgetEverything(Installation& installation);
// Remembers why a contact failed.
void noteContactFailure(Installation& installation, const contract::Error& error);

// A link to the service of this installation, with its keys and what is known of the clocks.
[[nodiscard]] std::unique_ptr<ServiceLink> linkOf(const Installation& installation, const Ledger& ledger);
[[nodiscard]] QString systemName();

} // namespace holdfast::agent
