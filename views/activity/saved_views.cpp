// SPDX-License-Identifier: Apache-2.0
#include "views/activity/saved_views.h"

#include <QSettings>
#include <QUrl>

namespace holdfast::views {

namespace {

bool isBefore(const SavedView& one, const SavedView& other)
{
    return QString::localeAwareCompare(one.name, other.name) < 0;
}

} // namespace

// A logon name may hold a slash, which the settings would take for a group.
SavedViews::SavedViews(const QString& person)
    : m_key(QStringLiteral("activityViews/") + QString::fromLatin1(QUrl::toPercentEncoding(person)))
{
    QSettings settings;
    const int count = std::min(settings.beginReadArray(m_key), most);
    for (int i = 0; i < count; ++i) {
        settings.setArrayIndex(i);
        const auto text = [&settings](const char* field) {
            return settings.value(QLatin1String(field)).toString();
        };
        const SavedView view {.name = text("name").left(longestName),
                              .words = text("words"),
                              .log = text("log"),
                              .result = text("result"),
                              .hours = settings.value(QStringLiteral("hours")).toInt(),
                              .domain = text("domain"),
                              .columns = settings.value(QStringLiteral("columns")).toByteArray()};
        if (!view.name.isEmpty()) {
            m_views.append(view);
        }
    }
    settings.endArray();
    std::sort(m_views.begin(), m_views.end(), isBefore);
}

const SavedView* SavedViews::find(const QString& name) const
{
    const auto found = std::find_if(m_views.begin(), m_views.end(), [&name](const SavedView& view) {
        return view.name.compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == m_views.end() ? nullptr : &*found;
}

void SavedViews::save(const SavedView& view)
{
    const auto same = [&view](const SavedView& known) {
        return known.name.compare(view.name, Qt::CaseInsensitive) == 0;
    };
    m_views.removeIf(same);
    if (isFull()) {
        return;
    }
    m_views.append(view);
    std::sort(m_views.begin(), m_views.end(), isBefore);
    write();
}

void SavedViews::remove(const QString& name)
{
    m_views.removeIf([&name](const SavedView& view) { return view.name == name; });
    write();
}

void SavedViews::write() const
{
    QSettings settings;
    settings.remove(m_key);
    settings.beginWriteArray(m_key, static_cast<int>(m_views.size()));
    for (int i = 0; i < m_views.size(); ++i) {
        const SavedView& view = m_views.at(i);
        settings.setArrayIndex(i);
        settings.setValue(QStringLiteral("name"), view.name);
        settings.setValue(QStringLiteral("words"), view.words);
        settings.setValue(QStringLiteral("log"), view.log);
        settings.setValue(QStringLiteral("result"), view.result);
        settings.setValue(QStringLiteral("hours"), view.hours);
        settings.setValue(QStringLiteral("domain"), view.domain);
        settings.setValue(QStringLiteral("columns"), view.columns);
    }
    settings.endArray();
}

} // namespace holdfast::views
