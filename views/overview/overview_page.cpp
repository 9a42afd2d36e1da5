// SPDX-License-Identifier: Apache-2.0
#include "views/overview/overview_page.h"

#include "models/session.h"
#include "models/words.h"
#include "services/client/api_client.h"
#include "views/overview/figure_tile.h"
#include "views/overview/notification_list.h"
#include "views/theme/icons.h"
#include "views/theme/metrics.h"
#include "views/theme/style.h"
#include "views/users/card_sections.h"
#include "views/widgets/labels.h"
#include "views/widgets/page_header.h"
#include "views/widgets/section.h"
#include "views/widgets/state_view.h"

#include <QGridLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace holdfast::views {

using models::OverviewFigure;
using models::OverviewModel;

namespace {

constexpr int columns = 5;

QGridLayout* tileGrid(Section* section)
{
    auto* holder = new QWidget;
    auto* grid = new QGridLayout(holder);
    grid->setContentsMargins(0, metrics::m, 0, 0);
    grid->setSpacing(metrics::m);
    for (int column = 0; column < columns; ++column) {
        grid->setColumnStretch(column, 1);
    }
    section->addWidget(holder);
    return grid;
}

} // namespace

OverviewPage::OverviewPage(const Workspace& workspace, QWidget* parent)
    : Page(parent)
    , m_workspace(workspace)
    , m_model(workspace.api)
    , m_beginning(new QWidget)
    , m_notifications(new NotificationList(workspace))
    , m_attentionSection(new Section(tr("Needs attention")))
    , m_activity(new Section(tr("Latest activity")))
{
    auto* standingSection = new Section(tr("How things stand"));
    m_allWell = makeParagraph(tr("Nothing needs you now: nobody is locked out, and no token runs out soon."),
                              Ink::Secondary);
    m_allWell->setContentsMargins(0, metrics::m, 0, 0);
    m_attentionSection->addWidget(m_allWell);
    m_attentionSection->addWidget(m_notifications);
    m_attention = tileGrid(m_attentionSection);
    m_standing = tileGrid(standingSection);

    auto* body = new QWidget;
    body->setAutoFillBackground(true);
    body->setBackgroundRole(QPalette::Base);
    auto* inner = new QWidget;
    inner->setMaximumWidth(1280);
    auto* centre = new QHBoxLayout(body);
    centre->setContentsMargins(0, 0, 0, 0);
    centre->addWidget(inner, 1);
    auto* column = new QVBoxLayout(inner);
    column->setContentsMargins(metrics::l, 0, metrics::l, metrics::xl);
    column->setSpacing(metrics::xl);
    m_beginning->setLayout(new QVBoxLayout);
    column->addWidget(m_beginning);
    column->addWidget(m_attentionSection);
    column->addWidget(standingSection);
    column->addWidget(m_activity);
    column->addStretch();
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(body);
    scroll->setAccessibleName(tr("Overview"));
    m_states = new StateView(scroll);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(new PageHeader(tr("Overview")));
    all->addWidget(m_states, 1);
    showBeginning();
    setFocusPolicy(Qt::ClickFocus);
    QPushButton* showAll = m_activity->addAction(tr("Show all"), QStringLiteral("activity"));
    connect(showAll, &QPushButton::clicked, this,
            [this] { Q_EMIT linkActivated({QStringLiteral("activity")}); });
    m_activity->setVisible(workspace.session.may(contract::Permission::ViewEvents));

    connect(m_notifications, &NotificationList::linkActivated, this, &Page::linkActivated);
    connect(m_notifications, &NotificationList::shownChanged, this, &OverviewPage::showFigures);
    connect(&m_model, &OverviewModel::stateChanged, this, &OverviewPage::showState);
    connect(&m_model, &OverviewModel::changed, this, &OverviewPage::showFigures);
    showState();
}

void OverviewPage::opened()
{
    m_model.setOpen(true);
    m_notifications->setOpen(true);
    askActivity();
    setFocus();
}

void OverviewPage::closed()
{
    m_model.setOpen(false);
    m_notifications->setOpen(false);
}

void OverviewPage::refresh()
{
    m_model.refresh();
    m_notifications->refresh();
    askActivity();
}

