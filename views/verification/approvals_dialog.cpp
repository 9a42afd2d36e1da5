// SPDX-License-Identifier: Apache-2.0
#include "views/verification/approvals_dialog.h"

#include "models/formats.h"
#include "models/words_verification.h"
#include "views/theme/metrics.h"
#include "views/theme/style.h"
#include "views/widgets/labels.h"
#include "views/widgets/message_bar.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

#include <chrono>

namespace holdfast::views {

namespace {

constexpr std::chrono::seconds askedAgain {5};

} // namespace

ApprovalsDialog::ApprovalsDialog(const Workspace& workspace, QWidget* parent)
    : Dialog(tr("Approvals"),
             tr("What is done to an administrator's account takes two people. Call your colleague before you "
                "agree."),
             parent)
    , m_clock(workspace.clock)
    , m_model(workspace.api)
    , m_lines(new QWidget)
    , m_again(new QTimer(this))
{
    setMinimumWidth(560);
    auto* column = new QVBoxLayout(m_lines);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::m);
    content()->addWidget(m_lines);
    content()->addStretch();
    primaryButton()->hide();
    cancelButton()->setText(tr("Close"));
    connect(&m_model, &models::ApprovalsModel::changed, this, &ApprovalsDialog::showApprovals);
    connect(&m_model, &models::ApprovalsModel::failed, this,
            [this](const contract::Error& error) { showError(error); });
    connect(&m_model, &models::ApprovalsModel::decided, this, [this](const contract::Approval& approval) {
        message()->showBriefly(Tone::Success,
                               approval.state == contract::ApprovalState::Approved
                                   ? tr("%1 may go on.").arg(approval.requestedBy)
                                   : tr("Refused: %1 may not go on.").arg(approval.requestedBy));
    });
    connect(m_again, &QTimer::timeout, &m_model, &models::ApprovalsModel::load);
    m_again->start(askedAgain);
    m_model.load();
    showApprovals();
}

void ApprovalsDialog::showApprovals()
{
    auto* column = qobject_cast<QVBoxLayout*>(m_lines->layout());
    while (QLayoutItem* item = column->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    if (m_model.approvals().empty()) {
        column->addWidget(
            makeParagraph(m_model.isLoaded() ? tr("Nobody waits for you.") : tr("Loading…"), Ink::Secondary));
    }
    for (const contract::Approval& approval : m_model.approvals()) {
        column->addWidget(lineOf(approval));
    }
}

QWidget* ApprovalsDialog::lineOf(const contract::Approval& approval)
{
    auto* line = new QWidget;
    auto* column = new QVBoxLayout(line);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::xs);
    column->addWidget(makeLine());
    column->addWidget(makeParagraph(
        tr("%1 wants to act on %2: “%3”").arg(approval.requestedBy, approval.userName, approval.reason)));
    const QString by = models::words::verifiedBy(approval.steps);
    const auto now = m_clock.now();
    column->addWidget(makeParagraph(
        (by.isEmpty() ? tr("The caller is not verified by anything yet.")
                      : tr("The caller is verified by %1: %n point(s).", nullptr, approval.points).arg(by))
            + QLatin1Char(' ')
            + tr("Asked %1, lapses %2.")
                  .arg(models::relativeTime(approval.requestedAt, now),
                       models::relativeTime(approval.expiresAt, now)),
        Ink::Secondary));
    auto* approve = new QPushButton(tr("Approve"));
    auto* refuse = new QPushButton(tr("Refuse"));
    setButtonRole(refuse, ButtonRole::Danger);
    approve->setAccessibleName(tr("Approve the request about %1").arg(approval.userName));
    refuse->setAccessibleName(tr("Refuse the request about %1").arg(approval.userName));
    connect(approve, &QPushButton::clicked, this, [this, id = approval.id] { m_model.decide(id, true); });
    connect(refuse, &QPushButton::clicked, this, [this, id = approval.id] { m_model.decide(id, false); });
    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::s);
    row->addWidget(approve);
    row->addWidget(refuse);
    row->addStretch();
    column->addLayout(row);
    return line;
}

} // namespace holdfast::views
