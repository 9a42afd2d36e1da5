// SPDX-License-Identifier: Apache-2.0
#include "app/demonstration/world.h"

namespace holdfast::demonstration {

void World::plan(Timestamp when, std::function<void()> action)
{
    if (when < end) {
        m_plans.emplace(std::max(when, now), std::move(action));
    }
}

void World::run()
{
    while (!m_plans.empty()) {
        const auto next = m_plans.begin();
        now = next->first;
        const auto action = std::move(next->second);
        m_plans.erase(next);
        action();
    }
    now = end;
}

contract::Event& World::tell(contract::EventLog log, const char* key, contract::EventResult result)
{
    contract::Event event;
    event.at = now;
    event.log = log;
    event.key = QString::fromLatin1(key);
    event.result = result;
    journal.push_back(std::move(event));
    return journal.back();
}

contract::Event& World::tellDeed(int administrator, const char* key)
{
    const Person& actor = people[static_cast<size_t>(administrator)];
    contract::Event& event = tell(contract::EventLog::Administration, key, contract::EventResult::Success);
    event.actor = actor.account.name;
    event.actorId = QString::number(actor.account.id);
    event.clientAddress = actor.address;
    return event;
}

void World::about(contract::Event& event, const Person& person)
{
    event.userId = QString::number(person.account.id);
    event.userName = person.account.name;
    event.domain = person.domain;
}

void World::about(contract::Event& event, const DemoToken& token) const
{
    event.tokenSerial = token.serial;
    if (token.person) {
        about(event, people[static_cast<size_t>(*token.person)]);
    } else {
        event.domain = token.domain;
    }
}

const contract::LockoutPolicy& World::lockoutOf(const Person& person) const
{
    return *policies->lockout(person.account.domainId).policy;
}

const contract::TokenPolicy& World::tokenPolicyOf(const Person& person) const
{
    return *policies->token(person.account.domainId).policy;
}

Timestamp World::localTime(Timestamp midnight, const Person& person, double hours)
{
    constexpr double milliseconds = 3'600'000.0;
    return midnight
        + std::chrono::milliseconds(static_cast<qint64>((hours - person.hoursFromUtc) * milliseconds));
}

} // namespace holdfast::demonstration
