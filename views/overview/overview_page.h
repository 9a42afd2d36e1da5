// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/overview_model.h"
#include "views/shell/page.h"
#include "views/shell/workspace.h"

class QGridLayout;
class QLabel;

namespace holdfast::views {

class FigureTile;
class NotificationList;
class Section;
class StateView;

// The first page: what needs somebody, then how things stand. Every figure leads to its list.
class OverviewPage final : public Page
{
    Q_OBJECT
public:
    explicit OverviewPage(const Workspace& workspace, QWidget* parent = nullptr);

    void opened() override;
    void closed() override;
    void refresh() override;

private:
    void showState();
    void askActivity();
    void showFigures();
    void showBeginning();
    void placeTiles(QGridLayout* grid, QList<FigureTile*>& tiles,
                    const QList<models::OverviewFigure>& figures);

    Workspace m_workspace;
    models::OverviewModel m_model;
    StateView* m_states;
    QWidget* m_beginning;
    QLabel* m_allWell;
    QGridLayout* m_attention;
    QGridLayout* m_standing;
    QList<FigureTile*> m_attentionTiles;
    QList<FigureTile*> m_standingTiles;
    NotificationList* m_notifications;
    Section* m_attentionSection;
    Section* m_activity;
};

} // namespace holdfast::views
