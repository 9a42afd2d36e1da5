// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/offline_explanation.h"
#include "models/workstations_model.h"
#include "views/shell/workspace.h"
#include "views/widgets/dialog.h"

class QComboBox;
class QLabel;
class QVBoxLayout;

namespace holdfast::views {

class ExplanationList;
class IconLabel;
class PickList;

// Why does this person get no offline days? Every check with its cure as a button, on one workstation or on
// any.
class OfflineExplainDialog final : public Dialog
{
    Q_OBJECT
public:
    // Follows the card, which must outlive it.
    OfflineExplainDialog(const Workspace& workspace, models::UserCardModel& card, QWidget* parent);

    [[nodiscard]] models::OfflineExplanationModel& model() { return m_model; }
    [[nodiscard]] QComboBox* where() const { return m_where; }
    // Of all workstations; none until another one is asked for.
    [[nodiscard]] PickList* pick() const { return m_pick; }
    [[nodiscard]] QPushButton* copyButton() const { return m_copy; }
    [[nodiscard]] QString verdict() const;

Q_SIGNALS:
    // One that asks for more: the card's matter.
    void cureChosen(const holdfast::contract::Cure& cure);

private:
    void fillWorkstations();
    void chooseWhere();
    void addPick();
    [[nodiscard]] bool isChoosing() const; // another workstation, and not yet which
    void showExplanation();
    void cure(const contract::Cure& cure);
    void copy();

    Workspace m_workspace;
    models::UserCardModel& m_card;
    models::OfflineExplanationModel m_model;
    models::WorkstationsModel m_computers;
    QComboBox* m_where;
    int m_other = -1; // place of "Another workstation" in it; -1: not offered
    QVBoxLayout* m_whereBox;
    PickList* m_pick = nullptr;
    IconLabel* m_icon;
    QLabel* m_verdict;
    QLabel* m_present;
    ExplanationList* m_list;
    QPushButton* m_copy;
    bool m_failureShown = false;
};

} // namespace holdfast::views
