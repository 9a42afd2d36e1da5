// SPDX-License-Identifier: Apache-2.0
#include "app/workstation/pictures/show.h"

#include "app/workstation/agent_panel.h"
#include "app/workstation/clock_panel.h"
#include "app/workstation/enrol_view.h"
#include "app/workstation/hand_panel.h"
#include "app/workstation/laptop_screen.h"
#include "app/workstation/lines_view.h"
#include "app/workstation/session_view.h"
#include "app/workstation/sign_in_view.h"

#include <QTabWidget>

namespace holdfast::pictures {

using namespace workstation;

namespace {

// Parts of the window, and when they are in a state that a picture is worth.
struct Laptops
{
    WorkstationWindow& window;

    [[nodiscard]] LaptopScreen* screen() const { return window.laptopScreen(); }
    [[nodiscard]] SignInView* signIn() const { return window.laptopScreen()->signInView(); }
    [[nodiscard]] bool isIdle() const { return !window.laptop().isBusy(); }
    [[nodiscard]] bool isSignedIn() const { return isIdle() && screen()->isShown(screen()->sessionView()); }
    [[nodiscard]] bool wasRefused() const
    {
        return isIdle() && screen()->isShown(signIn()) && !signIn()->words().isEmpty();
    }
    [[nodiscard]] bool isReadyForSomebody() const
    {
        return isIdle() && window.laptop().view().status.enrolled && screen()->isShown(signIn());
    }
};

} // namespace

QList<Scene> laptopScenes(WorkstationWindow& window, client::EmbeddedService& service)
{
    const Laptops laptops {window};
    const auto sitDown = [&window](int person) {
        window.laptopScreen()->lock();
        window.handPanel()->choosePerson(person);
    };
    const auto typeIn = [&window] {
        window.handPanel()->typeIn();
    };
    const auto submit = [laptops] {
        laptops.signIn()->submit();
    };
    const auto asked = [laptops] {
        return laptops.signIn()->isAsked();
    };
    const auto signedIn = [laptops] {
        return laptops.isSignedIn();
    };
    const auto refused = [laptops] {
        return laptops.wasRefused();
    };
    return {
        {QStringLiteral("laptop-enrol"), [] {},
         [laptops] {
             return laptops.isIdle() && laptops.screen()->isShown(laptops.screen()->enrolView());
         }},
        {{},
         [&service] { service.start(); },
         [laptops] {
             return laptops.isReadyForSomebody();
         }},
        {{}, typeIn, asked},
        {QStringLiteral("laptop-signed-in"), submit, signedIn},
        {{},
         [sitDown] { sitDown(3); },
         [laptops] {
             return laptops.isReadyForSomebody();
         }},
        {{}, typeIn, asked},
        {QStringLiteral("laptop-no-data"), submit, signedIn},
        {{},
         [&window, sitDown] {
             sitDown(0);
             window.clockPanel()->choose(ClockPanel::WeekLater);
         },
         [laptops] {
             return laptops.isReadyForSomebody();
         }},
        {QStringLiteral("laptop-offline"), typeIn, asked},
        {QStringLiteral("laptop-offline-signed-in"), submit, signedIn},
        {{},
         [&window] {
             window.laptopScreen()->lock();
             window.clockPanel()->choose(ClockPanel::AfterIt);
         },
         [laptops] {
             return laptops.isReadyForSomebody();
         }},
        {{}, typeIn, asked},
        {{},
         [&window, submit] {
             submit();
             window.agentPanel()->tabs()->setCurrentWidget(window.agentPanel()->events());
         },
         refused},
        {QStringLiteral("laptop-what-would-happen"), [&window] { window.agentPanel()->check(); },
         [&window, laptops] {
             return laptops.isIdle() && !window.agentPanel()->checks()->lines().isEmpty();
         }},
        {{},
         [&window, sitDown] {
             window.network().setState(NetworkState::Silent);
             window.clockPanel()->choose(ClockPanel::Today);
             sitDown(1);
         },
         [laptops] {
             return laptops.isReadyForSomebody();
         }},
        {QStringLiteral("laptop-silent"), typeIn, refused},
        {{},
         [&window, sitDown] {
             sitDown(0);
             window.network().setState(NetworkState::CableOut);
             window.agentPanel()->tabs()->setCurrentWidget(window.agentPanel()->events());
             window.laptop().damage();
         },
         [laptops] {
             return laptops.isReadyForSomebody();
         }},
        {{}, typeIn, asked},
        {QStringLiteral("laptop-damaged"), submit, refused},
    };
}

} // namespace holdfast::pictures
