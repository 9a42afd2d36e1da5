// SPDX-License-Identifier: Apache-2.0
#include "app/demonstration/hands_maker.h"

#include "app/demonstration/organisation.h"
#include "app/demonstration/sign_in.h"
#include "app/demonstration/stock.h"
#include "services/authentication/domain/decision.h"
#include "services/authentication/store/enrolment_codes.h"
#include "services/contract/json.h"
#include "services/otp/otpauth_uri.h"
#include "services/security/pin_hash.h"
#include "services/security/random.h"

#include <QFile>
#include <QJsonDocument>

namespace holdfast::demonstration {

using contract::HashAlgorithm;
using contract::PinStyle;
using contract::Secret;
using contract::TokenKind;
using storage::Connection;
using namespace std::chrono_literals;

namespace {

constexpr auto codeLife = 24h; // the longest there is
constexpr auto handedOut = 3h; // before the end
constexpr auto workstationName = "TW-L0042";
constexpr auto workstationDomain = "/Laptops";
constexpr qint64 firstHandSerial = 550'100'001;
constexpr int handPinLength = 4;

struct HandPlan
{
    const char* domain;
    TokenKind kind;
    HashAlgorithm algorithm;
    int digits;
    int interval;
    PinStyle pinStyle;
    const char* manufacturer;
    const char* story;
};

// clang-format off
constexpr std::array handPlans {
    HandPlan {"/Sales/EMEA", TokenKind::Totp, HashAlgorithm::Sha1, 6, 30, PinStyle::BeforeCode, "Tarn Fob 6",
              "A time token with a PIN: after one sign-in with the network, 21 days without it."},
    HandPlan {"/Sales/Americas", TokenKind::Hotp, HashAlgorithm::Sha1, 6, 0, PinStyle::BeforeCode, "Pressbutton",
              "A counter token with a PIN: each press shows the next code, and a press may go to waste."},
    HandPlan {"/Sales/Asia Pacific", TokenKind::Totp, HashAlgorithm::Sha256, 8, 30, PinStyle::Mixed, "Tarn App",
              "A PINPad-style app: the PIN is typed into the app, and what it shows holds both. New data comes with a sign-in alone."},
    HandPlan {"/Sales/EMEA/Iberia", TokenKind::Totp, HashAlgorithm::Sha1, 6, 30, PinStyle::None, "Tarn Fob 6",
              "A token without a PIN: the service takes it, but gives no offline data for it, and says why."},
};
// clang-format on

std::optional<int> withoutTokens(const World& world, const char* domain)
{
    for (size_t i = 0; i < world.people.size(); ++i) {
        const Person& one = world.people[i];
        const bool plain = one.tokens.empty() && one.account.enabled && !one.account.startsAt
            && !one.account.endsAt && !one.account.lockedAt && one.notes.isEmpty();
        if (plain && one.domain == QLatin1String(domain) && one.createdAt < world.end - 48h) {
            return static_cast<int>(i);
        }
    }
    return std::nullopt;
}

int newToken(World& world, const HandPlan& plan, int nth)
{
    constexpr int serialLength = 12;
    DemoToken token;
    token.serial = QStringLiteral("%1").arg(firstHandSerial + nth, serialLength, 10, QLatin1Char('0'));
    token.kind = plan.kind;
    token.algorithm = plan.algorithm;
    token.digits = plan.digits;
    token.intervalSeconds = plan.interval;
    token.pinStyle = plan.pinStyle;
    token.pinState = contract::PinState::NotSet;
    token.domain = QString::fromLatin1(stockDomain);
    token.manufacturer = QString::fromLatin1(plan.manufacturer);
    token.importedAt = world.end - handedOut - 1h;
    world.tokens.push_back(token);
    return static_cast<int>(world.tokens.size()) - 1;
}

void tellOfImport(World& world)
{
    world.now = world.end - handedOut - 1h;
    contract::Event& event = world.tellDeed(world.superAdministrators[1], "IMPORT_TOKENS");
    event.domain = QString::fromLatin1(stockDomain);
    event.detail = {{QStringLiteral("file"), QStringLiteral("travellers.pskc")},
                    {QStringLiteral("format"), QStringLiteral("pskc")},
                    {QStringLiteral("duplicates"), QStringLiteral("ignore")},
                    {QStringLiteral("imported"), static_cast<int>(handPlans.size())}};
}

Hand handOf(const World& world, const HandPlan& plan, int person, int index)
{
    const Person& owner = world.people[static_cast<size_t>(person)];
    const DemoToken& token = world.tokens[static_cast<size_t>(index)];
    otp::ParsedToken parsed;
    parsed.serial = token.serial;
    parsed.kind = token.kind;
    parsed.algorithm = token.algorithm;
    parsed.digits = token.digits;
    parsed.intervalSeconds = token.intervalSeconds;
    parsed.seed = security::randomSecret(token.algorithm == HashAlgorithm::Sha1 ? 20 : 32);
    parsed.counter = token.lastStep + 1;
    parsed.issuer = QString::fromLatin1(organisationName);
    Hand hand;
    hand.userName = owner.account.name;
    hand.displayName = owner.displayName;
    hand.story = QString::fromLatin1(plan.story);
    hand.tokenSerial = token.serial;
    hand.pinStyle = token.pinStyle;
    if (plan.pinStyle != PinStyle::None) {
        hand.pin = security::randomText(handPinLength, "123456789");
    }
    hand.otpauth = otp::otpauthUri(parsed, owner.account.name);
    return hand;
}

} // namespace

Hands fillHands(World& world)
{
    tellOfImport(world);
    std::vector<std::pair<int, int>> given; // person and token
    for (const HandPlan& plan : handPlans) {
        const auto person = withoutTokens(world, plan.domain);
        if (!person) {
            throw std::logic_error("a domain of the demonstration has nobody without a token");
        }
        const int token = newToken(world, plan, static_cast<int>(given.size()));
        world.now = world.end - handedOut + 4min * static_cast<int>(given.size());
        assignToken(world, world.superAdministrators[1], *person, token, plan.pinStyle != PinStyle::None);
        world.now += 2min;
        attempt(world, *person, Typed::Right); // with which most of them choose a PIN
        given.emplace_back(*person, token);
    }
    world.run();
    Hands hands;
    for (size_t i = 0; i < handPlans.size(); ++i) {
        hands.people.push_back(handOf(world, handPlans[i], given[i].first, given[i].second));
    }
    hands.enrolmentCode =
        security::randomText(authentication::enrolmentCodeLength, security::readableAlphabet);
    hands.enrolmentCodeEndsAt = world.end + codeLife;
    contract::Event& event = world.tellDeed(world.helpDesk.front(), "CREATE_ENROLMENT_CODE");
    event.domain = QString::fromLatin1(workstationDomain);
    event.detail = {{QStringLiteral("workstation"), QString::fromLatin1(workstationName)},
                    {QStringLiteral("expiresAt"), contract::toRfc3339(hands.enrolmentCodeEndsAt)}};
    return hands;
}

std::vector<HandRow> handRows(const security::KeyRing& keys, const Hands& hands)
{
    std::vector<HandRow> rows;
    for (const Hand& hand : hands.people) {
        const auto record = otp::readOtpauthUri(1, QString::fromUtf8(hand.otpauth.reveal()));
        if (!record.token) {
            throw std::logic_error("a token of the demonstration cannot be read back");
        }
        HandRow row;
        row.serial = hand.tokenSerial;
        row.seed = keys.seal(security::Purpose::SealSeed, record.token->seed.reveal(),
                             "seed:" + hand.tokenSerial.toUtf8());
        if (!hand.pin.isEmpty()) {
            const QByteArray identity = authentication::pinIdentity(hand.tokenSerial);
            row.pinHash = security::hashPin(keys, hand.pin, identity);
            row.pinTag = security::pinTag(keys, hand.pin, identity);
            row.pinLength = static_cast<int>(hand.pin.size());
            row.mixed = hand.pinStyle == PinStyle::Mixed;
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

void writeHands(Connection& connection, const security::KeyRing& keys, const World& world, const Hands& hands,
                const std::vector<HandRow>& rows)
{
    for (const HandRow& row : rows) {
        connection.change(
            QStringLiteral("UPDATE tokens SET seed = ?, pin_hash = ?, pin_tag = ?, pin_length = ?"
                           " WHERE serial = ?"),
            {row.seed, row.pinHash.isEmpty() ? QVariant() : QVariant(row.pinHash),
             row.mixed ? QVariant(row.pinTag) : QVariant(), row.mixed ? QVariant(row.pinLength) : QVariant(),
             row.serial});
    }
    authentication::EnrolmentCodeRow code;
    code.domain = QString::fromLatin1(workstationDomain);
    code.domainId = world.policies->domainAt(code.domain)->id;
    code.name = QString::fromLatin1(workstationName);
    code.createdAt = world.end;
    code.createdBy = world.people[static_cast<size_t>(world.helpDesk.front())].account.name;
    code.expiresAt = hands.enrolmentCodeEndsAt;
    authentication::enrolmentCodes::insert(connection, keys, hands.enrolmentCode, code);
}

contract::Result<void> writeHandsFile(const QString& path, const Hands& hands)
{
    QFile::remove(path);
    QFile file(path);
    QByteArray text = QJsonDocument(contract::toJson(hands)).toJson();
    const bool written =
        file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner)
        && file.write(text) == text.size() && file.flush();
    text.fill('\0');
    if (!written) {
        return contract::failure(contract::ErrorKind::Internal, QStringLiteral("hands_not_written"),
                                 QStringLiteral("%1 cannot be written.").arg(path));
    }
    return {};
}

} // namespace holdfast::demonstration
