// SPDX-License-Identifier: Apache-2.0
#include "app/workstation/agent_panel.h"

#include "app/workstation/lines_view.h"
#include "models/formats.h"
#include "views/theme/metrics.h"
#include "views/widgets/message_bar.h"
#include "views/widgets/section.h"

#include <QDateTime>
#include <QLocale>
#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>

#include <cmath>

namespace holdfast::workstation {

using contract::OfflineEventKind;
using views::Tone;
namespace metrics = views::metrics;

namespace {

LinesView::Line lineOf(const agent::StatusSet& set)
{
    // Rounded down, as the agent counts.
    const QString days = QLocale().toString(std::floor(set.daysLeft * 10) / 10, 'f', 1);
    const QString token = models::groupedSerial(set.tokenSerial);
    const QString failures = set.failures == 0 ? AgentPanel::tr("no wrong passcode")
        : set.failures == 1                    ? AgentPanel::tr("one wrong passcode")
                                               : AgentPanel::tr("%1 wrong passcodes").arg(set.failures);
    if (set.state == QLatin1String("good")) {
        return {QStringLiteral("success"), Tone::Success, set.userName,
                AgentPanel::tr("%1 days left with token %2, %3.").arg(days, token, failures)};
    }
    if (set.state == QLatin1String("expired")) {
        return {QStringLiteral("clock"), Tone::Warning, set.userName,
                AgentPanel::tr("Over, with token %1, %2.").arg(token, failures)};
    }
    return {QStringLiteral("failure"), Tone::Danger, set.userName,
            set.state == QLatin1String("missing")
                ? AgentPanel::tr("The file is gone, with token %1.").arg(token)
                : AgentPanel::tr("The file is damaged, with token %1.").arg(token)};
}

LinesView::Line lineOf(const contract::OfflineEvent& event)
{
    const QString at = QLocale().toString(QDateTime::fromMSecsSinceEpoch(contract::toMilliseconds(event.at)),
                                          QStringLiteral("d MMM, HH:mm:ss"));
    const auto line = [&](const char* icon, Tone tone, QString text) {
        if (event.userName.isEmpty()) {
            text[0] = text.at(0).toUpper();
        } else {
            text.prepend(event.userName + QStringLiteral(": "));
        }
        return LinesView::Line {QString::fromLatin1(icon), tone, at, text};
    };
    switch (event.kind) {
    case OfflineEventKind::Logon:
        return line("success", Tone::Success, AgentPanel::tr("signed in without the service."));
    case OfflineEventKind::Failure:
        return line("failure", Tone::Danger,
                    AgentPanel::tr("was refused without the service: %1.")
                        .arg(QString(event.reason).replace(QLatin1Char('_'), QLatin1Char(' '))));
    case OfflineEventKind::EmergencyTokencode:
        return line("emergency", Tone::Warning, AgentPanel::tr("signed in with an emergency tokencode."));
    case OfflineEventKind::EmergencyPasscode:
        return line("emergency", Tone::Warning, AgentPanel::tr("signed in with an emergency passcode."));
    case OfflineEventKind::EmergencyFailure:
        return line("failure", Tone::Danger, AgentPanel::tr("typed a wrong emergency passcode."));
    case OfflineEventKind::Challenge:
        return line("success", Tone::Success, AgentPanel::tr("signed in by challenge and response."));
    case OfflineEventKind::ChallengeFailure:
        return line("failure", Tone::Danger, AgentPanel::tr("gave a wrong response."));
    case OfflineEventKind::LimitReached:
        return line("lock", Tone::Danger, AgentPanel::tr("reached the limit of wrong passcodes."));
    case OfflineEventKind::ClockSetBack:
        return line("clock", Tone::Warning, AgentPanel::tr("the clock was set back."));
    case OfflineEventKind::DamagedData:
        return line("warning", Tone::Danger, AgentPanel::tr("damaged data was set aside."));
    case OfflineEventKind::StateRolledBack:
        return line("warning", Tone::Danger, AgentPanel::tr("the state of another day was put back."));
    }
    return line("information", Tone::Neutral, contract::enumName(event.kind));
}

QString counted(const QString& title, size_t count)
{
    return count == 0 ? title : QStringLiteral("%1 (%2)").arg(title).arg(count);
}

} // namespace

AgentPanel::AgentPanel(Laptop& laptop, QWidget* parent)
    : QWidget(parent)
    , m_laptop(laptop)
    , m_message(new views::MessageBar)
    , m_tabs(new QTabWidget)
    , m_held(new LinesView(tr("Held here")))
    , m_checks(new LinesView(tr("What would happen")))
    , m_events(new LinesView(tr("Without the service")))
{
    constexpr int leastHeight = 190;
    auto* section = new views::Section(tr("The agent of this laptop"));
    m_refill = section->addAction(tr("Refill now"), QStringLiteral("refresh"));
    m_check = section->addAction(tr("What would happen?"), QStringLiteral("search"));
    m_damage = section->addAction(tr("Damage the data"), QStringLiteral("warning"));
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, metrics::s, 0, 0);
    column->setSpacing(metrics::s);
    column->addWidget(m_message);
    m_tabs->setDocumentMode(true);
    for (LinesView* view : {m_held, m_checks, m_events}) {
        m_tabs->addTab(view, view->accessibleName());
    }
    m_tabs->setMinimumHeight(leastHeight);
    column->addWidget(m_tabs, 1);
    section->addWidget(content);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(section);

