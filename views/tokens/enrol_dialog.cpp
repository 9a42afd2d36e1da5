// SPDX-License-Identifier: Apache-2.0
#include "views/tokens/enrol_dialog.h"

#include "models/formats.h"
#include "models/words.h"
#include "services/client/api_client.h"
#include "views/theme/icons.h"
#include "views/theme/metrics.h"
#include "views/theme/style.h"
#include "views/theme/typography.h"
#include "views/widgets/clipboard.h"
#include "views/widgets/form_field.h"
#include "views/widgets/labels.h"
#include "views/widgets/message_bar.h"
#include "views/widgets/qr_view.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace holdfast::views {

using contract::Token;
using contract::TokenKind;
using models::groupedSerial;

namespace {

// The key alone, for an app without a camera.
QString keyIn(const contract::Secret& uri)
{
    const QString text = QString::fromUtf8(uri.reveal());
    const qsizetype start = text.indexOf(QLatin1String("secret=")) + 7;
    return text.mid(start, text.indexOf(QLatin1Char('&'), start) - start);
}

} // namespace

EnrolDialog::EnrolDialog(const Workspace& workspace, const QString& userId, const QString& person,
                         QWidget* parent)
    : TokenDialog(tr("Enrol a token for %1").arg(person),
                  tr("For an authenticator app on the person's phone: they scan a code, and tell you the "
                     "first number that the app shows."),
                  parent)
    , m_workspace(workspace)
    , m_userId(userId)
    , m_idempotencyKey(client::ApiClient::newIdempotencyKey())
    , m_pages(new QStackedWidget)
{
    setMinimumWidth(560);
    m_pages->addWidget(buildChoice());
    m_pages->addWidget(buildCode());
    content()->addWidget(m_pages, 1);
    setPrimary(tr("Show QR code"), [this] { make(); });
    m_kind->setFocus();
}

QWidget* EnrolDialog::buildChoice()
{
    m_kind = new QComboBox;
    for (const TokenKind kind : {TokenKind::Totp, TokenKind::Hotp}) {
        m_kind->addItem(models::words::of(kind), static_cast<int>(kind));
    }
    m_pin = new QCheckBox(tr("Ask for a PIN: the person chooses it at the next logon"));
    m_pin->setChecked(true);
    auto* kind =
        new FormField(tr("&Kind"), m_kind, tr("Nearly every app knows codes that change with time."));
    addField(QStringLiteral("kind"), kind);
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::m);
    column->addWidget(kind);
    column->addWidget(m_pin);
    column->addStretch();
    return page;
}

QWidget* EnrolDialog::buildCode()
{
    m_qr = new QrView;
    m_serialLabel = makeLabel({}, Type::Strong);
    m_key = makeParagraph({});
    setType(m_key, Type::Mono);
    m_key->setAccessibleName(tr("Key, for an app without a camera"));
    auto* copy = new QPushButton(icon(QStringLiteral("copy")), tr("Copy link"));
    setButtonRole(copy, ButtonRole::Quiet);
    connect(copy, &QPushButton::clicked, this, [this] {
        copySecret(m_uri, parent());
        message()->showBriefly(Tone::Neutral, tr("Copied. The clipboard is cleared in a minute."));
    });
    m_code = new QLineEdit;
    m_code->setMaxLength(8);
    m_code->setInputMethodHints(Qt::ImhDigitsOnly | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    setType(m_code, Type::Mono);
    m_codeField = new FormField(tr("&First code that the app shows"), m_code,
                                tr("It proves that the token has arrived, and enables it."));
    addField(QStringLiteral("code"), m_codeField);
    auto* page = new QWidget;
    auto* row = new QHBoxLayout(page);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::l);
    row->addWidget(m_qr, 0, Qt::AlignTop);
    auto* column = new QVBoxLayout;
    column->setSpacing(metrics::s);
    column->addWidget(m_serialLabel);
    column->addWidget(
        makeParagraph(tr("Scan the code with the app. Without a camera, type this key:"), Ink::Secondary));
    column->addWidget(m_key);
    column->addWidget(copy, 0, Qt::AlignLeading);
    column->addSpacing(metrics::s);
    column->addWidget(m_codeField);
    column->addWidget(
        makeParagraph(tr("Code and key are shown this once and kept nowhere in the clear."), Ink::Secondary));
    column->addStretch();
    row->addLayout(column, 1);
    return page;
}

void EnrolDialog::make()
{
    contract::TokenEnrol token;
    token.kind = static_cast<TokenKind>(m_kind->currentData().toInt());
    token.requirePin = m_pin->isChecked();
    run(m_workspace.api.enrolToken(m_userId, token, m_idempotencyKey),
        [this](contract::TokenEnrolment enrolment) { showCode(std::move(enrolment)); });
}

void EnrolDialog::showCode(contract::TokenEnrolment enrolment)
{
    m_serial = enrolment.token.serial;
    m_uri = std::move(enrolment.otpauthUri);
    m_qr->setText(m_uri);
    m_serialLabel->setText(tr("Token %1").arg(groupedSerial(m_serial)));
    m_key->setText(models::groupedCode(keyIn(m_uri)));
    m_code->setMaxLength(enrolment.token.digits);
    m_pages->setCurrentIndex(1);
    setPrimary(tr("Confirm and enable"), [this] { confirmCode(); });
    cancelButton()->setText(tr("Discard token"));
    m_code->setFocus();
    Q_EMIT tokenChanged(enrolment.token,
                        tr("Token %1 is made; its first code is awaited.").arg(groupedSerial(m_serial)));
}

void EnrolDialog::confirmCode()
{
    if (m_code->text().size() != m_code->maxLength()) {
        clearFaults();
        m_codeField->setFault(tr("A code of this token has %n digit(s).", nullptr, m_code->maxLength()));
        m_code->setFocus();
        return;
    }
    run(m_workspace.api.confirmToken(m_serial, {contract::Secret(m_code->text())}),
        [this](const Token& token) {
            m_serial.clear();
            Q_EMIT tokenChanged(token, tr("Token %1 works.").arg(groupedSerial(token.serial)));
            accept();
        });
    m_code->selectAll();
}

void EnrolDialog::reject()
{
    // A service that cannot be reached leaves a disabled token; the dialog is not held open by it.
    if (m_serial.isEmpty() || isBusy() || m_abandoned) {
        TokenDialog::reject();
        return;
    }
    m_abandoned = true;
    run(m_workspace.api.abandonEnrolment(m_serial), [this](const client::Nothing&) {
        m_serial.clear();
        Q_EMIT tokenChanged({}, tr("The token that was not confirmed is deleted."));
        TokenDialog::reject();
    });
}

} // namespace holdfast::views
