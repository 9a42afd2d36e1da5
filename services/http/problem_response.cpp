// SPDX-License-Identifier: Apache-2.0
#include "services/http/problem_response.h"

#include "services/contract/json.h"
#include "services/contract/problem.h"
#include "services/contract/problem_body.h"

#include <QJsonDocument>

namespace holdfast::http {

namespace {

struct Reason
{
    int status;
    QByteArrayView phrase;
};

constexpr std::array reasons {
    Reason {200, "OK"},
    Reason {201, "Created"},
    Reason {202, "Accepted"},
    Reason {204, "No Content"},
    Reason {304, "Not Modified"},
    Reason {400, "Bad Request"},
    Reason {401, "Unauthorized"},
    Reason {403, "Forbidden"},
    Reason {404, "Not Found"},
    Reason {405, "Method Not Allowed"},
    Reason {408, "Request Timeout"},
    Reason {409, "Conflict"},
    Reason {412, "Precondition Failed"},
    Reason {413, "Content Too Large"},
    Reason {414, "URI Too Long"},
    Reason {415, "Unsupported Media Type"},
    Reason {417, "Expectation Failed"},
    Reason {421, "Misdirected Request"},
    Reason {428, "Precondition Required"},
    Reason {429, "Too Many Requests"},
    Reason {431, "Request Header Fields Too Large"},
    Reason {500, "Internal Server Error"},
    Reason {501, "Not Implemented"},
    Reason {503, "Service Unavailable"},
    Reason {505, "HTTP Version Not Supported"},
};

Response withBody(int status, const QJsonObject& problem)
{
    return {.status = status,
            .contentType = QByteArrayLiteral("application/problem+json"),
            .body = QJsonDocument(problem).toJson(QJsonDocument::Compact),
            .headers = {},
            .stream = {}};
}

} // namespace

QByteArrayView reasonPhrase(int status)
{
    const auto found = std::find_if(reasons.begin(), reasons.end(),
                                    [status](const Reason& reason) { return reason.status == status; });
    return found == reasons.end() ? QByteArrayView("Other") : found->phrase;
}

Response problemResponse(int status, const QString& code, const QString& detail, const QString& requestId)
{
    return withBody(status,
                    contract::toJson(contract::Problem {.type = QStringLiteral("about:blank"),
                                                        .title = QString::fromLatin1(reasonPhrase(status)),
                                                        .status = status,
                                                        .code = code,
                                                        .detail = detail,
                                                        .requestId = requestId,
                                                        .faults = {}}));
}

Response problemResponse(const contract::Error& error, const QString& requestId)
{
    return withBody(contract::statusOf(error.kind), contract::toProblem(error, requestId));
}

} // namespace holdfast::http
