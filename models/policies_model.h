// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/client/api_client.h"
#include "services/client/consume.h"

#include <QAbstractTableModel>

namespace holdfast::models {

// A policy of whichever type.
struct PolicyEntry
{
    contract::PolicyType type {};
    QString id;
    QString name;
    bool isDefault = false;
    QStringList domains;
    QString summary;
    qint64 version = 0;
};

// All policies of all types: short lists, three requests.
class PoliciesModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column
    {
        Name,
        Type,
        Summary,
        Domains, // where it is set; "everywhere else" for the default
        ColumnCount
    };
    enum Role
    {
        IdRole = Qt::UserRole + 1,
        TypeRole, // contract::PolicyType as int
        IsDefaultRole
    };
    enum class State
    {
        Idle,
        Loading,
        Ready,
        Failed
    };
    Q_ENUM(State)

    explicit PoliciesModel(client::ApiClient& api, QObject* parent = nullptr);
    void load();
    void refresh();
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const contract::Error& error() const { return m_error; }
    [[nodiscard]] const PolicyEntry* entry(int row) const;
    [[nodiscard]] int rowOf(contract::PolicyType type, const QString& id) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void stateChanged();

private:
    template <class T>
    void fetch(contract::PolicyType type);
    void finished();
    void become(State state);

    client::ApiClient& m_api;
    State m_state = State::Idle;
    contract::Error m_error;
    std::vector<PolicyEntry> m_entries;
    std::vector<PolicyEntry> m_incoming;
    QList<client::Call> m_calls;
    int m_outstanding = 0;
    bool m_failed = false;
};

} // namespace holdfast::models
