// SPDX-License-Identifier: Apache-2.0
#include "app/demonstration/workstations.h"

#include "services/authentication/api/offline_draft.h"
#include "services/authentication/domain/offline_policy.h"
#include "services/authentication/store/canonical.h"
#include "services/authentication/store/offline_codes.h"
#include "services/authentication/store/offline_readiness.h"
#include "services/authentication/store/workstations.h"
#include "services/security/random.h"

namespace holdfast::demonstration {

using authentication::EffectiveOfflinePolicy;
using authentication::OfflineSetRow;
using contract::KeyProtection;
using contract::PinState;
using contract::PinStyle;
using contract::toMilliseconds;
using storage::Connection;
using namespace std::chrono_literals;

namespace {

constexpr auto laptopDomain = "/Laptops";
constexpr auto day = 24h;
constexpr int laptopsWanted = 190;

bool canTravel(const Person& person)
{
    return person.domain.startsWith(QLatin1String("/Sales"))
        || person.domain == QLatin1String("/Headquarters/Executive");
}

authentication::OfflinePolicyInEffect inEffectIn(const World& world, qint64 domainId)
{
    const auto effective = world.policies->offline(domainId);
    return {effective.policy, effective.origin};
}

EffectiveOfflinePolicy policyOf(const World& world, const Person& person)
{
    const qint64 laptops = world.policies->domainAt(QString::fromLatin1(laptopDomain))->id;
    return authentication::effectiveOfflinePolicy(inEffectIn(world, person.account.domainId),
                                                  inEffectIn(world, laptops));
}

// The first token that can be taken along.
std::optional<int> tokenToTake(const World& world, const Person& person)
{
    const contract::OfflinePolicy policy = policyOf(world, person).policy;
    for (const int index : person.tokens) {
        const DemoToken& token = world.tokens[static_cast<size_t>(index)];
        const bool whole = token.enabled && !token.lostAt && !token.replacedBy
            && (!token.expiresAt || *token.expiresAt > world.end + day)
            && (token.pinState == PinState::Set || token.pinState == PinState::NotRequired);
        const auto verdict =
            authentication::passcodeVerdict(policy, {.style = token.pinStyle, .digits = token.digits});
        if (whole && policy.enabled && verdict.answer != authentication::PasscodeVerdict::Answer::Refused) {
            return index;
        }
    }
    return std::nullopt;
}

Laptop laptopOf(World& world, int person, int number)
{
    const Person& owner = world.people[static_cast<size_t>(person)];
    Laptop laptop;
    laptop.name = QStringLiteral("TW-L%1").arg(number, 4, 10, QLatin1Char('0'));
    laptop.person = person;
    laptop.keys = world.random.chance(0.8) ? KeyProtection::Tpm : KeyProtection::File;
    laptop.system = world.random.chance(0.7) ? QStringLiteral("Debian GNU/Linux 12 (bookworm)")
                                             : QStringLiteral("Ubuntu 24.04.1 LTS");
    laptop.address = owner.address;
    laptop.enrolledAt =
        world.end - day * world.random.between(25, 80) - std::chrono::minutes(world.random.below(600));
    // Most are in touch every working day.
    laptop.lastContactAt = world.end - std::chrono::minutes(world.random.between(1, 60 * 30));
    laptop.issuedAt = laptop.lastContactAt;
    laptop.clockOffsetSeconds = world.random.between(-2, 3);
    return laptop;
}

void inTouchLast(Laptop& laptop, Timestamp at)
{
    laptop.lastContactAt = at;
    laptop.issuedAt = at;
    laptop.enrolledAt = std::min(laptop.enrolledAt, at - day * 3);
}

// By number, so that each story has its laptops.
void tellStory(World& world, Laptop& laptop, int number)
{
    const contract::OfflinePolicy policy =
        policyOf(world, world.people[static_cast<size_t>(laptop.person)]).policy;
    const auto granted = day * policy.offlineDays;
    const Timestamp monday = authentication::offlineSets::nextMonday(world.end);
    switch (number) {
    case 3:
    case 17:
    case 31:
    case 44:
    case 58: // on a trip since, and it ends on Sunday evening
        inTouchLast(laptop, monday - std::chrono::minutes(60 * 5 + number * 7) - granted);
        break;
    case 9:
    case 62:
    case 95: // forgotten in a drawer
        inTouchLast(laptop, world.end - granted - day * (10 + number % 7));
        break;
    case 21: // somebody set its clock by hand
        laptop.clockOffsetSeconds = 2400;
        break;
    case 27: // an image of last week was put back: it holds less than it was given
        laptop.reportedLess = 4;
        break;
    case 35:
        laptop.stolen = true;
        inTouchLast(laptop, world.end - day * 2);
        break;
    case 83:
        laptop.retired = true;
        inTouchLast(laptop, world.end - day * 4);
        break;
    case 12:
    case 40:
    case 73:
    case 77: // not in touch since the policy was edited
        inTouchLast(laptop, world.end - day * 3);
        laptop.voidByEdit = true;
        break;
    case 50:
        laptop.codeRead = true;
        break;
    case 66:
        laptop.refillWanted = true;
        inTouchLast(laptop, world.end - day * 9);
        break;
    default:
        break;
    }
}

void tellOf(World& world, const Laptop& laptop)
{
    const auto tell = [&](Timestamp at, const char* key) -> contract::Event& {
        world.now = at;
        contract::Event& event = world.tellDeed(world.helpDesk.front(), key);
        event.domain = QString::fromLatin1(laptopDomain);
        event.detail = {{QStringLiteral("workstation"), laptop.name}};
        return event;
    };
    tell(laptop.enrolledAt, "WORKSTATION_ENROLLED");
    if (laptop.stolen) {
        contract::Event& event = tell(world.end - 20h, "WORKSTATION_REVOKED");
        event.detail.insert(QStringLiteral("action"), QStringLiteral("stolen"));
        event.detail.insert(QStringLiteral("reason"), QStringLiteral("SD-57112 left on a train"));
    } else if (laptop.retired) {
        tell(world.end - 30h, "WORKSTATION_REVOKED")
            .detail.insert(QStringLiteral("reason"), QStringLiteral("SD-57090 given back to leasing"));
    }
}

// As the service tells of a request of an agent's.
contract::Event& tellOfAgent(World& world, const Laptop& laptop, Timestamp at, const char* key,
                             contract::EventResult result)
{
    world.now = at;
    contract::Event& event = world.tell(contract::EventLog::Authentication, key, result);
    event.method = QStringLiteral("OFFLINE");
    world.about(event, world.tokens[static_cast<size_t>(laptop.token)]);
    event.clientAddress = laptop.address;
    event.detail = {{QStringLiteral("workstation"), laptop.name}};
    return event;
}

void tellOfData(World& world, const Laptop& laptop)
{
    const contract::OfflinePolicy policy =
        policyOf(world, world.people[static_cast<size_t>(laptop.person)]).policy;
    contract::Event& event =
        tellOfAgent(world, laptop, laptop.issuedAt, "OFFLINE_DATA_DOWNLOAD", contract::EventResult::Success);
    event.detail.insert(QStringLiteral("days"), policy.offlineDays);
    event.detail.insert(QStringLiteral("policy"), policy.name);
    event.detail.insert(QStringLiteral("occasion"), QStringLiteral("logon"));
    if (laptop.codeRead) {
        world.now = world.end - 40min;
        contract::Event& read = world.tellDeed(world.helpDesk.front(), "OFFLINE_EMERGENCY_CODE_READ");
        World::about(read, world.people[static_cast<size_t>(laptop.person)]);
        read.detail = {{QStringLiteral("workstation"), laptop.name},
                       {QStringLiteral("reason"), QStringLiteral("Token lost or not at hand")}};
    }
}

// The edit that some laptops have not heard of yet.
void tellOfEdit(World& world)
{
    const auto sets = std::count_if(world.laptops.begin(), world.laptops.end(),
                                    [](const Laptop& laptop) { return !laptop.empty; });
    const QString policy = QStringLiteral("Travelling laptops");
    world.now = world.end - day * 3 + 2h;
    contract::Event& edit =
        world.tellDeed(world.superAdministrators.front(), "AUTHMGR_OFFLINE_AUTHN_POLICY_UPDATE");
    edit.detail = {{QStringLiteral("policy"), policy}};
    contract::Event& event = world.tellDeed(world.superAdministrators.front(), "OFFLINE_SETS_VOIDED");
    event.result = contract::EventResult::Information;
    event.detail = {{QStringLiteral("policy"), policy},
                    {QStringLiteral("sets"), static_cast<qint64>(sets)},
                    {QStringLiteral("people"), static_cast<qint64>(sets)},
                    {QStringLiteral("workstations"), static_cast<qint64>(sets)}};
}

qint64 millisecondsOf(const std::optional<Timestamp>& at)
{
    return at ? toMilliseconds(*at) : 0;
}

OfflineSetRow setOf(const World& world, const Laptop& laptop, int tokenIndex, qint64 workstationId)
{
    const Person& person = world.people[static_cast<size_t>(laptop.person)];
    const DemoToken& token = world.tokens[static_cast<size_t>(tokenIndex)];
    const EffectiveOfflinePolicy effective = policyOf(world, person);
    const contract::OfflinePolicy& policy = effective.policy;
    OfflineSetRow row;
    row.wireId = QString::fromLatin1(security::randomBytes(16).toHex());
    row.userId = person.account.id;
    row.userName = person.account.name;
    row.userKey = authentication::canonicalName(person.account.name);
    row.userDomainId = person.account.domainId;
    row.tokenId = tokenIndex + 1;
    row.tokenSerial = token.serial;
    row.workstationId = workstationId;
    row.policyId = policy.id.toLongLong();
    row.policyName = policy.name;
    row.policyVersion = policy.version;
    row.mark = authentication::offlineMark(policy, token.pinStyle, token.intervalSeconds == 0);
    row.pinStyle = token.pinStyle;
    row.passcodeLength = token.digits + (token.pinStyle == PinStyle::BeforeCode ? 6 : 0);
    row.digits = token.digits;
    row.intervalSeconds = token.intervalSeconds;
    row.pinSetAt = millisecondsOf(token.pinSetAt);
    row.assignedAt = millisecondsOf(token.assignedAt);
    row.days = policy.offlineDays;
    row.issuedAt = laptop.issuedAt;
    row.expiresAt = laptop.issuedAt + day * policy.offlineDays;
    if (token.expiresAt) { // no day outlives the token
        row.expiresAt = std::min(row.expiresAt, *token.expiresAt);
    }
    const qint64 second = token.intervalSeconds > 0 ? token.intervalSeconds : 3600;
    row.firstStep = toMilliseconds(row.issuedAt) / 1000 / second;
    row.lastStep = toMilliseconds(row.expiresAt) / 1000 / second;
    row.refill =
        token.pinStyle == PinStyle::Mixed ? contract::OfflineRefill::Logon : contract::OfflineRefill::Contact;
    return row;
}

void writeCodes(Connection& connection, const security::KeyRing& keys, const World& world,
                const Laptop& laptop, const OfflineSetRow& set, qint64 setId)
{
    const contract::OfflinePolicy policy =
        policyOf(world, world.people[static_cast<size_t>(laptop.person)]).policy;
    std::vector<authentication::offlineCodes::Code> codes;
    for (const auto replaces : {contract::CodeReplaces::Tokencode, contract::CodeReplaces::Passcode}) {
        const bool tokencode = replaces == contract::CodeReplaces::Tokencode;
        if (tokencode ? !policy.emergencyTokencodes || set.pinStyle != PinStyle::BeforeCode
                      : !policy.emergencyPasscodes) {
            continue;
        }
        codes.push_back(
            {.replaces = replaces,
             .letters = policy.emergencyCodeLetters,
             .text = authentication::makeOfflineCode(
                 replaces, policy.emergencyCodeLetters,
                 authentication::typedLengths(set.pinStyle, set.digits, set.passcodeLength - set.digits)),
             .madeAt = set.issuedAt,
             .expiresAt = set.issuedAt + day * policy.emergencyCodeDays});
    }
    const authentication::offlineCodes::Place place {set.userId, set.tokenId, set.workstationId};
    authentication::offlineCodes::keep(connection, keys, place, setId, codes);
    connection.change(QStringLiteral("UPDATE offline_codes SET held_at = ? WHERE first_set_id = ?"),
                      {toMilliseconds(laptop.issuedAt), setId});
    if (laptop.codeRead) {
        connection.change(
            QStringLiteral(
                "UPDATE offline_codes SET read_at = ?, read_by = ? WHERE first_set_id = ? AND replaces = ?"),
            {toMilliseconds(world.end - 40min),
             world.people[static_cast<size_t>(world.helpDesk.front())].account.name, setId,
             contract::enumName(contract::CodeReplaces::Tokencode)});
    }
}

qint64 writeLaptop(Connection& connection, const World& world, const Laptop& laptop)
{
    const QString by = world.people[static_cast<size_t>(world.helpDesk.front())].account.name;
    authentication::WorkstationRow row;
    row.name = laptop.name;
    row.domainId = world.policies->domainAt(QString::fromLatin1(laptopDomain))->id;
    row.signingKey = security::randomBytes(32); // of no computer
    row.agreementKey = security::randomBytes(32);
    row.keyProtection = laptop.keys;
    row.system = laptop.system;
    row.agentVersion = QStringLiteral(HOLDFAST_VERSION);
    row.enrolledAt = laptop.enrolledAt;
    row.enrolledBy = by;
    const auto made = authentication::workstations::insert(connection, row);
    if (!made) {
        throw std::logic_error("a workstation of the demonstration is refused");
    }
    authentication::workstations::noteContact(connection, made->id, laptop.lastContactAt, laptop.address,
                                              laptop.clockOffsetSeconds);
    if (laptop.stolen || laptop.retired) {
        authentication::workstations::revoke(connection, made->id, by, laptop.stolen,
                                             world.end - (laptop.stolen ? 20h : 30h));
    }
    return made->id;
}

void writeSet(Connection& connection, const security::KeyRing& keys, const World& world, const Laptop& laptop,
              int token, qint64 workstationId)
{
    const OfflineSetRow set = setOf(world, laptop, token, workstationId);
    const qint64 id = authentication::offlineSets::insert(connection, set);
    const auto left = std::chrono::duration_cast<std::chrono::hours>(set.expiresAt - laptop.lastContactAt);
    connection.change(
        QStringLiteral("UPDATE offline_sets SET held_at = ?, reported_at = ?, reported_hours = ?,"
                       " verify_milliseconds = ?, refill_wanted = ? WHERE id = ?"),
        {toMilliseconds(laptop.issuedAt), toMilliseconds(laptop.lastContactAt),
         static_cast<qint64>(left.count()) - 24 * laptop.reportedLess, 90 + id % 70, laptop.refillWanted,
         id});
    if (laptop.voidByEdit) {
        authentication::offlineSets::setVoid(connection, id, QStringLiteral("policy_changed"));
    }
    writeCodes(connection, keys, world, laptop, set, id);
}

// Somebody who signs in with a token of this style.
std::optional<std::pair<int, int>> personWith(const World& world, const char* domain, PinStyle style)
{
    for (size_t i = 0; i < world.people.size(); ++i) {
        const Person& person = world.people[i];
        if (!person.domain.startsWith(QLatin1String(domain)) || !person.account.enabled
            || !person.account.lastLogonAt || !person.notes.isEmpty()) {
            continue;
        }
        for (const int index : person.tokens) {
            const DemoToken& token = world.tokens[static_cast<size_t>(index)];
            const bool whole = token.enabled && !token.lostAt && !token.replacedBy
                && (token.pinState == PinState::Set || style == PinStyle::None);
            if (whole && token.pinStyle == style) {
                return std::pair(static_cast<int>(i), index);
            }
        }
    }
    return std::nullopt;
}

struct Refused
{
    const char* domain;
    PinStyle style;
    const char* reason; // of the failed download; empty: it worked, and no emergency code is inside
    const char* why;
};

// The reasons for which people get no offline days, one laptop each.
void tellRefusals(World& world)
{
    static constexpr std::array refusals {
        Refused {
            "/Manufacturing", PinStyle::BeforeCode, "passcode_too_short",
            "The passcode of token %1 has 10 to 14 characters, by the PIN; the policy \"Plant laptops\" of"
            " /Manufacturing asks for at least 16."},
        Refused {
            "/Manufacturing", PinStyle::None, "pinless_not_allowed",
            "Token %1 has no PIN: its passcode of %2 characters is below the minimum of 16, and the policy"
            " \"Plant laptops\" of /Manufacturing does not allow it although weaker."},
        Refused {"/Research", PinStyle::BeforeCode, "", ""},
        Refused {
            "/Technology/Engineering", PinStyle::BeforeCode, "policy_of_another_domain",
            "For /Technology/Engineering the default policy counts, which refuses; the policy \"Travelling"
            " laptops\" would not."},
    };
    int number = 20;
    for (const Refused& refused : refusals) {
        const auto found = personWith(world, refused.domain, refused.style);
        if (!found) {
            continue;
        }
        Laptop laptop = laptopOf(world, found->first, number);
        laptop.token = found->second;
        inTouchLast(laptop, world.end - 3h - std::chrono::minutes(number * 2));
        laptop.empty = *refused.reason != '\0';
        number += 7;
        tellOf(world, laptop);
        if (laptop.empty) {
            contract::Event& event =
                tellOfAgent(world, laptop, laptop.lastContactAt, "OFFLINE_DATA_DOWNLOAD_FAILED",
                            contract::EventResult::Failure);
            event.reason = QString::fromLatin1(refused.reason);
            QString why = QString::fromUtf8(refused.why);
            const int digits = world.tokens[static_cast<size_t>(laptop.token)].digits;
            why.replace(QLatin1String("%1"), event.tokenSerial);
            why.replace(QLatin1String("%2"), QString::number(digits));
            event.detail.insert(QStringLiteral("why"), why);
        } else {
            tellOfData(world, laptop);
        }
        world.laptops.push_back(std::move(laptop));
    }
    // One that asked and was cut off before the answer arrived.
    if (const auto cut = std::find_if(world.laptops.begin(), world.laptops.end(),
                                      [](const Laptop& laptop) { return laptop.refillWanted; });
        cut != world.laptops.end()) {
        tellOfAgent(world, *cut, cut->lastContactAt, "OFFLINE_DATA_DOWNLOAD_TIMED_OUT",
                    contract::EventResult::Failure);
    }
}

} // namespace

void equipTravellers(World& world)
{
    int number = 0;
    int leavers = 0;
    for (size_t i = 0; i < world.people.size() && number < laptopsWanted; ++i) {
        const Person& person = world.people[i];
        constexpr int leaversWanted = 3;
        const bool leaver = !person.account.enabled && !person.tokens.empty() && leavers < leaversWanted;
        // A leaver's token may be disabled as well by now.
        const auto token = leaver ? std::optional(person.tokens.front()) : tokenToTake(world, person);
        if (!canTravel(person) || !token || (!person.account.enabled && !leaver)
            || (!leaver && (!person.account.lastLogonAt || world.random.chance(0.45)))) {
            continue;
        }
        leavers += leaver ? 1 : 0;
        ++number;
        Laptop laptop = laptopOf(world, static_cast<int>(i), 100 + number * 7);
        laptop.token = *token;
        laptop.empty = !leaver && number % 23 == 0; // enrolled, and nobody signed in yet
        if (!leaver) {
            tellStory(world, laptop, number);
        }
        tellOf(world, laptop);
        if (!laptop.empty && !leaver) {
            tellOfData(world, laptop);
        }
        world.laptops.push_back(std::move(laptop));
    }
    tellOfEdit(world);
    tellRefusals(world);
    world.now = world.end;
}

void writeWorkstations(Connection& connection, const security::KeyRing& keys, const World& world)
{
    for (const Laptop& laptop : world.laptops) {
        const qint64 id = writeLaptop(connection, world, laptop);
        if (!laptop.empty) {
            writeSet(connection, keys, world, laptop, laptop.token, id);
        }
    }
}

} // namespace holdfast::demonstration
