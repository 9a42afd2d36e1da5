// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/users_model.h"
#include "models/workstations_model.h"
#include "services/contract/card.h"
#include "views/shell/workspace.h"
#include "views/widgets/dialog.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QStackedWidget;

namespace holdfast::views {

class CodeDisplay;
class PickList;

// Challenge and response over the telephone: who sits there and at which workstation, what it shows, why;
// then the answer to be read out. Only for verified callers, where the policy asks for it.
class ChallengeDialog final : public Dialog
{
    Q_OBJECT
public:
    // The person is asked for.
    ChallengeDialog(const Workspace& workspace, const contract::Workstation& workstation, QWidget* parent);
    // The workstation is asked for.
    ChallengeDialog(const Workspace& workspace, const contract::UserCard& card, QWidget* parent);

    void reject() override;
    [[nodiscard]] PickList* pick() const { return m_pick; }
    [[nodiscard]] QLineEdit* challenge() const { return m_challenge; }
    [[nodiscard]] QLineEdit* reason() const { return m_reason; }
    [[nodiscard]] QCheckBox* dataLost() const { return m_dataLost; }
    [[nodiscard]] CodeDisplay* answer() const { return m_answer; }

Q_SIGNALS:
    // The caller was verified meanwhile.
    void verified();

private:
    void build();
    [[nodiscard]] QWidget* buildResult();
    [[nodiscard]] QString userId() const;
    [[nodiscard]] QString workstationId() const;
    void loadCard();
    [[nodiscard]] bool isOpen() const; // the policy lets it be answered now
    void showWhat();
    void submit();
    void showAnswer(const contract::ChallengeResponse& answer);
    void showRefusal(const contract::Error& error);
    [[nodiscard]] QString personName() const;
    [[nodiscard]] QString workstationName() const;

    Workspace m_workspace;
    std::optional<contract::Workstation> m_workstation;
    std::optional<contract::UserCard> m_card;
    bool m_personGiven;
    models::UsersModel m_users;
    models::WorkstationsModel m_computers;
    QStackedWidget* m_pages;
    PickList* m_pick = nullptr;
    QLineEdit* m_challenge;
    QLineEdit* m_reason;
    QCheckBox* m_dataLost;
    CodeDisplay* m_answer;
    QLabel* m_usage;
    QLabel* m_for = nullptr;
    client::Call m_call;
};

} // namespace holdfast::views
