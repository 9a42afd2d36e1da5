// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/client/api_client.h"
#include "services/client/consume.h"

#include <QAbstractTableModel>
#include <QTimer>

#include <array>
#include <map>
#include <vector>

namespace holdfast::models {

// Roles that every table of ours understands besides Qt's own.
enum CommonRole
{
    IdRole = Qt::UserRole
        + 1, // QString: what the row is about (user id, serial, event sequence); empty while loading
    PlaceholderRole, // bool: the row's page is not here yet; DisplayRole is empty then
    ToneRole, // models::Tone as int: colour only together with the words
    NumericRole, // bool: align right
    MonospaceRole, // bool: serials and codes
    CommonRoleEnd
};

// A window onto a list on the service: the row count is known, pages are fetched around what is looked at,
// and only a few are kept. Sorting and filtering happen on the service. Rows whose page is not here are
// placeholders; asking one for its data fetches its page, so a view needs to do nothing special. Late answers
// are ignored. Heirs are TypedWindowModel<T>.
class WindowModel : public QAbstractTableModel
{
    Q_OBJECT
    Q_PROPERTY(State state READ state NOTIFY stateChanged)
    Q_PROPERTY(QString filter READ filter WRITE setFilter NOTIFY filterChanged)
    Q_PROPERTY(qint64 total READ total NOTIFY totalChanged)
public:
    enum class State
    {
        Idle, // load() was not called yet
        Loading, // nothing to show yet
        Ready,
        Empty, // there is nothing at all
        NoMatch, // nothing matches filter or restriction
        Failed // nothing to show; error() says why. A failure while rows are shown leaves Ready and emits
               // failed()
    };
    Q_ENUM(State)

    static constexpr int pageSize = 100;
    static constexpr int keptPages = 24; // of 100 rows each: bounded memory whatever is looked at

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const contract::Error& error() const { return m_error; }
    // Rows that match; known as soon as the first page is.
    [[nodiscard]] qint64 total() const { return m_total + headItems(); }
    // Whether this row of the table is loaded; asking does not fetch it.
    [[nodiscard]] bool isThere(int row) const { return isLoaded(row - headRows()); }
    // A request is under way: a thin progress bar.
    [[nodiscard]] bool isBusy() const { return !m_running.empty(); }

    // First load; does nothing when loaded already.
    void load();
    // Everything anew, showing what is there until the new rows come. Position and selection stay on the same
    // items as far as they are in sight.
    virtual void refresh();
    // After Failed.
    void retry();
    // The rows on the screen; optional (data() tells as well), but saves requests while dragging.
    void look(int firstRow, int lastRow);

    [[nodiscard]] QString filter() const { return m_query.filter; }
    // The view debounces.
    void setFilter(const QString& words);
    // A term of the filter that was chosen rather than typed, such as ("status", "locked"); an empty value
    // lifts it.
    void setRestriction(const QString& name, const QString& value);
    [[nodiscard]] QString restriction(const QString& name) const;
    [[nodiscard]] bool isRestricted() const;
    void clearFilter(); // words and restrictions
    // The query as it stands, without paging.
    [[nodiscard]] const client::ListQuery& query() const { return m_query; }
    // The same for a report of what is shown.
    [[nodiscard]] virtual client::ListQuery exportQuery() const { return m_query; }

