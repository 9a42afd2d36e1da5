// SPDX-License-Identifier: Apache-2.0
#include "models/emergency_code_dialog_model.h"

#include "models/emergency_words.h"
#include "models/user_card_model.h"

namespace holdfast::models {

using contract::Result;
using Kind = EmergencyAdvice::Kind;

EmergencyCodeDialogModel::EmergencyCodeDialogModel(client::ApiClient& api, const Session& session,
                                                   contract::UserCard card, QObject* parent)
    : QObject(parent)
    , m_api(api)
    , m_session(session)
    , m_card(std::move(card))
{ }

void EmergencyCodeDialogModel::setMissing(Missing missing)
{
    m_missing = missing;
    advise();
}

void EmergencyCodeDialogModel::setNeed(Need need)
{
    m_need = need;
    advise();
}

void EmergencyCodeDialogModel::setToken(const QString& serial)
{
    m_token = serial;
    advise();
}

void EmergencyCodeDialogModel::advise()
{
    if (m_state == State::Issuing || m_state == State::Issued) {
        return; // what was sent stands
    }
    m_issueKey.clear();
    if (m_missing && m_need) {
        const auto may = [this](contract::CardAction action) {
            return m_session.may(UserCardModel::permissionFor(action));
        };
        m_advice = adviseEmergency(m_card, *m_missing, *m_need, m_token, may);
        m_advice.issue.reason = m_reason;
        setOverrule(m_advice.issue);
        become(State::Proposed);
    }
    Q_EMIT changed();
}

QString EmergencyCodeDialogModel::firstQuestion()
{
    return tr("What is missing?");
}

QString EmergencyCodeDialogModel::secondQuestion()
{
    return tr("What is it needed for?");
}

QString EmergencyCodeDialogModel::question(Missing answer)
{
    switch (answer) {
    case Missing::TokenNotAtHand:
        return tr("The token is not at hand, but will be back");
    case Missing::TokenLost:
        return tr("The token is lost, stolen or broken");
    case Missing::Pin:
        return tr("The PIN is forgotten; the token is there");
    case Missing::TokenAndPin:
        return tr("Neither token nor PIN");
    case Missing::Nothing:
        return tr("Nothing, but the codes are refused");
    }
    return {};
}

QString EmergencyCodeDialogModel::question(Need answer)
{
    switch (answer) {
    case Need::OneSignIn:
        return tr("One sign-in, now");
    case Need::Today:
        return tr("The rest of the day");
    case Need::SeveralDays:
        return tr("Several days");
    case Need::NoConnection:
        return tr("A workstation without a connection");
    }
    return {};
}

template <class Change>
void EmergencyCodeDialogModel::adjust(Change change)
{
    if (m_state == State::Issuing || m_state == State::Issued) {
        return;
    }
    change(m_advice.issue);
    m_issueKey.clear(); // another request than the one that may have been sent
    if (m_advice.kind == Kind::Issue) {
        m_advice.heading = EmergencyWords::heading(m_advice.issue);
        m_advice.explanation = EmergencyWords::usage(m_advice.issue);
    }
    Q_EMIT changed();
}

void EmergencyCodeDialogModel::setKind(contract::EmergencyCodeKind kind)
{
    adjust([kind](contract::EmergencyCodeIssue& issue) {
        issue.kind = kind;
        issue.count = kind == contract::EmergencyCodeKind::Fixed ? 1 : std::max(5, issue.count.value_or(5));
    });
}

void EmergencyCodeDialogModel::setCount(int count)
{
    adjust([count](contract::EmergencyCodeIssue& issue) { issue.count = std::clamp(count, 1, 50); });
}

void EmergencyCodeDialogModel::setLifetimeMinutes(int minutes)
{
    const int most = maxLifetimeMinutes();
    adjust([minutes, most](contract::EmergencyCodeIssue& issue) {
        issue.lifetimeMinutes = std::clamp(minutes, 1, most);
    });
}

void EmergencyCodeDialogModel::setOnTokenReturn(contract::OnTokenReturn behaviour)
{
    adjust([behaviour](contract::EmergencyCodeIssue& issue) { issue.onTokenReturn = behaviour; });
}

void EmergencyCodeDialogModel::setReplaces(contract::CodeReplaces replaced)
{
    adjust([replaced](contract::EmergencyCodeIssue& issue) { issue.replaces = replaced; });
}

void EmergencyCodeDialogModel::setReason(const QString& reason)
{
    m_reason = reason.trimmed();
    adjust([this](contract::EmergencyCodeIssue& issue) { issue.reason = m_reason; });
}

void EmergencyCodeDialogModel::setOverruleReason(const QString& reason)
{
    m_overruleReason = reason.trimmed();
    adjust([this](contract::EmergencyCodeIssue& issue) { setOverrule(issue); });
}

void EmergencyCodeDialogModel::setOverrule(contract::EmergencyCodeIssue& issue) const
{
    issue.overruleReason = m_overruleReason.isEmpty() ? std::nullopt : std::optional(m_overruleReason);
}

QString EmergencyCodeDialogModel::useText() const
{
    return EmergencyWords::use(m_card.emergencyUse);
}

bool EmergencyCodeDialogModel::isOverQuota() const
{
    const contract::EmergencyUse& use = m_card.emergencyUse;
    return use.quota > 0 && use.inQuarter >= use.quota;
}

bool EmergencyCodeDialogModel::mustOverrule() const
{
    return isOverQuota() && m_card.emergencyUse.refuses
        && m_session.may(contract::Permission::OverruleEmergencyQuota);
}

int EmergencyCodeDialogModel::maxLifetimeMinutes() const
{
    return m_card.policies.token.emergencyCodeMaxMinutes;
}

QString EmergencyCodeDialogModel::obstacle() const
{
    if (m_state == State::Issuing || m_state == State::Issued) {
        return tr("The codes are issued already.");
    }
    if (!m_missing || !m_need) {
        return tr("Answer both questions.");
    }
    if (m_advice.kind != Kind::Issue && !m_advice.codeIsPossible) {
        return m_advice.explanation;
    }
    if (isOverQuota() && m_card.emergencyUse.refuses && m_overruleReason.isEmpty()) {
        return mustOverrule() ? tr("Say why the quota does not count this time.")
                              : EmergencyWords::quotaReached();
    }
    return m_reason.isEmpty() ? tr("Give a reason or a ticket number.") : QString();
}

void EmergencyCodeDialogModel::issue()
{
    if (!obstacle().isEmpty()) {
        return;
    }
    if (m_issueKey.isEmpty()) {
        m_issueKey = client::ApiClient::newIdempotencyKey();
    }
    become(State::Issuing);
    client::consume(m_api.issueEmergencyCodes(m_card.user.id, m_advice.issue, m_issueKey), this,
                    [this](Result<contract::EmergencyCodesIssued> issued) {
                        if (issued) {
                            m_issued = std::move(*issued);
                            become(State::Issued);
                        } else {
                            m_error = issued.error();
                            become(State::Failed);
                        }
                    });
}

QString EmergencyCodeDialogModel::usage() const
{
    return EmergencyWords::usage(m_issued.kind, m_issued.replaces);
}

void EmergencyCodeDialogModel::forget()
{
    m_issued = {};
}

void EmergencyCodeDialogModel::become(State state)
{
    if (m_state != state) {
        m_state = state;
        Q_EMIT stateChanged();
    }
}

} // namespace holdfast::models
