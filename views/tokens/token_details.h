// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/client/consume.h"
#include "services/contract/token.h"
#include "views/shell/page.h"
#include "views/shell/workspace.h"

class QFormLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace holdfast::views {

class SerialLabel;
class StateView;
class StatusChip;
class TokenActions;

// One token with what can be done to it.
class TokenDetails final : public QWidget
{
    Q_OBJECT
public:
    explicit TokenDetails(const Workspace& workspace, QWidget* parent = nullptr);

    void setToken(const QString& serial);
    void refresh();

Q_SIGNALS:
    void linkActivated(const holdfast::views::Link& link);
    void message(holdfast::views::Tone tone, const QString& text);
    void changed(const QString& serial);

private:
    void load();
    void showToken(const contract::Token& token);

    Workspace m_workspace;
    TokenActions* m_actions;
    client::Call m_call;
    QString m_serial;
    contract::Token m_token;
    StateView* m_states;
    SerialLabel* m_title;
    StatusChip* m_status;
    QPushButton* m_owner;
    QPushButton* m_assign;
    QToolButton* m_more;
    QLabel* m_hint;
    QFormLayout* m_facts;
};

} // namespace holdfast::views
