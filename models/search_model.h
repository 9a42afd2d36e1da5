// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/client/api_client.h"
#include "services/client/consume.h"

#include <QAbstractListModel>
#include <QTimer>

namespace holdfast::models {

// Ctrl+K: pages and actions (known here, found at once) and people, tokens and workstations (asked of the
// service, debounced).
class SearchModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum class Kind
    {
        Page,
        Action,
        User,
        Token,
        Workstation
    };
    Q_ENUM(Kind)
    struct Entry
    {
        Kind kind {};
        QString id; // page or action name, user id, serial, workstation id
        QString title;
        QString subtitle;
        QStringList keywords; // further words that find a page or an action
    };
    enum Role
    {
        KindRole = Qt::UserRole + 1, // Kind as int
        IdRole,
        SubtitleRole,
        KindTextRole // "Person", "Token", "Workstation", "Page", "Action"
    };

    explicit SearchModel(client::ApiClient& api, QObject* parent = nullptr);

    // Pages and actions of the window. Those that are not permitted are not given.
    void setLocalEntries(QList<Entry> entries);
    // Whether workstations are looked for as well; it takes a right of its own.
    void setWorkstations(bool on) { m_workstations = on; }
    void setText(const QString& text);
    [[nodiscard]] QString text() const { return m_text; }
    void setDebounce(std::chrono::milliseconds delay); // 120 ms
    [[nodiscard]] bool isSearching() const { return m_searching; }
    // The service could not be asked: pages and actions are shown all the same.
    [[nodiscard]] const std::optional<contract::Error>& error() const { return m_error; }
    [[nodiscard]] const Entry* entry(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void searchingChanged();

private:
    void ask();
    void askWorkstations();
    void answered();
    void show();
    void setSearching(bool searching);

    client::ApiClient& m_api;
    QList<Entry> m_local;
    QList<Entry> m_remote;
    QList<Entry> m_computers;
    QList<Entry> m_shown;
    QString m_text;
    QTimer m_debounce;
    client::Call m_call;
    client::Call m_computersCall;
    bool m_workstations = false;
    int m_outstanding = 0;
    std::optional<contract::Error> m_error;
    bool m_searching = false;
};

} // namespace holdfast::models
