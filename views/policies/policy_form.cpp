// SPDX-License-Identifier: Apache-2.0
#include "views/policies/policy_form.h"

#include "models/words.h"
#include "views/policies/duration_edit.h"
#include "views/theme/metrics.h"
#include "views/widgets/form_field.h"
#include "views/widgets/labels.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>
#include <QVBoxLayout>

namespace holdfast::views {

using contract::LockoutPolicy;
using contract::OfflinePolicy;
using contract::PolicyType;
using contract::TokenPolicy;

PolicyForm::PolicyForm(models::PolicyEditModel& model, PolicyType type, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(metrics::xl);
    m_grid->setVerticalSpacing(metrics::m);
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, 1);
    switch (type) {
    case PolicyType::Lockout:
        fillLockout();
        break;
    case PolicyType::Token:
        fillToken();
        break;
    case PolicyType::Offline:
        fillOffline();
        break;
    }
}

void PolicyForm::showPolicy()
{
    m_showing = true;
    for (const auto& show : std::as_const(m_show)) {
        show();
    }
    for (const auto& [wireName, field] : std::as_const(m_fields)) {
        field->setFault(m_model.fieldProblem(wireName));
    }
    m_showing = false;
}

void PolicyForm::setReadOnly(bool readOnly)
{
    setEnabled(!readOnly);
}

void PolicyForm::addHeading(const QString& text)
{
    if (m_column != 0) {
        ++m_row;
        m_column = 0;
    }
    QLabel* label = makeLabel(text, Type::Title);
    label->setContentsMargins(0, m_row == 0 ? 0 : metrics::s, 0, 0);
    m_grid->addWidget(label, m_row++, 0, 1, 2);
}

void PolicyForm::place(FormField* field, const QString& wireName, bool wide)
{
    m_fields.append({wireName, field});
    if (wide && m_column != 0) {
        ++m_row;
        m_column = 0;
    }
    m_grid->addWidget(field, m_row, m_column, 1, wide ? 2 : 1, Qt::AlignTop);
    m_column = wide ? 0 : 1 - m_column;
    if (m_column == 0) {
        ++m_row;
    }
}

template <class T>
void PolicyForm::addText(QString T::*member, const char* wireName, const QString& label, const QString& help,
                         const QString& example)
{
    auto* edit = new QLineEdit;
    edit->setPlaceholderText(example);
    connect(edit, &QLineEdit::textEdited, this, [this, member](const QString& text) {
        m_model.edit<T>([&](T& policy) { policy.*member = text; });
    });
    m_show.append([this, edit, member] {
        if (const T* policy = std::get_if<T>(&m_model.policy()); policy && edit->text() != policy->*member) {
            edit->setText(policy->*member);
        }
    });
    place(new FormField(label, edit, help), QString::fromLatin1(wireName), true);
}

template <class T>
void PolicyForm::addWords(QStringList T::*member, const char* wireName, const QString& label,
                          const QString& help)
{
    static const QRegularExpression space(QStringLiteral("\\s+"));
    auto* edit = new QPlainTextEdit;
    edit->setTabChangesFocus(true);
    edit->setFixedHeight(edit->fontMetrics().lineSpacing() * 5 + 2 * metrics::s);
    connect(edit, &QPlainTextEdit::textChanged, this, [this, edit, member] {
        if (!m_showing) {
            m_model.edit<T>(
                [&](T& policy) { policy.*member = edit->toPlainText().split(space, Qt::SkipEmptyParts); });
        }
    });
    m_show.append([this, edit, member] {
        const T* policy = std::get_if<T>(&m_model.policy());
        if (policy && edit->toPlainText().split(space, Qt::SkipEmptyParts) != policy->*member) {
            edit->setPlainText((policy->*member).join(QLatin1Char('\n')));
        }
    });
    place(new FormField(label, edit, help), QString::fromLatin1(wireName), true);
}

