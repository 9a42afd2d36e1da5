// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/offline_codes.h"
#include "services/contract/offline.h"
#include "views/shell/workspace.h"
#include "views/widgets/dialog.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QStackedWidget;

namespace holdfast::views {

class CodeDisplay;
class MessageBar;

// Reads an offline emergency code out, once: what is missing decides which; the number keys answer. Says
// plainly where no workstation holds one, and what to do instead.
class OfflineCodeDialog final : public Dialog
{
    Q_OBJECT
public:
    OfflineCodeDialog(const Workspace& workspace, const contract::UserCard& card, QWidget* parent);
    ~OfflineCodeDialog() override;

    void reject() override;
    [[nodiscard]] CodeDisplay* code() const { return m_code; }
    [[nodiscard]] QString usage() const;
    [[nodiscard]] QString advice(contract::CodeReplaces replaces) const;
    [[nodiscard]] QPushButton* button(contract::CodeReplaces replaces) const;
    [[nodiscard]] QPushButton* challengeButton() const { return m_challenge; }

Q_SIGNALS:
    void read();
    void cureChosen(const holdfast::contract::Cure& cure);
    void challengeChosen();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Way
    {
        contract::CodeReplaces replaces {};
        QWidget* box = nullptr;
        QPushButton* button = nullptr;
        QLabel* note = nullptr;
        QString advice;
    };
    [[nodiscard]] QWidget* buildQuestions();
    [[nodiscard]] QWidget* buildResult();
    [[nodiscard]] QLayout* buildHandling();
    QWidget* addWay(contract::CodeReplaces replaces, const QString& text);
    void showWays();
    void showAdvice(const models::OfflineCodeAdvice& advice);
    void submit(contract::CodeReplaces replaces);
    void showCode(const contract::OfflineEmergencyReading& reading, const models::ReadableCode& code);
    [[nodiscard]] std::optional<models::ReadableCode> chosen(contract::CodeReplaces replaces) const;

    Workspace m_workspace;
    contract::UserCard m_card;
    QStackedWidget* m_pages;
    QComboBox* m_where;
    QWidget* m_whereField;
    QLineEdit* m_reason;
    QWidget* m_reasonField;
    MessageBar* m_nothing;
    QPushButton* m_challenge;
    QLabel* m_question;
    QList<Way> m_ways;
    contract::Secret m_secret; // for the clipboard, until it is closed
    QLabel* m_headline = nullptr;
    CodeDisplay* m_code = nullptr;
    QLabel* m_usage = nullptr;
};

} // namespace holdfast::views
