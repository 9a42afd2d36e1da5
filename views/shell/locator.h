// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/search_model.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QListView;

namespace holdfast::views {

// The search field of the header and the list of what it finds: people, tokens, pages and actions. The list
// hangs below the field, over the page, and belongs to the window.
class Locator final : public QWidget
{
    Q_OBJECT
public:
    Locator(client::ApiClient& api, QWidget* window);

    [[nodiscard]] QLineEdit* field() const { return m_field; }
    [[nodiscard]] models::SearchModel& model() { return m_model; }
    void open();
    void close();
    [[nodiscard]] bool isOpen() const;

Q_SIGNALS:
    void chosen(holdfast::models::SearchModel::Kind kind, const QString& id);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showResults();
    void place();
    void choose(const QModelIndex& index);
    void chooseTyped();
    void step(int by);

    models::SearchModel m_model;
    QLineEdit* m_field;
    QFrame* m_panel;
    QListView* m_list;
    QLabel* m_note;
    QPointer<QWidget> m_before;
    bool m_picked = false; // with the arrow keys, among what is shown
    bool m_awaited = false; // Enter came before the answer
};

} // namespace holdfast::views
