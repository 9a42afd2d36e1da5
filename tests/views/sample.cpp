// SPDX-License-Identifier: Apache-2.0
#include "tests/views/sample.h"

#include <QApplication>
#include <QRegularExpression>
#include <QTest>

namespace sample {

using namespace holdfast;
using namespace holdfast::contract;

namespace {

QString text(const char* latin)
{
    return QString::fromLatin1(latin);
}

} // namespace

void failOnWarnings()
{
    QTest::failOnWarning(QRegularExpression(text("^(?!This plugin does not support propagateSizeHints)")));
}

User user(const QString& id, const QString& name, const QString& shownName)
{
    User value;
    value.id = id;
    value.name = name;
    value.displayName = shownName;
    value.email = name + text("@example.com");
    value.domain = text("/Sales/EMEA");
    value.enabled = true;
    value.tokenCount = 1;
    value.lastLogonAt = now - std::chrono::hours(2);
    value.createdAt = now - std::chrono::hours(2000);
    value.updatedAt = value.createdAt;
    value.version = 3;
    return value;
}

Token token(const QString& serial)
{
    Token value;
    value.serial = serial;
    value.kind = TokenKind::Totp;
    value.digits = 6;
    value.intervalSeconds = 30;
    value.pinStyle = PinStyle::BeforeCode;
    value.pinState = PinState::Set;
    value.state = TokenState::Active;
    value.enabled = true;
    value.userId = text("1");
    value.userName = text("ada");
    value.userDisplayName = text("Ada Winter");
    value.domain = text("/Sales/EMEA");
    value.expiresAt = now + std::chrono::hours(24 * 400);
    value.lastUsedAt = now - std::chrono::hours(2);
    value.importedAt = now - std::chrono::hours(2000);
    value.version = 5;
    return value;
}

UserCard card(const QString& id)
{
    UserCard value;
    value.user = user(id, text("ada"), text("Ada Winter"));
    value.explanation.userId = id;
    value.explanation.at = now;
    value.explanation.canLogOn = true;
    value.explanation.ways = {text("000123456789")};
    value.tokens = {token(text("000123456789"))};
    const PolicyOrigin origin {text("1"), text("Standard"), OriginKind::Inherited, text("/Sales")};
    value.policies.lockout.name = value.policies.token.name = value.policies.offline.name = text("Standard");
    value.policies.lockoutOrigin = value.policies.tokenOrigin = value.policies.offlineOrigin = origin;
    return value;
}

UserCard lockedCard(const QString& id)
{
    UserCard value = card(id);
    value.user.status = UserStatus::Locked;
    value.failures = 5;
    value.explanation.canLogOn = false;
    value.explanation.ways.clear();
    Check check;
    check.id = text("account_not_locked");
    check.passed = false;
    check.found = text("5 failures");
    check.detail = {{text("reason"), text("account_locked")},
                    {text("failures"), 5},
                    {text("limit"), 5},
                    {text("windowSeconds"), 86400}};
    check.origin = value.policies.lockoutOrigin;
    check.cure = Cure {CardAction::Unlock, {}, text("Unlock")};
    Check enabled;
    enabled.id = text("account_enabled");
    enabled.passed = true;
    enabled.found = text("enabled");
    Check expired;
    expired.id = text("token_not_expired");
    expired.tokenSerial = value.tokens.front().serial;
    expired.detail = {{text("reason"), text("token_expired")}, {text("expiresAt"), toRfc3339(now)}};
    expired.cure = Cure {CardAction::ReplaceToken, expired.tokenSerial, text("Replace token")};
    value.explanation.checks = {enabled, check, expired};
    value.nextAction = check.cure;
    return value;
}

SecurityDomain domain(const QString& path)
{
    SecurityDomain value;
    value.id = path == QLatin1String("/") ? text("1") : text("2");
    value.path = path;
    value.name = path.section(QLatin1Char('/'), -1);
    if (path != QLatin1String("/")) {
        value.parentId = text("1");
    }
    const PolicyOrigin origin {text("1"), text("Standard"), OriginKind::Default, {}};
    value.lockout.effective = value.token.effective = value.offline.effective = origin;
    value.version = 1;
    return value;
}

BulkJob bulkJob(BulkJobState state)
{
    BulkJob value;
    value.id = text("7");
    value.action = BulkAction::DisableTokens;
    value.state = state;
    value.createdBy = text("root");
    value.createdAt = now;
    value.total = 2;
    value.refused = 1;
    value.population = 400;
    value.limitPercent = 20;
    if (state == BulkJobState::Ready) {
        value.ready = 1;
    } else {
        value.startedAt = now;
        value.done = 1;
        value.undoUntil = now + std::chrono::hours(720);
    }
    value.refusals = {{text("higher_rank"), 1}};
    return value;
}

BinEntry binEntry()
{
    BinEntry value;
    value.id = text("3");
    value.subjectId = text("12");
    value.name = text("carl");
    value.detail = text("Carl Herbst");
    value.domain = text("/Sales");
    value.deletedAt = now - std::chrono::hours(2);
    value.deletedBy = text("root");
    value.keptUntil = value.deletedAt + std::chrono::hours(720);
    return value;
}

Workstation workstation(const QString& id, const QString& name)
{
    Workstation value;
    value.id = id;
    value.name = name;
    value.domain = text("/Sales");
    value.keyProtection = KeyProtection::Tpm;
    value.system = text("Debian GNU/Linux 12");
    value.agentVersion = text("1.0");
    value.enrolledAt = now - std::chrono::hours(500);
    value.enrolledBy = text("root");
    value.lastContactAt = now - std::chrono::hours(3);
    value.clockOffsetSeconds = 0;
    value.people = 1;
    value.version = 4;
    return value;
}

OfflineSet offlineSet(const QString& id, const QString& workstation)
{
    OfflineSet value;
    value.id = id;
    value.userId = text("1");
    value.userName = text("ada");
    value.userDisplayName = text("Ada Winter");
    value.domain = text("/Sales/EMEA");
    value.workstationId = text("w") + id;
    value.workstationName = workstation;
    value.tokenSerial = text("000123456789");
    value.issuedAt = now - std::chrono::hours(24 * 8);
    value.expiresAt = now + std::chrono::hours(24 * 6 + 1);
    value.daysLeft = 6.04;
    value.lastContactAt = now - std::chrono::hours(3);
    value.policyName = text("Standard");
    value.policyVersion = 2;
    value.codes = {{CodeReplaces::Tokencode, value.expiresAt, {}, {}},
                   {CodeReplaces::Passcode, value.expiresAt, {}, {}}};
    return value;
}

Session session()
{
    Session value;
    value.token = Secret(text("token"));
    value.expiresAt = now + std::chrono::hours(12);
    value.administrator.userId = text("9");
    value.administrator.name = text("root");
    value.administrator.displayName = text("Robin Root");
    value.administrator.roles = {{Role::SuperAdministrator, text("/")}};
    for (const auto& known : EnumNames<Permission>::names) {
        value.administrator.permissions.push_back(known.first);
    }
    value.administrator.everywhere = value.administrator.permissions;
    return value;
}

Stage::Stage()
    : api(transport)
    , session(api)
    , clock(now)
    , theme(*qApp, views::ThemeMode::Light)
{
    fill();
    session.signIn(text("root"), Secret(text("a long password")));
    if (!QTest::qWaitFor([this] { return session.state() == models::Session::State::SignedIn; })) {
        qFatal("the stage could not sign in");
    }
}

views::Workspace Stage::workspace()
{
    return {api, connectivity, session, clock, theme};
}

void Stage::fill()
{
    transport.on(text("POST /sessions"), toJson(sample::session()));
    std::vector<User> users {user(text("1"), text("ada"), text("Ada Winter")),
                             user(text("2"), text("ben"), text("Ben Sommer"))};
    users[1].status = UserStatus::Locked;
    transport.on(text("GET /users"), [users](const client::Request& request) {
        const QString words = request.query.queryItemValue(text("filter"));
        const bool locked = request.query.queryItemValue(text("status")) == QLatin1String("locked");
        std::vector<User> found;
        for (const User& value : users) {
            if ((words.isEmpty() || value.name.contains(words))
                && (!locked || value.status == UserStatus::Locked)) {
                found.push_back(value);
            }
        }
        return FakeTransport::json(list(found, static_cast<qint64>(found.size())));
    });
    transport.on(text("GET /users/1/card"), toJson(card(text("1"))));
    transport.on(text("GET /users/2/card"), toJson(lockedCard(text("2"))));
    transport.on(text("GET /tokens"), list(std::vector<Token> {token(text("000123456789"))}, 1));
    transport.on(text("GET /tokens/000123456789"), toJson(token(text("000123456789"))));
    const BulkItem one {1, text("000123456789"), text("000123456789"), text("ada"), BulkItemState::Ready, {}};
    const BulkItem other {2,
                          text("000123456780"),
                          text("000123456780"),
                          text("root"),
                          BulkItemState::Refused,
                          text("higher_rank")};
    transport.on(text("POST /bulk-jobs"), toJson(bulkJob(BulkJobState::Ready)));
    transport.on(text("GET /bulk-jobs"), list(std::vector<BulkJob> {bulkJob(BulkJobState::Finished)}, 1));
    transport.on(text("GET /bulk-jobs/7"), toJson(bulkJob(BulkJobState::Finished)));
    transport.on(text("GET /bulk-jobs/7/items"), list(std::vector<BulkItem> {one, other}, 2));
    transport.on(text("POST /bulk-jobs/7/start"), toJson(bulkJob(BulkJobState::Finished)));
    transport.on(text("POST /bulk-jobs/7/cancel"), toJson(bulkJob(BulkJobState::Cancelled)));
    transport.on(text("GET /settings/bulk-jobs"), toJson(BulkSettings {}));
    transport.on(text("GET /bin"), list(std::vector<BinEntry> {binEntry()}, 1));
    transport.on(text("GET /domains"),
                 list(std::vector<SecurityDomain> {domain(text("/")), domain(text("/Sales"))}, 2));
    transport.on(text("GET /workstations"), [](const client::Request& request) {
        const QString words =
            request.query.queryItemValue(text("filter"), QUrl::FullyDecoded).remove(QLatin1Char('"'));
        std::vector<Workstation> found {workstation(text("w1"), text("LAPTOP-7"))};
        if (!words.isEmpty() && !found.front().name.contains(words, Qt::CaseInsensitive)) {
            found.clear();
        }
        return FakeTransport::json(list(found, static_cast<qint64>(found.size())));
    });
    transport.on(text("GET /workstations/w1"), toJson(workstation(text("w1"), text("LAPTOP-7"))));
    transport.on(text("GET /offline-sets"),
                 list(std::vector<OfflineSet> {offlineSet(text("1"), text("LAPTOP-7")),
                                               offlineSet(text("2"), text("LAPTOP-8"))},
                      2));
    transport.on(text("GET /enrolment-codes"), list(std::vector<OpenEnrolmentCode> {}, 0));
    OfflineReadiness readiness;
    readiness.people = 12;
    readiness.workstations = 10;
    readiness.endingBeforeMonday = 2;
    readiness.leaversWorkstations = 1;
    readiness.silentWorkstations = 3;
    readiness.monday = now + std::chrono::hours(60);
    transport.on(text("GET /offline-readiness"), toJson(readiness));
    transport.on(text("GET /events"), list(std::vector<Event> {}, 0));
    Overview overview;
    overview.organisation = text("Example Ltd");
    overview.users = 2;
    overview.usersLocked = 1;
    overview.tokens = 1;
    transport.on(text("GET /overview"), toJson(overview));
    transport.on(text("GET /search"),
                 QJsonObject {{text("items"),
                               QJsonArray {toJson(SearchHit {text("user"), text("1"), text("Ada Winter"),
                                                             text("ada, /Sales/EMEA")})}}});
}

} // namespace sample
