// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/bin.h"

#include "services/authentication/store/bin_records.h"
#include "services/authentication/store/canonical.h"
#include "services/authentication/store/policies_snapshot.h"
#include "services/authentication/store/used_codes.h"
#include "services/authentication/store/user_more.h"
#include "services/authentication/store/users.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace holdfast::authentication::bin {

using namespace Qt::StringLiterals;
using contract::BinKind;
using contract::Result;

namespace {

struct Record
{
    BinRow row;
    QJsonObject values;
    QByteArray seed;
};

const QString selection = u"SELECT id, kind, subject_id, name, detail, domain_id, domain, deleted_at,"
                          " deleted_by FROM bin"_s;

BinRow rowOf(const storage::Connection::Rows& rows)
{
    return {rows.integer(0), contract::enumValue<BinKind>(rows.text(1)).value_or(BinKind::User),
            rows.integer(2), rows.text(3),
            rows.text(4),    rows.integer(5),
            rows.text(6),    contract::fromMilliseconds(rows.integer(7)),
            rows.text(8)};
}

QString pathOf(storage::Connection& connection, qint64 domainId)
{
    const DomainNode* domain = PolicySnapshot::of(connection)->domain(domainId);
    return domain ? domain->path : QString();
}

qint64 put(storage::Connection& connection, const BinRow& row, const QJsonObject& record,
           const QByteArray& seed, const Deletion& deletion)
{
    return connection.insert(
        u"INSERT INTO bin (kind, subject_id, name, name_key, detail, domain_id, domain, deleted_at,"
        " deleted_by, record, seed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {contract::enumName(row.kind), row.subjectId, row.name, canonicalName(row.name), row.detail,
         row.domainId, pathOf(connection, row.domainId), contract::toMilliseconds(deletion.at), deletion.by,
         QString::fromUtf8(QJsonDocument(record).toJson(QJsonDocument::Compact)),
         seed.isEmpty() ? QVariant() : QVariant(seed)});
}

Record recordOf(storage::Connection& connection, qint64 id)
{
    auto rows = connection.select(u"SELECT record, seed FROM bin WHERE id = ?"_s, {id});
    if (!rows.next()) {
        throw storage::StorageError("an entry of the bin is gone");
    }
    Record record;
    record.values = QJsonDocument::fromJson(rows.text(0).toUtf8()).object();
    record.seed = rows.isNull(1) ? QByteArray() : rows.bytes(1);
    return record;
}

QByteArray sealIdentity(const QString& serial)
{
    return "seed:" + serial.toUtf8();
}

void take(storage::Connection& connection, qint64 id)
{
    connection.change(u"DELETE FROM bin WHERE id = ?"_s, {id});
}

// A version that nobody has read yet.
void place(QJsonObject& values, qint64 domainId)
{
    values[u"domain_id"] = domainId;
    values[u"version"] = values[u"version"].toInteger() + 1;
}

QStringList aliasesLeft(storage::Connection& connection, const QStringList& aliases, qint64 userId)
{
    QStringList left;
    for (const QString& alias : aliases) {
        if (userMore::checkFree(connection, u"aliases"_s, alias, userId)) {
            left << alias;
        }
    }
    return left;
}

QString conditionOf(const BinWindow& window)
{
    return window.condition.isEmpty() ? u"(1 = 1)"_s : window.condition;
}

} // namespace

qint64 putUser(storage::Connection& connection, qint64 userId, const std::vector<BinToken>& tokens,
               const Deletion& deletion)
{
    QJsonObject record = bin_records::read(connection, "users", bin_records::ofUsers(), userId);
    QJsonArray had;
    for (const BinToken& token : tokens) {
        had.append(QJsonArray {token.id, token.serial, token.version, bin_records::toJson(token.kept)});
    }
    record.insert(u"tokens"_s, had);
    BinRow row;
    row.kind = BinKind::User;
    row.subjectId = userId;
    row.name = record[u"name"].toString();
    row.detail = record[u"display_name"].toString();
    row.domainId = record[u"domain_id"].toInteger();
    return put(connection, row, record, {}, deletion);
}

qint64 putToken(storage::Connection& connection, qint64 tokenId, const Deletion& deletion)
{
    const QJsonObject record = bin_records::read(connection, "tokens", bin_records::ofTokens(), tokenId);
    QByteArray seed;
    {
        auto rows = connection.select(u"SELECT seed FROM tokens WHERE id = ?"_s, {tokenId});
        seed = rows.next() ? rows.bytes(0) : QByteArray();
    }
    BinRow row;
    row.kind = BinKind::Token;
    row.subjectId = tokenId;
    row.name = record[u"serial"].toString();
    row.detail = record[u"manufacturer"].toString();
    row.domainId = record[u"domain_id"].toInteger();
    return put(connection, row, record, seed, deletion);
}

std::optional<BinRow> find(storage::Connection& connection, qint64 id)
{
    auto rows = connection.select(selection + u" WHERE id = ?"_s, {id});
    return rows.next() ? std::optional(rowOf(rows)) : std::nullopt;
}

std::vector<BinRow> list(storage::Connection& connection, const BinWindow& window)
{
    QString where = conditionOf(window);
    QVariantList values = window.values;
    if (const auto& key = window.before ? window.before : window.after) {
        where += window.before ? u" AND id > ?"_s : u" AND id < ?"_s;
        values << *key;
    }
    values << window.limit << window.offset;
    auto rows = connection.select(selection + u" WHERE "_s + where
                                      + (window.before ? u" ORDER BY id"_s : u" ORDER BY id DESC"_s)
                                      + u" LIMIT ? OFFSET ?"_s,
                                  values);
    std::vector<BinRow> page;
    while (rows.next()) {
        page.push_back(rowOf(rows));
    }
    if (window.before) {
        std::reverse(page.begin(), page.end());
    }
    return page;
}

