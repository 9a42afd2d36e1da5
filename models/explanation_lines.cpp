// SPDX-License-Identifier: Apache-2.0
#include "models/explanation_lines.h"

#include "models/formats.h"
#include "models/words.h"
#include "models/words_offline.h"

#include <QCoreApplication>

namespace holdfast::models {

using contract::Check;
using Verdict = ExplanationLine::Verdict;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ExplanationLines)
};

QString groupOf(const Check& check)
{
    if (check.id == QLatin1String("emergency_code")) {
        return Texts::tr("Emergency codes");
    }
    if (check.tokenSerial.isEmpty()) {
        return check.id.startsWith(QLatin1String("workstation_")) ? Texts::tr("Workstation")
            : check.id.startsWith(QLatin1String("offline_"))      ? Texts::tr("Offline policy")
                                                                  : Texts::tr("Account");
    }
    return Texts::tr("Token %1").arg(groupedSerial(check.tokenSerial));
}

QString originOf(const contract::PolicyOrigin& origin)
{
    switch (origin.kind) {
    case contract::OriginKind::Own:
        return Texts::tr("policy “%1”, set on %2").arg(origin.policyName, origin.domain);
    case contract::OriginKind::Inherited:
        return Texts::tr("policy “%1”, inherited from %2").arg(origin.policyName, origin.domain);
    case contract::OriginKind::Default:
        return Texts::tr("policy “%1”, the default").arg(origin.policyName);
    }
    return {};
}

QString markOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Passed:
        return Texts::tr("[ok]", "in a plain text: a check that passed");
    case Verdict::Hint:
        return Texts::tr("[hint]", "in a plain text: a check that passed with something to tell");
    case Verdict::Failed:
        break;
    }
    return Texts::tr("[FAILED]", "in a plain text: a check that did not pass");
}

} // namespace

QList<ExplanationLine> explanationLines(const UserCardModel& card)
{
    return explanationLines(card.card().explanation.checks, card);
}

QList<ExplanationLine> explanationLines(const std::vector<Check>& checks, const UserCardModel& card)
{
    QList<ExplanationLine> lines;
    const bool several = card.card().tokens.size() > 1;
    for (const Check& check : checks) {
        const bool hint = check.cure || check.detail.value(QLatin1String("warning")).toBool();
        ExplanationLine line {.group = groupOf(check),
                              .verdict = !check.passed ? Verdict::Failed
                                  : hint               ? Verdict::Hint
                                                       : Verdict::Passed,
                              .title = words::checkTitle(check),
                              .found = words::checkFound(check),
                              .required = words::checkRequired(check),
                              .origin = check.origin ? originOf(*check.origin) : QString()};
        if (check.cure && check.cure->action != contract::CardAction::None) {
            const QString policyChange = words::offlineCure(check);
            line.cureWords = policyChange.isEmpty() ? words::cure(*check.cure, several) : policyChange;
            line.cureReach = words::offlineCureReach(check);
            line.cureHint = card.cureHint(*check.cure);
            line.cure = line.cureHint.isEmpty() ? check.cure : std::nullopt;
        }
        lines.append(std::move(line));
    }
    return lines;
}

QString explanationTicket(const UserCardModel& card)
{
    const contract::UserCard& shown = card.card();
    QStringList text {
        Texts::tr("%1 (%2) in %3").arg(words::person(shown.user), shown.user.name, shown.user.domain),
        card.verdict(), card.waysText(),
        Texts::tr("Checked %1").arg(contract::toRfc3339(shown.explanation.at))};
    if (shown.explanation.lastAttempt) {
        const contract::Event& last = *shown.explanation.lastAttempt;
        text << Texts::tr("Last attempt: %1 (%2)").arg(words::event(last), contract::toRfc3339(last.at));
    }
    text.removeAll(QString());
    text << ticketLines(explanationLines(card));
    return text.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

QStringList ticketLines(const QList<ExplanationLine>& lines)
{
    QStringList text;
    QString group;
    for (const ExplanationLine& line : lines) {
        if (line.group != group) {
            group = line.group;
            text << QString() << group;
        }
        text << QStringLiteral("  %1 %2: %3").arg(markOf(line.verdict), line.title, line.found);
        if (line.verdict == Verdict::Failed && !line.required.isEmpty()) {
            text << QStringLiteral("      ") + Texts::tr("required: %1").arg(line.required);
        }
        if (line.verdict != Verdict::Passed && !line.origin.isEmpty()) {
            text << QStringLiteral("      ") + Texts::tr("required by: %1").arg(line.origin);
        }
        if (!line.cureWords.isEmpty()) {
            text << QStringLiteral("      ")
                    + (line.cure ? Texts::tr("cure: %1").arg(line.cureWords)
                                 : Texts::tr("cure: %1 (%2)").arg(line.cureWords, line.cureHint));
        }
    }
    return text;
}

} // namespace holdfast::models
