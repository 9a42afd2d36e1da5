// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demonstration/hands.h"
#include "app/workstation/laptop.h"

class QLabel;
class QPushButton;
class QStackedWidget;

namespace holdfast::views {
class IconLabel;
}

namespace holdfast::workstation {

class EnrolView;
class SessionView;
class SignInView;

// The laptop: its clock, and the login screen or what stands in its place.
class LaptopScreen final : public QWidget
{
    Q_OBJECT
public:
    LaptopScreen(Laptop& laptop, Network& network, const WorldClock& clock, const demonstration::Hands& hands,
                 QWidget* parent = nullptr);

    void setName(const QString& userName);
    void typeIn(const QString& userName, const contract::Secret& passcode);
    [[nodiscard]] EnrolView* enrolView() const { return m_enrol; }
    [[nodiscard]] SignInView* signInView() const { return m_signIn; }
    [[nodiscard]] SessionView* sessionView() const { return m_session; }
    [[nodiscard]] bool isShown(const QWidget* view) const;
    void lock();
    // Shown where the service said that it does not know this computer any more.
    [[nodiscard]] QPushButton* enrolAnewButton() const { return m_enrolAnew; }
    // Once a second, and when the clock was set.
    void tick();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void showView();
    void tryCode();
    void showNetwork();
    void signInEnded(agent::LogonOutcome outcome);
    [[nodiscard]] QString displayNameOf(const QString& userName) const;

    Laptop& m_laptop;
    Network& m_network;
    const WorldClock& m_clock;
    const demonstration::Hands& m_hands;
    QLabel* m_name;
    views::IconLabel* m_networkIcon;
    QLabel* m_networkText;
    QLabel* m_time;
    QLabel* m_date;
    QStackedWidget* m_views;
    QWidget* m_starting;
    EnrolView* m_enrol;
    SignInView* m_signIn;
    SessionView* m_session;
    QPushButton* m_enrolAnew;
    QString m_signedIn; // logon name; empty: nobody
    bool m_triedCode = false;
    bool m_wantsEnrolment = false;
};

} // namespace holdfast::workstation
