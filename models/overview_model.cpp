// SPDX-License-Identifier: Apache-2.0
#include "models/overview_model.h"

namespace holdfast::models {

using namespace std::chrono_literals;

OverviewModel::OverviewModel(client::ApiClient& api, QObject* parent)
    : QObject(parent)
    , m_api(api)
{
    m_timer.setInterval(30s);
    connect(&m_timer, &QTimer::timeout, this, &OverviewModel::refresh);
}

void OverviewModel::setOpen(bool open)
{
    if (open) {
        m_timer.start();
        refresh();
    } else {
        m_timer.stop();
    }
}

void OverviewModel::refresh()
{
    m_call.cancel();
    if (m_state == State::Failed) {
        become(State::Loading);
    }
    m_call = client::consume(m_api.overview(), this, [this](contract::Result<contract::Overview> overview) {
        if (overview) {
            m_overview = std::move(*overview);
            become(State::Ready);
            Q_EMIT changed();
        } else if (m_state != State::Ready) {
            m_error = overview.error();
            become(State::Failed);
        }
    });
}

QList<OverviewFigure> OverviewModel::figures() const
{
    const auto toneIf = [](int value, Tone tone) {
        return value > 0 ? tone : Tone::Neutral;
    };
    const contract::Overview& o = m_overview;
    return {
        {QStringLiteral("usersLocked"), tr("Accounts locked"), o.usersLocked,
         toneIf(o.usersLocked, Tone::Bad), QStringLiteral("users"), QStringLiteral("status"),
         QStringLiteral("locked")},
        {QStringLiteral("tokensExpiring"), tr("Tokens that expire within 30 days"), o.tokensExpiring,
         toneIf(o.tokensExpiring, Tone::Warning), QStringLiteral("tokens"), QStringLiteral("expiring"),
         QStringLiteral("30")},
        {QStringLiteral("tokensExpired"), tr("Assigned tokens that have expired"), o.tokensExpired,
         toneIf(o.tokensExpired, Tone::Bad), QStringLiteral("tokens"), QStringLiteral("state"),
         QStringLiteral("expired")},
        {QStringLiteral("usersWithoutToken"), tr("People without a token"), o.usersWithoutToken,
         toneIf(o.usersWithoutToken, Tone::Warning), QStringLiteral("users"), QStringLiteral("token"),
         QStringLiteral("no")},
        {QStringLiteral("emergencyCodesActive"), tr("Emergency codes out"), o.emergencyCodesActive,
         toneIf(o.emergencyCodesActive, Tone::Warning), QStringLiteral("activity"), QStringLiteral("key"),
         QStringLiteral("EMERGENCY_CODES_ISSUED")},
        {QStringLiteral("failuresToday"), tr("Failed sign-ins in 24 hours"), o.failuresToday, Tone::Neutral,
         QStringLiteral("activity"), QStringLiteral("result"), QStringLiteral("failure")},
        {QStringLiteral("successesToday"), tr("Sign-ins in 24 hours"), o.successesToday, Tone::Neutral,
         QStringLiteral("activity"), QStringLiteral("result"), QStringLiteral("success")},
        {QStringLiteral("users"), tr("People"), o.users, Tone::Neutral, QStringLiteral("users"), {}, {}},
        {QStringLiteral("tokens"), tr("Tokens"), o.tokens, Tone::Neutral, QStringLiteral("tokens"), {}, {}},
        {QStringLiteral("tokensUnassigned"), tr("Tokens ready to be assigned"), o.tokensUnassigned,
         Tone::Neutral, QStringLiteral("tokens"), QStringLiteral("assigned"), QStringLiteral("no")},
    };
}

bool OverviewModel::isEmptyService() const
{
    return m_state == State::Ready && m_overview.tokens == 0 && m_overview.users <= 1;
}

void OverviewModel::become(State state)
{
    if (m_state != state) {
        m_state = state;
        Q_EMIT stateChanged();
    }
}

} // namespace holdfast::models
