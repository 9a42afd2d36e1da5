// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/client/api_client.h"
#include "services/client/consume.h"

#include <QAbstractItemModel>

#include <memory>

namespace holdfast::models {

// The tree of security domains (at most a few thousand), loaded whole in pages. For the policies page and for
// combo boxes that choose a domain.
class DomainTreeModel final : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column
    {
        Name,
        People,
        Tokens,
        Lockout, // name of the effective policy, with its origin in the tool tip
        Token,
        Offline,
        ColumnCount
    };
    enum Role
    {
        IdRole = Qt::UserRole + 1,
        PathRole
    };
    enum class State
    {
        Idle,
        Loading,
        Ready,
        Failed
    };
    Q_ENUM(State)

    explicit DomainTreeModel(client::ApiClient& api, QObject* parent = nullptr);
    ~DomainTreeModel() override;

    void load(); // does nothing when loaded
    void refresh(); // shows the old tree until the new one is there
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const contract::Error& error() const { return m_error; }

    [[nodiscard]] const contract::SecurityDomain* domain(const QModelIndex& index) const;
    [[nodiscard]] QModelIndex indexOfPath(const QString& path) const;
    [[nodiscard]] QModelIndex indexOfId(const QString& id) const;
    [[nodiscard]] QStringList paths() const; // sorted; the root first

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void stateChanged();

private:
    struct Node;
    void fetch(const std::optional<QString>& after);
    void build();
    void become(State state);

    client::ApiClient& m_api;
    State m_state = State::Idle;
    contract::Error m_error;
    std::vector<contract::SecurityDomain> m_incoming;
    std::unique_ptr<Node> m_root; // above the domain "/"
    client::Call m_loading;
};

} // namespace holdfast::models
