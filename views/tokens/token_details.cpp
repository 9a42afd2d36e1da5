// SPDX-License-Identifier: Apache-2.0
#include "views/tokens/token_details.h"

#include "models/formats.h"
#include "models/session.h"
#include "models/words.h"
#include "services/client/api_client.h"
#include "views/theme/icons.h"
#include "views/theme/metrics.h"
#include "views/theme/style.h"
#include "views/tokens/token_actions.h"
#include "views/widgets/labels.h"
#include "views/widgets/serial_label.h"
#include "views/widgets/state_view.h"
#include "views/widgets/tones.h"

#include <QFormLayout>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace holdfast::views {

using contract::Token;
using contract::TokenState;
namespace words = models::words;

namespace {

// Why its codes are refused, where they are.
QString hintFor(const Token& token)
{
    switch (token.state) {
    case TokenState::Unassigned:
        return TokenDetails::tr("It belongs to nobody and can be assigned.");
    case TokenState::Active:
        return token.nextTokencodeRequired
            ? TokenDetails::tr("After wrong codes the next logon asks for two codes in a row.")
            : TokenDetails::tr("Its codes are accepted.");
    case TokenState::Disabled:
        return TokenDetails::tr("Its codes are refused until it is enabled.");
    case TokenState::Lost:
        return TokenDetails::tr("Its codes are refused until it is marked as found.");
    case TokenState::NotYetValid:
        return TokenDetails::tr("Its codes are accepted from its first day on.");
    case TokenState::Expired:
        return TokenDetails::tr("Its codes are refused. Replace it by another one.");
    case TokenState::Replaced:
        return TokenDetails::tr("Another token has taken over.");
    }
    return {};
}

} // namespace

TokenDetails::TokenDetails(const Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_actions(new TokenActions(workspace, this))
    , m_title(new SerialLabel)
    , m_status(new StatusChip)
    , m_owner(new QPushButton)
    , m_assign(new QPushButton(iconOnAccent(QStringLiteral("user-add")), tr("Assign…")))
    , m_more(new QToolButton)
    , m_hint(makeParagraph({}, Ink::Secondary))
    , m_facts(new QFormLayout)
{
    for (QLabel* label : m_title->findChildren<QLabel*>()) {
        QFont font = typeFont(Type::Mono, label->font());
        font.setPixelSize(label->font().pixelSize() + 5);
        font.setWeight(QFont::DemiBold);
        label->setFont(font);
    }
    setButtonRole(m_assign, ButtonRole::Primary);
    m_owner->setIcon(icon(QStringLiteral("user")));
    m_owner->setToolTip(tr("Open the user card"));
    m_owner->setAccessibleName(tr("Open the user card"));
    m_more->setIcon(icon(QStringLiteral("more")));
    m_more->setText(tr("Actions"));
    m_more->setAccessibleName(tr("Actions for this token"));
    m_more->setFocusPolicy(Qt::StrongFocus);
    m_more->setAutoRaise(true);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setMenu(new QMenu(m_more));
    m_facts->setHorizontalSpacing(metrics::l);
    m_facts->setVerticalSpacing(metrics::s);
    m_facts->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);

    auto* body = new QWidget;
    body->setAutoFillBackground(true);
    body->setBackgroundRole(QPalette::Base);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(metrics::l, metrics::l, metrics::l, metrics::xl);
    column->setSpacing(metrics::m);
    auto* head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addStretch();
    head->addWidget(m_more);
    column->addLayout(head);
    column->addWidget(m_status);
    column->addWidget(m_hint);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::s);
    buttons->addWidget(m_assign);
    buttons->addWidget(m_owner);
    buttons->addStretch();
    column->addLayout(buttons);
    column->addWidget(makeLine());
    column->addLayout(m_facts);
    column->addStretch();
    auto* scroll = new QScrollArea;
    scroll->setAccessibleName(tr("Token"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(body);
    m_states = new StateView(scroll);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_states);

    connect(m_owner, &QPushButton::clicked, this, [this] {
        Q_EMIT linkActivated({QStringLiteral("users"), m_token.userId.value_or(QString())});
    });
    connect(m_assign, &QPushButton::clicked, this, [this] { m_actions->assign(m_token); });
    connect(m_actions, &TokenActions::message, this, &TokenDetails::message);
    connect(m_actions, &TokenActions::changed, this, [this](const QString& serial) {
        refresh();
        Q_EMIT changed(serial);
    });
    setToken({});
}

