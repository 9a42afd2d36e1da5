// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

#include <tl/expected.hpp>

namespace holdfast::contract {

// What went wrong, without a protocol. problem.h maps each kind to one HTTP status and back.
enum class ErrorKind
{
    InvalidRequest, // 400: malformed, or a field is missing, unknown or out of range
    Unauthenticated, // 401
    Forbidden, // 403: authenticated, but without the right or outside the scope
    NotFound, // 404: also where the caller may not know that it exists
    Conflict, // 409: the request is sound but the present state refuses it
    StaleVersion, // 412: If-Match named an older version
    TooLarge, // 413
    TooManyRequests, // 429
    Internal, // 500
    Unavailable, // 503: storage full, shutting down, out of reach
    PreconditionRequired, // 428: an update without If-Match
};

// One field at fault. `path` is a JSON path such as "codes[2].value".
struct FieldError
{
    QString path;
    QString code;
    QString message;
    bool operator==(const FieldError&) const = default;
};

// `code` is stable and meant for programs ("user_locked"); `detail` is a sentence for a person and leaves the
// process; `internal` stays in the log. None of them ever holds a secret.
struct Error
{
    ErrorKind kind = ErrorKind::Internal;
    QString code;
    QString detail;
    QList<FieldError> fields {};
    QString internal {};
};

template <class T>
using Result = tl::expected<T, Error>;
using Unexpected = tl::unexpected<Error>;

[[nodiscard]] inline Unexpected failure(ErrorKind kind, QString code, QString detail)
{
    return Unexpected(Error {kind, std::move(code), std::move(detail)});
}

[[nodiscard]] inline Unexpected invalidField(QString path, QString code, QString message)
{
    return Unexpected(Error {ErrorKind::InvalidRequest,
                          QStringLiteral("invalid_request"),
                          message,
                          {FieldError {std::move(path), std::move(code), message}}});
}

} // namespace holdfast::contract
