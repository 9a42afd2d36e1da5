// SPDX-License-Identifier: Apache-2.0
#include "models/role_matrix_model.h"

#include "models/words.h"

namespace holdfast::models {

using contract::Permission;
using contract::RoleDefinition;

RoleMatrixModel::RoleMatrixModel(client::ApiClient& api, QObject* parent)
    : QAbstractTableModel(parent)
    , m_api(api)
{
    m_rows.push_back({});
    for (const Group& group : groups()) {
        m_rows.push_back({group.title, std::nullopt});
        for (const Permission permission : group.permissions) {
            m_rows.push_back({{}, permission});
        }
    }
}

std::vector<RoleMatrixModel::Group> RoleMatrixModel::groups()
{
    std::vector<Group> groups {
        {tr("People"),
         {Permission::ViewUsers, Permission::UnlockUsers, Permission::EnableUsers, Permission::EditUsers,
          Permission::DeleteUsers}},
        {tr("Tokens"),
         {Permission::ViewTokens, Permission::AssignTokens, Permission::EnableTokens, Permission::ClearPins,
          Permission::ResyncTokens, Permission::MarkTokensLost, Permission::EditTokens,
          Permission::ImportTokens, Permission::DeleteTokens, Permission::ExportTokens}},
        {tr("Emergency codes"),
         {Permission::ViewEmergencyCodes, Permission::IssueEmergencyCodes, Permission::VerifyCallers,
          Permission::OverruleEmergencyQuota}},
        {tr("Workstations"), {Permission::ViewWorkstations, Permission::ManageWorkstations}},
        {tr("Domains and policies"),
         {Permission::ViewDomains, Permission::EditDomains, Permission::ViewPolicies,
          Permission::EditPolicies}},
        {tr("Activity and reports"),
         {Permission::ViewEvents, Permission::RunReports, Permission::ViewMetrics}},
        {tr("Administration"), {}},
    };
    // What a later version adds has a place too.
    for (const auto& known : contract::EnumNames<Permission>::names) {
        const bool placed = std::any_of(groups.begin(), groups.end(), [&](const Group& group) {
            return std::find(group.permissions.begin(), group.permissions.end(), known.first)
                != group.permissions.end();
        });
        if (!placed) {
            groups.back().permissions.push_back(known.first);
        }
    }
    return groups;
}

void RoleMatrixModel::load()
{
    ++m_asked;
    m_coming.clear();
    ask({});
}

void RoleMatrixModel::ask(const QString& after)
{
    client::ListQuery query {.limit = 100};
    if (!after.isEmpty()) {
        query.after = after;
    }
    client::consume(m_api.roles(query), this,
                    [this, asked = m_asked](contract::Result<contract::Page<RoleDefinition>> page) {
                        if (asked != m_asked) {
                            return;
                        }
                        if (!page) {
                            Q_EMIT failed(page.error());
                            return;
                        }
                        std::move(page->items.begin(), page->items.end(), std::back_inserter(m_coming));
                        if (page->next) {
                            ask(*page->next);
                            return;
                        }
                        beginResetModel();
                        m_roles = std::exchange(m_coming, {});
                        m_loaded = true;
                        endResetModel();
                        Q_EMIT loaded();
                    });
}

const RoleDefinition* RoleMatrixModel::role(int column) const
{
    return column >= 0 && column < static_cast<int>(m_roles.size())
        ? &m_roles[static_cast<std::size_t>(column)]
        : nullptr;
}

int RoleMatrixModel::columnOf(const QString& key) const
{
    const auto found = std::find_if(m_roles.begin(), m_roles.end(),
                                    [&](const RoleDefinition& role) { return role.key == key; });
    return found == m_roles.end() ? -1 : static_cast<int>(found - m_roles.begin());
}

int RoleMatrixModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RoleMatrixModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_roles.size());
}

QVariant RoleMatrixModel::headerData(int section, Qt::Orientation orientation, int dataRole) const
{
    if (orientation == Qt::Horizontal) {
        const RoleDefinition* known = role(section);
        if (!known) {
            return {};
        }
        if (dataRole == Qt::ToolTipRole) {
            return known->description.isEmpty() ? words::roleName(known->key, known->name)
                                                : known->description;
        }
        return dataRole == Qt::DisplayRole ? words::roleName(known->key, known->name) : QVariant();
    }
    if (section < 0 || section >= rowCount()) {
        return {};
    }
    const Row& row = m_rows[static_cast<std::size_t>(section)];
    if (dataRole == GroupRole) {
        return !row.title.isEmpty();
    }
    if (dataRole != Qt::DisplayRole) {
        return {};
    }
    if (row.permission) {
        QString sentence = words::of(*row.permission);
        sentence.replace(0, 1, sentence.left(1).toUpper());
        return sentence;
    }
    return row.title.isEmpty() ? tr("People who have the role") : row.title;
}

QVariant RoleMatrixModel::permitted(const RoleDefinition& role, Permission permission, int dataRole) const
{
    const bool yes =
        std::find(role.permissions.begin(), role.permissions.end(), permission) != role.permissions.end();
    switch (dataRole) {
    case PermittedRole:
        return yes;
    case Qt::DisplayRole:
        return yes ? QStringLiteral("\u2713") : QString();
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: {
        const QString name = words::roleName(role.key, role.name);
        return yes ? tr("%1 may %2").arg(name, words::of(permission))
                   : tr("%1 may not %2").arg(name, words::of(permission));
    }
    default:
        return {};
    }
}

QVariant RoleMatrixModel::data(const QModelIndex& index, int dataRole) const
{
    const RoleDefinition* known = role(index.column());
    if (!known || index.row() >= rowCount()) {
        return {};
    }
    if (dataRole == Qt::TextAlignmentRole) {
        return QVariant::fromValue(Qt::Alignment(Qt::AlignCenter));
    }
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    if (row.permission) {
        return permitted(*known, *row.permission, dataRole);
    }
    if (dataRole == GroupRole) {
        return !row.title.isEmpty();
    }
    return row.title.isEmpty() && dataRole == Qt::DisplayRole ? QVariant(known->holders) : QVariant();
}

} // namespace holdfast::models
