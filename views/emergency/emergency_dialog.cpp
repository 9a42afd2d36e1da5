// SPDX-License-Identifier: Apache-2.0
#include "views/emergency/emergency_dialog.h"

#include "models/formats.h"
#include "models/words.h"
#include "views/emergency/code_display.h"
#include "views/emergency/print_codes.h"
#include "views/theme/icons.h"
#include "views/theme/metrics.h"
#include "views/theme/style.h"
#include "views/widgets/choice_list.h"
#include "views/widgets/clipboard.h"
#include "views/widgets/form_field.h"
#include "views/widgets/labels.h"
#include "views/widgets/message_bar.h"

#include <QComboBox>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace holdfast::views {

using contract::EmergencyCodeKind;
using contract::OnTokenReturn;
using models::EmergencyAdvice;
using models::EmergencyCodeDialogModel;
using models::Missing;
using models::Need;
namespace words = models::words;

EmergencyDialog::EmergencyDialog(const Workspace& workspace, const contract::UserCard& card, QWidget* parent)
    : Dialog(tr("Emergency code for %1").arg(words::person(card.user)),
             tr("It works online, wherever a passcode is asked for. The number keys answer the questions."),
             parent)
    , m_model(workspace.api, workspace.session, card)
    , m_pages(new QStackedWidget)
    , m_missing(new ChoiceList(EmergencyCodeDialogModel::firstQuestion(), 2))
    , m_need(new ChoiceList(EmergencyCodeDialogModel::secondQuestion(), 2))
{
    setMinimumWidth(660);
    m_pages->addWidget(buildQuestions());
    m_pages->addWidget(buildResult());
    content()->addWidget(m_pages, 1);
    connect(&m_model, &EmergencyCodeDialogModel::changed, this, &EmergencyDialog::showProposal);
    connect(&m_model, &EmergencyCodeDialogModel::stateChanged, this, &EmergencyDialog::showState);
    showProposal();
    m_missing->setFocus();
}

EmergencyDialog::~EmergencyDialog()
{
    m_model.forget();
}

void EmergencyDialog::reject()
{
    m_codes->forget();
    Dialog::reject();
}

QWidget* EmergencyDialog::buildQuestions()
{
    for (const Missing answer : {Missing::TokenNotAtHand, Missing::TokenLost, Missing::Pin,
                                 Missing::TokenAndPin, Missing::Nothing}) {
        m_missing->addChoice(static_cast<int>(answer), EmergencyCodeDialogModel::question(answer));
    }
    for (const Need answer : {Need::OneSignIn, Need::Today, Need::SeveralDays, Need::NoConnection}) {
        m_need->addChoice(static_cast<int>(answer), EmergencyCodeDialogModel::question(answer));
    }
    connect(m_missing, &ChoiceList::chosenChanged, this,
            [this](int id) { m_model.setMissing(static_cast<Missing>(id)); });
    connect(m_need, &ChoiceList::chosenChanged, this,
            [this](int id) { m_model.setNeed(static_cast<Need>(id)); });

    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::l);
    column->addWidget(m_missing);
    if (m_model.card().tokens.size() > 1) {
        m_token = new QComboBox;
        for (const contract::Token& token : m_model.card().tokens) {
            m_token->addItem(tr("%1 (%2)").arg(models::groupedSerial(token.serial), words::of(token.state)),
                             token.serial);
        }
        m_token->setCurrentIndex(std::max(0, m_token->findData(m_model.token())));
        connect(m_token, &QComboBox::activated, this,
                [this] { m_model.setToken(m_token->currentData().toString()); });
        column->addWidget(new FormField(tr("&Which token?"), m_token));
    }
    column->addWidget(m_need);
    m_proposal = buildProposal();
    column->addWidget(m_proposal);
    column->addStretch();
    return page;
}

