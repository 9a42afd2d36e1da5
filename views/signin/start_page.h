// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/error.h"
#include "views/signin/entry_page.h"

class QLabel;
class QProgressBar;
class QPushButton;

namespace holdfast::views {

// While the embedded service starts, and when it does not.
class StartPage final : public EntryPage
{
    Q_OBJECT
public:
    explicit StartPage(QWidget* parent = nullptr);
    void showStarting(const QString& text);
    void showFailure(const contract::Error& error);

Q_SIGNALS:
    void retryChosen();
    void otherServerChosen();

private:
    QProgressBar* m_progress;
    QPushButton* m_retry;
    QPushButton* m_other;
    QPushButton* m_more;
    QLabel* m_details;
};

} // namespace holdfast::views
