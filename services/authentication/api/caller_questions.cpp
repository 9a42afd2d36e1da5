// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/caller_questions.h"

#include "services/authentication/api/held_roles.h"
#include "services/authentication/api/small_list.h"
#include "services/authentication/api/user_subject.h"
#include "services/authentication/api/verification_routes.h"

namespace holdfast::authentication {

using contract::CallerQuestion;
using contract::Permission;
using contract::Result;
using contract::Unexpected;

namespace {

std::vector<CallerQuestion> questionsOf(const Call& call, storage::Connection& connection, qint64 userId)
{
    std::vector<CallerQuestion> questions;
    for (const CallerQuestionRow& row : callerQuestions::ofUser(connection, userId)) {
        questions.push_back(toCallerQuestion(row, call.now()));
    }
    return questions;
}

Result<contract::Page<CallerQuestion>> listQuestions(Call& call)
{
    const auto userId = call.pathId("id", "user_unknown");
    if (!userId) {
        return Unexpected(userId.error());
    }
    return call.read([&](storage::Connection& connection) -> Result<contract::Page<CallerQuestion>> {
        const auto person = subjectOf(call, connection, *userId, Permission::VerifyCallers, Act::Looks);
        if (!person) {
            return Unexpected(person.error());
        }
        return pageOfSmallList(
            call, questionsOf(call, connection, *userId),
            [](const CallerQuestion& question) { return question.id.rightJustified(20, QLatin1Char('0')); });
    });
}

Result<void> setQuestions(const Call& call, storage::Connection& connection, const UserRow& user,
                          const QString& path, const std::vector<contract::CallerQuestionSet::Entry>& entries)
{
    return callerQuestions::replace(connection, call.context().keys, user.account.id, path, entries,
                                    call.caller().name, call.now())
        .map([&] {
            contract::Event event = userEvent(call, "UPDATE_SECURITY_QUESTIONS", user);
            event.detail = {{QStringLiteral("questions"), static_cast<int>(entries.size())}};
            call.record(connection, std::move(event));
        });
}

Result<contract::Page<CallerQuestion>> replaceQuestions(Call& call, const contract::CallerQuestionSet& body)
{
    return call.write([&](storage::Connection& connection) -> Result<contract::Page<CallerQuestion>> {
        const auto user = visibleUser(call, connection, Permission::EditUsers, Act::Changes);
        if (!user) {
            return Unexpected(user.error());
        }
        if (auto set = setQuestions(call, connection, *user, QStringLiteral("questions"), body.questions);
            !set) {
            return Unexpected(set.error());
        }
        contract::Page<CallerQuestion> page;
        page.items = questionsOf(call, connection, user->account.id);
        return page;
    });
}

Result<UserRow> namedUser(const Call& call, storage::Connection& connection, const QString& path,
                          const QString& name)
{
    const auto user = users::findByName(connection, name);
    if (!user || !call.caller().scopeOf(Permission::ViewUsers).contains(user->domain)
        || !call.caller().scopeOf(Permission::EditUsers).contains(user->domain)) {
        return contract::invalidField(path + QStringLiteral(".name"), QStringLiteral("user_unknown"),
                                      QStringLiteral("There is nobody of this name whom your role reaches."));
    }
    if (auto permitted = mayActOn(call.caller(), rolesHeldBy(connection, user->account.id)); !permitted) {
        return Unexpected(permitted.error());
    }
    return *user;
}

Result<contract::CallerQuestionsImported> importQuestions(Call& call,
                                                          const contract::CallerQuestionImport& body)
{
    return call.write([&](storage::Connection& connection) -> Result<contract::CallerQuestionsImported> {
        contract::CallerQuestionsImported imported;
        for (std::size_t i = 0; i < body.people.size(); ++i) {
            const QString path = QStringLiteral("people[%1]").arg(i);
            const auto user = namedUser(call, connection, path, body.people[i].name);
            if (!user) {
                return Unexpected(user.error());
            }
            if (auto set = setQuestions(call, connection, *user, path + QStringLiteral(".questions"),
                                        body.people[i].questions);
                !set) {
                return Unexpected(set.error());
            }
            ++imported.people;
            imported.questions += static_cast<int>(body.people[i].questions.size());
        }
        return imported;
    });
}

} // namespace

void addCallerQuestionRoutes(Routes& routes)
{
    const char* tag = "Verification of callers";
    routes.list<CallerQuestion>({.path = "/api/v1/users/{id}/caller-questions",
                                 .id = "listCallerQuestions",
                                 .summary = "What a caller can be asked; never the answers.",
                                 .tag = tag,
                                 .access = Permission::VerifyCallers},
                                listQuestions);
    routes.put<contract::CallerQuestionSet, contract::Page<CallerQuestion>>(
        {.path = "/api/v1/users/{id}/caller-questions",
         .id = "replaceCallerQuestions",
         .summary = "Sets the questions and their answers, which are kept as keyed hashes.",
         .tag = tag,
         .access = Permission::EditUsers,
         .ifMatch = false},
        replaceQuestions);
    routes.put<contract::CallerQuestionImport, contract::CallerQuestionsImported>(
        {.path = "/api/v1/caller-questions",
         .id = "importCallerQuestions",
         .summary = "Sets the questions of many people at once: all of them, or none.",
         .tag = tag,
         .access = Permission::EditUsers,
         .ifMatch = false,
         .maxBody = 1024 * 1024},
        importQuestions);
}

} // namespace holdfast::authentication
