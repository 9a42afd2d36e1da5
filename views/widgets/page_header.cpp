// SPDX-License-Identifier: Apache-2.0
#include "views/widgets/page_header.h"

#include "views/theme/icons.h"
#include "views/theme/metrics.h"
#include "views/theme/style.h"
#include "views/widgets/labels.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace holdfast::views {

PageHeader::PageHeader(const QString& title, QWidget* parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
    , m_subtitle(makeLabel({}, Type::Body, Ink::Secondary))
{
    m_row->setContentsMargins(metrics::l, metrics::l, metrics::l, metrics::m);
    m_row->setSpacing(metrics::s);
    m_row->addWidget(makeLabel(title, Type::PageTitle));
    m_row->addWidget(m_subtitle, 0, Qt::AlignBottom);
    m_row->addStretch();
}

void PageHeader::setSubtitle(const QString& text)
{
    m_subtitle->setText(text);
}

QPushButton* PageHeader::addAction(const QString& text, const QString& iconName, bool primary)
{
    auto* button = new QPushButton(primary ? iconOnAccent(iconName) : icon(iconName), text);
    if (primary) {
        setButtonRole(button, ButtonRole::Primary);
    }
    m_row->addWidget(button);
    button->setAccessibleName(text);
    m_actions.push_back({.button = button, .text = text, .keepsWords = primary});
    return button;
}

QSize PageHeader::minimumSizeHint() const
{
    QSize least = QWidget::minimumSizeHint();
    for (const Action& action : m_actions) {
        if (!action.keepsWords && action.saved == 0) {
            const QFontMetrics metrics = action.button->fontMetrics();
            least.rwidth() -= metrics.size(Qt::TextShowMnemonic, action.text).width();
        }
    }
    return least;
}

void PageHeader::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fit();
}

void PageHeader::fit()
{
    int needed = m_row->minimumSize().width();
    for (const Action& action : m_actions) {
        needed += action.saved;
    }
    for (auto action = m_actions.rbegin(); action != m_actions.rend(); ++action) {
        const bool wordless = needed > width() && !action->keepsWords;
        if (wordless != (action->saved > 0)) {
            const int before = action->button->sizeHint().width();
            action->button->setText(wordless ? QString() : action->text);
            if (action->button->toolTip().isEmpty()) {
                action->button->setToolTip(action->text);
            }
            action->saved = wordless ? before - action->button->sizeHint().width() : 0;
        }
        needed -= action->saved;
    }
}

void PageHeader::addWidget(QWidget* widget)
{
    m_row->addWidget(widget);
}

} // namespace holdfast::views
