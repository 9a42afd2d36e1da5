// SPDX-License-Identifier: Apache-2.0
#include "services/agent/enrolment.h"

#include "services/agent/contact.h"
#include "services/agent/replacement.h"

#include <QSslCertificate>

namespace holdfast::agent {

using contract::ErrorKind;
using contract::failure;
using contract::Result;

namespace {

Result<void> mayEnrol(const StateDirectory& directory, const contract::Clock& clock, bool replace)
{
    const auto present = Installation::open(directory, clock);
    if (present && !replace) {
        return failure(
            ErrorKind::Conflict, QStringLiteral("already_enrolled"),
            QStringLiteral("This computer is enrolled as %1 at %2. With --replace it is enrolled anew and "
                           "its offline data goes.")
                .arg((*present)->identity().name, (*present)->identity().service));
    }
    const QString code = present ? QString() : present.error().code;
    const bool lost = code == QLatin1String("key_lost") || code == QLatin1String("identity_damaged");
    if (code == QLatin1String("state_busy") || code == QLatin1String("state_not_written")) {
        return contract::Unexpected(present.error());
    }
    // A TPM that does not answer now may answer later: what it seals is not thrown away unasked.
    if (!present && code != QLatin1String("not_enrolled") && !lost && !replace) {
        return contract::Unexpected(present.error());
    }
    return {};
}

// What the service says it is: keys that can be used, and a number that requests can be signed with.
Result<Identity> identityFrom(const contract::AgentEnrolled& answer, Identity identity)
{
    identity.workstationId = answer.workstationId;
    identity.name = answer.name;
    identity.domain = answer.domain;
    identity.serviceSigningKey = publicKeyBytes(answer.signingKey);
    identity.serviceAgreementKey = publicKeyBytes(answer.agreementKey);
    const bool good = identity.workstationId.toLongLong() > 0 && !identity.serviceSigningKey.isEmpty()
        && !identity.serviceAgreementKey.isEmpty()
        && offline::agree(identity.agreement.privateKey, identity.serviceAgreementKey, "holdfast enrolment");
    if (!good) {
        return failure(ErrorKind::Internal, QStringLiteral("answer_malformed"),
                       QStringLiteral("The service's answer is not understood; the agent may be too old."));
    }
    return identity;
}

} // namespace

Result<Enrolment> enrol(const StateDirectory& directory, const contract::Clock& clock,
                        EnrolmentRequest request, const Patience& patience)
{
    const auto url = ServiceLink::checkedUrl(request.service);
    if (!url) {
        return contract::Unexpected(url.error());
    }
    if (!request.authorities.isEmpty() && QSslCertificate::fromData(request.authorities).isEmpty()) {
        return failure(ErrorKind::InvalidRequest, QStringLiteral("authorities_invalid"),
                       QStringLiteral("The file of --ca holds no certificate in PEM form."));
    }
    if (request.code.isEmpty()) {
        return failure(ErrorKind::InvalidRequest, QStringLiteral("code_missing"),
                       QStringLiteral("No enrolment code came on standard input."));
    }
    if (const auto made = directory.make(); !made) {
        return contract::Unexpected(made.error());
    }
    if (const auto may = mayEnrol(directory, clock, request.replace); !may) {
        return contract::Unexpected(may.error());
    }
    ServiceLink link(*url, request.authorities, clock);
    if (const Reachability found = reachService(link, *url, patience.find * 5);
        found.reach != Reach::Online) {
        return failure(ErrorKind::Unavailable, found.cause,
                       QStringLiteral("The service at %1 cannot be reached.").arg(url->toString()));
    }

    // One at a time: each takes away what another one made ready.
    const StateDirectory ready = directory.staging();
    const auto alone = ready.make().and_then([&] { return ready.lock(std::chrono::milliseconds(0)); });
    if (!alone) {
        return contract::Unexpected(alone.error());
    }
    clearReplacement(directory); // of a try that was cut off
    Enrolment enrolment;
    auto key = makeStorageKey(request.tcti);
    if (!key) {
        return contract::Unexpected(key.error());
    }
    // On the disk before anything else happens: what the TPM made for it is found and taken away again.
    if (const auto kept = writeStorageKey(ready, key->text); !kept) {
        (void)key->key->discard();
        return contract::Unexpected(kept.error());
    }
    enrolment.protectionWhy = key->why;
    Identity identity;
    identity.service = url->toString();
    identity.authorities = request.authorities;
    identity.signing = offline::makeSigningKey();
    identity.agreement = offline::makeAgreementKey();

    contract::AgentEnrolment told;
    told.code = std::move(request.code);
    told.name = request.name.isEmpty() ? QSysInfo::machineHostName().left(128) : request.name;
    told.signingKey = QString::fromLatin1(identity.signing.publicKey.toBase64());
    told.agreementKey = QString::fromLatin1(identity.agreement.publicKey.toBase64());
    told.keyProtection = key->key->protection();
    told.system = systemName();
    told.agentVersion = QStringLiteral(HOLDFAST_VERSION);
    auto known = link.enrol(told, patience.logon).and_then([&](const contract::AgentEnrolled& answer) {
        return identityFrom(answer, std::move(identity));
    });
    if (!known) {
        clearReplacement(directory);
        return contract::Unexpected(known.error());
    }
    auto made = Installation::make(directory, clock, std::move(*known), std::move(*key));
    if (!made) {
        return contract::Unexpected(made.error());
    }
    clearReplacement(directory); // what the former one left in the TPM
    enrolment.installation = std::move(*made);
    return enrolment;
}

} // namespace holdfast::agent
