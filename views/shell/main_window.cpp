// SPDX-License-Identifier: Apache-2.0
#include "views/shell/main_window.h"

#include "models/session.h"
#include "services/client/api_client.h"
#include "services/client/consume.h"
#include "views/shell/language.h"
#include "views/shell/shell.h"
#include "views/signin/first_run_page.h"
#include "views/signin/lock_page.h"
#include "views/signin/sign_in_page.h"
#include "views/signin/start_page.h"

#include <QApplication>
#include <QCloseEvent>
#include <QSettings>
#include <QShortcut>
#include <QStackedWidget>

namespace holdfast::views {
namespace {

const auto geometryKey = QStringLiteral("window/geometry");
const auto pageKey = QStringLiteral("window/page");

} // namespace

MainWindow::MainWindow(const Workspace& workspace, QWidget* parent)
    : QMainWindow(parent)
    , m_workspace(workspace)
    , m_pages(new QStackedWidget)
{
    setCentralWidget(m_pages);
    setWindowTitle(QStringLiteral("Holdfast"));
    setMinimumSize(800, 460); // a full HD screen at 200 % has 960 by 540, its panels among them
    if (!restoreGeometry(QSettings().value(geometryKey).toByteArray())) {
        resize(1280, 800);
    }
    auto* quit = new QShortcut(QKeySequence::Quit, this);
    connect(quit, &QShortcut::activated, this, &QWidget::close);
}

MainWindow::~MainWindow() = default;

StartPage* MainWindow::startPage()
{
    if (!m_start) {
        m_start = new StartPage;
        m_pages->addWidget(m_start);
    }
    return m_start;
}

SignInPage* MainWindow::signInPage()
{
    if (!m_signIn) {
        m_signIn = new SignInPage;
        m_pages->addWidget(m_signIn);
    }
    return m_signIn;
}

FirstRunPage* MainWindow::firstRunPage()
{
    if (!m_firstRun) {
        m_firstRun = new FirstRunPage;
        m_pages->addWidget(m_firstRun);
    }
    return m_firstRun;
}

void MainWindow::showStart()
{
    m_pages->setCurrentWidget(startPage());
}

void MainWindow::showSignIn()
{
    signInPage()->reset();
    m_pages->setCurrentWidget(m_signIn);
    m_signIn->focusFirst();
}

void MainWindow::showFirstRun()
{
    m_pages->setCurrentWidget(firstRunPage());
    m_firstRun->focusFirst();
}

void MainWindow::showShell()
{
    endLock();
    const QString who = m_workspace.session.administrator().userId + m_workspace.session.viewedRole();
    if (m_shell && m_shellOwner != who) {
        dropShell();
    }
    if (!m_shell) {
        m_shellOwner = who;
        m_shell = new Shell(m_workspace);
        m_pages->addWidget(m_shell);
        connect(m_shell, &Shell::signOutChosen, this, &MainWindow::signOutChosen);
        // Queued: the menu that it comes from goes as well.
        connect(m_shell, &Shell::languageChosen, this, &MainWindow::chooseLanguage, Qt::QueuedConnection);
        const QString last = QSettings().value(pageKey, QStringLiteral("overview")).toString();
        m_pages->setCurrentWidget(m_shell);
        m_shell->openPage(m_firstPage.isEmpty() ? last : m_firstPage);
        if (m_shell->currentPageId().isEmpty()) {
            m_shell->openPage(QStringLiteral("overview"));
        }
        askOrganisation();
    }
    m_pages->setCurrentWidget(m_shell);
}

void MainWindow::askOrganisation()
{
    client::consume(m_workspace.api.overview(), m_shell,
                    [this](const contract::Result<contract::Overview>& overview) {
                        if (overview && m_shell) {
                            m_shell->setOrganisation(overview->organisation);
                            setWindowTitle(overview->organisation.isEmpty()
                                               ? QStringLiteral("Holdfast")
                                               : tr("%1 – Holdfast").arg(overview->organisation));
                        }
                    });
}

void MainWindow::lock(const std::optional<contract::Secret>& localSecret)
{
    if (m_lock || !m_shell || m_pages->currentWidget() != m_shell) {
        return;
    }
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (QWidget* window : windows) {
        const QWidget* owner = window->parentWidget();
        if (window->isVisible() && owner && (owner == this || isAncestorOf(owner))) {
            m_covered.append(window);
            window->hide();
        }
    }
    m_lock = new LockPage(m_workspace, localSecret);
    m_pages->addWidget(m_lock);
    m_pages->setCurrentWidget(m_lock);
    m_lock->focusFirst();
    connect(m_lock, &LockPage::signOutChosen, this, &MainWindow::signOutChosen);
    connect(m_lock, &LockPage::unlocked, this, [this] {
        showShell();
        Q_EMIT unlocked();
    });
}

void MainWindow::endLock()
{
    if (!m_lock) {
        return;
    }
    m_lock->deleteLater();
    m_lock = nullptr;
    if (m_shell) {
        m_pages->setCurrentWidget(m_shell);
    }
    for (const QPointer<QWidget>& window : std::exchange(m_covered, {})) {
        if (window) {
            window->show();
        }
    }
}

void MainWindow::dropShell()
{
    m_covered.clear(); // they go with the shell
    endLock();
    if (m_shell) {
        QSettings().setValue(pageKey, m_shell->currentPageId());
        delete m_shell;
        m_shell = nullptr;
    }
    setWindowTitle(QStringLiteral("Holdfast"));
}

void MainWindow::chooseLanguage(const QString& choice)
{
    if (m_workspace.language) {
        m_workspace.language->choose(choice);
        speakAnew();
    }
}

// The start and first-run pages are left: they do not come back once there was a shell.
void MainWindow::speakAnew()
{
    setLocale(QLocale());
    if (SignInPage* old = std::exchange(m_signIn, nullptr)) {
        signInPage()->takeOver(*old);
        delete old;
    }
    if (m_shell) {
        const QString page = m_shell->currentPageId();
        dropShell();
        showShell();
        m_shell->openPage(page);
    }
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    QSettings settings;
    settings.setValue(geometryKey, saveGeometry());
    if (m_shell) {
        settings.setValue(pageKey, m_shell->currentPageId());
    }
    QMainWindow::closeEvent(event);
}

} // namespace holdfast::views
