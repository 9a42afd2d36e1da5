// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/agent_keys.h"
#include "services/authentication/api/agent_routes.h"
#include "services/authentication/api/enrolment_throttle.h"
#include "services/authentication/api/gate.h"
#include "services/authentication/store/enrolment_codes.h"
#include "services/authentication/store/events.h"
#include "services/contract/agent.h"

namespace holdfast::authentication {

using contract::AgentEnrolled;
using contract::AgentEnrolment;
using contract::ErrorKind;
using contract::Result;
using contract::Timestamp;
using contract::Unexpected;

namespace {

constexpr qsizetype publicKeySize = 32;

struct PublicKeys
{
    QByteArray signing;
    QByteArray agreement;
};

Result<QByteArray> publicKeyOf(const QString& field, const QString& text)
{
    const auto decoded =
        QByteArray::fromBase64Encoding(text.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || (*decoded).size() != publicKeySize) {
        return contract::invalidField(field, QStringLiteral("invalid_key"),
                                      QStringLiteral("%1 must be 32 bytes in Base64.").arg(field));
    }
    return *decoded;
}

Result<PublicKeys> publicKeysOf(const AgentEnrolment& body, const security::KeyRing& keys)
{
    auto signing = publicKeyOf(QStringLiteral("signingKey"), body.signingKey);
    auto agreement = publicKeyOf(QStringLiteral("agreementKey"), body.agreementKey);
    if (!signing || !agreement) {
        return Unexpected(signing ? agreement.error() : signing.error());
    }
    // There are points with which everybody agrees on the same.
    if (!offline::agree(serviceAgreementKey(keys).privateKey, *agreement, "holdfast challenge")) {
        return contract::invalidField(QStringLiteral("agreementKey"), QStringLiteral("invalid_key"),
                                      QStringLiteral("agreementKey is no key of X25519."));
    }
    return PublicKeys {std::move(*signing), std::move(*agreement)};
}

contract::Event enrolmentEvent(const http::Request& request, contract::EventResult result, Timestamp now)
{
    contract::Event event;
    event.at = now;
    event.log = contract::EventLog::Administration;
    event.key = QStringLiteral("WORKSTATION_ENROLLED");
    event.result = result;
    event.clientAddress = request.remoteAddress;
    return event;
}

// Enrolments of workstations. Wrong, used and ended codes are alike.
class Enrolments : public std::enable_shared_from_this<Enrolments>
{
public:
    explicit Enrolments(const ApiContext& context)
        : m_context(context)
    { }

    Result<AgentEnrolled> enrol(const http::Request& request, const AgentEnrolment& body);

private:
    Result<WorkstationRow> keep(storage::Connection& connection, const http::Request& request,
                                const AgentEnrolment& body, const PublicKeys& keys, Timestamp now);
    void noteRefusal(const http::Request& request, Timestamp now);

