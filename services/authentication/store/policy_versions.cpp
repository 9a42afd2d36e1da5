// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/policy_versions.h"

namespace holdfast::authentication::policy_versions {

namespace {

PolicyVersionRow rowOf(const storage::Connection::Rows& rows)
{
    return {.number = rows.integer(0),
            .at = contract::fromMilliseconds(rows.integer(1)),
            .author = rows.text(2),
            .name = rows.text(3),
            .isDefault = rows.boolean(4),
            .settings = rows.text(5),
            .restoredFrom = rows.optionalInteger(6)};
}

const auto columns = QStringLiteral("SELECT version, at, author, name, is_default, settings, restored_from"
                                    " FROM policy_versions WHERE policy_id = ?");

} // namespace

void record(storage::Connection& connection, qint64 policyId, const policies::Authorship& by)
{
    connection.change(
        QStringLiteral("INSERT INTO policy_versions (policy_id, version, at, author, name,"
                       " is_default, settings, restored_from)"
                       " SELECT id, version, ?, ?, name, is_default, settings, ?"
                       " FROM policies WHERE id = ?"),
        {contract::toMilliseconds(by.at), by.author, storage::orNull(by.restoredFrom), policyId});
    connection.change(QStringLiteral("DELETE FROM policy_versions WHERE policy_id = ? AND version <="
                                     " (SELECT version FROM policies WHERE id = ?) - ?"),
                      {policyId, policyId, keptVersions});
}

std::vector<PolicyVersionRow> list(storage::Connection& connection, qint64 policyId)
{
    std::vector<PolicyVersionRow> all;
    auto rows = connection.select(columns + QStringLiteral(" ORDER BY version DESC"), {policyId});
    while (rows.next()) {
        all.push_back(rowOf(rows));
    }
    return all;
}

std::optional<PolicyVersionRow> find(storage::Connection& connection, qint64 policyId, qint64 number)
{
    auto rows = connection.select(columns + QStringLiteral(" AND version = ?"), {policyId, number});
    return rows.next() ? std::optional(rowOf(rows)) : std::nullopt;
}

} // namespace holdfast::authentication::policy_versions
