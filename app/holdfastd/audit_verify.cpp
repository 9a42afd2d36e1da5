// SPDX-License-Identifier: Apache-2.0
#include "app/holdfastd/open_store.h"
#include "app/holdfastd/verbs.h"
#include "services/authentication/store/audit.h"
#include "services/authentication/store/event_anchors.h"

#include <cstdio>

namespace holdfast::daemon {

namespace {

int verify(const Options& options)
{
    auto opened = openStore(options);
    if (!opened) {
        return complain(opened.error());
    }
    Store& store = *opened->store;
    const QString anchors = options.value("anchors");
    authentication::AuditReport report = store.database().read([&](storage::Connection& connection) {
        auto verified = authentication::verifyAudit(connection, store.keys(), store.headFile());
        if (!anchors.isEmpty()) {
            auto compared = authentication::event_anchors::verify(connection, store.keys(), anchors);
            verified.ok = verified.ok && compared.empty();
            std::move(compared.begin(), compared.end(), std::back_inserter(verified.findings));
        }
        return verified;
    });
    for (const authentication::AuditFinding& finding : report.findings) {
        const QString where =
            finding.sequence > 0 ? QStringLiteral("event %1: ").arg(finding.sequence) : QString();
        std::printf("%s%s [%s]\n", where.toUtf8().constData(), finding.detail.toUtf8().constData(),
                    finding.code.toUtf8().constData());
    }
    if (report.removedThrough > 0) {
        std::printf("Events 1 to %lld were removed as the policy says; the records of it are sealed.\n",
                    static_cast<long long>(report.removedThrough));
    }
    std::printf("%lld events read, the last is number %lld: %s\n", static_cast<long long>(report.events),
                static_cast<long long>(report.lastSequence),
                report.ok ? "the chain is whole." : "THE CHAIN IS BROKEN.");
    return report.ok ? 0 : 1;
}

} // namespace

Verb auditVerifyVerb()
{
    return {QStringLiteral("audit verify"),
            QStringLiteral("Finds any change, removal or reordering in the event log."),
            {dataDirectoryFlag(),
             keyDirectoryFlag(),
             {"anchors", "FILE", "Compares with what `serve --anchor-file` wrote."},
             configFlag()},
            verify};
}

} // namespace holdfast::daemon
