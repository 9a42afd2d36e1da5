// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demonstration/random.h"
#include "services/authentication/domain/facts.h"
#include "services/authentication/store/policies_snapshot.h"
#include "services/contract/event.h"
#include "services/contract/workstation.h"

#include <functional>
#include <map>

namespace holdfast::demonstration {

using contract::Timestamp;

struct Person
{
    authentication::AccountFacts account {};
    QString displayName;
    QString email;
    QString phone;
    QString notes;
    QString domain; // path
    int hoursFromUtc = 0;
    double logonsPerDay = 0;
    QString client; // the program that the person signs in through
    QString address;
    Timestamp createdAt {};
    Timestamp updatedAt {};
    std::vector<int> tokens; // indexes, none of a token that was taken away
    bool clumsy = false; // mistypes often
};

struct DemoToken
{
    QString serial;
    contract::TokenKind kind {};
    contract::HashAlgorithm algorithm = contract::HashAlgorithm::Sha1;
    int digits = 6;
    int intervalSeconds = 30;
    contract::PinStyle pinStyle = contract::PinStyle::None;
    contract::PinState pinState = contract::PinState::NotRequired;
    QString domain;
    std::optional<int> person {};
    bool enabled = false;
    QString manufacturer;
    QString notes;
    QByteArray securIdRecord {}; // of SecurID tokens; other seeds are random
    std::optional<Timestamp> expiresAt {};
    Timestamp importedAt {};
    std::optional<Timestamp> assignedAt {};
    std::optional<Timestamp> lastUsedAt {};
    std::optional<Timestamp> lostAt {};
    std::optional<Timestamp> pinSetAt {};
    qint64 lastStep = -1;
    int driftSteps = 0;
    int wrongCodes = 0;
    bool nextCodeRequired = false;
    std::optional<int> replacedBy {};
    std::optional<int> replaces {};
    bool keepPin = false;
};

struct Issue
{
    int person = 0;
    std::optional<int> token {};
    contract::EmergencyCodeKind kind {};
    contract::CodeReplaces replaces {};
    contract::OnTokenReturn onTokenReturn {};
    QString reason;
    QString issuedBy;
    Timestamp issuedAt {};
    Timestamp expiresAt {};
    std::optional<Timestamp> cancelledAt {};
    std::optional<Timestamp> lastUsedAt {};
    int count = 1;
    int used = 0;
};

// A traveller's computer, and what it holds.
struct Laptop
{
    QString name;
    int person = 0;
    int token = 0;
    contract::KeyProtection keys {};
    QString system;
    QString address;
    Timestamp enrolledAt {};
    Timestamp lastContactAt {};
    Timestamp issuedAt {}; // of the data
    int clockOffsetSeconds = 0;
    int reportedLess = 0; // days that it tells of less than it was given
    bool stolen = false;
    bool retired = false;
    bool voidByEdit = false;
    bool codeRead = false;
    bool refillWanted = false;
    bool empty = false; // nobody signed in there yet
};

// Everything there is, and the time in which it happens: actions run in the order of their times and may plan
// others. What happens is told in the journal, whose order is that of time.
class World
{
public:
    World(quint64 seed, Timestamp from, Timestamp until)
        : random(seed)
        , start(from)
        , end(until)
        , now(from)
    { }

    // Ignored when it is past the end. `when` may not be before now.
    void plan(Timestamp when, std::function<void()> action);
    void run();

    // An event of now, in the journal.
    contract::Event& tell(contract::EventLog log, const char* key, contract::EventResult result);
    // An administrator's deed.
    contract::Event& tellDeed(int administrator, const char* key);
    static void about(contract::Event& event, const Person& person);
    void about(contract::Event& event, const DemoToken& token) const;

    [[nodiscard]] const contract::LockoutPolicy& lockoutOf(const Person& person) const;
    [[nodiscard]] const contract::TokenPolicy& tokenPolicyOf(const Person& person) const;
    // The same hour at which the person's day is `hours` old, on the day of `midnight` (UTC).
    [[nodiscard]] static Timestamp localTime(Timestamp midnight, const Person& person, double hours);

    Random random;
    Timestamp start;
    Timestamp end;
    Timestamp now;
    std::vector<Person> people;
    std::vector<DemoToken> tokens;
    std::vector<Issue> issues;
    std::vector<Laptop> laptops;
    std::vector<contract::Event> journal;
    std::vector<int> superAdministrators; // indexes of people
    std::vector<int> helpDesk;
    std::vector<int> auditors;
    std::shared_ptr<const authentication::PolicySnapshot> policies;

private:
    std::multimap<Timestamp, std::function<void()>> m_plans;
};

} // namespace holdfast::demonstration
