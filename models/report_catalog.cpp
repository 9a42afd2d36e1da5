// SPDX-License-Identifier: Apache-2.0
#include "models/report_catalog.h"

namespace holdfast::models {

using contract::Page;
using contract::Result;

ReportCatalog::ReportCatalog(client::ApiClient& api, QObject* parent)
    : QObject(parent)
    , m_api(api)
{ }

void ReportCatalog::load()
{
    m_templatesCall.cancel();
    m_templatesCall = client::consume(m_api.reportTemplates(), this,
                                      [this](const Result<Page<contract::ReportTemplate>>& page) {
                                          if (!page) {
                                              refuse(page.error());
                                              return;
                                          }
                                          m_templates = page->items;
                                          loadSaved();
                                      });
    m_mailCall.cancel();
    m_mailCall = client::consume(m_api.mailState(), this, [this](const Result<contract::MailState>& mail) {
        if (mail) {
            m_mail = *mail;
        }
    });
}

void ReportCatalog::loadSaved()
{
    m_savedCall.cancel();
    m_savedCall = client::consume(m_api.savedReports({}), this,
                                  [this](const Result<Page<contract::SavedReport>>& page) {
                                      if (!page) {
                                          refuse(page.error());
                                          return;
                                      }
                                      m_saved = page->items;
                                      m_state = State::Ready;
                                      Q_EMIT changed();
                                  });
}

void ReportCatalog::refuse(const contract::Error& error)
{
    m_error = error;
    if (m_state == State::Ready) {
        Q_EMIT failed(error);
        return;
    }
    m_state = State::Failed;
    Q_EMIT changed();
}

const contract::ReportTemplate* ReportCatalog::find(const QString& id) const
{
    const auto found = std::find_if(m_templates.begin(), m_templates.end(),
                                    [&](const contract::ReportTemplate& report) { return report.id == id; });
    return found == m_templates.end() ? nullptr : &*found;
}

const contract::SavedReport* ReportCatalog::findSaved(const QString& id) const
{
    const auto found = std::find_if(m_saved.begin(), m_saved.end(),
                                    [&](const contract::SavedReport& report) { return report.id == id; });
    return found == m_saved.end() ? nullptr : &*found;
}

void ReportCatalog::run(const QString& id)
{
    client::consume(m_api.runSavedReport(id), this, [this](const Result<contract::ReportJob>& job) {
        if (job) {
            Q_EMIT started(job->name);
        } else {
            Q_EMIT failed(job.error());
        }
    });
}

void ReportCatalog::remove(const QString& id)
{
    const contract::SavedReport* report = findSaved(id);
    if (report == nullptr) {
        return;
    }
    client::consume(m_api.deleteSavedReport(id, report->version), this,
                    [this, name = report->name](const Result<client::Nothing>& answer) {
                        if (answer) {
                            Q_EMIT removed(name);
                        } else {
                            Q_EMIT failed(answer.error());
                        }
                        loadSaved();
                    });
}

} // namespace holdfast::models