QWidget* EmergencyDialog::buildProposal()
{
    m_heading = makeLabel({}, Type::Title);
    m_heading->setWordWrap(true);
    m_explanation = makeParagraph({}, Ink::Secondary);
    m_warning = new MessageBar;
    m_count = new QSpinBox;
    m_count->setRange(1, 50);
    m_lifetime = new QComboBox;
    m_return = new QComboBox;
    for (const auto behaviour :
         {OnTokenReturn::AcceptAndCancel, OnTokenReturn::Refuse, OnTokenReturn::AcceptAfterExpiry}) {
        m_return->addItem(words::of(behaviour), static_cast<int>(behaviour));
    }
    m_reason = new QLineEdit;
    m_reason->setMaxLength(1000);
    m_reason->setPlaceholderText(tr("INC-1234, token left at home"));

    m_use = makeParagraph(m_model.useText(), m_model.isOverQuota() ? Ink::Danger : Ink::Secondary);
    m_overrule = new QLineEdit;
    m_overrule->setMaxLength(1000);
    m_overruleField = new FormField(tr("Why the &quota does not count this time"), m_overrule,
                                    tr("Required: the policy allows no more codes within 90 days."));

    m_adjustments = new QWidget;
    auto* grid = new QGridLayout(m_adjustments);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(metrics::l);
    grid->setVerticalSpacing(metrics::m);
    m_countField = new FormField(tr("&Codes"), m_count);
    grid->addWidget(new FormField(tr("&Reason or ticket"), m_reason, tr("Required. It stays with the code.")),
                    0, 0, 1, 3);
    grid->addWidget(new FormField(tr("&Works for"), m_lifetime), 1, 0, Qt::AlignTop);
    grid->addWidget(new FormField(tr("When the &token returns"), m_return), 1, 1, Qt::AlignTop);
    grid->addWidget(m_countField, 1, 2, Qt::AlignTop);
    grid->addWidget(m_overruleField, 2, 0, 1, 3);
    m_overruleField->setVisible(m_model.mustOverrule());
    grid->setColumnStretch(0, 2);
    grid->setColumnStretch(1, 4);
    grid->setColumnStretch(2, 1);

    connect(m_count, &QSpinBox::valueChanged, this, [this](int count) {
        if (!m_showing) {
            m_model.setCount(count);
        }
    });
    connect(m_lifetime, &QComboBox::activated, this,
            [this] { m_model.setLifetimeMinutes(m_lifetime->currentData().toInt()); });
    connect(m_return, &QComboBox::activated, this, [this] {
        m_model.setOnTokenReturn(static_cast<OnTokenReturn>(m_return->currentData().toInt()));
    });
    connect(m_reason, &QLineEdit::textEdited, this, [this](const QString& text) { m_model.setReason(text); });

    connect(m_overrule, &QLineEdit::textEdited, this,
            [this](const QString& text) { m_model.setOverruleReason(text); });

    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::s);
    column->addWidget(makeLine());
    column->addWidget(m_heading);
    column->addWidget(m_explanation);
    column->addWidget(m_warning);
    column->addWidget(m_use);
    m_use->setVisible(!m_model.useText().isEmpty());
    column->addSpacing(metrics::xs);
    column->addWidget(m_adjustments);
    return box;
}

QWidget* EmergencyDialog::buildResult()
{
    m_codes = new CodeDisplay;
    m_usage = makeParagraph({});
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::m);
    column->addWidget(m_codes);
    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::s);
    auto* copy = new QPushButton(icon(QStringLiteral("copy")), tr("Copy"));
    copy->setToolTip(tr("The clipboard is cleared after a minute."));
    auto* printer = new QPushButton(icon(QStringLiteral("print")), tr("Print…"));
    m_reveal = new QPushButton(icon(QStringLiteral("eye-off")), tr("Hide"));
    row->addWidget(copy);
    row->addWidget(printer);
    m_spell = new QPushButton(tr("Spell"));
    m_spell->setCheckable(true);
    m_spell->setToolTip(tr("Shows the code in words, as it is said on the telephone"));
    connect(m_spell, &QPushButton::toggled, m_codes, &CodeDisplay::setSpelling);
    row->addWidget(m_reveal);
    row->addWidget(m_spell);
    row->addStretch();
    column->addLayout(row);
    column->addWidget(m_usage);
    column->addWidget(
        makeParagraph(tr("Shown this once: only a fingerprint is kept. If it gets lost, issue another one."),
                      Ink::Secondary));
    column->addStretch();
    connect(copy, &QPushButton::clicked, this, [this] {
        QByteArray all;
        for (const contract::Secret& code : m_model.issued().codes) {
            all += (all.isEmpty() ? "" : "\n") + code.reveal().toByteArray();
        }
        copySecret(contract::Secret(QByteArrayView(all)), this->parent());
        all.fill('\0');
        message()->showBriefly(Tone::Neutral, tr("Copied. The clipboard is cleared in a minute."));
    });
    connect(printer, &QPushButton::clicked, this, &EmergencyDialog::print);
    connect(m_reveal, &QPushButton::clicked, this, [this] { m_codes->setRevealed(!m_codes->isRevealed()); });
    connect(m_codes, &CodeDisplay::revealedChanged, this, [this](bool revealed) {
        m_reveal->setText(revealed ? tr("Hide") : tr("Show again"));
        m_reveal->setIcon(icon(revealed ? QStringLiteral("eye-off") : QStringLiteral("eye")));
    });
    return page;
}

