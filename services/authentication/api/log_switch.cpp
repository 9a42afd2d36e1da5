// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/log_switch.h"

#include <QLoggingCategory>

namespace holdfast::authentication {

using contract::Result;

namespace {

constexpr std::array levels {"debug", "info", "warning", "critical"};

int levelIndex(const QString& name)
{
    const auto found = std::find_if(levels.begin(), levels.end(),
                                    [&](const char* level) { return name == QLatin1String(level); });
    return found == levels.end() ? -1 : static_cast<int>(found - levels.begin());
}

// Rules for one category and those below it, or for all where it is empty.
QString rulesFor(const QString& category, int lowest)
{
    const QStringList patterns = category.isEmpty()
        ? QStringList {QStringLiteral("holdfast.*")}
        : QStringList {QStringLiteral("holdfast.") + category, QStringLiteral("holdfast.%1.*").arg(category)};
    QString rules;
    for (const QString& pattern : patterns) {
        for (int level = 0; level < static_cast<int>(levels.size()); ++level) {
            rules += QStringLiteral("%1.%2=%3\n")
                         .arg(pattern, QLatin1String(levels[static_cast<size_t>(level)]),
                              level >= lowest ? QStringLiteral("true") : QStringLiteral("false"));
        }
    }
    return rules;
}

std::pair<QString, int> split(const QString& text)
{
    const qsizetype equals = text.indexOf(QLatin1Char('='));
    return {equals < 0 ? QString() : text.first(equals).trimmed(),
            levelIndex(text.mid(equals + 1).trimmed())};
}

} // namespace

QStringList logCategories()
{
    return {QStringLiteral("api"), QStringLiteral("events"), QStringLiteral("http"), QStringLiteral("import"),
            QStringLiteral("storage")};
}

LogSwitch::LogSwitch(const QStringList& configured, Apply apply)
    : m_configured(rulesFor({}, levelIndex(QStringLiteral("info"))))
    , m_apply(apply ? std::move(apply) : Apply(&QLoggingCategory::setFilterRules))
{
    for (const bool general : {true, false}) { // what is said of a category wins over what is said of all
        for (const QString& text : configured) {
            const auto [category, level] = split(text);
            if (category.isEmpty() == general) {
                m_configured += rulesFor(category, level);
            }
        }
    }
    m_apply(m_configured);
}

Result<void> LogSwitch::checkLevel(const QString& text)
{
    const auto [category, level] = split(text);
    if (level >= 0 && (!text.contains(QLatin1Char('=')) || logCategories().contains(category))) {
        return {};
    }
    return contract::failure(
        contract::ErrorKind::InvalidRequest, QStringLiteral("log_level_invalid"),
        QStringLiteral("\"%1\" is no log level. Levels are debug, info, warning and critical, for all or as "
                       "CATEGORY=LEVEL with one of the categories %2.")
            .arg(text, logCategories().join(QStringLiteral(", "))));
}

contract::LoggingState LogSwitch::state() const
{
    const std::lock_guard lock(m_mutex);
    return m_state;
}

Result<void> LogSwitch::turnOn(const QStringList& categories, contract::Timestamp until)
{
    QString rules = m_configured;
    for (const QString& category : categories.isEmpty() ? logCategories() : categories) {
        if (!logCategories().contains(category)) {
            return contract::invalidField(QStringLiteral("categories"), QStringLiteral("unknown"),
                                          QStringLiteral("There is no log category \"%1\".").arg(category));
        }
        rules += rulesFor(category, 0);
    }
    const std::lock_guard lock(m_mutex);
    m_state = {true, until, categories};
    m_apply(rules);
    return {};
}

bool LogSwitch::turnOff()
{
    const std::lock_guard lock(m_mutex);
    if (!m_state.verbose) {
        return false;
    }
    m_state = {};
    m_apply(m_configured);
    return true;
}

bool LogSwitch::isDue(contract::Timestamp now) const
{
    const std::lock_guard lock(m_mutex);
    return m_state.verbose && m_state.until && now >= *m_state.until;
}

} // namespace holdfast::authentication
