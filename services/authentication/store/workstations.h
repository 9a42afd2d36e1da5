// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/store/policies_snapshot.h"
#include "services/contract/workstation.h"

// Computers whose agents are known. The caller writes the events.
namespace holdfast::authentication {

namespace offlineSets {
struct Voided;
}

struct WorkstationRow
{
    qint64 id = 0;
    QString name;
    qint64 domainId = 0;
    QString domain; // path
    QByteArray signingKey; // Ed25519, public: 32 bytes
    QByteArray agreementKey; // X25519, public: 32 bytes
    contract::KeyProtection keyProtection {};
    QString system;
    QString agentVersion;
    QString notes;
    contract::Timestamp enrolledAt {};
    QString enrolledBy;
    std::optional<contract::Timestamp> lastContactAt {};
    QString lastAddress;
    std::optional<int> clockOffsetSeconds {};
    std::optional<contract::Timestamp> revokedAt {};
    QString revokedBy;
    bool stolen = false;
    qint64 eventsKnown = 0; // sequence of the last offline event that is on record
    qint64 version = 1;
};

// silent: out of touch for longer than the offline days of its domain.
[[nodiscard]] contract::WorkstationState stateOf(const WorkstationRow& row, const PolicySnapshot& policies,
                                                 contract::Timestamp now);
[[nodiscard]] contract::Workstation toWorkstation(const WorkstationRow& row, const PolicySnapshot& policies,
                                                  int people, contract::Timestamp now);

enum class WorkstationSort
{
    Name,
    LastContact // never first
};

struct WorkstationKey
{
    QVariant value;
    qint64 id = 0;
};

// Conditions that must all hold.
class WorkstationFilter
{
public:
    void text(const QString& text, bool negated = false); // the name holds it
    void name(const QString& pattern, bool negated = false); // whole, or with a trailing * its beginning
    void state(contract::WorkstationState state, const PolicySnapshot& policies, contract::Timestamp now,
               bool negated = false);
    void domains(const std::vector<qint64>& ids, bool negated = false);

    [[nodiscard]] const QStringList& conditions() const { return m_conditions; } // on w
    [[nodiscard]] const QVariantList& values() const { return m_values; }

private:
    void add(const QString& condition, const QVariantList& values, bool negated);
    QStringList m_conditions;
    QVariantList m_values;
};

struct WorkstationWindow
{
    WorkstationSort sort {};
    bool descending = false;
    std::optional<WorkstationKey> after {};
    std::optional<WorkstationKey> before {};
    qint64 offset = 0;
    qint64 limit = 100;
    std::optional<qint64> total {};
};

namespace workstations {

[[nodiscard]] std::optional<WorkstationRow> find(storage::Connection& connection, qint64 id);
// The one that has the name now, among those that are not revoked.
[[nodiscard]] std::optional<WorkstationRow> findLiving(storage::Connection& connection, const QString& name);

// Keeps a new one; `row.id`, `row.domain` and `row.version` are not looked at. Error:
// workstation_name_taken (Conflict).
[[nodiscard]] contract::Result<WorkstationRow> insert(storage::Connection& connection,
                                                      const WorkstationRow& row);
// Name, domain and notes. Offline sets follow the domain's policy; what that made void is returned. Error:
// workstation_name_taken.
[[nodiscard]] contract::Result<offlineSets::Voided>
update(storage::Connection& connection, const WorkstationRow& row, contract::Timestamp now);
void revoke(storage::Connection& connection, qint64 id, const QString& by, bool stolen,
            contract::Timestamp now);

// The workstation's clock less the service's, in seconds; what is further off than ten years counts as that.
[[nodiscard]] int clockOffset(contract::Timestamp workstation, contract::Timestamp service);

// What is no change of anybody's: the version stays.
// `signedOffsetSeconds`: by the time of the signature, which an agent takes from the service where its own
// clock is wrong. It tells of a difference, and never that there is none.
void noteContact(storage::Connection& connection, qint64 id, contract::Timestamp at, const QString& address,
                 int signedOffsetSeconds);
// As the agent told of the workstation's own clock.
void noteClock(storage::Connection& connection, qint64 id, int offsetSeconds);
void describe(storage::Connection& connection, qint64 id, const QString& system, const QString& agentVersion);
void setEventsKnown(storage::Connection& connection, qint64 id, qint64 sequence);

[[nodiscard]] WorkstationKey keyOf(const WorkstationRow& row, WorkstationSort sort);
[[nodiscard]] std::vector<WorkstationRow>
list(storage::Connection& connection, const WorkstationFilter& filter, const WorkstationWindow& window);
[[nodiscard]] qint64 count(storage::Connection& connection, const WorkstationFilter& filter);

// Answers to challenges that were given for it since then.
[[nodiscard]] int challengesAnswered(storage::Connection& connection, qint64 id, contract::Timestamp since);
struct ChallengedPerson
{
    qint64 userId = 0;
    QString userName;
};
void noteChallenge(storage::Connection& connection, qint64 id, const ChallengedPerson& person,
                   contract::Timestamp now);
// The logon that an answer was good for, which is told of once. Nothing: no challenge of the person was
// answered for the workstation within two hours of it.
[[nodiscard]] std::optional<ChallengedPerson> takeChallenge(storage::Connection& connection, qint64 id,
                                                            const QString& userName, contract::Timestamp at);

} // namespace workstations

} // namespace holdfast::authentication