void EmergencyDialog::showProposal()
{
    m_showing = true;
    const EmergencyAdvice& advice = m_model.advice();
    const bool answered = m_model.missing() && m_model.need();
    m_proposal->setVisible(answered);
    if (answered) {
        m_heading->setText(advice.heading);
        m_explanation->setText(advice.explanation);
        const bool issue = advice.kind == EmergencyAdvice::Kind::Issue;
        m_adjustments->setVisible(issue);
        if (!advice.warnings.isEmpty()) {
            if (advice.first) {
                m_warning->showMessage(Tone::Warning, advice.warnings.join(QLatin1Char('\n')),
                                       words::cure(*advice.first),
                                       [this] { Q_EMIT cureChosen(*m_model.advice().first); });
            } else {
                m_warning->showMessage(Tone::Warning, advice.warnings.join(QLatin1Char('\n')));
            }
            m_warning->setClosable(false);
        } else {
            m_warning->clear();
        }
        const contract::EmergencyCodeIssue& proposal = m_model.proposal();
        m_countField->setVisible(proposal.kind == EmergencyCodeKind::OneTimeSet);
        m_count->setValue(proposal.count.value_or(5));
        m_lifetime->clear();
        QList<int> choices {30, 120, 480, 1440, 2880, 4320, 7 * 1440, 14 * 1440};
        const int wanted = proposal.lifetimeMinutes.value_or(1440);
        choices.removeIf([this](int minutes) { return minutes > m_model.maxLifetimeMinutes(); });
        if (!choices.contains(wanted)) {
            choices << wanted;
            std::sort(choices.begin(), choices.end());
        }
        for (const int minutes : std::as_const(choices)) {
            m_lifetime->addItem(models::duration(std::chrono::minutes(minutes)), minutes);
        }
        m_lifetime->setCurrentIndex(static_cast<int>(choices.indexOf(wanted)));
        m_return->setCurrentIndex(m_return->findData(static_cast<int>(proposal.onTokenReturn)));
    }
    m_showing = false;
    showButton();
}

void EmergencyDialog::showButton()
{
    const EmergencyAdvice& advice = m_model.advice();
    const bool answered = m_model.missing() && m_model.need();
    if (answered && advice.kind == EmergencyAdvice::Kind::OtherAction && advice.action) {
        setPrimary(words::cure(*advice.action), [this] {
            const contract::Cure cure = *m_model.advice().action;
            accept();
            Q_EMIT cureChosen(cure);
        });
        primaryButton()->setEnabled(true);
        return;
    }
    setPrimary(tr("Issue code"), [this] { m_model.issue(); });
    const QString obstacle = m_model.obstacle();
    primaryButton()->setEnabled(obstacle.isEmpty());
    primaryButton()->setToolTip(obstacle);
}

void EmergencyDialog::showState()
{
    setBusy(m_model.state() == EmergencyCodeDialogModel::State::Issuing);
    switch (m_model.state()) {
    case EmergencyCodeDialogModel::State::Failed:
        showError(m_model.error());
        break;
    case EmergencyCodeDialogModel::State::Issued:
        message()->clear();
        setExplanation(tr("It works online, wherever a passcode is asked for."));
        m_codes->setCodes(m_model.issued().codes);
        m_usage->setText(m_model.usage() + QLatin1Char('\n')
                         + tr("Works until %1.").arg(models::absoluteTime(m_model.issued().expiresAt)));
        m_pages->setCurrentIndex(1);
        primaryButton()->hide();
        cancelButton()->setText(tr("Done"));
        cancelButton()->setFocus();
        Q_EMIT issued();
        break;
    default:
        showButton();
        break;
    }
}

// The answers have numbers: a call leaves one hand for the keyboard.
void EmergencyDialog::keyPressEvent(QKeyEvent* event)
{
    const int number = event->key() - Qt::Key_1;
    const bool asking = m_pages->currentIndex() == 0 && event->modifiers() == Qt::NoModifier && number >= 0;
    ChoiceList* question = !m_model.missing() ? m_missing : !m_model.need() ? m_need : nullptr;
    const int answers = question == m_missing ? 5 : 4;
    if (!asking || !question || number >= answers) {
        Dialog::keyPressEvent(event);
        return;
    }
    question->choose(number);
    if (m_model.missing() && m_model.need() && m_adjustments->isVisible()) {
        m_reason->setFocus();
    }
}

void EmergencyDialog::print()
{
    printCodes(m_model.card().user, m_model.issued(), m_model.usage(), this);
}

} // namespace holdfast::views
