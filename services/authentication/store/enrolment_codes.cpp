// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/enrolment_codes.h"

#include "services/security/random.h"

#include <openssl/crypto.h>

namespace holdfast::authentication::enrolmentCodes {

using contract::Secret;
using contract::Timestamp;
using contract::toMilliseconds;

namespace {

const QString codeSelection =
    QStringLiteral("SELECT c.id, c.domain_id, d.path, c.name, c.created_at, c.created_by, c.expires_at,"
                   " c.used_at FROM enrolment_codes c JOIN domains d ON d.id = c.domain_id");
const QString openSelection = codeSelection + QStringLiteral(" WHERE c.used_at IS NULL AND c.expires_at > ?");

EnrolmentCodeRow readCode(const storage::Connection::Rows& rows)
{
    return {.id = rows.integer(0),
            .domainId = rows.integer(1),
            .domain = rows.text(2),
            .name = rows.text(3),
            .createdAt = contract::fromMilliseconds(rows.integer(4)),
            .createdBy = rows.text(5),
            .expiresAt = contract::fromMilliseconds(rows.integer(6)),
            .usedAt =
                rows.isNull(7) ? std::nullopt : std::optional(contract::fromMilliseconds(rows.integer(7)))};
}

} // namespace

Secret canonical(const Secret& typed)
{
    QByteArray kept;
    kept.reserve(enrolmentCodeLength);
    bool fits = true;
    for (char c : typed.reveal()) {
        if (c == ' ' || c == '-') {
            continue;
        }
        if (c >= 'a' && c <= 'z') {
            c = static_cast<char>(c - 'a' + 'A');
        }
        fits = fits && kept.size() < enrolmentCodeLength && security::readableAlphabet.contains(c);
        if (fits) {
            kept.append(c);
        }
    }
    Secret code = fits && kept.size() == enrolmentCodeLength ? Secret(QByteArrayView(kept)) : Secret();
    OPENSSL_cleanse(kept.data(), static_cast<std::size_t>(kept.size()));
    return code;
}

qint64 insert(storage::Connection& connection, const security::KeyRing& keys, const Secret& code,
              const EnrolmentCodeRow& row)
{
    connection.change(QStringLiteral("DELETE FROM enrolment_codes WHERE expires_at < ?"),
                      {toMilliseconds(row.createdAt - std::chrono::days(1))});
    return connection.insert(
        QStringLiteral("INSERT INTO enrolment_codes (code_mac, domain_id, name, created_at, created_by,"
                       " expires_at) VALUES (?, ?, ?, ?, ?, ?)"),
        {keys.macBytes(security::Purpose::EnrolmentCode, code.reveal()), row.domainId, row.name,
         toMilliseconds(row.createdAt), row.createdBy, toMilliseconds(row.expiresAt)});
}

std::optional<EnrolmentCodeRow> findOpen(storage::Connection& connection, const security::KeyRing& keys,
                                         const Secret& code, Timestamp now)
{
    auto rows = connection.select(
        openSelection + QStringLiteral(" AND c.code_mac = ?"),
        {toMilliseconds(now), keys.macBytes(security::Purpose::EnrolmentCode, code.reveal())});
    return rows.next() ? std::optional(readCode(rows)) : std::nullopt;
}

std::optional<EnrolmentCodeRow> findOpen(storage::Connection& connection, qint64 id, Timestamp now)
{
    auto rows = connection.select(openSelection + QStringLiteral(" AND c.id = ?"), {toMilliseconds(now), id});
    return rows.next() ? std::optional(readCode(rows)) : std::nullopt;
}

std::optional<EnrolmentCodeRow> find(storage::Connection& connection, qint64 id)
{
    auto rows = connection.select(codeSelection + QStringLiteral(" WHERE c.id = ?"), {id});
    return rows.next() ? std::optional(readCode(rows)) : std::nullopt;
}

std::vector<EnrolmentCodeRow> listOpen(storage::Connection& connection, Timestamp now)
{
    auto rows = connection.select(openSelection + QStringLiteral(" ORDER BY c.id"), {toMilliseconds(now)});
    std::vector<EnrolmentCodeRow> open;
    while (rows.next()) {
        open.push_back(readCode(rows));
    }
    return open;
}

bool use(storage::Connection& connection, qint64 id, Timestamp now)
{
    return connection.change(
               QStringLiteral("UPDATE enrolment_codes SET used_at = ? WHERE id = ? AND used_at IS NULL"),
               {toMilliseconds(now), id})
        == 1;
}

void remove(storage::Connection& connection, qint64 id)
{
    connection.change(QStringLiteral("DELETE FROM enrolment_codes WHERE id = ?"), {id});
}

} // namespace holdfast::authentication::enrolmentCodes
