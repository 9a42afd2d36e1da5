// SPDX-License-Identifier: Apache-2.0
#include "views/readiness/readiness_bar.h"

#include "models/formats.h"
#include "models/session.h"
#include "models/words.h"
#include "models/words_offline.h"
#include "views/readiness/readiness_dialogs.h"
#include "views/theme/icons.h"
#include "views/theme/metrics.h"
#include "views/widgets/clipboard.h"
#include "views/widgets/flow_layout.h"
#include "views/widgets/labels.h"
#include "views/widgets/table_pane.h"

#include <QItemSelectionModel>
#include <QPushButton>
#include <QTableView>

namespace holdfast::views {

using models::OfflineSetsDeed;
namespace words = models::words;

ReadinessBar::ReadinessBar(const Workspace& workspace, TablePane* pane, models::OfflineSetsModel& model,
                           QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_pane(pane)
    , m_model(model)
    , m_deed(workspace.api)
    , m_text(makeLabel({}, Type::Strong))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    auto* row = new FlowLayout(metrics::s);
    row->setContentsMargins(metrics::l, metrics::s, metrics::l, metrics::s);
    setLayout(row);
    row->addWidget(m_text);
    m_managing << addButton(QStringLiteral("refresh"), tr("Rene&w at the next contact"), &ReadinessBar::renew)
               << addButton(QStringLiteral("calendar"), tr("E&xtend for a trip…"), &ReadinessBar::extend)
               << addButton(QStringLiteral("disabled"), tr("Re&voke…"), &ReadinessBar::revoke);
    const auto right = contract::Permission::ManageWorkstations;
    setActing(false);
    for (QPushButton* button : std::as_const(m_managing)) {
        button->setToolTip(workspace.session.may(right) ? QString() : workspace.session.whyNot(right));
    }
    addButton(QStringLiteral("mail"), tr("Copy a mai&l text"), &ReadinessBar::copyMail);
    connect(m_pane, &TablePane::selectionChanged, this, &ReadinessBar::showCount);
    connect(&m_deed, &OfflineSetsDeed::finished, this, &ReadinessBar::report);
    hide();
}

QPushButton* ReadinessBar::addButton(const QString& iconName, const QString& text,
                                     void (ReadinessBar::*slot)())
{
    auto* button = new QPushButton(icon(iconName), text);
    connect(button, &QPushButton::clicked, this, slot);
    layout()->addWidget(button);
    return button;
}

void ReadinessBar::showCount(int count)
{
    setVisible(count > 0);
    m_text->setText(tr("%Ln package(s) chosen", nullptr, count));
}

void ReadinessBar::setActing(bool acting)
{
    for (QPushButton* button : std::as_const(m_managing)) {
        button->setEnabled(!acting && m_workspace.session.may(contract::Permission::ManageWorkstations));
    }
}

QStringList ReadinessBar::chosenIds()
{
    QStringList ids = m_pane->selectedIds();
    if (ids.size() != m_pane->selectedCount()) {
        Q_EMIT message(Tone::Warning,
                       tr("So many packages cannot be taken at once: narrow the list with its filter, or "
                          "choose fewer."));
        return {};
    }
    return ids;
}

void ReadinessBar::renew()
{
    const QStringList ids = chosenIds();
    setActing(!ids.isEmpty());
    m_deed.renew(ids);
}

void ReadinessBar::extend()
{
    const QStringList ids = chosenIds();
    if (ids.isEmpty()) {
        return;
    }
    auto* dialog = new ExtendDialog(static_cast<int>(ids.size()), window());
    connect(dialog, &ExtendDialog::chosen, this, [this, ids](const contract::OfflineExtend& extension) {
        setActing(true);
        m_deed.extend(ids, extension);
    });
    dialog->open();
}

void ReadinessBar::revoke()
{
    const QStringList ids = chosenIds();
    if (ids.isEmpty()) {
        return;
    }
    auto* dialog = new RevokeSetsDialog(static_cast<int>(ids.size()), window());
    connect(dialog, &RevokeSetsDialog::chosen, this, [this, ids](const QString& reason) {
        setActing(true);
        m_deed.revoke(ids, reason);
    });
    dialog->open();
}

void ReadinessBar::report()
{
    setActing(false);
    const QString done =
        tr("%n package(s) change at the next contact of their workstation.", nullptr, m_deed.done());
    if (m_deed.refused() == 0) {
        Q_EMIT message(Tone::Success, done);
    } else {
        const QString refused = tr("%n could not be changed: %1", nullptr, m_deed.refused())
                                    .arg(words::problem(m_deed.firstError()));
        Q_EMIT message(m_deed.done() > 0 ? Tone::Warning : Tone::Danger,
                       m_deed.done() > 0 ? done + QLatin1Char(' ') + refused : refused);
    }
    Q_EMIT changed();
}

QString ReadinessBar::mailText() const
{
    QStringList lines;
    const auto rows = m_pane->table()->selectionModel()->selectedRows();
    for (const QModelIndex& index : rows) {
        const contract::OfflineSet* set = m_model.isThere(index.row()) ? m_model.item(index) : nullptr;
        if (!set) {
            continue;
        }
        const bool valid = set->state == contract::OfflineSetState::Valid;
        lines << tr("- %1, on %2: %3")
                     .arg(words::person(*set), set->workstationName,
                          valid ? tr("until %1").arg(models::absoluteTime(set->expiresAt)) : tr("run out"));
    }
    const QString action =
        tr("Before then, connect the computer to our network or the VPN, and sign in once. The "
           "days are renewed by that; nothing else is to be done.");
    return tr("Subject: Signing in without a network") + QStringLiteral("\n\n")
        + tr("Without a network you can sign in to your computer only for a while:") + QLatin1Char('\n')
        + lines.join(QLatin1Char('\n')) + QStringLiteral("\n\n") + action + QLatin1Char('\n');
}

void ReadinessBar::copyMail()
{
    if (chosenIds().isEmpty()) {
        return;
    }
    copyText(mailText());
    Q_EMIT message(Tone::Success, tr("The text is copied. Paste it into your mail."));
}

} // namespace holdfast::views
