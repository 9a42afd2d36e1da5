// SPDX-License-Identifier: Apache-2.0
#include "views/widgets/message_bar.h"

#include "views/theme/icons.h"
#include "views/theme/metrics.h"
#include "views/theme/style.h"
#include "views/widgets/icon_label.h"
#include "views/widgets/labels.h"

#include <QAccessible>
#include <QPainter>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace holdfast::views {
namespace {

QString iconFor(Tone tone)
{
    switch (tone) {
    case Tone::Success:
        return QStringLiteral("success");
    case Tone::Warning:
        return QStringLiteral("warning");
    case Tone::Danger:
        return QStringLiteral("failure");
    case Tone::Neutral:
    case Tone::Accent:
        break;
    }
    return QStringLiteral("information");
}

} // namespace

MessageBar::MessageBar(QWidget* parent)
    : QWidget(parent)
    , m_icon(new IconLabel({}, Tone::Neutral, 18, this))
    , m_text(makeParagraph({}, Ink::Normal, this))
    , m_button(new QPushButton(this))
    , m_close(new QToolButton(this))
    , m_timer(new QTimer(this))
{
    m_timer->setSingleShot(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_close->setIcon(icon(QStringLiteral("close"), Tone::Neutral));
    m_close->setAutoRaise(true);
    m_close->setToolTip(tr("Dismiss"));
    m_close->setAccessibleName(tr("Dismiss this message"));
    m_button->hide();

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::m, metrics::s, metrics::s, metrics::s);
    row->setSpacing(metrics::s);
    // The icon stands beside the first line, both in the middle of what the buttons make higher.
    auto* middle = new QVBoxLayout;
    auto* words = new QHBoxLayout;
    words->setSpacing(metrics::s);
    words->addWidget(m_icon, 0, Qt::AlignTop);
    words->addWidget(m_text, 1);
    middle->addStretch();
    middle->addLayout(words);
    middle->addStretch();
    row->addLayout(middle, 1);
    row->addWidget(m_button, 0, Qt::AlignVCenter);
    row->addWidget(m_close, 0, Qt::AlignVCenter);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);

    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_action) {
            const auto action = m_action;
            action();
        }
    });
    connect(m_close, &QToolButton::clicked, this, [this] {
        clear();
        Q_EMIT closed();
    });
    connect(m_timer, &QTimer::timeout, this, &MessageBar::clear);
    hide();
}

void MessageBar::showMessage(Tone tone, const QString& text)
{
    showMessage(tone, text, {}, {});
}

void MessageBar::showMessage(Tone tone, const QString& text, const QString& actionText,
                             std::function<void()> action)
{
    m_timer->stop();
    m_tone = tone;
    m_text->setText(text);
    m_action = std::move(action);
    m_button->setText(actionText);
    m_button->setVisible(!actionText.isEmpty());
    setAccessibleName(text);
    m_icon->setIcon(iconFor(tone), tone);
    show();
    update();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void MessageBar::showBriefly(Tone tone, const QString& text, std::chrono::milliseconds duration)
{
    showMessage(tone, text);
    m_timer->start(duration);
}

void MessageBar::setClosable(bool closable)
{
    m_close->setVisible(closable);
}

void MessageBar::clear()
{
    m_timer->stop();
    m_action = {};
    hide();
}

QString MessageBar::text() const
{
    return isHidden() ? QString() : m_text->text();
}

void MessageBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    drawRounded(&painter, rect(), toneFill(palette(), m_tone), toneEdge(palette(), m_tone), metrics::radius);
}

} // namespace holdfast::views
