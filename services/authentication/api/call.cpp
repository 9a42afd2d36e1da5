// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/call.h"

#include "services/authentication/store/events.h"

namespace holdfast::authentication {

using contract::ErrorKind;
using contract::Result;

Call::Call(const ApiContext& context, http::Request request, const Operation& operation, Caller caller)
    : m_context(&context)
    , m_request(std::move(request))
    , m_operation(&operation)
    , m_caller(std::move(caller))
    , m_now(context.clock.now())
{ }

QString Call::pathText(const char* name) const
{
    return m_request.pathParameters.value(QString::fromLatin1(name));
}

Result<qint64> Call::pathId(const char* name, const char* code) const
{
    const QString text = pathText(name);
    bool isNumber = false;
    const qint64 id = text.toLongLong(&isNumber);
    if (!isNumber || id <= 0 || QString::number(id) != text) {
        return contract::failure(ErrorKind::NotFound, QString::fromLatin1(code),
                                 QStringLiteral("There is nothing with this identifier."));
    }
    return id;
}

std::optional<QString> Call::text(const char* name) const
{
    return m_request.parameter(QString::fromLatin1(name));
}

std::optional<qint64> Call::integer(const char* name) const
{
    const auto value = text(name);
    return value ? std::optional(value->toLongLong()) : std::nullopt;
}

std::optional<double> Call::number(const char* name) const
{
    const auto value = text(name);
    return value ? std::optional(value->toDouble()) : std::nullopt;
}

bool Call::flag(const char* name) const
{
    return text(name) == QStringLiteral("true");
}

std::optional<contract::Timestamp> Call::time(const char* name) const
{
    const auto value = text(name);
    return value ? std::optional(contract::fromRfc3339(*value).value()) : std::nullopt;
}

Result<void> Call::requireVersion(qint64 current) const
{
    const QByteArray condition = m_request.header("if-match");
    if (condition.isEmpty() || condition == "*") {
        return {};
    }
    const QByteArray own = '"' + QByteArray::number(current) + '"';
    const QList<QByteArray> tags = condition.split(',');
    if (std::any_of(tags.begin(), tags.end(), [&](const QByteArray& tag) { return tag.trimmed() == own; })) {
        return {};
    }
    return contract::failure(ErrorKind::StaleVersion, QStringLiteral("stale_version"),
                             QStringLiteral("Somebody changed it meanwhile: read it again, then change it."));
}

Result<void> Call::requireInScope(contract::Permission permission, const QString& domainPath) const
{
    return authentication::requireInScope(m_caller, permission, domainPath);
}

contract::Event Call::event(const char* key) const
{
    contract::Event event;
    event.at = m_now;
    event.log = contract::EventLog::Administration;
    event.key = QString::fromLatin1(key);
    event.result = contract::EventResult::Success;
    event.actor = m_caller.name;
    event.actorId = m_caller.userId ? QString::number(*m_caller.userId) : QString();
    event.clientAddress = clientAddress();
    return event;
}

void Call::record(storage::Connection& connection, contract::Event event) const
{
    if (m_job != 0) {
        event.detail.insert(QStringLiteral("job"), QString::number(m_job));
    }
    m_context->events.append(connection, event);
}

} // namespace holdfast::authentication
