// SPDX-License-Identifier: Apache-2.0
#include "views/users/card_sections.h"

#include "models/emergency_words.h"
#include "models/formats.h"
#include "models/policy_values.h"
#include "models/words.h"
#include "models/words_verification.h"
#include "views/theme/icons.h"
#include "views/theme/metrics.h"
#include "views/theme/style.h"
#include "views/widgets/icon_label.h"
#include "views/widgets/labels.h"
#include "views/widgets/section.h"
#include "views/widgets/serial_label.h"
#include "views/widgets/tones.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

namespace holdfast::views {
namespace {

namespace words = models::words;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(holdfast::views::UserCard)
};

// Two lines: what it is, and what is to be known of it.
// `wide`: the second line runs on below the end.
QWidget* twoLines(QWidget* first, const QString& second, QWidget* end, bool wide = false)
{
    auto* line = new QWidget;
    auto* grid = new QGridLayout(line);
    grid->setContentsMargins(0, metrics::s, 0, metrics::s);
    grid->setHorizontalSpacing(metrics::s);
    grid->setVerticalSpacing(2);
    grid->addWidget(first, 0, 0);
    if (!second.isEmpty()) {
        QLabel* caption = makeLabel(second, Type::Caption, Ink::Secondary);
        caption->setWordWrap(true);
        grid->addWidget(caption, 1, 0, 1, wide ? 2 : 1);
    }
    if (end) {
        grid->addWidget(end, 0, 1, wide ? 1 : 2, 1, Qt::AlignTop);
    }
    grid->setColumnStretch(0, 1);
    return line;
}

QWidget* beside(QWidget* first, QWidget* second)
{
    auto* line = new QWidget;
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::s);
    row->addWidget(first);
    row->addWidget(second);
    row->addStretch();
    return line;
}

QString tokenFacts(const contract::Token& token, contract::Timestamp now)
{
    QStringList facts {words::of(token.kind), Texts::tr("PIN: %1").arg(words::of(token.pinState).toLower())};
    if (token.expiresAt) {
        facts << (*token.expiresAt < now ? Texts::tr("expired %1") : Texts::tr("expires %1"))
                     .arg(models::relativeTime(*token.expiresAt, now));
    }
    facts << (token.lastUsedAt ? Texts::tr("last used %1").arg(models::relativeTime(*token.lastUsedAt, now))
                               : Texts::tr("never used"));
    if (token.nextTokencodeRequired) {
        facts << Texts::tr("asks for the next code as well");
    }
    if (token.replacedBy) {
        facts << Texts::tr("to be replaced by %1").arg(models::groupedSerial(*token.replacedBy));
    }
    return facts.join(QStringLiteral(" · "));
}

} // namespace

void showTokens(Section* section, const contract::UserCard& card, const contract::Clock& clock,
                const FillMenu& fillMenu)
{
    section->clearContent();
    if (card.tokens.empty()) {
        section->addNothing(Texts::tr("No token. Assign one, or issue an emergency code for today."));
    }
    for (const contract::Token& token : card.tokens) {
        auto* more = new QToolButton;
        more->setIcon(icon(QStringLiteral("more")));
        more->setAutoRaise(true);
        more->setFocusPolicy(Qt::StrongFocus);
        more->setPopupMode(QToolButton::InstantPopup);
        more->setToolTip(Texts::tr("Actions"));
        more->setAccessibleName(Texts::tr("Actions for token %1").arg(token.serial));
        auto* menu = new QMenu(more);
        fillMenu(menu, token);
        more->setMenu(menu);
        section->addWidget(
            twoLines(beside(new SerialLabel(token.serial), new StatusChip(statusOf(token.state))),
                     tokenFacts(token, clock.now()), more));
    }
}

void showEmergencyCodes(Section* section, const contract::UserCard& card, const contract::Clock& clock,
                        const CancelCode& cancel)
{
    constexpr int shown = 4;
    section->clearContent();
    if (card.emergencyCodes.empty()) {
        section->addNothing(Texts::tr("None was ever issued."));
    }
    if (const QString use = models::EmergencyWords::use(card.emergencyUse); !use.isEmpty()) {
        const bool over =
            card.emergencyUse.quota > 0 && card.emergencyUse.inQuarter >= card.emergencyUse.quota;
        section->addWidget(makeParagraph(use, over ? Ink::Danger : Ink::Secondary));
    }
    int count = 0;
    for (const contract::EmergencyCode& code : card.emergencyCodes) {
        const bool active = code.state == contract::EmergencyCodeState::Active;
        if (!active && count >= shown) {
            continue;
        }
        ++count;
        const auto now = clock.now();
        QString title = words::of(code.kind);
        if (code.kind == contract::EmergencyCodeKind::OneTimeSet) {
            title = Texts::tr("%1, %2 of %3 left").arg(title).arg(code.remaining).arg(code.count);
        }
        QStringList facts;
        if (active) {
            facts << Texts::tr("until %1").arg(models::absoluteTime(code.expiresAt));
            facts << words::of(code.onTokenReturn);
        }
        facts << Texts::tr("“%1”, issued by %2 %3")
                     .arg(code.reason, code.issuedBy, models::relativeTime(code.issuedAt, now));
        if (code.lastUsedAt) {
            facts << Texts::tr("last used %1").arg(models::relativeTime(*code.lastUsedAt, now));
        } else if (!active) {
            facts << Texts::tr("never used");
        }
        if (code.verification) {
            facts << Texts::tr("caller verified by %1")
                         .arg(words::verifiedBy(code.verification->steps, code.verification->approvedBy));
        }
        if (code.overruleReason) {
            facts << Texts::tr("over the quota: “%1”").arg(*code.overruleReason);
        }
        QPushButton* button = nullptr;
        if (active && cancel) {
            button = new QPushButton(Texts::tr("Cancel"));
            setButtonRole(button, ButtonRole::Quiet);
            button->setAccessibleName(Texts::tr("Cancel this emergency code"));
            QObject::connect(button, &QPushButton::clicked, section, [cancel, code] { cancel(code); });
        }
        section->addWidget(twoLines(beside(new ElidedLabel(title), new StatusChip(statusOf(code.state))),
                                    facts.join(QStringLiteral(" · ")), button));
    }
}

