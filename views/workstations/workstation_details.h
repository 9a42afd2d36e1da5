// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/client/api_client.h"
#include "services/client/consume.h"
#include "views/shell/page.h"
#include "views/shell/workspace.h"

class QFormLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace holdfast::views {

class Section;
class StateView;
class StatusChip;
class WorkstationActions;

// One workstation: what is known of it, who holds data on it, and what can be done.
class WorkstationDetails final : public QWidget
{
    Q_OBJECT
public:
    explicit WorkstationDetails(const Workspace& workspace, QWidget* parent = nullptr);

    void setWorkstation(const QString& id);
    void refresh();
    [[nodiscard]] const contract::Workstation& workstation() const { return m_workstation; }
    [[nodiscard]] StateView* states() const { return m_states; }
    [[nodiscard]] WorkstationActions* actions() const { return m_actions; }
    [[nodiscard]] QPushButton* answerButton() const { return m_answer; }
    [[nodiscard]] QString hint() const;

    // Of the one that is shown, as far as it is permitted; for the page's keys.
    void rename();
    void move();
    void revoke();
    void answerChallenge();

Q_SIGNALS:
    void linkActivated(const holdfast::views::Link& link);
    void message(holdfast::views::Tone tone, const QString& text);
    void changed(const QString& id);

private:
    void load();
    void loadPeople();
    void showWorkstation();
    void showFacts();
    void showPeople(const contract::Result<contract::Page<contract::OfflineSet>>& sets);
    void buildMenu();
    [[nodiscard]] bool canChange() const;
    [[nodiscard]] bool mayAnswer() const;

    Workspace m_workspace;
    WorkstationActions* m_actions;
    client::Call m_call;
    client::Call m_peopleCall;
    QString m_id;
    contract::Workstation m_workstation;
    StateView* m_states;
    QLabel* m_title;
    StatusChip* m_status;
    QLabel* m_hint;
    QPushButton* m_answer;
    QToolButton* m_more;
    QFormLayout* m_facts;
    Section* m_people;
    QPushButton* m_all;
};

} // namespace holdfast::views
