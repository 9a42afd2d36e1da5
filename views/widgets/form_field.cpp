// SPDX-License-Identifier: Apache-2.0
#include "views/widgets/form_field.h"

#include "views/theme/metrics.h"
#include "views/widgets/labels.h"

#include <QVBoxLayout>

namespace holdfast::views {

FormField::FormField(const QString& label, QWidget* editor, const QString& help, QWidget* parent)
    : QWidget(parent)
    , m_label(makeLabel(label, Type::Strong))
    , m_editor(editor)
    , m_note(makeLabel({}, Type::Caption, Ink::Secondary))
    , m_help(help)
{
    m_label->setBuddy(editor);
    // An editor of several parts is entered at the first of them.
    for (QWidget* part : {editor, editor->focusProxy()}) {
        if (part && part->accessibleName().isEmpty() && !label.isEmpty()) {
            part->setAccessibleName(QString(label).remove(QLatin1Char('&')));
        }
    }
    m_note->setWordWrap(true);
    m_label->setWordWrap(true); // words of another language may be longer than the column
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::xs);
    column->addWidget(m_label);
    column->addWidget(editor);
    column->addWidget(m_note);
    m_label->setVisible(!label.isEmpty());
    showNote();
    setFocusProxy(editor);
}

void FormField::setHelp(const QString& help)
{
    m_help = help;
    showNote();
}

void FormField::setFault(const QString& fault)
{
    m_fault = fault;
    m_editor->setProperty("holdfastFault", !fault.isEmpty());
    m_editor->update();
    showNote();
}

void FormField::showNote()
{
    const QString note = m_fault.isEmpty() ? m_help : m_fault;
    m_note->setText(note);
    m_note->setForegroundRole(m_fault.isEmpty() ? QPalette::PlaceholderText : QPalette::BrightText);
    m_note->setVisible(!note.isEmpty());
    m_editor->setAccessibleDescription(note);
}

} // namespace holdfast::views
