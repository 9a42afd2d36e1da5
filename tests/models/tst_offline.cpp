// SPDX-License-Identifier: Apache-2.0
#include "models/offline_codes.h"
#include "models/offline_explanation.h"
#include "models/offline_sets_deed.h"
#include "models/offline_sets_model.h"
#include "models/readiness_model.h"
#include "models/search_model.h"
#include "models/words_offline.h"
#include "models/workstations_model.h"
#include "tests/support/fake_transport.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace holdfast;
using namespace Qt::StringLiterals;
using client::Request;
using contract::CodeReplaces;
using contract::OfflineSet;
using contract::OfflineSetState;
using contract::Workstation;
using models::OfflineSetsModel;
using models::WorkstationsModel;
using testing::FakeTransport;

namespace {

constexpr auto reporting = QAbstractItemModelTester::FailureReportingMode::QtTest;
const contract::Timestamp now = *contract::fromRfc3339(QStringLiteral("2026-06-04T12:00:00Z")); // a Thursday

Workstation laptop(const QString& id, contract::WorkstationState state)
{
    Workstation value;
    value.id = id;
    value.name = u"LAPTOP-"_s + id;
    value.domain = u"/Sales"_s;
    value.state = state;
    value.lastContactAt = now - std::chrono::hours(3);
    value.clockOffsetSeconds = 2400;
    value.people = 2;
    return value;
}

OfflineSet held(const QString& id, OfflineSetState state)
{
    OfflineSet value;
    value.id = id;
    value.userId = u"7"_s;
    value.userName = u"ada"_s;
    value.workstationId = u"w"_s + id;
    value.workstationName = u"LAPTOP-"_s + id;
    value.tokenSerial = u"000123456789"_s;
    value.state = state;
    value.issuedAt = now - std::chrono::hours(24 * 10);
    value.expiresAt = now + std::chrono::hours(24 * 4);
    value.daysLeft = state == OfflineSetState::Valid ? 4.0 : 0.0;
    value.lastContactAt = now - std::chrono::hours(5);
    value.codes = {{CodeReplaces::Tokencode, value.expiresAt, {}, {}},
                   {CodeReplaces::Passcode, value.expiresAt, {}, {}}};
    return value;
}

template <class T>
QJsonObject page(const std::vector<T>& items)
{
    QJsonArray array;
    for (const T& item : items) {
        array.append(contract::toJson(item));
    }
    return {{u"items"_s, array}, {u"total"_s, static_cast<qint64>(items.size())}};
}

contract::UserCard cardOf(std::vector<OfflineSet> sets)
{
    contract::UserCard card;
    card.user.id = u"7"_s;
    card.user.name = u"ada"_s;
    contract::Token token;
    token.serial = u"000123456789"_s;
    token.state = contract::TokenState::Active;
    token.pinStyle = contract::PinStyle::BeforeCode;
    token.digits = 6;
    token.intervalSeconds = 30;
    card.policies.lockout.name = card.policies.token.name = card.policies.offline.name = u"Standard"_s;
    card.tokens = {token};
    card.policies.offline.enabled = true;
    card.policies.offline.allowChallenges = true;
    card.offline = std::move(sets);
    return card;
}

} // namespace

class OfflineModelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_transport = std::make_unique<FakeTransport>();
        m_api = std::make_unique<client::ApiClient>(*m_transport);
        m_clock = std::make_unique<contract::ManualClock>(now);
    }
    void cleanup()
    {
        m_api.reset();
        m_transport.reset();
    }

    void workstationsAreAWindow();
    void whoHoldsWhatIsAWindow();
    void whatCountsNoMoreOpensUntilTheNextContact();
    void whatIsReportedOtherwiseIsTold();
    void whatIsGoingToHurtIsASentence();
    void aCodeIsReadWhereItIsKnownToBe();
    void noCodeIsReadThatNoWorkstationTakes();
    void aChallengeIsOfferedWhereThePolicyAllowsIt();
    void withoutACodeItSaysWhatToDoInstead();
    void severalAreChangedAndRefusalsHoldUpNothing();
    void anExplanationIsCuredByTheCallThatItNames();
    void whatFailedComesFirst();
    void theSearchFindsWorkstations();

