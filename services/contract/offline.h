// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/card.h"
#include "services/contract/offline_set.h"
#include "services/contract/workstation.h"

namespace holdfast::contract {

// GET /offline-readiness: what is going to hurt, counted.
struct OfflineReadiness
{
    int people {};
    int workstations {};
    int validSets {};
    int runOut {};
    int endingBeforeMonday {};
    int endingSoon {};
    int voidSets {};
    int ofLeavers {};
    int leaversWorkstations {};
    int silentWorkstations {};
    int needLogon {};
    Timestamp monday {};

    static constexpr auto typeName = "OfflineReadiness";
    static constexpr auto fields()
    {
        return fieldList(
            field("people", &OfflineReadiness::people, "People with valid data somewhere."),
            field("workstations", &OfflineReadiness::workstations, "Workstations that are not revoked."),
            field("validSets", &OfflineReadiness::validSets, "Sets that would let somebody in now."),
            field("runOut", &OfflineReadiness::runOut,
                  "People who held offline data and whose last set has run out.")
                .orDefault(),
            field("endingBeforeMonday", &OfflineReadiness::endingBeforeMonday,
                  "People whose last valid set ends before the next Monday morning."),
            field("endingSoon", &OfflineReadiness::endingSoon,
                  "People whose last valid set is below the policy's warning threshold."),
            field("voidSets", &OfflineReadiness::voidSets,
                  "Sets that wait for being replaced; those that are only removed are not among them."),
            field("ofLeavers", &OfflineReadiness::ofLeavers,
                  "Sets of people who are disabled or whose account has ended."),
            field("leaversWorkstations", &OfflineReadiness::leaversWorkstations,
                  "Workstations that hold them."),
            field("silentWorkstations", &OfflineReadiness::silentWorkstations,
                  "Workstations without contact for longer than their data last."),
            field("needLogon", &OfflineReadiness::needLogon, "Sets that only a logon can renew."),
            field("monday", &OfflineReadiness::monday, "The Monday meant above."));
    }
};

// POST /offline-sets/{id}/extend: for a trip, beyond the policy's days, once.
struct OfflineExtend
{
    int days {};
    QString reason;

    static constexpr auto typeName = "OfflineExtend";
    static constexpr auto fields()
    {
        return fieldList(
            field("days", &OfflineExtend::days, "Days granted at the next contact.").range(1, 99),
            field("reason", &OfflineExtend::reason, "Why, or a ticket number.").length(1, 1000));
    }
};

// POST /offline-sets/{id}/revoke and others that want nothing but a reason.
struct OfflineReason
{
    QString reason;

    static constexpr auto typeName = "OfflineReason";
    static constexpr auto fields()
    {
        return fieldList(field("reason", &OfflineReason::reason, "Why, or a ticket number.").length(1, 1000));
    }
};

// POST /offline-sets/{id}/emergency-codes: the one reading of a code that the workstation holds.
struct OfflineEmergencyRead
{
    CodeReplaces replaces {};
    QString reason;

    static constexpr auto typeName = "OfflineEmergencyRead";
    static constexpr auto fields()
    {
        return fieldList(
            field("replaces", &OfflineEmergencyRead::replaces,
                  "tokencode: lost token; passcode: forgotten PIN."),
            field("reason", &OfflineEmergencyRead::reason, "Why, or a ticket number.").length(1, 1000));
    }
};
struct OfflineEmergencyReading
{
    Secret code;
    CodeReplaces replaces {};
    QString workstationName;
    Timestamp expiresAt {};
    std::optional<OfflineRefill> replacedBy;
    QString sentence;

    static constexpr auto typeName = "OfflineEmergencyReading";
    static constexpr auto fields()
    {
        return fieldList(
            field("code", &OfflineEmergencyReading::code, "Shown this once."),
            field("replaces", &OfflineEmergencyReading::replaces, "What it stands for."),
            field("workstationName", &OfflineEmergencyReading::workstationName,
                  "The only place where it works."),
            field("expiresAt", &OfflineEmergencyReading::expiresAt, "Until when."),
            field("replacedBy", &OfflineEmergencyReading::replacedBy,
                  "What takes it away before: the next contact, or only a logon; absent: nothing"
                  " as things are."),
            field("sentence", &OfflineEmergencyReading::sentence, "The same, in English.").orDefault());
    }
};

// POST /workstations/{id}/responses: the answer to a challenge that the caller reads out.
struct ChallengeResponseCreate
{
    QString userId;
    QString challenge;
    QString reason;
    bool dataLost {};
    std::optional<QString> userName;

    static constexpr auto typeName = "ChallengeResponseCreate";
    static constexpr auto fields()
    {
        return fieldList(
            field("userId", &ChallengeResponseCreate::userId, "Who sits there."),
            field("challenge", &ChallengeResponseCreate::challenge,
                  "As the workstation shows it; spaces and "
                  "hyphens do not count.")
                .length(8, 20),
            field("reason", &ChallengeResponseCreate::reason, "Why, or a ticket number.").length(1, 1000),
            field("dataLost", &ChallengeResponseCreate::dataLost,
                  "The workstation says that it holds no data, although it told the service of some.")
                .orDefault(),
            field(
                "userName", &ChallengeResponseCreate::userName,
                "As the person typed it there: logon name, alias or e-mail address; absent: the logon name.")
                .length(1, 255));
    }
};
struct ChallengeResponse
{
    Secret response;
    Timestamp expiresAt {};

