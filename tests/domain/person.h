// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/domain/decision.h"
#include "services/authentication/domain/token_state.h"
#include "services/otp/oath.h"
#include "services/otp/pin_pad.h"
#include "services/security/pin_hash.h"

namespace holdfast::testing {

using namespace holdfast::authentication;
using contract::Secret;
using contract::Timestamp;
using Kind = Decision::Kind;

inline constexpr Timestamp noon {std::chrono::milliseconds {1'800'000'000'000}};

inline Secret secret(QByteArrayView text)
{
    return Secret(text);
}

// A person with a policy for everything, and tokens whose codes the test can compute.
struct Person
{
    security::KeyRing keys = security::KeyRing::generate();
    contract::LockoutPolicy lockout;
    contract::TokenPolicy tokens;
    AttemptFacts facts;
    Timestamp now = noon;

    Person()
    {
        facts.account.id = 7;
        facts.account.name = QStringLiteral("ada");
        refresh();
    }
    // After a change of a policy.
    void refresh()
    {
        facts.lockout.policy = std::make_shared<const contract::LockoutPolicy>(lockout);
        facts.tokenPolicy.policy = std::make_shared<const contract::TokenPolicy>(tokens);
    }

    TokenFacts& addToken(contract::TokenKind kind = contract::TokenKind::Totp, int digits = 6)
    {
        TokenFacts token;
        token.id = 100 + static_cast<qint64>(facts.tokens.size());
        token.serial = QStringLiteral("T%1").arg(token.id);
        token.kind = kind;
        token.digits = digits;
        token.intervalSeconds = kind == contract::TokenKind::Hotp ? 0 : 30;
        token.pinState = contract::PinState::NotRequired;
        Secret seed = secret("seed of " + token.serial.toUtf8());
        token.generator = std::make_shared<const otp::CodeGenerator>(std::move(*otp::CodeGenerator::create(
            {kind, token.algorithm, digits, token.intervalSeconds}, std::move(seed))));
        facts.tokens.push_back(token);
        return facts.tokens.back();
    }
    void setPin(TokenFacts& token, const char* pin, contract::PinStyle style) const
    {
        token.pinStyle = style;
        token.pinState = contract::PinState::Set;
        token.pinHash = QByteArray("$hash of ") + pin; // slow hashes are answered by this file
        if (style == contract::PinStyle::Mixed) {
            token.pinTag = security::pinTag(keys, secret(pin), pinIdentity(token.serial));
            token.pinLength = static_cast<int>(QByteArrayView(pin).size());
        }
    }
    EmergencyFacts& addIssue(contract::EmergencyCodeKind kind, contract::CodeReplaces replaces)
    {
        EmergencyFacts issue;
        issue.issueId = 1;
        issue.kind = kind;
        issue.replaces = replaces;
        issue.issuedAt = now;
        issue.expiresAt = now + std::chrono::hours(24);
        issue.count = issue.unused = kind == contract::EmergencyCodeKind::Fixed ? 1 : 3;
        if (!facts.tokens.empty()) {
            issue.tokenId = facts.tokens.front().id;
        }
        facts.emergency.push_back(issue);
        return facts.emergency.back();
    }

    [[nodiscard]] qint64 step(int away = 0) const { return otp::stepAt(now, 30) + away; }
    [[nodiscard]] static QByteArray code(const TokenFacts& token, qint64 position)
    {
        return token.generator->code(position).view().toByteArray();
    }

    // Answers slow hashes as the gate would, and counts them.
    int hashes = 0;
    Decision submit(const QByteArray& passcode) { return submit(Credentials {.passcode = secret(passcode)}); }
    Decision submit(const Credentials& credentials)
    {
        answers.clear();
        for (;;) {
            Decision decision = decide(facts, credentials, keys, now, answers);
            if (decision.kind != Kind::AskHash) {
                return decision;
            }
            ++hashes;
            const HashQuestion& question = *decision.question;
            answers.push_back({.identity = question.identity,
                               .hash = question.hash,
                               .right = question.hash == "$hash of " + question.text.reveal().toByteArray(),
                               .newHash = question.rehashFor.isEmpty() ? QByteArray() : "rehashed"});
        }
    }
    // What the store does with a decision.
    void apply(const Decision& decision)
    {
        for (TokenFacts& token : facts.tokens) {
            if (token.id != decision.tokenId || decision.step < 0) {
                continue;
            }
            token.lastStep = decision.step;
            token.nextCodeRequired = decision.kind == Kind::NextTokencode;
            token.pendingStep = token.nextCodeRequired ? std::optional(decision.step) : std::nullopt;
            if (!token.nextCodeRequired) {
                token.driftSteps = decision.driftSteps;
                token.wrongCodes = 0;
            }
        }
    }

    HashAnswers answers;
};

} // namespace holdfast::testing
