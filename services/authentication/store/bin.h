// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/bin.h"
#include "services/contract/error.h"
#include "services/security/key_ring.h"
#include "services/storage/connection.h"

#include <QSet>
#include <QStringList>

namespace holdfast::authentication {

// Who deletes, and when: nothing is deleted without it.
struct Deletion
{
    QString by;
    contract::Timestamp at {};
};

struct BinRow
{
    qint64 id = 0;
    contract::BinKind kind {};
    qint64 subjectId = 0;
    QString name;
    QString detail;
    qint64 domainId = 0;
    QString domain; // path at that time
    contract::Timestamp deletedAt {};
    QString deletedBy;
};

// Which entries; ids fall from one to the next.
struct BinWindow
{
    QString condition; // on the columns of bin, in brackets
    QVariantList values;
    std::optional<qint64> after;
    std::optional<qint64> before;
    qint64 offset = 0;
    int limit = 100;
};

// What unassigning ends of a token besides its person and PIN, for whoever gives it back.
struct KeptState
{
    bool enabled = false;
    std::optional<contract::Timestamp> lostAt {};
    int wrongCodes = 0;
    bool nextCodeRequired = false;
};

// A token that a deleted person had, as it went back to the shelf; `kept` as they had it.
struct BinToken
{
    qint64 id = 0;
    QString serial;
    qint64 version = 0;
    KeptState kept {};
};

} // namespace holdfast::authentication

// What was deleted: rows that left their tables for thirty days, so that nothing that reads people or tokens
// can take them for there. users::remove() and tokens::remove() put them here; the caller writes the events.
namespace holdfast::authentication::bin {

inline constexpr std::chrono::hours kept {24 * 30};

// Both before the row is deleted. Return the entry's id.
qint64 putUser(storage::Connection& connection, qint64 userId, const std::vector<BinToken>& tokens,
               const Deletion& deletion);
qint64 putToken(storage::Connection& connection, qint64 tokenId, const Deletion& deletion);

[[nodiscard]] std::optional<BinRow> find(storage::Connection& connection, qint64 id);
[[nodiscard]] std::vector<BinRow> list(storage::Connection& connection, const BinWindow& window);
[[nodiscard]] qint64 count(storage::Connection& connection, const BinWindow& window);

struct RestoredUser
{
    qint64 id = 0;
    std::vector<BinToken> tokens; // that they had
};
// Under the id that the person had. Without roles, password, sessions, questions and emergency codes; aliases
// that somebody else has by now are left out. A lock stays. Error: user_name_taken.
[[nodiscard]] contract::Result<RestoredUser> restoreUser(storage::Connection& connection, qint64 id,
                                                         const std::optional<QString>& name, qint64 domainId,
                                                         contract::Timestamp now);
// Unassigned; codes that were used stay used, whichever entry of this token knows of them. Error:
// token_serial_taken.
[[nodiscard]] contract::Result<QString>
restoreToken(storage::Connection& connection, const security::KeyRing& keys, qint64 id, qint64 domainId);
// Serial numbers of the tokens in the bin.
[[nodiscard]] QSet<QString> serials(storage::Connection& connection);
// What was consumed of this very token (its number, kind and seed), as far as the bin knows or is known of
// tokens that were erased from it; -1: nothing.
[[nodiscard]] qint64 lastStep(storage::Connection& connection, const security::KeyRing& keys,
                              const QString& serial, const QString& kind, QByteArrayView seed);
// For good. What was consumed of a token stays known.
void erase(storage::Connection& connection, const security::KeyRing& keys, qint64 id);
[[nodiscard]] bool hasOld(storage::Connection& connection, contract::Timestamp before);
// Whatever was deleted before: up to `limit`; returns how many.
qint64 eraseOld(storage::Connection& connection, const security::KeyRing& keys, contract::Timestamp before,
                int limit);

} // namespace holdfast::authentication::bin