void TokenDetails::setToken(const QString& serial)
{
    if (serial == m_serial && !serial.isEmpty()) {
        return;
    }
    m_call.cancel();
    m_serial = serial;
    if (serial.isEmpty()) {
        m_states->showWords({QStringLiteral("token"),
                             tr("No token is chosen"),
                             tr("Choose one in the list, or press Ctrl+K and type its last digits."),
                             {},
                             {}});
        return;
    }
    load();
}

void TokenDetails::refresh()
{
    if (!m_serial.isEmpty()) {
        m_call.cancel();
        load();
    }
}

void TokenDetails::load()
{
    if (m_token.serial != m_serial) {
        m_states->showLoading(tr("Loading…"));
    }
    m_call =
        client::consume(m_workspace.api.token(m_serial), this, [this](const contract::Result<Token>& answer) {
            if (answer) {
                showToken(*answer);
                return;
            }
            m_states->showWords({QStringLiteral("offline"), tr("This token could not be loaded"),
                                 words::problem(answer.error()), tr("Retry"), [this] {
                                     refresh();
                                 }});
        });
}

void TokenDetails::showToken(const Token& token)
{
    m_token = token;
    m_title->setSerial(token.serial);
    m_status->setStatus(statusOf(token.state));
    m_hint->setText(hintFor(token));
    m_assign->setVisible(!token.userId && m_workspace.session.may(contract::Permission::AssignTokens));
    m_owner->setVisible(token.userId.has_value());
    m_owner->setText(token.userDisplayName.value_or(token.userName.value_or(QString())));
    m_more->menu()->clear();
    m_actions->fillMenu(m_more->menu(), token);

    while (m_facts->rowCount() > 0) {
        m_facts->removeRow(0);
    }
    const auto now = m_workspace.clock.now();
    const auto add = [this](const QString& name, const QString& value, const QString& tip = {}) {
        if (!value.isEmpty()) {
            QLabel* label = makeParagraph(value);
            label->setToolTip(tip);
            label->setTextInteractionFlags(Qt::TextSelectableByMouse);
            m_facts->addRow(makeLabel(name, Type::Body, Ink::Secondary), label);
        }
    };
    const auto addTime = [&](const QString& name, const std::optional<contract::Timestamp>& at) {
        if (at) {
            add(name, models::relativeTime(*at, now), models::absoluteTime(*at));
        }
    };
    QString kind = tr("%1, %n digit(s)", nullptr, token.digits).arg(words::of(token.kind));
    if (token.intervalSeconds > 0) {
        kind = tr("%1, every %2 s").arg(kind).arg(token.intervalSeconds);
    }
    add(tr("Kind"), kind);
    if (token.kind != contract::TokenKind::SecurId) {
        add(tr("Hash"), words::of(token.algorithm));
    }
    add(tr("PIN"), tr("%1 (%2)").arg(words::of(token.pinState), words::of(token.pinStyle)));
    add(tr("Domain"), token.domain);
    addTime(tr("Expires"), token.expiresAt);
    addTime(tr("Assigned"), token.assignedAt);
    addTime(tr("Last used"), token.lastUsedAt);
    addTime(tr("Lost"), token.lostAt);
    if (token.wrongCodes > 0) {
        add(tr("Wrong codes"), tr("%n since the last good one", nullptr, token.wrongCodes));
    }
    if (token.driftSteps != 0) {
        add(tr("Clock"),
            token.driftSteps > 0 ? tr("%n step(s) fast", nullptr, token.driftSteps)
                                 : tr("%n step(s) slow", nullptr, -token.driftSteps));
    }
    add(tr("Replaced by"), models::groupedSerial(token.replacedBy.value_or(QString())));
    add(tr("Replaces"), models::groupedSerial(token.replaces.value_or(QString())));
    add(tr("Manufacturer"), token.manufacturer);
    addTime(tr("Imported"), token.importedAt);
    add(tr("Notes"), token.notes);
    m_states->showContent();
}

} // namespace holdfast::views
