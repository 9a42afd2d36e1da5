// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/client/api_client.h"
#include "services/client/consume.h"

#include <QAbstractTableModel>
#include <QJsonObject>

namespace holdfast::models {

// The first rows of a report, as it would be now.
class ReportPreviewModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum class State
    {
        Idle,
        Loading,
        Ready,
        Empty,
        Failed
    };
    Q_ENUM(State)
    static constexpr int mostRows = 50;

    explicit ReportPreviewModel(client::ApiClient& api, QObject* parent = nullptr);

    // What is shown stays until the answer comes.
    void load(const QString& report, const QStringList& columns, const client::ListQuery& query);
    void clear();
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const contract::Error& error() const { return m_error; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void stateChanged();

private:
    void show(const QStringList& columns, const QByteArray& lines);
    void become(State state);

    client::ApiClient& m_api;
    State m_state = State::Idle;
    contract::Error m_error;
    QStringList m_columns;
    QList<QJsonObject> m_rows;
    client::Call m_call;
};

} // namespace holdfast::models
