// SPDX-License-Identifier: Apache-2.0
#include "app/workstation/radio_row.h"

#include "views/theme/metrics.h"
#include "views/widgets/section.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QLabel>
#include <QRadioButton>
#include <QVBoxLayout>

namespace holdfast::workstation {

namespace {

constexpr int columnWidth = 176;

} // namespace

RadioRow::RadioRow(const QString& name, const QStringList& choices, int columns, QWidget* parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
{
    setAccessibleName(name);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(views::metrics::l);
    grid->setVerticalSpacing(views::metrics::s);
    for (int i = 0; i < choices.size(); ++i) {
        auto* button = new QRadioButton(choices.at(i));
        m_group->addButton(button, i);
        grid->addWidget(button, i / columns, i % columns);
    }
    for (int column = 0; column < columns; ++column) {
        grid->setColumnMinimumWidth(column, columnWidth); // rows that stand over each other line up
    }
    grid->setColumnStretch(columns, 1);
    choose(0);
    connect(m_group, &QButtonGroup::idClicked, this, &RadioRow::chosenByHand);
}

int RadioRow::chosen() const
{
    return m_group->checkedId();
}

void RadioRow::choose(int index)
{
    m_group->button(index)->setChecked(true);
}

void RadioRow::setChoiceEnabled(int index, bool enabled, const QString& why)
{
    m_group->button(index)->setEnabled(enabled);
    m_group->button(index)->setToolTip(enabled ? QString() : why);
}

void layOut(QWidget* panel, const QString& title, RadioRow* choice, QLabel* caption)
{
    auto* section = new views::Section(title);
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, views::metrics::s, 0, 0);
    column->setSpacing(views::metrics::s);
    column->addWidget(choice);
    column->addWidget(caption);
    section->addWidget(content);
    auto* outer = new QVBoxLayout(panel);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(section);
}

} // namespace holdfast::workstation
