// SPDX-License-Identifier: Apache-2.0
#include "views/administration/notification_settings_dialog.h"

#include "models/words.h"
#include "services/client/api_client.h"
#include "views/theme/icons.h"
#include "views/theme/metrics.h"
#include "views/widgets/form_field.h"
#include "views/widgets/labels.h"
#include "views/widgets/message_bar.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>
#include <QVBoxLayout>

namespace holdfast::views {

using contract::MailState;
using contract::NotificationSettings;

NotificationSettingsDialog::NotificationSettingsDialog(const Workspace& workspace, QWidget* parent)
    : Dialog(
        tr("Notifications"),
        tr("What needs somebody stands on the page “Overview”. The service tells these people by e-mail as "
           "well: at once, and once a day while it lasts."),
        parent)
    , m_workspace(workspace)
    , m_recipients(new QLineEdit)
    , m_mail(makeParagraph({}, Ink::Secondary))
    , m_test(new QPushButton(icon(QStringLiteral("mail")), tr("Send test e-mail")))
    , m_expiring(number(0, 365, tr("Never")))
    , m_accounts(number(0, 1'000'000, tr("Never")))
    , m_minutes(number(1, 1440))
    , m_keep(number(1, 365))
{
    setMinimumWidth(540);
    m_recipients->setPlaceholderText(QStringLiteral("it@example.com, desk@example.com"));
    addField(QStringLiteral("recipients"),
             new FormField(tr("&E-mail to"), m_recipients, tr("Several with commas between them.")));
    content()->addWidget(buildMail());
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(metrics::m);
    grid->setVerticalSpacing(metrics::m);
    grid->addWidget(new FormField(tr("&Tokens expire within (days)"), m_expiring), 0, 0, Qt::AlignTop);
    grid->addWidget(new FormField(tr("&Keep results of reports (days)"), m_keep), 0, 1, Qt::AlignTop);
    grid->addWidget(new FormField(tr("Mass lockout: &accounts"), m_accounts), 1, 0, Qt::AlignTop);
    grid->addWidget(new FormField(tr("Mass lockout: within (&minutes)"), m_minutes), 1, 1, Qt::AlignTop);
    content()->addLayout(grid);
    content()->addStretch();
    setPrimary(tr("Save"), [this] { submit(); });
    primaryButton()->setEnabled(false);
    connect(m_test, &QPushButton::clicked, this, &NotificationSettingsDialog::sendTest);
    ask();
}

QWidget* NotificationSettingsDialog::buildMail()
{
    auto* holder = new QWidget;
    auto* row = new QHBoxLayout(holder);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::m);
    row->addWidget(m_mail, 1);
    row->addWidget(m_test, 0, Qt::AlignTop);
    m_test->setEnabled(false);
    return holder;
}

QSpinBox* NotificationSettingsDialog::number(int from, int to, const QString& none)
{
    auto* box = new QSpinBox;
    box->setRange(from, to);
    box->setSpecialValueText(none);
    return box;
}

void NotificationSettingsDialog::ask()
{
    run(m_workspace.api.notificationSettings(), [this](const NotificationSettings& settings) {
        m_settings = settings;
        showSettings();
    });
    client::consume(m_workspace.api.mailState(), this, [this](const contract::Result<MailState>& mail) {
        if (mail) {
            showMail(*mail);
        }
    });
}

void NotificationSettingsDialog::showSettings()
{
    m_recipients->setText(m_settings->recipients.join(QStringLiteral(", ")));
    m_expiring->setValue(m_settings->expiringDays);
    m_accounts->setValue(m_settings->lockoutAccounts);
    m_minutes->setValue(m_settings->lockoutMinutes);
    m_keep->setValue(m_settings->keepResultsDays);
    primaryButton()->setEnabled(true);
    m_recipients->setFocus();
}

void NotificationSettingsDialog::showMail(const MailState& mail)
{
    m_test->setEnabled(mail.configured);
    if (!mail.configured) {
        m_mail->setText(tr("The service sends no e-mail: smtp-server is not in its configuration. What needs "
                           "somebody stands on the page “Overview” all the same."));
        return;
    }
    m_mail->setText(mail.lastError.isEmpty()
                        ? tr("Sent over %1, from %2.").arg(mail.server, mail.sender)
                        : tr("Sent over %1. %n message(s) wait: %2", nullptr, mail.waiting)
                              .arg(mail.server, mail.lastError));
}

QStringList NotificationSettingsDialog::recipients() const
{
    static const QRegularExpression between(QStringLiteral("[,;\\s]+"));
    return m_recipients->text().split(between, Qt::SkipEmptyParts);
}

void NotificationSettingsDialog::submit()
{
    NotificationSettings settings = *m_settings;
    settings.recipients = recipients();
    settings.expiringDays = m_expiring->value();
    settings.lockoutAccounts = m_accounts->value();
    settings.lockoutMinutes = m_minutes->value();
    settings.keepResultsDays = m_keep->value();
    run(m_workspace.api.replaceNotificationSettings(settings), [this](const NotificationSettings&) {
        Q_EMIT saved(tr("The settings of the notifications are saved."));
        accept();
    });
}

void NotificationSettingsDialog::sendTest()
{
    contract::TestMail mail;
    mail.recipients = recipients();
    run(m_workspace.api.sendTestMail(mail), [this](const client::Nothing&) {
        message()->showMessage(Tone::Success, tr("The mail server took the message. Has it arrived?"));
    });
}

} // namespace holdfast::views
