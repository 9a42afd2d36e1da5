// SPDX-License-Identifier: Apache-2.0
#include "views/widgets/choice_list.h"

#include "views/theme/metrics.h"
#include "views/widgets/labels.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QRadioButton>

namespace holdfast::views {

ChoiceList::ChoiceList(const QString& question, int columns, QWidget* parent)
    : QWidget(parent)
    , m_question(makeLabel(question, Type::Strong))
    , m_grid(new QGridLayout(this))
    , m_group(new QButtonGroup(this))
    , m_columns(columns)
{
    setAccessibleName(question);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(metrics::l);
    m_grid->setVerticalSpacing(metrics::s);
    m_grid->addWidget(m_question, 0, 0, 1, columns);
    for (int column = 0; column < columns; ++column) {
        m_grid->setColumnStretch(column, 1);
        m_grid->setColumnMinimumWidth(column, columns > 1 ? 270 : 0);
    }
    connect(m_group, &QButtonGroup::idClicked, this, [this](int id) {
        setFocusProxy(m_group->button(id));
        Q_EMIT chosenChanged(id);
    });
}

void ChoiceList::addChoice(int id, const QString& text)
{
    auto* button = new QRadioButton(text);
    const int index = static_cast<int>(m_group->buttons().size());
    m_group->addButton(button, id);
    m_grid->addWidget(button, 1 + index / m_columns, index % m_columns);
    if (index == 0) {
        setFocusProxy(button);
    }
}

int ChoiceList::chosen() const
{
    return m_group->checkedId();
}

void ChoiceList::choose(int id)
{
    if (QAbstractButton* button = m_group->button(id); button && !button->isChecked()) {
        const QWidget* focused = m_group->checkedButton() ? m_group->checkedButton() : focusProxy();
        const bool moves = focused && focused->hasFocus();
        button->setChecked(true);
        setFocusProxy(button); // as the arrow keys would have it
        if (moves) {
            button->setFocus();
        }
        Q_EMIT chosenChanged(id);
    }
}

} // namespace holdfast::views
