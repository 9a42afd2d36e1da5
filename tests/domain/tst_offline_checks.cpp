// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/domain/offline_checks.h"
#include "services/authentication/domain/offline_reasons.h"
#include "services/contract/json.h"
#include "tests/domain/person.h"

#include <QTest>

using namespace holdfast;
using namespace holdfast::authentication;
using contract::CardAction;
using contract::Check;
using contract::OfflinePolicy;
using contract::PinStyle;
using holdfast::testing::noon;
using holdfast::testing::Person;

namespace {

struct OfflineDesk
{
    Person person;
    OfflinePolicy policy;
    OfflinePolicy ofWorkstation;
    std::vector<OfflinePolicy> others {};
    OfflineCase facts;

    OfflineDesk()
    {
        policy.id = QStringLiteral("1");
        policy.name = QStringLiteral("Sales");
        policy.enabled = true;
        policy.version = 4;
        ofWorkstation = policy;
        facts.workstation = OfflineWorkstation {
            .id = 3, .name = QStringLiteral("lap-3"), .domainId = 1, .domainPath = QStringLiteral("/")};
        person.facts.domainPath = QStringLiteral("/Sales");
        person.facts.account.domainId = 2;
    }
    static OfflinePolicyInEffect inEffect(const OfflinePolicy& policy, const QString& domain)
    {
        return {std::make_shared<const OfflinePolicy>(policy),
                {.policyId = policy.id,
                 .policyName = policy.name,
                 .kind = contract::OriginKind::Own,
                 .domain = domain}};
    }
    std::vector<Check> checks()
    {
        facts.person = &person.facts;
        facts.policy = effectiveOfflinePolicy(inEffect(policy, QStringLiteral("/Sales")),
                                              inEffect(ofWorkstation, QStringLiteral("/")));
        facts.others.clear();
        for (const OfflinePolicy& other : others) {
            facts.others.push_back(inEffect(other, QStringLiteral("/")));
        }
        return offlineChecks(facts, noon);
    }
    Check check(const QString& id)
    {
        for (const Check& found : checks()) {
            if (found.id == id) {
                return found;
            }
        }
        return {};
    }
    // The reason of the refusal; empty: granted.
    QString reason()
    {
        const auto all = checks();
        const OfflineFinding finding = offlineFinding(all);
        const auto obstacle = person.facts.tokens.empty()
            ? std::nullopt
            : offlineObstacle(facts, person.facts.tokens.front().id, noon);
        // What is explained and what an issue is decided by are the same.
        if (person.facts.tokens.size() == 1 && finding.granted == obstacle.has_value()) {
            return QStringLiteral("explanation and issue differ");
        }
        if (!finding.granted && finding.sentence.isEmpty()) {
            return QStringLiteral("nothing to be read of ") + finding.reason;
        }
        return finding.reason;
    }
    // One click: what the cure would write takes the place of the policy.
    void apply(const contract::Cure& cure)
    {
        if (cure.action == CardAction::ChangePolicy) {
            const auto written = contract::fromJson<OfflinePolicy>(cure.body);
            QVERIFY(written);
            QCOMPARE(cure.version, written->version);
            (written->id == policy.id ? policy : ofWorkstation) = *written;
            if (policy.id == ofWorkstation.id) {
                ofWorkstation = policy;
            }
        } else {
            QCOMPARE(cure.action, CardAction::ChoosePolicy);
            const QString id =
                cure.body.value(QStringLiteral("offline")).toObject()[QLatin1String("policyId")].toString();
            for (const OfflinePolicy& other : others) {
                if (other.id == id) {
                    policy = other;
                }
            }
        }
    }
};

} // namespace

class TestOfflineChecks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aMinimumThatIsTooLongIsNamedAndCured();
    void aKindThatIsNotAllowedIsNamedAndCured_data();
    void aKindThatIsNotAllowedIsNamedAndCured();
    void noCodeTypeIsAWarningAndNoRefusal();
    void thePolicyOfAnotherDomainIsNamedAndCured();
    void theStricterOfTwoPoliciesIsCuredWhereItIs();
    void whatElseStandsAgainstData();
    void anExpiredTokenIsReplacedFirst();
    void oneGoodTokenIsEnough();
    void everyCauseIsListedTheWorstFirst();
    void bothDomainsMayHaveTheWrongPolicy();
    void aClockIsToldAsOneSaysIt();
    void dataOfAnotherTokenAreNotThisOnes();
};

