// SPDX-License-Identifier: Apache-2.0
#include "models/approvals_model.h"

namespace holdfast::models {

using contract::Approval;
using contract::Result;

ApprovalsModel::ApprovalsModel(client::ApiClient& api, QObject* parent)
    : QObject(parent)
    , m_api(api)
{ }

void ApprovalsModel::load()
{
    m_loading.cancel();
    m_loading =
        client::consume(m_api.approvals(), this, [this](const Result<contract::Page<Approval>>& page) {
            if (page) {
                m_loaded = true;
                m_approvals = page->items;
                Q_EMIT changed();
            } else {
                Q_EMIT failed(page.error());
            }
        });
}

void ApprovalsModel::decide(const QString& id, bool approve)
{
    client::consume(m_api.decideApproval(id, approve), this, [this](const Result<Approval>& approval) {
        if (approval) {
            Q_EMIT decided(*approval);
        } else {
            Q_EMIT failed(approval.error());
        }
        load();
    });
}

} // namespace holdfast::models
