// SPDX-License-Identifier: Apache-2.0
#include "app/demonstration/stock.h"

#include "app/demonstration/organisation.h"

namespace holdfast::demonstration {

using contract::HashAlgorithm;
using contract::PinState;
using contract::PinStyle;
using contract::TokenKind;
using namespace std::chrono_literals;

namespace {

constexpr const char* securIdRecords[] = {
#include "app/demonstration/securid_tokens.inc"
};

struct Batch
{
    const char* file;
    const char* format;
    const char* manufacturer;
    TokenKind kind;
    HashAlgorithm algorithm;
    int digits;
    int interval;
    qint64 firstSerial;
    int count;
    int importDay; // since the start
    int expiryDays; // from the end of the story; 0: none
};

// clang-format off
constexpr std::array batches {
    Batch {"fobs-lot-0418.pskc", "pskc", "Tarn Fob 6", TokenKind::Totp, HashAlgorithm::Sha1, 6, 30, 214530001, 700, 0, 240},
    Batch {"fobs-lot-0533.pskc", "pskc", "Tarn Fob 6", TokenKind::Totp, HashAlgorithm::Sha1, 6, 60, 218000101, 780, 0, 1120},
    Batch {"fobs-finance.pskc", "pskc", "Tarn Fob 8", TokenKind::Totp, HashAlgorithm::Sha256, 8, 30, 301200001, 160, 0, 1400},
    Batch {"buttons-plants.pskc", "pskc", "Pressbutton", TokenKind::Hotp, HashAlgorithm::Sha1, 6, 0, 409900001, 180, 1, 0},
    Batch {"software-tokens.sdtid", "sdtid", "", TokenKind::SecurId, HashAlgorithm::Sha1, 8, 60, 0, 320, 0, 900},
    Batch {"fobs-lot-0611.pskc", "pskc", "Tarn Fob 6", TokenKind::Totp, HashAlgorithm::Sha1, 6, 30, 221700001, 190, 62, 1500},
};
// clang-format on

DemoToken tokenOf(World& world, const Batch& batch, int nth)
{
    DemoToken token;
    token.kind = batch.kind;
    token.algorithm = batch.algorithm;
    token.digits = batch.digits;
    token.intervalSeconds = batch.interval;
    token.domain = QString::fromLatin1(stockDomain);
    token.manufacturer = QString::fromLatin1(batch.manufacturer);
    token.importedAt = world.start + 24h * batch.importDay + 40min;
    if (batch.expiryDays > 0) {
        token.expiresAt = world.end + 24h * batch.expiryDays;
    }
    if (batch.kind == TokenKind::SecurId) {
        token.securIdRecord = securIdRecords[static_cast<size_t>(nth)];
        token.serial = QString::fromLatin1(token.securIdRecord.mid(1, 12));
        token.pinStyle = PinStyle::Mixed;
    } else {
        constexpr int serialLength = 12;
        token.serial = QStringLiteral("%1").arg(batch.firstSerial + nth, serialLength, 10, QLatin1Char('0'));
        token.pinStyle = PinStyle::BeforeCode;
    }
    token.pinState = PinState::NotSet;
    // The oldest lot comes to its end: some expired already, some will within the month.
    if (&batch == batches.data() && nth < 90) {
        token.expiresAt = world.end + (nth < 24 ? -24h * (2 + nth % 12) : 24h * (1 + nth % 28));
    }
    return token;
}

bool isFree(const World& world, const DemoToken& token)
{
    return !token.person && !token.replacedBy && !token.lostAt && token.importedAt <= world.now
        && (!token.expiresAt || *token.expiresAt > world.end + 24h * 30);
}

int preference(const Person& person, const DemoToken& token, bool software)
{
    if (software) {
        return token.kind == TokenKind::SecurId ? 2 : 0;
    }
    const bool finance = person.domain.startsWith(QLatin1String("/Headquarters/Finance"))
        || person.domain == QLatin1String("/Technology/Operations");
    const bool plant = person.domain.startsWith(QLatin1String("/Manufacturing/"));
    const bool travels = person.domain.startsWith(QLatin1String("/Sales"))
        || person.domain == QLatin1String("/Headquarters/Executive");
    switch (token.kind) {
    case TokenKind::Hotp:
        return plant ? 3 : 0;
    case TokenKind::SecurId:
        return travels ? 3 : 0;
    case TokenKind::Totp:
        break;
    }
    return token.digits == 8 ? (finance ? 3 : 0) : 2;
}

} // namespace

void importBatches(World& world)
{
    for (const Batch& batch : batches) {
        for (int i = 0; i < batch.count; ++i) {
            world.tokens.push_back(tokenOf(world, batch, i));
        }
        world.plan(world.start + 24h * batch.importDay + 40min, [&world, &batch] {
            contract::Event& event = world.tellDeed(world.superAdministrators[1], "IMPORT_TOKENS");
            event.domain = QString::fromLatin1(stockDomain);
            event.detail = {{QStringLiteral("file"), QString::fromLatin1(batch.file)},
                            {QStringLiteral("format"), QString::fromLatin1(batch.format)},
                            {QStringLiteral("duplicates"), QStringLiteral("ignore")},
                            {QStringLiteral("imported"), batch.count}};
        });
    }
}

std::optional<int> takeFromShelf(const World& world, const Person& person, bool software)
{
    std::optional<int> best;
    int bestPreference = 0;
    for (size_t i = 0; i < world.tokens.size(); ++i) {
        const int liked = preference(person, world.tokens[i], software);
        if (liked > bestPreference && isFree(world, world.tokens[i])) {
            best = static_cast<int>(i);
            bestPreference = liked;
            if (liked == 3) {
                break;
            }
        }
    }
    return best;
}

void assignToken(World& world, int administrator, int person, int token, bool requirePin)
{
    Person& owner = world.people[static_cast<size_t>(person)];
    DemoToken& given = world.tokens[static_cast<size_t>(token)];
    given.person = person;
    given.domain = owner.domain;
    given.enabled = true;
    given.assignedAt = world.now;
    if (!requirePin) {
        given.pinStyle = PinStyle::None;
        given.pinState = PinState::NotRequired;
    }
    owner.tokens.push_back(token);
    contract::Event& event = world.tellDeed(administrator, "AM_LINK_TOKEN_PRINCIPAL");
    world.about(event, given);
    event.detail = {{QStringLiteral("requirePin"), requirePin}};
}

void handOutTokens(World& world)
{
    // The first of the oldest lot are in use, or nobody would notice that they expire.
    int oldest = 0;
    for (size_t i = 0; i < world.people.size(); ++i) {
        const int person = static_cast<int>(i);
        const bool plant = world.people[i].domain.startsWith(QLatin1String("/Manufacturing/"));
        const bool administers = world.people[i].logonsPerDay > 0 && !world.people[i].notes.isEmpty();
        if (!administers && world.random.chance(0.05)) {
            continue;
        }
        const bool second = world.random.chance(0.04);
        const bool old = !plant && oldest < 90 && world.random.chance(0.12);
        const std::optional<int> fixed = old ? std::optional(oldest++) : std::nullopt;
        const bool requirePin = !plant && world.random.chance(0.92);
        world.plan(world.people[i].createdAt + std::chrono::minutes(world.random.between(2, 50)),
                   [&world, person, second, fixed, requirePin] {
                       const int administrator = world.superAdministrators[1];
                       const auto token = fixed
                           ? fixed
                           : takeFromShelf(world, world.people[static_cast<size_t>(person)], false);
                       if (token) {
                           assignToken(world, administrator, person, *token, requirePin);
                       }
                       const auto software = second
                           ? takeFromShelf(world, world.people[static_cast<size_t>(person)], true)
                           : std::nullopt;
                       if (software) {
                           assignToken(world, administrator, person, *software, true);
                       }
                   });
    }
}

} // namespace holdfast::demonstration
