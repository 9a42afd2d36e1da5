// SPDX-License-Identifier: Apache-2.0
#include "views/signin/first_run_page.h"

#include "models/words.h"
#include "views/signin/password_field.h"
#include "views/theme/metrics.h"
#include "views/theme/style.h"
#include "views/widgets/form_field.h"
#include "views/widgets/message_bar.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace holdfast::views {

FirstRunPage::FirstRunPage(QWidget* parent)
    : EntryPage(
        tr("Welcome to Holdfast"),
        tr("This service is new. Say who its first administrator is; everything can be changed later."),
        parent)
    , m_message(new MessageBar)
    , m_nameEdit(new QLineEdit)
    , m_shownEdit(new QLineEdit)
    , m_mailEdit(new QLineEdit)
    , m_organisationEdit(new QLineEdit)
    , m_passwordEdit(new PasswordField)
    , m_name(new FormField(tr("&Logon name"), m_nameEdit))
    , m_shown(new FormField(tr("&Your name"), m_shownEdit))
    , m_mail(new FormField(tr("&E-mail"), m_mailEdit))
    , m_organisation(new FormField(tr("&Organisation"), m_organisationEdit))
    , m_password(new FormField(tr("&Password"), m_passwordEdit))
    , m_button(new QPushButton(tr("Begin")))
{
    m_nameEdit->setText(qEnvironmentVariable("USER"));
    m_shownEdit->setPlaceholderText(tr("Optional"));
    m_mailEdit->setPlaceholderText(tr("Optional"));
    m_organisationEdit->setPlaceholderText(tr("Optional; shown beside the program's name"));
    m_passwordEdit->setPlaceholderText(tr("Optional"));
    column()->addWidget(m_message);
    for (FormField* field : {m_name, m_shown, m_mail, m_organisation, m_password}) {
        column()->addWidget(field);
    }
    column()->addSpacing(metrics::xs);
    column()->addWidget(m_button);
    setButtonRole(m_button, ButtonRole::Primary);
    for (QLineEdit* edit : std::initializer_list<QLineEdit*> {m_nameEdit, m_shownEdit, m_mailEdit,
                                                              m_organisationEdit, m_passwordEdit}) {
        connect(edit, &QLineEdit::returnPressed, this, &FirstRunPage::submit);
    }
    connect(m_button, &QPushButton::clicked, this, &FirstRunPage::submit);
    connect(m_passwordEdit, &QLineEdit::textChanged, this, &FirstRunPage::showStrength);
    showStrength();
}

void FirstRunPage::focusFirst()
{
    m_nameEdit->setFocus();
    m_nameEdit->selectAll();
}

void FirstRunPage::showStrength()
{
    const Strength strength = strengthOf(m_passwordEdit->secret());
    m_password->setFault({});
    m_password->setHelp(strength.words.isEmpty()
                            ? tr("Only for signing in from another machine. Without one, only this "
                                 "desktop signs in.")
                            : strength.words);
}

void FirstRunPage::setBusy(bool busy)
{
    for (QWidget* widget :
         std::initializer_list<QWidget*> {m_name, m_shown, m_mail, m_organisation, m_password, m_button}) {
        widget->setEnabled(!busy);
    }
}

void FirstRunPage::showError(const contract::Error& error)
{
    setBusy(false);
    bool placed = false;
    const std::array fields {std::pair {"name", m_name}, std::pair {"displayName", m_shown},
                             std::pair {"email", m_mail}, std::pair {"organisation", m_organisation},
                             std::pair {"password", m_password}};
    for (const contract::FieldError& fault : error.fields) {
        for (const auto& [wireName, field] : fields) {
            if (fault.path == QLatin1String(wireName)) {
                field->setFault(models::words::fieldProblem(fault));
                field->editor()->setFocus();
                placed = true;
            }
        }
    }
    if (!placed) {
        m_message->showMessage(Tone::Danger, models::words::problem(error));
    }
}

void FirstRunPage::submit()
{
    m_message->clear();
    for (FormField* field : {m_name, m_shown, m_mail, m_organisation}) {
        field->setFault({});
    }
    contract::FirstRun owner;
    owner.name = m_nameEdit->text().trimmed();
    if (owner.name.isEmpty()) {
        m_name->setFault(tr("Type the name that you will sign in with."));
        m_nameEdit->setFocus();
        return;
    }
    const auto given = [](const QLineEdit* edit) {
        const QString text = edit->text().trimmed();
        return text.isEmpty() ? std::nullopt : std::optional(text);
    };
    owner.displayName = given(m_shownEdit);
    owner.email = given(m_mailEdit);
    owner.organisation = given(m_organisationEdit);
    if (!m_passwordEdit->text().isEmpty()) {
        owner.password = m_passwordEdit->secret();
        if (const Strength strength = strengthOf(*owner.password); strength.score == 0) {
            m_password->setFault(strength.words);
            m_passwordEdit->setFocus();
            return;
        }
    }
    setBusy(true);
    Q_EMIT submitted(owner);
}

} // namespace holdfast::views