private:
    std::unique_ptr<FakeTransport> m_transport;
    std::unique_ptr<client::ApiClient> m_api;
    std::unique_ptr<contract::ManualClock> m_clock;
};

void OfflineModelsTest::workstationsAreAWindow()
{
    m_transport->on("GET", u"/workstations"_s,
                    page<Workstation>({laptop(u"1"_s, contract::WorkstationState::Active),
                                       laptop(u"2"_s, contract::WorkstationState::Silent)}));
    WorkstationsModel model(*m_api, *m_clock);
    QAbstractItemModelTester tester(&model, reporting);
    model.load();
    QTRY_COMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(0, WorkstationsModel::Name).data().toString(), u"LAPTOP-1"_s);
    QCOMPARE(model.index(1, 0).data(WorkstationsModel::StateRole).toInt(),
             static_cast<int>(contract::WorkstationState::Silent));
    QCOMPARE(model.index(0, WorkstationsModel::Clock).data().toString(), u"40 minute(s) ahead"_s);
    QCOMPARE(model.index(0, WorkstationsModel::Clock).data(models::ToneRole).toInt(),
             static_cast<int>(models::Tone::Bad));
    model.setRestriction(u"state"_s, u"silent"_s);
    QTRY_VERIFY(m_transport->last()
                    .query.queryItemValue(u"filter"_s, QUrl::FullyDecoded)
                    .contains(u"state:\"silent\""_s));
}

void OfflineModelsTest::whoHoldsWhatIsAWindow()
{
    m_transport->on(
        "GET", u"/offline-sets"_s,
        page<OfflineSet>({held(u"1"_s, OfflineSetState::Valid), held(u"2"_s, OfflineSetState::Void)}));
    OfflineSetsModel model(*m_api, *m_clock);
    QAbstractItemModelTester tester(&model, reporting);
    model.load();
    QTRY_COMPARE(model.rowCount(), 2);
    QCOMPARE(m_transport->last().query.queryItemValue(u"sort"_s), u"daysLeft"_s);
    QCOMPARE(model.index(0, OfflineSetsModel::Days).data().toString(), u"4 day(s)"_s);
    QCOMPARE(model.index(1, OfflineSetsModel::Days).data().toString(), u"works there until 8 Jun"_s);
    QVERIFY(!model.index(1, OfflineSetsModel::Days).data(OfflineSetsModel::ShareRole).isValid());
    const double share = model.index(0, OfflineSetsModel::Days).data(OfflineSetsModel::ShareRole).toDouble();
    QVERIFY(std::abs(share - 4.0 / 14.0) < 0.001);
    QCOMPARE(model.index(0, OfflineSetsModel::Codes).data().toString(), u"for token, for PIN"_s);
    QCOMPARE(model.index(0, 0).data(OfflineSetsModel::UserIdRole).toString(), u"7"_s);
}

void OfflineModelsTest::whatCountsNoMoreOpensUntilTheNextContact()
{
    const auto opens = [](OfflineSetState state, const QString& reason) {
        OfflineSet set = held(u"1"_s, state);
        set.stateReason = reason;
        return models::words::opensStill(set, now);
    };
    QVERIFY(opens(OfflineSetState::Void, u"token_lost"_s));
    QVERIFY(opens(OfflineSetState::Revoked, u"stolen"_s));
    QVERIFY(!opens(OfflineSetState::Void, u"not_held"_s));
    QVERIFY(!opens(OfflineSetState::Valid, {}));
    OfflineSet over = held(u"1"_s, OfflineSetState::Revoked);
    over.expiresAt = now - std::chrono::hours(1);
    QVERIFY(!models::words::opensStill(over, now));
    OfflineSet expired = held(u"2"_s, OfflineSetState::Expired);
    expired.expiresAt = now - std::chrono::hours(1);
    m_transport->on("GET", u"/offline-sets"_s, page<OfflineSet>({expired}));
    OfflineSetsModel model(*m_api, *m_clock);
    model.load();
    QTRY_COMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0, OfflineSetsModel::Days).data().toString(), u"none"_s);
    QCOMPARE(model.index(0, OfflineSetsModel::Renewal).data().toString(), u"Needs a logon"_s);
}

