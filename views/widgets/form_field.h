// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLabel;

namespace holdfast::views {

// Label above, editor, and below it help or the fault. The fault is tied to the editor for screen readers.
class FormField final : public QWidget
{
    Q_OBJECT
public:
    // The field takes the editor over.
    FormField(const QString& label, QWidget* editor, const QString& help = {}, QWidget* parent = nullptr);

    [[nodiscard]] QWidget* editor() const { return m_editor; }
    void setHelp(const QString& help);
    // Empty: none.
    void setFault(const QString& fault);
    [[nodiscard]] QString fault() const { return m_fault; }

private:
    void showNote();

    QLabel* m_label;
    QWidget* m_editor;
    QLabel* m_note;
    QString m_help;
    QString m_fault;
};

} // namespace holdfast::views
