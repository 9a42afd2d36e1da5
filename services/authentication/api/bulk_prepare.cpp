// SPDX-License-Identifier: Apache-2.0
// How a job's list is made.
#include "services/authentication/api/authenticate.h"
#include "services/authentication/api/bulk_run.h"
#include "services/authentication/api/subject.h"
#include "services/authentication/api/token_query.h"
#include "services/authentication/api/user_query.h"
#include "services/authentication/store/administrators.h"
#include "services/authentication/store/policies_snapshot.h"
#include "services/authentication/store/sessions.h"

namespace holdfast::authentication {

using namespace Qt::StringLiterals;
using contract::BulkAction;
using contract::BulkItemState;
using contract::BulkJobState;
using contract::Permission;

namespace {

BulkItemRow itemOf(const users::Named& user)
{
    return {.subjectId = user.id, .name = user.name, .detail = user.displayName};
}

BulkItemRow itemOf(const tokens::Named& token)
{
    return {.subjectId = token.id, .name = token.serial, .detail = token.userName};
}

template <class Named>
std::vector<BulkItemRow> itemsOf(const std::vector<Named>& found)
{
    std::vector<BulkItemRow> items;
    for (const Named& one : found) {
        items.push_back(itemOf(one));
    }
    return items;
}

// As somebody wrote it, whether it is there or not: the list shows that it is refused.
BulkItemRow itemNamed(const Call& call, storage::Connection& connection, BulkSubject subject,
                      const QString& id)
{
    if (subject == BulkSubject::Tokens) {
        const auto token = visibleToken(call, connection, id);
        return token ? BulkItemRow {.subjectId = token->id, .name = token->serial, .detail = token->userName}
                     : BulkItemRow {.name = id};
    }
    const auto user = users::find(connection, id.toLongLong());
    const bool visible = user && call.caller().scopeOf(Permission::ViewUsers).contains(user->domain);
    return visible
        ? BulkItemRow {.subjectId = user->account.id, .name = user->account.name, .detail = user->displayName}
        : BulkItemRow {.name = id};
}

void judge(const Call& call, storage::Connection& connection, const BulkJobRow& job, BulkItemRow& item)
{
    const auto tried = runBulkItem(call, connection, job.action, job.plan, item, Run::Tries);
    if (!tried) {
        item.state = BulkItemState::Refused;
        item.code = tried.error().code;
        if (!tried.error().fields.isEmpty()) {
            item.code = tried.error().fields.first().code;
        }
    } else {
        item.state = tried->any ? BulkItemState::Ready : BulkItemState::Unchanged;
    }
}

void count(BulkJobRow& job, const BulkItemRow& item)
{
    ++job.total;
    ++(item.state == BulkItemState::Ready           ? job.ready
           : item.state == BulkItemState::Unchanged ? job.unchanged
                                                    : job.refused);
}

void end(BulkJobRow& job, BulkJobState state, const char* code, const QString& cause, contract::Timestamp now)
{
    job.state = state;
    job.code = QLatin1String(code);
    job.cause = cause;
    job.endedAt = now;
}

struct Part
{
    std::vector<BulkItemRow> items;
    bool callerGone = false;
    qint64 population = 0; // counted when nothing is left, beside the writer
};

Part nextPart(const BulkActor& actor, const BulkJobRow& job, const BulkSource& source,
              const BulkItemRow& walked)
{
    return actor.context().database.read([&](storage::Connection& connection) {
        const auto call = actor.call(connection, job.id);
        if (!call) {
            return Part {{}, true};
        }
        Part part {source(*call, connection, walked)};
        if (part.items.empty()) {
            part.population = bulkPopulation(*call, connection, job.action);
        }
        for (BulkItemRow& item : part.items) {
            judge(*call, connection, job, item);
        }
        return part;
    });
}

} // namespace

BulkActor::BulkActor(const Call& call)
    : m_context(&call.context())
    , m_operation(&call.operation())
    , m_address(call.clientAddress())
    , m_userId(call.caller().userId)
    , m_sessionId(call.caller().sessionId)
{ }

std::optional<Call> BulkActor::call(storage::Connection& connection, qint64 job) const
{
    // A session that runs out may leave its jobs behind; one that somebody ended may not. The local owner's
    // becomes a person's at the first run.
    const bool ended = sessions::isRevoked(connection, m_sessionId)
        || (!m_userId && administrators::superAdministrators(connection) > 0);
    auto caller = ended ? std::nullopt : callerOf(connection, m_userId, m_context->clock.now());
    if (!caller) {
        return std::nullopt;
    }
    caller->sessionId = m_sessionId;
    http::Request request;
    request.remoteAddress = m_address;
    Call call(*m_context, std::move(request), *m_operation, std::move(*caller));
    call.setJob(job);
    return call;
}

BulkSource bulkSourceOf(BulkAction action, const QString& filter)
{
    const bool people = factsOf(action).subject == BulkSubject::Users;
    return [people, filter](const Call& call, storage::Connection& connection, const BulkItemRow& walked) {
        if (people) {
            return itemsOf(users::named(connection, userFilter(call, connection, filter).value(),
                                        walked.subjectId, bulkBatch));
        }
        return itemsOf(tokens::named(connection, tokenFilter(call, connection, filter).value(),
                                     walked.subjectId, bulkBatch));
    };
}

BulkSource bulkSourceOf(BulkAction action, QStringList ids)
{
    ids.removeDuplicates();
    const BulkSubject subject = factsOf(action).subject;
    return [subject, ids](const Call& call, storage::Connection& connection, const BulkItemRow& walked) {
        std::vector<BulkItemRow> items;
        for (const QString& id : ids.mid(walked.position, bulkBatch)) {
            items.push_back(itemNamed(call, connection, subject, id));
        }
        return items;
    };
}

BulkSource bulkSourceOf(qint64 undone)
{
    return [undone](const Call&, storage::Connection& connection, const BulkItemRow& walked) {
        return bulk_jobs::doneBefore(connection, undone, walked.position, bulkBatch);
    };
}

qint64 bulkPopulation(const Call& call, storage::Connection& connection, BulkAction action)
{
    const BulkActionFacts& facts = factsOf(action);
    const auto within = [&](auto filter) {
        for (const Permission permission : {facts.permission, Permission::RunBulkJobs}) {
            if (const auto domains = domainsInScope(call, permission, *PolicySnapshot::of(connection))) {
                filter.domains(*domains);
            }
        }
        return filter;
    };
    return facts.subject == BulkSubject::Users ? users::count(connection, within(UserFilter {}))
                                               : tokens::count(connection, within(TokenFilter {}));
}

void prepareBulkJob(const BulkActor& actor, qint64 id, const BulkSource& source, const JobStop& stop)
{
    storage::Database& database = actor.context().database;
    const auto now = [&] {
        return actor.context().clock.now();
    };
    BulkJobRow job = database.read(
        [&](storage::Connection& connection) { return bulk_jobs::find(connection, id).value(); });
    BulkItemRow walked;
    while (job.state == BulkJobState::Preparing) {
        if (stop.discard && *stop.discard) {
            end(job, BulkJobState::Cancelled, "cancelled", u"It was cancelled; nothing was changed."_s,
                now());
        } else if (stop.soon && *stop.soon) {
            return; // whoever asks is told that it was interrupted
        }
        Part part = job.state == BulkJobState::Preparing ? nextPart(actor, job, source, walked) : Part {};
        if (part.callerGone) {
            end(job, BulkJobState::Failed, "caller_gone",
                u"The account that asked for it is no administrator any more, or its session was ended."_s,
                now());
        } else if (part.items.empty() && job.state == BulkJobState::Preparing) {
            job.state = BulkJobState::Ready;
            job.population = part.population;
        }
        if (!part.items.empty()) {
            walked = part.items.back();
        }
        for (BulkItemRow& item : part.items) {
            count(job, item);
            item.position = job.total;
        }
        walked.position = job.undoes ? walked.position : job.total;
        if (job.total > contract::mostBulkItems) {
            end(job, BulkJobState::Failed, "bulk_too_many",
                u"The list has more than a million. Narrow the filter."_s, now());
        }
        database.writeAndWait([&](storage::Connection& connection) {
            for (const BulkItemRow& item : part.items) {
                bulk_jobs::addItem(connection, id, item);
            }
            bulk_jobs::update(connection, job);
        });
    }
}

} // namespace holdfast::authentication
