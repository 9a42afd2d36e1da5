// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/domain/account_state.h"
#include "services/authentication/domain/explain.h"
#include "services/otp/pin_pad.h"
#include "tests/domain/person.h"

#include <QRandomGenerator>
#include <QTest>

using namespace holdfast;
using namespace holdfast::testing;
using namespace std::chrono_literals;
using contract::CodeReplaces;
using contract::EmergencyCodeKind;
using contract::PinState;
using contract::PinStyle;
using contract::TokenKind;

namespace {

constexpr auto emergencyCode = "BCDF2345";

// People as they come: every switch of account, tokens, codes and policies at random.
class RandomPerson : public Person
{
public:
    explicit RandomPerson(quint32 seed)
        : m_random(seed)
    {
        lockout.enabled = chance(80);
        lockout.maxFailures = between(1, 6);
        lockout.windowSeconds = 3600;
        lockout.unlockBy = chance(50) ? contract::UnlockBy::Time : contract::UnlockBy::Administrator;
        lockout.unlockAfterSeconds = 1800;
        tokens.nextTokencodeAfter = between(0, 3);
        tokens.acceptedSteps = between(0, 2);
        tokens.nextTokencodeSteps = between(1, 3);
        tokens.counterLookAhead = between(1, 5);
        refresh();
        AccountFacts& account = facts.account;
        account.enabled = chance(90);
        account.startsAt = moment(80);
        account.endsAt = moment(80);
        account.failures = between(0, 6);
        account.pending = chance(70) ? 0 : between(1, 3);
        account.firstFailureAt = now - std::chrono::minutes(between(0, 120));
        account.lockedAt =
            chance(80) ? std::nullopt : std::optional(now - std::chrono::minutes(between(0, 60)));
        for (int count = between(0, 3); count > 0; --count) {
            addRandomToken();
        }
        for (int count = between(0, 2); count > 0; --count) {
            addRandomIssue(count);
        }
    }

    // Whether a right passcode of this token, whichever its owner can show and type, gets through.
    bool passesWith(size_t index)
    {
        const TokenFacts token = facts.tokens[index];
        if (!token.generator) {
            return false;
        }
        const int reach = tokens.acceptedSteps + tokens.nextTokencodeSteps;
        const bool counter = token.kind == TokenKind::Hotp;
        for (int away = counter ? 1 : -reach; away <= (counter ? 1 : reach); ++away) {
            const qint64 step = counter ? token.lastStep + away : this->step(away) + token.driftSteps;
            const QByteArray code = Person::code(token, step);
            for (const QByteArray& passcode : {code, "4711" + code, mixed(token, step), "0815" + code}) {
                const Decision decision = submit(passcode);
                if (decision.kind != Kind::Refuse && decision.tokenId == token.id) {
                    return true;
                }
            }
        }
        return false;
    }
    bool passesWithEmergencyCode()
    {
        for (const EmergencyFacts& issue : facts.emergency) {
            facts.emergencyMatch = EmergencyMatch {1, issue.issueId, false};
            for (const char* pin : {"", "4711", "0815"}) {
                if (submit(QByteArray(pin) + emergencyCode).kind == Kind::Accept) {
                    return true;
                }
            }
        }
        facts.emergencyMatch.reset();
        return false;
    }
    // The gate turns away what would be one attempt too many beside those under way.
    [[nodiscard]] bool mayTry() const { return mayReserve(facts.account, lockout, now); }

private:
    bool chance(int percent) { return static_cast<int>(m_random.bounded(100)) < percent; }
    int between(int low, int high) { return low + static_cast<int>(m_random.bounded(high - low + 1)); }
    std::optional<Timestamp> moment(int absent)
    {
        return chance(absent) ? std::nullopt : std::optional(now + std::chrono::minutes(between(-90, 90)));
    }
    static QByteArray mixed(const TokenFacts& token, qint64 step)
    {
        return otp::mixPin(token.generator->code(step), "4711").view().toByteArray();
    }

