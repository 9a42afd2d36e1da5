// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/error.h"
#include "services/contract/secret.h"
#include "views/shell/workspace.h"

#include <QMainWindow>
#include <QPointer>

#include <optional>

class QStackedWidget;

namespace holdfast::views {

class FirstRunPage;
class LockPage;
class Shell;
class SignInPage;
class StartPage;

// The one window: start, sign-in, first run, and the shell once somebody is signed in. What leads from one to
// the other is decided in app/. A QMainWindow, because screen readers take nothing else for a window.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(const Workspace& workspace, QWidget* parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] StartPage* startPage();
    [[nodiscard]] SignInPage* signInPage();
    [[nodiscard]] FirstRunPage* firstRunPage();
    [[nodiscard]] const Workspace& workspace() const { return m_workspace; }
    // Null until somebody has signed in.
    [[nodiscard]] Shell* shell() const { return m_shell; }

    void showStart();
    void showSignIn();
    void showFirstRun();
    // Makes the shell, or shows the one there is: what was open stays open over a new sign-in of the same
    // person.
    void showShell();
    // After a sign-out nothing of it may remain.
    void dropShell();
    // Covers everything, open dialogs too, until whoever is signed in proves it. `localSecret`: of the
    // embedded service, whose owner proves it by being at this desktop.
    void lock(const std::optional<contract::Secret>& localSecret);
    [[nodiscard]] bool isLocked() const { return m_lock; }
    // Page to open first; empty: the one that was open last.
    void setFirstPage(const QString& id) { m_firstPage = id; }

Q_SIGNALS:
    void signOutChosen();
    void unlocked();

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    void askOrganisation();
    void chooseLanguage(const QString& choice);
    void speakAnew();
    void endLock();

    Workspace m_workspace;
    QStackedWidget* m_pages;
    StartPage* m_start = nullptr;
    SignInPage* m_signIn = nullptr;
    FirstRunPage* m_firstRun = nullptr;
    Shell* m_shell = nullptr;
    LockPage* m_lock = nullptr;
    QList<QPointer<QWidget>> m_covered; // dialogs that the lock has hidden
    QString m_shellOwner;
    QString m_firstPage;
};

} // namespace holdfast::views
