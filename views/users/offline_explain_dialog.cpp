// SPDX-License-Identifier: Apache-2.0
#include "views/users/offline_explain_dialog.h"

#include "models/session.h"
#include "models/words.h"
#include "views/theme/icons.h"
#include "views/theme/metrics.h"
#include "views/users/explanation_list.h"
#include "views/widgets/clipboard.h"
#include "views/widgets/form_field.h"
#include "views/widgets/icon_label.h"
#include "views/widgets/labels.h"
#include "views/widgets/message_bar.h"
#include "views/widgets/pick_list.h"

#include <QComboBox>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace holdfast::views {

using models::OfflineExplanationModel;
using models::UserCardModel;
using models::WorkstationsModel;
namespace words = models::words;

namespace {

models::ExplanationLine::Verdict verdictFrom(models::Tone tone)
{
    return tone == models::Tone::Bad ? models::ExplanationLine::Verdict::Failed
        : tone == models::Tone::Good ? models::ExplanationLine::Verdict::Passed
                                     : models::ExplanationLine::Verdict::Hint;
}

} // namespace

OfflineExplainDialog::OfflineExplainDialog(const Workspace& workspace, UserCardModel& card, QWidget* parent)
    : Dialog(tr("Offline days of %1").arg(words::person(card.card().user)), {}, parent)
    , m_workspace(workspace)
    , m_card(card)
    , m_model(workspace.api, card)
    , m_computers(workspace.api, workspace.clock)
    , m_where(new QComboBox)
    , m_whereBox(new QVBoxLayout)
    , m_icon(new IconLabel({}, Tone::Neutral, 24))
    , m_verdict(makeLabel({}, Type::Title))
    , m_present(makeParagraph({}, Ink::Secondary))
    , m_list(new ExplanationList)
    , m_copy(new QPushButton(icon(QStringLiteral("copy")), tr("&Copy for the ticket")))
{
    setMinimumWidth(740);
    resize(740, 660);
    m_verdict->setWordWrap(true);
    m_whereBox->setSpacing(metrics::s);
    m_whereBox->addWidget(new FormField(tr("&On which workstation?"), m_where));
    content()->addLayout(m_whereBox);
    auto* head = new QHBoxLayout;
    head->setSpacing(metrics::m);
    head->addWidget(m_icon, 0, Qt::AlignTop);
    auto* said = new QVBoxLayout;
    said->setSpacing(2);
    said->addWidget(m_verdict);
    said->addWidget(m_present);
    head->addLayout(said, 1);
    content()->addLayout(head);
    content()->addWidget(makeLine());
    m_list->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored); // it scrolls, not the dialog
    m_list->setMinimumHeight(6 * fontMetrics().lineSpacing());
    content()->addWidget(m_list, 1);
    cancelButton()->setText(tr("Close"));
    buttonRow()->insertWidget(0, m_copy);

    connect(m_copy, &QPushButton::clicked, this, &OfflineExplainDialog::copy);
    connect(m_list, &ExplanationList::cureChosen, this, &OfflineExplainDialog::cure);
    connect(m_where, &QComboBox::currentIndexChanged, this, &OfflineExplainDialog::chooseWhere);
    connect(&m_model, &OfflineExplanationModel::changed, this, &OfflineExplainDialog::showExplanation);
    connect(&m_model, &OfflineExplanationModel::done, this,
            [this](const QString& text) { message()->showBriefly(Tone::Success, text); });
    connect(&m_model, &OfflineExplanationModel::failed, this, [this](const contract::Error& error) {
        message()->showMessage(Tone::Danger, words::problem(error));
    });
    fillWorkstations();
    showExplanation();
    m_where->setFocus();
}

