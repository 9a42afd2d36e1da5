// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/client/api_client.h"
#include "services/client/consume.h"

#include <QObject>
#include <QSet>

#include <chrono>

namespace holdfast::models {

// Who is signed in and what they may do. One for each window of the console; pages ask may().
class Session : public QObject
{
    Q_OBJECT
public:
    enum class State
    {
        SignedOut,
        SigningIn,
        FirstRun, // signed in as the local owner of a service without administrators: completeFirstRun() is
                  // next
        SignedIn
    };
    Q_ENUM(State)

    explicit Session(client::ApiClient& api, QObject* parent = nullptr);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const contract::Administrator& administrator() const { return m_administrator; }
    [[nodiscard]] bool may(contract::Permission permission) const;
    // In all domains, as for what concerns the service as a whole.
    [[nodiscard]] bool mayEverywhere(contract::Permission permission) const;
    // In words for a tool tip of what is off: "Your role does not include ...".
    [[nodiscard]] QString whyNot(contract::Permission permission) const;
    [[nodiscard]] const contract::Error& error() const { return m_error; }
    [[nodiscard]] std::chrono::minutes idleLock() const { return m_idleLock; } // zero: never

    // Looks at the console as a holder of this role would: pages, buttons and what the service answers. What
    // changes anything is refused by the service meanwhile.
    void viewAs(const contract::RoleDefinition& role, const QString& domain);
    void endView();
    [[nodiscard]] bool isViewing() const { return m_view.has_value(); }
    [[nodiscard]] QString viewedRole() const; // in words: "Help Desk of /Sales"

    void signIn(const QString& name, const contract::Secret& password,
                const std::optional<contract::Secret>& passcode = std::nullopt,
                const std::optional<contract::Secret>& newPin = std::nullopt);
    void signInLocally(const contract::Secret& secret);
    void completeFirstRun(const contract::FirstRun& owner);
    void signOut();
    // The service says that the session has ended (HttpTransport::sessionLost).
    void lost();

Q_SIGNALS:
    void stateChanged();
    // Of signIn, signInLocally or completeFirstRun; state is back where it was.
    void failed(const holdfast::contract::Error& error);
    // viewAs() or endView(): whoever shows pages shows them anew.
    void viewChanged();
    // Ended by the service: sign in again; what is open stays open.
    void expired();

private:
    void become(State state);
    void accept(const contract::Result<contract::Session>& session);
    void refuse(State state, contract::Error error);
    void setAdministrator(contract::Administrator administrator);
    void setPermissions(const std::vector<contract::Permission>& permissions,
                        const std::vector<contract::Permission>& everywhere);

    client::ApiClient& m_api;
    State m_state = State::SignedOut;
    contract::Administrator m_administrator;
    QSet<int> m_permissions;
    QSet<int> m_everywhere;
    std::optional<contract::RoleAssignment> m_view;
    std::chrono::minutes m_idleLock {0};
    contract::Error m_error;
};

} // namespace holdfast::models
