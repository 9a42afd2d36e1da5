// SPDX-License-Identifier: Apache-2.0
// What can be done from the card.
#include "models/formats.h"
#include "models/user_card_model.h"
#include "models/words.h"

namespace holdfast::models {

using contract::CardAction;
using contract::Result;

// An action goes on and is reported although another person is chosen meanwhile; the card is loaded again
// only if it still shows the same one.
template <class T>
void UserCardModel::act(client::Reply<T> reply, const QString& words)
{
    ++m_acting;
    Q_EMIT actingChanged();
    client::consume(reply, this, [this, words, userId = m_userId](const Result<T>& result) {
        --m_acting;
        Q_EMIT actingChanged();
        if (userId == m_userId) {
            refresh();
        }
        if (result) {
            Q_EMIT done(words);
        } else {
            Q_EMIT actionFailed(result.error());
        }
    });
}

bool UserCardModel::perform(const contract::Cure& cure)
{
    if (m_state != State::Ready || needsInput(cure.action) || !cureHint(cure).isEmpty()) {
        return false;
    }
    switch (cure.action) {
    case CardAction::Unlock:
        unlock();
        return true;
    case CardAction::Enable:
        enable();
        return true;
    case CardAction::EnableToken:
        enableToken(cure.tokenSerial);
        return true;
    case CardAction::TokenFound:
        markFound(cure.tokenSerial);
        return true;
    case CardAction::ClearPin:
        clearPin(cure.tokenSerial);
        return true;
    default:
        return false;
    }
}

void UserCardModel::unlock()
{
    act(m_api.unlockUser(m_userId), tr("The account is unlocked."));
}

void UserCardModel::enable()
{
    act(m_api.enableUser(m_userId), tr("The account is enabled."));
}

void UserCardModel::disable()
{
    act(m_api.disableUser(m_userId), tr("The account is disabled."));
}

void UserCardModel::enableToken(const QString& serial)
{
    act(m_api.enableToken(serial), tr("Token %1 is enabled.").arg(groupedSerial(serial)));
}

void UserCardModel::disableToken(const QString& serial)
{
    act(m_api.disableToken(serial), tr("Token %1 is disabled.").arg(groupedSerial(serial)));
}

void UserCardModel::clearPin(const QString& serial)
{
    act(m_api.clearPin(serial),
        tr("The PIN of token %1 is cleared; the next sign-in asks for a new one.")
            .arg(groupedSerial(serial)));
}

void UserCardModel::markLost(const QString& serial, const QString& reason)
{
    contract::TokenLost loss;
    if (!reason.trimmed().isEmpty()) {
        loss.reason = reason.trimmed();
    }
    act(m_api.markTokenLost(serial, loss), tr("Token %1 is reported lost.").arg(groupedSerial(serial)));
}

void UserCardModel::markFound(const QString& serial)
{
    act(m_api.markTokenFound(serial), tr("Token %1 is in use again.").arg(groupedSerial(serial)));
}

void UserCardModel::assign(const QString& serial, bool requirePin)
{
    act(m_api.assignToken(serial, {.userId = m_userId, .requirePin = requirePin}),
        tr("Token %1 is assigned.").arg(groupedSerial(serial)));
}

void UserCardModel::unassign(const QString& serial)
{
    act(m_api.unassignToken(serial), tr("Token %1 is no longer assigned.").arg(groupedSerial(serial)));
}

void UserCardModel::resync(const QString& serial, const contract::Secret& first,
                           const contract::Secret& second)
{
    act(m_api.resyncToken(serial, {.firstCode = first, .secondCode = second}),
        tr("Token %1 is in step again.").arg(groupedSerial(serial)));
}

void UserCardModel::replace(const QString& serial, const QString& newSerial, bool keepPin)
{
    act(m_api.replaceToken(serial, {.newSerial = newSerial, .keepPin = keepPin}),
        tr("Token %1 takes over at its first use.").arg(groupedSerial(newSerial)));
}

void UserCardModel::extendAccount(const std::optional<contract::Timestamp>& endsAt)
{
    contract::UserUpdate change;
    change.endsAt = {.present = true, .value = endsAt};
    act(m_api.updateUser(m_userId, change, m_card.user.version), tr("The account's dates are changed."));
}

void UserCardModel::cancelEmergencyCode(const QString& codeId)
{
    act(m_api.cancelEmergencyCode(m_userId, codeId), tr("The emergency codes are cancelled."));
}

} // namespace holdfast::models
