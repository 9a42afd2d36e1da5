// SPDX-License-Identifier: Apache-2.0
#include "models/offline_codes.h"

#include "models/formats.h"
#include "models/words_offline.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace holdfast::models {

using contract::CardAction;
using contract::CodeReplaces;
using contract::Cure;
using contract::OfflineSet;
using contract::OfflineSetState;
using contract::Token;
using contract::TokenState;
using contract::UserCard;

namespace {

struct CodeTexts
{
    Q_DECLARE_TR_FUNCTIONS(OfflineCodes)
};

// As the service proposes it, so that it has its call and what is missing for it.
std::optional<Cure> proposedCure(const UserCard& card, CardAction action)
{
    for (const contract::Check& check : card.explanation.checks) {
        if (check.cure && check.cure->action == action) {
            return check.cure;
        }
    }
    return Cure {.action = action};
}

// Everything that the person has is of no use; a new token comes first.
std::optional<OfflineCodeAdvice> newTokenFirst(const UserCard& card)
{
    const auto has = [&](auto fits) {
        return std::any_of(card.tokens.begin(), card.tokens.end(), fits);
    };
    if (card.tokens.empty()) {
        return OfflineCodeAdvice {
            .why = CodeTexts::tr("This person has no token."),
            .instead = CodeTexts::tr("Assign one first. Offline data and their emergency codes come with the "
                                     "first logon at the workstation while it has a network."),
            .first = proposedCure(card, CardAction::AssignToken)};
    }
    const bool whole = has([](const Token& token) { return token.state != TokenState::Expired; });
    if (whole) {
        return std::nullopt;
    }
    Cure replace = *proposedCure(card, CardAction::ReplaceToken);
    if (replace.tokenSerial.isEmpty()) {
        replace.tokenSerial = card.tokens.front().serial;
    }
    return OfflineCodeAdvice {
        .why = CodeTexts::tr("The token has expired: nothing that stands in its place works."),
        .instead = CodeTexts::tr(
            "Assign a new token first. Its first logon at the workstation, with a network, brings "
            "new data and new codes."),
        .first = std::move(replace)};
}

// The one that was read last.
const contract::OfflineEmergencyCode* readBefore(const UserCard& card, CodeReplaces replaces, QString& where)
{
    const contract::OfflineEmergencyCode* found = nullptr;
    for (const OfflineSet& set : card.offline) {
        if (!holdsCodes(set)) {
            continue;
        }
        for (const contract::OfflineEmergencyCode& code : set.codes) {
            if (code.replaces == replaces && code.readAt && (!found || *code.readAt > *found->readAt)) {
                found = &code;
                where = set.workstationName;
            }
        }
    }
    return found;
}

// The code beside the PIN is bound to the PIN that the data were made with.
bool wantsOldPin(const OfflineSet& set)
{
    return set.stateReason == QLatin1String("pin_changed") || set.stateReason == QLatin1String("pin_cleared");
}

QString otherCode()
{
    return CodeTexts::tr("Read the other code out, which stands in place of PIN and tokencode.");
}

QString meanwhile()
{
    return CodeTexts::tr("With a network an ordinary emergency code helps at once.");
}

} // namespace

// As the service decides it (offline_fates.cpp there): a workstation goes on with its codes although
// its data should be replaced, for a lost token, a forgotten PIN and a changed policy are what they are for.
bool holdsCodes(const OfflineSet& set)
{
    static const QSet<QString> ending {QStringLiteral("stolen"),        QStringLiteral("revoked"),
                                       QStringLiteral("expired"),       QStringLiteral("account_disabled"),
                                       QStringLiteral("account_ended"), QStringLiteral("user_deleted"),
                                       QStringLiteral("user_renamed"),  QStringLiteral("damaged"),
                                       QStringLiteral("not_held"),      QStringLiteral("not_received")};
    return set.state != OfflineSetState::Revoked && set.state != OfflineSetState::Expired
        && !ending.contains(set.stateReason);
}

QList<ReadableCode> readableCodes(const UserCard& card, CodeReplaces replaces, contract::Timestamp now)
{
    std::vector<const OfflineSet*> sets;
    for (const OfflineSet& set : card.offline) {
        if (holdsCodes(set) && (replaces == CodeReplaces::Passcode || !wantsOldPin(set))) {
            sets.push_back(&set);
        }
    }
    std::stable_sort(sets.begin(), sets.end(), [](const OfflineSet* a, const OfflineSet* b) {
        return a->lastContactAt.value_or(contract::Timestamp())
            > b->lastContactAt.value_or(contract::Timestamp());
    });
    QList<ReadableCode> codes;
    for (const OfflineSet* set : sets) {
        for (const contract::OfflineEmergencyCode& code : set->codes) {
            const contract::Timestamp end = std::min(code.expiresAt, set->expiresAt);
            if (code.replaces == replaces && !code.readAt && end > now) {
                codes.append({set->id, set->workstationId, set->workstationName, end,
                              words::isToBeRemoved(set->state, set->stateReason)});
            }
        }
    }
    return codes;
}

OfflineCodeAdvice offlineCodeAdvice(const UserCard& card, CodeReplaces replaces, contract::Timestamp now)
{
    if (auto advice = newTokenFirst(card)) {
        return *advice;
    }
    if (std::none_of(card.offline.begin(), card.offline.end(), holdsCodes)) {
        const contract::OfflinePolicy& policy = card.policies.offline;
        const bool challenge = policy.enabled && policy.allowChallenges;
        return {.why = CodeTexts::tr("No workstation holds a code for this person."),
                .instead = (challenge ? CodeTexts::tr("If a workstation in front of the caller shows a "
                                                      "challenge, answer it.")
                                      : CodeTexts::tr("Answering a challenge is off in this person's offline "
                                                      "policy."))
                    + QLatin1Char(' ') + meanwhile(),
                .challenge = challenge};
    }
    QString where;
    if (const auto* read = readBefore(card, replaces, where)) {
        return {.why = CodeTexts::tr(
                           "The code on %1 was read out %2 by %3. A new one comes with new offline data.")
                           .arg(where, relativeTime(*read->readAt, now), read->readBy),
                .instead = CodeTexts::tr("Until then that same code goes on working there.")
                    + QLatin1Char(' ') + meanwhile()};
    }
    if (replaces == CodeReplaces::Tokencode
        && std::any_of(card.offline.begin(), card.offline.end(),
                       [](const OfflineSet& set) { return holdsCodes(set) && wantsOldPin(set); })) {
        return {.why = CodeTexts::tr("The PIN has changed: this code would want the one before."),
                .instead = otherCode()};
    }
    const bool typed = std::any_of(card.tokens.begin(), card.tokens.end(), [](const Token& token) {
        return token.pinStyle == contract::PinStyle::BeforeCode;
    });
    if (replaces == CodeReplaces::Tokencode && !typed) {
        return {.why = CodeTexts::tr(
                    "There is no code beside a PIN for this token: the app mixes the PIN in, or there is "
                    "none."),
                .instead = otherCode()};
    }
    return {.why = CodeTexts::tr("The offline data there hold no such code: the policy sends none along."),
            .instead = meanwhile()};
}

} // namespace holdfast::models
