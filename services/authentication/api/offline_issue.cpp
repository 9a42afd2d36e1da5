// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/offline_issue.h"

#include "services/authentication/api/agent_keys.h"
#include "services/authentication/api/offline_draft.h"
#include "services/authentication/api/offline_trial.h"
#include "services/authentication/domain/offline_reasons.h"
#include "services/authentication/store/canonical.h"
#include "services/authentication/store/events.h"
#include "services/authentication/store/offline_codes.h"
#include "services/authentication/store/users.h"
#include "services/security/random.h"

#include <QJsonArray>

#include <cmath>

namespace holdfast::authentication {

using contract::AgentSet;
using contract::CodeReplaces;
using contract::ErrorKind;
using contract::OfflinePolicy;
using contract::PinStyle;
using contract::Result;
using contract::Secret;
using contract::Timestamp;
using contract::Unexpected;
using storage::Connection;

namespace {

struct Refusal
{
    QString reason;
    QString sentence;
    QStringList causes {}; // every one of them, the first included
};

// As read, with the PIN's key as far as it is there.
struct Preparation
{
    LoadedCase loaded;
    std::optional<Refusal> refusal {};
    QString serial;
    qint64 assignedAt = 0;
    UserRow user {};
    std::optional<offlineCodes::PinKey> pinKey {};
    std::vector<offlineCodes::Code> codes {};
};

struct Made
{
    offline::BuiltSet built {};
    OfflineSetRow row {};
    std::vector<offlineCodes::Code> codes {};
    std::optional<offlineCodes::PinKey> newPinKey {};
};

qint64 pinSetAtOf(const TokenFacts& token)
{
    return token.pinSetAt ? contract::toMilliseconds(*token.pinSetAt) : 0;
}

Refusal logonNeeded(const QString& why)
{
    return {QString(offline_reason::logonNeeded), why};
}

// What the data need of the PIN, which a logon alone brings.
std::optional<Refusal> pinObstacle(const OfflineOrder& order, const TokenFacts& token,
                                   const std::optional<offlineCodes::PinKey>& kept)
{
    const PinStyle style = offlinePinStyle(token);
    if (style == PinStyle::None) {
        return std::nullopt;
    }
    if (token.pinState != contract::PinState::Set) {
        return logonNeeded(QStringLiteral("A new PIN must be chosen at a logon first."));
    }
    if (!order.afterLogon) {
        if (style == PinStyle::Mixed) {
            return logonNeeded(
                QStringLiteral("The app mixes the PIN in: the data are renewed at the next logon."));
        }
        return kept ? std::nullopt
                    : std::optional(logonNeeded(
                        QStringLiteral("The PIN was changed: the data are renewed at the next logon.")));
    }
    if (token.pinSetAt && *token.pinSetAt > order.logonAt) {
        return logonNeeded(QStringLiteral("The PIN was changed since this logon. Log on once more."));
    }
    if (order.pin.isEmpty() && !(kept && style == PinStyle::BeforeCode)) {
        return Refusal {
            QString(offline_reason::pinNotKnown),
            QStringLiteral("The logon did not show the PIN of token %1. Log on with PIN and code.")
                .arg(token.serial)};
    }
    return std::nullopt;
}

qint64 assignedAtOf(Connection& connection, qint64 tokenId)
{
    auto rows = connection.select(QStringLiteral("SELECT assigned_at FROM tokens WHERE id = ?"), {tokenId});
    return rows.next() ? rows.optionalInteger(0).value_or(0) : 0;
}

Preparation prepare(const AgentCall& call, Connection& connection, const OfflineOrder& order)
{
    Preparation ready;
    // As it is now, not as it was when the call came in.
    const auto workstation = workstations::find(connection, call.workstation().id);
    auto loaded = workstation
        ? loadOfflineCase(connection, &call.context().keys, order.userId, &*workstation, call.now())
        : std::nullopt;
    if (!loaded) {
        ready.refusal = Refusal {QString(reason::userUnknown), QStringLiteral("There is no such person.")};
        return ready;
    }
    ready.loaded = std::move(*loaded);
    const TokenFacts* token = ready.loaded.token(order.tokenId);
    if (!token) {
        ready.refusal =
            Refusal {QString(reason::noToken), QStringLiteral("The token is not the person's any more.")};
        return ready;
    }
    ready.serial = token->serial;
    ready.assignedAt = assignedAtOf(connection, token->id);
    ready.user = users::find(connection, order.userId).value();
    if (offlinePinStyle(*token) == PinStyle::BeforeCode) {
        ready.pinKey = offlineCodes::pinKeyOf(connection, call.context().keys, token->id, pinSetAtOf(*token));
        if (order.afterLogon && !order.pin.isEmpty()) {
            std::erase_if(ready.loaded.facts.pins,
                          [&](const OfflineCase::Pin& pin) { return pin.tokenId == token->id; });
            ready.loaded.facts.pins.push_back({token->id, static_cast<int>(order.pin.size())});
        }
    }
    const auto causes = offlineCauses(offlineChecksOf(ready.loaded.facts, token->id, call.now()));
    if (!causes.empty()) {
        ready.refusal = Refusal {causes.front().reason, causes.front().sentence};
        for (const contract::OfflineCause& cause : causes) {
            ready.refusal->causes << cause.reason;
        }
        return ready;
    }
    ready.refusal = pinObstacle(order, *token, ready.pinKey);
    ready.codes =
        offlineCodes::of(connection, {order.userId, token->id, call.workstation().id}, &call.context().keys);
    return ready;
}

// One that goes on: unread, of the kind that the policy wants, and good for a while yet.
const offlineCodes::Code* codeThatGoesOn(const std::vector<offlineCodes::Code>& kept, CodeReplaces replaces,
                                         const OfflinePolicy& policy, const QList<int>& typed,
                                         Timestamp until, Timestamp now)
{
    const auto half = std::chrono::hours(12) * policy.emergencyCodeDays;
    const Timestamp needed = std::min<Timestamp>(until, now + half);
    const auto found = std::find_if(kept.begin(), kept.end(), [&](const offlineCodes::Code& code) {
        return code.replaces == replaces && !code.readAt && !code.text.isEmpty()
            && (replaces == CodeReplaces::Tokencode || !typed.contains(static_cast<int>(code.text.size())))
            && code.letters == policy.emergencyCodeLetters && code.expiresAt >= needed
            && code.expiresAt <= now + std::chrono::days(policy.emergencyCodeDays);
    });
    return found == kept.end() ? nullptr : &*found;
}

std::vector<offlineCodes::Code> codesFor(const Preparation& ready, const OfflinePolicy& policy,
                                         const OfflineSetRow& row, Timestamp now)
{
    const bool beforeCode = row.pinStyle == PinStyle::BeforeCode;
    const QList<int> typed =
        typedLengths(row.pinStyle, row.digits, beforeCode ? row.passcodeLength - row.digits : 0);
    std::vector<offlineCodes::Code> codes;
    const auto add = [&](CodeReplaces replaces) {
        if (const auto* kept = codeThatGoesOn(ready.codes, replaces, policy, typed, row.expiresAt, now)) {
            codes.push_back(*kept);
            return;
        }
        codes.push_back({.replaces = replaces,
                         .letters = policy.emergencyCodeLetters,
                         .text = makeOfflineCode(replaces, policy.emergencyCodeLetters, typed),
                         .madeAt = now,
                         .expiresAt = now + std::chrono::days(policy.emergencyCodeDays)});
    };
    // Where the app mixes the PIN in, or there is none, no PIN could be typed before a code.
    if (policy.emergencyTokencodes && beforeCode) {
        add(CodeReplaces::Tokencode);
    }
    if (policy.emergencyPasscodes) {
        add(CodeReplaces::Passcode);
    }
    return codes;
}

offline::SetHeader headerFor(const AgentCall& call, const Preparation& ready, const TokenFacts& token,
                             const OfflineSteps& steps)
{
    const OfflinePolicy& policy = ready.loaded.facts.policy.policy;
    offline::SetHeader header;
    header.setId = security::randomIdentifier();
    header.workstationId = QString::number(call.workstation().id);
    header.userId = QString::number(ready.user.account.id);
    header.userName = ready.user.account.name;
    for (const QString& alias : ready.user.aliases) {
        header.otherNames << canonicalName(alias);
    }
    if (!ready.user.email.isEmpty()) {
        header.otherNames << canonicalName(ready.user.email);
    }
    header.otherNames = header.otherNames.mid(0, 50);
    header.tokenSerial = token.serial;
    header.kind = token.kind;
    header.digits = token.digits;
    header.intervalSeconds = token.kind == contract::TokenKind::Hotp ? 0 : token.intervalSeconds;
    header.pinStyle = offlinePinStyle(token);
    header.lastStep = token.lastStep;
    header.driftSteps = token.driftSteps;
    header.days = steps.days;
    header.issuedAt = call.now();
    header.expiresAt = steps.expiresAt;
    header.policyId = policy.id;
    header.policyName = policy.name;
    header.policyVersion = policy.version;
    header.warnDays = policy.warnDays;
    header.maxFailures = policy.maxFailures;
    header.uploadEvents = policy.uploadEvents;
    header.helpText = policy.helpText.trimmed();
    return header;
}

OfflineSetRow rowFor(const AgentCall& call, const Preparation& ready, const TokenFacts& token,
                     const OfflineSteps& steps, const QString& wireId, int days, int pinLength)
{
    const OfflinePolicy& policy = ready.loaded.facts.policy.policy;
    OfflineSetRow row;
    row.wireId = wireId;
    row.userId = ready.user.account.id;
    row.userName = ready.user.account.name;
    row.userKey = canonicalName(ready.user.account.name);
    row.userDomainId = ready.user.account.domainId;
    row.tokenId = token.id;
    row.tokenSerial = token.serial;
    row.workstationId = call.workstation().id;
    row.policyId = policy.id.toLongLong();
    row.policyName = policy.name;
    row.policyVersion = policy.version;
    row.intervalSeconds = token.kind == contract::TokenKind::Hotp ? 0 : token.intervalSeconds;
    row.mark = offlineMark(policy, offlinePinStyle(token), row.counts());
    row.pinStyle = offlinePinStyle(token);
    row.digits = token.digits;
    row.passcodeLength = token.digits + pinLength;
    row.pinSetAt = pinSetAtOf(token);
    row.assignedAt = ready.assignedAt;
    row.firstStep = steps.first();
    row.lastStep = steps.last();
    row.days = days;
    row.issuedAt = call.now();
    row.expiresAt = steps.expiresAt;
    row.refill =
        row.pinStyle == PinStyle::Mixed ? contract::OfflineRefill::Logon : contract::OfflineRefill::Contact;
    return row;
}

// Of two offlineMark(): the days come first. A policy that grants fewer now is what counts.
bool daysChanged(const QString& before, const QString& now)
{
    return before.section(QLatin1Char(' '), 0, 0) != now.section(QLatin1Char(' '), 0, 0);
}

// What was granted is not taken back by the next set, and nothing reaches beyond the token or the account.
Timestamp endOfGrant(const Preparation& ready, const TokenFacts& token, int days, Timestamp granted,
                     Timestamp now)
{
    Timestamp end = std::max<Timestamp>(now + std::chrono::days(days), granted);
    for (const auto& limit : {token.expiresAt, ready.user.account.endsAt}) {
        if (limit) {
            end = std::min(end, *limit);
        }
    }
    return end;
}

int daysUntil(Timestamp end, Timestamp now)
{
    return static_cast<int>(std::chrono::ceil<std::chrono::days>(end - now).count());
}

// Outside any transaction: some hundred milliseconds.
Made makeSet(const AgentCall& call, const OfflineOrder& order, const Preparation& ready)
{
    const TokenFacts& token = *ready.loaded.token(order.tokenId);
    const OfflinePolicy& policy = ready.loaded.facts.policy.policy;
    const PinStyle style = offlinePinStyle(token);
    // What was granted for a trip is not taken back by the next set.
    // What was revoked grants nothing any more.
    const OfflineSetRow* before = ready.loaded.presentOf(token.id);
    const OfflineSetRow* present =
        before && before->state() != contract::OfflineSetState::Revoked ? before : nullptr;
    const bool counts = token.kind == contract::TokenKind::Hotp;
    const bool keeps = present && !daysChanged(present->mark, offlineMark(policy, style, counts));
    const Timestamp until = endOfGrant(ready, token, policy.offlineDays + (present ? present->extraDays : 0),
                                       keeps ? present->expiresAt : call.now(), call.now());
    const int wanted = std::max(1, daysUntil(until, call.now()));
    const int days = daysThatFit(policy, counts ? 0 : token.intervalSeconds, wanted);
    offline::SetContent content;
    const OfflineSteps steps =
        grantedSteps(token, policy, days, offline::SetHeader {}.stepsAround, call.now(), until);
    content.header = headerFor(call, ready, token, steps);
    Made made;
    int pinLength = 0;
    if (style == PinStyle::BeforeCode) {
        if (ready.pinKey) {
            content.pinKey = ready.pinKey->key;
            content.header.pinSalt = QString::fromLatin1(ready.pinKey->salt.toBase64());
            pinLength = ready.pinKey->pinLength;
        } else {
            constexpr qsizetype saltSize = 16;
            offlineCodes::PinKey key {.salt = security::randomBytes(saltSize),
                                      .pinLength = static_cast<int>(order.pin.size()),
                                      .pinSetAt = pinSetAtOf(token)};
            key.key = offline::slowKey(order.pin, key.salt, content.header.slowHash);
            content.pinKey = key.key;
            content.header.pinSalt = QString::fromLatin1(key.salt.toBase64());
            pinLength = key.pinLength;
            made.newPinKey = std::move(key);
        }
    }
    content.code = typedCode(token.generator, style == PinStyle::Mixed ? order.pin : Secret());
    made.row = rowFor(call, ready, token, steps, content.header.setId, days, pinLength);
    if (before) { // what was asked of it is answered by this one, or was taken back
        made.row.extraDays = before->extraDays;
        made.row.refillWanted = before->refillWanted;
    }
    made.codes = codesFor(ready, policy, made.row, call.now());
    for (const offlineCodes::Code& code : made.codes) {
        content.emergency.push_back({code.replaces, code.text, code.expiresAt});
    }
    made.built = offline::buildSet(std::move(content), serviceSigningKey(call.context().keys).privateKey);
    return made;
}

// An administrator may have revoked meanwhile what is being renewed.
bool mayStillRenew(const AgentCall& call, Connection& connection, const OfflineOrder& order)
{
    const auto rows = offlineSets::ofWorkstation(connection, call.workstation().id, call.now());
    return std::any_of(rows.begin(), rows.end(), [&](const OfflineSetRow& row) {
        return row.wireId == order.renews && row.state() != contract::OfflineSetState::Revoked;
    });
}

// Whether what the set was made of is still so.
bool stillSo(const Preparation& before, const Preparation& now, qint64 tokenId)
{
    if (now.refusal) {
        return false;
    }
    const TokenFacts& was = *before.loaded.token(tokenId);
    const TokenFacts& is = *now.loaded.token(tokenId);
    const bool counts = was.kind == contract::TokenKind::Hotp;
    return pinSetAtOf(was) == pinSetAtOf(is) && was.pinState == is.pinState && was.pinStyle == is.pinStyle
        && before.assignedAt == now.assignedAt && before.user.account.name == now.user.account.name
        && (!counts || was.lastStep == is.lastStep)
        && offlineMark(before.loaded.facts.policy.policy, offlinePinStyle(was), counts)
        == offlineMark(now.loaded.facts.policy.policy, offlinePinStyle(is), counts);
}

// Whether the passcode was too short can be explained later only if its length is known.
void rememberPinLength(const AgentCall& call, const OfflineOrder& order, const Preparation& ready)
{
    const TokenFacts* token = ready.loaded.person ? ready.loaded.token(order.tokenId) : nullptr;
    if (!token || !order.afterLogon || order.pin.isEmpty()
        || offlinePinStyle(*token) != PinStyle::BeforeCode) {
        return;
    }
    call.write([&](Connection& connection) {
        offlineCodes::keepPinLength(connection, token->id, static_cast<int>(order.pin.size()),
                                    pinSetAtOf(*token));
    });
}

contract::Event downloadEvent(const AgentCall& call, const AttemptFacts* person, const QString& serial,
                              const char* key)
{
    contract::Event event = call.event(key, contract::EventLog::Authentication);
    event.method = QStringLiteral("OFFLINE");
    event.tokenSerial = serial;
    if (person) {
        event.userId = QString::number(person->account.id);
        event.userName = person->account.name;
        event.domain = person->domainPath;
    }
    return event;
}

void tellOfSet(const AgentCall& call, Connection& connection, const Preparation& ready, const Made& made,
               qint64 id, bool afterLogon)
{
    contract::Event event =
        downloadEvent(call, ready.loaded.person.get(), made.row.tokenSerial, "OFFLINE_DATA_DOWNLOAD");
    event.detail.insert(QStringLiteral("setId"), QString::number(id));
    event.detail.insert(QStringLiteral("days"), made.row.days);
    event.detail.insert(QStringLiteral("expiresAt"), contract::toRfc3339(made.row.expiresAt));
    event.detail.insert(QStringLiteral("policy"), made.row.policyName);
    event.detail.insert(QStringLiteral("codes"), static_cast<int>(made.codes.size()));
    event.detail.insert(QStringLiteral("occasion"),
                        afterLogon ? QStringLiteral("logon") : QStringLiteral("refill"));
    call.record(connection, std::move(event));
}

} // namespace

OfflineIssuer::OfflineIssuer(int mostAtOnce)
    : m_turns(mostAtOnce)
{ }

Unexpected OfflineIssuer::refuse(const AgentCall& call, const OfflineRefusal& refusal, bool afterLogon)
{
    const auto passedOver = afterLogon
        ? std::optional(0)
        : m_refusals.tell(call.workstation().id, refusal.serial, refusal.reason, call.now());
    if (passedOver) {
        call.write([&](Connection& connection) {
            contract::Event event =
                downloadEvent(call, refusal.person, refusal.serial, "OFFLINE_DATA_DOWNLOAD_FAILED");
            event.result = contract::EventResult::Failure;
            event.reason = refusal.reason;
            event.detail.insert(QStringLiteral("why"), refusal.sentence);
            if (refusal.causes.size() > 1) {
                event.detail.insert(QStringLiteral("causes"), QJsonArray::fromStringList(refusal.causes));
            }
            if (*passedOver > 0) {
                event.detail.insert(QStringLiteral("repeated"), *passedOver);
            }
            call.record(connection, std::move(event));
        });
    }
    const bool mayPass =
        refusal.reason == offline_reason::logonNeeded || refusal.reason == offline_reason::changedMeanwhile;
    return contract::failure(mayPass ? ErrorKind::Conflict : ErrorKind::Forbidden, refusal.reason,
                             refusal.sentence);
}

Result<AgentSet> OfflineIssuer::issue(const AgentCall& call, const OfflineOrder& order)
{
    const auto refused = [&](const Preparation& ready, const Refusal& refusal) {
        return refuse(
            call, {ready.loaded.person.get(), ready.serial, refusal.reason, refusal.sentence, refusal.causes},
            order.afterLogon);
    };
    const Preparation ready =
        call.read([&](Connection& connection) { return prepare(call, connection, order); });
    // A workstation may ask as often as it likes for what it is refused.
    if (ready.loaded.person && !ready.serial.isEmpty() && (order.afterLogon || !ready.refusal)) {
        reportTrials(call, ready.loaded, order.tokenId);
    }
    if (ready.refusal) {
        rememberPinLength(call, order, ready);
        return refused(ready, *ready.refusal);
    }
    Made made;
    {
        const auto room = m_turns.takeRoom();
        if (!room) {
            return offlineBusy();
        }
        made = makeSet(call, order, ready);
    }
    AgentSet answer {.setId = made.row.wireId,
                     .set = QString::fromLatin1(made.built.bytes.toBase64()),
                     .wrappedKeys = QString::fromLatin1(
                         offline::wrapKeys(call.workstation().agreementKey, made.built.keys).toBase64())};
    const bool kept = call.write([&](Connection& connection) {
        if (!stillSo(ready, prepare(call, connection, order), order.tokenId)
            || !(order.afterLogon || mayStillRenew(call, connection, order))) {
            return false;
        }
        const qint64 id = offlineSets::insert(connection, made.row);
        const security::KeyRing& keys = call.context().keys;
        if (made.newPinKey) {
            offlineCodes::keepPinKey(connection, keys, order.tokenId, *made.newPinKey);
        }
        offlineCodes::keep(connection, keys, {order.userId, order.tokenId, made.row.workstationId}, id,
                           made.codes);
        tellOfSet(call, connection, ready, made, id, order.afterLogon);
        return true;
    });
    if (!kept) {
        return refused(ready,
                       {QString(offline_reason::changedMeanwhile),
                        QStringLiteral("Something changed while the data were made. Try again.")});
    }
    return answer;
}

} // namespace holdfast::authentication
