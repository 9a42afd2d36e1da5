// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/theme/colours.h"

#include <QWidget>

class QSettings;

namespace holdfast::views {

// Where a press leads: a page, one thing on it, or its list restricted.
struct Link
{
    QString page;
    QString item {}; // user id, serial
    QString restriction {}; // such as "status"
    QString value {}; // such as "locked"
    QString action {}; // such as "import"
    QString words {}; // what the restriction means, as a tag beside the filter
};

// A page of the navigation rail. Made when it is first opened.
class Page : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

    virtual void opened() = 0;
    virtual void closed() { }
    virtual void focusFilter() { }
    virtual void refresh() { }
    // The part of a link that is the page's own matter.
    virtual void follow(const Link& link) { Q_UNUSED(link); }
    // Escape: true if there was something to go back from.
    virtual bool goBack() { return false; }
    // Something is typed here and not saved, or under way, and would be lost with the page. If so the page
    // says it.
    [[nodiscard]] virtual bool holdsWork() { return false; }
    // The service answers again after a loss.
    virtual void restored() { refresh(); }

Q_SIGNALS:
    void linkActivated(const holdfast::views::Link& link);
    void message(holdfast::views::Tone tone, const QString& text);
};

} // namespace holdfast::views
