// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>
#include <QUrlQuery>

#include <optional>
#include <utility>

namespace holdfast::client {

// What a list is asked for; see contract/page.h for the paging words.
struct ListQuery
{
    QString filter; // as typed by a person: words and terms such as status:locked; empty: everything
    QList<std::pair<QString, QString>> terms; // terms of the filter that were chosen rather than typed
    QString sort; // name of a field, "-" in front for descending; empty: the list's own order
    QList<std::pair<QString, QString>> where; // further parameters of this list, such as {"log", "system"}
    int limit = 100;
    std::optional<QString> after;
    std::optional<QString> before;
    std::optional<double> at;
    bool total = false;

    [[nodiscard]] QString wholeFilter() const; // filter and terms
    [[nodiscard]] QUrlQuery toUrlQuery() const;
    bool operator==(const ListQuery&) const = default;
};

} // namespace holdfast::client
