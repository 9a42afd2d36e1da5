// SPDX-License-Identifier: Apache-2.0
#include "views/users/explain_dialog.h"

#include "models/explanation_lines.h"
#include "models/formats.h"
#include "models/words.h"
#include "views/theme/icons.h"
#include "views/theme/metrics.h"
#include "views/theme/style.h"
#include "views/widgets/clipboard.h"
#include "views/widgets/icon_label.h"
#include "views/widgets/labels.h"
#include "views/widgets/message_bar.h"
#include "views/widgets/tones.h"

#include <QGridLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>

namespace holdfast::views {

using models::ExplanationLine;
using models::UserCardModel;
using Verdict = ExplanationLine::Verdict;
namespace words = models::words;

namespace {

struct Mark
{
    QString icon;
    Tone tone;
    QString spoken;
};

Mark markOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Passed:
        return {QStringLiteral("success"), Tone::Success, ExplainDialog::tr("Passed")};
    case Verdict::Hint:
        return {QStringLiteral("warning"), Tone::Warning, ExplainDialog::tr("Passed, with a hint")};
    case Verdict::Failed:
        break;
    }
    return {QStringLiteral("failure"), Tone::Danger, ExplainDialog::tr("Not passed")};
}

// What is required, and by whom; nothing where the finding says it all.
QString evidence(const ExplanationLine& line)
{
    QStringList parts;
    if (line.verdict == Verdict::Failed || !line.origin.isEmpty()) {
        parts << ExplainDialog::tr("Required: %1").arg(line.required);
    }
    if (!line.origin.isEmpty()) {
        parts << line.origin;
    }
    return parts.join(QStringLiteral(" · "));
}

} // namespace

ExplainDialog::ExplainDialog(UserCardModel& card, const contract::Clock& clock, QWidget* parent)
    : Dialog(tr("Can %1 sign in?").arg(words::person(card.card().user)), {}, parent)
    , m_card(card)
    , m_clock(clock)
    , m_icon(new IconLabel({}, Tone::Neutral, 24))
    , m_verdict(makeLabel({}, Type::Title))
    , m_ways(makeParagraph({}, Ink::Secondary))
    , m_last(makeParagraph({}, Ink::Secondary))
    , m_scroll(new QScrollArea)
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
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setAccessibleName(tr("Checks"));
    // It takes what room there is; the dialog itself must not scroll as well.
    m_scroll->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    m_scroll->setMinimumHeight(6 * fontMetrics().lineSpacing());
    content()->addWidget(m_scroll, 1);
    cancelButton()->setText(tr("Close"));
    buttonRow()->insertWidget(0, m_copy);
    connect(m_copy, &QPushButton::clicked, this, &ExplainDialog::copy);
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
    const Mark mark = markOf(!explanation.canLogOn                        ? Verdict::Failed
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
    const int place = m_scroll->verticalScrollBar()->value();
    auto* page = new QWidget;
    page->setAutoFillBackground(false);
    m_lines = new QVBoxLayout(page);
    m_lines->setContentsMargins(0, 0, metrics::m, 0);
    m_lines->setSpacing(metrics::s);
    QString group;
    for (const ExplanationLine& line : models::explanationLines(m_card)) {
        if (line.group != group) {
            group = line.group;
            addGroup(group);
        }
        addLine(line);
    }
    m_lines->addStretch();
    m_scroll->setWidget(page);
    m_scroll->verticalScrollBar()->setValue(place);
}

void ExplainDialog::addGroup(const QString& title)
{
    QLabel* label = makeLabel(title, Type::Strong);
    label->setContentsMargins(0, m_lines->isEmpty() ? 0 : metrics::s, 0, 0);
    m_lines->addWidget(label);
}

void ExplainDialog::addLine(const ExplanationLine& line)
{
    const Mark mark = markOf(line.verdict);
    auto* row = new QWidget;
    auto* grid = new QGridLayout(row);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(metrics::s);
    grid->setVerticalSpacing(2);
    grid->setColumnMinimumWidth(1, 196);
    grid->setColumnStretch(2, 1);
    auto* picture = new IconLabel(mark.icon, mark.tone);
    picture->setToolTip(mark.spoken);
    picture->setAccessibleName(mark.spoken);
    grid->addWidget(picture, 0, 0, Qt::AlignTop);
    grid->addWidget(makeLabel(line.title), 0, 1, Qt::AlignTop);
    grid->addWidget(makeParagraph(line.found, line.verdict == Verdict::Failed ? Ink::Danger : Ink::Normal), 0,
                    2, Qt::AlignTop);
    if (const QString more = evidence(line); !more.isEmpty()) {
        QLabel* caption = makeLabel(more, Type::Caption, Ink::Secondary);
        caption->setWordWrap(true);
        grid->addWidget(caption, 1, 2);
    }
    if (!line.cureWords.isEmpty()) {
        auto* button = new QPushButton(line.cureWords);
        setButtonRole(button, line.verdict == Verdict::Failed ? ButtonRole::Normal : ButtonRole::Quiet);
        button->setEnabled(line.cure.has_value() && !m_card.isActing());
        grid->addWidget(button, 0, 3, 2, 1, Qt::AlignTop);
        if (line.cure) {
            connect(button, &QPushButton::clicked, this, [this, cure = *line.cure] {
                if (UserCardModel::needsInput(cure.action)) {
                    accept(); // what asks for more stands in its place
                }
                Q_EMIT cureChosen(cure);
            });
        } else {
            button->setToolTip(line.cureHint);
            QLabel* missing = makeLabel(line.cureHint, Type::Caption, Ink::Secondary);
            missing->setWordWrap(true);
            grid->addWidget(missing, 2, 2, 1, 2);
        }
    }
    row->setAccessibleName(QStringLiteral("%1: %2, %3").arg(mark.spoken, line.title, line.found));
    m_lines->addWidget(row);
}

void ExplainDialog::copy()
{
    copyText(models::explanationTicket(m_card));
    message()->showBriefly(Tone::Success, tr("Copied. Paste it into the ticket."));
}

} // namespace holdfast::views