void TestOfflineChecks::aMinimumThatIsTooLongIsNamedAndCured()
{
    OfflineDesk desk;
    TokenFacts& token = desk.person.addToken();
    desk.person.setPin(token, "1234", PinStyle::BeforeCode);
    desk.facts.pins = {{token.id, 4}};
    QCOMPARE(desk.reason(), QString());
    desk.policy.minimumPasscodeLength = desk.ofWorkstation.minimumPasscodeLength = 11;
    QCOMPARE(desk.reason(), QString(offline_reason::passcodeTooShort));
    const Check length = desk.check(QStringLiteral("offline_passcode_length"));
    QVERIFY(!length.passed);
    QVERIFY(length.origin.has_value());
    desk.apply(*length.cure);
    QCOMPARE(desk.policy.minimumPasscodeLength, 10);
    QCOMPARE(desk.reason(), QString());
}

void TestOfflineChecks::aKindThatIsNotAllowedIsNamedAndCured_data()
{
    QTest::addColumn<PinStyle>("style");
    QTest::addColumn<QString>("reason");
    QTest::newRow("PINPad") << PinStyle::Mixed << QString(offline_reason::pinpadNotAllowed);
    QTest::newRow("PIN-less") << PinStyle::None << QString(offline_reason::pinlessNotAllowed);
}

void TestOfflineChecks::aKindThatIsNotAllowedIsNamedAndCured()
{
    QFETCH(PinStyle, style);
    QFETCH(QString, reason);
    OfflineDesk desk;
    TokenFacts& token = desk.person.addToken(contract::TokenKind::Totp, 8);
    if (style == PinStyle::Mixed) {
        desk.person.setPin(token, "12345678", style);
    }
    desk.policy.minimumPasscodeLength = desk.ofWorkstation.minimumPasscodeLength = 9;
    desk.policy.allowPinpadOrSoftware = desk.ofWorkstation.allowPinpadOrSoftware = false;
    QCOMPARE(desk.reason(), reason);
    const Check kind = desk.check(QStringLiteral("offline_token_kind"));
    QVERIFY(!kind.passed);
    desk.apply(*kind.cure);
    QCOMPARE(desk.policy.minimumPasscodeLength, 9);
    QCOMPARE(desk.reason(), QString());
}

void TestOfflineChecks::noCodeTypeIsAWarningAndNoRefusal()
{
    OfflineDesk desk;
    TokenFacts& token = desk.person.addToken();
    desk.person.setPin(token, "1234", PinStyle::BeforeCode);
    desk.policy.emergencyTokencodes = desk.policy.emergencyPasscodes = false;
    desk.ofWorkstation = desk.policy;
    QCOMPARE(desk.reason(), QString());
    const Check codes = desk.check(QStringLiteral("offline_codes"));
    QVERIFY(codes.passed && codes.detail.value(QStringLiteral("warning")).toBool());
    desk.apply(*codes.cure);
    QVERIFY(!desk.check(QStringLiteral("offline_codes")).detail.contains(QStringLiteral("warning")));
}

void TestOfflineChecks::thePolicyOfAnotherDomainIsNamedAndCured()
{
    OfflineDesk desk;
    TokenFacts& token = desk.person.addToken();
    desk.person.setPin(token, "1234", PinStyle::BeforeCode);
    desk.facts.pins = {{token.id, 4}};
    desk.ofWorkstation.id = QStringLiteral("2");
    desk.ofWorkstation.name = QStringLiteral("Standard");
    desk.policy.minimumPasscodeLength = 16;
    desk.others = {desk.ofWorkstation};
    QCOMPARE(desk.reason(), QString(offline_reason::policyOfAnotherDomain));
    const Check domain = desk.check(QStringLiteral("offline_policy_domain"));
    QVERIFY(domain.required.contains(QStringLiteral("Standard")));
    QVERIFY(domain.found.contains(QStringLiteral("Sales")));
    QCOMPARE(domain.cure->path, QStringLiteral("/api/v1/domains/2"));
    desk.apply(*domain.cure);
    QCOMPARE(desk.reason(), QString());
}

