// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/policy_values.h"

#include <QAbstractTableModel>

namespace holdfast::models {

// The versions of one policy, latest first, and the restoring of one.
class PolicyHistoryModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column
    {
        Number,
        At,
        Author,
        Summary, // what changed, in short
        ColumnCount
    };
    enum class State
    {
        Loading,
        Ready,
        Restoring,
        Failed
    };
    Q_ENUM(State)

    // `policy`: as it is shown now; its version is what a restoring is made to.
    PolicyHistoryModel(client::ApiClient& api, const contract::Clock& clock, AnyPolicy policy,
                       QObject* parent = nullptr);
    void load();
    // restored() or failed() follows.
    void restore(int row);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const contract::Error& error() const { return m_error; }
    // Null when there is none.
    [[nodiscard]] const contract::PolicyVersion* version(int row) const;
    // What this version changed; empty for the first one known.
    [[nodiscard]] QList<PolicyChange> changes(int row) const;
    // What restoring it would change of the policy of now.
    [[nodiscard]] QList<PolicyChange> changesIfRestored(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void stateChanged();
    void restored(qint64 number);
    void failed(const holdfast::contract::Error& error);

private:
    void become(State state);
    [[nodiscard]] QString summaryOf(int row) const;
    [[nodiscard]] static QString whenOf(const contract::PolicyVersion& version, const QString& time);

    client::ApiClient& m_api;
    const contract::Clock& m_clock;
    AnyPolicy m_policy;
    std::vector<contract::PolicyVersion> m_versions;
    State m_state = State::Loading;
    contract::Error m_error;
    client::Call m_call;
};

} // namespace holdfast::models