    static constexpr auto typeName = "ChallengeResponse";
    static constexpr auto fields()
    {
        return fieldList(field("response", &ChallengeResponse::response, "Digits to be typed; good once."),
                         field("expiresAt", &ChallengeResponse::expiresAt, "Until when."));
    }
};

// What stands against offline data, of one check.
struct OfflineCause
{
    QString reason;
    QString sentence;
    QString tokenSerial;

    static constexpr auto typeName = "OfflineCause";
    static constexpr auto fields()
    {
        return fieldList(
            field("reason", &OfflineCause::reason, "Stable, such as pinpad_not_allowed."),
            field("sentence", &OfflineCause::sentence, "To be read, in English.").orDefault(),
            field("tokenSerial", &OfflineCause::tokenSerial, "Of which token; may be empty.").orDefault());
    }
};

// GET /users/{id}/offline-explain: would an online logon of this person at this workstation bring data, and
// if not, why. One entry for each token; checks as in Explanation.
struct OfflineExplanation
{
    QString userId;
    QString userName;
    std::optional<QString> workstationId;
    QString workstationName;
    Timestamp at {};
    bool granted {};
    QString sentence;
    std::vector<OfflineCause> causes;
    QString helpText;
    std::vector<Check> checks;
    std::optional<OfflineSet> present;

    static constexpr auto typeName = "OfflineExplanation";
    static constexpr auto fields()
    {
        return fieldList(
            field("userId", &OfflineExplanation::userId, "Who."),
            field("userName", &OfflineExplanation::userName, "Logon name.").orDefault(),
            field("workstationId", &OfflineExplanation::workstationId,
                  "Where; absent: on any workstation of the "
                  "person's own domain."),
            field("workstationName", &OfflineExplanation::workstationName, "Its name.").orDefault(),
            field("at", &OfflineExplanation::at, "When it was computed."),
            field("granted", &OfflineExplanation::granted, "Whether some token would be given data now."),
            field("sentence", &OfflineExplanation::sentence,
                  "The first cause that stands against it, in English.")
                .orDefault(),
            field("causes", &OfflineExplanation::causes,
                  "Everything that stands against it, what weighs most first.")
                .length(0, 1000)
                .orDefault(),
            field("helpText", &OfflineExplanation::helpText,
                  "Whom the person may ask, where nothing is granted.")
                .orDefault(),
            field("checks", &OfflineExplanation::checks, "Every check in order.").length(0, 1000),
            field("present", &OfflineExplanation::present, "What the workstation holds for the person now."));
    }
};

// A kind of token and length of PIN under a policy that is being edited.
struct OfflineVerdict
{
    QString kind;
    int pinLength {};
    int passcodeLength {};
    bool allowed {};
    QString reason;
    QString setting;

    static constexpr auto typeName = "OfflineVerdict";
    static constexpr auto fields()
    {
        return fieldList(
            field("kind", &OfflineVerdict::kind, "pinBeforeCode, pinpad, pinless."),
            field("pinLength", &OfflineVerdict::pinLength, "0: none, or mixed in."),
            field("passcodeLength", &OfflineVerdict::passcodeLength, "What is typed."),
            field("allowed", &OfflineVerdict::allowed, "Whether offline days are granted."),
            field("reason", &OfflineVerdict::reason, "Stable, such as passcode_too_short or by_exception.")
                .orDefault(),
            field("setting", &OfflineVerdict::setting, "The setting of the policy that decides.")
                .orDefault());
    }
};

// POST /policies/offline/verdicts.
struct OfflineVerdicts
{
    std::vector<OfflineVerdict> verdicts;
    int counterDays {};

    static constexpr auto typeName = "OfflineVerdicts";
    static constexpr auto fields()
    {
        return fieldList(
            field("verdicts", &OfflineVerdicts::verdicts,
                  "One for each kind, length of code and length of PIN that there may be.")
                .length(0, 200),
            field("counterDays", &OfflineVerdicts::counterDays,
                  "Days that a token which counts uses is given: fewer than offlineDays where so"
                  " many logons a day would need more codes than a workstation can look through.")
                .orDefault());
    }
};

// A draft of an offline policy that is only reported: GET and POST /policies/offline/{id}/trial.
struct OfflinePolicyTrial
{
    QString policyId;
    OfflinePolicy draft {};
    QJsonObject changes;
    Timestamp since {};
    QString author;
    qint64 differing {};
    std::optional<Timestamp> lastAt;

    static constexpr auto typeName = "OfflinePolicyTrial";
    static constexpr auto fields()
    {
        return fieldList(
            field("policyId", &OfflinePolicyTrial::policyId, "The policy that it is a draft of."),
            field("draft", &OfflinePolicyTrial::draft, "The settings that are tried."),
            field("changes", &OfflinePolicyTrial::changes,
                  "Settings that differ from the policy of now: name, and value now and in the draft."),
            field("since", &OfflinePolicyTrial::since, "Since when it is tried."),
            field("author", &OfflinePolicyTrial::author, "By whom.").orDefault(),
            field("differing", &OfflinePolicyTrial::differing,
                  "Decisions that would have been others; each is an event OFFLINE_POLICY_TRIAL."),
            field("lastAt", &OfflinePolicyTrial::lastAt, "The last of them."));
    }
};

} // namespace holdfast::contract
