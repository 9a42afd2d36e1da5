// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/fields.h"

namespace holdfast::contract {

// A program that may call /mfa/v1_1.
struct ApiClient
{
    QString id;
    QString name;
    bool enabled {};
    QString createdBy;
    Timestamp createdAt {};
    std::optional<Timestamp> lastUsedAt;

    static constexpr auto typeName = "ApiClient";
    static constexpr auto fields()
    {
        return fieldList(field("id", &ApiClient::id, "Opaque identifier."),
                         field("name", &ApiClient::name, "Unique name."),
                         field("enabled", &ApiClient::enabled, "False: its key is refused."),
                         field("createdBy", &ApiClient::createdBy, "Administrator's logon name."),
                         field("createdAt", &ApiClient::createdAt, "When."),
                         field("lastUsedAt", &ApiClient::lastUsedAt, "Last call, to the minute."));
    }
};

// POST /api-clients.
struct ApiClientCreate
{
    QString name;

    static constexpr auto typeName = "ApiClientCreate";
    static constexpr auto fields()
    {
        return fieldList(field("name", &ApiClientCreate::name, "Unique name.").length(1, 128));
    }
};

// The only answer that ever holds the key.
struct ApiClientCreated
{
    QString id;
    QString name;
    Secret key;

    static constexpr auto typeName = "ApiClientCreated";
    static constexpr auto fields()
    {
        return fieldList(field("id", &ApiClientCreated::id, "Opaque identifier."),
                         field("name", &ApiClientCreated::name, "Unique name."),
                         field("key", &ApiClientCreated::key, "For the header client-key. Shown this once."));
    }
};

} // namespace holdfast::contract
