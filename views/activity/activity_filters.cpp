// SPDX-License-Identifier: Apache-2.0
#include "views/activity/activity_filters.h"

#include "models/session.h"
#include "models/words.h"
#include "views/widgets/choice_of.h"
#include "views/widgets/filter_line.h"

#include <QComboBox>

namespace holdfast::views {

using contract::EventLog;
using contract::EventResult;

namespace {

void chooseData(QComboBox* box, const QVariant& data)
{
    box->setCurrentIndex(std::max(0, box->findData(data)));
}

} // namespace

ActivityFilters::ActivityFilters(const Workspace& workspace, models::EventsModel& model, FilterLine* line,
                                 QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_model(model)
    , m_domains(workspace.api)
    , m_line(line)
    , m_log(choiceOf<EventLog>(tr("All logs"), tr("Log")))
    , m_result(choiceOf<EventResult>(tr("Any result"), tr("Result")))
    , m_time(new QComboBox)
    , m_domain(new QComboBox)
{
    m_time->setAccessibleName(tr("Time"));
    m_time->addItem(tr("Any time"), 0);
    m_time->addItem(tr("Last hour"), 1);
    m_time->addItem(tr("Last 24 hours"), 24);
    m_time->addItem(tr("Last 7 days"), 7 * 24);
    m_time->addItem(tr("Last 30 days"), 30 * 24);
    m_domain->setAccessibleName(tr("Domain"));
    m_domain->setMaximumWidth(200);
    m_domain->addItem(tr("All domains"), QString());
    m_domain->hide();
    for (QComboBox* box : {m_log, m_result, m_time, m_domain}) {
        m_line->addWidget(box);
    }
    const auto restrict = [this](const char* name, QComboBox* box) {
        connect(box, &QComboBox::currentIndexChanged, this, [this, name = QString::fromLatin1(name), box] {
            m_model.setRestriction(name, box->currentData().toString());
        });
    };
    restrict("log", m_log);
    restrict("result", m_result);
    restrict("domain", m_domain);
    connect(m_time, &QComboBox::currentIndexChanged, this, &ActivityFilters::restrictTime);
    connect(&m_domains, &models::DomainTreeModel::stateChanged, this, &ActivityFilters::showDomains);
}

void ActivityFilters::load()
{
    if (m_workspace.session.may(contract::Permission::ViewDomains)) {
        m_domains.load();
    }
}

void ActivityFilters::restrictTime()
{
    const int hours = m_time->currentData().toInt();
    m_model.setRestriction(
        QStringLiteral("from"),
        hours == 0 ? QString() : contract::toRfc3339(m_workspace.clock.now() - std::chrono::hours(hours)));
}

// The root is no restriction: it is everything.
void ActivityFilters::showDomains()
{
    const QString wanted = m_domain->currentData().toString();
    const QSignalBlocker quiet(m_domain);
    while (m_domain->count() > 1) {
        m_domain->removeItem(m_domain->count() - 1);
    }
    const QStringList paths = m_domains.paths();
    for (const QString& path : paths) {
        if (path != QLatin1String("/")) {
            m_domain->addItem(path, path);
        }
    }
    if (!wanted.isEmpty() && m_domain->findData(wanted) < 0) {
        m_domain->addItem(wanted, wanted); // still what the list is restricted to
    }
    chooseData(m_domain, wanted);
    m_domain->setVisible(m_domain->count() > 1);
}

void ActivityFilters::clear()
{
    for (QComboBox* box : {m_log, m_result, m_time, m_domain}) {
        box->setCurrentIndex(0);
    }
}

void ActivityFilters::chooseResult(const QString& wireName)
{
    chooseData(m_result, wireName);
    chooseData(m_log, QStringLiteral("authentication"));
    chooseData(m_time, 24);
}

SavedView ActivityFilters::chosen() const
{
    return {.name = {},
            .words = m_line->text(),
            .log = m_log->currentData().toString(),
            .result = m_result->currentData().toString(),
            .hours = m_time->currentData().toInt(),
            .domain = m_domain->currentData().toString(),
            .columns = {}};
}

bool ActivityFilters::choose(const SavedView& view)
{
    chooseData(m_log, view.log);
    chooseData(m_result, view.result);
    chooseData(m_time, view.hours);
    restrictTime(); // back from now, not from when it was chosen before
    if (!view.domain.isEmpty() && m_domains.state() != models::DomainTreeModel::State::Ready) {
        m_domain->addItem(view.domain, view.domain); // as far as we know yet
    }
    const bool isKnown = m_domain->findData(view.domain) >= 0;
    chooseData(m_domain, view.domain);
    m_line->setText(view.words);
    return isKnown;
}

} // namespace holdfast::views
