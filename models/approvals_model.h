// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/client/api_client.h"
#include "services/client/consume.h"

#include <QObject>

namespace holdfast::models {

// Colleagues who wait for this administrator's word. A short list, read whole.
class ApprovalsModel : public QObject
{
    Q_OBJECT
public:
    explicit ApprovalsModel(client::ApiClient& api, QObject* parent = nullptr);

    void load();
    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    [[nodiscard]] const std::vector<contract::Approval>& approvals() const { return m_approvals; }
    // changed() follows, and failed() where it was too late.
    void decide(const QString& id, bool approve);

Q_SIGNALS:
    void changed();
    void decided(const holdfast::contract::Approval& approval);
    void failed(const holdfast::contract::Error& error);

private:
    client::ApiClient& m_api;
    std::vector<contract::Approval> m_approvals;
    client::Call m_loading;
    bool m_loaded = false;
};

} // namespace holdfast::models
