// SPDX-License-Identifier: Apache-2.0
#include "app/workstation/laptop_screen.h"

#include "app/workstation/enrol_view.h"
#include "app/workstation/session_view.h"
#include "app/workstation/sign_in_view.h"
#include "views/theme/metrics.h"
#include "views/theme/style.h"
#include "views/widgets/icon_label.h"
#include "views/widgets/labels.h"

#include <QDateTime>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace holdfast::workstation {

namespace metrics = views::metrics;

namespace {

constexpr int screenWidth = 440;
constexpr int bezel = 10;

} // namespace

LaptopScreen::LaptopScreen(Laptop& laptop, Network& network, const WorldClock& clock,
                           const demonstration::Hands& hands, QWidget* parent)
    : QWidget(parent)
    , m_laptop(laptop)
    , m_network(network)
    , m_clock(clock)
    , m_hands(hands)
    , m_name(views::makeLabel({}, views::Type::Strong))
    , m_networkIcon(new views::IconLabel)
    , m_networkText(views::makeLabel({}, views::Type::Body, views::Ink::Secondary))
    , m_time(views::makeLabel({}, views::Type::Figure))
    , m_date(views::makeLabel({}, views::Type::Body, views::Ink::Secondary))
    , m_views(new QStackedWidget)
    , m_starting(new QWidget)
    , m_enrol(new EnrolView(laptop))
    , m_signIn(new SignInView(laptop))
    , m_session(new SessionView)
    , m_enrolAnew(new QPushButton(tr("Enrol this computer anew…")))
{
    setFixedWidth(screenWidth);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(bezel + metrics::l, bezel + metrics::m, bezel + metrics::l,
                               bezel + metrics::l);
    column->setSpacing(metrics::xs);
    auto* strip = new QHBoxLayout;
    strip->setSpacing(metrics::s);
    strip->addWidget(new views::IconLabel(QStringLiteral("workstation")));
    strip->addWidget(m_name, 1);
    strip->addWidget(m_networkIcon);
    strip->addWidget(m_networkText);
    column->addLayout(strip);
    column->addSpacing(metrics::xl);
    for (QLabel* label : {m_time, m_date}) {
        label->setAlignment(Qt::AlignHCenter);
        column->addWidget(label);
    }
    column->addSpacing(metrics::xl);
    auto* row = new QHBoxLayout;
    m_views->setFixedWidth(metrics::formWidth);
    for (QWidget* view : std::initializer_list<QWidget*> {m_starting, m_enrol, m_signIn, m_session}) {
        // What is higher than its view needs stays free below.
        auto* page = new QWidget;
        auto* inner = new QVBoxLayout(page);
        inner->setContentsMargins(0, 0, 0, 0);
        inner->addWidget(view);
        if (view == m_signIn) {
            inner->addWidget(m_enrolAnew);
        }
        inner->addStretch();
        m_views->addWidget(page);
    }
    row->addStretch();
    row->addWidget(m_views);
    row->addStretch();
    column->addLayout(row, 1);

    connect(&m_laptop, &Laptop::viewChanged, this, &LaptopScreen::showView);
    connect(&m_laptop, &Laptop::signInEnded, this, &LaptopScreen::signInEnded);
    connect(&m_network, &Network::stateChanged, this, &LaptopScreen::showNetwork);
    views::setButtonRole(m_enrolAnew, views::ButtonRole::Quiet);
    m_enrolAnew->hide();
    connect(m_enrolAnew, &QPushButton::clicked, this, [this] {
        m_wantsEnrolment = true;
        showView();
    });
    connect(&m_laptop, &Laptop::enrolmentEnded, this,
            [this](const QString& fault) { m_wantsEnrolment = m_wantsEnrolment && !fault.isEmpty(); });
    connect(m_session, &SessionView::lockChosen, this, &LaptopScreen::lock);
    showNetwork();
    tick();
}

void LaptopScreen::setName(const QString& userName)
{
    m_signIn->setName(userName);
}

void LaptopScreen::typeIn(const QString& userName, const contract::Secret& passcode)
{
    if (!m_laptop.view().status.enrolled || !m_signedIn.isEmpty()) {
        return;
    }
    m_signIn->setName(userName);
    m_signIn->typeIn(passcode);
}

