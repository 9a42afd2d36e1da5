// SPDX-License-Identifier: Apache-2.0
#include "views/administration/service_pane.h"

#include "models/formats.h"
#include "models/service_words.h"
#include "models/session.h"
#include "models/words.h"
#include "views/administration/notification_settings_dialog.h"
#include "views/theme/icons.h"
#include "views/theme/metrics.h"
#include "views/widgets/labels.h"
#include "views/widgets/section.h"
#include "views/widgets/state_view.h"
#include "views/widgets/tones.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QGridLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace holdfast::views {

using contract::HealthStatus;
using models::ServiceModel;

namespace {

constexpr int textWidth = 720;

Status statusOf(HealthStatus status)
{
    static const QHash<HealthStatus, QString> icons {{HealthStatus::Good, QStringLiteral("success")},
                                                     {HealthStatus::Warning, QStringLiteral("warning")},
                                                     {HealthStatus::Failing, QStringLiteral("failure")}};
    return {toneFrom(models::words::toneOf(status)), icons.value(status), models::words::of(status)};
}

// As high as its lines need: a scroll area asks for the least height, and a wrapping label's is less.
QLabel* explanation(const QString& words)
{
    QLabel* text = makeParagraph(words, Ink::Secondary);
    text->setMaximumWidth(textWidth);
    text->setContentsMargins(0, metrics::s, 0, 0);
    text->ensurePolished();
    text->setMinimumHeight(text->heightForWidth(textWidth));
    return text;
}

QWidget* rowOf(std::initializer_list<QWidget*> widgets)
{
    auto* row = new QWidget;
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, metrics::s, 0, 0);
    line->setSpacing(metrics::s);
    for (QWidget* widget : widgets) {
        line->addWidget(widget);
    }
    line->addStretch();
    return row;
}

} // namespace

