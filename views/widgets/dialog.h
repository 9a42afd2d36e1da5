// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/client/consume.h"
#include "services/contract/error.h"

#include <QDialog>

#include <functional>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace holdfast::views {

class FormField;
class MessageBar;

// Every dialog: a heading, one column of content, a message bar, and buttons that are verbs. Opened without a
// nested event loop and deleted when closed. While a call runs, the content is off and Escape waits. On a
// screen that is too low for it the content scrolls, and the buttons stay in sight.
class Dialog : public QDialog
{
    Q_OBJECT
public:
    Dialog(const QString& title, const QString& explanation, QWidget* parent);

    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] QPushButton* primaryButton() const { return m_primary; }
    void reject() override;

protected:
    bool event(QEvent* event) override;
    [[nodiscard]] QVBoxLayout* content() const { return m_content; }
    [[nodiscard]] MessageBar* message() const { return m_message; }
    [[nodiscard]] QPushButton* cancelButton() const { return m_cancel; }
    [[nodiscard]] QHBoxLayout* buttonRow() const { return m_buttons; }
    void setExplanation(const QString& explanation);
    // The verb; `submit` runs on click and on Enter.
    void setPrimary(const QString& verb, std::function<void()> submit);
    void setBusy(bool busy);
    // A fault of a field goes to it by its name on the wire, anything else into the message bar.
    void addField(const QString& wireName, FormField* field);
    void showError(const contract::Error& error);
    void clearFaults();

    // Runs the call, with the dialog busy; `done` gets the value, an error is shown.
    template <class T, class Done>
    void run(QFuture<contract::Result<T>> reply, Done done)
    {
        clearFaults();
        setBusy(true);
        client::consume(std::move(reply), this, [this, done](contract::Result<T> answer) {
            setBusy(false);
            if (!answer) {
                showError(answer.error());
                return;
            }
            done(*answer);
        });
    }

private:
    void fitScreen();
    void makeScrollable();

    QLabel* m_explanation;
    QVBoxLayout* m_content;
    QWidget* m_body;
    QScrollArea* m_scroll = nullptr; // where it is needed
    MessageBar* m_message;
    QHBoxLayout* m_buttons;
    QPushButton* m_primary;
    QPushButton* m_cancel;
    QList<std::pair<QString, FormField*>> m_fields;
    bool m_busy = false;
};

// Asks before what cannot be undone. The button is the verb.
void confirm(QWidget* parent, const QString& question, const QString& consequence, const QString& verb,
             std::function<void()> confirmed);

} // namespace holdfast::views
