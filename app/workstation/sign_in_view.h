// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/workstation/laptop.h"
#include "app/workstation/words_column.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace holdfast::views {
class PasswordField;
}

namespace holdfast::workstation {

// A name, what the agent says and asks, and a button.
class SignInView final : public QWidget
{
    Q_OBJECT
public:
    explicit SignInView(Laptop& laptop, QWidget* parent = nullptr);

    // Of whoever sits down; leaves a sign-in that is under way alone.
    void setName(const QString& name);
    [[nodiscard]] QString name() const;
    // Forgets what was said.
    void startAnew();
    // What a hand types: begins the sign-in where nothing is asked yet.
    void typeIn(const contract::Secret& text);
    void begin();
    // As its button does: begins, or answers.
    void submit();
    void giveUp();
    [[nodiscard]] bool isAsked() const { return m_asked; }
    [[nodiscard]] bool isRunning() const { return m_running; }
    // Of the last sign-in.
    [[nodiscard]] const QList<WordsColumn::Entry>& words() const;
    void focusFirst();

private:
    void ask(const QString& prompt, bool hidden);
    void endSignIn(agent::LogonOutcome outcome);
    void showState();

    Laptop& m_laptop;
    QLineEdit* m_name;
    WordsColumn* m_words;
    QWidget* m_question;
    QLabel* m_prompt;
    views::PasswordField* m_answer;
    QPushButton* m_button;
    QPushButton* m_cancel;
    std::optional<contract::Secret> m_typed; // for the first question
    bool m_running = false;
    bool m_asked = false;
};

} // namespace holdfast::workstation
