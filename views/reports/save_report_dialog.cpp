// SPDX-License-Identifier: Apache-2.0
#include "views/reports/save_report_dialog.h"

#include "models/report_words.h"
#include "services/client/api_client.h"
#include "views/theme/metrics.h"
#include "views/widgets/form_field.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace holdfast::views {

using contract::ReportFormat;
using contract::ReportSchedule;
using contract::SavedReport;
using contract::SavedReportEdit;

namespace {

constexpr int daysOfWeek = 7;
constexpr int hoursOfDay = 24;

template <class T>
void addChoice(QComboBox* box, const QString& text, T value)
{
    box->addItem(text, static_cast<int>(value));
}

template <class T>
void choose(QComboBox* box, T value)
{
    box->setCurrentIndex(std::max(0, box->findData(static_cast<int>(value))));
}

} // namespace

SaveReportDialog::SaveReportDialog(const Workspace& workspace, SavedReportEdit edit,
                                   const std::optional<SavedReport>& saved,
                                   const std::optional<contract::MailState>& mail, QWidget* parent)
    : Dialog(saved ? tr("Save changes") : tr("Save report"),
             tr("It keeps what restricts it and its columns. Run by itself, it runs with your rights of that "
                "moment, and its result is under “Runs”."),
             parent)
    , m_workspace(workspace)
    , m_edit(std::move(edit))
    , m_saved(saved)
    , m_mails(mail && mail->configured && !mail->reportDomains.isEmpty())
    , m_name(new QLineEdit)
    , m_schedule(new QComboBox)
    , m_weekday(new QComboBox)
    , m_hour(new QComboBox)
    , m_format(new QComboBox)
    , m_recipients(new QLineEdit)
{
    setMinimumWidth(480);
    constexpr int longestName = 128;
    m_name->setMaxLength(longestName);
    addChoice(m_schedule, tr("Only when I run it"), ReportSchedule::None);
    addChoice(m_schedule, tr("Every day"), ReportSchedule::Daily);
    addChoice(m_schedule, tr("Every week"), ReportSchedule::Weekly);
    for (int day = 1; day <= daysOfWeek; ++day) {
        addChoice(m_weekday, QLocale().dayName(day), day);
    }
    for (int hour = 0; hour < hoursOfDay; ++hour) {
        addChoice(m_hour, models::words::fullHour(hour), hour);
    }
    for (const ReportFormat format : {ReportFormat::Csv, ReportFormat::JsonLines, ReportFormat::Html}) {
        addChoice(m_format, models::words::of(format), format);
    }
    m_name->setText(saved ? saved->name : models::words::reportTitle(m_edit.report));
    choose(m_schedule, saved ? saved->schedule : ReportSchedule::None);
    choose(m_weekday, saved ? saved->weekday : 1);
    choose(m_hour, saved ? saved->hour : m_edit.hour);
    choose(m_format, m_edit.format);
    m_recipients->setText(saved ? saved->recipients.join(QStringLiteral(", ")) : QString());
    m_recipients->setPlaceholderText(QStringLiteral("audit@example.com"));

    auto* name = new FormField(tr("&Name"), m_name);
    m_weekdayField = new FormField(tr("&Day"), m_weekday);
    m_hourField = new FormField(tr("&Time"), m_hour,
                                saved ? tr("In the time zone of the service: %1.").arg(saved->timeZone)
                                      : tr("In the time zone of the service."));
    m_recipientsField =
        new FormField(tr("&E-mail to"), m_recipients,
                      m_mails ? tr("Several with commas between them. The service sends reports to: %1.")
                                    .arg(mail->reportDomains.join(QStringLiteral(", ")))
                              : tr("The service is not configured to send reports by e-mail."));
    m_recipients->setEnabled(m_mails || !m_recipients->text().isEmpty());
    auto* when = new QHBoxLayout;
    when->setSpacing(metrics::m);
    when->addWidget(new FormField(tr("&Runs"), m_schedule), 2, Qt::AlignTop);
    when->addWidget(m_weekdayField, 2, Qt::AlignTop);
    when->addWidget(m_hourField, 2, Qt::AlignTop);
    addField(QStringLiteral("name"), name);
    content()->addLayout(when);
    content()->addWidget(new FormField(tr("&Format of the result"), m_format));
    addField(QStringLiteral("recipients"), m_recipientsField);
    content()->addStretch();
    setPrimary(tr("Save"), [this] { submit(); });
    connect(m_schedule, &QComboBox::currentIndexChanged, this, &SaveReportDialog::showFields);
    connect(m_name, &QLineEdit::textChanged, this, &SaveReportDialog::showFields);
    showFields();
    m_name->selectAll();
    m_name->setFocus();
}

void SaveReportDialog::showFields()
{
    const auto schedule = static_cast<ReportSchedule>(m_schedule->currentData().toInt());
    m_weekdayField->setVisible(schedule == ReportSchedule::Weekly);
    m_hourField->setVisible(schedule != ReportSchedule::None);
    m_recipientsField->setVisible(schedule != ReportSchedule::None);
    primaryButton()->setEnabled(!m_name->text().trimmed().isEmpty());
}

SavedReportEdit SaveReportDialog::edited() const
{
    SavedReportEdit edit = m_edit;
    edit.name = m_name->text().trimmed();
    edit.schedule = static_cast<ReportSchedule>(m_schedule->currentData().toInt());
    edit.weekday = m_weekday->currentData().toInt();
    edit.hour = m_hour->currentData().toInt();
    edit.format = static_cast<ReportFormat>(m_format->currentData().toInt());
    if (edit.schedule != ReportSchedule::None) {
        static const QRegularExpression between(QStringLiteral("[,;\\s]+"));
        edit.recipients = m_recipients->text().split(between, Qt::SkipEmptyParts);
    }
    return edit;
}

void SaveReportDialog::submit()
{
    const auto tell = [this](const SavedReport& report) {
        Q_EMIT saved(report);
        accept();
    };
    if (m_saved) {
        run(m_workspace.api.replaceSavedReport(m_saved->id, edited(), m_saved->version), tell);
    } else {
        run(m_workspace.api.createSavedReport(edited()), tell);
    }
}

} // namespace holdfast::views
