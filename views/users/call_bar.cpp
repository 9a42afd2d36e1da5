// SPDX-License-Identifier: Apache-2.0
#include "views/users/call_bar.h"

#include "models/formats.h"
#include "models/user_card_model.h"
#include "models/words_verification.h"
#include "views/theme/icons.h"
#include "views/theme/metrics.h"
#include "views/theme/style.h"
#include "views/widgets/flow_layout.h"
#include "views/widgets/labels.h"

#include <QKeySequence>
#include <QPushButton>
#include <QVBoxLayout>

namespace holdfast::views {

using contract::CardAction;
using contract::PinState;

namespace {

// The token that a caller most likely means: the one used last.
QString lastUsed(const contract::UserCard& card, bool (*fits)(const contract::Token&))
{
    const contract::Token* best = nullptr;
    for (const contract::Token& token : card.tokens) {
        if (fits(token) && (!best || token.lastUsedAt > best->lastUsedAt)) {
            best = &token;
        }
    }
    return best ? best->serial : QString();
}

bool hasPin(const contract::Token& token)
{
    return token.pinState == PinState::Set || token.pinState == PinState::MustChange;
}

bool isThere(const contract::Token& token)
{
    return !token.lostAt;
}

} // namespace

QString withKey(const QString& text, const QKeySequence& keys)
{
    return QStringLiteral("%1   %2").arg(text, keys.toString(QKeySequence::NativeText));
}

CallBar::CallBar(models::UserCardModel& model, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
    , m_state(makeParagraph({}, Ink::Secondary))
{
    m_verify = addButton(QStringLiteral("shield"), tr("Verify caller"), QKeySequence(Qt::CTRL | Qt::Key_I));
    m_clearPin = addButton(QStringLiteral("pin"), tr("Clear PIN"), QKeySequence(Qt::CTRL | Qt::Key_P));
    m_lost = addButton(QStringLiteral("lost"), tr("Lost"), QKeySequence(Qt::CTRL | Qt::Key_L));
    m_assign = addButton(QStringLiteral("add"), tr("Assign token"), QKeySequence(Qt::CTRL | Qt::Key_T));
    auto* buttons = new FlowLayout(metrics::xs);
    for (QPushButton* button : {m_verify, m_clearPin, m_lost, m_assign}) {
        buttons->addWidget(button);
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::xs);
    column->addWidget(m_state);
    column->addLayout(buttons);

    connect(m_verify, &QPushButton::clicked, this, &CallBar::verifyChosen);
    connect(m_clearPin, &QPushButton::clicked, this,
            [this] { Q_EMIT clearPinChosen(lastUsed(m_model.card(), hasPin)); });
    connect(m_lost, &QPushButton::clicked, this,
            [this] { Q_EMIT lostChosen(lastUsed(m_model.card(), isThere)); });
    connect(m_assign, &QPushButton::clicked, this, &CallBar::assignChosen);
}

QPushButton* CallBar::addButton(const QString& iconName, const QString& text, const QKeySequence& keys)
{
    auto* button = new QPushButton(icon(iconName), withKey(text, keys));
    button->setShortcut(keys);
    button->setAccessibleName(text);
    setButtonRole(button, ButtonRole::Quiet);
    return button;
}

QString CallBar::stateText() const
{
    return m_state->text();
}

void CallBar::showCard()
{
    const contract::UserCard& card = m_model.card();
    const bool idle = !m_model.isActing();
    const auto set = [&](QPushButton* button, CardAction action, bool useful) {
        button->setVisible(m_model.may(action) && useful);
        button->setEnabled(idle && !m_model.isClosed(action));
        button->setToolTip(m_model.isClosed(action) ? m_model.closedHint() : QString());
    };
    set(m_clearPin, CardAction::ClearPin, !lastUsed(card, hasPin).isEmpty());
    set(m_assign, CardAction::AssignToken, card.tokens.empty());
    m_lost->setVisible(m_model.may(CardAction::TokenFound) && !lastUsed(card, isThere).isEmpty());
    m_lost->setEnabled(idle);
    showVerification();
}

void CallBar::showVerification()
{
    const auto& verification = m_model.card().verification;
    m_verify->setVisible(verification.has_value() && m_model.mayVerify());
    m_state->setVisible(verification.has_value());
    if (!verification) {
        return;
    }
    const bool closed = m_model.isClosed(CardAction::IssueEmergencyCode);
    setButtonRole(m_verify, closed ? ButtonRole::Normal : ButtonRole::Quiet);
    if (verification->steps.empty()) {
        m_state->setText(tr("The caller is not verified: what would give something out is closed."));
        return;
    }
    const QString by = models::words::verifiedBy(
        verification->steps,
        verification->approval == contract::ApprovalState::Approved ? verification->approvedBy : QString());
    QString text = tr("Verified by %1: %n point(s)", nullptr, verification->points).arg(by);
    if (verification->expiresAt) {
        text = tr("%1, until %2.").arg(text, models::absoluteTime(*verification->expiresAt));
    }
    m_state->setText(closed ? tr("%1 More is needed for an emergency code.").arg(text) : text);
}

} // namespace holdfast::views
