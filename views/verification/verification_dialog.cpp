// SPDX-License-Identifier: Apache-2.0
#include "views/verification/verification_dialog.h"

#include "models/formats.h"
#include "models/words.h"
#include "models/words_verification.h"
#include "views/theme/metrics.h"
#include "views/theme/style.h"
#include "views/widgets/form_field.h"
#include "views/widgets/labels.h"
#include "views/widgets/message_bar.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace holdfast::views {

using contract::ApprovalState;
using contract::VerificationMethod;
namespace words = models::words;

namespace {

// What was typed is gone once it is asked for.
QString taken(QLineEdit* edit)
{
    const QString text = edit->text();
    edit->clear();
    return text;
}

} // namespace

VerificationDialog::VerificationDialog(const Workspace& workspace, const contract::UserCard& card,
                                       QWidget* parent)
    : Dialog(
        tr("Verify the caller as %1").arg(words::person(card.user)),
        tr("Until a method succeeds, nothing is given out. Answers and codes are compared and forgotten."),
        parent)
    , m_clock(workspace.clock)
    , m_model(workspace.api, card)
    , m_progress(makeParagraph({}))
    , m_bar(new QProgressBar)
    , m_code(new QLineEdit)
    , m_manager(new QLineEdit)
    , m_withheld(makeParagraph({}, Ink::Secondary))
    , m_approval(new QWidget)
    , m_approvalState(makeParagraph({}, Ink::Secondary))
    , m_reason(new QLineEdit)
    , m_ask(new QPushButton(tr("Ask for approval")))
{
    setMinimumWidth(560);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Points reached"));
    content()->addWidget(m_progress);
    content()->addWidget(m_bar);
    buildToken();
    buildCallBack();
    buildManager();
    if (m_model.has(VerificationMethod::Questions)) {
        m_questionBox = new QWidget;
        content()->addWidget(m_questionBox);
    }
    content()->addWidget(m_withheld);
    buildApproval();
    cancelButton()->setText(tr("Close"));
    setPrimary(tr("Done"), [this] { accept(); });

    connect(&m_model, &models::CallerVerificationModel::changed, this, &VerificationDialog::showState);
    connect(&m_model, &models::CallerVerificationModel::busyChanged, this,
            [this] { setBusy(m_model.isBusy()); });
    connect(&m_model, &models::CallerVerificationModel::succeeded, this, [this] {
        message()->clear();
        Q_EMIT verified();
    });
    connect(&m_model, &models::CallerVerificationModel::failed, this,
            [this](const contract::Error& error) { showError(error); });
    m_model.load();
    showState();
    keepEnterFromClosing();
    (m_model.has(VerificationMethod::TokenCode) ? m_code : m_manager)->setFocus();
}

// Enter belongs to the line that is typed in.
void VerificationDialog::keepEnterFromClosing()
{
    const auto buttons = findChildren<QPushButton*>();
    for (QPushButton* button : buttons) {
        button->setAutoDefault(false);
        button->setDefault(false);
    }
}

QString VerificationDialog::progress() const
{
    return m_progress->text();
}

void VerificationDialog::addMethod(VerificationMethod method, const QString& title, const QString& points,
                                   const QList<QWidget*>& inputs)
{
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::xs);
    column->addWidget(makeLine());
    auto* head = new QHBoxLayout;
    head->addWidget(makeLabel(title, Type::Strong), 1);
    auto* done = makeLabel(points, Type::Caption, Ink::Secondary);
    head->addWidget(done);
    column->addLayout(head);
    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::s);
    for (QWidget* input : inputs) {
        row->addWidget(input, qobject_cast<QPushButton*>(input) ? 0 : 1);
    }
    column->addLayout(row);
    m_methods.append({method, box, done, inputs});
    content()->addWidget(box);
    box->setVisible(m_model.has(method));
}

void VerificationDialog::buildToken()
{
    auto* check = new QPushButton(tr("Check code"));
    m_code->setPlaceholderText(tr("What the token shows, without the PIN"));
    m_code->setAccessibleName(tr("Code from a token"));
    m_code->setMaxLength(16);
    const auto submit = [this] {
        if (const QString code = taken(m_code).remove(QLatin1Char(' ')); !code.isEmpty()) {
            m_model.tryCode(contract::Secret(code));
        }
    };
    connect(check, &QPushButton::clicked, this, submit);
    connect(m_code, &QLineEdit::returnPressed, this, submit);
    addMethod(VerificationMethod::TokenCode, tr("A code from another of the person's tokens"),
              tr("100 points"), {m_code, check});
}

void VerificationDialog::buildCallBack()
{
    auto* number = makeLabel(m_model.phone());
    number->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* called = new QPushButton(tr("I called back and reached them"));
    connect(called, &QPushButton::clicked, &m_model, &models::CallerVerificationModel::confirmCallBack);
    addMethod(VerificationMethod::CallBack, tr("Call the number on record back"), tr("50 points"),
              {number, called});
}

