// SPDX-License-Identifier: Apache-2.0
#include "views/users/card_verdict.h"

#include "models/user_card_model.h"
#include "views/theme/icons.h"
#include "views/theme/metrics.h"
#include "views/theme/style.h"
#include "views/users/call_bar.h"
#include "views/widgets/flow_layout.h"
#include "views/widgets/icon_label.h"
#include "views/widgets/labels.h"
#include "views/widgets/tones.h"

#include <QHBoxLayout>
#include <QKeySequence>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace holdfast::views {
namespace {

QString iconFor(Tone tone)
{
    switch (tone) {
    case Tone::Success:
        return QStringLiteral("success");
    case Tone::Danger:
        return QStringLiteral("failure");
    case Tone::Warning:
        return QStringLiteral("warning");
    case Tone::Accent:
    case Tone::Neutral:
        break;
    }
    return QStringLiteral("information");
}

} // namespace

CardVerdict::CardVerdict(models::UserCardModel& model, QWidget* parent)
    : QFrame(parent)
    , m_model(model)
    , m_icon(new IconLabel({}, Tone::Neutral, 24))
    , m_verdict(makeLabel({}, Type::Verdict))
    , m_ways(makeParagraph({}, Ink::Secondary))
    , m_reasons(new QVBoxLayout)
    , m_primary(new QPushButton)
    , m_emergency(new QPushButton(icon(QStringLiteral("emergency")),
                                  withKey(tr("Emergency code…"), QKeySequence(Qt::CTRL | Qt::Key_E))))
    , m_explain(new QPushButton(withKey(tr("Why?"), QKeySequence(Qt::Key_F2))))
{
    m_verdict->setWordWrap(true);
    m_verdict->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setButtonRole(m_primary, ButtonRole::Primary);
    m_emergency->setAccessibleName(tr("Emergency code"));
    m_explain->setAccessibleName(tr("Why?"));
    m_explain->setToolTip(tr("Every check with what was found and what is required"));
    setButtonRole(m_explain, ButtonRole::Quiet);
    m_reasons->setContentsMargins(0, 0, 0, 0);
    m_reasons->setSpacing(metrics::xs);

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::m, metrics::m, metrics::m, metrics::m);
    row->setSpacing(metrics::m);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    auto* column = new QVBoxLayout;
    column->setSpacing(metrics::xs);
    column->addWidget(m_verdict);
    column->addWidget(m_ways);
    column->addLayout(m_reasons);
    // With their keys they are too wide to stand beside each other in a narrow card.
    auto* buttons = new FlowLayout(metrics::s);
    buttons->setContentsMargins(0, metrics::s, 0, 0);
    m_primary->setVisible(false); // until there is a next step
    buttons->addWidget(m_primary);
    buttons->addWidget(m_emergency);
    buttons->addWidget(m_explain);
    column->addLayout(buttons);
    row->addLayout(column, 1);

    connect(m_primary, &QPushButton::clicked, this, [this] {
        if (const auto next = m_model.nextAction()) {
            Q_EMIT cureChosen(*next);
        }
    });
    connect(m_emergency, &QPushButton::clicked, this, &CardVerdict::emergencyChosen);
    connect(m_explain, &QPushButton::clicked, this, &CardVerdict::explainChosen);
}

QString CardVerdict::verdict() const
{
    return m_verdict->text();
}

void CardVerdict::showCard()
{
    m_tone = toneFrom(m_model.tone());
    m_verdict->setText(m_model.verdict());
    m_ways->setText(m_model.waysText());
    m_ways->setVisible(!m_model.waysText().isEmpty());
    m_icon->setIcon(iconFor(m_tone), m_tone);
    showReasons();
    const auto next = m_model.nextAction();
    const bool emergencyIsNext = next && next->action == contract::CardAction::IssueEmergencyCode;
    m_primary->setVisible(next.has_value() && !emergencyIsNext);
    const QKeySequence doNext(Qt::CTRL | Qt::Key_Return);
    const bool closed = next && m_model.isClosed(next->action);
    m_primary->setText(next ? withKey(m_model.nextActionWords(), doNext) : QString());
    m_primary->setShortcut(doNext); // a new text forgets it
    m_primary->setAccessibleName(m_model.nextActionWords());
    m_primary->setEnabled(!m_model.isActing() && !closed);
    m_primary->setToolTip(closed ? models::UserCardModel::closedHint() : QString());
    m_emergency->setVisible(m_model.may(contract::CardAction::IssueEmergencyCode));
    m_emergency->setIcon(emergencyIsNext ? iconOnAccent(QStringLiteral("emergency"))
                                         : icon(QStringLiteral("emergency")));
    setButtonRole(m_emergency, emergencyIsNext ? ButtonRole::Primary : ButtonRole::Normal);
    const bool noCode = m_model.isClosed(contract::CardAction::IssueEmergencyCode);
    m_emergency->setEnabled(!m_model.isActing() && !noCode);
    m_emergency->setToolTip(noCode ? models::UserCardModel::closedHint() : QString());
    setAccessibleName(m_model.verdict());
    update();
}

void CardVerdict::showReasons()
{
    while (QLayoutItem* item = m_reasons->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    const auto next = m_model.nextAction();
    const auto reasons = m_model.reasons();
    for (const models::CardReason& reason : reasons) {
        auto* line = new QWidget;
        auto* row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(metrics::s);
        row->addWidget(
            makeParagraph(reasons.size() > 1 ? QStringLiteral("• ") + reason.sentence : reason.sentence), 1);
        const bool isNext = next && reason.cure && next->action == reason.cure->action
            && next->tokenSerial == reason.cure->tokenSerial;
        if (!reason.cureWords.isEmpty() && !isNext) {
            auto* button = new QPushButton(reason.cureWords);
            setButtonRole(button, ButtonRole::Quiet);
            button->setEnabled(reason.cure.has_value() && reason.cureHint.isEmpty() && !m_model.isActing());
            button->setToolTip(reason.cureHint);
            row->addWidget(button, 0, Qt::AlignTop);
            if (reason.cure) {
                connect(button, &QPushButton::clicked, this,
                        [this, cure = *reason.cure] { Q_EMIT cureChosen(cure); });
            }
        }
        m_reasons->addWidget(line);
    }
}

void CardVerdict::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    drawRounded(&painter, rect(), toneFill(palette(), m_tone), toneEdge(palette(), m_tone),
                metrics::radius + 2);
}

} // namespace holdfast::views
