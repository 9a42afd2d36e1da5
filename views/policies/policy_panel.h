// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/policy_preview_model.h"
#include "services/contract/domain.h"
#include "views/shell/workspace.h"
#include "views/theme/colours.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTabBar;
class QVBoxLayout;

namespace holdfast::views {

class MessageBar;
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
    void showHistory();

Q_SIGNALS:
    void changed();
    void message(holdfast::views::Tone tone, const QString& text);

private:
    [[nodiscard]] contract::PolicyType type() const;
    [[nodiscard]] const contract::PolicyBinding& binding() const;
    void openPolicy();
    void showState();
    void showButtons();
    void chooseOther();
    void showStale();

    Workspace m_workspace;
    contract::SecurityDomain m_domain;
    models::PolicyEditModel m_model;
    models::PolicyPreviewModel m_preview;
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
    QPushButton* m_apply;
    QPushButton* m_revert;
    int m_shownTab = 0;
};

} // namespace holdfast::views
