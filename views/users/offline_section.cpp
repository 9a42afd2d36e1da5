// SPDX-License-Identifier: Apache-2.0
#include "views/users/offline_section.h"

#include "models/formats.h"
#include "models/offline_codes.h"
#include "models/words.h"
#include "models/words_offline.h"
#include "views/theme/icons.h"
#include "views/theme/metrics.h"
#include "views/theme/style.h"
#include "views/widgets/labels.h"
#include "views/widgets/section.h"
#include "views/widgets/tones.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QPushButton>

#include <span>

namespace holdfast::views {

namespace words = models::words;

namespace {

constexpr int widest = 220; // pixels of a name; the whole one is its tool tip

struct OfflineTexts
{
    Q_DECLARE_TR_FUNCTIONS(holdfast::views::UserCard)
};

Status standingOf(const contract::OfflineSet& set)
{
    if (set.state != contract::OfflineSetState::Valid) {
        return statusOf(set.state, set.stateReason);
    }
    const Tone tone = toneFrom(words::daysTone(set));
    return {tone, tone == Tone::Success ? QStringLiteral("success") : QStringLiteral("clock"),
            OfflineTexts::tr("%1 left").arg(words::daysLeft(set.daysLeft))};
}

QString renewalOf(const contract::OfflineSet& set)
{
    if (words::needsLogon(set)) {
        return OfflineTexts::tr("renewed by a logon there");
    }
    return set.refillWanted ? OfflineTexts::tr("renewed at the next contact")
                            : OfflineTexts::tr("renewed automatically");
}

QString factsOf(const contract::OfflineSet& set, contract::Timestamp now)
{
    QStringList facts;
    const bool valid = set.state == contract::OfflineSetState::Valid;
    if (valid) {
        facts << OfflineTexts::tr("until %1").arg(models::endTime(set.expiresAt)) << renewalOf(set);
    } else {
        facts << words::reason(set.stateReason);
        if (words::opensStill(set, now)) {
            facts << (words::isKept(set.state, set.stateReason)
                          ? OfflineTexts::tr("works there until %1")
                          : OfflineTexts::tr("works there until its next contact, at most until %1"))
                         .arg(models::endTime(set.expiresAt));
        }
    }
    // They can be read out of what is void as well.
    if (valid || models::holdsCodes(set)) {
        const QString codes = words::codesInside(set);
        facts << (codes.isEmpty() ? OfflineTexts::tr("no emergency code inside")
                                  : OfflineTexts::tr("emergency codes inside: %1").arg(codes));
    }
    facts.removeAll(QString());
    if (words::reportsOtherwise(set)) {
        facts << OfflineTexts::tr("reports %1").arg(words::daysLeft(words::reportedDaysLeft(set)));
    }
    facts << OfflineTexts::tr("token %1").arg(models::groupedSerial(set.tokenSerial));
    facts << (set.lastContactAt
                  ? OfflineTexts::tr("in touch %1").arg(models::relativeTime(*set.lastContactAt, now))
                  : OfflineTexts::tr("never in touch"));
    return facts.join(QStringLiteral(" · "));
}

} // namespace

void showOffline(Section* section, const contract::UserCard& card, const contract::Clock& clock,
                 const OfflineLinks& links)
{
    constexpr size_t shown = 6; // a shared computer room would bury the rest of the card
    section->clearContent();
    if (card.offline.empty()) {
        section->addNothing(
            card.policies.offline.enabled
                ? OfflineTexts::tr(
                    "No workstation holds offline data: without a network nobody gets in under this name.")
                : OfflineTexts::tr("Offline logon is off in the policy that applies."));
    }
    for (const contract::OfflineSet& set :
         std::span(card.offline).first(std::min(shown, card.offline.size()))) {
        auto* line = new QWidget;
        auto* grid = new QGridLayout(line);
        grid->setContentsMargins(0, metrics::xs, 0, metrics::s);
        grid->setHorizontalSpacing(metrics::s);
        grid->setVerticalSpacing(2);
        grid->setColumnStretch(2, 1);
        if (links.workstation) {
            const QString name = line->fontMetrics().elidedText(set.workstationName, Qt::ElideRight, widest);
            auto* button = new QPushButton(icon(QStringLiteral("workstation")), name);
            setButtonRole(button, ButtonRole::Quiet);
            button->setToolTip(OfflineTexts::tr("Open the workstation %1").arg(set.workstationName));
            button->setAccessibleName(set.workstationName);
            QObject::connect(button, &QPushButton::clicked, section,
                             [open = links.workstation, id = set.workstationId] { open(id); });
            grid->addWidget(button, 0, 0);
        } else {
            grid->addWidget(new ElidedLabel(set.workstationName), 0, 0);
        }
        grid->addWidget(new StatusChip(standingOf(set)), 0, 1);
        QLabel* facts = makeLabel(factsOf(set, clock.now()), Type::Caption, Ink::Secondary);
        facts->setWordWrap(true);
        grid->addWidget(facts, 1, 0, 1, 3);
        section->addWidget(line);
    }
    if (card.offline.size() > shown) {
        const QString more = OfflineTexts::tr("%n more workstation(s)", nullptr,
                                              static_cast<int>(card.offline.size() - shown));
        if (!links.all) {
            section->addNothing(more);
            return;
        }
        auto* button = new QPushButton(icon(QStringLiteral("readiness")), more);
        setButtonRole(button, ButtonRole::Quiet);
        QObject::connect(button, &QPushButton::clicked, section, links.all);
        auto* line = new QWidget;
        auto* row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, metrics::s);
        row->addWidget(button);
        row->addStretch();
        section->addWidget(line);
    }
}

} // namespace holdfast::views
