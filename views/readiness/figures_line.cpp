// SPDX-License-Identifier: Apache-2.0
#include "views/readiness/figures_line.h"

#include "models/words.h"
#include "views/theme/icons.h"
#include "views/theme/metrics.h"
#include "views/widgets/labels.h"
#include "views/widgets/tones.h"

#include <QPushButton>

namespace holdfast::views {

using models::ReadinessModel;

FiguresLine::FiguresLine(ReadinessModel& model, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
    , m_summary(makeLabel({}, Type::Body, Ink::Secondary, this))
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&m_model, &ReadinessModel::changed, this, &FiguresLine::showFigures);
    showFigures();
}

void FiguresLine::showFigures()
{
    switch (m_model.state()) {
    case ReadinessModel::State::Loading:
        m_summary->setText(tr("Counting…"));
        break;
    case ReadinessModel::State::Failed:
        m_summary->setText(tr("It could not be counted: %1").arg(models::words::problem(m_model.error())));
        break;
    case ReadinessModel::State::Ready:
        m_summary->setText(m_model.summary());
        break;
    }
    QString focused;
    for (QPushButton* button : std::as_const(m_buttons)) {
        focused = button->hasFocus() ? button->objectName() : focused;
        button->hide();
        button->deleteLater();
    }
    m_buttons.clear();
    for (const models::ReadinessFigure& figure : m_model.figures()) {
        const Tone tone = toneFrom(figure.tone);
        auto* button = new QPushButton(
            icon(tone == Tone::Neutral ? QStringLiteral("information") : QStringLiteral("warning"), tone),
            figure.sentence, this);
        button->setObjectName(figure.id);
        const bool here = figure.page == QLatin1String("readiness");
        button->setCheckable(here);
        button->setChecked(here && isShown(figure));
        button->setToolTip(tr("Show just these"));
        connect(button, &QPushButton::clicked, this, [this, figure, button] { press(figure, button); });
        button->show();
        // They are made anew: in the order of reading, not after the table.
        setTabOrder(m_buttons.isEmpty() ? static_cast<QWidget*>(this) : m_buttons.last(), button);
        m_buttons.append(button);
        if (figure.id == focused) {
            button->setFocus();
        }
    }
    arrange(width(), true);
    updateGeometry();
}

void FiguresLine::press(const models::ReadinessFigure& figure, QPushButton* button)
{
    if (button->isCheckable() && !button->isChecked()) {
        Q_EMIT cleared();
    } else {
        Q_EMIT chosen(figure);
    }
}

bool FiguresLine::isShown(const models::ReadinessFigure& figure) const
{
    return figure.restrictions.size() == 1 && figure.restrictions.first() == m_shown;
}

void FiguresLine::setShown(const QString& restriction, const QString& value)
{
    m_shown = {restriction, value};
    for (const models::ReadinessFigure& figure : m_model.figures()) {
        if (QPushButton* shown = button(figure.id); shown && shown->isCheckable()) {
            shown->setChecked(isShown(figure));
        }
    }
}

QPushButton* FiguresLine::button(const QString& id) const
{
    for (QPushButton* button : m_buttons) {
        if (button->objectName() == id) {
            return button;
        }
    }
    return nullptr;
}

QString FiguresLine::summary() const
{
    return m_summary->text();
}

int FiguresLine::arrange(int width, bool place) const
{
    const int line = m_summary->sizeHint().height();
    if (place) {
        m_summary->setGeometry(QStyle::visualRect(layoutDirection(), rect(), QRect(0, 0, width, line)));
    }
    int x = 0;
    int y = line + metrics::s;
    int bottom = line;
    for (QPushButton* button : m_buttons) {
        const QSize size = button->sizeHint();
        if (x > 0 && x + size.width() > width) {
            x = 0;
            y = bottom + metrics::s;
        }
        if (place) {
            button->setGeometry(
                QStyle::visualRect(layoutDirection(), rect(),
                                   QRect(QPoint(x, y), QSize(std::min(size.width(), width), size.height()))));
        }
        x += size.width() + metrics::s;
        bottom = y + size.height();
    }
    return bottom;
}

int FiguresLine::heightForWidth(int width) const
{
    return arrange(width, false);
}

QSize FiguresLine::sizeHint() const
{
    constexpr int usual = 700;
    return {usual, arrange(usual, false)};
}

QSize FiguresLine::minimumSizeHint() const
{
    constexpr int least = 320;
    return {least, m_summary->sizeHint().height()};
}

void FiguresLine::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange(width(), true);
}

} // namespace holdfast::views
