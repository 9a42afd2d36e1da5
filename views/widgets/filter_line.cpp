// SPDX-License-Identifier: Apache-2.0
#include "views/widgets/filter_line.h"

#include "views/theme/icons.h"
#include "views/theme/metrics.h"
#include "views/widgets/labels.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>

namespace holdfast::views {
namespace {

constexpr int debounceMilliseconds = 150;
constexpr int leastWidth = 96; // of the words and of each choice, where the window is narrow

} // namespace

FilterLine::FilterLine(const QString& hint, QWidget* parent)
    : QWidget(parent)
    , m_edit(new QLineEdit)
    , m_row(new QHBoxLayout(this))
    , m_tag(new QPushButton)
    , m_count(makeLabel({}, Type::Caption, Ink::Secondary))
{
    m_edit->setPlaceholderText(hint);
    m_edit->setAccessibleName(hint.isEmpty() ? tr("Filter") : hint);
    if (hint.isEmpty()) {
        m_edit->hide(); // a list without words to filter by
    }
    m_edit->setClearButtonEnabled(true);
    m_edit->setMinimumWidth(leastWidth);
    m_edit->setMaximumWidth(340);
    m_edit->addAction(icon(QStringLiteral("filter"), Tone::Neutral), QLineEdit::LeadingPosition);
    m_edit->installEventFilter(this);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(metrics::s);
    m_row->addWidget(m_edit, 10);
    m_tag->setIcon(icon(QStringLiteral("close"), Tone::Neutral));
    m_tag->setLayoutDirection(layoutDirection() == Qt::RightToLeft ? Qt::LeftToRight : Qt::RightToLeft);
    m_tag->setToolTip(tr("Show everything again"));
    m_tag->hide();
    m_row->addWidget(m_tag);
    m_row->addStretch(1);
    m_row->addWidget(m_count);
    m_delay.setSingleShot(true);
    m_delay.setInterval(debounceMilliseconds);
    connect(m_tag, &QPushButton::clicked, this, [this] {
        setTag({});
        Q_EMIT tagRemoved();
    });
    connect(&m_delay, &QTimer::timeout, this, &FilterLine::tell);
    connect(m_edit, &QLineEdit::textChanged, &m_delay, qOverload<>(&QTimer::start));
    connect(m_edit, &QLineEdit::returnPressed, this, &FilterLine::tell);
}

QString FilterLine::text() const
{
    return m_edit->text().trimmed();
}

void FilterLine::setText(const QString& text)
{
    m_edit->setText(text);
    tell();
}

void FilterLine::addWidget(QWidget* widget)
{
    if (qobject_cast<QComboBox*>(widget)) {
        widget->setMinimumWidth(leastWidth);
    }
    m_row->insertWidget(m_row->count() - 2, widget);
}

void FilterLine::setTag(const QString& words)
{
    m_tag->setText(words);
    m_tag->setAccessibleName(words.isEmpty() ? QString() : tr("Restricted to: %1").arg(words));
    m_tag->setVisible(!words.isEmpty());
}

void FilterLine::setCount(qint64 matching, std::optional<qint64> all)
{
    const QLocale locale;
    setCountText(all && *all != matching
                     ? tr("%1 of %2").arg(locale.toString(matching), locale.toString(*all))
                     : locale.toString(matching));
}

void FilterLine::setCountText(const QString& text)
{
    m_count->setText(text);
}

QString FilterLine::countText() const
{
    return m_count->text();
}

void FilterLine::focusText()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

bool FilterLine::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Down) {
            Q_EMIT leftDownwards();
            return true;
        }
        if (key->key() == Qt::Key_Escape && !m_edit->text().isEmpty()) {
            setText({});
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void FilterLine::tell()
{
    m_delay.stop();
    if (text() != m_told) {
        m_told = text();
        Q_EMIT changed(m_told);
    }
}

} // namespace holdfast::views
