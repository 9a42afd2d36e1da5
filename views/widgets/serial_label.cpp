// SPDX-License-Identifier: Apache-2.0
#include "views/widgets/serial_label.h"

#include "models/formats.h"
#include "views/theme/icons.h"
#include "views/theme/metrics.h"
#include "views/widgets/clipboard.h"
#include "views/widgets/labels.h"

#include <QHBoxLayout>
#include <QTimer>
#include <QToolButton>

namespace holdfast::views {

SerialLabel::SerialLabel(const QString& serial, QWidget* parent)
    : QWidget(parent)
    , m_text(makeLabel({}, Type::Mono))
    , m_copy(new QToolButton)
{
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_copy->setIcon(icon(QStringLiteral("copy"), Tone::Neutral));
    m_copy->setIconSize(QSize(14, 14));
    m_copy->setAutoRaise(true);
    m_copy->setToolTip(tr("Copy"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::xs);
    row->addWidget(m_text);
    row->addWidget(m_copy);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    connect(m_copy, &QToolButton::clicked, this, [this] {
        copyText(m_serial);
        m_copy->setIcon(icon(QStringLiteral("check"), Tone::Success));
        QTimer::singleShot(1200, this,
                           [this] { m_copy->setIcon(icon(QStringLiteral("copy"), Tone::Neutral)); });
    });
    setSerial(serial);
}

void SerialLabel::setSerial(const QString& serial)
{
    m_serial = serial;
    m_text->setText(models::groupedSerial(serial));
    m_copy->setAccessibleName(tr("Copy serial number %1").arg(serial));
}

} // namespace holdfast::views
