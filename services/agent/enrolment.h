// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/agent/installation.h"
#include "services/agent/logon.h"

namespace holdfast::agent {

struct EnrolmentRequest
{
    QString service;
    QByteArray authorities {}; // PEM; empty: those of the system
    QString name {};
    QString tcti {}; // see makeStorageKey
    bool replace = false; // although this computer is enrolled
    contract::Secret code {};
};

struct Enrolment
{
    std::unique_ptr<Installation> installation;
    QString protectionWhy;
};

// Makes this computer's keys and tells the service their public halves. Errors: already_enrolled,
// service_url_invalid, authorities_invalid, code_missing, those of ServiceLink, StorageKey and the service.
[[nodiscard]] contract::Result<Enrolment> enrol(const StateDirectory& directory, const contract::Clock& clock,
                                                EnrolmentRequest request, const Patience& patience = {});

} // namespace holdfast::agent
