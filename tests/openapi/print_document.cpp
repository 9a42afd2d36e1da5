// SPDX-License-Identifier: Apache-2.0
// Prints GET /openapi.json of a service with every route.
#include "tests/support/api_fixture.h"

#include <QCoreApplication>

#include <cstdio>

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const holdfast::testing::ApiFixture api;
    const auto answer = api.call("GET", QStringLiteral("/openapi.json"), {}, {});
    std::fwrite(answer.body.constData(), 1, static_cast<std::size_t>(answer.body.size()), stdout);
    return answer.status == 200 ? 0 : 1;
}
