// SPDX-License-Identifier: Apache-2.0
#include "app/workstation/enrol_view.h"

#include "app/workstation/words_column.h"
#include "views/theme/metrics.h"
#include "views/theme/style.h"
#include "views/widgets/form_field.h"
#include "views/widgets/labels.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>

namespace holdfast::workstation {

namespace metrics = views::metrics;

EnrolView::EnrolView(Laptop& laptop, QWidget* parent)
    : QWidget(parent)
    , m_laptop(laptop)
    , m_words(new WordsColumn)
    , m_code(new QLineEdit)
    , m_field(new views::FormField(tr("Enrolment &code"), m_code))
    , m_button(new QPushButton(tr("Enrol this computer")))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::m);
    column->addWidget(views::makeLabel(tr("Not enrolled yet"), views::Type::Title));
    column->addWidget(views::makeParagraph(
        tr("The service does not know this computer. Until it does, nobody can sign in here."),
        views::Ink::Secondary));
    auto* steps = new QGridLayout;
    steps->setHorizontalSpacing(metrics::s);
    steps->setVerticalSpacing(metrics::xs);
    steps->setColumnStretch(1, 1);
    const QStringList words {tr("In the console, open Workstations and press Enrol a workstation."),
                             tr("Choose the security domain /Laptops and make a code."),
                             tr("Type the code here.")};
    for (int i = 0; i < words.size(); ++i) {
        steps->addWidget(views::makeLabel(QString::number(i + 1), views::Type::Strong), i, 0, Qt::AlignTop);
        steps->addWidget(views::makeParagraph(words.at(i)), i, 1);
    }
    column->addLayout(steps);
    column->addWidget(m_words);
    column->addWidget(m_field);
    column->addSpacing(metrics::xs);
    column->addWidget(m_button);
    m_code->setFont(views::typeFont(views::Type::Mono, font()));
    m_code->setPlaceholderText(QStringLiteral("XXXX-XXXX-XXXX-XXXX"));
    views::setButtonRole(m_button, views::ButtonRole::Primary);
    m_button->setEnabled(false);
    connect(m_code, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_field->setFault({});
        m_button->setEnabled(!text.trimmed().isEmpty());
    });
    connect(m_code, &QLineEdit::returnPressed, this, &EnrolView::submit);
    connect(m_button, &QPushButton::clicked, this, &EnrolView::submit);
    connect(&m_laptop, &Laptop::enrolmentEnded, this, &EnrolView::enrolmentEnded);
}

void EnrolView::setReason(const QString& text)
{
    m_words->clear();
    if (!text.isEmpty()) {
        m_words->add(views::Tone::Warning, text);
    }
}

void EnrolView::focusFirst()
{
    m_code->setFocus();
}

void EnrolView::submit()
{
    if (!m_code->text().trimmed().isEmpty()) {
        enrolWith(contract::Secret(m_code->text()));
    }
}

void EnrolView::enrolWith(const contract::Secret& code)
{
    setEnabled(false);
    m_laptop.enrol(code);
}

void EnrolView::enrolmentEnded(const QString& fault)
{
    setEnabled(true);
    if (fault.isEmpty()) {
        m_code->clear();
    }
    m_field->setFault(fault);
    if (!fault.isEmpty()) {
        m_code->setFocus();
    }
}

} // namespace holdfast::workstation
