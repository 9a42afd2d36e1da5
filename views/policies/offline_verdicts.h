// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/offline_verdicts_model.h"

#include <QWidget>

class QLabel;
class QTableView;

namespace holdfast::views {

// Beside the settings of an offline policy: which tokens it lets people take along, as the values change.
// Hidden where the service does not answer that.
class OfflineVerdicts final : public QWidget
{
    Q_OBJECT
public:
    explicit OfflineVerdicts(models::OfflineVerdictsModel& model, QWidget* parent = nullptr);
    [[nodiscard]] QTableView* table() const { return m_table; }
    [[nodiscard]] QString hint() const;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void showVerdicts();
    void fitRows();

    models::OfflineVerdictsModel& m_model;
    QTableView* m_table;
    QLabel* m_hint;
};

} // namespace holdfast::views
