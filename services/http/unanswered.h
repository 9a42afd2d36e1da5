// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/http/message.h"

namespace holdfast::http {

// What a Responder sends that was dropped: the connection, which knows the request's id, makes 500 of it.
[[nodiscard]] inline Response unanswered()
{
    return {.status = 0, .contentType = {}, .body = {}, .headers = {}, .stream = {}};
}
[[nodiscard]] inline bool isUnanswered(const Response& response)
{
    return response.status == 0;
}

} // namespace holdfast::http
