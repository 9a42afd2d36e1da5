// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/mail_check.h"

#include "services/authentication/api/held_roles.h"
#include "services/authentication/api/report_job.h"
#include "services/authentication/store/canonical.h"
#include "services/authentication/store/notification_settings.h"
#include "services/authentication/store/saved_reports.h"
#include "services/authentication/store/users.h"

#include <QJsonArray>

#include <array>

namespace holdfast::authentication {

using namespace Qt::StringLiterals;
using contract::Permission;
using storage::Connection;

namespace {

// What notifications and reports tell of.
constexpr std::array toldRights {
    Permission::ViewUsers,     Permission::ViewTokens,  Permission::ViewEmergencyCodes,
    Permission::ViewPolicies,  Permission::ViewDomains, Permission::ViewAdministrators,
    Permission::ViewEvents,    Permission::RunReports,  Permission::ManageApiClients,
    Permission::ManageService, Permission::ViewMetrics};

// Nobody whose account is gone, disabled or over.
std::optional<Caller> callerNow(Connection& connection, qint64 userId, contract::Timestamp now)
{
    const auto user = users::find(connection, userId);
    if (!user) {
        return std::nullopt;
    }
    const contract::UserStatus status = toUser(connection, *user, now).status;
    if (status != contract::UserStatus::Active && status != contract::UserStatus::Locked) {
        return std::nullopt;
    }
    Caller caller;
    caller.userId = userId;
    caller.name = user->account.name;
    caller.roles = rolesHeldBy(connection, userId);
    return caller;
}

std::vector<qint64> accountsOf(Connection& connection, const QString& address)
{
    std::vector<qint64> found;
    auto rows = connection.select(u"SELECT id FROM users WHERE email_key = ? ORDER BY id"_s,
                                  {canonicalName(address)});
    while (rows.next()) {
        found.push_back(rows.integer(0));
    }
    return found;
}

QJsonObject seenBy(const Caller& caller)
{
    QJsonObject seen;
    for (const Permission right : toldRights) {
        if (caller.may(right)) {
            seen.insert(contract::enumName(right), QJsonArray::fromStringList(caller.scopeOf(right).tops()));
        }
    }
    return seen;
}

bool seesStill(Connection& connection, const QJsonObject& then, contract::Timestamp now)
{
    const auto caller = callerNow(connection, then[u"user"].toInteger(), now);
    const QJsonObject seen = then[u"sees"].toObject();
    return caller && std::all_of(toldRights.begin(), toldRights.end(), [&](Permission right) {
               const QJsonArray tops = seen[contract::enumName(right)].toArray();
               const Scope scope = caller->scopeOf(right);
               return std::all_of(tops.begin(), tops.end(),
                                  [&](const QJsonValue& top) { return scope.contains(top.toString()); });
           });
}

MailVerdict only(const QStringList& recipients, const QStringList& named)
{
    MailVerdict verdict {{}, u"recipient_removed"_s};
    for (const QString& address : recipients) {
        if (named.contains(address)) {
            verdict.recipients << address;
        }
    }
    return verdict;
}

// A report was made with the rights of whoever it ran for.
MailVerdict ofReport(Connection& connection, const QueuedMail& mail, const QStringList& reportDomains,
                     contract::Timestamp now)
{
    const auto job = reportJobs::find(connection, mail.message.aboutId);
    const auto saved =
        job && job->savedReportId ? savedReports::find(connection, *job->savedReportId) : std::nullopt;
    if (!saved) {
        return {{}, u"report_removed"_s};
    }
    const auto owner = ownerOf(connection, *job, now);
    if (!owner || !sees(*owner, job->reach)) {
        return {{}, owner ? u"right_lost"_s : owner.error().code};
    }
    MailVerdict verdict = only(mail.message.recipients, saved->plan.recipients);
    verdict.recipients.removeIf([&](const QString& address) {
        return !reportDomains.contains(address.section(QLatin1Char('@'), -1), Qt::CaseInsensitive);
    });
    return verdict;
}

} // namespace

QJsonObject mailRightsOf(Connection& connection, const QStringList& recipients, contract::Timestamp now)
{
    QJsonObject rights;
    for (const QString& address : recipients) {
        QJsonArray accounts;
        for (const qint64 id : accountsOf(connection, address)) {
            if (const auto caller = callerNow(connection, id, now)) {
                accounts.append(QJsonObject {{u"user"_s, id}, {u"sees"_s, seenBy(*caller)}});
            }
        }
        if (!accounts.isEmpty()) {
            rights.insert(address, accounts);
        }
    }
    return rights;
}

MailVerdict mailVerdict(Connection& connection, const QueuedMail& mail, const QStringList& reportDomains,
                        contract::Timestamp now)
{
    MailVerdict verdict {mail.message.recipients, {}};
    if (mail.message.about == mailQueue::notifications) {
        verdict = only(verdict.recipients, notificationSettings::read(connection).recipients);
    } else if (mail.message.about == mailQueue::report) {
        verdict = ofReport(connection, mail, reportDomains, now);
    }
    const auto removed = verdict.recipients.removeIf([&](const QString& address) {
        const QJsonArray accounts = mail.message.rights[address].toArray();
        return std::any_of(accounts.begin(), accounts.end(), [&](const QJsonValue& account) {
            return !seesStill(connection, account.toObject(), now);
        });
    });
    if (removed > 0) {
        verdict.reason = u"recipient_right_lost"_s;
    }
    return verdict;
}

} // namespace holdfast::authentication
