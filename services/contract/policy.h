// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/fields.h"

namespace holdfast::contract {

// The kinds of policy that attach to security domains.
enum class PolicyType
{
    Lockout,
    Token,
    Offline
};
template <>
struct EnumNames<PolicyType>
{
    static constexpr std::array names {
        std::pair {PolicyType::Lockout, "lockout"},
        std::pair {PolicyType::Token, "token"},
        std::pair {PolicyType::Offline, "offline"},
    };
};

// How a policy came to apply.
enum class OriginKind
{
    Own,
    Inherited,
    Default
};
template <>
struct EnumNames<OriginKind>
{
    static constexpr std::array names {
        std::pair {OriginKind::Own, "own"},
        std::pair {OriginKind::Inherited, "inherited"},
        std::pair {OriginKind::Default, "default"},
    };
};

// The policy in effect and the place that it comes from.
struct PolicyOrigin
{
    QString policyId;
    QString policyName;
    OriginKind kind {};
    QString domain;

    static constexpr auto typeName = "PolicyOrigin";
    static constexpr auto fields()
    {
        return fieldList(
            field("policyId", &PolicyOrigin::policyId, "The policy."),
            field("policyName", &PolicyOrigin::policyName, "Its name."),
            field("kind", &PolicyOrigin::kind,
                  "own: set on this domain; inherited: set on `domain`; default: nothing above sets one, or "
                  "'always the default'."),
            field("domain", &PolicyOrigin::domain,
                  "Path of the domain that sets it; empty for the default."));
    }
};

// Who ends a lock.
enum class UnlockBy
{
    Administrator,
    Time
};
template <>
struct EnumNames<UnlockBy>
{
    static constexpr std::array names {
        std::pair {UnlockBy::Administrator, "administrator"},
        std::pair {UnlockBy::Time, "time"},
    };
};

// After how many failures an account is locked, and what unlocks it. The type is the same to read and to PUT;
// id, isDefault, domains and version are ignored when written.
struct LockoutPolicy
{
    QString id;
    QString name;
    bool isDefault = false;
    bool enabled = true;
    int maxFailures = 5;
    int windowSeconds = 86400;
    UnlockBy unlockBy = UnlockBy::Administrator;
    int unlockAfterSeconds = 1800;
    QString notes;
    QStringList domains;
    qint64 version = 0;

    static constexpr auto typeName = "LockoutPolicy";
    static constexpr auto fields()
    {
        return fieldList(
            field("id", &LockoutPolicy::id, "Opaque identifier.").orDefault(),
            field("name", &LockoutPolicy::name, "Unique name.").length(1, 128),
            field("isDefault", &LockoutPolicy::isDefault, "Whether it applies where nothing else is set.")
                .orDefault(),
            field("enabled", &LockoutPolicy::enabled, "False: no account is ever locked.").orDefault(),
            field("maxFailures", &LockoutPolicy::maxFailures,
                  "Consecutive failures within the window that lock.")
                .range(1, 100)
                .orDefault(),
            field("windowSeconds", &LockoutPolicy::windowSeconds, "Failures older than this do not count.")
                .range(60, 31536000)
                .orDefault(),
            field("unlockBy", &LockoutPolicy::unlockBy, "administrator, or time.").orDefault(),
            field("unlockAfterSeconds", &LockoutPolicy::unlockAfterSeconds, "With unlockBy time.")
                .range(60, 31536000)
                .orDefault(),
            field("notes", &LockoutPolicy::notes, "Free text.").length(0, 4000).orDefault(),
            field("domains", &LockoutPolicy::domains, "Paths of the domains that set it themselves.")
                .length(0, 1000)
                .orDefault(),
            field("version", &LockoutPolicy::version, "Rises with each change; the ETag.").orDefault());
    }
};

// Of what a PIN is made.
enum class PinCharacters
{
    Digits,
    LettersAndDigits
};
template <>
struct EnumNames<PinCharacters>
{
    static constexpr std::array names {
        std::pair {PinCharacters::Digits, "digits"},
        std::pair {PinCharacters::LettersAndDigits, "lettersAndDigits"},
    };
};

// Who makes up a PIN.
enum class PinChoice
{
    Person,
    Service
};
template <>
struct EnumNames<PinChoice>
{
    static constexpr std::array names {
        std::pair {PinChoice::Person, "person"},
        std::pair {PinChoice::Service, "service"},
    };
};

// PINs, next-tokencode mode, emergency codes, and what it takes to give such things out on the telephone.
// Read and PUT alike.
struct TokenPolicy
{
    QString id;
    QString name;
    bool isDefault = false;
    int pinMinLength = 4;
    int pinMaxLength = 8;
    PinCharacters pinCharacters = PinCharacters::Digits;
    bool refuseTrivialPins = true;
    PinChoice pinChoice = PinChoice::Person;
    int pinHistory = 0;
    int pinMaxDays = 0;
    QStringList pinExcludedWords;
    int nextTokencodeAfter = 3;
    int acceptedSteps = 1;
    int nextTokencodeSteps = 10;
    int counterLookAhead = 10;
    int emergencyCodeMinutes = 1440;
    int emergencyCodeMaxMinutes = 10080;
    int emergencyCodesPerQuarter = 6;
    bool refuseOverQuota = false;
    bool verifyCallers = false;
    bool verifyToUnlock = false;
    int verifyPinPoints = 50;
    int verifyCodePoints = 100;
    int verifyAdministratorPoints = 50;
    bool verifySecondPerson = true;
    int verificationMinutes = 10;
    QString notes;
    QStringList domains;
    qint64 version = 0;

