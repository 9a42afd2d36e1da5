// SPDX-License-Identifier: Apache-2.0
#include "views/policies/policy_impact.h"

#include "models/words.h"
#include "views/theme/metrics.h"
#include "views/theme/style.h"
#include "views/widgets/fitted_scroll.h"
#include "views/widgets/icon_label.h"
#include "views/widgets/labels.h"
#include "views/widgets/tones.h"

#include <QPainter>
#include <QVBoxLayout>

namespace holdfast::views {

using models::PolicyPreviewModel;

namespace {

QString iconFor(models::Tone tone)
{
    switch (tone) {
    case models::Tone::Good:
        return QStringLiteral("success");
    case models::Tone::Warning:
    case models::Tone::Bad:
        return QStringLiteral("warning");
    case models::Tone::Neutral:
        break;
    }
    return QStringLiteral("information");
}

} // namespace

PolicyImpact::PolicyImpact(PolicyPreviewModel& model, QWidget* parent)
    : QFrame(parent)
    , m_model(model)
    , m_title(makeLabel(tr("What this would change"), Type::Strong))
    , m_reach(makeParagraph({}, Ink::Secondary))
    , m_body(new QWidget)
    , m_lines(new QVBoxLayout(m_body))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::m, metrics::s, metrics::m, metrics::s);
    column->setSpacing(metrics::xs);
    auto* head = new QHBoxLayout;
    head->setSpacing(metrics::s);
    head->addWidget(m_title, 0, Qt::AlignTop);
    head->addWidget(m_reach, 1);
    column->addLayout(head);
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setSpacing(metrics::xs);
    auto* scroll = new FittedScroll(m_body);
    scroll->setAccessibleName(m_title->text());
    column->addWidget(scroll);
    connect(&m_model, &PolicyPreviewModel::changed, this, &PolicyImpact::showPreview);
    showPreview();
}

void PolicyImpact::clearLines()
{
    m_sentences.clear();
    while (QLayoutItem* item = m_lines->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

void PolicyImpact::addLine(const models::EffectLine& line)
{
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::s);
    layout->addWidget(new IconLabel(iconFor(line.tone), toneFrom(line.tone), 15), 0, Qt::AlignTop);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(makeParagraph(line.sentence));
    if (!line.people.isEmpty()) {
        QLabel* people = makeLabel(line.people, Type::Caption, Ink::Secondary);
        people->setWordWrap(true);
        words->addWidget(people);
    }
    layout->addLayout(words, 1);
    m_lines->addWidget(row);
    m_sentences << line.sentence;
}

void PolicyImpact::showPreview()
{
    const auto state = m_model.state();
    setVisible(state != PolicyPreviewModel::State::Nothing);
    m_body->setEnabled(state == PolicyPreviewModel::State::Ready);
    switch (state) {
    case PolicyPreviewModel::State::Nothing:
        clearLines();
        m_reach->clear();
        break;
    case PolicyPreviewModel::State::Working:
        m_reach->setText(tr("Counting…"));
        break;
    case PolicyPreviewModel::State::Failed:
        clearLines();
        m_reach->clear();
        addLine({models::Tone::Warning,
                 tr("It could not be computed: %1").arg(models::words::problem(m_model.error())),
                 {}});
        break;
    case PolicyPreviewModel::State::Ready:
        clearLines();
        m_reach->setText(m_model.reach());
        for (const models::EffectLine& line : m_model.effects()) {
            addLine(line);
        }
        if (m_sentences.isEmpty()) {
            addLine({models::Tone::Neutral, tr("As things are now, nobody would notice it."), {}});
        }
        break;
    }
    setAccessibleName(m_title->text() + QStringLiteral(": ") + m_sentences.join(QLatin1Char(' ')));
}

void PolicyImpact::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    drawRounded(&painter, rect(), palette().color(QPalette::AlternateBase), palette().color(QPalette::Mid),
                metrics::radius);
}

} // namespace holdfast::views
