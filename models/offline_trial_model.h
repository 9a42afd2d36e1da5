// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/policy_edit_model.h"

namespace holdfast::models {

// A draft of the offline policy that is being edited, which is only reported: what it would have decided
// otherwise stands in the activity. Follows the editor.
class OfflineTrialModel final : public QObject
{
    Q_OBJECT
public:
    // Follows `edit`, which must outlive it.
    OfflineTrialModel(client::ApiClient& api, PolicyEditModel& edit, QObject* parent = nullptr);

    // The service knows trials, and an offline policy is open.
    [[nodiscard]] bool isSupported() const { return m_supported; }
    [[nodiscard]] const std::optional<contract::OfflinePolicyTrial>& trial() const { return m_trial; }
    // "Trial of a draft by anna, begun 3 May 2026. So far it would have made 12 decisions differently."
    [[nodiscard]] QString sentence(contract::Timestamp now) const;

    // What is edited becomes the draft; the editor goes back to what is in force.
    void start();
    void end();
    // The draft into the editor, to be looked at and applied.
    void take();

Q_SIGNALS:
    void changed();
    void failed(const holdfast::contract::Error& error);

private:
    void follow();
    void set(std::optional<contract::OfflinePolicyTrial> trial, bool supported);

    client::ApiClient& m_api;
    PolicyEditModel& m_edit;
    QString m_policyId;
    bool m_supported = false;
    std::optional<contract::OfflinePolicyTrial> m_trial;
    client::Call m_call;
};

} // namespace holdfast::models
