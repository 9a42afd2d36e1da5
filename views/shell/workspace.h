// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace holdfast::contract {
class Clock;
}
namespace holdfast::client {
class ApiClient;
class Connectivity;
} // namespace holdfast::client
namespace holdfast::models {
class Session;
}

namespace holdfast::views {

class Language;
class Theme;

// What every page works with. All of it outlives the window.
struct Workspace
{
    client::ApiClient& api;
    client::Connectivity& connectivity;
    models::Session& session;
    const contract::Clock& clock;
    Theme& theme;
    bool embedded = false; // the console started the service itself: signing out is quitting
    Language* language = nullptr; // absent: no choice of a language is offered
};

} // namespace holdfast::views
