// SPDX-License-Identifier: Apache-2.0
#include "views/bulk/jobs_page.h"

#include "models/session.h"
#include "views/bulk/bin_tab.h"
#include "views/bulk/jobs_tab.h"
#include "views/theme/metrics.h"
#include "views/widgets/labels.h"
#include "views/widgets/page_header.h"
#include "views/widgets/table_pane.h"

#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace holdfast::views {

JobsPage::JobsPage(const Workspace& workspace, QWidget* parent)
    : Page(parent)
    , m_tabs(new QTabBar)
    , m_stack(new QStackedWidget)
    , m_jobs(new JobsTab(workspace))
{
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    m_tabs->addTab(tr("Jobs"));
    m_stack->addWidget(m_jobs);
    if (workspace.session.may(contract::Permission::UseBin)) {
        m_bin = new BinTab(workspace);
        m_tabs->addTab(tr("Bin"));
        m_stack->addWidget(m_bin);
        connect(m_bin, &BinTab::message, this, &Page::message);
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new PageHeader(tr("Jobs and bin")));
    auto* row = new QHBoxLayout;
    row->setContentsMargins(metrics::xs, 0, 0, 0);
    row->addWidget(m_tabs);
    row->addStretch();
    column->addLayout(row);
    column->addWidget(makeLine());
    column->addSpacing(metrics::m);
    column->addWidget(m_stack, 1);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
        m_stack->setCurrentIndex(tab);
        opened();
    });
}

void JobsPage::opened()
{
    if (m_bin && m_stack->currentWidget() == m_bin) {
        m_bin->opened();
    } else {
        m_jobs->opened();
    }
}

void JobsPage::refresh()
{
    if (m_bin && m_stack->currentWidget() == m_bin) {
        m_bin->refresh();
    } else {
        m_jobs->refresh();
    }
}

void JobsPage::focusFilter()
{
    m_stack->currentWidget()->findChild<TablePane*>()->focusFilter();
}

void JobsPage::follow(const Link& link)
{
    m_tabs->setCurrentIndex(link.action == QLatin1String("bin") && m_bin ? 1 : 0);
}

} // namespace holdfast::views
