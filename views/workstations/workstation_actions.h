// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/workstation.h"
#include "views/shell/workspace.h"
#include "views/theme/colours.h"

#include <QObject>

class QMenu;
class QWidget;

namespace holdfast::views {

class Dialog;

// What can be done to a workstation, from wherever it is shown.
class WorkstationActions final : public QObject
{
    Q_OBJECT
public:
    WorkstationActions(const Workspace& workspace, QWidget* parent);

    void fillMenu(QMenu* menu, const contract::Workstation& workstation);
    void rename(const contract::Workstation& workstation);
    void move(const contract::Workstation& workstation);
    void revoke(const contract::Workstation& workstation);
    void answerChallenge(const contract::Workstation& workstation);
    void enrol();
    // Of one whose domain's policy does not allow challenges.
    [[nodiscard]] static QString whyNoChallenge(const contract::Workstation& workstation);

    [[nodiscard]] static QKeySequence renameKey() { return {Qt::Key_F2}; }
    [[nodiscard]] static QKeySequence moveKey() { return {Qt::CTRL | Qt::SHIFT | Qt::Key_M}; }
    [[nodiscard]] static QKeySequence answerKey() { return {Qt::CTRL | Qt::SHIFT | Qt::Key_E}; }
    [[nodiscard]] static QKeySequence revokeKey() { return {Qt::CTRL | Qt::Key_Delete}; }

Q_SIGNALS:
    void message(holdfast::views::Tone tone, const QString& text);
    void changed(const QString& id);

private:
    Workspace m_workspace;
    QWidget* m_parent;
};

} // namespace holdfast::views