void OfflineModelsTest::whatIsReportedOtherwiseIsTold()
{
    OfflineSet near = held(u"1"_s, OfflineSetState::Valid);
    near.daysReported = 3.6;
    OfflineSet far = held(u"2"_s, OfflineSetState::Valid);
    far.daysReported = 2.0;
    // Told days ago: what has passed since is no difference.
    OfflineSet early = held(u"3"_s, OfflineSetState::Valid);
    early.reportedAt = now - std::chrono::hours(24 * 10);
    early.daysReported = 14.0;
    OfflineSet less = early;
    less.id = u"4"_s;
    less.daysReported = 12.0;
    m_transport->on("GET", u"/offline-sets"_s, page<OfflineSet>({near, far, early, less}));
    OfflineSetsModel model(*m_api, *m_clock);
    model.load();
    QTRY_COMPARE(model.rowCount(), 4);
    QVERIFY(model.index(2, OfflineSetsModel::Days).data(OfflineSetsModel::ReportedRole).toString().isEmpty());
    QCOMPARE(model.index(3, OfflineSetsModel::Days).data(OfflineSetsModel::ReportedRole).toString(),
             u"reports 2 day(s)"_s);
    QVERIFY(model.index(0, OfflineSetsModel::Days).data(OfflineSetsModel::ReportedRole).toString().isEmpty());
    QCOMPARE(model.index(1, OfflineSetsModel::Days).data(OfflineSetsModel::ReportedRole).toString(),
             u"reports 2 day(s)"_s);
}

void OfflineModelsTest::whatIsGoingToHurtIsASentence()
{
    contract::OfflineReadiness readiness;
    readiness.people = 300;
    readiness.workstations = 280;
    readiness.runOut = 5;
    readiness.endingBeforeMonday = 42;
    readiness.leaversWorkstations = 17;
    readiness.silentWorkstations = 3;
    readiness.endingSoon = 2;
    readiness.monday = now + std::chrono::hours(84);
    m_transport->on("GET", u"/offline-readiness"_s, contract::toJson(readiness));
    models::ReadinessModel model(*m_api);
    model.refresh();
    QTRY_COMPARE(model.state(), models::ReadinessModel::State::Ready);
    const auto figures = model.figures();
    QCOMPARE(figures.size(), 5); // what counts nothing is left out
    QCOMPARE(figures.at(0).sentence, u"5 person(s) have run out"_s);
    QCOMPARE(figures.at(0).tone, models::Tone::Bad);
    QCOMPARE(figures.at(0).restrictions.first(), std::pair(u"warning"_s, u"runOut"_s));
    QCOMPARE(figures.at(1).sentence, u"42 person(s) run out before Mon 8 Jun"_s);
    QCOMPARE(figures.at(1).restrictions.first(), std::pair(u"warning"_s, u"endingBeforeMonday"_s));
    QCOMPARE(figures.at(2).restrictions, (QList {std::pair(u"warning"_s, u"endingSoon"_s)}));
    QCOMPARE(figures.at(3).sentence, u"17 workstation(s) hold offline data of leavers"_s);
    QCOMPARE(figures.at(4).page, u"workstations"_s);
    QVERIFY(model.summary().contains(u"300"_s));
}

