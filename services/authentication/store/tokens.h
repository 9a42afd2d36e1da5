// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/authentication/store/bin.h"
#include "services/authentication/store/list_filter.h"
#include "services/contract/token.h"
#include "services/storage/connection.h"

#include <vector>

namespace holdfast::authentication {

// A row of `tokens` with the names that a reader wants beside it. The seed and the PIN stay in the database:
// what authenticates has a repository of its own (attempt.h).
struct TokenRow
{
    qint64 id = 0;
    QString serial;
    contract::TokenKind kind {};
    contract::HashAlgorithm algorithm {};
    int digits = 0;
    int intervalSeconds = 0;
    contract::PinStyle pinStyle {};
    contract::PinState pinState {};
    qint64 domainId = 0;
    std::optional<qint64> userId;
    bool enabled = false;
    QString manufacturer;
    QString notes;
    std::optional<contract::Timestamp> startsAt;
    std::optional<contract::Timestamp> expiresAt;
    contract::Timestamp importedAt {};
    std::optional<contract::Timestamp> assignedAt;
    std::optional<contract::Timestamp> lastUsedAt;
    std::optional<contract::Timestamp> lostAt;
    qint64 lastStep = -1;
    int driftSteps = 0;
    int wrongCodes = 0;
    bool nextCodeRequired = false;
    std::optional<qint64> replacedById;
    std::optional<qint64> replacesId;
    bool keepPin = false;
    qint64 version = 0;

    QString domain; // path
    QString userName;
    QString userDisplayName;
    QString replacedBy; // serials
    QString replaces;
};

// What of the token's facts weighs most at `now`. A replaced token is one that its successor has relieved: it
// has a successor and no person any more. Expired weighs more than unassigned: nobody can be given it.
[[nodiscard]] contract::TokenState stateOf(const TokenRow& row, contract::Timestamp now);
[[nodiscard]] contract::Token toToken(const TokenRow& row, contract::Timestamp now);

enum class TokenSort
{
    Serial,
    ExpiresAt, // without expiry last
    LastUsedAt, // never used first
    UserName, // unassigned first
};

// Where a window begins: the sort key of a row, and its serial to tell equals apart.
struct TokenKey
{
    QVariant value; // the serial's own, or milliseconds, or the person's name_key
    QString serial;
};

// Conditions on tokens, all of which must hold. A negated one holds where it does not.
class TokenFilter : public ListFilter
{
public:
    TokenFilter()
        : ListFilter(fragments::Of::Tokens)
    { }
    void state(contract::TokenState state, contract::Timestamp now, bool negated = false);
    void kind(contract::TokenKind kind, bool negated = false);
    void assigned(bool assigned);
    // Assigned, valid at `now` and no more at `until`.
    void expiresUntil(contract::Timestamp now, contract::Timestamp until, bool negated = false);
    // Assigned, and ending in this time; without bounds: ending at all.
    void expires(std::optional<contract::Timestamp> from, std::optional<contract::Timestamp> to);
    void neverUsed();
    // Read in during this time.
    void imported(std::optional<contract::Timestamp> from, std::optional<contract::Timestamp> to);
    // Every word stands somewhere in the serial, the notes or what the holder is found by (fragments.h).
    // With a trailing *, or too short for that, it begins the serial or the holder's logon name.
    void text(storage::Connection& connection, const QStringList& words, bool negated = false);
    // Of these domains only.
    void domains(const std::vector<qint64>& ids, bool negated = false);
};

struct TokenWindow
{
    TokenSort sort = TokenSort::Serial;
    bool descending = false;
    std::optional<TokenKey> after;
    std::optional<TokenKey> before; // the last `limit` rows in front of it, in the list's order
    qint64 offset = 0;
    std::optional<qint64> total {}; // with an offset: how many match, if known
    int limit = 50;
};

} // namespace holdfast::authentication

// Rows of `tokens`. The caller writes the events.
namespace holdfast::authentication::tokens {

[[nodiscard]] std::optional<TokenRow> find(storage::Connection& connection, const QString& serial);
// Latest assigned first, at most 100.
[[nodiscard]] std::vector<TokenRow> ofUser(storage::Connection& connection, qint64 userId);
[[nodiscard]] std::vector<TokenRow> list(storage::Connection& connection, const TokenFilter& filter,
                                         const TokenWindow& window);
[[nodiscard]] qint64 count(storage::Connection& connection, const TokenFilter& filter);
// By id, behind `afterId`: for lists that are walked whole.
struct Named
{
    qint64 id = 0;
    QString serial;
    QString userName; // whose; may be empty
};
[[nodiscard]] std::vector<Named> named(storage::Connection& connection, const TokenFilter& filter,
                                       qint64 afterId, int limit);
[[nodiscard]] TokenKey keyOf(const TokenRow& row, TokenSort sort);

// Each change raises the version. `update` writes what an administrator may edit.
void update(storage::Connection& connection, qint64 id, qint64 domainId, const QString& notes,
            std::optional<contract::Timestamp> expiresAt);
// Into the bin; returns its entry there. Nobody has the token.
qint64 remove(storage::Connection& connection, qint64 id, const Deletion& deletion);
// For good: one whose first code never came.
void forget(storage::Connection& connection, qint64 id);
// Enabled, found again, without PIN, with counters at rest; what was consumed stays consumed.
void assign(storage::Connection& connection, qint64 id, qint64 userId, contract::PinStyle style,
            contract::PinState pin, contract::Timestamp now);
// Back to the shelf: disabled, without person and PIN; a pending replacement in either direction ends.
void unassign(storage::Connection& connection, qint64 id);
// What of it unassign() ends; put back behind assign(), which makes a token work whatever it was.
[[nodiscard]] KeptState stateKept(const TokenRow& row);
void putStateBack(storage::Connection& connection, qint64 id, const KeptState& state);
void setEnabled(storage::Connection& connection, qint64 id, bool enabled);
void setLost(storage::Connection& connection, qint64 id, std::optional<contract::Timestamp> lostAt);
// Into new-PIN mode: without the old PIN, or with it once more.
void clearPin(storage::Connection& connection, qint64 id, contract::Timestamp now);
void requireNewPin(storage::Connection& connection, qint64 id);
// A token's PIN as clearPin(), requireNewPin() or unassign() found it, to be put back.
struct KeptPin
{
    contract::PinState state {};
    QByteArray hash; // empty: none
    std::optional<qint64> tag {};
    std::optional<qint64> length {};
    std::optional<qint64> setAt {}; // milliseconds
};
[[nodiscard]] KeptPin pinOf(storage::Connection& connection, qint64 id);
void putPinBack(storage::Connection& connection, qint64 id, const KeptPin& pin);
// Everything up to `step` is consumed; next-tokencode mode ends. False: more was consumed meanwhile.
bool resynchronise(storage::Connection& connection, qint64 id, qint64 step, int driftSteps);
// Notes that `newId` takes over from `oldId` at its first use.
void pair(storage::Connection& connection, qint64 oldId, qint64 newId, bool keepPin);

} // namespace holdfast::authentication::tokens
