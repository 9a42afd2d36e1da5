// SPDX-License-Identifier: Apache-2.0
#include "models/offline_explanation.h"

#include "models/words.h"
#include "models/words_offline.h"

#include <algorithm>

namespace holdfast::models {

using contract::CardAction;
using contract::Check;

OfflineExplanationModel::OfflineExplanationModel(client::ApiClient& api, UserCardModel& card, QObject* parent)
    : QObject(parent)
    , m_api(api)
    , m_card(card)
{ }

void OfflineExplanationModel::setWorkstation(const QString& id)
{
    m_workstation = id;
    m_state = State::Loading;
    Q_EMIT changed();
    refresh();
}

void OfflineExplanationModel::refresh()
{
    m_call.cancel();
    m_call = client::consume(m_api.explainOffline(m_card.userId(), m_workstation), this,
                             [this](contract::Result<contract::OfflineExplanation> answer) {
                                 if (answer) {
                                     m_explanation = std::move(*answer);
                                     m_state = State::Ready;
                                 } else {
                                     m_error = answer.error();
                                     m_state = State::Failed;
                                 }
                                 Q_EMIT changed();
                             });
}

QString OfflineExplanationModel::verdict() const
{
    if (m_state != State::Ready) {
        return {};
    }
    if (m_explanation.granted) {
        return m_explanation.present && m_explanation.present->state == contract::OfflineSetState::Valid
            ? tr("Has offline days")
            : tr("Gets offline days with the next logon there");
    }
    for (const contract::OfflineCause& cause : m_explanation.causes) { // the worst first
        if (const QString why = words::reason(cause.reason); !why.isEmpty()) {
            return tr("No offline days: %1").arg(why);
        }
    }
    for (const Check& check : m_explanation.checks) { // an older service tells no causes
        const QString why = words::reason(check.detail.value(QLatin1String("reason")).toString());
        if (!check.passed && !why.isEmpty()) {
            return tr("No offline days: %1").arg(why);
        }
    }
    return tr("No offline days");
}

QString OfflineExplanationModel::present() const
{
    if (m_state != State::Ready || !m_explanation.present) {
        return {};
    }
    const contract::OfflineSet& set = *m_explanation.present;
    return set.state == contract::OfflineSetState::Valid
        ? tr("%1 holds offline data for %2 more.").arg(set.workstationName, words::daysLeft(set.daysLeft))
        : tr("Offline data on %1: %2.").arg(set.workstationName, words::standing(set));
}

Tone OfflineExplanationModel::tone() const
{
    if (m_state != State::Ready) {
        return Tone::Neutral;
    }
    if (!m_explanation.granted) {
        return Tone::Bad;
    }
    const auto all = lines();
    const bool hint = std::any_of(all.begin(), all.end(), [](const ExplanationLine& line) {
        return line.verdict != ExplanationLine::Verdict::Passed;
    });
    return hint ? Tone::Warning : Tone::Good;
}

QList<ExplanationLine> OfflineExplanationModel::lines() const
{
    QList<ExplanationLine> all = explanationLines(m_explanation.checks, m_card);
    const auto passed = std::stable_partition(all.begin(), all.end(), [](const ExplanationLine& line) {
        return line.verdict == ExplanationLine::Verdict::Failed;
    });
    const bool several = m_card.card().tokens.size() > 1;
    for (auto line = all.begin(); line != passed; ++line) {
        line->group =
            several ? tr("What stands against it: %1").arg(line->group) : tr("What stands against it");
    }
    return all;
}

QString OfflineExplanationModel::ticket() const
{
    const contract::User& user = m_card.card().user;
    QStringList text {tr("%1 (%2) in %3").arg(words::person(user), user.name, user.domain),
                      m_explanation.workstationName.isEmpty()
                          ? tr("On any workstation of the same domain")
                          : tr("On workstation %1").arg(m_explanation.workstationName),
                      verdict(), present(), tr("Checked %1").arg(contract::toRfc3339(m_explanation.at))};
    text.removeAll(QString());
    text << ticketLines(lines());
    return text.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

bool OfflineExplanationModel::isOneClick(const contract::Cure& cure)
{
    return cure.needs.isEmpty() && !cure.path.isEmpty() && !cure.path.contains(QLatin1Char('{'))
        && !UserCardModel::needsInput(cure.action);
}

void OfflineExplanationModel::perform(const contract::Cure& cure)
{
    if (m_acting) {
        return;
    }
    m_acting = true;
    Q_EMIT changed();
    client::consume(m_api.perform(cure), this,
                    [this, action = cure.action](const contract::Result<client::Nothing>& answer) {
                        m_acting = false;
                        if (answer) {
                            Q_EMIT done(action == CardAction::ChangePolicy ? tr("The policy is changed.")
                                            : action == CardAction::ChoosePolicy
                                            ? tr("The domain takes the other policy now.")
                                            : tr("It is done."));
                        } else {
                            Q_EMIT failed(answer.error());
                        }
                        m_card.refresh();
                        refresh();
                        Q_EMIT changed();
                    });
}

} // namespace holdfast::models
