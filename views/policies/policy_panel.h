// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/offline_trial_model.h"
#include "models/offline_verdicts_model.h"
#include "models/policy_preview_model.h"
#include "services/contract/domain.h"
#include "views/shell/page.h"
#include "views/shell/workspace.h"
#include "views/theme/colours.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QPushButton;
class QTabBar;
class QVBoxLayout;

namespace holdfast::views {

class MessageBar;
class OfflineVerdicts;
class PolicyForm;
class PolicyImpact;
class StateView;

// The three policies of one domain: which one is in effect and why, and its settings.
class PolicyPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit PolicyPanel(const Workspace& workspace, QWidget* parent = nullptr);

    void setDomain(const contract::SecurityDomain& domain);
    [[nodiscard]] QString domainPath() const { return m_domain.path; }
    // There is something that would be lost by going elsewhere: says so, and is true.
    [[nodiscard]] bool holdsChanges();
    [[nodiscard]] models::PolicyEditModel& model() { return m_model; }
    [[nodiscard]] models::PolicyPreviewModel& preview() { return m_preview; }
    [[nodiscard]] PolicyImpact* impact() const { return m_impact; }
    [[nodiscard]] models::OfflineVerdictsModel& verdictsModel() { return m_verdictsModel; }
    [[nodiscard]] models::OfflineTrialModel& trial() { return m_trial; }
    [[nodiscard]] OfflineVerdicts* verdicts() const { return m_verdicts; }
    [[nodiscard]] QPushButton* reportOnlyButton() const { return m_reportOnly; }
    [[nodiscard]] QPushButton* tryDomainButton() const { return m_tryDomain; }
    [[nodiscard]] MessageBar* trialBar() const { return m_trialBar; }
    void showHistory();
    // One of the three kinds.
    void chooseType(contract::PolicyType type);

Q_SIGNALS:
    void linkActivated(const holdfast::views::Link& link);
    void changed();
    void message(holdfast::views::Tone tone, const QString& text);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] contract::PolicyType type() const;
    [[nodiscard]] const contract::PolicyBinding& binding() const;
    void openPolicy();
    void showState();
    void showButtons();
    void chooseOther();
    void showStale();
    void showTrial();
    void showTrialMenu();
    void tryDomain();
    void placeVerdicts();

    Workspace m_workspace;
    contract::SecurityDomain m_domain;
    models::PolicyEditModel m_model;
    models::PolicyPreviewModel m_preview;
    models::OfflineVerdictsModel m_verdictsModel;
    models::OfflineTrialModel m_trial;
    QLabel* m_title;
    QTabBar* m_tabs;
    QLabel* m_inEffect;
    QLabel* m_origin;
    QLabel* m_reach;
    QPushButton* m_history;
    QPushButton* m_choose;
    MessageBar* m_message;
    StateView* m_states;
    QVBoxLayout* m_formPlace;
    PolicyImpact* m_impact;
    PolicyForm* m_form = nullptr;
    OfflineVerdicts* m_verdicts;
    QBoxLayout* m_beside = nullptr; // the form, and the verdicts where there is room
    MessageBar* m_trialBar;
    QPushButton* m_reportOnly;
    QPushButton* m_tryDomain;
    QPushButton* m_apply;
    QPushButton* m_revert;
    int m_shownTab = 0;
};

} // namespace holdfast::views
