// SPDX-License-Identifier: Apache-2.0
#include "views/users/explanation_list.h"

#include "views/theme/metrics.h"
#include "views/theme/style.h"
#include "views/widgets/icon_label.h"
#include "views/widgets/labels.h"

#include <QApplication>
#include <QGridLayout>
#include <QKeySequence>
#include <QPushButton>
#include <QScrollBar>
#include <QTimer>

namespace holdfast::views {

using models::ExplanationLine;
using Verdict = ExplanationLine::Verdict;

namespace {

// What is required, and by whom; nothing where the finding says it all.
QString evidence(const ExplanationLine& line)
{
    QStringList parts;
    if (line.verdict == Verdict::Failed || !line.origin.isEmpty()) {
        parts << ExplanationList::tr("Required: %1").arg(line.required);
    }
    if (!line.origin.isEmpty()) {
        parts << line.origin;
    }
    return parts.join(QStringLiteral(" · "));
}

// Such a cure is pressed with open eyes, not by a key.
bool changesForOthers(const contract::Cure& cure)
{
    return cure.action == contract::CardAction::ChangePolicy
        || cure.action == contract::CardAction::ChoosePolicy;
}

} // namespace

VerdictMark markOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Passed:
        return {QStringLiteral("success"), Tone::Success, ExplanationList::tr("Passed")};
    case Verdict::Hint:
        return {QStringLiteral("warning"), Tone::Warning, ExplanationList::tr("Passed, with a hint")};
    case Verdict::Failed:
        break;
    }
    return {QStringLiteral("failure"), Tone::Danger, ExplanationList::tr("Not passed")};
}

ExplanationList::ExplanationList(QWidget* parent)
    : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Checks"));
}

void ExplanationList::showLines(const QList<ExplanationLine>& lines, bool acting)
{
    const int place = verticalScrollBar()->value();
    const bool focused = widget() && widget()->isAncestorOf(QApplication::focusWidget());
    // One of its buttons may be what was pressed: it goes when that is done.
    if (QWidget* old = takeWidget()) {
        old->hide();
        old->deleteLater();
    }
    m_first = nullptr;
    m_failed = nullptr;
    auto* page = new QWidget;
    page->setAutoFillBackground(false);
    m_lines = new QVBoxLayout(page);
    m_lines->setContentsMargins(0, 0, metrics::m, 0);
    m_lines->setSpacing(metrics::s);
    QString group;
    for (const ExplanationLine& line : lines) {
        if (line.group != group) {
            group = line.group;
            addGroup(group);
        }
        addLine(line, acting);
    }
    m_lines->addStretch();
    setWidget(page);
    verticalScrollBar()->setValue(place);
    if (place == 0) { // what failed is seen first
        QTimer::singleShot(0, this, [this] {
            if (m_failed) {
                ensureWidgetVisible(m_failed, 0, metrics::xl);
            }
        });
    }
    if (focused) {
        (m_first && m_first->isEnabled() ? static_cast<QWidget*>(m_first) : this)->setFocus();
    }
}

void ExplanationList::addGroup(const QString& title)
{
    QLabel* label = makeLabel(title, Type::Strong);
    label->setContentsMargins(0, m_lines->isEmpty() ? 0 : metrics::s, 0, 0);
    m_lines->addWidget(label);
}

void ExplanationList::addLine(const ExplanationLine& line, bool acting)
{
    const VerdictMark mark = markOf(line.verdict);
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
        button->setEnabled(line.cure.has_value() && !acting);
        grid->addWidget(button, 0, 3, 2, 1, Qt::AlignTop);
        if (line.cure) {
            if (!m_first && line.verdict == Verdict::Failed && !changesForOthers(*line.cure)) {
                const QKeySequence doNext(Qt::CTRL | Qt::Key_Return); // as on the card
                m_first = button;
                button->setShortcut(doNext);
                button->setToolTip(doNext.toString(QKeySequence::NativeText));
            }
            connect(button, &QPushButton::clicked, this,
                    [this, cure = *line.cure] { Q_EMIT cureChosen(cure); });
        } else {
            button->setToolTip(line.cureHint);
            QLabel* missing = makeLabel(line.cureHint, Type::Caption, Ink::Secondary);
            missing->setWordWrap(true);
            grid->addWidget(missing, 3, 2, 1, 2);
        }
        if (!line.cureReach.isEmpty()) {
            button->setAccessibleDescription(line.cureReach);
            QLabel* reach = makeLabel(line.cureReach, Type::Caption, Ink::Secondary);
            reach->setWordWrap(true);
            grid->addWidget(reach, 2, 2, 1, 2);
        }
    }
    if (!m_failed && line.verdict == Verdict::Failed) {
        m_failed = row;
    }
    row->setAccessibleName(QStringLiteral("%1: %2, %3").arg(mark.spoken, line.title, line.found));
    m_lines->addWidget(row);
}

} // namespace holdfast::views
