// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/event_query.h"

#include "services/authentication/store/policies_snapshot.h"

namespace holdfast::authentication {

using contract::Result;
using contract::Unexpected;

Result<std::optional<std::vector<qint64>>> domainsWithin(const Scope& scope, storage::Connection& connection,
                                                         const QString& domain)
{
    if (scope.everything() && domain.isEmpty()) {
        return std::nullopt;
    }
    const auto snapshot = PolicySnapshot::of(connection);
    const DomainNode* top = domain.isEmpty() ? nullptr : snapshot->domainAt(domain);
    if (!domain.isEmpty() && top == nullptr) {
        return contract::invalidField(QStringLiteral("domain"), QStringLiteral("domain_unknown"),
                                      QStringLiteral("There is no such security domain."));
    }
    std::vector<qint64> ids;
    for (const DomainNode& node : snapshot->domains()) {
        if (scope.contains(node.path) && (top == nullptr || snapshot->isWithin(node.id, top->id))) {
            ids.push_back(node.id);
        }
    }
    return ids;
}

namespace {

Result<std::optional<qint64>> userOf(const Call& call)
{
    const auto text = call.text("user");
    if (!text) {
        return std::nullopt;
    }
    bool isNumber = false;
    const qint64 id = text->toLongLong(&isNumber);
    if (!isNumber) {
        return contract::invalidField(QStringLiteral("user"), QStringLiteral("not_an_id"),
                                      QStringLiteral("user must be the identifier of a person."));
    }
    return id;
}

} // namespace

std::vector<QueryParameter> eventFilterParameters()
{
    return {
        {.name = "log",
         .description = "One log only.",
         .oneOf = {"authentication", "administration", "system"}},
        {.name = "user", .description = "Identifier of the person concerned."},
        {.name = "token", .description = "Serial number of the token concerned."},
        {.name = "key", .description = "What happened, such as AUTHN_LOGIN_EVENT."},
        {.name = "result",
         .description = "How it ended.",
         .oneOf = {"success", "failure", "challenge", "information"}},
        {.name = "from", .description = "Not before.", .type = ParameterType::Time},
        {.name = "to", .description = "Before.", .type = ParameterType::Time},
        {.name = "q", .description = "Part of a name, serial number, key, reason or client.", .maximum = 100},
    };
}

Result<EventQuery> eventQuery(const Call& call, storage::Connection& connection,
                              contract::Permission permission, const QString& domain,
                              std::optional<contract::EventLog> log)
{
    const Scope scope = call.caller().scopeOf(permission);
    EventQuery query;
    query.log = log;
    if (const auto name = call.text("log")) {
        query.log = contract::enumValue<contract::EventLog>(*name);
    }
    if (query.log == contract::EventLog::System && !scope.everything()) {
        return contract::failure(contract::ErrorKind::Forbidden, QStringLiteral("outside_scope"),
                                 QStringLiteral("The system log belongs to the whole organisation; your role"
                                                " reaches a part of it."));
    }
    auto domains = domainsWithin(scope, connection, domain);
    if (!domains) {
        return Unexpected(domains.error());
    }
    query.domains = std::move(*domains);
    const auto user = userOf(call);
    if (!user) {
        return Unexpected(user.error());
    }
    query.userId = *user;
    query.tokenSerial = call.text("token").value_or(QString());
    query.key = call.text("key").value_or(QString());
    if (const auto result = call.text("result")) {
        query.result = contract::enumValue<contract::EventResult>(*result);
    }
    query.from = call.time("from");
    query.to = call.time("to");
    query.text = call.text("q").value_or(QString()).trimmed();
    return query;
}

} // namespace holdfast::authentication
