// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/domain/offline_policy.h"
#include "services/authentication/store/offline_voiding.h"
#include "services/authentication/store/policies.h"
#include "services/authentication/store/workstations.h"
#include "services/otp/oath.h"
#include "tests/support/store.h"

namespace holdfast::testing {

using namespace holdfast::authentication;
using contract::OfflinePolicy;
using storage::Connection;

// A person with a token, and workstations that can be given sets.
class OfflineHouse : public TestStore
{
public:
    OfflineHouse()
    {
        editPolicy([](OfflinePolicy& policy) { policy.enabled = true; });
    }
    OfflinePolicy policy()
    {
        return read(
            [](Connection& connection) { return *PolicySnapshot::of(connection)->offline(1).policy; });
    }
    template <class F>
    offlineSets::Voided editPolicy(F edit)
    {
        OfflinePolicy changed = policy();
        edit(changed);
        return write([&](Connection& connection) {
            if (!policies::update<OfflinePolicy>(connection, changed.id.toLongLong(), changed, std::nullopt,
                                                 now())) {
                qFatal("The policy was not taken.");
            }
            return offlineSets::followPolicies(connection, now());
        });
    }
    qint64 addWorkstation(const QString& name)
    {
        return write([&](Connection& connection) {
            WorkstationRow row;
            row.name = name;
            row.domainId = 1;
            row.signingKey = row.agreementKey = QByteArray(32, 'k');
            row.enrolledAt = now();
            return workstations::insert(connection, row)->id;
        });
    }
    OfflineSetRow rowFor(qint64 userId, const QString& userKey, qint64 tokenId, qint64 workstationId,
                         int days = 14)
    {
        OfflineSetRow row;
        row.wireId = QStringLiteral("set-%1").arg(++m_made);
        row.userId = userId;
        row.userName = row.userKey = userKey;
        row.userDomainId = 1;
        row.tokenId = tokenId;
        row.tokenSerial = QStringLiteral("T1");
        row.workstationId = workstationId;
        row.policyId = policy().id.toLongLong();
        row.mark = offlineMark(policy(), contract::PinStyle::None, false);
        row.pinStyle = contract::PinStyle::None;
        row.digits = row.passcodeLength = 8;
        row.intervalSeconds = 30;
        row.firstStep = otp::stepAt(now(), 30);
        row.lastStep = row.firstStep + days * 2880 - 1;
        row.days = days;
        row.issuedAt = now();
        row.expiresAt = now() + std::chrono::days(days);
        row.refill = contract::OfflineRefill::Contact;
        return row;
    }
    qint64 give(const OfflineSetRow& row)
    {
        return write([&](Connection& connection) { return offlineSets::insert(connection, row); });
    }
    OfflineSetRow set(qint64 id)
    {
        return read([&](Connection& connection) {
            return offlineSets::find(connection, id, now()).value_or(OfflineSetRow {});
        });
    }
    void change(const QString& sql, const QVariantList& values)
    {
        write([&](Connection& connection) { return connection.change(sql, values); });
    }
    qint64 number(const QString& sql, const QVariantList& values = {})
    {
        return read([&](Connection& connection) {
            auto rows = connection.select(sql, values);
            return rows.next() ? rows.integer(0) : -1;
        });
    }

private:
    int m_made = 0;
};

} // namespace holdfast::testing