namespace {

// Each setting with its value and the place that it comes from.
QWidget* valuesOf(const models::AnyPolicy& policy, const contract::PolicyOrigin& origin)
{
    auto* values = new QWidget;
    auto* grid = new QGridLayout(values);
    grid->setContentsMargins(metrics::m, 0, 0, metrics::s);
    grid->setHorizontalSpacing(metrics::m);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(0, 3);
    grid->setColumnStretch(1, 2);
    int row = 0;
    for (const models::PolicyValue& value : models::policyValues(policy)) {
        QLabel* label = makeLabel(value.label, Type::Caption, Ink::Secondary);
        label->setWordWrap(true);
        QLabel* text = makeLabel(value.text, Type::Caption);
        text->setWordWrap(true);
        grid->addWidget(label, row, 0, Qt::AlignTop);
        grid->addWidget(text, row, 1, Qt::AlignTop);
        grid->addWidget(makeLabel(words::origin(origin), Type::Caption, Ink::Secondary), row, 2,
                        Qt::AlignTop | Qt::AlignTrailing);
        ++row;
    }
    return values;
}

// Opens and closes the values; the section remembers, for it is filled anew with each fresh card.
QToolButton* valuesToggle(Section* section, const models::AnyPolicy& policy, QWidget* values)
{
    const QByteArray key = "values" + QByteArray::number(static_cast<int>(policy.index()));
    const QString type = words::of(static_cast<contract::PolicyType>(policy.index()));
    const auto show = [section, values, key, type](QToolButton* toggle, bool open) {
        section->setProperty(key.constData(), open);
        values->setVisible(open);
        toggle->setIcon(icon(open ? QStringLiteral("chevron-up") : QStringLiteral("chevron-down")));
        toggle->setToolTip(open ? Texts::tr("Hide the values") : Texts::tr("Show every value"));
        toggle->setAccessibleName(
            Texts::tr("%1: %2").arg(type, toggle->toolTip())); // there are three of them
    };
    auto* toggle = new QToolButton;
    toggle->setAutoRaise(true);
    toggle->setCheckable(true);
    toggle->setFocusPolicy(Qt::StrongFocus);
    toggle->setChecked(section->property(key.constData()).toBool());
    show(toggle, toggle->isChecked());
    QObject::connect(toggle, &QToolButton::toggled, values,
                     [show, toggle](bool open) { show(toggle, open); });
    return toggle;
}

} // namespace

void showPolicies(Section* section, const contract::UserCard& card)
{
    section->clearContent();
    const auto add = [&](const auto& policy, const contract::PolicyOrigin& origin) {
        const models::AnyPolicy any = policy;
        const auto type = static_cast<contract::PolicyType>(any.index());
        auto* title = new ElidedLabel(Texts::tr("%1: %2").arg(words::of(type), origin.policyName));
        QLabel* from = makeLabel(words::origin(origin), Type::Caption, Ink::Secondary);
        QWidget* values = valuesOf(any, origin);
        section->addWidget(
            twoLines(title, words::summary(policy), beside(from, valuesToggle(section, any, values)), true));
        section->addWidget(values);
    };
    add(card.policies.lockout, card.policies.lockoutOrigin);
    add(card.policies.token, card.policies.tokenOrigin);
    add(card.policies.offline, card.policies.offlineOrigin);
}

void showEvents(Section* section, const std::vector<contract::Event>& events, const contract::Clock& clock)
{
    constexpr size_t shown = 8;
    section->clearContent();
    if (events.empty()) {
        section->addNothing(Texts::tr("Nothing has happened yet."));
    }
    for (size_t i = 0; i < std::min(shown, events.size()); ++i) {
        const contract::Event& event = events.at(i);
        auto* line = new QWidget;
        auto* row = new QHBoxLayout(line);
        row->setContentsMargins(0, metrics::xs, 0, metrics::xs);
        row->setSpacing(metrics::s);
        const Status status = statusOf(event.result);
        auto* picture = new IconLabel(status.icon, status.tone, 15);
        picture->setToolTip(status.text);
        picture->setAccessibleName(status.text);
        row->addWidget(picture, 0, Qt::AlignTop);
        row->addWidget(makeParagraph(words::event(event)), 1);
        QLabel* when = makeLabel(models::relativeTime(event.at, clock.now()), Type::Caption, Ink::Secondary);
        when->setToolTip(models::absoluteTime(event.at));
        row->addWidget(when, 0, Qt::AlignTop);
        section->addWidget(line);
    }
}

} // namespace holdfast::views
