// SPDX-License-Identifier: Apache-2.0
#include "views/users/explain_dialog.h"

#include "models/explanation_lines.h"
#include "models/formats.h"
#include "models/words.h"
#include "views/theme/icons.h"
#include "views/theme/metrics.h"
#include "views/users/explanation_list.h"
#include "views/widgets/clipboard.h"
#include "views/widgets/icon_label.h"
#include "views/widgets/labels.h"
#include "views/widgets/message_bar.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace holdfast::views {

using models::ExplanationLine;
using models::UserCardModel;
using Verdict = ExplanationLine::Verdict;
namespace words = models::words;

ExplainDialog::ExplainDialog(UserCardModel& card, const contract::Clock& clock, QWidget* parent)
    : Dialog(tr("Can %1 sign in?").arg(words::person(card.card().user)), {}, parent)
    , m_card(card)
    , m_clock(clock)
    , m_icon(new IconLabel({}, Tone::Neutral, 24))
    , m_verdict(makeLabel({}, Type::Title))
    , m_ways(makeParagraph({}, Ink::Secondary))
    , m_last(makeParagraph({}, Ink::Secondary))
    , m_list(new ExplanationList)
    , m_copy(new QPushButton(icon(QStringLiteral("copy")), tr("&Copy for the ticket")))
{
    setMinimumWidth(720);
    resize(720, 640);
    m_verdict->setWordWrap(true);
    auto* head = new QHBoxLayout;
    head->setSpacing(metrics::m);
    head->addWidget(m_icon, 0, Qt::AlignTop);
    auto* said = new QVBoxLayout;
    said->setSpacing(2);
    for (QLabel* label : {m_verdict, m_ways, m_last}) {
        said->addWidget(label);
    }
    head->addLayout(said, 1);
    content()->addLayout(head);
    content()->addWidget(makeLine());
    // It takes what room there is; the dialog itself must not scroll as well.
    m_list->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    m_list->setMinimumHeight(6 * fontMetrics().lineSpacing());
    content()->addWidget(m_list, 1);
    cancelButton()->setText(tr("Close"));
    buttonRow()->insertWidget(0, m_copy);
    connect(m_copy, &QPushButton::clicked, this, &ExplainDialog::copy);
    connect(m_list, &ExplanationList::cureChosen, this, [this](const contract::Cure& cure) {
        if (UserCardModel::needsInput(cure.action)) {
            accept(); // what asks for more stands in its place
        }
        Q_EMIT cureChosen(cure);
    });
    connect(&m_card, &UserCardModel::cardChanged, this, &ExplainDialog::showExplanation);
    connect(&m_card, &UserCardModel::actingChanged, this, &ExplainDialog::showExplanation);
    connect(&m_card, &UserCardModel::done, this,
            [this](const QString& text) { message()->showBriefly(Tone::Success, text); });
    connect(&m_card, &UserCardModel::actionFailed, this, [this](const contract::Error& error) {
        message()->showMessage(Tone::Danger, words::problem(error));
    });
    showExplanation();
    m_copy->setFocus();
}

void ExplainDialog::showVerdict()
{
    const contract::Explanation& explanation = m_card.card().explanation;
    m_verdict->setText(m_card.verdict());
    m_ways->setText(m_card.waysText());
    m_ways->setVisible(!m_ways->text().isEmpty());
    m_last->setVisible(explanation.lastAttempt.has_value());
    if (explanation.lastAttempt) {
        m_last->setText(tr("Last attempt, %1: %2")
                            .arg(models::relativeTime(explanation.lastAttempt->at, m_clock.now()),
                                 words::event(*explanation.lastAttempt)));
    }
    const VerdictMark mark = markOf(!explanation.canLogOn                        ? Verdict::Failed
                                        : m_card.tone() == models::Tone::Warning ? Verdict::Hint
                                                                                 : Verdict::Passed);
    m_icon->setIcon(mark.icon, mark.tone);
}

void ExplainDialog::showExplanation()
{
    if (m_card.state() != UserCardModel::State::Ready) {
        return; // what was shown stays until there is something newer
    }
    showVerdict();
    m_list->showLines(models::explanationLines(m_card), m_card.isActing());
}

void ExplainDialog::copy()
{
    copyText(models::explanationTicket(m_card));
    message()->showBriefly(Tone::Success, tr("Copied. Paste it into the ticket."));
}

} // namespace holdfast::views
