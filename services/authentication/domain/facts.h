// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/emergency_code.h"
#include "services/contract/policy.h"
#include "services/contract/token.h"
#include "services/otp/code_generator.h"

#include <memory>
#include <optional>
#include <vector>

// What the decisions work on: rows as values, read by store/attempt.h, without anything computed.
namespace holdfast::authentication {

struct AccountFacts
{
    qint64 id = 0;
    QString name;
    qint64 domainId = 0;
    bool enabled = true;
    std::optional<contract::Timestamp> startsAt {};
    std::optional<contract::Timestamp> endsAt {};
    std::optional<contract::Timestamp> lastLogonAt {};
    int failures = 0; // as stored; failuresThatCount() says how many of them count now
    int pending = 0; // attempts whose slow hash is under way
    std::optional<contract::Timestamp> firstFailureAt {};
    std::optional<contract::Timestamp> lockedAt {};
};

struct TokenFacts
{
    qint64 id = 0;
    QString serial;
    contract::TokenKind kind {};
    contract::HashAlgorithm algorithm {};
    int digits = 6;
    int intervalSeconds = 30; // 0 for counter tokens
    contract::PinStyle pinStyle {};
    contract::PinState pinState {};
    bool assigned = true;
    bool enabled = true;
    std::optional<contract::Timestamp> startsAt {};
    std::optional<contract::Timestamp> expiresAt {};
    std::optional<contract::Timestamp> lostAt {};
    std::optional<contract::Timestamp> lastUsedAt {};
    qint64 lastStep = -1; // last consumed time step, or next counter minus 1
    qint64 grantedThrough = -1; // counter tokens: the last code that a workstation was given; -1: none
    int driftSteps = 0;
    int wrongCodes = 0;
    bool nextCodeRequired = false;
    std::optional<qint64> pendingStep {}; // of the code that still wants the next one
    QByteArray pinHash {}; // empty: none
    std::optional<quint16> pinTag {};
    std::optional<int> pinLength {}; // kept for PINs that an app mixes in
    std::optional<contract::Timestamp> pinSetAt {};
    std::optional<qint64> replacedById {};
    std::optional<qint64> replacesId {};
    bool keepPin = false;

    // Null when the seed was not asked for, or did not open.
    std::shared_ptr<const otp::CodeGenerator> generator {};
    bool damaged = false; // the sealed seed did not open
};

// One issue of emergency codes.
struct EmergencyFacts
{
    qint64 issueId = 0;
    std::optional<qint64> tokenId {}; // the token that it stands for
    contract::EmergencyCodeKind kind {};
    contract::CodeReplaces replaces {};
    contract::OnTokenReturn onTokenReturn {};
    contract::Timestamp issuedAt {};
    contract::Timestamp expiresAt {};
    std::optional<contract::Timestamp> cancelledAt {};
    int count = 0;
    int unused = 0;
};

// The emergency code whose keyed hash equals that of what was submitted.
struct EmergencyMatch
{
    qint64 codeId = 0;
    qint64 issueId = 0;
    bool used = false; // once already
};

// A policy in effect and where it comes from.
template <class Policy>
struct InEffect
{
    std::shared_ptr<const Policy> policy;
    contract::PolicyOrigin origin {};
};

// Everything that one decision about one person looks at.
struct AttemptFacts
{
    AccountFacts account {};
    QString domainPath;
    std::vector<TokenFacts> tokens {}; // assigned to the person
    std::vector<EmergencyFacts> emergency {}; // latest first
    std::optional<EmergencyMatch> emergencyMatch {};
    QByteArray passwordHash {}; // empty: none, or not asked for
    bool passcodeWanted = false; // the password alone is not enough
    InEffect<contract::LockoutPolicy> lockout {};
    InEffect<contract::TokenPolicy> tokenPolicy {};
};

} // namespace holdfast::authentication