void TestOfflineChecks::theStricterOfTwoPoliciesIsCuredWhereItIs()
{
    OfflineDesk desk;
    desk.person.addToken(contract::TokenKind::Totp, 8);
    desk.ofWorkstation.id = QStringLiteral("2");
    desk.ofWorkstation.enabled = false;
    QCOMPARE(desk.reason(), QString(offline_reason::offlineDisabled));
    const Check on = desk.check(QStringLiteral("offline_enabled"));
    QCOMPARE(on.cure->path, QStringLiteral("/api/v1/policies/offline/2"));
    desk.apply(*on.cure);
    QCOMPARE(desk.reason(), QString());
}

void TestOfflineChecks::whatElseStandsAgainstData()
{
    const auto expect = [](void (*change)(OfflineDesk&), Reason reason) {
        OfflineDesk desk;
        desk.person.addToken(contract::TokenKind::Totp, 8);
        change(desk);
        QCOMPARE(desk.reason(), QString(reason));
    };
    expect([](OfflineDesk&) {}, reason::none);
    expect([](OfflineDesk& desk) { desk.facts.workstation->revoked = true; },
           offline_reason::workstationRevoked);
    expect([](OfflineDesk& desk) { desk.facts.workstation->clockOffsetSeconds = -900; },
           offline_reason::workstationClock);
    expect([](OfflineDesk& desk) { desk.facts.workstation->clockOffsetSeconds = 90; }, reason::none);
    expect([](OfflineDesk& desk) { desk.person.facts.account.enabled = false; }, reason::accountDisabled);
    expect([](OfflineDesk& desk) { desk.person.facts.account.endsAt = noon; }, reason::accountEnded);
    expect([](OfflineDesk& desk) { desk.person.facts.tokens.clear(); }, reason::noToken);
    expect([](OfflineDesk& desk) { desk.person.facts.tokens.front().enabled = false; },
           reason::tokenDisabled);
    expect([](OfflineDesk& desk) { desk.person.facts.tokens.front().lostAt = noon; }, reason::tokenLost);
    expect([](OfflineDesk& desk) { desk.person.facts.tokens.front().damaged = true; }, reason::tokenDamaged);
}

void TestOfflineChecks::anExpiredTokenIsReplacedFirst()
{
    OfflineDesk desk;
    desk.person.addToken(contract::TokenKind::Totp, 8).expiresAt = noon;
    QCOMPARE(desk.reason(), QString(reason::tokenExpired));
    const Check expired = desk.check(QStringLiteral("token_not_expired"));
    QCOMPARE(expired.cure->action, CardAction::ReplaceToken);
    QVERIFY(!expired.cure->path.isEmpty());
}

void TestOfflineChecks::oneGoodTokenIsEnough()
{
    OfflineDesk desk;
    desk.person.addToken(contract::TokenKind::Totp, 8).enabled = false;
    const qint64 good = desk.person.addToken(contract::TokenKind::Totp, 8).id;
    QVERIFY(offlineFinding(desk.checks()).granted);
    QVERIFY(!offlineObstacle(desk.facts, good, noon));
    QVERIFY(offlineObstacle(desk.facts, desk.person.facts.tokens.front().id, noon).has_value());
}

void TestOfflineChecks::everyCauseIsListedTheWorstFirst()
{
    OfflineDesk desk;
    desk.person.addToken(contract::TokenKind::Totp, 8).enabled = false;
    desk.person.facts.account.enabled = false;
    desk.facts.workstation->clockOffsetSeconds = 3600;
    desk.policy.enabled = false;
    desk.policy.minimumPasscodeLength = 9;
    desk.ofWorkstation.id = QStringLiteral("2");
    desk.others = {desk.ofWorkstation};
    QStringList reasons;
    const auto finding = offlineFinding(desk.checks());
    for (const contract::OfflineCause& cause : finding.causes) {
        QVERIFY(!cause.sentence.isEmpty());
        reasons << cause.reason;
    }
    QCOMPARE(reasons,
             (QStringList {
                 QString(reason::accountDisabled), QString(reason::tokenDisabled),
                 QString(offline_reason::workstationClock), QString(offline_reason::policyOfAnotherDomain),
                 QString(offline_reason::offlineDisabled), QString(offline_reason::pinlessNotAllowed),
                 QString(offline_reason::passcodeTooShort)}));
    QCOMPARE(finding.reason, reasons.front());
    // What an issue is decided by says the same.
    const auto obstacle = offlineObstacle(desk.facts, desk.person.facts.tokens.front().id, noon);
    QCOMPARE(obstacle->detail.value(QStringLiteral("reason")).toString(), reasons.front());
}

