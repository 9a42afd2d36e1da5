// SPDX-License-Identifier: Apache-2.0
#include "services/http/message.h"

#include "services/http/unanswered.h"

namespace holdfast::http {

QByteArray Request::header(QByteArrayView name) const
{
    for (const auto& [key, value] : headers) {
        if (key == name) {
            return value;
        }
    }
    return {};
}

std::optional<QString> Request::parameter(QStringView name) const
{
    for (const auto& [key, value] : query) {
        if (key == name) {
            return value;
        }
    }
    return std::nullopt;
}

Responder::~Responder()
{
    if (m_send) {
        m_send(unanswered());
    }
}

void Responder::operator()(Response response)
{
    if (const Send send = std::exchange(m_send, nullptr)) {
        send(std::move(response));
    }
}

} // namespace holdfast::http
