// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/permission.h"

#include <QJsonObject>

#include <functional>
#include <limits>
#include <optional>
#include <string_view>
#include <vector>

namespace holdfast::authentication {

struct ApiContext;

// Who may call: anybody, anybody who is signed in, or whoever's role permits it somewhere. A Permission
// converts by itself. Scope is the handler's business (Call::requireInScope, Caller::scopeOf).
class Access
{
public:
    constexpr Access(contract::Permission permission) // NOLINT: a permission is an access
        : m_kind(Kind::Permission)
        , m_permission(permission)
    { }
    [[nodiscard]] static constexpr Access open() { return Access(Kind::Open); }
    [[nodiscard]] static constexpr Access anySession() { return Access(Kind::Session); }

    [[nodiscard]] constexpr bool isOpen() const { return m_kind == Kind::Open; }
    [[nodiscard]] constexpr std::optional<contract::Permission> permission() const
    {
        return m_kind == Kind::Permission ? std::optional(m_permission) : std::nullopt;
    }

private:
    enum class Kind
    {
        Open,
        Session,
        Permission
    };
    explicit constexpr Access(Kind kind)
        : m_kind(kind)
    { }
    Kind m_kind;
    contract::Permission m_permission {};
};

enum class ParameterType
{
    Text,
    Integer,
    Number,
    Boolean,
    Time
};

// A query parameter. It is checked before the handler runs; a parameter that is not declared is a 400.
struct QueryParameter
{
    const char* name;
    const char* description;
    ParameterType type = ParameterType::Text;
    double minimum = 0; // Integer and Number; Text: least length
    double maximum = 1024; // Integer and Number; Text: greatest length
    std::vector<const char*> oneOf {}; // Text
    bool required = false;
};

// A route, declared once: dispatch, permission, checks and the OpenAPI document all follow from it.
struct Operation
{
    const char* path; // such as /api/v1/users/{id}
    const char* id; // operationId, camelCase, unique
    const char* summary; // one sentence
    const char* tag;
    Access access;
    int success = 200; // 201 for what creates; 204 follows from NoAnswer by itself
    std::vector<QueryParameter> query {};
    // POST only: the answer is kept with the change and replayed. With `secret` it is kept sealed and
    // replayed for five minutes to the same session, then it is 409 already_issued.
    bool idempotent = false;
    bool secret = false;
    // PUT must say with If-Match which version it changes. False for what has no version.
    bool ifMatch = true;
    // Whether an older sign-in must be confirmed first (403 reauthentication_required). By default what
    // changes policies, roles, administrators, keys or settings does.
    std::optional<bool> confirmed {};
    // Idempotent routes: run after the commit and before the answer.
    std::function<void(const ApiContext&)> committed {};
    qint64 maxBody = 64 * 1024; // bytes
};

} // namespace holdfast::authentication
