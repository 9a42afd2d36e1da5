// SPDX-License-Identifier: Apache-2.0
#include "views/widgets/section.h"

#include "views/theme/icons.h"
#include "views/theme/metrics.h"
#include "views/theme/style.h"
#include "views/widgets/flow_layout.h"
#include "views/widgets/labels.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace holdfast::views {

Section::Section(const QString& title, QWidget* parent)
    : QWidget(parent)
    , m_title(makeLabel(title, Type::Strong))
    , m_actions(new QWidget)
    , m_content(new QVBoxLayout)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::xs);
    m_actions->setLayout(new FlowLayout(metrics::xs));
    m_actions->hide();
    auto* head = new FlowLayout(metrics::xs);
    head->setSpread(true);
    head->addWidget(m_title);
    head->addWidget(m_actions);
    column->addLayout(head);
    column->addWidget(makeLine());
    m_content->setContentsMargins(0, 0, 0, 0);
    m_content->setSpacing(0);
    column->addLayout(m_content);
    m_title->setMinimumHeight(metrics::controlHeight - 2);
}

void Section::setTitle(const QString& title)
{
    m_title->setText(title);
}

QPushButton* Section::addAction(const QString& text, const QString& iconName)
{
    auto* button = new QPushButton(icon(iconName), text);
    setButtonRole(button, ButtonRole::Quiet);
    m_actions->layout()->addWidget(button);
    m_actions->show();
    return button;
}

void Section::clearContent()
{
    while (QLayoutItem* item = m_content->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

void Section::addWidget(QWidget* widget)
{
    m_content->addWidget(widget);
}

void Section::addNothing(const QString& sentence)
{
    QLabel* label = makeParagraph(sentence, Ink::Secondary);
    label->setContentsMargins(0, metrics::s, 0, metrics::s);
    m_content->addWidget(label);
}

} // namespace holdfast::views