ServicePane::ServicePane(const Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_model(workspace.api, workspace.session.mayEverywhere(contract::Permission::ManageService))
    , m_operates(workspace.session.mayEverywhere(contract::Permission::ManageService))
{
    auto* health = new Section(tr("Health"));
    auto* holder = new QWidget;
    m_checks = new QGridLayout(holder);
    m_checks->setContentsMargins(0, metrics::s, 0, 0);
    m_checks->setHorizontalSpacing(metrics::l);
    m_checks->setVerticalSpacing(metrics::s);
    m_checks->setColumnStretch(2, 1);
    health->addWidget(holder);

    auto* body = new QWidget;
    body->setAutoFillBackground(true);
    body->setBackgroundRole(QPalette::Base);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(metrics::l, 0, metrics::l, metrics::xl);
    column->setSpacing(metrics::xl);
    column->addWidget(health);
    if (m_operates) {
        column->addWidget(buildNotifications());
        column->addWidget(buildLogs());
        column->addWidget(buildSupport());
    }
    column->addStretch();
    auto* scroll = new QScrollArea;
    scroll->setAccessibleName(tr("Service"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(body);
    m_states = new StateView(scroll);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_states);

    connect(&m_model, &ServiceModel::changed, this, &ServicePane::showAll);
    connect(&m_model, &ServiceModel::failed, this, [this](const contract::Error& error) {
        if (m_model.health()) {
            Q_EMIT message(Tone::Danger, models::words::problem(error));
            return;
        }
        m_states->showWords({QStringLiteral("offline"), tr("The service's health could not be read"),
                             models::words::problem(error), tr("Retry"), [this] {
                                 m_model.refresh();
                             }});
    });
    connect(&m_model, &ServiceModel::bundleSaved, this, [this](const QString& path) {
        Q_EMIT message(Tone::Success, tr("The support bundle is in %1.").arg(QDir::toNativeSeparators(path)));
    });
    m_states->showLoading(tr("Loading…"));
}

Section* ServicePane::buildNotifications()
{
    auto* section = new Section(tr("Notifications"));
    QLabel* text =
        explanation(tr("Expiring tokens, a mass lockout, a failed report, the disk, the backup and the "
                       "event log are told on the page “Overview”, and by e-mail."));
    auto* change = new QPushButton(icon(QStringLiteral("mail")), tr("Notifications…"));
    section->addWidget(text);
    section->addWidget(rowOf({change}));
    connect(change, &QPushButton::clicked, this, [this] {
        auto* dialog = new NotificationSettingsDialog(m_workspace, this);
        connect(dialog, &NotificationSettingsDialog::saved, this,
                [this](const QString& words) { Q_EMIT message(Tone::Success, words); });
        dialog->open();
    });
    return section;
}

Section* ServicePane::buildLogs()
{
    auto* section = new Section(tr("Verbose logs"));
    m_logsText = explanation(QStringLiteral("x\nx")); // two lines, whatever it says
    m_duration = new QComboBox;
    m_duration->setAccessibleName(tr("For how long logs are verbose"));
    for (const int minutes : {15, 30, 60, 240, 1440}) {
        m_duration->addItem(tr("For %1").arg(models::duration(std::chrono::minutes(minutes))), minutes);
    }
    m_duration->setCurrentIndex(1);
    m_logsButton = new QPushButton(tr("Turn on"));
    section->addWidget(m_logsText);
    section->addWidget(rowOf({m_duration, m_logsButton}));
    connect(m_logsButton, &QPushButton::clicked, this, [this] {
        if (m_model.logging() && m_model.logging()->verbose) {
            m_model.turnVerboseLogsOff();
        } else {
            m_model.turnVerboseLogsOn(std::chrono::minutes(m_duration->currentData().toInt()));
        }
    });
    return section;
}

Section* ServicePane::buildSupport()
{
    auto* section = new Section(tr("Support"));
    QLabel* text =
        explanation(tr("A support bundle tells whoever helps you about versions, configuration, health and "
                       "the service's latest events. It holds no secret and no list of people."));
    m_bundleButton = new QPushButton(icon(QStringLiteral("export")), tr("Save support bundle…"));
    section->addWidget(text);
    section->addWidget(rowOf({m_bundleButton}));
    connect(m_bundleButton, &QPushButton::clicked, this, &ServicePane::askForFile);
    return section;
}

void ServicePane::showAll()
{
    if (m_model.health()) {
        m_states->showContent();
        showHealth();
    }
    if (m_operates) {
        showLogs();
        m_bundleButton->setEnabled(!m_model.busy());
    }
}

void ServicePane::showHealth()
{
    while (QLayoutItem* item = m_checks->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int row = 0;
    for (const contract::HealthCheck& check : m_model.health()->checks) {
        QLabel* sentence = makeParagraph(models::words::healthSentence(check), Ink::Secondary);
        sentence->setToolTip(check.detail);
        m_checks->addWidget(makeLabel(models::words::healthName(check)), row, 0);
        m_checks->addWidget(new StatusChip(statusOf(check.status)), row, 1, Qt::AlignLeft | Qt::AlignVCenter);
        m_checks->addWidget(sentence, row, 2);
        ++row;
    }
}

void ServicePane::showLogs()
{
    const auto& logging = m_model.logging();
    const bool verbose = logging && logging->verbose;
    m_logsText->setText(
        verbose && logging->until
            ? tr("Logs are verbose. They turn themselves off %1.")
                  .arg(models::relativeTime(*logging->until, m_workspace.clock.now()))
            : tr("Makes the service log every request for a while, to find out what goes wrong. No "
                 "secret is logged. It turns itself off; both are events."));
    m_duration->setVisible(!verbose);
    m_logsButton->setText(verbose ? tr("Turn off now") : tr("Turn on"));
    m_logsButton->setEnabled(logging.has_value() && !m_model.busy());
}

void ServicePane::askForFile()
{
    auto* dialog = new QFileDialog(this, tr("Save support bundle"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("json"));
    dialog->selectFile(QStringLiteral("holdfast-support.json"));
    connect(dialog, &QFileDialog::fileSelected, this, &ServicePane::saveBundle);
    dialog->open();
}

} // namespace holdfast::views
