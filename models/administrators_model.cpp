// SPDX-License-Identifier: Apache-2.0
#include "models/administrators_model.h"

#include "models/words.h"

namespace holdfast::models {

AdministratorsModel::AdministratorsModel(client::ApiClient& api, QObject* parent)
    : TypedWindowModel(parent)
    , m_api(api)
{ }

int AdministratorsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant AdministratorsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Name:
        return tr("Name");
    case DisplayName:
        return tr("Shown name");
    case Roles:
        return tr("Roles");
    case Password:
        return tr("Password");
    default:
        return {};
    }
}

QString AdministratorsModel::sortKey(int) const
{
    return {}; // a short list in the service's own order
}

client::PageReply<contract::AdministratorEntry> AdministratorsModel::list(const client::ListQuery& query)
{
    return m_api.administrators(query);
}

QString AdministratorsModel::idOf(const contract::AdministratorEntry& entry) const
{
    return entry.userId;
}

QVariant AdministratorsModel::cellOf(const contract::AdministratorEntry& entry, int column, int role) const
{
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) {
        return {};
    }
    switch (column) {
    case Name:
        return entry.name;
    case DisplayName:
        return entry.displayName;
    case Roles: {
        QStringList roles;
        for (const contract::RoleAssignment& assignment : entry.roles) {
            roles << words::of(assignment);
        }
        return roles.join(QStringLiteral(", "));
    }
    case Password:
        return entry.hasPassword ? tr("set") : tr("none");
    default:
        return {};
    }
}

} // namespace holdfast::models
