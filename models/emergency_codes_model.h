// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/emergency_code.h"
#include "services/contract/timestamp.h"

#include <QAbstractTableModel>

namespace holdfast::models {

// The emergency codes of one person (a short list, from the user card). Never the codes themselves.
class EmergencyCodesModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column
    {
        State,
        Kind,
        Remaining, // "3 of 5"
        Expires,
        Reason,
        IssuedBy,
        IssuedAt,
        ColumnCount
    };

    explicit EmergencyCodesModel(const contract::Clock& clock, QObject* parent = nullptr);
    void setCodes(std::vector<contract::EmergencyCode> codes);
    [[nodiscard]] const contract::EmergencyCode* code(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override; // CommonRole as well
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    const contract::Clock& m_clock;
    std::vector<contract::EmergencyCode> m_codes;
};

} // namespace holdfast::models
