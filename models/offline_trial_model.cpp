// SPDX-License-Identifier: Apache-2.0
#include "models/offline_trial_model.h"

#include "models/formats.h"

namespace holdfast::models {

using contract::OfflinePolicy;
using contract::OfflinePolicyTrial;

OfflineTrialModel::OfflineTrialModel(client::ApiClient& api, PolicyEditModel& edit, QObject* parent)
    : QObject(parent)
    , m_api(api)
    , m_edit(edit)
{
    connect(&m_edit, &PolicyEditModel::stateChanged, this, &OfflineTrialModel::follow);
}

void OfflineTrialModel::follow()
{
    const auto* policy = std::get_if<OfflinePolicy>(&m_edit.policy());
    const bool open = policy && m_edit.state() == PolicyEditModel::State::Editing && !m_edit.isNew();
    if (m_edit.state() == PolicyEditModel::State::Saving || (open && policy->id == m_policyId)) {
        return;
    }
    m_call.cancel();
    m_policyId = open ? policy->id : QString();
    set(std::nullopt, false);
    if (!open) {
        return;
    }
    m_call = client::consume(m_api.offlineTrial(m_policyId), this,
                             [this](contract::Result<OfflinePolicyTrial> answer) {
                                 if (answer) {
                                     set(std::move(*answer), true);
                                 } else {
                                     // An older service does not know the path at all.
                                     set(std::nullopt, answer.error().code == QLatin1String("trial_unknown"));
                                 }
                             });
}

void OfflineTrialModel::set(std::optional<OfflinePolicyTrial> trial, bool supported)
{
    m_trial = std::move(trial);
    m_supported = supported;
    Q_EMIT changed();
}

QString OfflineTrialModel::sentence(contract::Timestamp now) const
{
    if (!m_trial) {
        return {};
    }
    const QString since = tr("Trial of a draft by %1, begun %2.")
                              .arg(m_trial->author.isEmpty() ? tr("somebody") : m_trial->author,
                                   relativeTime(m_trial->since, now));
    const QString differing = m_trial->differing == 0
        ? tr("So far it would have decided nothing differently.")
        : tr("So far it would have made %n decision(s) differently.", nullptr,
             static_cast<int>(m_trial->differing));
    return since + QLatin1Char(' ') + differing;
}

void OfflineTrialModel::start()
{
    const auto* policy = std::get_if<OfflinePolicy>(&m_edit.policy());
    if (!policy) {
        return;
    }
    client::consume(m_api.startOfflineTrial(policy->id, *policy), this,
                    [this, id = policy->id](contract::Result<OfflinePolicyTrial> answer) {
                        if (!answer) {
                            Q_EMIT failed(answer.error());
                            return;
                        }
                        if (id == m_policyId) {
                            m_edit.revert();
                            set(std::move(*answer), true);
                        }
                    });
}

void OfflineTrialModel::end()
{
    client::consume(m_api.endOfflineTrial(m_policyId), this,
                    [this, id = m_policyId](const contract::Result<client::Nothing>& answer) {
                        if (!answer) {
                            Q_EMIT failed(answer.error());
                        } else if (id == m_policyId) {
                            set(std::nullopt, true);
                        }
                    });
}

void OfflineTrialModel::take()
{
    if (!m_trial) {
        return;
    }
    m_edit.edit<OfflinePolicy>([draft = m_trial->draft](OfflinePolicy& policy) {
        OfflinePolicy taken = draft;
        taken.id = policy.id;
        taken.isDefault = policy.isDefault;
        taken.domains = policy.domains;
        taken.version = policy.version;
        policy = taken;
    });
}

} // namespace holdfast::models
