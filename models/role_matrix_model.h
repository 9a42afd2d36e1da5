// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/client/api_client.h"
#include "services/client/consume.h"

#include <QAbstractTableModel>

namespace holdfast::models {

// What each role permits: a column for each role, a row for each permission, in groups by subject. The first
// row tells how many people hold the role.
class RoleMatrixModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role
    {
        GroupRole = Qt::UserRole + 1, // bool: the row is a heading
        PermittedRole // bool
    };

    explicit RoleMatrixModel(client::ApiClient& api, QObject* parent = nullptr);

    // Asks for every role; what is shown stays until the answer comes.
    void load();
    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    [[nodiscard]] const std::vector<contract::RoleDefinition>& roles() const { return m_roles; }
    // Null where there is none.
    [[nodiscard]] const contract::RoleDefinition* role(int column) const;
    [[nodiscard]] int columnOf(const QString& key) const; // -1: none

    // Permissions by subject, in the order in which they are shown.
    struct Group
    {
        QString title;
        std::vector<contract::Permission> permissions;
    };
    [[nodiscard]] static std::vector<Group> groups();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void loaded();
    void failed(const holdfast::contract::Error& error);

private:
    struct Row
    {
        QString title; // of a group
        std::optional<contract::Permission> permission; // neither: the holders
    };
    void ask(const QString& after);
    [[nodiscard]] QVariant permitted(const contract::RoleDefinition& role, contract::Permission permission,
                                     int dataRole) const;

    client::ApiClient& m_api;
    std::vector<Row> m_rows;
    std::vector<contract::RoleDefinition> m_roles;
    std::vector<contract::RoleDefinition> m_coming;
    quint64 m_asked = 0; // late answers are ignored
    bool m_loaded = false;
};

} // namespace holdfast::models
