// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/permission.h"
#include "services/contract/token.h"
#include "views/shell/workspace.h"
#include "views/theme/colours.h"

#include <QObject>

#include <functional>

class QMenu;
class QWidget;

namespace holdfast::views {

// Everything that can be done to one token, wherever it is shown: asks what it needs, calls, tells what came
// of it.
class TokenActions final : public QObject
{
    Q_OBJECT
public:
    // Dialogs stand over `parent`.
    TokenActions(const Workspace& workspace, QWidget* parent);

    // What keeps an action closed, in words; empty where it is open. The service decides all the same.
    void setClosed(std::function<QString(contract::Permission)> hint) { m_closed = std::move(hint); }
    void fillMenu(QMenu* menu, const contract::Token& token);
    void assign(const contract::Token& token);
    void unassign(const contract::Token& token);
    void enable(const QString& serial);
    void disable(const QString& serial);
    void clearPin(const contract::Token& token);
    void requireNewPin(const contract::Token& token);
    void resync(const contract::Token& token);
    void replace(const contract::Token& token);
    void markLost(const QString& serial);
    void markFound(const QString& serial);
    void remove(const contract::Token& token);

Q_SIGNALS:
    void changed(const QString& serial);
    void message(holdfast::views::Tone tone, const QString& text);

private:
    template <class Reply>
    void call(Reply reply, const QString& serial, const QString& words);
    void openDialog(class TokenDialog* dialog);
    void enableAllTheSame(const QString& serial);
    void tellEnabled(const QString& serial, const contract::Result<contract::Token>& answer);

    Workspace m_workspace;
    QWidget* m_parent;
    std::function<QString(contract::Permission)> m_closed;
};

} // namespace holdfast::views