// Those that hold something are at hand, any other is looked for by its name.
void OfflineExplainDialog::fillWorkstations()
{
    {
        const QSignalBlocker quiet(m_where);
        m_where->addItem(tr("Any workstation of %1").arg(m_card.card().user.domain), QString());
        for (const contract::OfflineSet& set : m_card.card().offline) {
            if (m_where->findData(set.workstationId) < 0) {
                m_where->addItem(set.workstationName, set.workstationId);
            }
        }
        m_where->setCurrentIndex(m_where->count() > 1 ? 1 : 0);
        if (m_workspace.session.may(contract::Permission::ViewWorkstations)) {
            m_other = m_where->count();
            m_where->addItem(tr("Another workstation…"));
        }
    }
    m_model.setWorkstation(m_where->currentData().toString());
}

void OfflineExplainDialog::chooseWhere()
{
    const bool other = m_where->currentIndex() == m_other;
    if (other && !m_pick) {
        addPick();
    }
    if (m_pick) {
        m_pick->setVisible(other);
    }
    if (!other) {
        m_model.setWorkstation(m_where->currentData().toString());
        return;
    }
    m_pick->setFocus();
    if (isChoosing()) {
        showExplanation();
    } else {
        m_model.setWorkstation(m_pick->chosenId());
    }
}

void OfflineExplainDialog::addPick()
{
    constexpr int rows = 4;
    m_pick = new PickList(m_computers,
                          {WorkstationsModel::Name, WorkstationsModel::Domain, WorkstationsModel::State},
                          tr("Which workstation? Its name"), tr("No workstation is enrolled yet."));
    m_pick->table()->setMinimumHeight(rows * metrics::rowHeight + 2);
    m_pick->table()->setMaximumHeight(rows * metrics::rowHeight + 2);
    m_whereBox->addWidget(m_pick);
    connect(m_pick, &PickList::chosenChanged, this, [this] {
        const QString id = m_pick->chosenId();
        if (m_where->currentIndex() == m_other && !id.isEmpty() && id != m_model.workstation()) {
            m_model.setWorkstation(id);
        }
    });
}

bool OfflineExplainDialog::isChoosing() const
{
    return m_where->currentIndex() == m_other && (!m_pick || m_pick->chosenId().isEmpty());
}

QString OfflineExplainDialog::verdict() const
{
    return m_verdict->text();
}

void OfflineExplainDialog::showExplanation()
{
    const bool ready = m_model.state() == OfflineExplanationModel::State::Ready && !isChoosing();
    m_list->setVisible(ready);
    m_copy->setEnabled(ready);
    m_present->setText(ready ? m_model.present() : QString());
    m_present->setVisible(!m_present->text().isEmpty());
    if (isChoosing()) {
        m_verdict->setText(tr("Choose a workstation"));
        m_icon->setIcon(QStringLiteral("workstation"), Tone::Neutral);
        return;
    }
    switch (m_model.state()) {
    case OfflineExplanationModel::State::Loading:
        m_verdict->setText(tr("Asking the service…"));
        m_icon->setIcon(QStringLiteral("clock"), Tone::Neutral);
        break;
    case OfflineExplanationModel::State::Failed:
        m_verdict->setText(tr("This could not be explained"));
        m_icon->setIcon(QStringLiteral("offline"), Tone::Warning);
        m_failureShown = true;
        message()->showMessage(Tone::Danger, words::problem(m_model.error()), tr("Retry"),
                               [this] { m_model.refresh(); });
        break;
    case OfflineExplanationModel::State::Ready: {
        if (m_failureShown) {
            m_failureShown = false;
            message()->clear();
        }
        const VerdictMark mark = markOf(verdictFrom(m_model.tone()));
        m_icon->setIcon(mark.icon, mark.tone);
        m_verdict->setText(m_model.verdict());
        m_list->showLines(m_model.lines(), m_model.isActing());
        break;
    }
    }
}

void OfflineExplainDialog::cure(const contract::Cure& cure)
{
    if (OfflineExplanationModel::isOneClick(cure)) {
        m_model.perform(cure);
        return;
    }
    accept(); // what asks for more stands in its place
    Q_EMIT cureChosen(cure);
}

void OfflineExplainDialog::copy()
{
    copyText(m_model.ticket());
    message()->showBriefly(Tone::Success, tr("Copied. Paste it into the ticket."));
}

} // namespace holdfast::views
