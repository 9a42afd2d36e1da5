// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/domain/offline_fates.h"
#include "services/authentication/store/offline_readiness.h"
#include "services/authentication/store/offline_set_row.h"
#include "services/authentication/store/policies_snapshot.h"

#include <map>

namespace holdfast::authentication {

using contract::Timestamp;
using contract::toMilliseconds;

namespace {

// Days left at or below the warning threshold: of the person's domain or of the workstation's, whichever is
// greater. Domains whose threshold is alike together.
QString soonCondition(const PolicySnapshot& policies, Timestamp now, QVariantList& values)
{
    std::map<int, QVariantList> domainsOf;
    for (const DomainNode& domain : policies.domains()) {
        domainsOf[policies.offline(domain.id).policy->warnDays] << domain.id;
    }
    QStringList alternatives {QStringLiteral("1 = 0")};
    for (const auto& [days, domains] : domainsOf) {
        alternatives << QStringLiteral("(s.expires_at <= ? AND (u.domain_id IN (%1) OR w.domain_id IN (%1)))")
                            .arg(QStringList(domains.size(), QStringLiteral("?")).join(QLatin1Char(',')));
        values << toMilliseconds(now + std::chrono::days(days));
        values += domains;
        values += domains;
    }
    return alternatives.join(QStringLiteral(" OR "));
}

} // namespace

void OfflineFilter::warning(OfflineWarning warning, const PolicySnapshot& policies, Timestamp now,
                            bool negated)
{
    const QString valid = QStringLiteral("(%1) = ''").arg(offlineSetReason());
    if (warning == OfflineWarning::NeedLogon) {
        add(QStringLiteral("(%1) IN ('pin_changed', 'pin_cleared') OR (%2 AND s.refill = 'logon')")
                .arg(offlineSetReason(), valid),
            {}, negated);
        return;
    }
    if (warning == OfflineWarning::VoidSets) {
        const QStringList& waiting = reasonsThatWait();
        QVariantList reasons;
        for (const QString& reason : waiting) {
            reasons << reason;
        }
        add(QStringLiteral("(%1) IN (%2)")
                .arg(offlineSetReason(),
                     QStringList(waiting.size(), QStringLiteral("?")).join(QLatin1Char(','))),
            reasons, negated);
        return;
    }
    if (warning == OfflineWarning::RunOut) {
        add(offlineRunOut(), {}, negated);
        return;
    }
    // Of people who hold nothing that lasts longer, anywhere.
    QVariantList values {toMilliseconds(now)};
    QString ends;
    if (warning == OfflineWarning::EndingSoon) {
        ends = soonCondition(policies, now, values);
    } else {
        ends = QStringLiteral("s.expires_at < ?");
        values << toMilliseconds(offlineSets::nextMonday(now));
    }
    add(QStringLiteral("%1 AND s.user_id NOT IN (SELECT s.user_id%2 WHERE s.replaced_by IS NULL AND %1"
                       " AND NOT (%3))")
            .arg(valid, offlineSetSource(), ends),
        values, negated);
}

} // namespace holdfast::authentication
