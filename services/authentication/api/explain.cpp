// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/explain.h"

#include "services/authentication/api/held_roles.h"
#include "services/authentication/api/routes.h"
#include "services/authentication/domain/explain.h"
#include "services/authentication/domain/explain_text.h"
#include "services/authentication/store/events.h"

namespace holdfast::authentication {

using contract::Explanation;
using contract::Permission;
using contract::Result;
using contract::Unexpected;

namespace {

// As JSON, or as text to paste into a ticket.
struct ExplanationAnswer
{
    Explanation explanation;
    bool asText = false;
};

bool wantsText(const Call& call)
{
    if (const auto format = call.text("format")) {
        return *format == QLatin1String("text");
    }
    const QByteArray accepted = call.request().header("accept").toLower();
    return accepted.contains("text/plain") && !accepted.contains("application/json");
}

Result<ExplanationAnswer> readExplanation(Call& call)
{
    return call.read([&](storage::Connection& connection) -> Result<ExplanationAnswer> {
        const auto facts = explainedPerson(call, connection);
        if (!facts) {
            return Unexpected(facts.error());
        }
        return ExplanationAnswer {explanationOf(call, connection, *facts), wantsText(call)};
    });
}

} // namespace

template <>
struct Wire<ExplanationAnswer>
{
    static QJsonObject schema(contract::SchemaSet& set) { return set.reference<Explanation>(); }
    static http::Response response(int status, const ExplanationAnswer& answer)
    {
        http::Response response = jsonResponse(status, contract::toJson(answer.explanation));
        if (answer.asText) {
            response.contentType = "text/plain; charset=utf-8";
            response.body = explanationText(answer.explanation).toUtf8();
        }
        return response;
    }
};

Result<AttemptFacts> explainedPerson(const Call& call, storage::Connection& connection)
{
    const auto id = call.pathId("id", "user_unknown");
    if (!id) {
        return Unexpected(id.error());
    }
    return subjectOf(call, connection, *id, Permission::ViewUsers, Act::Looks,
                     {.keys = &call.context().keys});
}

void sayWhetherPermitted(const Call& call, storage::Connection& connection, const AttemptFacts& facts,
                         contract::Cure& cure)
{
    const auto refuse = [&](const QString& code) {
        cure.refusal = code;
    };
    if (!call.caller().may(cure.permission)) {
        refuse(QStringLiteral("not_permitted"));
        return;
    }
    const Scope scope = call.caller().scopeOf(cure.permission);
    const auto token = cure.tokenSerial.isEmpty() ? std::nullopt : tokens::find(connection, cure.tokenSerial);
    if (!scope.contains(facts.domainPath) || (token && !scope.contains(token->domain))) {
        refuse(QStringLiteral("outside_scope"));
        return;
    }
    if (!mayActOn(call.caller(), rolesHeldBy(connection, facts.account.id))) {
        refuse(QStringLiteral("higher_rank"));
    }
}

// A custom role may show people and neither tokens nor codes.
void leaveOutWhatIsNotShown(const Call& call, const AttemptFacts& facts, Explanation& explanation)
{
    const auto may = [&](Permission permission) {
        return call.caller().scopeOf(permission).contains(facts.domainPath);
    };
    if (!may(Permission::ViewTokens)) {
        explanation.ways.clear();
        std::erase_if(explanation.checks,
                      [](const contract::Check& check) { return !check.tokenSerial.isEmpty(); });
    }
    if (!may(Permission::ViewEmergencyCodes)) {
        explanation.ways.removeAll(emergencyCodeWay);
        std::erase_if(explanation.checks,
                      [](const contract::Check& check) { return check.id == emergencyCodeCheck; });
    }
}

Explanation explanationOf(const Call& call, storage::Connection& connection, const AttemptFacts& facts)
{
    Explanation explanation = explain(facts, call.now());
    leaveOutWhatIsNotShown(call, facts, explanation);
    for (contract::Check& check : explanation.checks) {
        if (check.cure) {
            sayWhetherPermitted(call, connection, facts, *check.cure);
        }
    }
    if (call.caller().scopeOf(Permission::ViewEvents).contains(facts.domainPath)) {
        auto last = events::page(connection,
                                 {.log = contract::EventLog::Authentication,
                                  .userId = facts.account.id,
                                  .newestFirst = true,
                                  .limit = 1});
        if (!last.empty()) {
            explanation.lastAttempt = std::move(last.front());
        }
    }
    return explanation;
}

void addExplainRoutes(Routes& routes)
{
    routes.get<ExplanationAnswer>(
        {.path = "/api/v1/users/{id}/explain",
         .id = "explainUser",
         .summary = "The gate's decision run dry: can this person log on, and why not. As text with"
                    " format=text or Accept: text/plain.",
         .tag = "Help desk",
         .access = Permission::ViewUsers,
         .query = {{.name = "format",
                    .description = "json, or text to paste into a ticket.",
                    .oneOf = {"json", "text"}}}},
        readExplanation);
}

} // namespace holdfast::authentication
