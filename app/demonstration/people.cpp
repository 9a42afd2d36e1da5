// SPDX-License-Identifier: Apache-2.0
#include "app/demonstration/people.h"

#include "app/demonstration/organisation.h"
#include "services/authentication/store/administrators.h"
#include "services/authentication/store/users.h"

#include <QSet>

namespace holdfast::demonstration {

using authentication::RoleRow;
using contract::Role;
using storage::Connection;
using namespace std::chrono_literals;

namespace {

class Inventor
{
public:
    Inventor(Connection& connection, World& world)
        : m_connection(connection)
        , m_world(world)
    { }

    void fill(const DomainPlan& plan, int order)
    {
        // Five domains a day move in, by script.
        Timestamp at = m_world.start + 24h * (order / 5) + 2h + 1h * (order % 5);
        for (int i = 0; i < plan.people; ++i) {
            at += std::chrono::seconds(m_world.random.between(2, 4));
            const bool joinsLater = i > 6 && m_world.random.chance(0.06);
            const bool first = i < 3 && plan.path == std::string_view("/Technology/Operations");
            add(plan, first ? m_world.start + 2min * (i + 1) : joinsLater ? laterDay() : at);
        }
    }

private:
    Timestamp laterDay()
    {
        return m_world.start + 24h * m_world.random.between(8, 86) + 2h
            + std::chrono::minutes(m_world.random.between(0, 400));
    }

    QString freeName(const Name& name)
    {
        const QString wanted = logonName(name);
        QString free = wanted;
        for (int i = 2; m_names.contains(free); ++i) {
            free = wanted + QString::number(i);
        }
        m_names.insert(free);
        return free;
    }

    void add(const DomainPlan& plan, Timestamp at)
    {
        Random& random = m_world.random;
        const Region region =
            random.chance(0.7) ? plan.region : static_cast<Region>(random.below(regionCount));
        const Name name = inventName(random, region);
        Person person;
        person.account.name = freeName(name);
        person.displayName = name.given + QLatin1Char(' ') + name.family;
        person.email = person.account.name + QLatin1Char('@') + QLatin1String(mailDomain);
        person.phone = inventPhone(random, plan.region);
        person.domain = QString::fromLatin1(plan.path);
        person.hoursFromUtc = plan.hoursFromUtc;
        person.client = QString::fromLatin1(plan.client);
        person.address = QStringLiteral("%1.%2").arg(QLatin1String(plan.network)).arg(random.between(2, 250));
        person.createdAt = at;
        person.updatedAt = at;
        person.clumsy = random.chance(0.05);
        // A few sign in all the time, many now and then, some never.
        const double habit = random.unit();
        person.logonsPerDay = plan.logonsPerDay
            * (habit < 0.07       ? 0.0
                   : habit < 0.75 ? 0.4 + habit
                                  : 1.2 + habit);
        if (person.domain == QLatin1String("/Partners")) {
            person.notes = QStringLiteral("Contractor");
            person.account.endsAt = m_world.end + 24h * random.between(20, 400);
        }
        insert(person);
        const int index = static_cast<int>(m_world.people.size());
        m_world.people.push_back(std::move(person));
        m_world.plan(at, [&world = m_world, index] {
            const auto& makers = world.superAdministrators;
            contract::Event& event =
                world.tellDeed(makers[static_cast<size_t>(index % 2)], "CREATE_PRINCIPAL");
            World::about(event, world.people[static_cast<size_t>(index)]);
            if (index == makers.front()) {
                event.actor = QStringLiteral("system");
                event.actorId.clear();
                event.clientAddress.clear();
            }
        });
    }

    void insert(Person& person)
    {
        contract::UserCreate create;
        create.name = person.account.name;
        create.domain = person.domain;
        create.displayName = person.displayName;
        create.email = person.email;
        create.phone = person.phone;
        create.notes = person.notes;
        create.endsAt = person.account.endsAt;
        const auto id = authentication::users::create(m_connection, create, person.createdAt);
        if (!id) {
            throw std::logic_error("a person of the demonstration is refused");
        }
        person.account.id = *id;
        person.account.domainId = m_world.policies->domainAt(person.domain)->id;
    }

    Connection& m_connection;
    World& m_world;
    QSet<QString> m_names;
};

class Appointer
{
public:
    Appointer(Connection& connection, World& world)
        : m_connection(connection)
        , m_world(world)
    { }

    void appoint(std::vector<int>& list, const char* from, int nth, Role role, const char* scope,
                 const char* notes)
    {
        const int index = find(from, nth);
        Person& person = m_world.people[static_cast<size_t>(index)];
        person.notes = QString::fromUtf8(notes);
        person.logonsPerDay = std::max(person.logonsPerDay, 0.6);
        person.clumsy = false;
        const auto* domain = m_world.policies->domainAt(QString::fromLatin1(scope));
        authentication::administrators::setRoles(m_connection, person.account.id, {{role, domain->id}});
        list.push_back(index);
        const QString words = contract::enumName(role) + QLatin1Char(' ') + QLatin1String(scope);
        m_world.plan(person.createdAt + 5min, [&world = m_world, index, words] {
            contract::Event& event =
                world.tellDeed(world.superAdministrators.front(), "LINK_PRINCIPAL_ADMIN_ROLE");
            World::about(event, world.people[static_cast<size_t>(index)]);
            event.detail.insert(QStringLiteral("roles"), words);
        });
    }

private:
    [[nodiscard]] int find(const char* domain, int nth) const
    {
        for (size_t i = 0; i < m_world.people.size(); ++i) {
            if (m_world.people[i].domain == QLatin1String(domain) && nth-- == 0) {
                return static_cast<int>(i);
            }
        }
        throw std::logic_error("a domain of the demonstration is too small");
    }

    Connection& m_connection;
    World& m_world;
};

} // namespace

void inventPeople(Connection& connection, World& world)
{
    Inventor inventor(connection, world);
    int order = 0;
    for (const DomainPlan& plan : domainPlans()) {
        inventor.fill(plan, order++);
    }
    constexpr auto operations = "/Technology/Operations";
    constexpr auto desk = "/Technology/Service Desk";
    Appointer appointer(connection, world);
    auto& super = world.superAdministrators;
    appointer.appoint(super, operations, 0, Role::SuperAdministrator, "/", "Head of identity");
    appointer.appoint(super, operations, 1, Role::SuperAdministrator, "/", "Identity engineer");
    appointer.appoint(super, operations, 2, Role::SuperAdministrator, "/", "Identity engineer, on call");
    appointer.appoint(world.helpDesk, desk, 0, Role::HelpDesk, "/", "Service desk, first shift");
    appointer.appoint(world.helpDesk, desk, 1, Role::HelpDesk, "/", "Service desk, first shift");
    appointer.appoint(world.helpDesk, desk, 2, Role::HelpDesk, "/", "Service desk, second shift");
    appointer.appoint(world.helpDesk, desk, 3, Role::HelpDesk, "/", "Service desk, night");
    std::vector<int> regional; // they have a part of the tree only, and do nothing in the stories
    appointer.appoint(regional, "/Sales/Americas", 0, Role::HelpDesk, "/Sales", "Key user for sales");
    appointer.appoint(regional, "/Manufacturing/Plant Gdansk", 0, Role::HelpDesk, "/Manufacturing",
                      "Plant IT");
    appointer.appoint(world.auditors, "/Headquarters/Legal", 0, Role::Auditor, "/", "Compliance");
    appointer.appoint(world.auditors, "/Headquarters/Finance", 1, Role::Auditor, "/Headquarters",
                      "Internal audit");
}

} // namespace holdfast::demonstration
