// SPDX-License-Identifier: Apache-2.0
#include "models/users_model.h"

#include "models/formats.h"
#include "models/words.h"

namespace holdfast::models {

using contract::User;

UsersModel::UsersModel(client::ApiClient& api, const contract::Clock& clock, QObject* parent)
    : TypedWindowModel(parent)
    , m_api(api)
    , m_clock(clock)
{
    setSort(Name, Qt::AscendingOrder);
}

int UsersModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant UsersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return role == Qt::DisplayRole ? QVariant() : WindowModel::headerData(section, orientation, role);
    }
    switch (section) {
    case Name:
        return tr("Logon name");
    case DisplayName:
        return tr("Name");
    case Status:
        return tr("Status");
    case Tokens:
        return tr("Tokens");
    case LastLogon:
        return tr("Last sign-in");
    case Domain:
        return tr("Domain");
    case Email:
        return tr("E-mail");
    default:
        return {};
    }
}

QString UsersModel::sortKey(int column) const
{
    switch (column) {
    case Name:
        return QStringLiteral("name");
    case DisplayName:
        return QStringLiteral("displayName");
    case LastLogon:
        return QStringLiteral("lastLogonAt");
    default:
        return {};
    }
}

client::PageReply<User> UsersModel::list(const client::ListQuery& query)
{
    return m_api.users(query);
}

QString UsersModel::idOf(const User& user) const
{
    return user.id;
}

QVariant UsersModel::cellOf(const User& user, int column, int role) const
{
    if (role == StatusRole) {
        return static_cast<int>(user.status);
    }
    if (role == ToneRole) {
        return static_cast<int>(column == Status ? words::toneOf(user.status) : Tone::Neutral);
    }
    if (role == NumericRole) {
        return column == Tokens || column == LastLogon;
    }
    if (role == Qt::ToolTipRole && column == LastLogon && user.lastLogonAt) {
        return absoluteTime(*user.lastLogonAt);
    }
    if (role == Qt::ToolTipRole && column == Status && user.lockedUntil) {
        return tr("Unlocks by itself %1").arg(relativeTime(*user.lockedUntil, m_clock.now()));
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (column) {
    case Name:
        return user.name;
    case DisplayName:
        return user.displayName;
    case Status:
        return words::of(user.status);
    case Tokens:
        return user.tokenCount;
    case LastLogon:
        return user.lastLogonAt ? relativeTime(*user.lastLogonAt, m_clock.now()) : tr("never");
    case Domain:
        return user.domain;
    case Email:
        return user.email;
    default:
        return {};
    }
}

} // namespace holdfast::models