    static constexpr auto typeName = "TokenPolicy";
    static constexpr auto fields()
    {
        return fieldList(
            field("id", &TokenPolicy::id, "Opaque identifier.").orDefault(),
            field("name", &TokenPolicy::name, "Unique name.").length(1, 128),
            field("isDefault", &TokenPolicy::isDefault, "Whether it applies where nothing else is set.")
                .orDefault(),
            field("pinMinLength", &TokenPolicy::pinMinLength, "Shortest PIN.").range(4, 16).orDefault(),
            field("pinMaxLength", &TokenPolicy::pinMaxLength, "Longest PIN.").range(4, 16).orDefault(),
            field("pinCharacters", &TokenPolicy::pinCharacters,
                  "PINs of software tokens are digits in any case.")
                .orDefault(),
            field("refuseTrivialPins", &TokenPolicy::refuseTrivialPins,
                  "Refuses 1111, 1234, 4321, 1212 and the like.")
                .orDefault(),
            field("pinChoice", &TokenPolicy::pinChoice,
                  "person: chooses a PIN within these rules; service: is given one at random, once.")
                .orDefault(),
            field("pinHistory", &TokenPolicy::pinHistory,
                  "Earlier PINs of the token that are refused besides the present one.")
                .range(0, 24)
                .orDefault(),
            field("pinMaxDays", &TokenPolicy::pinMaxDays,
                  "Days after which a PIN must be changed at the next logon; 0: never.")
                .range(0, 3650)
                .orDefault(),
            field("pinExcludedWords", &TokenPolicy::pinExcludedWords,
                  "A PIN may hold none of these, in either case, forwards or backwards; 2 to 16 letters or "
                  "digits each.")
                .length(0, 1000)
                .orDefault(),
            field("nextTokencodeAfter", &TokenPolicy::nextTokencodeAfter,
                  "Wrong codes after which a good one must be followed by the next; 0: never.")
                .range(0, 100)
                .orDefault(),
            field("acceptedSteps", &TokenPolicy::acceptedSteps,
                  "Time steps to either side of the token's own clock that are taken at once.")
                .range(0, 5)
                .orDefault(),
            field("nextTokencodeSteps", &TokenPolicy::nextTokencodeSteps,
                  "Time steps to either side within which a code is taken with the next one.")
                .range(1, 60)
                .orDefault(),
            field("counterLookAhead", &TokenPolicy::counterLookAhead,
                  "Counter tokens: codes ahead that are taken at once.")
                .range(1, 100)
                .orDefault(),
            field("emergencyCodeMinutes", &TokenPolicy::emergencyCodeMinutes,
                  "Life that is proposed for an emergency code.")
                .range(1, 43200)
                .orDefault(),
            field("emergencyCodeMaxMinutes", &TokenPolicy::emergencyCodeMaxMinutes,
                  "Longest life that may be given.")
                .range(1, 525600)
                .orDefault(),
            field("emergencyCodesPerQuarter", &TokenPolicy::emergencyCodesPerQuarter,
                  "Times within 90 days that one person usually gets emergency codes; 0: no quota.")
                .range(0, 1000)
                .orDefault(),
            field(
                "refuseOverQuota", &TokenPolicy::refuseOverQuota,
                "More is refused, unless somebody who may overrule it gives a reason; else it is warned of.")
                .orDefault(),
            field("verifyCallers", &TokenPolicy::verifyCallers,
                  "What is asked for on the telephone is done for verified callers alone.")
                .orDefault(),
            field("verifyToUnlock", &TokenPolicy::verifyToUnlock, "Unlocking an account counts among it.")
                .orDefault(),
            field("verifyPinPoints", &TokenPolicy::verifyPinPoints,
                  "Points to clear a PIN, to mark a token found, and to unlock.")
                .range(0, 200)
                .orDefault(),
            field("verifyCodePoints", &TokenPolicy::verifyCodePoints,
                  "Points to issue emergency codes and to give out a token.")
                .range(0, 200)
                .orDefault(),
            field("verifyAdministratorPoints", &TokenPolicy::verifyAdministratorPoints,
                  "Points that it takes more on an administrator's account; twice as many on a Super "
                  "Administrator's.")
                .range(0, 100)
                .orDefault(),
            field("verifySecondPerson", &TokenPolicy::verifySecondPerson,
                  "On an administrator's account another administrator must approve.")
                .orDefault(),
            field("verificationMinutes", &TokenPolicy::verificationMinutes,
                  "How long a verified call stays so.")
                .range(1, 120)
                .orDefault(),
            field("notes", &TokenPolicy::notes, "Free text.").length(0, 4000).orDefault(),
            field("domains", &TokenPolicy::domains, "Paths of the domains that set it themselves.")
                .length(0, 1000)
                .orDefault(),
            field("version", &TokenPolicy::version, "Rises with each change; the ETag.").orDefault());
    }
};

// The preset for organisations that are attacked by telephone: nothing at all without verification, and no
// single method is enough for a code.
inline void demandStrictVerification(TokenPolicy& policy)
{
    policy.refuseOverQuota = true;
    policy.verifyCallers = true;
    policy.verifyToUnlock = true;
    policy.verifyPinPoints = 100;
    policy.verifyCodePoints = 150;
    policy.verifyAdministratorPoints = 50;
    policy.verifySecondPerson = true;
    policy.verificationMinutes = 5;
}

// Who may take codes to a workstation without a network. Read and PUT alike.
struct OfflinePolicy
{
    QString id;
    QString name;
    bool isDefault = false;
    bool enabled = false;
    int minimumPasscodeLength = 8;
    bool allowPinpadOrSoftware = true;
    bool allowPinless = false;
    bool allowFixedPasscode = false;
    int offlineDays = 14;
    int warnDays = 5;
    int maxFailures = 5;
    bool emergencyTokencodes = true;
    bool emergencyPasscodes = true;
    bool emergencyCodeLetters = false;
    int emergencyCodeDays = 30;
    int logonsPerDay = 10;
    bool uploadEvents = true;
    bool allowChallenges = false;
    QString helpText;
    QString notes;
    QStringList domains;
    qint64 version = 0;