    const ApiContext& m_context;
    EnrolmentThrottle m_throttle;
};

Result<AgentEnrolled> Enrolments::enrol(const http::Request& request, const AgentEnrolment& body)
{
    const Timestamp now = m_context.clock.now();
    if (!m_throttle.admits(request.remoteAddress, now)) {
        return contract::failure(ErrorKind::TooManyRequests, QStringLiteral("too_many_attempts"),
                                 QStringLiteral("Too many wrong codes were given. Try again later."));
    }
    const auto keys = publicKeysOf(body, m_context.keys);
    if (!keys) {
        return Unexpected(keys.error());
    }
    const auto row = m_context.database.writeAndWait(
        [&](storage::Connection& connection) { return keep(connection, request, body, *keys, now); });
    if (!row) {
        if (row.error().kind == ErrorKind::Forbidden && m_throttle.countWrong(request.remoteAddress, now)) {
            noteRefusal(request, now);
        }
        return Unexpected(row.error());
    }
    const auto text = [](const offline::KeyPair& pair) {
        return QString::fromLatin1(pair.publicKey.toBase64());
    };
    return AgentEnrolled {.workstationId = QString::number(row->id),
                          .name = row->name,
                          .domain = row->domain,
                          .signingKey = text(serviceSigningKey(m_context.keys)),
                          .agreementKey = text(serviceAgreementKey(m_context.keys)),
                          .serverTime = now};
}

// A name that is taken leaves the code as it is, for another try.
Result<WorkstationRow> Enrolments::keep(storage::Connection& connection, const http::Request& request,
                                        const AgentEnrolment& body, const PublicKeys& keys, Timestamp now)
{
    const contract::Secret typed = enrolmentCodes::canonical(body.code);
    const auto code =
        typed.isEmpty() ? std::nullopt : enrolmentCodes::findOpen(connection, m_context.keys, typed, now);
    if (!code) {
        return contract::failure(
            ErrorKind::Forbidden, QStringLiteral("enrolment_refused"),
            QStringLiteral("This code enrols nothing. Ask an administrator for another."));
    }
    WorkstationRow row;
    row.name = code->name.isEmpty() ? body.name : code->name;
    row.domainId = code->domainId;
    row.signingKey = keys.signing;
    row.agreementKey = keys.agreement;
    row.keyProtection = body.keyProtection;
    row.system = body.system;
    row.agentVersion = body.agentVersion;
    row.enrolledAt = now;
    row.enrolledBy = code->createdBy;
    auto made = workstations::insert(connection, row);
    if (!made) {
        return made;
    }
    if (!enrolmentCodes::use(connection, code->id, now)) {
        return contract::failure(ErrorKind::Internal, QStringLiteral("internal_error"), {});
    }
    contract::Event event = enrolmentEvent(request, contract::EventResult::Success, now);
    event.actor = code->createdBy;
    event.client = made->name;
    event.domain = made->domain;
    event.detail = {{QStringLiteral("workstation"), made->name},
                    {QStringLiteral("workstationId"), QString::number(made->id)},
                    {QStringLiteral("keyProtection"), contract::enumName(made->keyProtection)},
                    {QStringLiteral("system"), made->system}};
    m_context.events.append(connection, event);
    return made;
}

void Enrolments::noteRefusal(const http::Request& request, Timestamp now)
{
    contract::Event event = enrolmentEvent(request, contract::EventResult::Failure, now);
    event.reason = QStringLiteral("enrolment_refused");
    m_context.gate.note([self = shared_from_this(), event](storage::Connection& connection) {
        contract::Event told = event;
        self->m_context.events.append(connection, told);
    });
}

void addAgentTimeRoute(Routes& routes)
{
    http::Route route;
    route.method = http::Method::Get;
    route.path = QStringLiteral("/agent/v1/time");
    route.execution = http::Execution::Inline;
    route.documentation.operationId = QStringLiteral("readAgentTime");
    route.documentation.summary = QStringLiteral("Tells that this is the service, and its clock.");
    route.documentation.tag = QStringLiteral("Agents");
    route.documentation.responseSchema = Wire<contract::AgentTime>::schema(routes.schemas());
    route.handler = [&clock = routes.context().clock](const http::Request&,
                                                      const http::SharedResponder& respond) {
        (*respond)(Wire<contract::AgentTime>::response(
            200, {.service = QStringLiteral("holdfast"), .serverTime = clock.now()}));
    };
    routes.router().add(std::move(route));
}

} // namespace

void addAgentEnrolmentRoutes(Routes& routes, const std::shared_ptr<AgentRoutes>& agents)
{
    agents->open<AgentEnrolment, AgentEnrolled>(
        routes,
        {.path = "/agent/v1/enrolments",
         .id = "enrolWorkstation",
         .summary = "Makes a workstation known, by a code that an administrator read out.",
         .success = 201},
        [enrolments = std::make_shared<Enrolments>(routes.context())](const http::Request& request,
                                                                      const AgentEnrolment& body) {
            return enrolments->enrol(request, body);
        });
    addAgentTimeRoute(routes);
}

} // namespace holdfast::authentication
