// SPDX-License-Identifier: Apache-2.0
#include "models/words.h"

#include <QCoreApplication>

namespace holdfast::models::words {

using namespace contract;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Words)
};

} // namespace

QString of(PolicyType type)
{
    switch (type) {
    case PolicyType::Lockout:
        return Words::tr("Lockout");
    case PolicyType::Token:
        return Words::tr("Token");
    case PolicyType::Offline:
        return Words::tr("Offline");
    }
    return {};
}

QString of(PolicySource source)
{
    switch (source) {
    case PolicySource::Inherit:
        return Words::tr("As the domain above");
    case PolicySource::Own:
        return Words::tr("A policy of its own");
    case PolicySource::Default:
        return Words::tr("Always the default");
    }
    return {};
}

QString of(UnlockBy who)
{
    switch (who) {
    case UnlockBy::Administrator:
        return Words::tr("An administrator");
    case UnlockBy::Time:
        return Words::tr("Time");
    }
    return {};
}

QString of(PinCharacters characters)
{
    switch (characters) {
    case PinCharacters::Digits:
        return Words::tr("Digits");
    case PinCharacters::LettersAndDigits:
        return Words::tr("Letters and digits");
    }
    return {};
}

QString of(PinChoice choice)
{
    switch (choice) {
    case PinChoice::Person:
        return Words::tr("By the person");
    case PinChoice::Service:
        return Words::tr("By the service, at random");
    }
    return {};
}

QString of(ImportFormat format)
{
    switch (format) {
    case ImportFormat::Pskc:
        return Words::tr("PSKC (RFC 6030)");
    case ImportFormat::Sdtid:
        return Words::tr("SecurID software tokens (sdtid)");
    case ImportFormat::Otpauth:
        return Words::tr("otpauth addresses");
    case ImportFormat::Csv:
        return Words::tr("Table (CSV)");
    }
    return {};
}

QString of(DuplicateRule rule)
{
    switch (rule) {
    case DuplicateRule::Ignore:
        return Words::tr("Leave what is there");
    case DuplicateRule::Replace:
        return Words::tr("Replace what is there");
    }
    return {};
}

QString of(ImportOutcome outcome)
{
    switch (outcome) {
    case ImportOutcome::Imported:
        return Words::tr("Imported");
    case ImportOutcome::Replaced:
        return Words::tr("Replaced", "import");
    case ImportOutcome::Ignored:
        return Words::tr("Left out");
    case ImportOutcome::Failed:
        return Words::tr("Failed");
    }
    return {};
}

QString of(JobState state)
{
    switch (state) {
    case JobState::Running:
        return Words::tr("Running");
    case JobState::Finished:
        return Words::tr("Finished");
    case JobState::Failed:
        return Words::tr("Failed");
    case JobState::Cancelled:
        return Words::tr("Cancelled", "job");
    }
    return {};
}

QString of(CardAction action)
{
    switch (action) {
    case CardAction::None:
        return Words::tr("Nothing to do");
    case CardAction::Unlock:
        return Words::tr("Unlock account");
    case CardAction::Enable:
        return Words::tr("Enable account");
    case CardAction::AssignToken:
        return Words::tr("Assign token…");
    case CardAction::EnableToken:
        return Words::tr("Enable token");
    case CardAction::ResyncToken:
        return Words::tr("Resynchronise…");
    case CardAction::TokenFound:
        return Words::tr("Token was found");
    case CardAction::ClearPin:
        return Words::tr("Clear PIN");
    case CardAction::IssueEmergencyCode:
        return Words::tr("Issue emergency code…");
    case CardAction::ReplaceToken:
        return Words::tr("Replace token…");
    case CardAction::ExtendAccount:
        return Words::tr("Change dates…");
    case CardAction::ChangePolicy:
        return Words::tr("Change the policy");
    case CardAction::ChoosePolicy:
        return Words::tr("Take the other policy");
    case CardAction::RenewOffline:
        return Words::tr("Renew at the next contact");
    }
    return {};
}

} // namespace holdfast::models::words
