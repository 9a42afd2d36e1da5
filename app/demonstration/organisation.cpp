// SPDX-License-Identifier: Apache-2.0
#include "app/demonstration/organisation.h"

#include "services/authentication/store/domains.h"
#include "services/authentication/store/policies.h"

namespace holdfast::demonstration {

using contract::LockoutPolicy;
using contract::OfflinePolicy;
using contract::TokenPolicy;
using storage::Connection;

const std::vector<DomainPlan>& domainPlans()
{
    constexpr auto vpn = "VPN gateway";
    constexpr auto desktop = "Remote desktop farm";
    constexpr auto bastion = "Linux bastion";
    constexpr auto portal = "Payroll portal";
    constexpr auto wireless = "Wireless RADIUS";
    static const std::vector<DomainPlan> plans {
        {"/Headquarters", 40, 1, Region::British, vpn, "10.20.1", 0.25},
        {"/Headquarters/Executive", 22, 1, Region::British, vpn, "10.20.2", 0.5},
        {"/Headquarters/Finance", 96, 1, Region::German, portal, "10.20.3", 0.35},
        {"/Headquarters/Finance/Treasury", 18, 1, Region::French, portal, "10.20.4", 0.6},
        {"/Headquarters/Legal", 34, 1, Region::Italian, vpn, "10.20.5", 0.2},
        {"/Headquarters/People", 48, 1, Region::Nordic, portal, "10.20.6", 0.2},
        {"/Technology", 30, 1, Region::German, vpn, "10.30.1", 0.3},
        {"/Technology/Engineering", 310, 1, Region::Slavic, bastion, "10.30.2", 0.3},
        {"/Technology/Operations", 64, 1, Region::Nordic, bastion, "10.30.3", 0.8},
        {"/Technology/Service Desk", 38, 1, Region::British, desktop, "10.30.4", 0.4},
        {"/Sales", 26, 0, Region::British, vpn, "10.40.1", 0.3},
        {"/Sales/EMEA", 148, 1, Region::French, vpn, "10.40.2", 0.28},
        {"/Sales/EMEA/Iberia", 42, 1, Region::Iberian, vpn, "10.40.3", 0.25},
        {"/Sales/EMEA/Middle East", 36, 3, Region::Arabic, vpn, "10.40.4", 0.25},
        {"/Sales/EMEA/Africa", 32, 2, Region::African, vpn, "10.40.7", 0.25},
        {"/Sales/Americas", 152, -5, Region::American, vpn, "10.40.5", 0.28},
        {"/Sales/Asia Pacific", 118, 8, Region::EastAsian, vpn, "10.40.6", 0.28},
        {"/Manufacturing", 24, 1, Region::German, desktop, "10.50.1", 0.2},
        {"/Manufacturing/Plant Gdansk", 190, 1, Region::Slavic, wireless, "10.50.2", 0.12},
        {"/Manufacturing/Plant Monterrey", 176, -6, Region::Iberian, wireless, "10.50.3", 0.12},
        {"/Research", 88, 1, Region::SouthAsian, bastion, "10.60.1", 0.3},
        {"/Research/Pune", 126, 5, Region::SouthAsian, bastion, "10.60.2", 0.3},
        {"/Partners", 142, 0, Region::Italian, desktop, "198.51.100", 0.15},
        {stockDomain, 0, 0, Region::British, vpn, "10.20.9", 0},
        {"/Laptops", 0, 0, Region::British, vpn, "10.20.10", 0},
    };
    return plans;
}

namespace {

class Founder
{
public:
    Founder(Connection& connection, World& world)
        : m_connection(connection)
        , m_world(world)
    { }

    template <class Policy>
    QString make(const char* key, const Policy& policy)
    {
        const auto made = authentication::policies::create(m_connection, policy, m_world.start);
        if (!made) {
            throw std::logic_error("a policy of the demonstration is refused");
        }
        m_made.push_back({key, made->name});
        return made->id;
    }

    void addDomain(const QString& path)
    {
        const qsizetype slash = path.lastIndexOf(QLatin1Char('/'));
        const auto snapshot = authentication::PolicySnapshot::of(m_connection);
        const auto* parent = snapshot->domainAt(slash == 0 ? QStringLiteral("/") : path.left(slash));
        if (!authentication::domains::create(m_connection, path.mid(slash + 1), parent->id)) {
            throw std::logic_error("a domain of the demonstration is refused");
        }
    }

    void choose(const char* path, contract::DomainUpdate update)
    {
        const auto snapshot = authentication::PolicySnapshot::of(m_connection);
        const auto* domain = snapshot->domainAt(QString::fromLatin1(path));
        if (!authentication::domains::update(m_connection, domain->id, update, {})) {
            throw std::logic_error("a choice of the demonstration is refused");
        }
    }

