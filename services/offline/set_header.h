// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/emergency_code.h"
#include "services/contract/token.h"

namespace holdfast::offline {

// Costs of Argon2id (RFC 9106), within bounds that a reader checks before it spends them.
struct SlowHash
{
    int memoryKiB = 32768; // 8 MiB to 256 MiB
    int passes = 2; // 1 to 10

    static constexpr auto typeName = "OfflineSlowHash";
    static constexpr auto fields()
    {
        return contract::fieldList(
            contract::field("memoryKiB", &SlowHash::memoryKiB, "Memory.").range(8192, 262144),
            contract::field("passes", &SlowHash::passes, "Passes.").range(1, 10));
    }
};

// One block of records.
struct DayBlock
{
    qint64 firstStep {};
    int count {};

    static constexpr auto typeName = "OfflineDayBlock";
    static constexpr auto fields()
    {
        return contract::fieldList(contract::field("firstStep", &DayBlock::firstStep, "Of its first record.")
                                       .range(0, 9007199254740991),
                                   contract::field("count", &DayBlock::count, "Records.").range(1, 90000));
    }
};

// An emergency code whose record is in the last block, in this order.
struct EmergencyRecord
{
    contract::CodeReplaces replaces {};
    QString salt; // Base64, 16 bytes: of a passcode
    int length {}; // characters
    contract::Timestamp expiresAt {};

    static constexpr auto typeName = "OfflineEmergencyRecord";
    static constexpr auto fields()
    {
        return contract::fieldList(
            contract::field("replaces", &EmergencyRecord::replaces, "tokencode or passcode."),
            contract::field("salt", &EmergencyRecord::salt, "Of a passcode.").length(0, 24).orDefault(),
            contract::field("length", &EmergencyRecord::length, "Characters.").range(6, 32),
            contract::field("expiresAt", &EmergencyRecord::expiresAt, "Then it is refused."));
    }
};

// The header of an offline set (docs/offline-format.md, version 1). Everything a workstation needs to know
// that is no secret.
struct SetHeader
{
    QString setId;
    QString workstationId;
    QString userId;
    QString userName;
    QStringList otherNames; // aliases and e-mail address, canonical
    QString tokenSerial;
    contract::TokenKind kind {};
    int digits {};
    int intervalSeconds {}; // 0: counts uses
    contract::PinStyle pinStyle {};
    QString salt; // Base64, 32 bytes
    QString pinSalt; // Base64, 16 bytes; empty: no PIN is typed before the code
    SlowHash slowHash {};
    int hiddenBits = 16; // of the token's records; fewer where a grant of a counter is long
    qint64 lastStep = -1; // consumed when the set was made
    int driftSteps {};
    int stepsAround = 2; // looked at to either side of the token's own clock
    int confirmBeyond = 10; // counter tokens: further ahead asks for the next code too
    std::vector<DayBlock> days;
    std::vector<EmergencyRecord> emergency;
    contract::Timestamp issuedAt {};
    contract::Timestamp expiresAt {};
    QString keyCheck; // Base64, 16 bytes
    QString policyId;
    QString policyName;
    qint64 policyVersion {};
    int warnDays {};
    int maxFailures {};
    bool uploadEvents = true;
    QString helpText; // whom to ask, as the service is set up to say; may be empty

    static constexpr auto typeName = "OfflineSetHeader";
    static constexpr auto fields()
    {
        using contract::field;
        return contract::fieldList(
            field("setId", &SetHeader::setId, "Identifier.").length(1, 64),
            field("workstationId", &SetHeader::workstationId, "Where it is good.").length(1, 64),
            field("userId", &SetHeader::userId, "Whose it is.").length(1, 64),
            field("userName", &SetHeader::userName, "Logon name.").length(1, 255),
            field("otherNames", &SetHeader::otherNames, "Names that mean the same person.").length(0, 50),
            field("tokenSerial", &SetHeader::tokenSerial, "Of which token.").length(1, 64),
            field("kind", &SetHeader::kind, "How its codes are computed."),
            field("digits", &SetHeader::digits, "Of a code.").range(4, 10),
            field("intervalSeconds", &SetHeader::intervalSeconds, "Of a time step; 0: counts uses.")
                .range(0, 3600),
            field("pinStyle", &SetHeader::pinStyle, "What of the PIN is typed."),
            field("salt", &SetHeader::salt, "Of all records.").length(44, 44),
            field("pinSalt", &SetHeader::pinSalt, "Of the PIN's key.").length(0, 24).orDefault(),
            field("slowHash", &SetHeader::slowHash, "What the PIN's key costs."),
            field("hiddenBits", &SetHeader::hiddenBits, "Of each record's hidden number.").range(8, 24),
            field("lastStep", &SetHeader::lastStep, "Consumed already.").range(-1, 9007199254740991),
            field("driftSteps", &SetHeader::driftSteps, "Of the token's clock.").range(-10000, 10000),
            field("stepsAround", &SetHeader::stepsAround, "Looked at to either side.").range(0, 10),
            field("confirmBeyond", &SetHeader::confirmBeyond, "A code further ahead wants the next one too.")
                .range(0, 1000),
            field("days", &SetHeader::days, "The blocks before the last.").length(1, 100),
            field("emergency", &SetHeader::emergency, "The records of the last block.").length(0, 4),
            field("issuedAt", &SetHeader::issuedAt, "When it was made."),
            field("expiresAt", &SetHeader::expiresAt, "When it ends."),
            field("keyCheck", &SetHeader::keyCheck, "That keys belong to it.").length(24, 24),
            field("policyId", &SetHeader::policyId, "The policy that made it.").length(0, 64).orDefault(),
            field("policyName", &SetHeader::policyName, "Its name.").length(0, 128).orDefault(),
            field("policyVersion", &SetHeader::policyVersion, "Its version.").orDefault(),
            field("warnDays", &SetHeader::warnDays, "Warn from so many days left.").range(0, 99),
            field("maxFailures", &SetHeader::maxFailures, "Wrong passcodes allowed.").range(1, 100),
            field("uploadEvents", &SetHeader::uploadEvents, "Whether events are told at the next contact.")
                .orDefault(),
            field("helpText", &SetHeader::helpText, "Whom to ask.").length(0, 200).orDefault());
    }
};

} // namespace holdfast::offline
