// SPDX-License-Identifier: Apache-2.0
#include "benchmarks/modes.h"
#include "services/authentication/domain/offline_policy.h"
#include "services/authentication/store/offline_readiness.h"
#include "services/authentication/store/offline_steps.h"
#include "services/authentication/store/offline_voiding.h"
#include "services/authentication/store/policies.h"
#include "services/authentication/store/schema.h"
#include "services/authentication/store/workstations.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <cstdio>

namespace holdfast::bench {

namespace {

using namespace authentication;
using contract::OfflinePolicy;
using contract::Timestamp;
using storage::Connection;

constexpr int heldSets = 10'000;
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

// One person and one workstation for each set, as far apart as they can be.
void fillOfflineSets(Connection& connection, const OfflinePolicy& policy)
{
    for (int i = 1; i <= heldSets; ++i) {
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
        row.mark = offlineMark(policy, false);
        row.digits = row.passcodeLength = 8;
        row.intervalSeconds = 30;
        row.firstStep = 60'000'000;
        row.lastStep = row.firstStep + daysHeld * 2880;
        row.days = daysHeld;
        row.issuedAt = offlineNow;
        row.expiresAt = offlineNow + std::chrono::days(daysHeld);
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
    database.writeAndWait([&](Connection& connection) { fillOfflineSets(connection, policy); });

    policy.maxFailures = 3;
    save();
    offlineSets::Voided voided;
    const double edit = millisecondsOf([&] {
        voided = database.writeAndWait(
            [&](Connection& connection) { return offlineSets::followPolicies(connection, offlineNow); });
    });
    std::printf("%lld sets void after an edit         %8.1f ms\n", static_cast<long long>(voided.sets), edit);
    const double board = millisecondsOf([&] {
        database.read([&](Connection& connection) {
            return offlineSets::readiness(connection, std::nullopt, offlineNow);
        });
    });
    std::printf("readiness over %d sets            %8.1f ms\n", heldSets, board);
    const double page = millisecondsOf([&] {
        database.read(
            [&](Connection& connection) { return offlineSets::list(connection, {}, {}, offlineNow).size(); });
    });
    std::printf("first page of the board               %8.1f ms\n", page);
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
    return EXIT_SUCCESS;
}

} // namespace holdfast::bench
