// SPDX-License-Identifier: Apache-2.0
#include "views/shell/connection_banner.h"

#include "services/client/connectivity.h"
#include "views/theme/metrics.h"
#include "views/widgets/icon_label.h"
#include "views/widgets/labels.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace holdfast::views {
namespace {

using client::Connectivity;

// A hiccup shorter than this is nobody's business.
constexpr std::chrono::milliseconds patience {400};

QString causeOf(const QString& code)
{
    if (code == QLatin1String("certificate_refused")) {
        return ConnectionBanner::tr("The service's certificate is not the one that was expected.");
    }
    if (code == QLatin1String("host_not_found")) {
        return ConnectionBanner::tr("The service's address cannot be found.");
    }
    if (code == QLatin1String("timed_out")) {
        return ConnectionBanner::tr("The service does not answer in time.");
    }
    return ConnectionBanner::tr("The service cannot be reached.");
}

} // namespace

ConnectionBanner::ConnectionBanner(Connectivity& connectivity, QWidget* parent)
    : QWidget(parent)
    , m_connectivity(connectivity)
    , m_text(makeLabel({}))
    , m_retry(new QPushButton(tr("Try now")))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::l, metrics::xs + 2, metrics::m, metrics::xs + 2);
    row->setSpacing(metrics::s);
    row->addWidget(new IconLabel(QStringLiteral("offline"), Tone::Warning, 18));
    row->addWidget(m_text, 1);
    row->addWidget(m_retry);
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    m_seconds.setInterval(std::chrono::seconds(1));
    connect(&m_patience, &QTimer::timeout, this, [this] {
        showState();
        show();
    });
    connect(&m_seconds, &QTimer::timeout, this, &ConnectionBanner::showState);
    connect(m_retry, &QPushButton::clicked, &m_connectivity, &Connectivity::retryNow);
    connect(&m_connectivity, &Connectivity::stateChanged, this, [this] {
        if (m_connectivity.isOk()) {
            m_patience.stop();
            m_seconds.stop();
            hide();
        } else if (isVisible()) {
            showState();
        } else if (!m_patience.isActive()) {
            m_patience.start();
            m_seconds.start();
        }
    });
    hide();
}

QString ConnectionBanner::text() const
{
    return isHidden() ? QString() : m_text->text();
}

void ConnectionBanner::showState()
{
    const bool retrying = m_connectivity.state() == Connectivity::State::Retrying;
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(m_connectivity.untilNextProbe()).count();
    const QString next = retrying || seconds <= 0
        ? tr("Trying again…")
        : tr("Trying again in %n second(s).", nullptr, static_cast<int>(seconds));
    m_text->setText(tr("%1 What you see may be out of date. %2").arg(causeOf(m_connectivity.reason()), next));
    m_retry->setEnabled(!retrying);
    setAccessibleName(m_text->text());
}

void ConnectionBanner::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), toneFill(palette(), Tone::Warning));
    painter.fillRect(QRect(0, height() - 1, width(), 1), palette().color(QPalette::Mid));
}

} // namespace holdfast::views
