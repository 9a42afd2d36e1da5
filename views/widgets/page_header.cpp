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
    return button;
}

void PageHeader::addWidget(QWidget* widget)
{
    m_row->addWidget(widget);
}

} // namespace holdfast::views
