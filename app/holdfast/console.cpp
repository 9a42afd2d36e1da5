// SPDX-License-Identifier: Apache-2.0
#include "app/holdfast/console.h"

#include "services/client/consume.h"
#include "services/client/service_file.h"
#include "views/shell/shell.h"
#include "views/signin/confirm_dialog.h"
#include "views/signin/first_run_page.h"
#include "views/signin/start_page.h"

#include <QDir>
#include <QFile>

namespace holdfast {

using client::EmbeddedService;
using models::Session;

Console::Console(Options options, views::Theme& theme, views::Language* language)
    : m_options(std::move(options))
    , m_api(m_transport)
    , m_session(m_api)
    , m_window({m_api, m_transport.connectivity(), m_session, m_clock, theme, !m_options.server.has_value(),
                language})
{
    m_window.setFirstPage(m_options.page);
    connect(&m_session, &Session::stateChanged, this, &Console::sessionChanged);
    connect(&m_session, &Session::failed, this, &Console::sessionFailed);
    connect(&m_session, &Session::expired, this, &Console::sessionExpired);
    connect(&m_transport, &client::HttpTransport::sessionLost, &m_session, &Session::lost);
    connect(&m_session, &Session::viewChanged, &m_window, &views::MainWindow::showShell);
    connect(&m_transport, &client::HttpTransport::confirmationNeeded, this, &Console::askConfirmation);
    connect(&m_idle, &views::IdleLock::idle, this, &Console::lock);
    connect(&m_window, &views::MainWindow::unlocked, this, &Console::watchIdleness);
    connect(&m_window, &views::MainWindow::signOutChosen, this, &Console::leave);
}

Console::~Console()
{
    if (m_service && !m_options.serviceFile.isEmpty()) {
        QFile::remove(m_options.serviceFile);
    }
}

void Console::start()
{
    if (m_options.server) {
        m_window.signInPage()->setServer(*m_options.server);
        m_window.signInPage()->setServerEditable(m_options.server->isEmpty());
        askForSignIn({});
        if (m_options.useKeychain) {
            client::consume(client::loadProfile(m_keys), this,
                            [this](const contract::Result<std::optional<client::ServerProfile>>& profile) {
                                if (!profile || !*profile) {
                                    return;
                                }
                                if (m_options.server->isEmpty()) {
                                    m_window.signInPage()->setServer((*profile)->url);
                                }
                                if ((*profile)->url == *m_options.server || m_options.server->isEmpty()) {
                                    m_window.signInPage()->setName((*profile)->userName);
                                    m_window.signInPage()->focusFirst();
                                }
                            });
        }
    } else {
        m_window.showStart();
        connect(m_window.startPage(), &views::StartPage::retryChosen, this, &Console::startService);
        connect(m_window.startPage(), &views::StartPage::otherServerChosen, this, [this] {
            m_window.signInPage()->setServerEditable(true);
            askForSignIn({});
        });
        startService();
    }
    m_window.show();
}

void Console::startService()
{
    m_window.startPage()->showStarting(tr("The service on this computer is starting…"));
    if (m_service) {
        m_service->start();
        return;
    }
    if (!m_options.useKeychain) {
        useService(std::nullopt);
        return;
    }
    const QDir directory(m_options.dataDirectory);
    const bool isNew = !directory.exists() || directory.isEmpty();
    client::consume(client::loadMasterKey(m_keys, directory.absolutePath(), isNew), this,
                    [this](const client::MasterKey& key) { useService(key.key); });
}

void Console::useService(const std::optional<contract::Secret>& masterKey)
{
    m_service = std::make_unique<EmbeddedService>(EmbeddedService::Options {
        .program = m_options.servicePath, .dataDirectory = m_options.dataDirectory, .masterKey = masterKey});
    connect(m_service.get(), &EmbeddedService::ready, this, [this] {
        m_transport.setServer(m_service->url(), m_service->certificateSha256());
        tellPlace();
        m_session.signInLocally(m_service->secret());
    });
    connect(m_service.get(), &EmbeddedService::failed, this, [this](const contract::Error& error) {
        if (!m_window.shell()) {
            m_window.showStart();
            m_window.startPage()->showFailure(error);
        }
    });
    m_service->start();
}

void Console::tellPlace() const
{
    if (m_options.serviceFile.isEmpty()) {
        return;
    }
    if (const auto told = client::writeServiceFile(m_options.serviceFile,
                                                   {m_service->url(), m_service->certificateSha256()});
        !told) {
        qWarning("%s", qPrintable(told.error().detail));
    }
}

void Console::askForSignIn(const QString& reason)
{
    views::SignInPage* page = m_window.signInPage();
    page->setReason(reason);
    connect(page, &views::SignInPage::submitted, this, &Console::signIn, Qt::UniqueConnection);
    m_window.showSignIn();
}

void Console::signIn(const views::Credentials& credentials)
{
    m_name = credentials.name;
    m_options.server = credentials.server;
    if (m_transport.server() != credentials.server) {
        m_transport.setServer(credentials.server);
    }
    m_session.signIn(credentials.name, credentials.password, credentials.passcode,
                     credentials.newPin);
}

void Console::sessionChanged()
{
    switch (m_session.state()) {
    case Session::State::SignedIn:
        if (m_options.server && m_options.useKeychain && !m_name.isEmpty()) {
            client::consume(
                client::saveProfile(m_keys, {m_options.server->host(), *m_options.server, m_name}), this,
                [](const contract::Result<std::monostate>&) {});
        }
        if (m_window.isLocked() && !m_options.server) {
            break; // the session was renewed by itself: whoever comes back unlocks
        }
        m_window.showShell();
        watchIdleness();
        break;
    case Session::State::FirstRun:
        connect(m_window.firstRunPage(), &views::FirstRunPage::submitted, &m_session,
                &Session::completeFirstRun, Qt::UniqueConnection);
        m_window.showFirstRun();
        break;
    case Session::State::SignedOut:
    case Session::State::SigningIn:
        break;
    }
}

void Console::sessionFailed(const contract::Error& error)
{
    if (m_session.state() == Session::State::FirstRun) {
        m_window.firstRunPage()->showError(error);
    } else if (m_options.server) {
        m_window.signInPage()->showError(error);
    } else if (!m_window.shell()) {
        m_window.showStart();
        m_window.startPage()->showFailure(error);
    }
}

void Console::sessionExpired()
{
    if (m_options.server) {
        askForSignIn(tr("Your session has ended. Sign in again to go on where you were."));
    } else if (m_service && m_service->state() == EmbeddedService::State::Ready) {
        m_session.signInLocally(m_service->secret());
    }
}

std::optional<contract::Secret> Console::localSecret() const
{
    return m_options.server || !m_service ? std::nullopt : std::optional(m_service->secret());
}

void Console::askConfirmation()
{
    auto* dialog = new views::ConfirmDialog(m_window.workspace(), localSecret(), &m_window);
    connect(dialog, &QDialog::finished, &m_transport, [this](int result) {
        result == QDialog::Accepted ? m_transport.confirmed() : m_transport.confirmationRefused();
    });
    dialog->open();
}

void Console::watchIdleness()
{
    m_idle.setAfter(m_session.idleLock());
}

void Console::lock()
{
    if (m_session.state() == Session::State::SignedIn) {
        m_window.lock(localSecret());
    }
}

void Console::leave()
{
    m_idle.setAfter(std::chrono::milliseconds(0));
    if (!m_options.server) {
        m_window.close();
        return;
    }
    m_session.signOut();
    m_window.dropShell();
    askForSignIn({});
}

} // namespace holdfast