void VerificationDialog::buildManager()
{
    auto* confirm = new QPushButton(tr("Confirmed"));
    m_manager->setPlaceholderText(tr("Name of the manager, which is kept"));
    m_manager->setAccessibleName(tr("Manager who confirms"));
    m_manager->setMaxLength(255);
    confirm->setEnabled(false);
    connect(m_manager, &QLineEdit::textChanged, confirm,
            [confirm](const QString& text) { confirm->setEnabled(!text.trimmed().isEmpty()); });
    const auto submit = [this] {
        if (!m_manager->text().trimmed().isEmpty()) {
            m_model.confirmManager(m_manager->text());
        }
    };
    connect(confirm, &QPushButton::clicked, this, submit);
    connect(m_manager, &QLineEdit::returnPressed, this, submit);
    addMethod(VerificationMethod::Manager, tr("A manager confirms that it is them"), tr("50 points"),
              {m_manager, confirm});
}

void VerificationDialog::showQuestions()
{
    if (!m_questionBox || !m_answers.isEmpty() || m_model.questions().empty()) {
        return;
    }
    auto* column = new QVBoxLayout(m_questionBox);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::s);
    column->addWidget(makeLine());
    column->addWidget(makeLabel(tr("Questions"), Type::Strong));
    QList<QWidget*> inputs;
    for (const contract::CallerQuestion& question : m_model.questions()) {
        auto* edit = new QLineEdit;
        edit->setMaxLength(200);
        edit->setEnabled(!question.locked && !question.countsFrom);
        m_answers.append(edit);
        inputs.append(edit);
        QString note = tr("%n point(s)", nullptr, question.points);
        if (question.countsFrom) {
            note =
                tr("Changed of late: it counts from %1 on.").arg(models::absoluteTime(*question.countsFrom));
        } else if (question.locked) {
            note = tr("Closed for a day after wrong answers.");
        }
        column->addWidget(new FormField(question.question, edit, note));
    }
    auto* check = new QPushButton(tr("Check answers"));
    inputs.append(check);
    connect(check, &QPushButton::clicked, this, [this] {
        QStringList answers;
        for (QLineEdit* edit : std::as_const(m_answers)) {
            answers << taken(edit);
        }
        m_model.answer(answers);
    });
    auto* done = makeLabel({}, Type::Caption, Ink::Secondary);
    auto* row = new QHBoxLayout;
    row->addWidget(check);
    row->addWidget(done);
    row->addStretch();
    column->addLayout(row);
    m_methods.append({VerificationMethod::Questions, m_questionBox, done, inputs});
    keepEnterFromClosing();
}

void VerificationDialog::buildApproval()
{
    auto* column = new QVBoxLayout(m_approval);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::xs);
    column->addWidget(makeLine());
    column->addWidget(makeLabel(tr("A second person approves"), Type::Strong));
    column->addWidget(m_approvalState);
    m_reason->setPlaceholderText(tr("What it is for: your colleague reads it"));
    m_reason->setAccessibleName(tr("What the approval is for"));
    m_reason->setMaxLength(1000);
    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::s);
    row->addWidget(m_reason, 1);
    row->addWidget(m_ask);
    column->addLayout(row);
    content()->addWidget(m_approval);
    connect(m_reason, &QLineEdit::textChanged, this, &VerificationDialog::showState);
    connect(m_ask, &QPushButton::clicked, this, [this] { m_model.askApproval(m_reason->text()); });
}

void VerificationDialog::showState()
{
    showQuestions();
    const contract::CallerVerification& state = m_model.state();
    m_progress->setText(m_model.progress());
    m_bar->setRange(0, std::max(1, m_model.mostPoints()));
    m_bar->setValue(std::min(state.points, m_bar->maximum()));
    for (const Method& line : std::as_const(m_methods)) {
        const bool done = m_model.done(line.method);
        for (QWidget* input : line.inputs) {
            if (done) {
                input->setEnabled(false);
            }
        }
        if (done) {
            for (const contract::VerificationStep& step : state.steps) {
                if (step.method == line.method) {
                    line.done->setText(tr("Verified by %1: %n point(s)", nullptr, step.points)
                                           .arg(words::verifiedBy({step})));
                }
            }
        }
    }
    QStringList reasons;
    for (const contract::WithheldMethod& withheld : state.withheld) {
        reasons << words::of(withheld, m_clock.now());
    }
    m_withheld->setText(reasons.join(QLatin1Char('\n')));
    m_withheld->setVisible(!reasons.isEmpty());
    m_approval->setVisible(m_model.wantsApproval());
    const bool asked = state.approval != ApprovalState::None;
    m_reason->setVisible(!asked);
    m_ask->setVisible(!asked);
    m_ask->setEnabled(!m_reason->text().trimmed().isEmpty());
    switch (state.approval) {
    case ApprovalState::None:
        m_approvalState->setText(tr("This is an administrator's account: another administrator must agree."));
        break;
    case ApprovalState::Pending:
        m_approvalState->setText(tr("Waiting for another administrator to decide under Approvals…"));
        break;
    case ApprovalState::Approved:
        m_approvalState->setText(tr("Approved by %1.").arg(state.approvedBy));
        break;
    case ApprovalState::Refused:
        m_approvalState->setText(tr("Refused by %1.").arg(state.approvedBy));
        break;
    }
    primaryButton()->setEnabled(!state.steps.empty() && !m_model.isBusy());
    primaryButton()->setToolTip(state.steps.empty() ? tr("No method has succeeded yet.") : QString());
}

} // namespace holdfast::views