    [[nodiscard]] const std::vector<std::pair<const char*, QString>>& made() const { return m_made; }

private:
    Connection& m_connection;
    World& m_world;
    std::vector<std::pair<const char*, QString>> m_made;
};

std::optional<contract::PolicyChoice> own(const QString& id)
{
    return contract::PolicyChoice {contract::PolicySource::Own, id};
}

LockoutPolicy lockout(const char* name, int failures, const char* notes)
{
    LockoutPolicy policy;
    policy.name = QString::fromUtf8(name);
    policy.maxFailures = failures;
    policy.notes = QString::fromUtf8(notes);
    return policy;
}

void choosePolicies(Founder& founder)
{
    LockoutPolicy plant =
        lockout("Plant floor", 8, "Gloves and shared readers: more patience, and it ends by itself.");
    plant.windowSeconds = 3600;
    plant.unlockBy = contract::UnlockBy::Time;
    plant.unlockAfterSeconds = 1800;
    LockoutPolicy executive = lockout("Executive", 6, "Travelling; the duty desk is not always awake.");
    executive.unlockBy = contract::UnlockBy::Time;
    executive.unlockAfterSeconds = 900;
    const QString plantId = founder.make("CREATE_LOCKOUT_POLICY", plant);
    const QString executiveId = founder.make("CREATE_LOCKOUT_POLICY", executive);
    const QString financeId =
        founder.make("CREATE_LOCKOUT_POLICY", lockout("Finance", 3, "Three tries, as the auditors asked."));

    TokenPolicy longPins;
    longPins.name = QStringLiteral("Long PINs");
    longPins.pinMinLength = 6;
    longPins.emergencyCodeMinutes = 480;
    longPins.emergencyCodeMaxMinutes = 1440;
    longPins.notes = QStringLiteral("Where money moves.");
    TokenPolicy partners;
    partners.name = QStringLiteral("Partners");
    partners.emergencyCodeMinutes = 240;
    partners.emergencyCodeMaxMinutes = 1440;
    partners.nextTokencodeAfter = 2;
    const QString longPinsId = founder.make("AUTHMGR_TOKEN_POLICY_CREATE", longPins);
    const QString partnersId = founder.make("AUTHMGR_TOKEN_POLICY_CREATE", partners);

    OfflinePolicy travelling;
    travelling.name = QStringLiteral("Travelling laptops");
    travelling.enabled = true;
    travelling.offlineDays = 21;
    const QString travellingId = founder.make("AUTHMGR_OFFLINE_AUTHN_POLICY_CREATE", travelling);

    OfflinePolicy plantLaptops;
    plantLaptops.name = QStringLiteral("Plant laptops");
    plantLaptops.enabled = true;
    plantLaptops.minimumPasscodeLength = 16;
    plantLaptops.notes = QStringLiteral("Sixteen characters, as the insurer asked: hardly anybody has them.");
    const QString plantLaptopsId = founder.make("AUTHMGR_OFFLINE_AUTHN_POLICY_CREATE", plantLaptops);
    OfflinePolicy researchLaptops;
    researchLaptops.name = QStringLiteral("Research laptops");
    researchLaptops.enabled = true;
    researchLaptops.emergencyTokencodes = false;
    researchLaptops.emergencyPasscodes = false;
    researchLaptops.notes = QStringLiteral("No emergency codes leave the house.");
    const QString researchLaptopsId = founder.make("AUTHMGR_OFFLINE_AUTHN_POLICY_CREATE", researchLaptops);

    founder.choose("/Manufacturing", {.lockout = own(plantId), .offline = own(plantLaptopsId)});
    founder.choose("/Headquarters/Executive", {.lockout = own(executiveId), .offline = own(travellingId)});
    founder.choose("/Headquarters/Finance", {.lockout = own(financeId), .token = own(longPinsId)});
    founder.choose("/Partners",
                   {.lockout = own(financeId),
                    .token = own(partnersId),
                    .offline = contract::PolicyChoice {contract::PolicySource::Default, {}}});
    founder.choose("/Research", {.token = own(longPinsId), .offline = own(researchLaptopsId)});
    founder.choose("/Research/Pune", {.token = contract::PolicyChoice {contract::PolicySource::Default, {}}});
    founder.choose("/Sales", {.offline = own(travellingId)});
    founder.choose("/Laptops", {.offline = own(travellingId)});
}

} // namespace

void foundOrganisation(Connection& connection, World& world)
{
    Founder founder(connection, world);
    QStringList paths;
    for (const char* group : {"/Headquarters", "/Technology", "/Sales", "/Manufacturing", "/Research"}) {
        paths << QString::fromLatin1(group);
    }
    for (const DomainPlan& plan : domainPlans()) {
        const QString path = QString::fromLatin1(plan.path);
        if (!paths.contains(path)) {
            paths << path;
        }
    }
    for (const QString& path : paths) {
        founder.addDomain(path);
    }
    choosePolicies(founder);
    world.policies = authentication::PolicySnapshot::of(connection);

    // Told later, when the world has administrators and moves.
    const auto made = founder.made();
    world.plan(world.start + std::chrono::minutes(20), [&world, paths, made] {
        for (const QString& path : paths) {
            world.now += std::chrono::seconds(world.random.between(8, 25));
            world.tellDeed(world.superAdministrators.front(), "CREATE_SECURITY_DOMAIN").domain = path;
        }
        for (const auto& [key, name] : made) {
            world.now += std::chrono::seconds(world.random.between(30, 90));
            contract::Event& event = world.tellDeed(world.superAdministrators.front(), key);
            event.detail.insert(QStringLiteral("policy"), name);
            event.domain = QStringLiteral("/");
        }
    });
}

} // namespace holdfast::demonstration
