// SPDX-License-Identifier: Apache-2.0
#include "models/session.h"

#include "models/words.h"

#include <QUrl>

namespace holdfast::models {

using contract::Result;

Session::Session(client::ApiClient& api, QObject* parent)
    : QObject(parent)
    , m_api(api)
{ }

bool Session::may(contract::Permission permission) const
{
    return m_permissions.contains(static_cast<int>(permission));
}

bool Session::mayEverywhere(contract::Permission permission) const
{
    return m_everywhere.contains(static_cast<int>(permission));
}

QString Session::whyNot(contract::Permission permission) const
{
    return may(permission) ? QString() : tr("Your role does not permit to %1.").arg(words::of(permission));
}

void Session::signIn(const QString& name, const contract::Secret& password,
                     const std::optional<contract::Secret>& passcode,
                     const std::optional<contract::Secret>& newPin)
{
    become(State::SigningIn);
    client::consume(m_api.signIn({name, password, passcode, newPin}), this,
                    [this](const Result<contract::Session>& session) { accept(session); });
}

void Session::signInLocally(const contract::Secret& secret)
{
    become(State::SigningIn);
    client::consume(m_api.signInLocally({.secret = secret}), this,
                    [this](const Result<contract::Session>& session) { accept(session); });
}

void Session::completeFirstRun(const contract::FirstRun& owner)
{
    client::consume(m_api.completeFirstRun(owner), this,
                    [this](Result<contract::Administrator> administrator) {
                        if (!administrator) {
                            refuse(State::FirstRun, administrator.error());
                            return;
                        }
                        setAdministrator(std::move(*administrator));
                        become(State::SignedIn);
                    });
}

void Session::signOut()
{
    m_api.transport().setViewAs({});
    // Whatever the answer is: this console has forgotten the token.
    client::consume(m_api.signOut(), this, [](const Result<client::Nothing>&) {});
    setAdministrator({});
    become(State::SignedOut);
}

void Session::lost()
{
    if (m_state == State::SignedIn || m_state == State::FirstRun) {
        become(State::SignedOut);
        Q_EMIT expired();
    }
}

void Session::accept(const Result<contract::Session>& session)
{
    if (!session) {
        refuse(State::SignedOut, session.error());
        return;
    }
    setAdministrator(session->administrator);
    m_idleLock = std::chrono::minutes(session->idleLockMinutes);
    become(session->firstRun ? State::FirstRun : State::SignedIn);
}

void Session::refuse(State state, contract::Error error)
{
    m_error = std::move(error);
    become(state);
    Q_EMIT failed(m_error);
}

void Session::setAdministrator(contract::Administrator administrator)
{
    m_administrator = std::move(administrator);
    m_view.reset();
    m_api.transport().setViewAs({});
    setPermissions(m_administrator.permissions, m_administrator.everywhere);
}

void Session::setPermissions(const std::vector<contract::Permission>& permissions,
                             const std::vector<contract::Permission>& everywhere)
{
    const auto fill = [](QSet<int>& set, const std::vector<contract::Permission>& held) {
        set.clear();
        for (const contract::Permission permission : held) {
            set.insert(static_cast<int>(permission));
        }
    };
    fill(m_permissions, permissions);
    fill(m_everywhere, everywhere);
}

void Session::viewAs(const contract::RoleDefinition& role, const QString& domain)
{
    m_view = contract::RoleAssignment(
        role.key, domain, role.predefined ? std::nullopt : std::optional(role.name));
    m_api.transport().setViewAs(role.key.toUtf8() + ' ' + QUrl::toPercentEncoding(domain));
    setPermissions(role.permissions,
                   domain == QLatin1String("/") ? role.permissions : std::vector<contract::Permission> {});
    Q_EMIT viewChanged();
}

void Session::endView()
{
    if (!m_view) {
        return;
    }
    m_view.reset();
    m_api.transport().setViewAs({});
    setPermissions(m_administrator.permissions, m_administrator.everywhere);
    Q_EMIT viewChanged();
}

QString Session::viewedRole() const
{
    return m_view ? words::of(*m_view) : QString();
}

void Session::become(State state)
{
    if (m_state != state) {
        m_state = state;
        Q_EMIT stateChanged();
    }
}

} // namespace holdfast::models
