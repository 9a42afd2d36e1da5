// SPDX-License-Identifier: Apache-2.0
#include "views/users/offline_code_dialog.h"

#include "models/formats.h"
#include "models/words.h"
#include "services/client/api_client.h"
#include "views/emergency/code_display.h"
#include "views/theme/icons.h"
#include "views/theme/metrics.h"
#include "views/theme/style.h"
#include "views/widgets/clipboard.h"
#include "views/widgets/form_field.h"
#include "views/widgets/labels.h"
#include "views/widgets/message_bar.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace holdfast::views {

using contract::CodeReplaces;
using models::ReadableCode;
namespace words = models::words;

OfflineCodeDialog::OfflineCodeDialog(const Workspace& workspace, const contract::UserCard& card,
                                     QWidget* parent)
    : Dialog(tr("Offline emergency code for %1").arg(words::person(card.user)),
             tr("The workstation already has this code; it works there without a network. It can be read out "
                "once."),
             parent)
    , m_workspace(workspace)
    , m_card(card)
    , m_pages(new QStackedWidget)
    , m_where(new QComboBox)
    , m_reason(new QLineEdit)
    , m_nothing(new MessageBar)
    , m_challenge(new QPushButton(tr("1   Answer a challenge…")))
    , m_question(makeLabel(tr("What is missing?"), Type::Strong))
{
    setMinimumWidth(600);
    m_pages->addWidget(buildQuestions());
    content()->addWidget(m_pages, 1);
    showWays();
}

OfflineCodeDialog::~OfflineCodeDialog() = default;

void OfflineCodeDialog::reject()
{
    if (m_code) {
        m_code->forget();
    }
    m_secret = {};
    Dialog::reject();
}

QWidget* OfflineCodeDialog::buildQuestions()
{
    const auto now = m_workspace.clock.now();
    for (const CodeReplaces replaces : {CodeReplaces::Tokencode, CodeReplaces::Passcode}) {
        for (const ReadableCode& code : models::readableCodes(m_card, replaces, now)) {
            if (m_where->findData(code.workstationId) < 0) {
                m_where->addItem(code.workstation, code.workstationId);
            }
        }
    }
    m_reason->setMaxLength(1000);
    m_reason->setPlaceholderText(tr("INC-1234, at a customer's"));
    m_nothing->setClosable(false);

    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::m);
    column->addWidget(m_nothing);
    column->addWidget(m_challenge, 0, Qt::AlignLeading);
    m_whereField = new FormField(tr("&Where does the caller sit?"), m_where);
    column->addWidget(m_whereField);
    auto* reason = new FormField(tr("&Reason or ticket"), m_reason,
                                 tr("If left empty, the event says what was missing."));
    addField(QStringLiteral("reason"), reason);
    m_reasonField = reason;
    column->addWidget(reason);
    column->addWidget(m_question);
    column->addWidget(addWay(CodeReplaces::Tokencode, tr("1   The token: lost, or not at hand")));
    column->addWidget(addWay(CodeReplaces::Passcode, tr("2   The PIN: forgotten, or token and PIN")));
    column->addStretch();
    connect(m_where, &QComboBox::currentIndexChanged, this, &OfflineCodeDialog::showWays);
    connect(m_challenge, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT challengeChosen();
    });
    return page;
}

QWidget* OfflineCodeDialog::addWay(CodeReplaces replaces, const QString& text)
{
    Way way {
        .replaces = replaces, .button = new QPushButton(text), .note = makeParagraph({}, Ink::Secondary)};
    way.button->setMinimumHeight(metrics::controlHeight + metrics::s);
    connect(way.button, &QPushButton::clicked, this, [this, replaces] { submit(replaces); });
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::xs);
    column->addWidget(way.button);
    column->addWidget(way.note);
    way.box = box;
    m_ways.append(way);
    return box;
}

QWidget* OfflineCodeDialog::buildResult()
{
    m_code = new CodeDisplay;
    m_code->setCodeName(tr("Offline emergency code"));
    m_code->setSpelling(true);
    m_usage = makeParagraph({});
    m_headline = makeLabel({}, Type::Title);
    m_headline->setWordWrap(true);
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::m);
    column->addWidget(m_headline);
    column->addWidget(m_code);
    column->addLayout(buildHandling());
    column->addWidget(m_usage);
    column->addStretch();
    return page;
}

// As where an ordinary emergency code is shown.
QLayout* OfflineCodeDialog::buildHandling()
{
    auto* copy = new QPushButton(icon(QStringLiteral("copy")), tr("Copy"));
    copy->setToolTip(tr("The clipboard is cleared after a minute."));
    connect(copy, &QPushButton::clicked, this, [this] {
        copySecret(m_secret, this->parent());
        message()->showBriefly(Tone::Neutral, tr("Copied. The clipboard is cleared in a minute."));
    });
    auto* hide = new QPushButton(icon(QStringLiteral("eye-off")), tr("Hide"));
    connect(hide, &QPushButton::clicked, this, [this] { m_code->setRevealed(!m_code->isRevealed()); });
    connect(m_code, &CodeDisplay::revealedChanged, hide, [hide](bool revealed) {
        hide->setText(revealed ? tr("Hide") : tr("Show again"));
        hide->setIcon(icon(revealed ? QStringLiteral("eye-off") : QStringLiteral("eye")));
    });
    auto* spell = new QPushButton(tr("Spell"));
    spell->setCheckable(true);
    spell->setChecked(true);
    spell->setToolTip(tr("Shows the code in words, as it is said on the telephone"));
    connect(spell, &QPushButton::toggled, m_code, &CodeDisplay::setSpelling);
    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::s);
    row->addWidget(copy);
    row->addWidget(hide);
    row->addWidget(spell);
    row->addStretch();
    return row;
}

