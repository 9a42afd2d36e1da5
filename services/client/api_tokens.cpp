// SPDX-License-Identifier: Apache-2.0
#include "services/client/api_client.h"
#include "services/client/requests.h"

namespace holdfast::client {

PageReply<contract::Token> ApiClient::tokens(const ListQuery& query)
{
    return askPage<contract::Token>(m_transport, m_pending.get(), getRequest(pathOf("/tokens"), query));
}

Reply<contract::Token> ApiClient::token(const QString& serial)
{
    return askValue<contract::Token>(m_transport, m_pending.get(), getRequest(pathOf("/tokens", serial)));
}

Reply<contract::Token> ApiClient::updateToken(const QString& serial, const contract::TokenUpdate& change,
                                              qint64 version)
{
    return askValue<contract::Token>(
        m_transport, m_pending.get(),
        changeRequest("PATCH", pathOf("/tokens", serial), version, bodyOf(change)));
}

Reply<Nothing> ApiClient::deleteToken(const QString& serial, qint64 version)
{
    return askNothing(m_transport, m_pending.get(),
                      changeRequest("DELETE", pathOf("/tokens", serial), version));
}

Reply<contract::Token> ApiClient::assignToken(const QString& serial, const contract::TokenAssign& to)
{
    return askValue<contract::Token>(m_transport, m_pending.get(),
                                     postRequest(pathOf("/tokens", serial, "/assign"), bodyOf(to)));
}

Reply<contract::Token> ApiClient::unassignToken(const QString& serial)
{
    return askValue<contract::Token>(
        m_transport, m_pending.get(),
        postRequest(pathOf("/tokens", serial, "/unassign"), {}, newIdempotencyKey()));
}

Reply<contract::Token> ApiClient::enableToken(const QString& serial, bool acceptStolenCodes)
{
    return askValue<contract::Token>(
        m_transport, m_pending.get(),
        postRequest(pathOf("/tokens", serial, "/enable"),
                    acceptStolenCodes ? bodyOf(contract::TokenEnable {.acceptStolenCodes = true})
                                      : contract::Secret(),
                    newIdempotencyKey()));
}

Reply<contract::Token> ApiClient::disableToken(const QString& serial)
{
    return askValue<contract::Token>(
        m_transport, m_pending.get(),
        postRequest(pathOf("/tokens", serial, "/disable"), {}, newIdempotencyKey()));
}

Reply<contract::Token> ApiClient::clearPin(const QString& serial)
{
    return askValue<contract::Token>(
        m_transport, m_pending.get(),
        postRequest(pathOf("/tokens", serial, "/clear-pin"), {}, newIdempotencyKey()));
}

Reply<contract::Token> ApiClient::requireNewPin(const QString& serial)
{
    return askValue<contract::Token>(
        m_transport, m_pending.get(),
        postRequest(pathOf("/tokens", serial, "/require-new-pin"), {}, newIdempotencyKey()));
}

Reply<contract::TokenEnrolment> ApiClient::enrolToken(const QString& userId,
                                                      const contract::TokenEnrol& token,
                                                      const QByteArray& idempotencyKey)
{
    return askValue<contract::TokenEnrolment>(
        m_transport, m_pending.get(),
        postRequest(pathOf("/users", userId, "/enrol"), bodyOf(token), idempotencyKey));
}

Reply<contract::Token> ApiClient::confirmToken(const QString& serial, const contract::TokenConfirm& code)
{
    return askValue<contract::Token>(m_transport, m_pending.get(),
                                     postRequest(pathOf("/tokens", serial, "/confirm"), bodyOf(code)));
}

Reply<Nothing> ApiClient::abandonEnrolment(const QString& serial)
{
    return askNothing(m_transport, m_pending.get(),
                      changeRequest("DELETE", pathOf("/tokens", serial, "/enrolment"), std::nullopt));
}

Reply<contract::Token> ApiClient::resyncToken(const QString& serial, const contract::TokenResync& codes)
{
    return askValue<contract::Token>(m_transport, m_pending.get(),
                                     postRequest(pathOf("/tokens", serial, "/resync"), bodyOf(codes)));
}

Reply<contract::Token> ApiClient::replaceToken(const QString& serial, const contract::TokenReplace& by)
{
    return askValue<contract::Token>(m_transport, m_pending.get(),
                                     postRequest(pathOf("/tokens", serial, "/replace"), bodyOf(by)));
}

Reply<contract::Token> ApiClient::markTokenLost(const QString& serial, const contract::TokenLost& loss)
{
    return askValue<contract::Token>(
        m_transport, m_pending.get(),
        postRequest(pathOf("/tokens", serial, "/lost"), bodyOf(loss), newIdempotencyKey()));
}

Reply<contract::Token> ApiClient::markTokenFound(const QString& serial)
{
    return askValue<contract::Token>(
        m_transport, m_pending.get(),
        postRequest(pathOf("/tokens", serial, "/found"), {}, newIdempotencyKey()));
}

} // namespace holdfast::client