void OfflineModelsTest::aCodeIsReadWhereItIsKnownToBe()
{
    OfflineSet late = held(u"2"_s, OfflineSetState::Valid);
    late.lastContactAt = now;
    OfflineSet read = held(u"3"_s, OfflineSetState::Valid);
    read.codes.front().readAt = now;
    // The workstation goes on with its codes: a lost token is what they are for.
    OfflineSet replaced = held(u"4"_s, OfflineSetState::Void);
    replaced.stateReason = u"token_lost"_s;
    const auto card = cardOf({held(u"1"_s, OfflineSetState::Valid), late, read, replaced});
    const auto codes = models::readableCodes(card, CodeReplaces::Tokencode, now);
    QCOMPARE(codes.size(), 3);
    QCOMPARE(codes.first().workstation, u"LAPTOP-2"_s); // the latest contact first
    OfflineSet turnedOff = held(u"5"_s, OfflineSetState::Void);
    turnedOff.stateReason = u"offline_disabled"_s;
    QVERIFY(!codes.first().isRemoved);
    QVERIFY(models::readableCodes(cardOf({turnedOff}), CodeReplaces::Passcode, now).first().isRemoved);
    // The code beside the PIN wants the one that was there before.
    OfflineSet otherPin = held(u"6"_s, OfflineSetState::Void);
    otherPin.stateReason = u"pin_changed"_s;
    QVERIFY(models::readableCodes(cardOf({otherPin}), CodeReplaces::Tokencode, now).isEmpty());
    QCOMPARE(models::readableCodes(cardOf({otherPin}), CodeReplaces::Passcode, now).size(), 1);
    QVERIFY(models::offlineCodeAdvice(cardOf({otherPin}), CodeReplaces::Tokencode, now)
                .instead.contains(u"other code"_s));
    QCOMPARE(models::readableCodes(card, CodeReplaces::Passcode, now).size(), 4);
    QVERIFY(models::readableCodes(card, CodeReplaces::Passcode, now + std::chrono::hours(24 * 9)).isEmpty());
}

void OfflineModelsTest::noCodeIsReadThatNoWorkstationTakes()
{
    for (const auto& [state, why] :
         {std::pair(OfflineSetState::Void, u"not_held"_s),
          std::pair(OfflineSetState::Void, u"not_received"_s), std::pair(OfflineSetState::Void, u"damaged"_s),
          std::pair(OfflineSetState::Void, u"account_disabled"_s),
          std::pair(OfflineSetState::Void, u"user_renamed"_s),
          std::pair(OfflineSetState::Expired, u"expired"_s),
          std::pair(OfflineSetState::Revoked, u"revoked"_s),
          std::pair(OfflineSetState::Revoked, u"stolen"_s)}) {
        OfflineSet set = held(u"1"_s, state);
        set.stateReason = why;
        const auto card = cardOf({set});
        QVERIFY2(models::readableCodes(card, CodeReplaces::Passcode, now).isEmpty(), qPrintable(why));
        QVERIFY2(models::offlineCodeAdvice(card, CodeReplaces::Passcode, now).challenge, qPrintable(why));
    }
    // It is taken no longer than the data around it.
    OfflineSet set = held(u"1"_s, OfflineSetState::Valid);
    set.codes.front().expiresAt = set.expiresAt + std::chrono::hours(24 * 20);
    QCOMPARE(models::readableCodes(cardOf({set}), CodeReplaces::Tokencode, now).first().expiresAt,
             set.expiresAt);
}

void OfflineModelsTest::aChallengeIsOfferedWhereThePolicyAllowsIt()
{
    auto card = cardOf({});
    QVERIFY(models::offlineCodeAdvice(card, CodeReplaces::Passcode, now).challenge);
    card.policies.offline.allowChallenges = false;
    const auto off = models::offlineCodeAdvice(card, CodeReplaces::Passcode, now);
    QVERIFY(!off.challenge);
    QVERIFY(off.instead.startsWith(u"Answering a challenge is off in this person's offline policy."_s));
    card.policies.offline.allowChallenges = true;
    card.policies.offline.enabled = false; // as the service decides it
    QVERIFY(!models::offlineCodeAdvice(card, CodeReplaces::Passcode, now).challenge);
}