void TestOfflineChecks::bothDomainsMayHaveTheWrongPolicy()
{
    OfflineDesk desk;
    desk.person.addToken(contract::TokenKind::Totp, 8);
    OfflinePolicy good = desk.policy;
    good.id = QStringLiteral("3");
    good.name = QStringLiteral("Standard");
    desk.policy.enabled = false;
    desk.ofWorkstation.id = QStringLiteral("2");
    desk.ofWorkstation.name = QStringLiteral("Laptops");
    desk.ofWorkstation.enabled = false;
    desk.others = {good};
    const Check domain = desk.check(QStringLiteral("offline_policy_domain"));
    const QString sentence = domain.detail.value(QStringLiteral("sentence")).toString();
    QVERIFY(sentence.contains(QStringLiteral("\"Sales\"")));
    QVERIFY(sentence.contains(QStringLiteral("\"Laptops\"")));
    QCOMPARE(domain.cure->path, QStringLiteral("/api/v1/domains/2"));
    // The person's is mended: what is left is said of the workstation's.
    desk.policy.enabled = true;
    const Check left = desk.check(QStringLiteral("offline_policy_domain"));
    QCOMPARE(left.cure->path, QStringLiteral("/api/v1/domains/1"));
    QVERIFY(!left.detail.value(QStringLiteral("sentence")).toString().contains(QStringLiteral("\"Sales\"")));
}

void TestOfflineChecks::aClockIsToldAsOneSaysIt()
{
    OfflineDesk desk;
    desk.person.addToken(contract::TokenKind::Totp, 8);
    const auto found = [&](int seconds) {
        desk.facts.workstation->clockOffsetSeconds = seconds;
        return desk.check(QStringLiteral("workstation_clock")).found;
    };
    QCOMPARE(found(0), QStringLiteral("on time"));
    QCOMPARE(found(-90), QStringLiteral("90 seconds behind"));
    QCOMPARE(found(754), QStringLiteral("13 minutes ahead"));
    QCOMPARE(found(-7'300), QStringLiteral("2 hours behind"));
    QCOMPARE(found(86'400 * 400 + 5), QStringLiteral("400 days ahead"));
    const Check check = desk.check(QStringLiteral("workstation_clock"));
    QVERIFY(
        check.detail.value(QStringLiteral("sentence")).toString().contains(QStringLiteral("400 days ahead")));
    QCOMPARE(check.cure->label, QStringLiteral("Set the clock of lap-3"));
    QVERIFY(check.cure->path.isEmpty()); // no call sets it
    desk.facts.workstation->clockOffsetSeconds.reset();
    QCOMPARE(desk.check(QStringLiteral("workstation_clock")).found, QStringLiteral("not known yet"));
}

void TestOfflineChecks::dataOfAnotherTokenAreNotThisOnes()
{
    OfflineDesk desk;
    const qint64 held = desk.person.addToken(contract::TokenKind::Totp, 8).id;
    desk.person.addToken(contract::TokenKind::Totp, 8);
    desk.facts.tokensHeld = {held};
    QStringList found;
    for (const Check& check : desk.checks()) {
        if (check.id == QLatin1String("offline_proof")) {
            found << check.found;
        }
    }
    QCOMPARE(
        found,
        (QStringList {QStringLiteral("data are there"), QStringLiteral("no logon at the workstation yet")}));
}

QTEST_GUILESS_MAIN(TestOfflineChecks)
#include "tst_offline_checks.moc"