    static constexpr auto typeName = "OfflinePolicy";
    static constexpr auto fields()
    {
        return fieldList(
            field("id", &OfflinePolicy::id, "Opaque identifier.").orDefault(),
            field("name", &OfflinePolicy::name, "Unique name.").length(1, 128),
            field("isDefault", &OfflinePolicy::isDefault, "Whether it applies where nothing else is set.")
                .orDefault(),
            field("enabled", &OfflinePolicy::enabled, "Offline logon at all.").orDefault(),
            field("minimumPasscodeLength", &OfflinePolicy::minimumPasscodeLength,
                  "Counts what is typed: PIN and tokencode together.")
                .range(4, 24)
                .orDefault(),
            field("allowPinpadOrSoftware", &OfflinePolicy::allowPinpadOrSoftware,
                  "Although a passcode mixed by the app is shorter.")
                .orDefault(),
            field("allowPinless", &OfflinePolicy::allowPinless, "Although there is no PIN.").orDefault(),
            field("allowFixedPasscode", &OfflinePolicy::allowFixedPasscode,
                  "Although it is no one-time code.")
                .orDefault(),
            field("offlineDays", &OfflinePolicy::offlineDays, "Days granted at each contact.")
                .range(1, 99)
                .orDefault(),
            field("warnDays", &OfflinePolicy::warnDays, "Warn from this many days left.")
                .range(0, 99)
                .orDefault(),
            field(
                "maxFailures", &OfflinePolicy::maxFailures,
                "Wrong passcodes offline after which only an emergency passcode or an online logon is taken.")
                .range(1, 100)
                .orDefault(),
            field("emergencyTokencodes", &OfflinePolicy::emergencyTokencodes,
                  "Send an offline emergency tokencode with the data.")
                .orDefault(),
            field("emergencyPasscodes", &OfflinePolicy::emergencyPasscodes,
                  "Send an offline emergency passcode with the data.")
                .orDefault(),
            field("emergencyCodeLetters", &OfflinePolicy::emergencyCodeLetters,
                  "Emergency codes hold letters as well as digits.")
                .orDefault(),
            field("emergencyCodeDays", &OfflinePolicy::emergencyCodeDays, "Life of the emergency codes.")
                .range(1, 365)
                .orDefault(),
            field("logonsPerDay", &OfflinePolicy::logonsPerDay,
                  "Tokens that count uses: codes granted for each day, and a fifth more; 512 at most in all.")
                .range(1, 500)
                .orDefault(),
            field("uploadEvents", &OfflinePolicy::uploadEvents,
                  "Offline logons are reported at the next contact.")
                .orDefault(),
            field(
                "allowChallenges", &OfflinePolicy::allowChallenges,
                "Challenge and response over the telephone, where a workstation holds nothing for a person.")
                .orDefault(),
            field("helpText", &OfflinePolicy::helpText,
                  "Whom to ask, told to the person at the workstation; one line.")
                .length(0, 200)
                .orDefault(),
            field("notes", &OfflinePolicy::notes, "Free text.").length(0, 4000).orDefault(),
            field("domains", &OfflinePolicy::domains, "Paths of the domains that set it themselves.")
                .length(0, 1000)
                .orDefault(),
            field("version", &OfflinePolicy::version, "Rises with each change; the ETag.").orDefault());
    }
};

} // namespace holdfast::contract