void OfflineModelsTest::withoutACodeItSaysWhatToDoInstead()
{
    const auto adviceFor = [](const contract::UserCard& card) {
        return models::offlineCodeAdvice(card, CodeReplaces::Tokencode, now);
    };
    const auto nothing = adviceFor(cardOf({}));
    QVERIFY(nothing.challenge);
    QVERIFY(nothing.why.contains(u"No workstation"_s));

    auto expired = cardOf({held(u"1"_s, OfflineSetState::Valid)});
    expired.tokens.front().state = contract::TokenState::Expired;
    const auto first = adviceFor(expired);
    QVERIFY(first.first);
    QCOMPARE(first.first->action, contract::CardAction::ReplaceToken);
    QCOMPARE(first.first->tokenSerial, u"000123456789"_s);

    auto none = cardOf({});
    none.tokens.clear();
    QCOMPARE(adviceFor(none).first->action, contract::CardAction::AssignToken);

    OfflineSet read = held(u"1"_s, OfflineSetState::Valid);
    read.codes.front().readAt = now - std::chrono::minutes(10);
    read.codes.front().readBy = u"desk"_s;
    QVERIFY(adviceFor(cardOf({read})).why.contains(u"desk"_s));

    OfflineSet mixed = held(u"1"_s, OfflineSetState::Valid);
    mixed.codes.erase(mixed.codes.begin());
    auto app = cardOf({mixed});
    app.tokens.front().pinStyle = contract::PinStyle::Mixed;
    QVERIFY(adviceFor(app).instead.contains(u"other code"_s));
}

void OfflineModelsTest::severalAreChangedAndRefusalsHoldUpNothing()
{
    for (const QString& id : {u"1"_s, u"3"_s, u"4"_s, u"5"_s, u"6"_s}) {
        m_transport->on("POST", u"/offline-sets/"_s + id + u"/renew"_s, QJsonObject {});
    }
    m_transport->on("POST", u"/offline-sets/2/renew"_s, [](const Request&) {
        return contract::Result<client::Answer>(
            FakeTransport::problem(contract::ErrorKind::Conflict, "set_over"));
    });
    models::OfflineSetsDeed deed(*m_api);
    QSignalSpy finished(&deed, &models::OfflineSetsDeed::finished);
    deed.renew({u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"5"_s, u"6"_s});
    QVERIFY(deed.isRunning());
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(deed.done(), 5);
    QCOMPARE(deed.refused(), 1);
    QCOMPARE(deed.firstError().code, u"set_over"_s);
}