    connect(m_refill, &QPushButton::clicked, &m_laptop, &Laptop::refill);
    connect(m_damage, &QPushButton::clicked, &m_laptop, &Laptop::damage);
    connect(m_check, &QPushButton::clicked, this, &AgentPanel::check);
    connect(&m_laptop, &Laptop::busyChanged, this, &AgentPanel::showBusy);
    connect(&m_laptop, &Laptop::viewChanged, this, &AgentPanel::showView);
    connect(&m_laptop, &Laptop::refillEnded, this, [this](bool well, const QString& words) {
        m_message->showMessage(well ? Tone::Success : Tone::Warning, words);
    });
    connect(&m_laptop, &Laptop::damageEnded, this, [this](int sets) {
        m_message->showMessage(
            Tone::Warning,
            sets == 0
                ? tr("There is no data to damage: it comes with a sign-in with the network.")
                : tr("A bit of the data on the disk is wrong now. Sign in, and see what the agent says."));
    });
    connect(&m_laptop, &Laptop::signInEnded, m_message, &views::MessageBar::clear);
    connect(&m_laptop, &Laptop::checkEnded, this, [this](const std::vector<agent::CheckLine>& checks) {
        QList<LinesView::Line> lines;
        for (const agent::CheckLine& check : checks) {
            QString name = QString(check.name).replace(QLatin1Char('_'), QLatin1Char(' '));
            name[0] = name.at(0).toUpper();
            lines.append({check.good ? QStringLiteral("success") : QStringLiteral("failure"),
                          check.good ? Tone::Success : Tone::Danger, name, check.sentence});
        }
        m_checks->setLines(lines, {});
        m_tabs->setCurrentWidget(m_checks);
    });
    showView();
    showBusy();
}

void AgentPanel::setPerson(const QString& userName)
{
    m_person = userName;
    m_checks->setLines(
        {}, tr("“What would happen?” tells, check by check, how a sign-in of %1 would go.").arg(userName));
}

void AgentPanel::check()
{
    m_laptop.check(m_person);
}

void AgentPanel::showView()
{
    const LaptopView& view = m_laptop.view();
    QList<LinesView::Line> held;
    for (const agent::StatusSet& set : view.status.sets) {
        held.append(lineOf(set));
    }
    m_held->setLines(
        held, tr("No data for a sign-in without a network. It comes with the first sign-in with one."));
    QList<LinesView::Line> events;
    for (const contract::OfflineEvent& event : view.events) {
        events.append(lineOf(event));
    }
    m_events->setLines(events, tr("Nothing happened without the service that it was not told of."));
    m_tabs->setTabText(0, counted(tr("Held here"), view.status.sets.size()));
    m_tabs->setTabText(2, counted(tr("Without the service"), view.events.size()));
    showBusy();
}

void AgentPanel::showBusy()
{
    const bool may = m_laptop.view().status.enrolled && !m_laptop.isBusy();
    for (QPushButton* button : {m_refill, m_check, m_damage}) {
        button->setEnabled(may);
        button->setToolTip(may || !m_laptop.isBusy() ? QString()
                                                     : tr("Somebody is signing in; cancel that first."));
    }
}

} // namespace holdfast::workstation
