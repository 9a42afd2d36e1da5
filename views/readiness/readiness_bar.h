// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/offline_sets_deed.h"
#include "models/offline_sets_model.h"
#include "views/shell/workspace.h"
#include "views/theme/colours.h"

#include <QSet>
#include <QWidget>

class QLabel;
class QPushButton;

namespace holdfast::views {

class TablePane;

// What can be done to those that are chosen on the board; gone while nothing is.
class ReadinessBar final : public QWidget
{
    Q_OBJECT
public:
    ReadinessBar(const Workspace& workspace, TablePane* pane, models::OfflineSetsModel& model,
                 QWidget* parent = nullptr);

    [[nodiscard]] models::OfflineSetsDeed& deed() { return m_deed; }
    void renew();
    void extend();
    void revoke();
    // A text to be sent to those people.
    void copyMail();

Q_SIGNALS:
    void message(holdfast::views::Tone tone, const QString& text);
    void changed();

private:
    QPushButton* addButton(const QString& iconName, const QString& text, void (ReadinessBar::*slot)());
    void showCount(int count);
    void report();
    [[nodiscard]] QString doneWords() const;
    [[nodiscard]] QSet<QString> thoseByLogon() const;
    [[nodiscard]] std::vector<contract::OfflineSet> chosenSets() const;
    // None, with a message, where not all that are chosen are loaded.
    [[nodiscard]] QStringList chosenIds();
    void setActing(bool acting);

    Workspace m_workspace;
    TablePane* m_pane;
    models::OfflineSetsModel& m_model;
    models::OfflineSetsDeed m_deed;
    QLabel* m_text;
    QList<QPushButton*> m_managing;
    QSet<QString> m_byLogon; // of those that are being changed; no contact renews them
    bool m_revoking = false;
};

} // namespace holdfast::views