template <class T>
void PolicyForm::addNumber(int T::*member, const char* wireName, const QString& label, const QString& unit,
                           const QString& help)
{
    auto* edit = new QSpinBox;
    const auto [minimum, maximum] = m_model.range(QString::fromLatin1(wireName));
    edit->setRange(minimum, maximum);
    if (!unit.isEmpty()) {
        edit->setSuffix(QLatin1Char(' ') + unit);
    }
    connect(edit, &QSpinBox::valueChanged, this, [this, member](int value) {
        if (!m_showing) {
            m_model.edit<T>([&](T& policy) { policy.*member = value; });
        }
    });
    m_show.append([this, edit, member, wireName] {
        if (const T* policy = std::get_if<T>(&m_model.policy())) {
            const auto [low, high] = m_model.range(QString::fromLatin1(wireName));
            edit->setRange(low, high);
            edit->setValue(policy->*member);
        }
    });
    place(new FormField(label, edit, help), QString::fromLatin1(wireName));
}

template <class T>
void PolicyForm::addDuration(int T::*member, const char* wireName, const QString& label, int secondsEach,
                             const QString& help)
{
    // Every length of time in a policy is at least a minute and at most a year.
    auto* edit = new DurationEdit(60, 365 * 86400);
    connect(edit, &DurationEdit::secondsChanged, this, [this, member, secondsEach](int seconds) {
        if (!m_showing) {
            m_model.edit<T>([&](T& policy) { policy.*member = seconds / secondsEach; });
        }
    });
    m_show.append([this, edit, member, secondsEach] {
        if (const T* policy = std::get_if<T>(&m_model.policy())) {
            edit->setSeconds(policy->*member * secondsEach);
        }
    });
    place(new FormField(label, edit, help), QString::fromLatin1(wireName));
}

template <class T>
void PolicyForm::addSwitch(bool T::*member, const char* wireName, const QString& label, const QString& help)
{
    auto* box = new QCheckBox(label);
    connect(box, &QCheckBox::toggled, this, [this, member](bool on) {
        if (!m_showing) {
            m_model.edit<T>([&](T& policy) { policy.*member = on; });
        }
    });
    m_show.append([this, box, member] {
        if (const T* policy = std::get_if<T>(&m_model.policy())) {
            box->setChecked(policy->*member);
        }
    });
    place(new FormField({}, box, help), QString::fromLatin1(wireName), true);
}

template <class T, class E>
void PolicyForm::addChoice(E T::*member, const char* wireName, const QString& label, const QString& help)
{
    auto* box = new QComboBox;
    for (const auto& [value, name] : contract::EnumNames<E>::names) {
        box->addItem(models::words::of(value), static_cast<int>(value));
    }
    connect(box, &QComboBox::activated, this, [this, box, member] {
        m_model.edit<T>([&](T& policy) { policy.*member = static_cast<E>(box->currentData().toInt()); });
    });
    m_show.append([this, box, member] {
        if (const T* policy = std::get_if<T>(&m_model.policy())) {
            box->setCurrentIndex(box->findData(static_cast<int>(policy->*member)));
        }
    });
    place(new FormField(label, box, help), QString::fromLatin1(wireName));
}

void PolicyForm::addButton(const QString& text, const std::function<void()>& clicked)
{
    auto* button = new QPushButton(text);
    connect(button, &QPushButton::clicked, this, clicked);
    if (m_column != 0) {
        ++m_row;
        m_column = 0;
    }
    m_grid->addWidget(button, m_row++, 0, Qt::AlignLeft);
}

