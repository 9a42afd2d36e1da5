// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/user_card_model.h"
#include "views/shell/page.h"
#include "views/shell/workspace.h"

class QLabel;
class QPushButton;
class QScrollArea;
class QToolButton;

namespace holdfast::views {

class CallBar;
class CardVerdict;
class Section;
class StateView;
class TokenActions;

// The user card: everything that a call needs, for one person. Beside the table, or as the whole page.
class UserCard final : public QWidget
{
    Q_OBJECT
public:
    explicit UserCard(const Workspace& workspace, QWidget* parent = nullptr);

    void setUser(const QString& id);
    [[nodiscard]] models::UserCardModel& model() { return m_model; }
    void refresh() { m_model.refresh(); }
    // As the whole page there is a way back, and a column of a readable width.
    void setWhole(bool whole);
    void issueEmergencyCode();
    void edit();
    void assignToken();
    void verifyCaller();
    void enrolToken();
    // What a caller can be asked: for whoever edits people and verifies callers.
    void editQuestions();
    // Every check of the explanation, in a dialog.
    void explain();
    // An emergency code that a workstation holds, read out once.
    void readOfflineCode();
    void explainOffline();
    // For a workstation that holds nothing for the person.
    void answerChallenge();
    [[nodiscard]] CardVerdict* verdict() const { return m_verdict; }
    [[nodiscard]] CallBar* callBar() const { return m_call; }

Q_SIGNALS:
    void backChosen();
    void linkActivated(const holdfast::views::Link& link);
    void message(holdfast::views::Tone tone, const QString& text);
    // Something about this person was changed here.
    void changed(const QString& userId);

private:
    void showState();
    void showCard();
    void buildMenu();
    void showOfflineSection();
    [[nodiscard]] bool mayEditQuestions() const;
    void cure(const contract::Cure& cure);
    [[nodiscard]] const contract::Token* token(const QString& serial) const;

    Workspace m_workspace;
    models::UserCardModel m_model;
    TokenActions* m_tokenActions;
    StateView* m_states;
    QScrollArea* m_scroll;
    QToolButton* m_back;
    QLabel* m_name;
    QLabel* m_account;
    QLabel* m_contact;
    QPushButton* m_editButton;
    QToolButton* m_more;
    CardVerdict* m_verdict;
    CallBar* m_call;
    Section* m_tokens;
    Section* m_codes;
    Section* m_offline;
    Section* m_policies;
    Section* m_events;
    QPushButton* m_assign;
    QPushButton* m_enrol;
    QPushButton* m_all;
    QPushButton* m_readOffline;
    QPushButton* m_whyOffline;
};

} // namespace holdfast::views
