// SPDX-License-Identifier: Apache-2.0
#include "benchmarks/modes.h"
#include "benchmarks/report.h"
#include "services/authentication/domain/offline_policy.h"
#include "services/authentication/store/offline_readiness.h"
#include "services/authentication/store/offline_steps.h"
#include "services/authentication/store/offline_voiding.h"
#include "services/authentication/store/policies.h"
#include "services/authentication/store/schema.h"
#include "services/authentication/store/workstations.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <vector>

namespace holdfast::bench {

namespace {

using namespace authentication;
using contract::OfflinePolicy;
using contract::Timestamp;
using storage::Connection;

constexpr int heldSets = 10'000; // are void after an edit
constexpr int setsOnTheBoard = 100'000;
constexpr int timesEach = 9;
constexpr int stepsNoted = 100'000;
constexpr int daysHeld = 14;

const Timestamp offlineNow {std::chrono::milliseconds {1'800'000'000'000}};

template <class F>
double millisecondsOf(F work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

template <class F>
double medianMillisecondsOf(F work)
{
    std::vector<double> taken;
    for (int i = 0; i < timesEach; ++i) {
        taken.push_back(millisecondsOf(work));
    }
    std::sort(taken.begin(), taken.end());
    return taken[taken.size() / 2];
}

// One person and one workstation for each set, as far apart as they can be.
void fillOfflineSets(Connection& connection, const OfflinePolicy& policy, int from, int to)
{
    for (int i = from; i <= to; ++i) {
        const QString name = QStringLiteral("p%1").arg(i);
        const qint64 at = contract::toMilliseconds(offlineNow);
        const qint64 user = connection.insert(
            QStringLiteral("INSERT INTO users (name, name_key, domain_id, created_at, updated_at)"
                           " VALUES (?, ?, 1, ?, ?)"),
            {name, name, at, at});
        const qint64 token = connection.insert(
            QStringLiteral("INSERT INTO tokens (serial, kind, digits, interval_seconds, domain_id, user_id,"
                           " enabled, seed, imported_at) VALUES (?, 'totp', 6, 30, 1, ?, 1, ?, ?)"),
            {name, user, QByteArray("sealed"), at});
        WorkstationRow workstation;
        workstation.name = name;
        workstation.domainId = 1;
        workstation.signingKey = workstation.agreementKey = QByteArray(32, 'k');
        workstation.enrolledAt = offlineNow;
        OfflineSetRow row;
        row.workstationId = workstations::insert(connection, workstation)->id;
        row.wireId = row.userName = row.userKey = name;
        row.userId = user;
        row.userDomainId = 1;
        row.tokenId = token;
        row.tokenSerial = name;
        row.mark = offlineMark(policy, row.pinStyle, false);
        row.digits = row.passcodeLength = 8;
        row.intervalSeconds = 30;
        row.firstStep = 60'000'000;
        row.lastStep = row.firstStep + daysHeld * 2880;
        row.days = daysHeld;
        row.issuedAt = offlineNow;
        row.expiresAt = offlineNow + std::chrono::days(daysHeld) - std::chrono::seconds(i);
        static_cast<void>(offlineSets::insert(connection, row));
    }
}

} // namespace

int benchOfflineSets()
{
    const QTemporaryDir folder;
    const auto opened = storage::Database::open({.path = folder.filePath(QStringLiteral("bench.sqlite"))});
    if (!opened || !migrate(**opened)) {
        return EXIT_FAILURE;
    }
    storage::Database& database = **opened;
    OfflinePolicy policy = database.read(
        [](Connection& connection) { return *PolicySnapshot::of(connection)->offline(1).policy; });
    const auto save = [&] {
        database.writeAndWait([&](Connection& connection) {
            if (!policies::update<OfflinePolicy>(connection, policy.id.toLongLong(), policy, std::nullopt,
                                                 offlineNow)) {
                throw std::runtime_error("The policy was not taken.");
            }
        });
    };
    policy.enabled = true;
    save();
    database.writeAndWait([&](Connection& connection) { fillOfflineSets(connection, policy, 1, heldSets); });

    policy.maxFailures = 3;
    save();
    offlineSets::Voided voided;
    const double edit = millisecondsOf([&] {
        voided = database.writeAndWait(
            [&](Connection& connection) { return offlineSets::followPolicies(connection, offlineNow); });
    });
    constexpr double editGoal = 5000;
    constexpr double pageGoal = 10;
    constexpr double warningsGoal = 50;
    bool met = voided.sets == heldSets;
    std::printf("%lld sets were void after an edit of their policy\n", static_cast<long long>(voided.sets));
    met = printAgainstGoal("10,000 sets void after an edit", edit, editGoal) && met;

    constexpr int atOnce = 10'000;
    for (int from = heldSets + 1; from <= setsOnTheBoard; from += atOnce) {
        database.writeAndWait(
            [&](Connection& connection) { fillOfflineSets(connection, policy, from, from + atOnce - 1); });
    }
    const auto read = [&](auto work) {
        return medianMillisecondsOf([&] { database.read(work); });
    };
    const auto page = [&](const OfflineWindow& window) {
        return read([&](Connection& connection) {
            const auto rows = offlineSets::list(connection, {}, window, offlineNow).size();
            met = met && rows == 100;
            return rows;
        });
    };
    met = printAgainstGoal("first page of the board among 100,000 sets", page({}), pageGoal) && met;
    met = printAgainstGoal("last page first", page({.descending = true}), pageGoal) && met;
    const auto middle = database.read([&](Connection& connection) {
        return offlineSets::keyOf(
            offlineSets::list(connection, {}, {.offset = setsOnTheBoard / 2, .limit = 1}, offlineNow).at(0),
            OfflineSort::DaysLeft);
    });
    met = printAgainstGoal("a page in the middle, from its key", page({.after = middle}), pageGoal) && met;
    met = printAgainstGoal("what notifications tell, among 100,000 sets", read([&](Connection& connection) {
                               return offlineSets::warnings(connection, offlineNow).endingBeforeMonday;
                           }),
                           warningsGoal)
        && met;
    std::printf("%-62s %9.1f ms\n", "the readiness, counted over all 100,000",
                read([&](Connection& connection) {
                    return offlineSets::readiness(connection, std::nullopt, offlineNow).people;
                }));
    std::printf("%-62s %9.1f ms\n", "a sweep that finds nothing", medianMillisecondsOf([&] {
                    database.writeAndWait([&](Connection& connection) {
                        return offlineSets::forgetOld(connection, offlineNow, 500);
                    });
                }));
    const auto note = [&](qint64 token, qint64 first) {
        return millisecondsOf([&] {
            database.writeAndWait([&](Connection& connection) {
                for (int i = 0; i < stepsNoted; ++i) {
                    offlineSteps::noteOnline(connection, token, first + i, offlineNow);
                }
            });
        });
    };
    constexpr double perMicrosecond = 1000.0 / stepsNoted;
    std::printf("a step of a token without offline data %7.2f us\n", note(heldSets + 1, 1) * perMicrosecond);
    std::printf("a step within a grant                  %7.2f us\n", note(5, 59'990'000) * perMicrosecond);
    return met ? EXIT_SUCCESS : EXIT_FAILURE;
}

} // namespace holdfast::bench
