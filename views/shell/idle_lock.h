// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

namespace holdfast::views {

// Tells when nobody has touched keyboard, mouse or screen for a while. Watches the whole application.
class IdleLock final : public QObject
{
    Q_OBJECT
public:
    explicit IdleLock(QObject* parent = nullptr);

    // Zero: never. Begins anew.
    void setAfter(std::chrono::milliseconds time);

Q_SIGNALS:
    void idle();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QTimer m_timer;
};

} // namespace holdfast::views
