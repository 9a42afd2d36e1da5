// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/http/host_policy.h"
#include "services/http/request_parser.h"
#include "services/http/router.h"

#include <variant>

namespace holdfast::http {

struct Admitted
{
    const Route* route = nullptr;
    Request request; // without its body
    bool headOnly = false; // HEAD: answered as GET, without a body
};

// Decides, from the head alone, whether a request gets to its route: so that nothing is read or worked out
// for one that is refused anyway. Takes the head's headers.
[[nodiscard]] std::variant<Admitted, Refusal> admit(RequestHead& head, const HostPolicy& hosts,
                                                    const Router& router);

} // namespace holdfast::http
