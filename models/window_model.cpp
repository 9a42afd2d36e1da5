// SPDX-License-Identifier: Apache-2.0
#include "models/window_model.h"

namespace holdfast::models {

namespace {

void setEntry(QList<std::pair<QString, QString>>& list, const QString& name, const QString& value)
{
    list.removeIf([&](const auto& entry) { return entry.first == name; });
    if (!value.isEmpty()) {
        list.append({name, value});
    }
}

} // namespace

WindowModel::WindowModel(QObject* parent)
    : QAbstractTableModel(parent)
{
    m_pumpTimer.setSingleShot(true);
    m_pumpTimer.setInterval(0);
    connect(&m_pumpTimer, &QTimer::timeout, this, &WindowModel::pump);
}

void WindowModel::load()
{
    if (m_state == State::Idle) {
        restart();
    }
}

void WindowModel::retry()
{
    m_failedPages.clear();
    if (m_state == State::Failed) {
        restart();
    } else {
        m_pumpTimer.start();
    }
}

void WindowModel::refresh()
{
    if (m_state == State::Idle) {
        return;
    }
    if (m_state != State::Ready) {
        restart();
        return;
    }
    cancelAll();
    m_failedPages.clear();
    m_countAgain = true;
    const std::vector<int> desired = desiredPages();
    for (auto page = m_pages.begin(); page != m_pages.end();) {
        page->second.stale = true;
        page->second.isShort = false;
        if (std::find(desired.begin(), desired.end(), page->first) == desired.end()) {
            page = dropPage(page);
        } else {
            ++page;
        }
    }
    m_pumpTimer.start();
}

void WindowModel::look(int firstRow, int lastRow)
{
    m_firstLooked = std::max(0, firstRow - headRows());
    m_lastLooked = std::max(m_firstLooked, lastRow - headRows());
    m_pumpTimer.start();
}

void WindowModel::setFilter(const QString& words)
{
    if (m_query.filter == words) {
        return;
    }
    m_query.filter = words;
    Q_EMIT filterChanged();
    restart();
}

void WindowModel::setRestriction(const QString& name, const QString& value)
{
    if (restriction(name) == value) {
        return;
    }
    setEntry(isParameter(name) ? m_query.where : m_query.terms, name, value);
    Q_EMIT filterChanged();
    restart();
}

QString WindowModel::restriction(const QString& name) const
{
    for (const auto& list : {m_query.where, m_query.terms}) {
        for (const auto& [known, value] : list) {
            if (known == name) {
                return value;
            }
        }
    }
    return {};
}

bool WindowModel::isRestricted() const
{
    return !m_query.filter.trimmed().isEmpty() || !m_query.where.isEmpty() || !m_query.terms.isEmpty();
}

void WindowModel::clearFilter()
{
    if (!isRestricted()) {
        return;
    }
    m_query.filter.clear();
    m_query.where.clear();
    m_query.terms.clear();
    Q_EMIT filterChanged();
    restart();
}

bool WindowModel::isParameter(const QString&) const
{
    return false;
}

bool WindowModel::isPinned(int) const
{
    return false;
}

int WindowModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : headRows() + static_cast<int>(m_total);
}

QVariant WindowModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const int row = index.row() - headRows();
    if (!isLoaded(row)) {
        wantPage(row / pageSize);
        return role == PlaceholderRole ? QVariant(true) : QVariant();
    }
    touch(row / pageSize);
    return role == PlaceholderRole ? QVariant(false) : cell(row, index.column(), role);
}

void WindowModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= columnCount() || sortKey(column).isEmpty()
        || (column == m_sortColumn && order == m_sortOrder)) {
        return;
    }
    setSort(column, order);
    if (m_state != State::Idle) {
        restart();
    }
}

void WindowModel::setSort(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_sortOrder = order;
    m_query.sort = (order == Qt::DescendingOrder ? QStringLiteral("-") : QString()) + sortKey(column);
}

bool WindowModel::isLoaded(int row) const
{
    const auto page = m_pages.find(row / pageSize);
    return row >= 0 && page != m_pages.end() && row % pageSize < page->second.facts.rows;
}

void WindowModel::setRows(qint64 rows)
{
    const qint64 capped = std::clamp<qint64>(rows, 0, std::numeric_limits<int>::max() / 2);
    if (capped == m_total) {
        return;
    }
    const int head = headRows();
    if (capped > m_total) {
        beginInsertRows({}, head + static_cast<int>(m_total), head + static_cast<int>(capped) - 1);
        m_total = capped;
        endInsertRows();
    } else {
        beginRemoveRows({}, head + static_cast<int>(capped), head + static_cast<int>(m_total) - 1);
        m_total = capped;
        const int pages = static_cast<int>((capped + pageSize - 1) / pageSize);
        for (auto page = m_pages.lower_bound(pages); page != m_pages.end();) {
            drop(page->first);
            page = m_pages.erase(page);
        }
        m_formerIds.erase(m_formerIds.lower_bound(pages), m_formerIds.end());
        endRemoveRows();
    }
    Q_EMIT totalChanged();
}

void WindowModel::settle()
{
    if (m_total + headRows() > 0) {
        become(State::Ready);
    } else {
        become(isRestricted() ? State::NoMatch : State::Empty);
    }
}

void WindowModel::become(State state)
{
    if (m_state != state) {
        m_state = state;
        Q_EMIT stateChanged();
    }
}

// The same item keeps its selection although it moved within the page; an item that left loses it.
void WindowModel::remapSelection(int page, const QStringList& before, const QStringList& after)
{
    const int first = headRows() + page * pageSize;
    QModelIndexList from;
    QModelIndexList to;
    const QModelIndexList persistent = persistentIndexList();
    for (const QModelIndex& index : persistent) {
        const int within = index.row() - first;
        if (within >= 0 && within < before.size()) {
            const qsizetype now = after.indexOf(before.at(within));
            from << index;
            to << (now < 0 ? QModelIndex() : createIndex(first + static_cast<int>(now), index.column()));
        }
    }
    changePersistentIndexList(from, to);
}

} // namespace holdfast::models
