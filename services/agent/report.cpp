// SPDX-License-Identifier: Apache-2.0
#include "services/agent/report.h"

#include "services/agent/contact.h"
#include "services/agent/offline_logon.h"
#include "services/agent/set_files.h"
#include "services/agent/words.h"

namespace holdfast::agent {

using contract::Timestamp;

namespace {

constexpr auto clockTolerance = std::chrono::minutes(2); // further off, codes begin not to match
constexpr auto setBackBeyond = std::chrono::minutes(10); // as the verifier refuses

StatusSet statusOfSet(const Installation& installation, const LedgerSet& entry)
{
    const Timestamp now = installation.clock().now();
    StatusSet status {
        entry.setId, entry.userName,           entry.tokenSerial, entry.expiresAt, 0.0, entry.failures,
        {},          entry.verifyMilliseconds, entry.advice};
    const auto set = readSetFile(installation.directory(), installation.identity(), entry.setId);
    if (!set) {
        status.state = set.error().code == QLatin1String("file_missing") ? QStringLiteral("missing")
            : isDamage(set.error())                                      ? QStringLiteral("damaged")
                                                                         : QStringLiteral("unreadable");
        return status;
    }
    status.daysLeft = offline::daysLeft(set->header(), stateIn(entry), now);
    status.state = status.daysLeft > 0 ? QStringLiteral("good") : QStringLiteral("expired");
    return status;
}

class Checks
{
public:
    void add(bool good, const char* name, const QString& sentence)
    {
        m_lines.push_back({good, QString::fromLatin1(name), sentence});
    }
    [[nodiscard]] std::vector<CheckLine> take() { return std::move(m_lines); }

private:
    std::vector<CheckLine> m_lines;
};

QString protectionSentence(contract::KeyProtection protection)
{
    return protection == contract::KeyProtection::Tpm
        ? QStringLiteral("The keys are sealed by this computer's TPM.")
        : QStringLiteral(
            "The keys lie in a file of root's: whoever has the disk has them. A TPM 2.0 was not in reach.");
}

void checkSet(Checks& checks, const Installation& installation, const LedgerSet& entry)
{
    const Timestamp now = installation.clock().now();
    const StatusSet status = statusOfSet(installation, entry);
    const QString whose = QStringLiteral("%1, token %2: ").arg(entry.userName, entry.tokenSerial);
    if (status.state == QLatin1String("unreadable")) {
        checks.add(false, "set", whose + QStringLiteral("the data cannot be read now."));
        return;
    }
    if (status.state == QLatin1String("missing") || status.state == QLatin1String("damaged")) {
        checks.add(false, "set",
                   whose
                       + QStringLiteral("the data is %1. A sign-in with a network brings new data.")
                             .arg(status.state));
        return;
    }
    const auto set = readSetFile(installation.directory(), installation.identity(), entry.setId);
    const auto codes = set ? offline::codesLeft(set->header(), stateIn(entry)) : std::nullopt;
    checks.add(status.daysLeft > 0, "days",
               whose
                   + (status.daysLeft > 0
                          ? QStringLiteral("%1 days are left.").arg(status.daysLeft, 0, 'f', 1)
                          : codes == 0 ? QStringLiteral("all codes of the grant were used.")
                                       : QStringLiteral("no day is left: the data has ended.")));
    checks.add(now + setBackBeyond >= entry.highWater, "clock_mark",
               whose
                   + (now + setBackBeyond >= entry.highWater
                          ? QStringLiteral("the clock is not behind what is known to be past.")
                          : QStringLiteral("the clock was set back; only an emergency passcode is taken.")));
    const int most = set ? set->header().maxFailures : 0;
    checks.add(entry.failures < most, "failures",
               whose
                   + QStringLiteral("%1 of %2 wrong passcodes%3.")
                         .arg(entry.failures)
                         .arg(most)
                         .arg(entry.failures < most
                                  ? QString()
                                  : QStringLiteral("; only an emergency passcode is taken")));
    if (set && !set->header().emergency.empty()) {
        checks.add(true, "emergency",
                   whose + QStringLiteral("emergency codes are inside; the help desk can read them out."));
    }
}

} // namespace

AgentStatus statusOf(const StateDirectory& directory, const contract::Clock& clock)
{
    AgentStatus status;
    const auto fill = [&](const Identity& identity) {
        status.workstationId = identity.workstationId;
        status.name = identity.name;
        status.domain = identity.domain;
        status.service = identity.service;
    };
    const auto installation = Installation::open(directory, clock);
    if (!installation) {
        status.problem = installation.error().code;
        status.sentence = installation.error().detail;
        if (const auto glance = glanceAtIdentity(directory)) {
            fill(*glance);
        }
        return status;
    }
    fill((*installation)->identity());
    status.keyProtection = (*installation)->protection();
    const auto ledger = (*installation)->lock();
    if (!ledger) {
        status.problem = ledger.error().code;
        status.sentence = ledger.error().detail;
        return status;
    }
    status.enrolled = true;
    for (const LedgerSet& entry : ledger->content.sets) {
        status.sets.push_back(statusOfSet(**installation, entry));
    }
    status.eventsWaiting = static_cast<int>(waitingEvents(ledger->content));
    status.challengesAllowed = ledger->content.challengesAllowed;
    status.lastContactAt = ledger->content.lastContactAt;
    status.lastContactProblem = ledger->content.lastContactProblem;
    status.clockOffsetMilliseconds = ledger->content.clockOffsetMilliseconds;
    return status;
}

std::vector<CheckLine> checkNow(const StateDirectory& directory, const contract::Clock& clock,
                                const QString& userName, const Patience& patience, const Resolver& resolver)
{
    Checks checks;
    const auto installation = Installation::open(directory, clock);
    if (!installation) {
        checks.add(false, "enrolled", installation.error().detail);
        return checks.take();
    }
    const Identity& identity = (*installation)->identity();
    checks.add(true, "enrolled",
               QStringLiteral("This computer is %1 in %2 at %3.")
                   .arg(identity.name, identity.domain, identity.service));
    checks.add(true, "keys", protectionSentence((*installation)->protection()));
    // As it is now: the network is not waited for under the lock.
    const auto ledger =
        (*installation)->lock().map([](OpenLedger opened) { return std::move(opened.content); });
    if (!ledger) {
        checks.add(false, "state", ledger.error().detail);
        return checks.take();
    }
    const auto offset = std::chrono::milliseconds(ledger->clockOffsetMilliseconds);
    checks.add(
        offset < clockTolerance && offset > -clockTolerance, "clock",
        QStringLiteral("At the last contact the service's clock was %1 seconds ahead of this computer's.")
            .arg(std::chrono::duration_cast<std::chrono::seconds>(offset).count()));
    const auto link = linkOf(**installation, *ledger);
    const Reachability found = reachService(*link, QUrl(identity.service), patience.find, resolver);
    checks.add(found.reach == Reach::Online, "service",
               Words::reach(found)
                   + (found.cause.isEmpty() ? QString() : QStringLiteral(" [%1]").arg(found.cause)));
    bool any = false;
    for (const LedgerSet& entry : ledger->sets) {
        if (userName.isEmpty() || entry.names.contains(canonicalName(userName))) {
            any = true;
            checkSet(checks, **installation, entry);
        }
    }
    if (!any) {
        checks.add(false, "data",
                   userName.isEmpty()
                       ? QStringLiteral("This computer holds no offline data for anybody.")
                       : Words::noData(userName, findProblem(*ledger, userName), ledger->helpText));
    }
    if (!any && ledger->challengesAllowed) {
        checks.add(true, "challenge", QStringLiteral("Challenge and response is allowed."));
    }
    const bool offlineGood = !userName.isEmpty() && holdsCurrentData(*ledger, userName, clock.now());
    if (!userName.isEmpty()) {
        const QString sentence = found.reach == Reach::Online ? QStringLiteral("The service would decide.")
            : offlineGood ? QStringLiteral("The data on this computer would decide.")
                          : QStringLiteral("Nobody could decide: the sign-in would fail.");
        checks.add(found.reach == Reach::Online || offlineGood, "now", sentence);
    }
    return checks.take();
}

} // namespace holdfast::agent
