// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/enrolment_codes.h"

#include "services/authentication/api/small_list.h"
#include "services/authentication/api/workstations.h"
#include "services/authentication/store/canonical.h"
#include "services/security/random.h"

#include <openssl/crypto.h>

namespace holdfast::authentication {

using contract::EnrolmentCode;
using contract::EnrolmentCodeCreate;
using contract::OpenEnrolmentCode;
using contract::Permission;
using contract::Result;
using contract::Secret;
using contract::Unexpected;

namespace {

constexpr int usualEnrolmentMinutes = 15;
constexpr std::size_t mostOpenCodes = 1000;
constexpr qsizetype groupLength = 4;

// As it is read out: AAAA-AAAA-AAAA-AAAA.
Secret inGroups(const Secret& code)
{
    QByteArray text;
    text.reserve(code.size() + code.size() / groupLength);
    for (qsizetype i = 0; i < code.size(); ++i) {
        if (i > 0 && i % groupLength == 0) {
            text.append('-');
        }
        text.append(code.reveal().at(i));
    }
    Secret grouped {QByteArrayView(text)};
    OPENSSL_cleanse(text.data(), static_cast<std::size_t>(text.size()));
    return grouped;
}

contract::Event enrolmentCodeEvent(const Call& call, const char* key, const EnrolmentCodeRow& row)
{
    contract::Event event = call.event(key);
    event.domain = row.domain;
    event.detail = {{QStringLiteral("codeId"), QString::number(row.id)},
                    {QStringLiteral("expiresAt"), contract::toRfc3339(row.expiresAt)}};
    if (!row.name.isEmpty()) {
        event.detail.insert(QStringLiteral("workstation"), row.name);
    }
    return event;
}

Result<EnrolmentCode> createEnrolmentCode(Call& call, storage::Connection& connection,
                                          const EnrolmentCodeCreate& body)
{
    const QString path = body.domain.value_or(QStringLiteral("/"));
    const DomainNode* domain = PolicySnapshot::of(connection)->domainAt(path);
    if (domain == nullptr) {
        return contract::invalidField(QStringLiteral("domain"), QStringLiteral("domain_unknown"),
                                      QStringLiteral("There is no security domain %1.").arg(path));
    }
    if (auto reached = call.requireInScope(Permission::ManageWorkstations, domain->path); !reached) {
        return Unexpected(reached.error());
    }
    EnrolmentCodeRow row;
    row.domainId = domain->id;
    row.domain = domain->path;
    row.name = body.name.value_or(QString()).trimmed();
    if (body.name && canonicalName(row.name).isEmpty()) {
        return contract::invalidField(QStringLiteral("name"), QStringLiteral("required"),
                                      QStringLiteral("A workstation needs a name."));
    }
    if (!row.name.isEmpty() && workstations::findLiving(connection, row.name)) {
        return contract::failure(contract::ErrorKind::Conflict, QStringLiteral("workstation_name_taken"),
                                 QStringLiteral("Another workstation has the name %1.").arg(row.name));
    }
    if (enrolmentCodes::listOpen(connection, call.now()).size() >= mostOpenCodes) {
        return contract::failure(contract::ErrorKind::TooManyRequests, QStringLiteral("too_many_codes"),
                                 QStringLiteral("Too many codes wait for their workstations. Cancel some."));
    }
    row.createdAt = call.now();
    row.createdBy = call.caller().name;
    row.expiresAt = call.now() + std::chrono::minutes(body.lifetimeMinutes.value_or(usualEnrolmentMinutes));
    const Secret code = security::randomText(enrolmentCodeLength, security::readableAlphabet);
    row.id = enrolmentCodes::insert(connection, call.context().keys, code, row);
    call.record(connection, enrolmentCodeEvent(call, "CREATE_ENROLMENT_CODE", row));
    return EnrolmentCode {.id = QString::number(row.id),
                          .code = inGroups(code),
                          .expiresAt = row.expiresAt,
                          .domain = row.domain};
}

OpenEnrolmentCode shownCode(const EnrolmentCodeRow& row)
{
    return {.id = QString::number(row.id),
            .domain = row.domain,
            .name = row.name,
            .createdAt = row.createdAt,
            .createdBy = row.createdBy,
            .expiresAt = row.expiresAt,
            .usedAt = row.usedAt};
}

Unexpected noSuchCode(const char* sentence)
{
    return contract::failure(contract::ErrorKind::NotFound, QStringLiteral("enrolment_code_unknown"),
                             QString::fromLatin1(sentence));
}

// Tells one that was used from one that was withdrawn.
Result<OpenEnrolmentCode> readEnrolmentCode(Call& call)
{
    return call.read([&](storage::Connection& connection) -> Result<OpenEnrolmentCode> {
        const auto id = call.pathId("id", "enrolment_code_unknown");
        const auto row = id ? enrolmentCodes::find(connection, *id) : std::nullopt;
        if (!row || !call.caller().scopeOf(Permission::ManageWorkstations).contains(row->domain)) {
            return noSuchCode("There is no such code: it was withdrawn, or is over for a day.");
        }
        return shownCode(*row);
    });
}

Result<contract::Page<OpenEnrolmentCode>> listEnrolmentCodes(Call& call)
{
    return call.read([&](storage::Connection& connection) {
        const Scope scope = call.caller().scopeOf(Permission::ManageWorkstations);
        std::vector<OpenEnrolmentCode> open;
        for (const EnrolmentCodeRow& row : enrolmentCodes::listOpen(connection, call.now())) {
            if (scope.contains(row.domain)) {
                open.push_back(shownCode(row));
            }
        }
        // Texts of one length are in the order of the numbers.
        return pageOfSmallList(call, std::move(open), [](const OpenEnrolmentCode& code) {
            return code.id.rightJustified(20, QLatin1Char('0'));
        });
    });
}

Result<NoAnswer> cancelEnrolmentCode(Call& call)
{
    return call.write([&](storage::Connection& connection) -> Result<NoAnswer> {
        const auto id = call.pathId("id", "enrolment_code_unknown");
        const auto row = id ? enrolmentCodes::findOpen(connection, *id, call.now()) : std::nullopt;
        if (!row || !call.caller().scopeOf(Permission::ManageWorkstations).contains(row->domain)) {
            return noSuchCode("There is no such code, or it was used or is over.");
        }
        enrolmentCodes::remove(connection, row->id);
        call.record(connection, enrolmentCodeEvent(call, "CANCEL_ENROLMENT_CODE", *row));
        return NoAnswer {};
    });
}

} // namespace

void addEnrolmentCodeRoutes(Routes& routes)
{
    const char* tag = "Workstations";
    routes.post<EnrolmentCodeCreate, EnrolmentCode>(
        {.path = "/api/v1/enrolment-codes",
         .id = "createEnrolmentCode",
         .summary = "Makes a code that enrols one workstation; it is shown this once.",
         .tag = tag,
         .access = Permission::ManageWorkstations,
         .success = 201,
         .idempotent = true,
         .secret = true},
        createEnrolmentCode);
    routes.list<OpenEnrolmentCode>(
        {.path = "/api/v1/enrolment-codes",
         .id = "listEnrolmentCodes",
         .summary = "Codes that nobody has used yet, without the codes themselves.",
         .tag = tag,
         .access = Permission::ManageWorkstations},
        listEnrolmentCodes);
    routes.get<OpenEnrolmentCode>({.path = "/api/v1/enrolment-codes/{id}",
                                   .id = "readEnrolmentCode",
                                   .summary = "Whether a code was used, without the code itself.",
                                   .tag = tag,
                                   .access = Permission::ManageWorkstations},
                                  readEnrolmentCode);
    routes.remove({.path = "/api/v1/enrolment-codes/{id}",
                   .id = "cancelEnrolmentCode",
                   .summary = "Ends a code before its time.",
                   .tag = tag,
                   .access = Permission::ManageWorkstations},
                  cancelEnrolmentCode);
}

} // namespace holdfast::authentication
