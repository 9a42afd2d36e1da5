// SPDX-License-Identifier: Apache-2.0
#include "services/contract/problem.h"

#include "services/contract/json.h"
#include "services/contract/problem_body.h"

namespace holdfast::contract {

namespace {

struct Mapping
{
    ErrorKind kind;
    int status;
    const char* title;
};

constexpr std::array mappings {
    Mapping {ErrorKind::InvalidRequest, 400, "Bad request"},
    Mapping {ErrorKind::Unauthenticated, 401, "Not signed in"},
    Mapping {ErrorKind::Forbidden, 403, "Not permitted"},
    Mapping {ErrorKind::NotFound, 404, "Not found"},
    Mapping {ErrorKind::Conflict, 409, "Conflict"},
    Mapping {ErrorKind::StaleVersion, 412, "Changed meanwhile"},
    Mapping {ErrorKind::TooLarge, 413, "Too large"},
    Mapping {ErrorKind::PreconditionRequired, 428, "If-Match is required"},
    Mapping {ErrorKind::TooManyRequests, 429, "Too many requests"},
    Mapping {ErrorKind::Internal, 500, "Internal error"},
    Mapping {ErrorKind::Unavailable, 503, "Not available"},
};

const Mapping& mappingOf(ErrorKind kind)
{
    const auto found =
        std::find_if(mappings.begin(), mappings.end(), [&](const Mapping& m) { return m.kind == kind; });
    Q_ASSERT(found != mappings.end());
    return *found;
}

} // namespace

int statusOf(ErrorKind kind)
{
    return mappingOf(kind).status;
}

ErrorKind kindOf(int status)
{
    for (const Mapping& mapping : mappings) {
        if (mapping.status == status) {
            return mapping.kind;
        }
    }
    return status >= 400 && status < 500 ? ErrorKind::InvalidRequest : ErrorKind::Internal;
}

QJsonObject toProblem(const Error& error, const QString& requestId)
{
    const Mapping& mapping = mappingOf(error.kind);
    Problem problem {.type = QStringLiteral("about:blank"),
                     .title = QString::fromLatin1(mapping.title),
                     .status = mapping.status,
                     .code = error.code,
                     .detail = error.detail,
                     .requestId = requestId,
                     .faults = {}};
    for (const FieldError& field : error.fields) {
        problem.faults.push_back({field.path, field.code, field.message});
    }
    return toJson(problem);
}

Error fromProblem(int status, const QByteArray& body)
{
    Error error {kindOf(status), QStringLiteral("http_%1").arg(status), {}};
    const auto object = parseObject(body);
    if (!object) {
        return error;
    }
    const auto problem = fromJson<Problem>(*object, UnknownFields::Ignore);
    if (!problem) {
        return error;
    }
    error.code = problem->code;
    error.detail = problem->detail;
    for (const ProblemField& field : problem->faults) {
        error.fields.append({field.path, field.code, field.message});
    }
    return error;
}

} // namespace holdfast::contract
