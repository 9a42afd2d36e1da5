// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/offline.h"
#include "views/widgets/dialog.h"

class QLineEdit;
class QSpinBox;

namespace holdfast::views {

// "3 come at the next contact of the workstation; 2 need the person to sign in there with a network."
[[nodiscard]] QString comingWords(int byContact, int byLogon);

// How many days for the trip, and why.
class ExtendDialog final : public Dialog
{
    Q_OBJECT
public:
    ExtendDialog(int byContact, int byLogon, QWidget* parent);
    [[nodiscard]] QSpinBox* days() const { return m_days; }
    [[nodiscard]] QLineEdit* reason() const { return m_reason; }

Q_SIGNALS:
    void chosen(const holdfast::contract::OfflineExtend& extension);

private:
    QSpinBox* m_days;
    QLineEdit* m_reason;
};

// Why the data are taken back.
class RevokeSetsDialog final : public Dialog
{
    Q_OBJECT
public:
    RevokeSetsDialog(int count, QWidget* parent);
    [[nodiscard]] QLineEdit* reason() const { return m_reason; }

Q_SIGNALS:
    void chosen(const QString& reason);

private:
    QLineEdit* m_reason;
};

} // namespace holdfast::views
