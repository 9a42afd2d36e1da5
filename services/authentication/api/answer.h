// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/json.h"
#include "services/contract/page.h"
#include "services/contract/schema.h"
#include "services/http/message.h"

namespace holdfast::authentication {

// No JSON body in a request; no body in an answer (204).
struct NoBody
{ };
struct NoAnswer
{ };

[[nodiscard]] http::Response jsonResponse(int status, const QJsonObject& body);

// How a type of answer is described and written: described values, Page of them, free JSON, nothing.
template <class T>
struct Wire;

template <contract::Described T>
struct Wire<T>
{
    static QJsonObject schema(contract::SchemaSet& set) { return set.reference<T>(); }
    static http::Response response(int status, const T& value)
    {
        http::Response response = jsonResponse(status, contract::toJson(value));
        if constexpr (requires { value.version; }) {
            response.headers.append({"ETag", '"' + QByteArray::number(value.version) + '"'});
        }
        return response;
    }
};

template <>
struct Wire<NoAnswer>
{
    static QJsonObject schema(contract::SchemaSet&) { return {}; }
    static http::Response response(int, const NoAnswer&)
    {
        http::Response response;
        response.status = 204;
        return response;
    }
};

template <>
struct Wire<QJsonObject>
{
    static QJsonObject schema(contract::SchemaSet&)
    {
        return {{QStringLiteral("type"), QStringLiteral("object")}};
    }
    static http::Response response(int status, const QJsonObject& value)
    {
        return jsonResponse(status, value);
    }
};

[[nodiscard]] QJsonObject pageSchema(const QJsonObject& itemSchema);

template <contract::Described T>
struct Wire<contract::Page<T>>
{
    static QJsonObject schema(contract::SchemaSet& set) { return pageSchema(set.reference<T>()); }
    static http::Response response(int status, const contract::Page<T>& page)
    {
        QJsonObject body {{QStringLiteral("items"), contract::detail::write(page.items)}};
        contract::detail::writeMember(body, "next", page.next);
        contract::detail::writeMember(body, "previous", page.previous);
        contract::detail::writeMember(body, "total", page.total);
        contract::detail::writeMember(body, "offset", page.offset);
        return jsonResponse(status, body);
    }
};

} // namespace holdfast::authentication
