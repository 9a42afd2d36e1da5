// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/permission.h"
#include "views/shell/workspace.h"

#include <QStringList>

#include <functional>

namespace holdfast::views {

class Page;

// A page as the rail and the locator know it, before it is made.
struct PageEntry
{
    QString id;
    QString title;
    QString icon;
    QStringList keywords;
    contract::Permission permission {};
    bool gapBefore = false;
    std::function<Page*(const Workspace&)> make;
};

// In the order of the rail; Ctrl+1 opens the first.
[[nodiscard]] QList<PageEntry> allPages();

} // namespace holdfast::views
