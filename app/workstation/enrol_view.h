// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/workstation/laptop.h"

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace holdfast::views {
class FormField;
}

namespace holdfast::workstation {

class WordsColumn;

// For a computer that is not enrolled: what to do in the console, and a line for the code.
class EnrolView final : public QWidget
{
    Q_OBJECT
public:
    explicit EnrolView(Laptop& laptop, QWidget* parent = nullptr);

    void enrolWith(const contract::Secret& code);
    void setReason(const QString& text);
    void focusFirst();

private:
    void submit();
    void enrolmentEnded(const QString& fault);

    Laptop& m_laptop;
    WordsColumn* m_words;
    QLineEdit* m_code;
    views::FormField* m_field;
    QPushButton* m_button;
};

} // namespace holdfast::workstation