void OfflineModelsTest::anExplanationIsCuredByTheCallThatItNames()
{
    m_transport->on("GET", u"/users/7/card"_s, contract::toJson(cardOf({})));
    contract::OfflineExplanation explanation;
    explanation.userId = u"7"_s;
    explanation.at = now;
    contract::Check check;
    check.id = u"offline_passcode_length"_s;
    check.tokenSerial = u"000123456789"_s;
    check.found = u"10 characters"_s;
    check.detail = {{u"reason"_s, u"passcode_too_short"_s}, {u"length"_s, 10}, {u"minimum"_s, 12}};
    contract::Cure cure;
    cure.action = contract::CardAction::ChangePolicy;
    cure.method = u"PUT"_s;
    cure.path = u"/api/v1/policies/offline/5"_s;
    cure.body = {{u"minimumPasscodeLength"_s, 10}};
    cure.version = 3;
    cure.permission = contract::Permission::EditPolicies;
    check.cure = cure;
    explanation.checks = {check};
    m_transport->on("GET", u"/users/7/offline-explain"_s, contract::toJson(explanation));
    m_transport->on("PUT", u"/policies/offline/5"_s, QJsonObject {});

    models::Session session(*m_api);
    models::UserCardModel card(*m_api, session);
    card.setUser(u"7"_s);
    QTRY_COMPARE(card.state(), models::UserCardModel::State::Ready);
    models::OfflineExplanationModel model(*m_api, card);
    model.setWorkstation({});
    QTRY_COMPARE(model.state(), models::OfflineExplanationModel::State::Ready);
    QCOMPARE(model.verdict(), u"No offline days: the passcode is too short for the policy"_s);
    const auto lines = model.lines();
    QCOMPARE(lines.size(), 1);
    QCOMPARE(lines.first().found, u"10 character(s)"_s);
    QCOMPARE(lines.first().required, u"at least 12 character(s)"_s);
    QVERIFY(model.ticket().contains(u"[FAILED] Passcode is long enough: 10 character(s)"_s));
    QVERIFY(models::OfflineExplanationModel::isOneClick(cure));

    QSignalSpy done(&model, &models::OfflineExplanationModel::done);
    model.perform(cure);
    QVERIFY(model.isActing());
    QTRY_COMPARE(done.size(), 1);
    QCOMPARE(m_transport->count("PUT", u"/policies/offline/5"_s), 1);
    QTRY_COMPARE(m_transport->count("GET", u"/users/7/offline-explain"_s), 2); // and looks again
}

void OfflineModelsTest::whatFailedComesFirst()
{
    m_transport->on("GET", u"/users/7/card"_s, contract::toJson(cardOf({})));
    contract::OfflineExplanation explanation;
    explanation.userId = u"7"_s;
    explanation.at = now;
    contract::Check on;
    on.id = u"offline_enabled"_s;
    on.passed = true;
    contract::Check kind;
    kind.id = u"offline_token_kind"_s;
    kind.tokenSerial = u"000123456789"_s;
    kind.detail = {{u"reason"_s, u"pinless_not_allowed"_s}};
    explanation.checks = {on, kind};
    m_transport->on("GET", u"/users/7/offline-explain"_s, contract::toJson(explanation));
    models::Session session(*m_api);
    models::UserCardModel card(*m_api, session);
    card.setUser(u"7"_s);
    QTRY_COMPARE(card.state(), models::UserCardModel::State::Ready);
    models::OfflineExplanationModel model(*m_api, card);
    model.setWorkstation({});
    QTRY_COMPARE(model.state(), models::OfflineExplanationModel::State::Ready);
    const auto lines = model.lines();
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines.first().title, u"Kind of token is allowed"_s);
    QCOMPARE(lines.first().group, u"What stands against it"_s);
    QCOMPARE(lines.first().required, u"a token with a PIN, or “Tokens without a PIN” allowed"_s);
    QVERIFY(lines.last().group != lines.first().group);
}

void OfflineModelsTest::theSearchFindsWorkstations()
{
    m_transport->on("GET", u"/search"_s, QJsonObject {{u"items"_s, QJsonArray {}}});
    m_transport->on("GET", u"/workstations"_s,
                    page<Workstation>({laptop(u"1"_s, contract::WorkstationState::Active)}));
    models::SearchModel search(*m_api);
    QAbstractItemModelTester tester(&search, reporting);
    search.setDebounce(std::chrono::milliseconds(1));
    search.setText(u"lap"_s);
    QTRY_VERIFY(!search.isSearching());
    QCOMPARE(m_transport->count("GET", u"/workstations"_s), 0); // not without the right
    search.setWorkstations(true);
    search.setText(u"lapt"_s);
    QTRY_COMPARE(search.rowCount(), 1);
    QTRY_VERIFY(!search.isSearching());
    QCOMPARE(search.entry(0)->kind, models::SearchModel::Kind::Workstation);
    QCOMPARE(search.entry(0)->id, u"1"_s);
}

QTEST_GUILESS_MAIN(OfflineModelsTest)
#include "tst_offline.moc"
