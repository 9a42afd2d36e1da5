// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/holdfast/pictures/album.h"
#include "app/holdfast/pictures/scenes.h"
#include "views/shell/shell.h"
#include "views/users/user_card.h"
#include "views/users/users_page.h"
#include "views/widgets/state_view.h"
#include "views/widgets/table_pane.h"

#include <QComboBox>
#include <QTableView>

namespace holdfast::pictures {

// Pages and parts of the console, found when they are needed: pages are made late.
class Stage
{
public:
    explicit Stage(Console& console)
        : m_console(console)
    { }
    [[nodiscard]] views::Shell* shell() const { return m_console.window().shell(); }
    template <class T>
    [[nodiscard]] T* page() const
    {
        return shell() ? qobject_cast<T*>(shell()->currentPage()) : nullptr;
    }
    void go(const views::Link& link) const { shell()->follow(link); }
    template <class T>
    [[nodiscard]] T* dialog() const
    {
        return qobject_cast<T*>(openDialog());
    }
    [[nodiscard]] QList<QComboBox*> openDialogBoxes() const
    {
        const QWidget* dialog = openDialog();
        return dialog ? dialog->findChildren<QComboBox*>() : QList<QComboBox*> {};
    }
    void closeDialog() const
    {
        if (QWidget* dialog = openDialog()) {
            dialog->close();
        }
    }
    template <class T>
    [[nodiscard]] bool showsRows() const
    {
        auto* shown = page<T>();
        return shown && shown->pane()->states()->isContentShown()
            && shown->pane()->table()->model()->index(0, 0).data().isValid();
    }
    // Goes down the list to the first person who can sign in with a token, and whom it is to be.
    [[nodiscard]] bool choosesSomebodyWellOff(bool (*isMeant)(const contract::UserCard&) = nullptr) const
    {
        auto* users = page<views::UsersPage>();
        auto* table = users->pane()->table();
        if (!showsCard() || users->card()->model().userId() != users->pane()->currentId()) {
            if (!table->currentIndex().isValid()) {
                table->selectRow(0);
            }
            return false;
        }
        const contract::UserCard& card = users->card()->model().card();
        if (card.explanation.canLogOn && !card.tokens.empty() && (!isMeant || isMeant(card))) {
            return true;
        }
        table->selectRow(table->currentIndex().row() + 1);
        return false;
    }
    [[nodiscard]] bool showsCard() const
    {
        auto* users = page<views::UsersPage>();
        return users && users->card()->model().state() == models::UserCardModel::State::Ready
            && !users->card()->model().isActing();
    }

private:
    Console& m_console;
};

inline bool always()
{
    return true;
}

// Jobs over many, and the bin.
void addJobs(QList<Scene>& scenes, const Stage& stage);
// Workstations and offline data.
void addOffline(QList<Scene>& scenes, const Stage& stage);

} // namespace holdfast::pictures
