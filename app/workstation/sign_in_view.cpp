// SPDX-License-Identifier: Apache-2.0
#include "app/workstation/sign_in_view.h"

#include "views/signin/password_field.h"
#include "views/theme/metrics.h"
#include "views/theme/style.h"
#include "views/widgets/form_field.h"
#include "views/widgets/labels.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace holdfast::workstation {

using views::Tone;
namespace metrics = views::metrics;

SignInView::SignInView(Laptop& laptop, QWidget* parent)
    : QWidget(parent)
    , m_laptop(laptop)
    , m_name(new QLineEdit)
    , m_words(new WordsColumn)
    , m_question(new QWidget)
    , m_prompt(views::makeLabel({}, views::Type::Strong))
    , m_answer(new views::PasswordField)
    , m_button(new QPushButton)
    , m_cancel(new QPushButton(tr("Cancel")))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::m);
    column->addWidget(new views::FormField(tr("&Name"), m_name));
    column->addWidget(m_words);
    auto* question = new QVBoxLayout(m_question);
    question->setContentsMargins(0, 0, 0, 0);
    question->setSpacing(metrics::xs);
    m_prompt->setWordWrap(true);
    m_prompt->setBuddy(m_answer);
    question->addWidget(m_prompt);
    question->addWidget(m_answer);
    column->addWidget(m_question);
    column->addSpacing(metrics::xs);
    column->addWidget(m_button);
    column->addWidget(m_cancel);
    views::setButtonRole(m_button, views::ButtonRole::Primary);
    views::setButtonRole(m_cancel, views::ButtonRole::Quiet);

    connect(m_name, &QLineEdit::returnPressed, this, &SignInView::submit);
    connect(m_name, &QLineEdit::textChanged, this, &SignInView::showState);
    connect(m_answer, &QLineEdit::returnPressed, this, &SignInView::submit);
    connect(m_answer, &QLineEdit::textChanged, this, &SignInView::showState);
    connect(m_button, &QPushButton::clicked, this, &SignInView::submit);
    connect(m_cancel, &QPushButton::clicked, this, &SignInView::giveUp);
    Prompt& prompt = m_laptop.prompt();
    connect(&prompt, &Prompt::asked, this, &SignInView::ask);
    connect(&prompt, &Prompt::told, this, [this](const QString& text) { m_words->add(Tone::Accent, text); });
    connect(&prompt, &Prompt::warned, this,
            [this](const QString& text) { m_words->add(Tone::Warning, text); });
    connect(&m_laptop, &Laptop::signInEnded, this, &SignInView::endSignIn);
    showState();
}

void SignInView::setName(const QString& name)
{
    if (!m_running && name != m_name->text()) {
        m_name->setText(name);
        m_words->clear();
    }
}

void SignInView::startAnew()
{
    if (!m_running) {
        m_words->clear();
    }
}

QString SignInView::name() const
{
    return m_name->text().trimmed();
}

const QList<WordsColumn::Entry>& SignInView::words() const
{
    return m_words->entries();
}

void SignInView::focusFirst()
{
    (m_name->text().isEmpty() ? m_name : static_cast<QWidget*>(m_button))->setFocus();
}

void SignInView::typeIn(const contract::Secret& text)
{
    if (m_asked) {
        m_answer->setText(QString::fromUtf8(text.reveal()));
        m_answer->setFocus();
        return;
    }
    m_typed = text;
    begin();
}

void SignInView::begin()
{
    if (m_running || name().isEmpty()) {
        return;
    }
    m_running = true;
    m_words->clear();
    m_laptop.signIn(name());
    showState();
}

void SignInView::submit()
{
    if (!m_running) {
        begin();
    } else if (m_asked && !m_answer->text().isEmpty()) {
        m_asked = false;
        m_laptop.prompt().answer(m_answer->take());
        showState();
    }
}

void SignInView::giveUp()
{
    m_typed.reset();
    if (std::exchange(m_asked, false)) {
        m_answer->clear();
        m_laptop.prompt().giveUp();
        showState();
    }
}

void SignInView::ask(const QString& prompt, bool hidden)
{
    QString question = prompt.trimmed();
    if (question.endsWith(QLatin1Char(':'))) {
        question.chop(1);
    }
    m_prompt->setText(question);
    m_answer->setAccessibleName(question);
    m_answer->clear();
    m_answer->setEchoMode(hidden ? QLineEdit::Password : QLineEdit::Normal);
    m_asked = true;
    if (const auto typed = std::exchange(m_typed, std::nullopt)) {
        m_answer->setText(QString::fromUtf8(typed->reveal()));
    }
    showState();
    m_answer->setFocus();
}

void SignInView::endSignIn(agent::LogonOutcome outcome)
{
    m_running = false;
    m_asked = false;
    m_typed.reset();
    m_answer->clear();
    if (outcome == agent::LogonOutcome::Cancelled) {
        m_words->clear();
    }
    showState();
    focusFirst();
}

void SignInView::showState()
{
    m_name->setEnabled(!m_running);
    m_question->setVisible(m_asked);
    m_cancel->setVisible(m_running);
    m_cancel->setEnabled(m_asked);
    m_button->setText(m_asked ? tr("Sign in") : m_running ? tr("One moment…") : tr("Continue"));
    m_button->setEnabled(m_asked ? !m_answer->text().isEmpty() : !m_running && !name().isEmpty());
}

} // namespace holdfast::workstation
