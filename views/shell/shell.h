// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/search_model.h"
#include "views/shell/page.h"
#include "views/shell/pages.h"

#include <QHash>

class QStackedWidget;

namespace holdfast::views {

class HeaderBar;
class MessageBar;
class NavigationRail;

// What a signed-in administrator works in: rail, header, banner, pages. Composes pages and holds no rule.
class Shell final : public QWidget
{
    Q_OBJECT
public:
    Shell(const Workspace& workspace, QWidget* parent = nullptr);
    ~Shell() override;

    void openPage(const QString& id);
    void follow(const Link& link);
    void openLocator();
    [[nodiscard]] QString currentPageId() const { return m_current; }
    [[nodiscard]] Page* currentPage() const;
    void setOrganisation(const QString& name);
    void showToast(Tone tone, const QString& text);

Q_SIGNALS:
    void signOutChosen();
    void languageChosen(const QString& choice);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void addShortcuts();
    void fillLocator();
    void locate(models::SearchModel::Kind kind, const QString& id);
    [[nodiscard]] Page* page(const QString& id);
    void placeToast();
    void showShortcuts();
    void showAbout();
    void chooseLanguage(const QString& choice);

    Workspace m_workspace;
    QList<PageEntry> m_entries;
    QHash<QString, Page*> m_made;
    QString m_current;
    NavigationRail* m_rail;
    HeaderBar* m_header;
    QStackedWidget* m_stack;
    MessageBar* m_toast;
};

} // namespace holdfast::views