    [[nodiscard]] int sortColumn() const { return m_sortColumn; }
    [[nodiscard]] Qt::SortOrder sortOrder() const { return m_sortOrder; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    // Columns without a sort key are left alone.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

Q_SIGNALS:
    void stateChanged();
    void filterChanged();
    void totalChanged();
    void busyChanged();
    // While rows are shown: a refresh or a page failed.
    void failed(const holdfast::contract::Error& error);

protected:
    explicit WindowModel(QObject* parent = nullptr);

    // What the base knows of a page; its items are with the heir.
    struct PageFacts
    {
        int rows = 0;
        std::optional<QString> next;
        std::optional<QString> previous;
        std::optional<qint64> total;
        std::optional<qint64> offset;
        QStringList ids;
    };
    // Name of the service's field to sort a column by; empty: it cannot be sorted.
    [[nodiscard]] virtual QString sortKey(int column) const = 0;
    [[nodiscard]] virtual QVariant cell(int row, int column, int role) const = 0; // of a row that is there
    // Asks for a page and calls answered() with the same number. The heir keeps the items back until keep().
    virtual client::Call fetch(quint64 request, const client::ListQuery& query) = 0;
    virtual void keep(quint64 request, int page) = 0; // the answer becomes page `page`
    virtual void drop(int page) = 0; // and its items
    void answered(quint64 request, contract::Result<PageFacts> facts);

    // Whether a restriction is a parameter of the list rather than a term of its filter.
    [[nodiscard]] virtual bool isParameter(const QString& restriction) const;
    // Whether `at` leads near enough. Otherwise the pages in between are read one after the other.
    [[nodiscard]] virtual bool mayJump() const { return true; }
    // Stays although it is far from what is looked at.
    [[nodiscard]] virtual bool isPinned(int page) const;
    // Rows above the window, of the heir's own (new events).
    [[nodiscard]] virtual int headRows() const { return 0; }
    // Those of them that the service counts as well.
    [[nodiscard]] virtual int headItems() const { return headRows(); }
    // Rows that the service counts in front of the window: those, and what else has come since.
    [[nodiscard]] virtual int rowsInFront() const { return headItems(); }
    // After a new query's first page is there.
    virtual void began() { }
    virtual void clearHead() { }
    [[nodiscard]] bool isLoaded(int row) const; // row without the head
    void setSort(int column, Qt::SortOrder order);
    void restart(); // anew from the first page; what is shown stays until that is there
    void settle(); // state from what is there

private:
    struct Held
    {
        PageFacts facts;
        quint64 anchor = 0; // pages of one anchor follow each other without a seam; 0: counted from the start
        bool stale = false;
        bool isShort = false; // holds less than it should, and asking again did not help
    };
    struct Asked
    {
        int page = 0;
        quint64 anchor = 0;
        bool fresh = false; // the first answer of a new query: everything is replaced
        client::Call call;
    };

    void wantPage(int page) const;
    void touch(int page) const;
    void pump();
    void tellBusy();
    [[nodiscard]] std::vector<int> desiredPages() const; // what is looked at first, then its neighbours
    [[nodiscard]] bool needsPage(int page) const;
    [[nodiscard]] bool isAsked(int page) const;
    void request(int page);
    [[nodiscard]] int nextOnTheWay(int page) const;
    void send(const client::ListQuery& query, Asked asked);
    void acceptFresh(quint64 number, PageFacts facts);
    void acceptPage(quint64 number, const Asked& asked, PageFacts facts);
    void refused(const Asked& asked, const contract::Error& error);
    void storePage(quint64 number, int page, Held held);
    void dropUnfitNeighbours(int page);
    void setRows(qint64 rows);
    void evict();
    std::map<int, Held>::iterator dropPage(std::map<int, Held>::iterator page);
    void forgetPages();
    void cancelAll();

    void become(State state);
    void remapSelection(int page, const QStringList& before, const QStringList& after);

    client::ListQuery m_query;
    State m_state = State::Idle;
    contract::Error m_error;
    qint64 m_total = 0;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    std::map<int, Held> m_pages;
    std::map<int, QStringList> m_formerIds; // of dropped pages with a selection, for when they come back
    std::map<quint64, Asked> m_running;
    std::vector<int> m_failedPages; // not asked for again by themselves
    quint64 m_lastRequest = 0;
    bool m_countAgain = false; // the next request asks for the total
    int m_firstLooked = 0;
    int m_lastLooked = -1;
    mutable std::vector<int> m_wanted; // pages that data() missed, latest last
    mutable std::array<int, 2> m_touched {}; // pages that data() read last
    bool m_busyTold = false;
    mutable QTimer m_pumpTimer;
};

// The window over values of one type. Heirs write only what a cell says and how the list is asked for.
template <class T>
class TypedWindowModel : public WindowModel
{
public:
    // The item of a row, or null while its page is not here. Valid until the event loop runs again.
    [[nodiscard]] const T* item(int row) const
    {
        const auto page = m_items.find(row / pageSize);
        if (row < 0 || page == m_items.end()) {
            return nullptr;
        }
        const auto within = static_cast<size_t>(row % pageSize);
        return within < page->second.size() ? &page->second[within] : nullptr;
    }
    [[nodiscard]] const T* item(const QModelIndex& index) const { return item(index.row() - headRows()); }

protected:
    using WindowModel::WindowModel;
    [[nodiscard]] virtual client::PageReply<T> list(const client::ListQuery& query) = 0;
    [[nodiscard]] virtual QString idOf(const T& value) const = 0;
    [[nodiscard]] virtual QVariant cellOf(const T& value, int column, int role) const = 0;

    QVariant cell(int row, int column, int role) const override
    {
        const T* value = item(row);
        if (value == nullptr) {
            return {};
        }
        return role == IdRole ? QVariant(idOf(*value)) : cellOf(*value, column, role);
    }
    client::Call fetch(quint64 request, const client::ListQuery& query) override
    {
        return client::consume(list(query), this, [this, request](contract::Result<contract::Page<T>> page) {
            if (!page) {
                answered(request, contract::Unexpected(page.error()));
                return;
            }
            PageFacts facts {static_cast<int>(page->items.size()), page->next, page->previous, page->total,
                             page->offset};
            for (const T& value : page->items) {
                facts.ids.append(idOf(value));
            }
            m_arrived = std::move(page->items);
            answered(request, std::move(facts));
            m_arrived.clear();
        });
    }
    void keep(quint64, int page) override { m_items[page] = std::move(m_arrived); }
    void drop(int page) override { m_items.erase(page); }

private:
    std::map<int, std::vector<T>> m_items;
    std::vector<T> m_arrived;
};

} // namespace holdfast::models
