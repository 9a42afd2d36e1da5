// SPDX-License-Identifier: Apache-2.0
#include "services/http/admission.h"

#include "services/http/request_target.h"

namespace holdfast::http {

namespace {

struct MethodName
{
    QByteArrayView name;
    std::optional<Method> method; // empty: known, but no route has it
};

constexpr std::array knownMethods {
    MethodName {"POST", Method::Post},    MethodName {"GET", Method::Get},
    MethodName {"HEAD", Method::Get},     MethodName {"PUT", Method::Put},
    MethodName {"PATCH", Method::Patch},  MethodName {"DELETE", Method::Delete},
    MethodName {"OPTIONS", std::nullopt},
};

Refusal badRequest(const QString& code, const QString& detail)
{
    return {.status = 400, .code = code, .detail = detail};
}

std::optional<Refusal> checkHost(const RequestHead& head, QByteArrayView authority, const HostPolicy& hosts)
{
    if (!hosts.serves(head.host) || (!authority.isEmpty() && !hosts.serves(authority.toByteArray()))) {
        return Refusal {.status = 421,
                        .code = QStringLiteral("host_not_served"),
                        .detail =
                            QStringLiteral("This service does not answer for the host that was asked for.")};
    }
    // No page of another origin talks to the service: there is no CORS and there are no cookies.
    if (!head.origin.isNull() && !hosts.isOwnOrigin(head.origin)) {
        return Refusal {.status = 403,
                        .code = QStringLiteral("origin_refused"),
                        .detail = QStringLiteral("Requests from pages of another origin are refused.")};
    }
    return std::nullopt;
}

std::optional<Refusal> checkQuery(const Route& route, const QList<std::pair<QString, QString>>& query)
{
    if (route.documentation.ignoreUnknownParameters) {
        return std::nullopt;
    }
    const auto& declared = route.documentation.parameters;
    for (qsizetype i = 0; i < query.size(); ++i) {
        const QString& name = query[i].first;
        const auto isNamed = [&](const ParameterDocumentation& parameter) {
            return parameter.name == name && parameter.in == QLatin1String("query");
        };
        if (std::none_of(declared.begin(), declared.end(), isNamed)) {
            return badRequest(QStringLiteral("unknown_parameter"),
                              QStringLiteral("This request has no parameter \"%1\".").arg(name));
        }
        if (std::any_of(query.begin(), query.begin() + i,
                        [&](const auto& other) { return other.first == name; })) {
            return badRequest(QStringLiteral("repeated_parameter"),
                              QStringLiteral("The parameter \"%1\" is given more than once.").arg(name));
        }
    }
    return std::nullopt;
}

Refusal notRouted(const Router::Match& match)
{
    if (match.status == 405) {
        return {.status = 405,
                .code = QStringLiteral("method_not_allowed"),
                .detail = QStringLiteral("This resource does not have that method."),
                .allow = match.allow};
    }
    return {.status = 404,
            .code = QStringLiteral("not_found"),
            .detail = QStringLiteral("There is no such path.")};
}

std::optional<Refusal> checkBody(const RequestHead& head, const Route& route)
{
    if (head.contentLength > route.maxBody) {
        return Refusal {.status = 413,
                        .code = QStringLiteral("body_too_large"),
                        .detail =
                            QStringLiteral("The body is larger than the %1 bytes that this request may have.")
                                .arg(route.maxBody)};
    }
    if (!head.expect.isNull() && head.expect.compare("100-continue", Qt::CaseInsensitive) != 0) {
        return Refusal {.status = 417,
                        .code = QStringLiteral("expectation_failed"),
                        .detail = QStringLiteral("The only expectation that is met is 100-continue.")};
    }
    return std::nullopt;
}

} // namespace

std::variant<Admitted, Refusal> admit(RequestHead& head, const HostPolicy& hosts, const Router& router)
{
    const auto known = std::find_if(knownMethods.begin(), knownMethods.end(),
                                    [&](const MethodName& entry) { return entry.name == head.method; });
    if (known == knownMethods.end()) {
        return Refusal {.status = 501,
                        .code = QStringLiteral("method_not_implemented"),
                        .detail = QStringLiteral("This method is not known here."),
                        .allow = QByteArrayLiteral("GET, HEAD, POST, PUT, PATCH, DELETE")};
    }
    const auto target = splitTarget(head.target);
    if (!target) {
        return badRequest(QStringLiteral("malformed_request"),
                          QStringLiteral("The request target is malformed."));
    }
    if (auto refusal = checkHost(head, target->authority, hosts)) {
        return *refusal;
    }
    auto match = router.matchEncoded(known->method, target->path);
    auto query = parseQuery(target->query);
    if (!match || !query) {
        return badRequest(QStringLiteral("malformed_encoding"),
                          QStringLiteral("The request target is not percent-encoded UTF-8."));
    }
    if (!match->route) {
        return notRouted(*match);
    }
    if (auto refusal = checkQuery(*match->route, *query)) {
        return *refusal;
    }
    if (auto refusal = checkBody(head, *match->route)) {
        return *refusal;
    }
    Admitted admitted {.route = match->route, .request = {}, .headOnly = known->name == "HEAD"};
    admitted.request.method = *known->method;
    admitted.request.path = percentDecoded(target->path).value_or(QString());
    admitted.request.pathParameters = std::move(match->pathParameters);
    admitted.request.query = std::move(*query);
    admitted.request.headers = std::move(head.headers);
    return admitted;
}

} // namespace holdfast::http