bool LaptopScreen::isShown(const QWidget* view) const
{
    return m_views->currentWidget()->isAncestorOf(view);
}

void LaptopScreen::lock()
{
    m_signedIn.clear();
    m_signIn->startAnew();
    showView();
}

void LaptopScreen::tick()
{
    tryCode();
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(contract::toMilliseconds(m_clock.now()));
    m_time->setText(QLocale().toString(now, QStringLiteral("HH:mm")));
    m_date->setText(QLocale().toString(now, QStringLiteral("dddd, d MMMM yyyy")));
}

void LaptopScreen::showNetwork()
{
    const bool out = m_network.state() == NetworkState::CableOut;
    m_networkIcon->setIcon(out ? QStringLiteral("offline") : QStringLiteral("link"),
                           out ? views::Tone::Warning : views::Tone::Neutral);
    m_networkText->setText(out ? tr("No network") : tr("Network"));
}

QString LaptopScreen::displayNameOf(const QString& userName) const
{
    for (const demonstration::Hand& hand : m_hands.people) {
        if (hand.userName.compare(userName, Qt::CaseInsensitive) == 0) {
            return hand.displayName;
        }
    }
    return userName;
}

void LaptopScreen::signInEnded(agent::LogonOutcome outcome)
{
    if (outcome == agent::LogonOutcome::Accepted) {
        m_signedIn = m_signIn->name();
        m_session->begin(displayNameOf(m_signedIn), m_signIn->words());
    }
}

// The code that came with the demonstration, while it lives; after that the console makes another.
void LaptopScreen::tryCode()
{
    const bool enrolledNever = m_laptop.view().status.problem == QLatin1String("not_enrolled");
    if (m_laptop.isKnown() && enrolledNever && !m_laptop.isBusy() && m_network.isServiceThere()
        && m_hands.enrolmentCodeEndsAt > contract::SystemClock().now() && !std::exchange(m_triedCode, true)) {
        m_enrol->enrolWith(m_hands.enrolmentCode);
    }
}

void LaptopScreen::showView()
{
    const agent::AgentStatus& status = m_laptop.view().status;
    m_name->setText(status.name.isEmpty() ? tr("Laptop") : status.name);
    const bool revoked = status.lastContactProblem == QLatin1String("workstation_revoked");
    const bool unknown = status.lastContactProblem == QLatin1String("workstation_not_authenticated");
    m_enrolAnew->setVisible(revoked || unknown);
    QWidget* view = m_signIn;
    if (!m_laptop.isKnown()) {
        view = m_starting;
    } else if (m_wantsEnrolment) {
        view = m_enrol;
        m_signedIn.clear();
        m_enrol->setReason(revoked ? tr("The service revoked this computer.")
                                   : tr("The service does not know this computer any more."));
    } else if (!status.enrolled) {
        view = m_enrol;
        m_signedIn.clear();
        m_enrol->setReason(status.problem == QLatin1String("not_enrolled") ? QString() : status.sentence);
    } else if (!m_signedIn.isEmpty()) {
        view = m_session;
        m_session->setData(m_laptop.view().setOf(m_signedIn));
    }
    if (!isShown(view)) {
        m_views->setCurrentWidget(view->parentWidget());
        if (view == m_signIn) {
            m_signIn->focusFirst();
        } else if (view == m_enrol) {
            m_enrol->focusFirst();
        } else if (view == m_session) {
            m_session->focusFirst();
        }
    }
}

void LaptopScreen::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPalette& colours = palette();
    const QRectF outer = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    const QColor frame =
        views::mixed(colours.color(QPalette::Window), colours.color(QPalette::WindowText), 0.16);
    views::drawRounded(&painter, outer, frame, colours.color(QPalette::Dark), metrics::radius * 2);
    views::drawRounded(&painter, outer.adjusted(bezel, bezel, -bezel, -bezel), colours.color(QPalette::Base),
                       colours.color(QPalette::Mid), metrics::radius);
}

} // namespace holdfast::workstation
