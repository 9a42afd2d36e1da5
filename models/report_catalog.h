// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/client/api_client.h"
#include "services/client/consume.h"

#include <QObject>

namespace holdfast::models {

// The reports that there are, and those that the administrator has saved.
class ReportCatalog final : public QObject
{
    Q_OBJECT
public:
    enum class State
    {
        Loading,
        Ready,
        Failed
    };
    Q_ENUM(State)

    explicit ReportCatalog(client::ApiClient& api, QObject* parent = nullptr);

    // What is shown stays until the answers come.
    void load();
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const contract::Error& error() const { return m_error; }
    [[nodiscard]] const std::vector<contract::ReportTemplate>& templates() const { return m_templates; }
    [[nodiscard]] const std::vector<contract::SavedReport>& saved() const { return m_saved; } // by name
    // Null where there is none.
    [[nodiscard]] const contract::ReportTemplate* find(const QString& id) const;
    [[nodiscard]] const contract::SavedReport* findSaved(const QString& id) const;
    // Where e-mail of reports may go; unknown before the first answer.
    [[nodiscard]] const std::optional<contract::MailState>& mail() const { return m_mail; }

    void run(const QString& id);
    void remove(const QString& id);

Q_SIGNALS:
    void changed();
    void started(const QString& name); // run() was accepted
    void removed(const QString& name);
    void failed(const holdfast::contract::Error& error);

private:
    void loadSaved();
    void refuse(const contract::Error& error);

    client::ApiClient& m_api;
    State m_state = State::Loading;
    contract::Error m_error;
    std::vector<contract::ReportTemplate> m_templates;
    std::vector<contract::SavedReport> m_saved;
    std::optional<contract::MailState> m_mail;
    client::Call m_templatesCall;
    client::Call m_savedCall;
    client::Call m_mailCall;
};

} // namespace holdfast::models
