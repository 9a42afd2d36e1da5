// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/workstation.h"
#include "views/shell/workspace.h"
#include "views/widgets/dialog.h"

class QComboBox;
class QLabel;
class QLineEdit;

namespace holdfast::views {

class ChoiceList;

class RenameWorkstationDialog final : public Dialog
{
    Q_OBJECT
public:
    RenameWorkstationDialog(const Workspace& workspace, const contract::Workstation& workstation,
                            QWidget* parent);

Q_SIGNALS:
    void renamed(const holdfast::contract::Workstation& workstation);
};

// Into another domain, whose offline policy counts from then on as well.
class MoveWorkstationDialog final : public Dialog
{
    Q_OBJECT
public:
    MoveWorkstationDialog(const Workspace& workspace, const contract::Workstation& workstation,
                          QWidget* parent);
    [[nodiscard]] QComboBox* domains() const { return m_domains; }

Q_SIGNALS:
    void moved(const holdfast::contract::Workstation& workstation);

private:
    QComboBox* m_domains;
};

// Stolen or not, and what becomes of the tokens that signed in there.
class RevokeWorkstationDialog final : public Dialog
{
    Q_OBJECT
public:
    RevokeWorkstationDialog(const Workspace& workspace, const contract::Workstation& workstation,
                            QWidget* parent);
    [[nodiscard]] ChoiceList* stolen() const { return m_stolen; }
    [[nodiscard]] ChoiceList* tokens() const { return m_tokens; }
    [[nodiscard]] QLineEdit* reason() const { return m_reason; }
    // What it will do, in a sentence.
    [[nodiscard]] QString consequence() const;

Q_SIGNALS:
    void revoked(const holdfast::contract::WorkstationRevoked& done);

private:
    [[nodiscard]] contract::WorkstationRevoke wanted() const;
    void showWhat();

    contract::Workstation m_workstation;
    ChoiceList* m_stolen;
    ChoiceList* m_tokens;
    QString m_after; // what the workstation can do from then on
    QLabel* m_consequence;
    QLineEdit* m_reason;
};

} // namespace holdfast::views
