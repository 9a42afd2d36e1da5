// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/fields.h"

namespace holdfast::contract {

// GET /policies/{type}/{id}/versions: the policy as it was after one change.
struct PolicyVersion
{
    qint64 number {};
    Timestamp at {};
    QString author;
    QString name;
    bool isDefault {};
    bool current {};
    std::optional<qint64> restoredFrom;
    QJsonObject settings;
    QJsonObject changes;

    static constexpr auto typeName = "PolicyVersion";
    static constexpr auto fields()
    {
        return fieldList(
            field("number", &PolicyVersion::number, "The version; the policy's ETag while it was current."),
            field("at", &PolicyVersion::at, "When it was made."),
            field("author", &PolicyVersion::author,
                  "Administrator's logon name; empty for what the service set up, or before there was a "
                  "history.")
                .orDefault(),
            field("name", &PolicyVersion::name, "The policy's name then."),
            field("isDefault", &PolicyVersion::isDefault, "Whether it was the default then."),
            field("current", &PolicyVersion::current, "Whether it is the one of now."),
            field("restoredFrom", &PolicyVersion::restoredFrom, "The version that was restored, if one was."),
            field("settings", &PolicyVersion::settings, "Every setting."),
            field("changes", &PolicyVersion::changes,
                  "What differs from the version before: name, and old and new value. Empty for the first."));
    }
};

} // namespace holdfast::contract
