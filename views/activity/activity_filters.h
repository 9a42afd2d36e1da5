// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain_tree_model.h"
#include "models/events_model.h"
#include "views/activity/saved_views.h"
#include "views/shell/workspace.h"

class QComboBox;

namespace holdfast::views {

class FilterLine;

// The choices beside the filter of the activity: log, result, time and domain. They restrict the model.
class ActivityFilters final : public QObject
{
    Q_OBJECT
public:
    // Puts its boxes into the line, which owns them.
    ActivityFilters(const Workspace& workspace, models::EventsModel& model, FilterLine* line,
                    QObject* parent);

    void load(); // the domains
    void clear();
    // Failures and the like of the last day.
    void chooseResult(const QString& wireName);
    // Without name and columns.
    [[nodiscard]] SavedView chosen() const;
    // Whether all of it is there still; a domain may be gone.
    [[nodiscard]] bool choose(const SavedView& view);

private:
    void showDomains();
    void restrictTime();

    Workspace m_workspace;
    models::EventsModel& m_model;
    models::DomainTreeModel m_domains;
    FilterLine* m_line;
    QComboBox* m_log;
    QComboBox* m_result;
    QComboBox* m_time;
    QComboBox* m_domain;
};

} // namespace holdfast::views