void PolicyForm::fillLockout()
{
    using P = LockoutPolicy;
    addText<P>(&P::name, "name", tr("&Name"));
    addSwitch<P>(&P::enabled, "enabled", tr("Lock accounts after wrong codes"),
                 tr("Without a lock, codes can be guessed for as long as somebody likes."));
    addNumber<P>(&P::maxFailures, "maxFailures", tr("&Wrong codes in a row"), {},
                 tr("So many lock the account. A good code starts the count anew."));
    addDuration<P>(&P::windowSeconds, "windowSeconds", tr("&Counted within"), 1,
                   tr("Older failures are forgotten."));
    addChoice<P>(&P::unlockBy, "unlockBy", tr("&Unlocked by"));
    addDuration<P>(&P::unlockAfterSeconds, "unlockAfterSeconds", tr("Unlocked &after"), 1,
                   tr("Counts only where time unlocks."));
    addText<P>(&P::notes, "notes", tr("N&otes"));
}

void PolicyForm::fillToken()
{
    using P = TokenPolicy;
    addText<P>(&P::name, "name", tr("&Name"));
    addHeading(tr("PIN"));
    addNumber<P>(&P::pinMinLength, "pinMinLength", tr("&Shortest PIN"), tr("characters"));
    addNumber<P>(&P::pinMaxLength, "pinMaxLength", tr("&Longest PIN"), tr("characters"));
    addChoice<P>(&P::pinCharacters, "pinCharacters", tr("Made &of"),
                 tr("PINs of software tokens are digits in any case."));
    addChoice<P>(&P::pinChoice, "pinChoice", tr("&Made up"),
                 tr("A PIN made up by the service is shown once, at the logon that asks for it."));
    addNumber<P>(&P::pinMaxDays, "pinMaxDays", tr("Must be &changed after"), tr("days"), tr("0: never."));
    addNumber<P>(&P::pinHistory, "pinHistory", tr("&Earlier PINs refused"), {},
                 tr("The present one is refused in any case."));
    addSwitch<P>(&P::refuseTrivialPins, "refuseTrivialPins",
                 tr("Refuse 1111, 1234, 4321, 1212 and the like"));
    addWords<P>(&P::pinExcludedWords, "pinExcludedWords", tr("E&xcluded words and numbers"),
                tr("One a line, such as the company's name or its telephone number. No PIN may hold one of "
                   "them, forwards or backwards. PINs that were chosen before stay."));
    addHeading(tr("Tokencodes"));
    addNumber<P>(&P::nextTokencodeAfter, "nextTokencodeAfter", tr("Ask for the next code after"),
                 tr("wrong codes"), tr("Whoever guessed right once must be right twice. 0: never."));
    addNumber<P>(&P::acceptedSteps, "acceptedSteps", tr("Accepted at once within"), tr("steps"),
                 tr("To either side of the token's own clock."));
    addNumber<P>(&P::nextTokencodeSteps, "nextTokencodeSteps", tr("Accepted with the next code within"),
                 tr("steps"));
    addNumber<P>(&P::counterLookAhead, "counterLookAhead", tr("Counter tokens look ahead"), tr("codes"));
    addHeading(tr("Emergency codes"));
    addDuration<P>(&P::emergencyCodeMinutes, "emergencyCodeMinutes", tr("&Proposed life"), 60);
    addDuration<P>(&P::emergencyCodeMaxMinutes, "emergencyCodeMaxMinutes",
                   tr("Longest life that may be &given"), 60);
    addNumber<P>(&P::emergencyCodesPerQuarter, "emergencyCodesPerQuarter", tr("Usual within 90 days"),
                 tr("times"), tr("For one person. More is warned of. 0: no quota."));
    addSwitch<P>(&P::refuseOverQuota, "refuseOverQuota", tr("Refuse more than that"),
                 tr("Somebody whose role may overrule the quota can still issue codes, with a reason."));
    addHeading(tr("Verifying callers"));
    addSwitch<P>(
        &P::verifyCallers, "verifyCallers", tr("Give nothing out before the caller is verified"),
        tr("A token's code is worth 100 points, a call back 50, a manager's word 50, questions up to 60."));
    addButton(tr("Use the strict preset"),
              [this] { m_model.edit<P>([](P& policy) { contract::demandStrictVerification(policy); }); });
    addSwitch<P>(&P::verifyToUnlock, "verifyToUnlock", tr("Before an account is unlocked, too"));
    addNumber<P>(&P::verifyPinPoints, "verifyPinPoints", tr("To clear a PIN or mark a token found"),
                 tr("points"));
    addNumber<P>(&P::verifyCodePoints, "verifyCodePoints", tr("To issue codes or give out a token"),
                 tr("points"));
    addNumber<P>(&P::verifyAdministratorPoints, "verifyAdministratorPoints",
                 tr("More on an administrator's account"), tr("points"),
                 tr("Twice as many on a Super Administrator's."));
    addNumber<P>(&P::verificationMinutes, "verificationMinutes", tr("A caller stays verified for"),
                 tr("minutes"));
    addSwitch<P>(&P::verifySecondPerson, "verifySecondPerson",
                 tr("On an administrator's account a second administrator must approve"));
    addText<P>(&P::notes, "notes", tr("No&tes"));
}

