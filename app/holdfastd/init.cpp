// SPDX-License-Identifier: Apache-2.0
#include "app/holdfastd/open_store.h"
#include "app/holdfastd/password_input.h"
#include "app/holdfastd/verbs.h"
#include "services/authentication/api/first_administrator.h"

#include <cstdio>

namespace holdfast::daemon {

namespace {

int init(const Options& options)
{
    const auto name = options.required("admin");
    if (!name) {
        return complain(name.error());
    }
    // Before anything is made: a refused password leaves nothing behind.
    const auto password = readNewPassword();
    if (!password) {
        return complain(password.error());
    }
    auto opened = createStore(options);
    if (!opened) {
        return complain(opened.error());
    }
    Store& store = *opened->store;
    store.keepHead();
    authentication::FirstAdministratorRequest request;
    request.person.name = *name;
    request.person.password = *password;
    if (const auto made = authentication::makeFirstAdministrator(
            {store.database(), store.keys(), store.clock(), store.events()}, request);
        !made) {
        return complain(made.error());
    }
    std::printf("A new service is in %s, with %s as Super Administrator.\n",
                options.value("data-dir").toUtf8().constData(), name->toUtf8().constData());
    if (!options.has("key-dir")) {
        std::printf("Its keys are in %s. Back them up apart from the data: without them the data is lost.\n",
                    opened->directory->keyDirectory().toUtf8().constData());
    }
    return 0;
}

} // namespace

Verb initVerb()
{
    return {
        QStringLiteral("init"),
        QStringLiteral(
            "Makes a new service with its first administrator; the password is read from standard input."),
        {dataDirectoryFlag(),
         {"admin", "NAME", "Logon name of the first administrator."},
         {"key-dir", "DIRECTORY",
          "Where the keys go: absent or empty; a new folder of the user's by default."},
         configFlag()},
        init};
}

} // namespace holdfast::daemon