    void addRandomToken()
    {
        TokenFacts& token = addToken(chance(30) ? TokenKind::Hotp : TokenKind::Totp);
        token.enabled = chance(85);
        token.startsAt = moment(85);
        token.expiresAt = moment(85);
        token.lostAt = moment(80);
        token.driftSteps = token.kind == TokenKind::Hotp ? 0 : between(-2, 2);
        token.lastStep = token.kind == TokenKind::Hotp ? between(-1, 50)
            : chance(50)                               ? step(-1000)
                                                       : step(between(-6, 8));
        token.wrongCodes = between(0, 4);
        token.nextCodeRequired = chance(20);
        if (token.nextCodeRequired && chance(70)) {
            token.pendingStep = token.lastStep;
        }
        switch (between(0, 5)) {
        case 0:
            break;
        case 1:
            setPin(token, "4711", PinStyle::Mixed);
            break;
        case 2:
            setPin(token, "4711", PinStyle::Mixed);
            token.pinTag.reset(); // part of the record is gone
            break;
        case 3:
            setPin(token, "0815", PinStyle::BeforeCode);
            token.pinHash = chance(30) ? QByteArray() : token.pinHash;
            break;
        case 4:
            setPin(token, "4711", PinStyle::BeforeCode);
            token.pinState = PinState::MustChange;
            break;
        default:
            token.pinStyle = PinStyle::BeforeCode;
            token.pinState = PinState::NotSet;
            token.keepPin = chance(60);
            if (facts.tokens.size() > 1 && chance(60)) {
                token.replacesId = facts.tokens.front().id;
            }
        }
        if (chance(5)) {
            token.damaged = true;
            token.generator.reset();
        }
    }

    void addRandomIssue(int id)
    {
        EmergencyFacts& issue =
            addIssue(chance(50) ? EmergencyCodeKind::Fixed : EmergencyCodeKind::OneTimeSet,
                     chance(50) ? CodeReplaces::Tokencode : CodeReplaces::Passcode);
        issue.issueId = id;
        issue.issuedAt = now - std::chrono::minutes(between(0, 120));
        issue.expiresAt = now + std::chrono::minutes(between(-60, 120));
        issue.cancelledAt = chance(85) ? std::nullopt : std::optional(now);
        issue.onTokenReturn = static_cast<contract::OnTokenReturn>(between(0, 2));
        issue.unused = issue.kind == EmergencyCodeKind::Fixed ? 1 : between(0, 3);
        const int whose = between(0, 4);
        issue.tokenId = whose == 0 ? std::nullopt
            : whose == 1           ? std::optional<qint64>(999) // no longer this person's
            : facts.tokens.empty() ? std::nullopt
                                   : std::optional(facts.tokens.back().id);
    }

    QRandomGenerator m_random;
};

} // namespace

class TestExplainAgrees : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Two ways round: what the explanation calls a way lets a right code through, and nothing else does.
    void whateverThePersonTheWaysAreThoseThatTheGateTakes()
    {
        int open = 0;
        int shut = 0;
        for (quint32 seed = 1; seed <= 1500; ++seed) {
            RandomPerson person(seed);
            const contract::Explanation explanation = explain(person.facts, person.now);
            QStringList expected;
            for (size_t i = 0; i < person.facts.tokens.size(); ++i) {
                if (person.mayTry() && person.passesWith(i)) {
                    expected << person.facts.tokens[i].serial;
                }
            }
            if (person.mayTry() && person.passesWithEmergencyCode()) {
                expected << QStringLiteral("emergency code");
            }
            QVERIFY2(explanation.ways == expected,
                     qPrintable(
                         QStringLiteral("seed %1: it says [%2], the gate takes [%3]")
                             .arg(seed)
                             .arg(explanation.ways.join(QLatin1Char(' ')), expected.join(QLatin1Char(' ')))));
            QCOMPARE(explanation.canLogOn, !expected.isEmpty());
            ++(expected.isEmpty() ? shut : open);
        }
        QVERIFY2(open > 200 && shut > 200, "the people are too much alike");
    }

    // Whoever cannot get in is told a reason, and of what can be mended how.
    void whoeverCannotGetInIsToldWhy()
    {
        for (quint32 seed = 1; seed <= 1500; ++seed) {
            const RandomPerson person(seed);
            const contract::Explanation explanation = explain(person.facts, person.now);
            if (explanation.canLogOn) {
                continue;
            }
            const auto fault = std::find_if(explanation.checks.begin(), explanation.checks.end(),
                                            [](const contract::Check& check) { return !check.passed; });
            QVERIFY2(fault != explanation.checks.end(), qPrintable(QString::number(seed)));
            for (const contract::Check& check : explanation.checks) {
                QVERIFY(!check.found.isEmpty() && !check.required.isEmpty());
                QCOMPARE(check.passed, !check.detail.contains(QStringLiteral("reason")));
                QVERIFY(!check.cure || (!check.cure->method.isEmpty() && !check.cure->path.isEmpty()));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestExplainAgrees)
#include "tst_explain_agrees.moc"
