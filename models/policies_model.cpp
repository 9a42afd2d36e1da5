// SPDX-License-Identifier: Apache-2.0
#include "models/policies_model.h"

#include "models/words.h"

namespace holdfast::models {

using contract::PolicyType;

PoliciesModel::PoliciesModel(client::ApiClient& api, QObject* parent)
    : QAbstractTableModel(parent)
    , m_api(api)
{ }

void PoliciesModel::load()
{
    if (m_state == State::Idle || m_state == State::Failed) {
        refresh();
    }
}

void PoliciesModel::refresh()
{
    for (client::Call& call : m_calls) {
        call.cancel();
    }
    m_calls.clear();
    m_incoming.clear();
    m_failed = false;
    m_outstanding = 3;
    if (m_state != State::Ready) {
        become(State::Loading);
    }
    fetch<contract::LockoutPolicy>(PolicyType::Lockout);
    fetch<contract::TokenPolicy>(PolicyType::Token);
    fetch<contract::OfflinePolicy>(PolicyType::Offline);
}

template <class T>
void PoliciesModel::fetch(PolicyType type)
{
    client::ListQuery query;
    query.limit = 500;
    m_calls << client::consume(
        m_api.policies<T>(query), this, [this, type](const contract::Result<contract::Page<T>>& page) {
            if (page) {
                for (const T& policy : page->items) {
                    m_incoming.push_back({type, policy.id, policy.name, policy.isDefault, policy.domains,
                                          words::summary(policy), policy.version});
                }
            } else {
                m_failed = true;
                m_error = page.error();
            }
            if (--m_outstanding == 0) {
                finished();
            }
        });
}

void PoliciesModel::finished()
{
    if (m_failed) {
        m_incoming.clear();
        become(m_entries.empty() ? State::Failed : State::Ready);
        return;
    }
    std::sort(m_incoming.begin(), m_incoming.end(), [](const PolicyEntry& a, const PolicyEntry& b) {
        if (a.type != b.type || a.isDefault != b.isDefault) {
            return std::pair(a.type, !a.isDefault) < std::pair(b.type, !b.isDefault);
        }
        return a.name.localeAwareCompare(b.name) < 0;
    });
    beginResetModel();
    m_entries = std::exchange(m_incoming, {});
    endResetModel();
    become(State::Ready);
}

const PolicyEntry* PoliciesModel::entry(int row) const
{
    return row >= 0 && static_cast<size_t>(row) < m_entries.size() ? &m_entries[static_cast<size_t>(row)]
                                                                   : nullptr;
}

int PoliciesModel::rowOf(PolicyType type, const QString& id) const
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(), [&](const PolicyEntry& entry) {
        return entry.type == type && entry.id == id;
    });
    return found == m_entries.end() ? -1 : static_cast<int>(found - m_entries.begin());
}

int PoliciesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int PoliciesModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PoliciesModel::data(const QModelIndex& index, int role) const
{
    const PolicyEntry* entry = index.isValid() ? this->entry(index.row()) : nullptr;
    if (entry == nullptr) {
        return {};
    }
    switch (role) {
    case IdRole:
        return entry->id;
    case TypeRole:
        return static_cast<int>(entry->type);
    case IsDefaultRole:
        return entry->isDefault;
    case Qt::DisplayRole:
        break;
    default:
        return {};
    }
    switch (index.column()) {
    case Name:
        return entry->name;
    case Type:
        return words::of(entry->type);
    case Summary:
        return entry->summary;
    case Domains: {
        QStringList places = entry->domains;
        if (entry->isDefault) {
            places << (places.isEmpty() ? tr("Everywhere") : tr("everywhere else"));
        }
        return places.isEmpty() ? tr("Nowhere yet") : places.join(QStringLiteral(", "));
    }
    default:
        return {};
    }
}

QVariant PoliciesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return role == Qt::DisplayRole ? QVariant()
                                       : QAbstractTableModel::headerData(section, orientation, role);
    }
    switch (section) {
    case Name:
        return tr("Name");
    case Type:
        return tr("Type");
    case Summary:
        return tr("What it says");
    case Domains:
        return tr("Set on");
    default:
        return {};
    }
}

void PoliciesModel::become(State state)
{
    if (m_state != state) {
        m_state = state;
        Q_EMIT stateChanged();
    }
}

} // namespace holdfast::models
