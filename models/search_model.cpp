// SPDX-License-Identifier: Apache-2.0
#include "models/search_model.h"

#include "models/formats.h"
#include "models/words_offline.h"

namespace holdfast::models {

using namespace std::chrono_literals;

namespace {

constexpr int mostLocal = 6;
constexpr int mostRemote = 20;
constexpr int mostComputers = 5;

// Every word that was typed begins a word of the entry.
bool matches(const SearchModel::Entry& entry, const QStringList& typed)
{
    QStringList words = entry.title.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString& keyword : entry.keywords) {
        words << keyword.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    }
    return std::all_of(typed.begin(), typed.end(), [&](const QString& part) {
        return std::any_of(words.begin(), words.end(),
                           [&](const QString& word) { return word.startsWith(part, Qt::CaseInsensitive); });
    });
}

SearchModel::Entry entryOf(const contract::SearchHit& hit)
{
    const bool token = hit.kind == QLatin1String("token");
    return {.kind = token ? SearchModel::Kind::Token : SearchModel::Kind::User,
            .id = hit.id,
            .title = token ? groupedSerial(hit.title) : hit.title,
            .subtitle = hit.subtitle};
}

// A serial or a code is found as it is read out, in groups.
QString asked(const QString& text)
{
    const QString plain = ungrouped(text);
    const bool number = std::all_of(plain.begin(), plain.end(), [](QChar c) { return c.isDigit(); });
    return number && !plain.isEmpty() ? plain : text;
}

} // namespace

SearchModel::SearchModel(client::ApiClient& api, QObject* parent)
    : QAbstractListModel(parent)
    , m_api(api)
{
    m_debounce.setSingleShot(true);
    m_debounce.setInterval(120ms);
    connect(&m_debounce, &QTimer::timeout, this, &SearchModel::ask);
}

void SearchModel::setDebounce(std::chrono::milliseconds delay)
{
    m_debounce.setInterval(delay);
}

void SearchModel::setLocalEntries(QList<Entry> entries)
{
    m_local = std::move(entries);
    show();
}

void SearchModel::setText(const QString& text)
{
    const QString trimmed = text.trimmed();
    if (trimmed == m_text) {
        return;
    }
    m_text = trimmed;
    m_call.cancel(); // its answer is of another question
    m_computersCall.cancel();
    if (trimmed.isEmpty()) {
        m_debounce.stop();
        m_remote.clear();
        m_computers.clear();
        setSearching(false);
    } else {
        m_debounce.start();
        setSearching(true);
    }
    show();
}

void SearchModel::ask()
{
    m_outstanding = m_workstations ? 2 : 1;
    m_call = client::consume(m_api.search(asked(m_text), mostRemote), this,
                             [this](const contract::Result<std::vector<contract::SearchHit>>& hits) {
                                 m_remote.clear();
                                 m_error.reset();
                                 if (hits) {
                                     std::transform(hits->begin(), hits->end(), std::back_inserter(m_remote),
                                                    entryOf);
                                 } else {
                                     m_error = hits.error();
                                 }
                                 answered();
                             });
    if (m_workstations) {
        askWorkstations();
    }
}

// Below the people; where it fails, or the service knows none, there are none.
void SearchModel::askWorkstations()
{
    QString text = m_text;
    text.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char('"'), QLatin1String("\\\""));
    const client::ListQuery query {.filter = QStringLiteral("\"%1\"").arg(text), .limit = mostComputers};
    m_computersCall = client::consume(
        m_api.workstations(query), this,
        [this](const contract::Result<contract::Page<contract::Workstation>>& page) {
            m_computers.clear();
            if (page) {
                for (const contract::Workstation& found : page->items) {
                    m_computers.append(
                        {Kind::Workstation,
                         found.id,
                         found.name,
                         tr("%1, %2", "domain, state").arg(found.domain, words::of(found.state)),
                         {}});
                }
            }
            answered();
        });
}

void SearchModel::answered()
{
    show();
    if (--m_outstanding == 0) {
        setSearching(false);
    }
}

void SearchModel::show()
{
    const QStringList typed = m_text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    QList<Entry> local;
    for (const Entry& entry : std::as_const(m_local)) {
        // Before anything is typed: the pages.
        const bool fits = typed.isEmpty() ? entry.kind == Kind::Page : matches(entry, typed);
        if (fits && local.size() < (typed.isEmpty() ? m_local.size() : mostLocal)) {
            local.append(entry);
        }
    }
    beginResetModel();
    m_shown = m_remote + m_computers + local;
    endResetModel();
}

const SearchModel::Entry* SearchModel::entry(int row) const
{
    return row >= 0 && row < m_shown.size() ? &m_shown.at(row) : nullptr;
}

int SearchModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant SearchModel::data(const QModelIndex& index, int role) const
{
    const Entry* entry = index.isValid() ? this->entry(index.row()) : nullptr;
    if (entry == nullptr) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return entry->title;
    case SubtitleRole:
        return entry->subtitle;
    case KindRole:
        return static_cast<int>(entry->kind);
    case IdRole:
        return entry->id;
    case KindTextRole:
        switch (entry->kind) {
        case Kind::Page:
            return tr("Page");
        case Kind::Action:
            return tr("Action");
        case Kind::User:
            return tr("Person");
        case Kind::Token:
            return tr("Token");
        case Kind::Workstation:
            return tr("Workstation");
        }
        return {};
    default:
        return {};
    }
}

void SearchModel::setSearching(bool searching)
{
    if (m_searching != searching) {
        m_searching = searching;
        Q_EMIT searchingChanged();
    }
}

} // namespace holdfast::models
