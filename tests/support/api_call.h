// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/api_fixture.h"

namespace holdfast::testing {

// One HTTP/1.1 request to loopback and its whole answer, on a connection of its own. Blocks; from any thread.
[[nodiscard]] ApiAnswer apiCall(quint16 port, const QByteArray& method, const QString& path,
                                const QByteArray& body, const ApiHeaders& headers);

} // namespace holdfast::testing
