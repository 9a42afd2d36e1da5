// SPDX-License-Identifier: Apache-2.0
#include "services/contract/problem_body.h"
#include "services/contract/schema.h"
#include "services/http/problem_response.h"
#include "services/http/router.h"

#include <QJsonArray>

namespace holdfast::http {

namespace {

using namespace Qt::StringLiterals;

QString methodKey(Method method)
{
    switch (method) {
    case Method::Get:
        return u"get"_s;
    case Method::Post:
        return u"post"_s;
    case Method::Put:
        return u"put"_s;
    case Method::Patch:
        return u"patch"_s;
    case Method::Delete:
        return u"delete"_s;
    }
    return {};
}

QJsonObject content(const QString& type, const QJsonObject& schema)
{
    return {{type, QJsonObject {{u"schema"_s, schema}}}};
}

QJsonObject parameterObject(const ParameterDocumentation& parameter)
{
    const bool inPath = parameter.in == u"path";
    const QJsonObject text {{u"type"_s, u"string"_s}};
    return {{u"name"_s, parameter.name},
            {u"in"_s, parameter.in},
            {u"description"_s, parameter.description},
            {u"required"_s, parameter.required || inPath},
            {u"schema"_s, parameter.schema.isEmpty() ? text : parameter.schema}};
}

// Every name in the template is a parameter, described or not.
QJsonArray parametersOf(const Route& route)
{
    QJsonArray parameters;
    QStringList described;
    for (const ParameterDocumentation& parameter : route.documentation.parameters) {
        parameters.append(parameterObject(parameter));
        if (parameter.in == u"path") {
            described.append(parameter.name);
        }
    }
    for (const QString& segment : route.path.split(u'/')) {
        const QString name = segment.startsWith(u'{') ? segment.sliced(1, segment.size() - 2) : QString();
        if (!name.isEmpty() && !described.contains(name)) {
            parameters.append(parameterObject(
                {.name = name, .in = u"path"_s, .description = {}, .required = true, .schema = {}}));
        }
    }
    return parameters;
}

QJsonObject operationOf(const Route& route)
{
    const RouteDocumentation& documentation = route.documentation;
    QJsonObject success {{u"description"_s, QString::fromLatin1(reasonPhrase(documentation.successStatus))}};
    if (!documentation.responseSchema.isEmpty()) {
        success.insert(u"content"_s,
                       content(documentation.responseContentType, documentation.responseSchema));
    }
    QJsonObject operation {
        {u"summary"_s, documentation.summary},
        {u"responses"_s,
         QJsonObject {{QString::number(documentation.successStatus), success},
                      {u"default"_s, QJsonObject {{u"$ref"_s, u"#/components/responses/Problem"_s}}}}}};
    if (!documentation.operationId.isEmpty()) {
        operation.insert(u"operationId"_s, documentation.operationId);
    }
    if (!documentation.tag.isEmpty()) {
        operation.insert(u"tags"_s, QJsonArray {documentation.tag});
    }
    if (const QJsonArray parameters = parametersOf(route); !parameters.isEmpty()) {
        operation.insert(u"parameters"_s, parameters);
    }
    if (!documentation.requestSchema.isEmpty()) {
        operation.insert(
            u"requestBody"_s,
            QJsonObject {
                {u"required"_s, true},
                {u"content"_s, content(documentation.requestContentType, documentation.requestSchema)}});
    }
    QJsonArray security; // an empty list says: open
    if (!documentation.security.isEmpty()) {
        security.append(QJsonObject {{documentation.security, QJsonArray()}});
    }
    operation.insert(u"security"_s, security);
    return operation;
}

QJsonObject securitySchemes()
{
    return {{u"bearer"_s,
             QJsonObject {{u"type"_s, u"http"_s},
                          {u"scheme"_s, u"bearer"_s},
                          {u"description"_s, u"The token that POST /api/v1/sessions answers."_s}}},
            {u"clientKey"_s,
             QJsonObject {{u"type"_s, u"apiKey"_s},
                          {u"in"_s, u"header"_s},
                          {u"name"_s, u"client-key"_s},
                          {u"description"_s, u"The key of a registered API client."_s}}},
            {u"workstation"_s,
             QJsonObject {{u"type"_s, u"apiKey"_s},
                          {u"in"_s, u"header"_s},
                          {u"name"_s, u"Authorization"_s},
                          {u"description"_s,
                           u"Holdfast-Workstation id=ID, time=MILLISECONDS, nonce=NONCE, signature=SIGNATURE: "
                           "Ed25519 by the workstation's key."_s}}}};
}

} // namespace

QJsonObject openApiDocument(const Router& router, const QJsonObject& components, const QString& title,
                            const QString& version)
{
    QJsonObject paths;
    for (const auto& route : router.routes()) {
        QJsonObject path = paths.value(route->path).toObject();
        path.insert(methodKey(route->method), operationOf(*route));
        paths.insert(route->path, path);
    }
    contract::SchemaSet own;
    own.reference<contract::Problem>();
    QJsonObject schemas = own.components();
    for (auto it = components.begin(); it != components.end(); ++it) {
        schemas.insert(it.key(), it.value());
    }
    const QJsonObject problem {
        {u"description"_s, u"A problem (RFC 9457)."_s},
        {u"content"_s,
         content(u"application/problem+json"_s, {{u"$ref"_s, u"#/components/schemas/Problem"_s}})}};
    return {{u"openapi"_s, u"3.1.0"_s},
            {u"info"_s, QJsonObject {{u"title"_s, title}, {u"version"_s, version}}},
            {u"paths"_s, paths},
            {u"components"_s,
             QJsonObject {{u"schemas"_s, schemas},
                          {u"responses"_s, QJsonObject {{u"Problem"_s, problem}}},
                          {u"securitySchemes"_s, securitySchemes()}}}};
}

} // namespace holdfast::http
