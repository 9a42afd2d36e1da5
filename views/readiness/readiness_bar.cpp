// SPDX-License-Identifier: Apache-2.0
#include "views/readiness/readiness_bar.h"

#include "models/readiness_mail.h"
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

#include <algorithm>

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
    m_managing << addButton(QStringLiteral("refresh"), tr("Rene&w"), &ReadinessBar::renew)
               << addButton(QStringLiteral("calendar"), tr("E&xtend for a trip…"), &ReadinessBar::extend)
               << addButton(QStringLiteral("disabled"), tr("Re&voke…"), &ReadinessBar::revoke);
    const auto right = contract::Permission::ManageWorkstations;
    setActing(false);
    for (QPushButton* button : std::as_const(m_managing)) {
        button->setToolTip(workspace.session.may(right) ? QString() : workspace.session.whyNot(right));
    }
    if (workspace.session.may(right)) {
        m_managing.first()->setToolTip(
            tr("At the next contact of the workstation, or at the next logon there where only that can"));
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
    m_text->setText(tr("%Ln chosen", nullptr, count));
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
        Q_EMIT message(
            Tone::Warning,
            tr("So many cannot be taken at once: narrow the list with its filter, or choose fewer."));
        return {};
    }
    return ids;
}

void ReadinessBar::renew()
{
    const QStringList ids = chosenIds();
    setActing(!ids.isEmpty());
    m_byLogon = thoseByLogon();
    m_revoking = false;
    m_deed.renew(ids);
}

void ReadinessBar::extend()
{
    const QStringList ids = chosenIds();
    if (ids.isEmpty()) {
        return;
    }
    const QSet<QString> byLogon = thoseByLogon();
    auto* dialog = new ExtendDialog(static_cast<int>(ids.size() - byLogon.size()),
                                    static_cast<int>(byLogon.size()), window());
    connect(dialog, &ExtendDialog::chosen, this,
            [this, ids, byLogon](const contract::OfflineExtend& extension) {
                setActing(true);
                m_byLogon = byLogon;
                m_revoking = false;
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
        m_revoking = true;
        m_deed.revoke(ids, reason);
    });
    dialog->open();
}

QSet<QString> ReadinessBar::thoseByLogon() const
{
    QSet<QString> ids;
    for (const contract::OfflineSet& set : chosenSets()) {
        if (words::needsLogon(set)) {
            ids.insert(set.id);
        }
    }
    return ids;
}

QString ReadinessBar::doneWords() const
{
    if (m_revoking) {
        return tr("%Ln revoked: the workstation removes the offline data at its next contact.", nullptr,
                  m_deed.done());
    }
    const QStringList& done = m_deed.doneIds();
    const auto byLogon =
        std::count_if(done.begin(), done.end(), [this](const QString& id) { return m_byLogon.contains(id); });
    return comingWords(static_cast<int>(done.size() - byLogon), static_cast<int>(byLogon));
}

void ReadinessBar::report()
{
    setActing(false);
    const QString done = doneWords();
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

std::vector<contract::OfflineSet> ReadinessBar::chosenSets() const
{
    std::vector<contract::OfflineSet> sets;
    for (const QModelIndex& index : m_pane->table()->selectionModel()->selectedRows()) {
        if (const contract::OfflineSet* set = m_model.isThere(index.row()) ? m_model.item(index) : nullptr) {
            sets.push_back(*set);
        }
    }
    return sets;
}

void ReadinessBar::copyMail()
{
    if (chosenIds().isEmpty()) {
        return;
    }
    const models::ReadinessMail mail = models::readinessMail(chosenSets());
    const QString leftOut =
        mail.leftOut == 0 ? QString() : tr("%Ln left out: nothing renews them.", nullptr, mail.leftOut);
    if (mail.text.isEmpty()) {
        Q_EMIT message(Tone::Warning, tr("There is nobody to write to. %1").arg(leftOut));
        return;
    }
    copyText(mail.text);
    const QString copied = tr("The text is copied. Paste it into your mail.");
    Q_EMIT message(leftOut.isEmpty() ? Tone::Success : Tone::Warning,
                   leftOut.isEmpty() ? copied : copied + QLatin1Char(' ') + leftOut);
}

} // namespace holdfast::views