void OverviewPage::showState()
{
    switch (m_model.state()) {
    case OverviewModel::State::Loading:
        m_states->showLoading(tr("Loading…"));
        break;
    case OverviewModel::State::Failed:
        m_states->showWords({QStringLiteral("offline"), tr("The overview could not be loaded"),
                             models::words::problem(m_model.error()), tr("Retry"), [this] {
                                 m_model.refresh();
                             }});
        break;
    case OverviewModel::State::Ready:
        m_states->showContent();
        showFigures();
        break;
    }
}

void OverviewPage::askActivity()
{
    if (!m_workspace.session.may(contract::Permission::ViewEvents)) {
        return;
    }
    client::ListQuery query;
    query.limit = 8;
    query.where.append({QStringLiteral("order"), QStringLiteral("desc")});
    client::consume(m_workspace.api.events(query), this,
                    [this](const contract::Result<contract::Page<contract::Event>>& page) {
                        if (page) {
                            views::showEvents(m_activity, page->items, m_workspace.clock);
                        }
                    });
}

void OverviewPage::showFigures()
{
    QList<OverviewFigure> attention;
    QList<OverviewFigure> standing;
    for (const OverviewFigure& figure : m_model.figures()) {
        (figure.tone == models::Tone::Warning || figure.tone == models::Tone::Bad ? attention : standing)
            .append(figure);
    }
    m_beginning->setVisible(m_model.isEmptyService());
    m_allWell->setVisible(attention.isEmpty() && m_notifications->model().items().empty());
    placeTiles(m_attention, m_attentionTiles, attention);
    placeTiles(m_standing, m_standingTiles, standing);
}

void OverviewPage::placeTiles(QGridLayout* grid, QList<FigureTile*>& tiles,
                              const QList<OverviewFigure>& figures)
{
    while (tiles.size() < figures.size()) {
        auto* tile = new FigureTile;
        const int index = static_cast<int>(tiles.size());
        grid->addWidget(tile, index / columns, index % columns);
        connect(tile, &FigureTile::clicked, this, [this, tile] {
            const OverviewFigure& figure = tile->figure();
            Q_EMIT linkActivated(
                {figure.page, {}, figure.restriction, figure.restrictionValue, {}, figure.title});
        });
        tiles.append(tile);
    }
    for (int i = 0; i < tiles.size(); ++i) {
        tiles.at(i)->setVisible(i < figures.size());
        if (i < figures.size()) {
            tiles.at(i)->setFigure(figures.at(i));
        }
    }
}

void OverviewPage::showBeginning()
{
    auto* column = qobject_cast<QVBoxLayout*>(m_beginning->layout());
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::s);
    column->addWidget(makeLabel(tr("Three steps to the first logon"), Type::Title));
    const auto step = [&](const QString& text, const QString& verb, const QString& iconName, const Link& link,
                          contract::Permission permission) {
        auto* row = new QHBoxLayout;
        auto* button = new QPushButton(icon(iconName), verb);
        button->setMinimumWidth(150);
        button->setEnabled(m_workspace.session.may(permission));
        connect(button, &QPushButton::clicked, this, [this, link] { Q_EMIT linkActivated(link); });
        row->addWidget(button);
        row->addSpacing(metrics::s);
        row->addWidget(makeParagraph(text, Ink::Secondary), 1);
        column->addLayout(row);
    };
    step(tr("Read in the file that came with the tokens (PSKC or sdtid)."), tr("Import tokens…"),
         QStringLiteral("import"), {QStringLiteral("tokens"), {}, {}, {}, QStringLiteral("import")},
         contract::Permission::ImportTokens);
    step(tr("Name a person, then assign a token on the card."), tr("New user…"), QStringLiteral("user-add"),
         {QStringLiteral("users"), {}, {}, {}, QStringLiteral("new")}, contract::Permission::EditUsers);
    step(tr("Give the VPN or another program a key to ask this service with."), tr("API clients…"),
         QStringLiteral("api"), {QStringLiteral("administration"), {}, {}, {}, QStringLiteral("clients")},
         contract::Permission::ManageApiClients);
}

} // namespace holdfast::views
