// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/session.h"
#include "services/client/api_client.h"
#include "services/client/connectivity.h"
#include "services/contract/json.h"
#include "tests/views/fake_transport.h"
#include "views/shell/workspace.h"
#include "views/theme/theme.h"

// Small values that stand for a service in the tests of the views.
namespace sample {

inline const holdfast::contract::Timestamp now = holdfast::contract::fromMilliseconds(1780000000000);

[[nodiscard]] holdfast::contract::User user(const QString& id, const QString& name, const QString& shownName);
[[nodiscard]] holdfast::contract::Token token(const QString& serial);
// The offscreen platform has one of its own that cannot be avoided; any other fails the test that it is heard
// in.
void failOnWarnings();

// May log on with one token.
[[nodiscard]] holdfast::contract::UserCard card(const QString& id);
// Locked after wrong codes.
[[nodiscard]] holdfast::contract::UserCard lockedCard(const QString& id);
[[nodiscard]] holdfast::contract::Session session();
[[nodiscard]] holdfast::contract::SecurityDomain domain(const QString& path);
// Of two tokens, to be disabled: one will be, one is left alone.
[[nodiscard]] holdfast::contract::BulkJob bulkJob(holdfast::contract::BulkJobState state);
[[nodiscard]] holdfast::contract::BinEntry binEntry();
[[nodiscard]] holdfast::contract::Workstation workstation(const QString& id, const QString& name);
// Ada's on that workstation: six days left, both codes inside.
[[nodiscard]] holdfast::contract::OfflineSet offlineSet(const QString& id, const QString& workstation);

template <class T>
[[nodiscard]] QJsonObject list(const std::vector<T>& items, qint64 total)
{
    QJsonArray array;
    for (const T& item : items) {
        array.append(holdfast::contract::toJson(item));
    }
    return {{QStringLiteral("items"), array}, {QStringLiteral("total"), total}};
}

// Everything that a page needs to stand, over canned answers. Signed in as Super Administrator.
struct Stage
{
    Stage();
    void fill();
    [[nodiscard]] holdfast::views::Workspace workspace();

    FakeTransport transport;
    holdfast::client::ApiClient api;
    holdfast::client::Connectivity connectivity;
    holdfast::models::Session session;
    holdfast::contract::ManualClock clock;
    holdfast::views::Theme theme;
};

} // namespace sample
