// SPDX-License-Identifier: Apache-2.0
#include "views/workstations/challenge_dialog.h"

#include "models/formats.h"
#include "models/words.h"
#include "views/emergency/code_display.h"
#include "views/theme/metrics.h"
#include "views/theme/typography.h"
#include "views/verification/verification_dialog.h"
#include "views/widgets/form_field.h"
#include "views/widgets/labels.h"
#include "views/widgets/message_bar.h"
#include "views/widgets/pick_list.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace holdfast::views {

using contract::UserCard;
using models::UsersModel;
using models::WorkstationsModel;
namespace words = models::words;

namespace {

constexpr int leastChallenge = 8;
constexpr std::chrono::minutes leastShown {3}; // the clocks may differ

} // namespace

ChallengeDialog::ChallengeDialog(const Workspace& workspace, const contract::Workstation& workstation,
                                 QWidget* parent)
    : Dialog(tr("Answer a challenge from %1").arg(workstation.name),
             tr("For somebody who sits there without a network, and whose data it does not hold. The answer "
                "is good "
                "once, for this person at this workstation."),
             parent)
    , m_workspace(workspace)
    , m_workstation(workstation)
    , m_personGiven(false)
    , m_users(workspace.api, workspace.clock)
    , m_computers(workspace.api, workspace.clock)
    , m_pages(new QStackedWidget)
    , m_challenge(new QLineEdit)
    , m_reason(new QLineEdit)
    , m_dataLost(new QCheckBox)
    , m_answer(new CodeDisplay)
    , m_usage(makeParagraph({}))
{
    m_pick = new PickList(m_users, {UsersModel::Name, UsersModel::DisplayName, UsersModel::Status},
                          tr("Who sits there? Name or e-mail address"), tr("There is nobody yet."));
    build();
}

ChallengeDialog::ChallengeDialog(const Workspace& workspace, const UserCard& card, QWidget* parent)
    : Dialog(tr("Answer a challenge for %1").arg(words::person(card.user)),
             tr("For a workstation without a network that holds no data for this person. The answer is good "
                "once, for "
                "this person at that workstation."),
             parent)
    , m_workspace(workspace)
    , m_card(card)
    , m_personGiven(true)
    , m_users(workspace.api, workspace.clock)
    , m_computers(workspace.api, workspace.clock)
    , m_pages(new QStackedWidget)
    , m_challenge(new QLineEdit)
    , m_reason(new QLineEdit)
    , m_dataLost(new QCheckBox)
    , m_answer(new CodeDisplay)
    , m_usage(makeParagraph({}))
{
    m_pick = new PickList(m_computers,
                          {WorkstationsModel::Name, WorkstationsModel::Domain, WorkstationsModel::State},
                          tr("Which workstation? Its name"), tr("No workstation is enrolled yet."));
    build();
}

void ChallengeDialog::build()
{
    setMinimumWidth(600);
    m_challenge->setMaxLength(24);
    m_challenge->setPlaceholderText(QStringLiteral("K7MPX-2QR4T"));
    setType(m_challenge, Type::Mono);
    m_reason->setMaxLength(1000);
    m_reason->setPlaceholderText(tr("INC-1234, new laptop, no network in the hotel"));
    auto* asking = new QWidget;
    auto* column = new QVBoxLayout(asking);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::m);
    column->addWidget(m_pick, 1);
    const auto place = [&](const char* wireName, const QString& label, QWidget* editor, const QString& help) {
        auto* field = new FormField(label, editor, help);
        addField(QString::fromLatin1(wireName), field);
        column->addWidget(field);
    };
    place("challenge", tr("&Challenge"), m_challenge,
          tr("Ten letters and digits, as the workstation shows them. Blanks and hyphens do not count."));
    place("reason", tr("&Reason or ticket"), m_reason, tr("Required. It stays with the event."));
    m_dataLost->setText(
        tr("The caller reads on the screen that this computer holds no data. Ans&wer all the same."));
    m_dataLost->hide();
    column->addWidget(m_dataLost);
    m_pages->addWidget(asking);
    m_pages->addWidget(buildResult());
    content()->addWidget(m_pages, 1);
    resize(600, 520);
    setPrimary(tr("Show the answer"), [this] { submit(); });
    connect(m_challenge, &QLineEdit::textChanged, this, &ChallengeDialog::showWhat);
    // What was heard about another workstation or person counts for nothing.
    connect(m_pick, &PickList::chosenChanged, m_dataLost, [this] {
        m_dataLost->setChecked(false);
        m_dataLost->hide();
    });
    connect(m_reason, &QLineEdit::textChanged, this, &ChallengeDialog::showWhat);
    connect(m_pick, &PickList::chosenChanged, this, [this] {
        if (!m_personGiven) {
            m_card.reset();
            loadCard();
        }
        showWhat();
    });
    connect(m_pick, &PickList::activated, m_challenge, [this] { m_challenge->setFocus(); });
    showWhat();
    m_pick->setFocus();
}

