// SPDX-License-Identifier: Apache-2.0
#include "models/user_card_model.h"

#include "models/formats.h"
#include "models/words.h"

namespace holdfast::models {

using contract::CardAction;
using contract::Check;
using contract::Cure;
using contract::Permission;
using contract::Result;

UserCardModel::UserCardModel(client::ApiClient& api, const Session& session, QObject* parent)
    : QObject(parent)
    , m_api(api)
    , m_session(session)
{ }

void UserCardModel::setUser(const QString& userId)
{
    if (m_userId == userId) {
        refresh();
        return;
    }
    m_loading.cancel();
    m_userId = userId;
    m_card = {};
    m_error = {};
    if (userId.isEmpty()) {
        become(State::Empty);
    } else {
        become(State::Loading);
        load();
    }
    Q_EMIT cardChanged();
}

void UserCardModel::refresh()
{
    if (m_userId.isEmpty()) {
        return;
    }
    m_loading.cancel();
    if (m_state == State::Failed) {
        become(State::Loading);
    }
    load();
}

void UserCardModel::load()
{
    m_loading = client::consume(m_api.userCard(m_userId), this, [this](Result<contract::UserCard> card) {
        if (card) {
            m_card = std::move(*card);
            become(State::Ready);
            Q_EMIT cardChanged();
            return;
        }
        m_error = card.error();
        const bool gone = m_error.kind == contract::ErrorKind::NotFound;
        if (m_state == State::Ready && !gone) {
            Q_EMIT actionFailed(m_error); // what is known stays
            return;
        }
        become(State::Failed);
    });
}

QString UserCardModel::verdict() const
{
    if (m_state != State::Ready) {
        return {};
    }
    if (m_card.explanation.canLogOn) {
        return tr("Can sign in now");
    }
    for (const Check& check : m_card.explanation.checks) {
        if (!check.passed) {
            const QString why = words::reason(check.detail.value(QLatin1String("reason")).toString());
            if (!why.isEmpty()) {
                return tr("Cannot sign in: %1").arg(why);
            }
        }
    }
    return tr("Cannot sign in");
}

QString UserCardModel::waysText() const
{
    QStringList ways;
    for (const QString& way : m_card.explanation.ways) {
        ways << (way == QLatin1String("emergency code") ? tr("an emergency code")
                                                        : tr("token %1").arg(groupedSerial(way)));
    }
    if (ways.isEmpty()) {
        return {};
    }
    const QString last = ways.takeLast();
    return ways.isEmpty() ? tr("With %1").arg(last)
                          : tr("With %1 or %2").arg(ways.join(tr(", ", "between ways to sign in")), last);
}

Tone UserCardModel::tone() const
{
    if (m_state != State::Ready) {
        return Tone::Neutral;
    }
    if (!m_card.explanation.canLogOn) {
        return Tone::Bad;
    }
    return reasons().isEmpty() ? Tone::Good : Tone::Warning;
}

QList<CardReason> UserCardModel::reasons() const
{
    QList<CardReason> reasons;
    const bool several = m_card.tokens.size() > 1;
    for (const Check& check : m_card.explanation.checks) {
        if (check.passed) {
            continue;
        }
        CardReason reason {.sentence = words::check(check), .tokenSerial = check.tokenSerial};
        if (check.cure && check.cure->action != CardAction::None) {
            reason.cureWords = words::cure(*check.cure, several);
            reason.cureHint = cureHint(*check.cure);
            reason.cure = isPermitted(*check.cure) ? check.cure : std::nullopt;
        }
        reasons.append(reason);
    }
    return reasons;
}

std::optional<Cure> UserCardModel::nextAction() const
{
    if (m_state != State::Ready || !m_card.nextAction || m_card.nextAction->action == CardAction::None
        || !isPermitted(*m_card.nextAction)) {
        return std::nullopt;
    }
    return m_card.nextAction;
}

QString UserCardModel::nextActionWords() const
{
    const auto next = nextAction();
    return next ? words::cure(*next, m_card.tokens.size() > 1) : QString();
}

Permission UserCardModel::permissionFor(CardAction action)
{
    switch (action) {
    case CardAction::None:
        break;
    case CardAction::Unlock:
        return Permission::UnlockUsers;
    case CardAction::Enable:
        return Permission::EnableUsers;
    case CardAction::AssignToken:
    case CardAction::ReplaceToken:
        return Permission::AssignTokens;
    case CardAction::EnableToken:
        return Permission::EnableTokens;
    case CardAction::ResyncToken:
        return Permission::ResyncTokens;
    case CardAction::TokenFound:
        return Permission::MarkTokensLost;
    case CardAction::ClearPin:
        return Permission::ClearPins;
    case CardAction::IssueEmergencyCode:
        return Permission::IssueEmergencyCodes;
    case CardAction::ExtendAccount:
        return Permission::EditUsers;
    case CardAction::RenewOffline:
        return Permission::ManageWorkstations;
    case CardAction::ChangePolicy:
        return Permission::EditPolicies;
    case CardAction::ChoosePolicy:
        return Permission::EditDomains;
    }
    return Permission::ViewUsers;
}

bool UserCardModel::may(CardAction action) const
{
    return m_session.may(permissionFor(action));
}

bool UserCardModel::isClosed(CardAction action) const
{
    const auto guarded = [action]() -> std::optional<contract::GuardedAction> {
        switch (action) {
        case CardAction::Unlock:
            return contract::GuardedAction::Unlock;
        case CardAction::ClearPin:
            return contract::GuardedAction::ClearPin;
        case CardAction::TokenFound:
            return contract::GuardedAction::MarkFound;
        case CardAction::IssueEmergencyCode:
            return contract::GuardedAction::IssueEmergencyCodes;
        case CardAction::AssignToken:
        case CardAction::ReplaceToken:
            return contract::GuardedAction::AssignToken;
        default:
            return std::nullopt;
        }
    }();
    return guarded && isClosed(*guarded);
}

bool UserCardModel::isClosed(contract::GuardedAction action) const
{
    if (!m_card.verification) {
        return false;
    }
    const auto& requirements = m_card.verification->requirements;
    return std::any_of(requirements.begin(), requirements.end(), [&](const auto& requirement) {
        return requirement.action == action && !requirement.open;
    });
}

QString UserCardModel::closedHint()
{
    return tr("Verify the caller first.");
}

bool UserCardModel::mayVerify() const
{
    return m_session.may(Permission::VerifyCallers);
}

bool UserCardModel::isPermitted(const Cure& cure) const
{
    return may(cure.action) && !cure.refusal;
}

QString UserCardModel::cureHint(const Cure& cure) const
{
    if (!may(cure.action)) {
        return m_session.whyNot(permissionFor(cure.action));
    }
    if (cure.refusal) {
        return words::problem({.kind = contract::ErrorKind::Forbidden, .code = *cure.refusal});
    }
    return isClosed(cure.action) ? closedHint() : QString();
}

bool UserCardModel::needsInput(CardAction action)
{
    switch (action) {
    case CardAction::AssignToken:
    case CardAction::ResyncToken:
    case CardAction::IssueEmergencyCode:
    case CardAction::ReplaceToken:
    case CardAction::ExtendAccount:
        return true;
    default:
        return false;
    }
}

void UserCardModel::become(State state)
{
    if (m_state != state) {
        m_state = state;
        Q_EMIT stateChanged();
    }
}

} // namespace holdfast::models