void PolicyForm::fillOffline()
{
    using P = OfflinePolicy;
    addText<P>(&P::name, "name", tr("&Name"));
    addSwitch<P>(&P::enabled, "enabled", tr("Let people log on to a workstation without a network"));
    // What decides who gets days at all, with its table, before how many there are.
    addNumber<P>(&P::minimumPasscodeLength, "minimumPasscodeLength", tr("&Shortest passcode"),
                 tr("characters"), tr("Counts what is typed: PIN and tokencode together."));
    addHeading(tr("Also taken, although weaker"));
    addSwitch<P>(&P::allowPinpadOrSoftware, "allowPinpadOrSoftware",
                 tr("Passcodes mixed by an app, which are shorter"));
    addSwitch<P>(&P::allowPinless, "allowPinless", tr("Tokens without a PIN"));
    addSwitch<P>(&P::allowFixedPasscode, "allowFixedPasscode", tr("Fixed passcodes"));
    m_verdictPlace = new QVBoxLayout;
    m_grid->addLayout(m_verdictPlace, m_row++, 0, 1, 2);
    addHeading(tr("Days and tries"));
    addNumber<P>(&P::offlineDays, "offlineDays", tr("&Days granted at each contact"), tr("days"));
    addNumber<P>(&P::warnDays, "warnDays", tr("&Warn when so many are left"), tr("days"));
    addNumber<P>(&P::logonsPerDay, "logonsPerDay", tr("Codes of tokens that count, for each da&y"), {},
                 tr("Granted for each offline day, and a fifth more. Tokens that show the time need none."));
    addNumber<P>(&P::maxFailures, "maxFailures", tr("Wrong &passcodes offline"), {},
                 tr("After so many only an emergency passcode or an online logon is taken."));
    addHeading(tr("Emergency codes on the workstation"));
    addSwitch<P>(&P::emergencyTokencodes, "emergencyTokencodes", tr("Keep one that replaces the tokencode"));
    addSwitch<P>(&P::emergencyPasscodes, "emergencyPasscodes",
                 tr("Keep one that replaces PIN and tokencode"));
    addSwitch<P>(&P::emergencyCodeLetters, "emergencyCodeLetters", tr("Letters as well as digits"));
    addNumber<P>(&P::emergencyCodeDays, "emergencyCodeDays", tr("&Life"), tr("days"));
    addSwitch<P>(&P::allowChallenges, "allowChallenges",
                 tr("The help desk may answer challenges by telephone"));
    addSwitch<P>(&P::uploadEvents, "uploadEvents", tr("Report offline logons at the next contact"));
    addText<P>(
        &P::helpText, "helpText", tr("Whom to as&k"),
        tr("Told at the workstation where somebody is refused. A new text comes with the next renewal."),
        tr("Help desk, extension 4711"));
    addText<P>(&P::notes, "notes", tr("No&tes"));
}

} // namespace holdfast::views
