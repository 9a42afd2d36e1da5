// SPDX-License-Identifier: Apache-2.0
#include "views/users/user_card.h"

#include "models/formats.h"
#include "models/words.h"
#include "services/client/api_client.h"
#include "views/theme/icons.h"
#include "views/theme/metrics.h"
#include "views/theme/style.h"
#include "views/tokens/token_actions.h"
#include "views/users/call_bar.h"
#include "views/users/card_sections.h"
#include "views/users/card_verdict.h"
#include "views/users/offline_section.h"
#include "views/widgets/dialog.h"
#include "views/widgets/labels.h"
#include "views/widgets/section.h"
#include "views/widgets/state_view.h"

#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace holdfast::views {

using contract::CardAction;
using models::UserCardModel;
namespace words = models::words;

UserCard::UserCard(const Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_model(workspace.api, workspace.session)
    , m_tokenActions(new TokenActions(workspace, this))
    , m_scroll(new QScrollArea)
    , m_back(new QToolButton)
    , m_name(makeLabel({}, Type::Verdict))
    , m_account(new ElidedLabel({}, Type::Body, Ink::Secondary))
    , m_contact(new ElidedLabel({}, Type::Body, Ink::Secondary))
    , m_editButton(new QPushButton(icon(QStringLiteral("edit")), tr("Edit")))
    , m_more(new QToolButton)
    , m_verdict(new CardVerdict(m_model))
    , m_call(new CallBar(m_model))
    , m_tokens(new Section(tr("Tokens")))
    , m_codes(new Section(tr("Emergency codes")))
    , m_offline(new Section(tr("Offline")))
    , m_policies(new Section(tr("Policies that apply")))
    , m_events(new Section(tr("Recent activity")))
{
    m_back->setIcon(
        icon(layoutDirection() == Qt::RightToLeft ? QStringLiteral("forward") : QStringLiteral("back")));
    m_back->setAutoRaise(true);
    m_back->setToolTip(tr("Back to the list (Esc)"));
    m_back->setAccessibleName(tr("Back to the list"));
    m_back->hide();
    m_more->setIcon(icon(QStringLiteral("more")));
    m_more->setAutoRaise(true);
    m_more->setFocusPolicy(Qt::StrongFocus);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setToolTip(tr("More actions"));
    m_more->setAccessibleName(tr("More actions"));
    m_more->setMenu(new QMenu(m_more));
    setButtonRole(m_editButton, ButtonRole::Quiet);
    m_name->setWordWrap(true);
    m_name->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_enrol = m_tokens->addAction(tr("Enrol app…"), QStringLiteral("user-add"));
    m_enrol->setToolTip(tr("Make a token for the person's authenticator app (Ctrl+Shift+T)"));
    m_assign = m_tokens->addAction(tr("Assign token…"), QStringLiteral("add"));
    m_all = m_events->addAction(tr("Show all"), QStringLiteral("activity"));
    m_readOffline =
        m_offline->addAction(withKey(tr("Offline code…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E)),
                             QStringLiteral("emergency"));
    m_readOffline->setToolTip(
        tr("A code that lies on the workstation already, for a caller without a network"));
    m_readOffline->setAccessibleName(tr("Offline code"));
    m_whyOffline = m_offline->addAction(withKey(tr("Explain…"), QKeySequence(Qt::SHIFT | Qt::Key_F2)),
                                        QStringLiteral("information"));
    m_whyOffline->setToolTip(tr("What stands for and against offline days"));
    m_whyOffline->setAccessibleName(tr("Explain the offline days"));

    auto* body = new QWidget;
    body->setAutoFillBackground(true);
    body->setBackgroundRole(QPalette::Base);
    auto* inner = new QWidget;
    inner->setMaximumWidth(760);
    auto* centre = new QHBoxLayout(body);
    centre->setContentsMargins(0, 0, 0, 0);
    centre->addWidget(inner, 1);
    auto* column = new QVBoxLayout(inner);
    column->setContentsMargins(metrics::l, metrics::l, metrics::l, metrics::xl);
    column->setSpacing(metrics::l);
    auto* head = new QHBoxLayout;
    head->setSpacing(metrics::xs);
    head->addWidget(m_back);
    head->addWidget(m_name, 1);
    head->addWidget(m_editButton);
    head->addWidget(m_more);
    auto* names = new QVBoxLayout;
    names->setSpacing(2);
    names->addLayout(head);
    names->addWidget(m_account);
    names->addWidget(m_contact);
    column->addLayout(names);
    for (QWidget* part : std::initializer_list<QWidget*> {m_verdict, m_call, m_tokens, m_codes, m_offline,
                                                          m_policies, m_events}) {
        column->addWidget(part);
    }
    column->addStretch();
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setAccessibleName(tr("User card"));
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(body);
    m_states = new StateView(m_scroll);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_states);

    connect(m_back, &QToolButton::clicked, this, &UserCard::backChosen);
    connect(m_editButton, &QPushButton::clicked, this, &UserCard::edit);
    connect(m_assign, &QPushButton::clicked, this, &UserCard::assignToken);
    connect(m_enrol, &QPushButton::clicked, this, &UserCard::enrolToken);
    connect(m_readOffline, &QPushButton::clicked, this, &UserCard::readOfflineCode);
    connect(m_whyOffline, &QPushButton::clicked, this, &UserCard::explainOffline);
    connect(m_all, &QPushButton::clicked, this, [this] {
        Q_EMIT linkActivated({QStringLiteral("activity"),
                              {},
                              QStringLiteral("user"),
                              m_model.userId(),
                              {},
                              words::person(m_model.card().user)});
    });
    connect(m_verdict, &CardVerdict::cureChosen, this, &UserCard::cure);
    connect(m_verdict, &CardVerdict::emergencyChosen, this, &UserCard::issueEmergencyCode);
    connect(m_call, &CallBar::verifyChosen, this, &UserCard::verifyCaller);
    connect(m_call, &CallBar::assignChosen, this, &UserCard::assignToken);
    connect(m_call, &CallBar::lostChosen, m_tokenActions, &TokenActions::markLost);
    connect(m_call, &CallBar::clearPinChosen, this, [this](const QString& serial) {
        if (const contract::Token* meant = token(serial)) {
            m_tokenActions->clearPin(*meant);
        }
    });
    m_tokenActions->setClosed([this](contract::Permission permission) {
        for (const CardAction action :
             {CardAction::ClearPin, CardAction::TokenFound, CardAction::ReplaceToken}) {
            if (UserCardModel::permissionFor(action) == permission && m_model.isClosed(action)) {
                return UserCardModel::closedHint();
            }
        }
        return QString();
    });
    connect(m_verdict, &CardVerdict::explainChosen, this, &UserCard::explain);
    connect(&m_model, &UserCardModel::stateChanged, this, &UserCard::showState);
    connect(&m_model, &UserCardModel::cardChanged, this, &UserCard::showCard);
    connect(&m_model, &UserCardModel::actingChanged, this, [this] {
        m_verdict->showCard();
        m_call->showCard();
    });
    connect(&m_model, &UserCardModel::done, this, [this](const QString& text) {
        Q_EMIT message(Tone::Success, text);
        Q_EMIT changed(m_model.userId());
    });
    connect(&m_model, &UserCardModel::actionFailed, this,
            [this](const contract::Error& error) { Q_EMIT message(Tone::Danger, words::problem(error)); });
    connect(m_tokenActions, &TokenActions::message, this, &UserCard::message);
    connect(m_tokenActions, &TokenActions::changed, this, [this] {
        m_model.refresh();
        Q_EMIT changed(m_model.userId());
    });
    showState();
}

void UserCard::setUser(const QString& id)
{
    if (id != m_model.userId()) {
        m_scroll->ensureVisible(0, 0);
    }
    m_model.setUser(id);
}

void UserCard::setWhole(bool whole)
{
    m_back->setVisible(whole);
}

void UserCard::showState()
{
    switch (m_model.state()) {
    case UserCardModel::State::Empty:
        m_states->showWords({QStringLiteral("user"),
                             tr("Nobody is chosen"),
                             tr("Choose a person in the list, or press Ctrl+K and type a name."),
                             {},
                             {}});
        break;
    case UserCardModel::State::Loading:
        m_states->showLoading(tr("Loading…"));
        break;
    case UserCardModel::State::Failed:
        m_states->showWords({QStringLiteral("offline"), tr("This card could not be loaded"),
                             words::problem(m_model.error()), tr("Retry"), [this] {
                                 m_model.refresh();
                             }});
        break;
    case UserCardModel::State::Ready:
        m_states->showContent();
        showCard();
        break;
    }
}

void UserCard::showCard()
{
    if (m_model.state() != UserCardModel::State::Ready) {
        return;
    }
    const contract::UserCard& card = m_model.card();
    const contract::User& user = card.user;
    m_name->setText(words::person(user));
    QStringList account {user.name, user.domain};
    if (user.administrator) {
        account << tr("administrator");
    }
    QStringList contact {user.email, user.phone};
    contact.removeAll(QString());
    m_account->setText(account.join(QStringLiteral(" · ")));
    m_contact->setText(contact.join(QStringLiteral(" · ")));
    m_contact->setVisible(!contact.isEmpty());
    m_editButton->setEnabled(m_workspace.session.may(contract::Permission::EditUsers));
    m_assign->setVisible(m_model.may(CardAction::AssignToken));
    m_assign->setEnabled(!m_model.isClosed(CardAction::AssignToken));
    m_enrol->setVisible(m_model.may(CardAction::AssignToken));
    m_enrol->setEnabled(!m_model.isClosed(CardAction::AssignToken));
    m_verdict->showCard();
    m_call->showCard();
    showTokens(m_tokens, card, m_workspace.clock,
               [this](QMenu* menu, const contract::Token& shown) { m_tokenActions->fillMenu(menu, shown); });
    CancelCode cancel;
    if (m_workspace.session.may(contract::Permission::IssueEmergencyCodes)) {
        cancel = [this](const contract::EmergencyCode& code) {
            confirm(this, tr("Cancel this emergency code?"),
                    tr("It stops working at once and cannot be brought back; a new one can be issued."),
                    tr("Cancel the code"), [this, id = code.id] { m_model.cancelEmergencyCode(id); });
        };
    }
    showEmergencyCodes(m_codes, card, m_workspace.clock, cancel);
    showOfflineSection();
    m_policies->setVisible(m_workspace.session.may(contract::Permission::ViewPolicies));
    showPolicies(m_policies, card);
    showEvents(m_events, card.events, m_workspace.clock);
    buildMenu();
}

void UserCard::showOfflineSection()
{
    const auto& session = m_workspace.session;
    const bool mayView = session.may(contract::Permission::ViewWorkstations);
    m_offline->setVisible(mayView || !m_model.card().offline.empty());
    m_readOffline->setVisible(session.may(contract::Permission::IssueEmergencyCodes));
    OfflineLinks links;
    if (mayView) {
        links.workstation = [this](const QString& id) {
            Q_EMIT linkActivated({QStringLiteral("workstations"), id});
        };
        links.all = [this] {
            const contract::User& user = m_model.card().user;
            Q_EMIT linkActivated(
                {QStringLiteral("readiness"), {}, QStringLiteral("user"), user.id, {}, words::person(user)});
        };
    }
    showOffline(m_offline, m_model.card(), m_workspace.clock, links);
}

void UserCard::buildMenu()
{
    QMenu* menu = m_more->menu();
    menu->clear();
    const contract::User user = m_model.card().user;
    const auto& session = m_workspace.session;
    if (user.status == contract::UserStatus::Locked) {
        QAction* action = menu->addAction(icon(QStringLiteral("unlock")), tr("Unlock"));
        action->setEnabled(session.may(contract::Permission::UnlockUsers)
                           && !m_model.isClosed(CardAction::Unlock));
        connect(action, &QAction::triggered, &m_model, &UserCardModel::unlock);
    }
    QAction* able = user.enabled ? menu->addAction(icon(QStringLiteral("disabled")), tr("Disable account"))
                                 : menu->addAction(icon(QStringLiteral("enable")), tr("Enable account"));
    able->setEnabled(session.may(contract::Permission::EnableUsers));
    connect(able, &QAction::triggered, &m_model,
            user.enabled ? &UserCardModel::disable : &UserCardModel::enable);
    QAction* questions = menu->addAction(icon(QStringLiteral("shield")), tr("Security questions…"));
    questions->setEnabled(mayEditQuestions());
    connect(questions, &QAction::triggered, this, &UserCard::editQuestions);
    menu->addSeparator();
    QAction* remove = menu->addAction(icon(QStringLiteral("delete")), tr("Delete user…"));
    remove->setEnabled(session.may(contract::Permission::DeleteUsers));
    connect(remove, &QAction::triggered, this, [this, user] {
        confirm(
            this, tr("Delete %1?").arg(words::person(user)),
            tr("The account goes into the bin for thirty days; its tokens become free. Roles, password and "
               "emergency codes are gone for good. The activity stays."),
            tr("Delete user"), [this, user] {
                client::consume(m_workspace.api.deleteUser(user.id, user.version), this,
                                [this, user](const contract::Result<client::Nothing>& answer) {
                                    if (!answer) {
                                        Q_EMIT message(Tone::Danger, words::problem(answer.error()));
                                        return;
                                    }
                                    Q_EMIT message(Tone::Success,
                                                   tr("%1 is deleted.").arg(words::person(user)));
                                    setUser({});
                                    Q_EMIT changed(user.id);
                                });
            });
    });
}

const contract::Token* UserCard::token(const QString& serial) const
{
    for (const contract::Token& held : m_model.card().tokens) {
        if (held.serial == serial) {
            return &held;
        }
    }
    return nullptr;
}

void UserCard::cure(const contract::Cure& cure)
{
    if (!UserCardModel::needsInput(cure.action)) {
        m_model.perform(cure);
        return;
    }
    const contract::Token* meant = token(cure.tokenSerial);
    switch (cure.action) {
    case CardAction::AssignToken:
        assignToken();
        break;
    case CardAction::ResyncToken:
        if (meant) {
            m_tokenActions->resync(*meant);
        }
        break;
    case CardAction::ReplaceToken:
        if (meant) {
            m_tokenActions->replace(*meant);
        }
        break;
    case CardAction::IssueEmergencyCode:
        issueEmergencyCode();
        break;
    default:
        edit();
        break;
    }
}

} // namespace holdfast::views
