// SPDX-License-Identifier: Apache-2.0
#include "views/shell/idle_lock.h"

#include <QCoreApplication>
#include <QEvent>

namespace holdfast::views {

namespace {

bool isTouch(QEvent::Type type)
{
    switch (type) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::HoverMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::TabletPress:
    case QEvent::InputMethod:
        return true;
    default:
        return false;
    }
}

} // namespace

IdleLock::IdleLock(QObject* parent)
    : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_timer, &QTimer::timeout, this, &IdleLock::idle);
    QCoreApplication::instance()->installEventFilter(this);
}

void IdleLock::setAfter(std::chrono::milliseconds time)
{
    m_timer.stop();
    if (time.count() > 0) {
        m_timer.start(time);
    }
}

bool IdleLock::eventFilter(QObject* watched, QEvent* event)
{
    if (m_timer.isActive() && isTouch(event->type())) {
        m_timer.start();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace holdfast::views
