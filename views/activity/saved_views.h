// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace holdfast::views {

// What a person chose to see of the activity, under a name.
struct SavedView
{
    QString name;
    QString words; // of the filter line
    QString log; // wire name; empty: all
    QString result; // wire name; empty: any
    int hours = 0; // back from now; 0: any time
    QString domain; // path; empty: all
    QByteArray columns; // widths, order and which are shown
    bool operator==(const SavedView&) const = default;
};

// One person's views, in the settings of this desk. They hold choices, nothing of the log.
class SavedViews
{
public:
    static constexpr int most = 50;
    static constexpr int longestName = 60;

    explicit SavedViews(const QString& person);

    [[nodiscard]] const QList<SavedView>& all() const { return m_views; } // by name
    [[nodiscard]] const SavedView* find(const QString& name) const;
    [[nodiscard]] bool isFull() const { return m_views.size() >= most; }
    // Takes the place of one of this name. A new one beyond the most is not kept.
    void save(const SavedView& view);
    void remove(const QString& name);

private:
    void write() const;

    QString m_key;
    QList<SavedView> m_views;
};

} // namespace holdfast::views
