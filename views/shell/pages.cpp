// SPDX-License-Identifier: Apache-2.0
#include "views/shell/pages.h"

#include "views/activity/activity_page.h"
#include "views/administration/administration_page.h"
#include "views/bulk/jobs_page.h"
#include "views/overview/overview_page.h"
#include "views/policies/policies_page.h"
#include "views/readiness/readiness_page.h"
#include "views/reports/reports_page.h"
#include "views/tokens/tokens_page.h"
#include "views/users/users_page.h"
#include "views/workstations/workstations_page.h"

#include <QCoreApplication>

namespace holdfast::views {
namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(holdfast::views::Pages)
};

template <class T>
Page* make(const Workspace& workspace)
{
    return new T(workspace);
}

} // namespace

QList<PageEntry> allPages()
{
    using contract::Permission;
    return {
        {QStringLiteral("overview"),
         Texts::tr("Overview"),
         QStringLiteral("overview"),
         {Texts::tr("home"), Texts::tr("dashboard")},
         Permission::ViewUsers,
         false,
         make<OverviewPage>},
        {QStringLiteral("users"),
         Texts::tr("Users"),
         QStringLiteral("users"),
         {Texts::tr("people"), Texts::tr("accounts")},
         Permission::ViewUsers,
         false,
         make<UsersPage>},
        {QStringLiteral("tokens"),
         Texts::tr("Tokens"),
         QStringLiteral("token"),
         {Texts::tr("authenticators"), Texts::tr("serial")},
         Permission::ViewTokens,
         false,
         make<TokensPage>},
        {QStringLiteral("workstations"),
         Texts::tr("Workstations"),
         QStringLiteral("workstation"),
         {Texts::tr("computers"), Texts::tr("laptops"), Texts::tr("agent"), Texts::tr("enrol")},
         Permission::ViewWorkstations,
         false,
         make<WorkstationsPage>},
        {QStringLiteral("readiness"),
         Texts::tr("Readiness"),
         QStringLiteral("readiness"),
         {Texts::tr("offline"), Texts::tr("days left"), Texts::tr("board")},
         Permission::ViewWorkstations,
         false,
         make<ReadinessPage>},
        {QStringLiteral("policies"),
         Texts::tr("Policies"),
         QStringLiteral("policy"),
         {Texts::tr("lockout"), Texts::tr("domains"), Texts::tr("offline")},
         Permission::ViewPolicies,
         true,
         make<PoliciesPage>},
        {QStringLiteral("activity"),
         Texts::tr("Activity"),
         QStringLiteral("activity"),
         {Texts::tr("events"), Texts::tr("log"), Texts::tr("audit")},
         Permission::ViewEvents,
         false,
         make<ActivityPage>},
        {QStringLiteral("reports"),
         Texts::tr("Reports"),
         QStringLiteral("report"),
         {Texts::tr("export"), Texts::tr("schedule"), Texts::tr("CSV"), Texts::tr("PDF")},
         Permission::RunReports,
         false,
         make<ReportsPage>},
        {QStringLiteral("jobs"),
         Texts::tr("Jobs and bin"),
         QStringLiteral("jobs"),
         {Texts::tr("bulk"), Texts::tr("undo"), Texts::tr("deleted"), Texts::tr("restore")},
         Permission::RunBulkJobs,
         false,
         make<JobsPage>},
        {QStringLiteral("administration"),
         Texts::tr("Administration"),
         QStringLiteral("administration"),
         {Texts::tr("administrators"), Texts::tr("roles"), Texts::tr("API clients"), Texts::tr("keys")},
         Permission::ViewAdministrators,
         false,
         make<AdministrationPage>},
    };
}

} // namespace holdfast::views
