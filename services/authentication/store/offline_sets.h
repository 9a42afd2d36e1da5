// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/agent.h"
#include "services/contract/offline.h"
#include "services/storage/connection.h"

#include <QHash>
#include <QStringList>

#include <vector>

namespace holdfast::authentication {

// A row of `offline_sets` with the names that a reader wants beside it, and with what has become of it:
// whether it is valid follows from person, token and workstation as they are now, so that no change of them
// can be forgotten. A changed policy or domain is written into it (offline_voiding.h).
struct OfflineSetRow
{
    qint64 id = 0;
    QString wireId; // what the workstation knows it by: it is signed before the row is there
    qint64 userId = 0;
    QString userName; // as now; as it was where the person is gone
    QString userKey; // as it was made for
    QString userDisplayName;
    qint64 userDomainId = 0;
    QString domain; // path
    qint64 tokenId = 0;
    QString tokenSerial;
    qint64 workstationId = 0;
    QString workstationName;
    QString workstationKey;
    qint64 workstationDomainId = 0;
    qint64 policyId = 0;
    QString policyName;
    qint64 policyVersion = 0;
    QString mark; // offlineMark()
    contract::PinStyle pinStyle {};
    int passcodeLength = 0;
    int digits = 0;
    int intervalSeconds = 0; // 0: the token counts uses
    qint64 pinSetAt = 0;
    qint64 assignedAt = 0;
    qint64 firstStep = 0;
    qint64 lastStep = 0;
    int days = 0;
    contract::Timestamp issuedAt {};
    contract::Timestamp expiresAt {};
    contract::OfflineRefill refill {};
    bool refillWanted = false;
    int extraDays = 0; // beyond the policy's, once
    std::optional<contract::Timestamp> heldAt {}; // since when the workstation is known to hold it
    std::optional<contract::Timestamp> reportedAt {};
    std::optional<double> daysReported {};
    std::optional<qint64> reportedStep {};
    std::optional<int> failures {};
    std::optional<int> verifyMilliseconds {};
    std::optional<contract::Timestamp> lastContactAt {}; // of the workstation
    std::optional<qint64> replacedBy {};

    QString reason; // empty: valid
    qint64 ends = 0; // milliseconds; by which the board is sorted: ahead if and only if it is valid
    // Sent, but the workstation went on with an earlier one.
    [[nodiscard]] bool neverArrived() const { return replacedBy && *replacedBy < id; }
    [[nodiscard]] bool counts() const { return intervalSeconds == 0; }
    [[nodiscard]] contract::OfflineSetState state() const;
    [[nodiscard]] double daysLeft(contract::Timestamp now) const; // 0 where it is not valid
};

enum class OfflineSort
{
    DaysLeft, // those that are not valid first
    UserName,
    Workstation,
    LastContact // never first
};
struct OfflineKey
{
    QVariant value;
    qint64 id = 0;
};

class PolicySnapshot;

// What readiness() counts, as a condition: data of the people who are counted.
enum class OfflineWarning
{
    EndingBeforeMonday,
    EndingSoon,
    NeedLogon,
    RunOut,
    VoidSets
};

// Conditions that must all hold.
class OfflineFilter
{
public:
    // In names and, where they may be seen, serial numbers.
    void text(const QString& text, bool negated = false, bool serials = true);
    void state(contract::OfflineSetState state, bool negated = false);
    void user(qint64 id, bool negated = false);
    void workstation(qint64 id, bool negated = false);
    void userDomains(const std::vector<qint64>& ids, bool negated = false);
    void daysBelow(double days, contract::Timestamp now, bool negated = false); // 0 days count among them
    void refill(contract::OfflineRefill refill, bool negated = false);
    void ofLeavers(bool negated = false);
    void warning(OfflineWarning warning, const PolicySnapshot& policies, contract::Timestamp now,
                 bool negated = false);

    [[nodiscard]] const QStringList& conditions() const { return m_conditions; }
    [[nodiscard]] const QVariantList& values() const { return m_values; }

private:
    void add(const QString& condition, const QVariantList& values, bool negated);
    QStringList m_conditions;
    QVariantList m_values;
};

struct OfflineWindow
{
    OfflineSort sort {};
    bool descending = false;
    std::optional<OfflineKey> after {};
    std::optional<OfflineKey> before {};
    qint64 offset = 0;
    qint64 limit = 100;
};

} // namespace holdfast::authentication

