// SPDX-License-Identifier: Apache-2.0
// The dialogs that a user card opens, and what follows when they are done.
#include "models/words.h"
#include "views/emergency/emergency_dialog.h"
#include "views/tokens/enrol_dialog.h"
#include "views/tokens/token_dialogs.h"
#include "views/users/explain_dialog.h"
#include "views/users/offline_code_dialog.h"
#include "views/users/offline_explain_dialog.h"
#include "views/users/user_card.h"
#include "views/users/user_dialog.h"
#include "views/verification/caller_questions_dialog.h"
#include "views/verification/verification_dialog.h"
#include "views/workstations/challenge_dialog.h"

namespace holdfast::views {

using contract::CardAction;
using models::UserCardModel;
namespace words = models::words;

void UserCard::assignToken()
{
    if (m_model.state() != UserCardModel::State::Ready || m_model.isClosed(CardAction::AssignToken)) {
        return;
    }
    const contract::User& user = m_model.card().user;
    auto* dialog = new AssignTokenDialog(m_workspace, user.id, words::person(user), this);
    connect(dialog, &TokenDialog::tokenChanged, this, [this](const contract::Token&, const QString& text) {
        Q_EMIT message(Tone::Success, text);
        m_model.refresh();
        Q_EMIT changed(m_model.userId());
    });
    dialog->open();
}

void UserCard::enrolToken()
{
    if (m_model.state() != UserCardModel::State::Ready || !m_model.may(CardAction::AssignToken)
        || m_model.isClosed(CardAction::AssignToken)) {
        return;
    }
    const contract::User& user = m_model.card().user;
    auto* dialog = new EnrolDialog(m_workspace, user.id, words::person(user), this);
    connect(dialog, &TokenDialog::tokenChanged, this, [this](const contract::Token&, const QString& text) {
        Q_EMIT message(Tone::Success, text);
        m_model.refresh();
        Q_EMIT changed(m_model.userId());
    });
    dialog->open();
}

void UserCard::issueEmergencyCode()
{
    if (m_model.state() != UserCardModel::State::Ready || !m_model.may(CardAction::IssueEmergencyCode)) {
        return;
    }
    if (m_model.isClosed(CardAction::IssueEmergencyCode)) {
        verifyCaller();
        return;
    }
    auto* dialog = new EmergencyDialog(m_workspace, m_model.card(), this);
    connect(dialog, &EmergencyDialog::cureChosen, this, &UserCard::cure);
    connect(dialog, &EmergencyDialog::issued, this, [this] {
        m_model.refresh();
        Q_EMIT changed(m_model.userId());
    });
    dialog->open();
}

void UserCard::verifyCaller()
{
    if (m_model.state() != UserCardModel::State::Ready || !m_model.card().verification
        || !m_model.mayVerify()) {
        return;
    }
    auto* dialog = new VerificationDialog(m_workspace, m_model.card(), this);
    connect(dialog, &VerificationDialog::verified, &m_model, &UserCardModel::refresh);
    dialog->open();
}

void UserCard::explain()
{
    if (m_model.state() != UserCardModel::State::Ready || findChild<ExplainDialog*>()) {
        return;
    }
    auto* dialog = new ExplainDialog(m_model, m_workspace.clock, this);
    connect(dialog, &ExplainDialog::cureChosen, this, &UserCard::cure);
    dialog->open();
    m_model.refresh(); // it opens on what is known
}

void UserCard::readOfflineCode()
{
    if (m_model.state() != UserCardModel::State::Ready || !m_model.may(CardAction::IssueEmergencyCode)) {
        return;
    }
    if (m_model.isClosed(contract::GuardedAction::OfflineAccess)) {
        verifyCaller();
        return;
    }
    auto* dialog = new OfflineCodeDialog(m_workspace, m_model.card(), this);
    connect(dialog, &OfflineCodeDialog::cureChosen, this, &UserCard::cure);
    connect(dialog, &OfflineCodeDialog::challengeChosen, this, &UserCard::answerChallenge);
    connect(dialog, &OfflineCodeDialog::read, this, [this] {
        m_model.refresh();
        Q_EMIT changed(m_model.userId());
    });
    dialog->open();
}

void UserCard::explainOffline()
{
    if (m_model.state() != UserCardModel::State::Ready || findChild<OfflineExplainDialog*>()) {
        return;
    }
    auto* dialog = new OfflineExplainDialog(m_workspace, m_model, this);
    connect(dialog, &OfflineExplainDialog::cureChosen, this, &UserCard::cure);
    dialog->open();
}

void UserCard::answerChallenge()
{
    if (m_model.state() != UserCardModel::State::Ready || !m_model.may(CardAction::IssueEmergencyCode)) {
        return;
    }
    auto* dialog = new ChallengeDialog(m_workspace, m_model.card(), this);
    connect(dialog, &ChallengeDialog::verified, &m_model, &UserCardModel::refresh);
    dialog->open();
}

void UserCard::edit()
{
    if (m_model.state() != UserCardModel::State::Ready) {
        return;
    }
    auto* dialog = new UserDialog(m_workspace, m_model.card().user, this);
    connect(dialog, &UserDialog::saved, this, [this](const contract::User& user) {
        Q_EMIT message(Tone::Success, tr("%1 is saved.").arg(words::person(user)));
        m_model.refresh();
        Q_EMIT changed(user.id);
    });
    dialog->open();
}

// What is there is read first, so both rights are needed.
bool UserCard::mayEditQuestions() const
{
    const auto& session = m_workspace.session;
    return session.may(contract::Permission::EditUsers) && session.may(contract::Permission::VerifyCallers);
}

void UserCard::editQuestions()
{
    if (m_model.state() != UserCardModel::State::Ready || !mayEditQuestions()) {
        return;
    }
    auto* dialog = new CallerQuestionsDialog(m_workspace, m_model.card().user, this);
    connect(dialog, &CallerQuestionsDialog::saved, this, [this](const QString& text) {
        Q_EMIT message(Tone::Success, text);
        m_model.refresh(); // what a caller can be verified by
    });
    dialog->open();
}

} // namespace holdfast::views
