// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/shell/workspace.h"

#include <QWidget>

class QMenu;
class QToolButton;

namespace holdfast::views {

class Locator;

// Above every page: the search field and the account menu.
class HeaderBar final : public QWidget
{
    Q_OBJECT
public:
    HeaderBar(Workspace workspace, QWidget* window, QWidget* parent = nullptr);
    [[nodiscard]] Locator* locator() const { return m_locator; }

Q_SIGNALS:
    void signOutChosen();
    void aboutChosen();
    void shortcutsChosen();
    void languageChosen(const QString& choice);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void showAccount();
    void buildMenu();
    void addLanguages(QMenu* menu);

    Workspace m_workspace;
    Locator* m_locator;
    QToolButton* m_account;
};

} // namespace holdfast::views