qint64 count(storage::Connection& connection, const BinWindow& window)
{
    auto rows = connection.select(u"SELECT COUNT(*) FROM bin WHERE "_s + conditionOf(window), window.values);
    return rows.next() ? rows.integer(0) : 0;
}

Result<RestoredUser> restoreUser(storage::Connection& connection, qint64 id,
                                 const std::optional<QString>& name, qint64 domainId, contract::Timestamp now)
{
    const qint64 userId = find(connection, id).value().subjectId;
    Record record = recordOf(connection, id);
    const QString called = name.value_or(record.values[u"name"].toString());
    const auto checked = userMore::checkName(u"name"_s, called).and_then([&] {
        return userMore::checkFree(connection, u"name"_s, called, userId);
    });
    if (!checked) {
        return contract::Unexpected(checked.error());
    }
    place(record.values, domainId);
    record.values[u"name"] = called;
    record.values[u"name_key"] = canonicalName(called);
    record.values[u"updated_at"] = contract::toMilliseconds(now);
    bin_records::write(connection, "users", bin_records::ofUsers(), userId, record.values);
    const QStringList aliases =
        aliasesLeft(connection, userMore::aliasesFrom(record.values[u"aliases"].toString()), userId);
    userMore::write(connection, userId, aliases,
                    userMore::attributesFrom(record.values[u"attributes"].toString()));
    users::index(
        connection, userId,
        QStringList {called, record.values[u"display_name"].toString(), record.values[u"email"].toString()}
            + aliases,
        record.values[u"phone"].toString());
    RestoredUser restored {userId, {}};
    for (const QJsonValue& value : record.values[u"tokens"].toArray()) {
        const QJsonArray token = value.toArray();
        restored.tokens.push_back({token.at(0).toInteger(), token.at(1).toString(), token.at(2).toInteger(),
                                   bin_records::keptStateFrom(token.at(3).toObject())});
    }
    take(connection, id);
    return restored;
}

QSet<QString> serials(storage::Connection& connection)
{
    QSet<QString> found;
    auto rows =
        connection.select(u"SELECT name FROM bin WHERE kind = ?"_s, {contract::enumName(BinKind::Token)});
    while (rows.next()) {
        found.insert(rows.text(0));
    }
    return found;
}

qint64 lastStep(storage::Connection& connection, const security::KeyRing& keys, const QString& serial,
                const QString& kind, QByteArrayView seed)
{
    qint64 last = used_codes::lastStep(connection, keys, {serial, kind, seed});
    auto rows = connection.select(u"SELECT record, seed FROM bin WHERE kind = ? AND name = ?"_s,
                                  {contract::enumName(BinKind::Token), serial});
    while (rows.next()) {
        const QJsonObject record = QJsonDocument::fromJson(rows.text(0).toUtf8()).object();
        const auto inBin = keys.open(security::Purpose::SealSeed, rows.bytes(1), sealIdentity(serial));
        if (record[u"kind"].toString() == kind && inBin && inBin->equals(seed)) {
            last = std::max(last, record[u"last_step"].toInteger(-1));
        }
    }
    return last;
}

Result<QString> restoreToken(storage::Connection& connection, const security::KeyRing& keys, qint64 id,
                             qint64 domainId)
{
    const BinRow row = find(connection, id).value();
    if (connection.select(u"SELECT 1 FROM tokens WHERE serial = ?"_s, {row.name}).next()) {
        return contract::failure(
            contract::ErrorKind::Conflict, u"token_serial_taken"_s,
            u"A token of this serial number was imported since. Delete that one first."_s);
    }
    Record record = recordOf(connection, id);
    place(record.values, domainId);
    if (const auto seed = keys.open(security::Purpose::SealSeed, record.seed, sealIdentity(row.name))) {
        record.values[u"last_step"] =
            lastStep(connection, keys, row.name, record.values[u"kind"].toString(), seed->reveal());
    }
    bin_records::write(connection, "tokens", bin_records::ofTokens(), row.subjectId, record.values,
                       record.seed);
    take(connection, id);
    return row.name;
}

void erase(storage::Connection& connection, const security::KeyRing& keys, qint64 id)
{
    const auto row = find(connection, id);
    const Record record = recordOf(connection, id);
    if (row && row->kind == BinKind::Token) {
        if (const auto seed = keys.open(security::Purpose::SealSeed, record.seed, sealIdentity(row->name))) {
            used_codes::keep(connection, keys, {row->name, record.values[u"kind"].toString(), seed->reveal()},
                             record.values[u"last_step"].toInteger(-1));
        }
    }
    take(connection, id);
}

bool hasOld(storage::Connection& connection, contract::Timestamp before)
{
    return connection
        .select(u"SELECT 1 FROM bin WHERE deleted_at <= ? LIMIT 1"_s, {contract::toMilliseconds(before)})
        .next();
}

qint64 eraseOld(storage::Connection& connection, const security::KeyRing& keys, contract::Timestamp before,
                int limit)
{
    std::vector<qint64> old;
    {
        auto rows =
            connection.select(u"SELECT id FROM bin WHERE deleted_at <= ? ORDER BY deleted_at LIMIT ?"_s,
                              {contract::toMilliseconds(before), limit});
        while (rows.next()) {
            old.push_back(rows.integer(0));
        }
    }
    for (const qint64 id : old) {
        erase(connection, keys, id);
    }
    return static_cast<qint64>(old.size());
}

} // namespace holdfast::authentication::bin
