// SPDX-License-Identifier: Apache-2.0
#include "views/tokens/token_dialogs.h"

#include "models/formats.h"
#include "services/client/api_client.h"
#include "views/theme/typography.h"
#include "views/widgets/form_field.h"
#include "views/widgets/labels.h"
#include "views/widgets/pick_list.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace holdfast::views {

using contract::Token;
using models::groupedSerial;
using models::TokensModel;
using models::UsersModel;

namespace {

QLineEdit* codeEdit(int digits)
{
    auto* edit = new QLineEdit;
    edit->setMaxLength(digits);
    edit->setInputMethodHints(Qt::ImhDigitsOnly | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    setType(edit, Type::Mono);
    return edit;
}

} // namespace

AssignTokenDialog::AssignTokenDialog(const Workspace& workspace, const QString& userId, const QString& person,
                                     QWidget* parent)
    : TokenDialog(tr("Assign a token to %1").arg(person),
                  tr("Tokens that belong to nobody yet. Type the last digits on its back."), parent)
    , m_workspace(workspace)
    , m_userId(userId)
    , m_model(workspace.api, workspace.clock)
    , m_pin(new QCheckBox(tr("Ask for a PIN: the person chooses it at the next logon")))
{
    m_model.setRestriction(QStringLiteral("state"), QStringLiteral("unassigned"));
    m_pick = new PickList(m_model, {TokensModel::Serial, TokensModel::Kind, TokensModel::Expires},
                          tr("Serial number"), tr("There is no token left to assign. Import some first."));
    m_pin->setChecked(true);
    content()->addWidget(m_pick, 1);
    content()->addWidget(m_pin);
    resize(520, 460);
    setPrimary(tr("Assign token"), [this] {
        const QString serial = m_pick->chosenId();
        run(m_workspace.api.assignToken(serial, {m_userId, m_pin->isChecked()}), [this](const Token& token) {
            Q_EMIT tokenChanged(token, tr("Token %1 is assigned.").arg(groupedSerial(token.serial)));
            accept();
        });
    });
    connect(m_pick, &PickList::chosenChanged, this,
            [this] { primaryButton()->setEnabled(!m_pick->chosenId().isEmpty()); });
    connect(m_pick, &PickList::activated, primaryButton(), &QPushButton::click);
    primaryButton()->setEnabled(false);
    m_pick->setFocus();
}

AssignPersonDialog::AssignPersonDialog(const Workspace& workspace, const QString& serial, QWidget* parent)
    : TokenDialog(tr("Assign token %1").arg(groupedSerial(serial)), tr("Whose is it to be?"), parent)
    , m_workspace(workspace)
    , m_model(workspace.api, workspace.clock)
    , m_pick(new PickList(m_model, {UsersModel::Name, UsersModel::DisplayName, UsersModel::Status},
                          tr("Name or e-mail address"), tr("There is nobody yet.")))
    , m_pin(new QCheckBox(tr("Ask for a PIN: the person chooses it at the next logon")))
{
    m_pin->setChecked(true);
    content()->addWidget(m_pick, 1);
    content()->addWidget(m_pin);
    resize(520, 460);
    setPrimary(tr("Assign token"), [this, serial] {
        run(m_workspace.api.assignToken(serial, {m_pick->chosenId(), m_pin->isChecked()}),
            [this](const Token& token) {
                Q_EMIT tokenChanged(
                    token,
                    tr("Token %1 is assigned to %2.")
                        .arg(groupedSerial(token.serial), token.userName.value_or(QString())));
                accept();
            });
    });
    connect(m_pick, &PickList::chosenChanged, this,
            [this] { primaryButton()->setEnabled(!m_pick->chosenId().isEmpty()); });
    connect(m_pick, &PickList::activated, primaryButton(), &QPushButton::click);
    primaryButton()->setEnabled(false);
    m_pick->setFocus();
}

ResyncDialog::ResyncDialog(const Workspace& workspace, const Token& token, QWidget* parent)
    : TokenDialog(
        tr("Resynchronise token %1").arg(groupedSerial(token.serial)),
        token.intervalSeconds > 0 ? tr(
            "Ask for the code on the display now, without PIN, then for the next one once it has changed.")
                                  : tr("Ask for a code without PIN, then for another one."),
        parent)
    , m_workspace(workspace)
    , m_serial(token.serial)
    , m_digits(token.digits)
    , m_first(codeEdit(token.digits))
    , m_second(codeEdit(token.digits))
    , m_firstField(new FormField(tr("&First code"), m_first, tr("%n digit(s)", nullptr, token.digits)))
    , m_secondField(new FormField(tr("&Next code"), m_second))
{
    addField(QStringLiteral("firstCode"), m_firstField);
    addField(QStringLiteral("secondCode"), m_secondField);
    content()->addStretch();
    setPrimary(tr("Resynchronise"), [this] { submit(); });
    connect(m_first, &QLineEdit::textEdited, this, [this](const QString& text) {
        if (text.size() == m_digits) {
            m_second->setFocus();
        }
    });
    m_first->setFocus();
}

void ResyncDialog::submit()
{
    clearFaults();
    for (const auto& [edit, field] :
         {std::pair {m_first, m_firstField}, std::pair {m_second, m_secondField}}) {
        if (edit->text().size() != m_digits) {
            field->setFault(tr("A code of this token has %n digit(s).", nullptr, m_digits));
            edit->setFocus();
            return;
        }
    }
    if (m_first->text() == m_second->text()) {
        m_secondField->setFault(tr("The same code twice: wait until the display changes."));
        m_second->setFocus();
        return;
    }
    const contract::TokenResync codes {contract::Secret(m_first->text()), contract::Secret(m_second->text())};
    run(m_workspace.api.resyncToken(m_serial, codes), [this](const Token& token) {
        Q_EMIT tokenChanged(token, tr("Token %1 is in step again.").arg(groupedSerial(token.serial)));
        accept();
    });
}

ReplaceTokenDialog::ReplaceTokenDialog(const Workspace& workspace, const Token& token, QWidget* parent)
    : TokenDialog(tr("Replace token %1").arg(groupedSerial(token.serial)),
                  tr("The old token goes on working until the new one is used for the first time."), parent)
    , m_workspace(workspace)
    , m_model(workspace.api, workspace.clock)
    , m_keepPin(new QCheckBox(tr("The PIN stays the same")))
{
    m_model.setRestriction(QStringLiteral("state"), QStringLiteral("unassigned"));
    m_pick = new PickList(m_model, {TokensModel::Serial, TokensModel::Kind, TokensModel::Expires},
                          tr("Serial number of the new token"),
                          tr("There is no token left to assign. Import some first."));
    m_keepPin->setChecked(true);
    content()->addWidget(m_pick, 1);
    content()->addWidget(m_keepPin);
    resize(520, 460);
    setPrimary(tr("Replace token"), [this, serial = token.serial] {
        run(m_workspace.api.replaceToken(serial, {m_pick->chosenId(), m_keepPin->isChecked()}),
            [this](const Token& changed) {
                Q_EMIT tokenChanged(changed, tr("The new token takes over at its first use."));
                accept();
            });
    });
    connect(m_pick, &PickList::chosenChanged, this,
            [this] { primaryButton()->setEnabled(!m_pick->chosenId().isEmpty()); });
    connect(m_pick, &PickList::activated, primaryButton(), &QPushButton::click);
    primaryButton()->setEnabled(false);
    m_pick->setFocus();
}

TokenLostDialog::TokenLostDialog(const Workspace& workspace, const QString& serial, QWidget* parent)
    : TokenDialog(tr("Mark token %1 as lost").arg(groupedSerial(serial)),
                  tr("Its codes are refused from now on. If it turns up again, it can be marked as found."),
                  parent)
    , m_workspace(workspace)
    , m_reason(new QLineEdit)
{
    m_reason->setMaxLength(1000);
    addField(QStringLiteral("reason"),
             new FormField(tr("&What happened"), m_reason, tr("Or a ticket number; stays with the event.")));
    content()->addStretch();
    setPrimary(tr("Mark as lost"), [this, serial] {
        contract::TokenLost loss;
        if (const QString reason = m_reason->text().trimmed(); !reason.isEmpty()) {
            loss.reason = reason;
        }
        run(m_workspace.api.markTokenLost(serial, loss), [this](const Token& token) {
            Q_EMIT tokenChanged(token, tr("Token %1 is marked as lost.").arg(groupedSerial(token.serial)));
            accept();
        });
    });
    m_reason->setFocus();
}

} // namespace holdfast::views