QWidget* ChallengeDialog::buildResult()
{
    m_answer->setCodeName(tr("Answer to the challenge"));
    m_answer->setSpelling(true);
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::m);
    column->addWidget(makeLabel(tr("Read these digits out"), Type::Strong));
    m_for = makeParagraph({}, Ink::Secondary);
    column->addWidget(m_for);
    column->addWidget(m_answer);
    auto* hide = new QPushButton(tr("&Hide"));
    connect(hide, &QPushButton::clicked, this, [this] { m_answer->setRevealed(!m_answer->isRevealed()); });
    connect(m_answer, &CodeDisplay::revealedChanged, hide,
            [hide](bool revealed) { hide->setText(revealed ? tr("&Hide") : tr("S&how")); });
    auto* row = new QHBoxLayout;
    row->addWidget(hide);
    row->addStretch();
    column->addLayout(row);
    column->addWidget(m_usage);
    column->addStretch();
    return page;
}

void ChallengeDialog::reject()
{
    m_answer->forget();
    Dialog::reject();
}

QString ChallengeDialog::userId() const
{
    return m_personGiven ? m_card->user.id : m_pick->chosenId();
}

QString ChallengeDialog::workstationId() const
{
    return m_workstation ? m_workstation->id : m_pick->chosenId();
}

// What the caller must prove stands on the card.
void ChallengeDialog::loadCard()
{
    const QString id = userId();
    if (id.isEmpty()) {
        return;
    }
    m_call.cancel();
    m_call = client::consume(m_workspace.api.userCard(id), this, [this](contract::Result<UserCard> card) {
        if (card) {
            m_card = std::move(*card);
        }
        showWhat();
    });
}

bool ChallengeDialog::isOpen() const
{
    if (!m_card || !m_card->verification) {
        return true; // the service says no where it must
    }
    const auto& needed = m_card->verification->requirements;
    return std::none_of(needed.begin(), needed.end(), [](const auto& requirement) {
        return requirement.action == contract::GuardedAction::OfflineAccess && !requirement.open;
    });
}

void ChallengeDialog::showWhat()
{
    if (isOpen()) {
        message()->clear();
    } else {
        message()->showMessage(Tone::Warning, tr("The caller must be verified before anything is read out."),
                               tr("Verify the caller…"), [this] {
                                   auto* dialog = new VerificationDialog(m_workspace, *m_card, this);
                                   connect(dialog, &VerificationDialog::verified, this, [this] {
                                       loadCard();
                                       Q_EMIT verified();
                                   });
                                   dialog->open();
                               });
        message()->setClosable(false);
    }
    const bool complete = !userId().isEmpty() && !workstationId().isEmpty()
        && models::ungrouped(m_challenge->text()).size() >= leastChallenge
        && !m_reason->text().trimmed().isEmpty();
    primaryButton()->setEnabled(complete && isOpen());
}

void ChallengeDialog::submit()
{
    clearFaults();
    setBusy(true);
    client::consume(m_workspace.api.answerChallenge(workstationId(),
                                                    {.userId = userId(),
                                                     .challenge = models::ungrouped(m_challenge->text()),
                                                     .reason = m_reason->text().trimmed(),
                                                     .dataLost = m_dataLost->isChecked()}),
                    this, [this](const contract::Result<contract::ChallengeResponse>& answer) {
                        setBusy(false);
                        if (answer) {
                            showAnswer(*answer);
                        } else {
                            showRefusal(answer.error());
                        }
                    });
}

// That the workstation has lost what it told of is asked where it matters, and by what the caller reads
// there.
void ChallengeDialog::showRefusal(const contract::Error& error)
{
    const bool held = error.code == QLatin1String("data_held") || error.code == QLatin1String("code_held");
    m_dataLost->setVisible(held || m_dataLost->isVisible());
    showError(error);
    if (held) {
        m_dataLost->setFocus();
    }
}

QString ChallengeDialog::personName() const
{
    return m_card ? words::person(m_card->user)
                  : m_pick->table()->currentIndex().siblingAtColumn(UsersModel::Name).data().toString();
}

QString ChallengeDialog::workstationName() const
{
    return m_workstation
        ? m_workstation->name
        : m_pick->table()->currentIndex().siblingAtColumn(WorkstationsModel::Name).data().toString();
}

void ChallengeDialog::showAnswer(const contract::ChallengeResponse& answer)
{
    // As long as it is of use; then it hides itself.
    m_answer->setShownFor(
        std::max<contract::Timestamp::duration>(answer.expiresAt - m_workspace.clock.now(), leastShown));
    m_answer->setCodes({answer.response});
    m_for->setText(tr("For %1 at %2", "a person, a workstation").arg(personName(), workstationName()));
    m_usage->setText(tr("The caller types them where the workstation asks for the response. They are good "
                        "once, until %1; a wrong try uses the challenge up.")
                         .arg(models::endTime(answer.expiresAt)));
    m_pages->setCurrentIndex(1);
    primaryButton()->hide();
    cancelButton()->setText(tr("Done"));
    cancelButton()->setFocus();
}

} // namespace holdfast::views
