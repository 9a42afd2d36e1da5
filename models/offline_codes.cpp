// SPDX-License-Identifier: Apache-2.0
#include "models/offline_codes.h"

#include "models/formats.h"

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

// As the service decides it (offline_code_reading.cpp there): a workstation goes on with its codes although
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

QString meanwhile()
{
    return CodeTexts::tr("With a network an ordinary emergency code helps at once.");
}

} // namespace

QList<ReadableCode> readableCodes(const UserCard& card, CodeReplaces replaces, contract::Timestamp now)
{
    std::vector<const OfflineSet*> sets;
    for (const OfflineSet& set : card.offline) {
        if (holdsCodes(set)) {
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
                codes.append({set->id, set->workstationId, set->workstationName, end});
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
        return {
            .why = CodeTexts::tr("No workstation holds data of use for this person, and so no code either."),
            .instead = CodeTexts::tr("If a workstation in front of the caller shows a challenge, answer it.")
                + QLatin1Char(' ') + meanwhile(),
            .challenge = true};
    }
    QString where;
    if (const auto* read = readBefore(card, replaces, where)) {
        return {.why = CodeTexts::tr(
                           "The code on %1 was read out %2 by %3. A new one comes with the next contact.")
                           .arg(where, relativeTime(*read->readAt, now), read->readBy),
                .instead = CodeTexts::tr("Until then that same code goes on working there.")
                    + QLatin1Char(' ') + meanwhile()};
    }
    const bool typed = std::any_of(card.tokens.begin(), card.tokens.end(), [](const Token& token) {
        return token.pinStyle == contract::PinStyle::BeforeCode;
    });
    if (replaces == CodeReplaces::Tokencode && !typed) {
        return {.why = CodeTexts::tr(
                    "There is no code beside a PIN for this token: the app mixes the PIN in, or there is "
                    "none."),
                .instead =
                    CodeTexts::tr("Read the other code out, which stands in place of PIN and tokencode.")};
    }
    return {.why =
                CodeTexts::tr("The data on the workstation hold no such code: the policy sends none along."),
            .instead = meanwhile()};
}

} // namespace holdfast::models
