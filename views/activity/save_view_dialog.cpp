// SPDX-License-Identifier: Apache-2.0
#include "views/activity/save_view_dialog.h"

#include "views/widgets/form_field.h"

#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace holdfast::views {

SaveViewDialog::SaveViewDialog(const SavedViews& known, const QString& proposed, QWidget* parent)
    : Dialog(
        tr("Save this view"),
        tr("The filter, the log, the result, the time, the domain and the columns are kept, for you on this "
           "computer."),
        parent)
    , m_known(known)
    , m_name(new QLineEdit(proposed))
    , m_field(new FormField(tr("&Name"), m_name))
{
    m_name->setMaxLength(SavedViews::longestName);
    m_name->selectAll();
    addField(QStringLiteral("name"), m_field);
    content()->addStretch();
    setPrimary(tr("Save view"), [this] {
        Q_EMIT named(m_name->text().simplified());
        accept();
    });
    connect(m_name, &QLineEdit::textChanged, this, &SaveViewDialog::showName);
    showName();
    m_name->setFocus();
}

void SaveViewDialog::showName()
{
    const QString name = m_name->text().simplified();
    const bool isKnown = m_known.find(name) != nullptr;
    const bool hasRoom = isKnown || !m_known.isFull();
    m_field->setHelp(isKnown ? tr("Takes the place of the view that has this name.") : QString());
    m_field->setFault(hasRoom
                          ? QString()
                          : tr("There are %n view(s) already. Delete one first.", nullptr, SavedViews::most));
    primaryButton()->setText(isKnown ? tr("Replace view") : tr("Save view"));
    primaryButton()->setEnabled(!name.isEmpty() && hasRoom);
}

} // namespace holdfast::views