// Offline data that was given to workstations. The caller writes the events.
namespace holdfast::authentication::offlineSets {

struct GrantedTokens
{
    QStringList serials;
    std::optional<contract::Timestamp> until {}; // when the last step of them is over
};
// The tokens of which steps that are not over were granted to the workstation, whatever became of the sets
// and whether they arrived or not. Of a token that counts uses they are over once they are used up.
[[nodiscard]] GrantedTokens tokensGrantedTo(storage::Connection& connection, qint64 workstationId,
                                            contract::Timestamp now);
// A stolen workstation that may hold codes of the token that are good, whoever has the token now.
struct StolenGrant
{
    QString workstation;
    std::optional<contract::Timestamp> until {}; // nothing: until they are used up
};
[[nodiscard]] std::optional<StolenGrant> stolenGrantOf(storage::Connection& connection, qint64 tokenId,
                                                       contract::Timestamp now);
// People who hold valid data there, for each of the workstations.
[[nodiscard]] QHash<qint64, int> peopleOn(storage::Connection& connection,
                                          const std::vector<qint64>& workstationIds, contract::Timestamp now);

[[nodiscard]] std::optional<OfflineSetRow> find(storage::Connection& connection, qint64 id,
                                                contract::Timestamp now);
// The one that is in the place of `row` now: the same person, token and workstation.
[[nodiscard]] std::optional<OfflineSetRow> currentOf(storage::Connection& connection,
                                                     const OfflineSetRow& row, contract::Timestamp now);
// Whatever became of them, those that were replaced too.
[[nodiscard]] std::vector<OfflineSetRow> ofWorkstation(storage::Connection& connection, qint64 workstationId,
                                                       contract::Timestamp now);
// What follows is without those that were replaced.
[[nodiscard]] std::vector<OfflineSetRow> ofUser(storage::Connection& connection, qint64 userId,
                                                contract::Timestamp now);
[[nodiscard]] std::vector<OfflineSetRow> ofUserAt(storage::Connection& connection, qint64 userId,
                                                  qint64 workstationId, contract::Timestamp now);
[[nodiscard]] std::vector<OfflineSetRow> list(storage::Connection& connection, const OfflineFilter& filter,
                                              const OfflineWindow& window, contract::Timestamp now);
[[nodiscard]] qint64 count(storage::Connection& connection, const OfflineFilter& filter,
                           contract::Timestamp now);
[[nodiscard]] OfflineKey keyOf(const OfflineSetRow& row, OfflineSort sort);

// Returns the id; takes the place of those before it for the same person, token and workstation. What was
// asked of them and is more than what `row` says that it answers (extraDays, refillWanted) came meanwhile and
// is asked of it.
qint64 insert(storage::Connection& connection, const OfflineSetRow& row);
// As the workstation told at `now` what it holds. One that was thought not to be there is; policies must be
// followed again then (true). One that had been given up is renewed: its emergency codes are not known any
// more.
bool report(storage::Connection& connection, const OfflineSetRow& row, const contract::HeldSet& held,
            contract::Timestamp now);
// The workstation holds `row`: what it took the place of is gone. Those made after it never arrived; they are
// kept until they are over, for whoever stole the workstation may hold them. What was asked of them is asked
// of `row`.
void settle(storage::Connection& connection, const OfflineSetRow& row);
// Empty: not void.
void setVoid(storage::Connection& connection, qint64 id, const QString& reason);
void wantRefill(storage::Connection& connection, qint64 id, int extraDays = 0);
// With all others for the same person, token and workstation: which of them is there is not certain.
void revoke(storage::Connection& connection, const OfflineSetRow& row, const QString& by,
            contract::Timestamp now);
// Sets whose last step is over for a day, with their codes and steps; at most so many of each. Codes of a
// token that counts uses are not over before they are used up. True: some are left.
bool forgetOld(storage::Connection& connection, contract::Timestamp now, int atOnce);

} // namespace holdfast::authentication::offlineSets