std::optional<ReadableCode> OfflineCodeDialog::chosen(CodeReplaces replaces) const
{
    const QString where = m_where->currentData().toString();
    const auto codes = models::readableCodes(m_card, replaces, m_workspace.clock.now());
    const auto found = std::find_if(codes.begin(), codes.end(),
                                    [&](const ReadableCode& code) { return code.workstationId == where; });
    return found == codes.end() ? std::nullopt : std::optional(*found);
}

void OfflineCodeDialog::showWays()
{
    const auto now = m_workspace.clock.now();
    const bool any = m_where->count() > 0;
    m_whereField->setVisible(any);
    m_reasonField->setVisible(any);
    m_question->setVisible(any);
    if (!any) {
        setExplanation({});
    }
    m_challenge->hide();
    m_nothing->clear();
    bool focused = false;
    for (Way& way : m_ways) {
        const auto code = chosen(way.replaces);
        way.box->setVisible(any);
        way.advice.clear();
        way.button->setEnabled(code.has_value());
        if (code) {
            way.note->setText(way.replaces == CodeReplaces::Tokencode
                                  ? tr("A code to be typed after the PIN. Works until %1.")
                                        .arg(models::endTime(code->expiresAt))
                                  : tr("A code to be typed alone, in place of both. Works until %1.")
                                        .arg(models::endTime(code->expiresAt)));
            if (!focused) {
                way.button->setFocus();
                focused = true;
            }
            continue;
        }
        const models::OfflineCodeAdvice advice = models::offlineCodeAdvice(m_card, way.replaces, now);
        way.advice = advice.why + QLatin1Char(' ') + advice.instead;
        way.note->setText(any ? way.advice : QString());
        if (!any && way.replaces == CodeReplaces::Tokencode) {
            showAdvice(advice);
        }
    }
}

void OfflineCodeDialog::showAdvice(const models::OfflineCodeAdvice& advice)
{
    const QString text = advice.why + QLatin1Char('\n') + advice.instead;
    if (advice.first) {
        m_nothing->showMessage(Tone::Warning, text, words::cure(*advice.first), [this, cure = *advice.first] {
            accept();
            Q_EMIT cureChosen(cure);
        });
    } else {
        m_nothing->showMessage(Tone::Warning, text);
    }
    m_challenge->setVisible(advice.challenge);
    cancelButton()->setText(tr("Close"));
    (advice.challenge ? m_challenge : cancelButton())->setFocus();
}

QString OfflineCodeDialog::usage() const
{
    return m_usage ? m_usage->text() : QString();
}

QString OfflineCodeDialog::advice(CodeReplaces replaces) const
{
    for (const Way& way : m_ways) {
        if (way.replaces == replaces) {
            return way.advice;
        }
    }
    return {};
}

QPushButton* OfflineCodeDialog::button(CodeReplaces replaces) const
{
    for (const Way& way : m_ways) {
        if (way.replaces == replaces) {
            return way.button;
        }
    }
    return nullptr;
}

void OfflineCodeDialog::submit(CodeReplaces replaces)
{
    const auto code = chosen(replaces);
    if (!code || isBusy()) {
        return;
    }
    QString reason = m_reason->text().trimmed();
    if (reason.isEmpty()) {
        reason = replaces == CodeReplaces::Tokencode ? tr("Token lost or not at hand") : tr("PIN forgotten");
    }
    run(m_workspace.api.readOfflineCode(code->setId, {.replaces = replaces, .reason = reason}),
        [this, code = *code](const contract::OfflineEmergencyReading& reading) { showCode(reading, code); });
}

void OfflineCodeDialog::showCode(const contract::OfflineEmergencyReading& reading, const ReadableCode& code)
{
    m_pages->addWidget(buildResult());
    m_secret = reading.code;
    m_code->setCodes({reading.code});
    setExplanation({});
    const bool withPin = reading.replaces == CodeReplaces::Tokencode;
    m_headline->setText(withPin ? tr("In place of the token's code") : tr("In place of PIN and token"));
    const QString where = tr("It works on %1 alone, until %2.")
                              .arg(reading.workstationName, models::endTime(reading.expiresAt));
    const QString how = withPin
        ? tr("Where the passcode is asked for, the caller types the PIN and directly after it this code.")
        : tr("Where the passcode is asked for, the caller types this code alone, without a PIN.");
    const bool byLogon = reading.replacedBy == contract::OfflineRefill::Logon;
    const QString end = !reading.replacedBy ? tr("It is shown this once. Nothing replaces it before.")
        : byLogon ? tr("It is shown this once. It works until the next logon there with a network, which "
                       "brings another.")
        : code.isRemoved
        ? tr("It is shown this once. It works until the next contact of the workstation, which takes the "
             "offline data away.")
        : tr("It is shown this once. A new one takes its place when the workstation is in touch again.");
    m_usage->setText(where + QLatin1Char(' ') + how + QLatin1Char('\n') + end);
    m_pages->setCurrentIndex(1);
    cancelButton()->setText(tr("Done"));
    cancelButton()->setFocus();
    Q_EMIT read();
}

// A call leaves one hand for the keyboard; in a line, digits are typed.
void OfflineCodeDialog::keyPressEvent(QKeyEvent* event)
{
    const bool asking = m_pages->currentIndex() == 0 && event->modifiers() == Qt::NoModifier;
    if (asking && event->key() == Qt::Key_1 && m_challenge->isVisible()) {
        m_challenge->click();
        return;
    }
    if (asking && (event->key() == Qt::Key_1 || event->key() == Qt::Key_2)) {
        m_ways.at(event->key() - Qt::Key_1).button->click();
        return;
    }
    Dialog::keyPressEvent(event);
}

} // namespace holdfast::views
