// SPDX-License-Identifier: Apache-2.0
#include "app/agent/terminal.h"
#include "app/agent/verbs.h"
#include "services/agent/contact.h"
#include "services/agent/enrolment.h"

#include <QFile>

namespace holdfast::agent_program {

using contract::ErrorKind;
using contract::failure;

namespace {

constexpr qint64 largestCaFile = 1024 * 1024;

contract::Result<QByteArray> readAuthorities(const QString& path)
{
    if (path.isEmpty()) {
        return QByteArray();
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > largestCaFile) {
        return failure(ErrorKind::InvalidRequest, QStringLiteral("authorities_unreadable"),
                       QStringLiteral("The file %1 cannot be read.").arg(path));
    }
    return file.read(largestCaFile);
}

int runEnrol(const CommandLine& line)
{
    if (!line.has("service")) {
        return complain(
            {ErrorKind::InvalidRequest, QStringLiteral("usage"), QStringLiteral("--service is required.")});
    }
    auto authorities = readAuthorities(line.value("ca"));
    if (!authorities) {
        return complain(authorities.error());
    }
    agent::EnrolmentRequest request;
    request.service = line.value("service");
    request.authorities = std::move(*authorities);
    request.name = line.value("name");
    request.tcti = line.value("tcti");
    request.replace = line.has("replace");
    Terminal terminal;
    request.code =
        terminal.ask(QStringLiteral("Enrolment code: "), agent::Echo::Shown).value_or(contract::Secret());
    const contract::SystemClock clock;
    const auto enrolled = agent::enrol(stateOf(line), clock, std::move(request));
    if (!enrolled) {
        return complain(enrolled.error());
    }
    const agent::Identity& identity = enrolled->installation->identity();
    print(QStringLiteral("Enrolled as %1 in %2.\nKeys: %3 (%4).\n")
              .arg(identity.name, identity.domain,
                   enrolled->installation->protection() == contract::KeyProtection::Tpm
                       ? QStringLiteral("TPM")
                       : QStringLiteral("file"),
                   enrolled->protectionWhy));
    return Done;
}

} // namespace

Verb enrolVerb()
{
    return {
        QStringLiteral("enrol"),
        {},
        QStringLiteral(
            "Makes this computer known to a service; the enrolment code comes from standard input."),
        {{"service", "URL", "The service, such as https://holdfast.example.com:8443."},
         {"ca", "FILE", "PEM: the service's authority or own certificate; those of the system by default."},
         {"name", "NAME", "What to call this computer; its host name by default."},
         {"tcti", "TCTI",
          "How a TPM is reached, or none; device:/dev/tpmrm0 by default, where there is one."},
         {"replace", nullptr, "Also where this computer is enrolled; its offline data goes."},
         stateFlag()},
        0,
        runEnrol};
}

} // namespace holdfast::agent_program
