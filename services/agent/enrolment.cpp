// SPDX-License-Identifier: Apache-2.0
#include "services/agent/enrolment.h"

#include "services/agent/contact.h"

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
    // A TPM that does not answer now may answer later: what it seals is not thrown away unasked.
    if (!present && code != QLatin1String("not_enrolled") && !lost && !replace) {
        return contract::Unexpected(present.error());
    }
    return {};
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

    auto former = findStorageKey(directory);
    Enrolment enrolment;
    auto key = makeStorageKey(request.tcti);
    if (!key) {
        return contract::Unexpected(key.error());
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
    const auto answer = link.enrol(told, patience.logon);
    if (!answer) {
        key->key->discard();
        return contract::Unexpected(answer.error());
    }
    identity.workstationId = answer->workstationId;
    identity.name = answer->name;
    identity.domain = answer->domain;
    identity.serviceSigningKey = QByteArray::fromBase64(answer->signingKey.toLatin1());
    identity.serviceAgreementKey = QByteArray::fromBase64(answer->agreementKey.toLatin1());
    auto made = Installation::make(directory, clock, std::move(identity), std::move(*key));
    if (!made) {
        return contract::Unexpected(made.error());
    }
    if (former) {
        (*former)->discard();
    }
    enrolment.installation = std::move(*made);
    return enrolment;
}

} // namespace holdfast::agent
