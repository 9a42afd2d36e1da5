// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/token_export.h"

#include <QSet>

namespace holdfast::authentication::token_export {

namespace {

QString placeholders(qsizetype count)
{
    return QStringList(count, QStringLiteral("?")).join(QStringLiteral(", "));
}

QString condition(const Selection& selection, QVariantList& values)
{
    QString text = QStringLiteral("t.kind IN ('hotp', 'totp')");
    if (selection.domains) {
        text += QStringLiteral(" AND t.domain_id IN (%1)")
                    .arg(placeholders(static_cast<qsizetype>(selection.domains->size())));
        for (const qint64 id : *selection.domains) {
            values << id;
        }
    }
    if (!selection.serials.isEmpty()) {
        text += QStringLiteral(" AND t.serial IN (%1)").arg(placeholders(selection.serials.size()));
        for (const QString& serial : selection.serials) {
            values << serial;
        }
    }
    if (!selection.administrators) {
        text +=
            QStringLiteral(" AND NOT EXISTS (SELECT 1 FROM role_assignments r WHERE r.user_id = t.user_id)");
    }
    return text;
}

std::optional<contract::Timestamp> moment(const storage::Connection::Rows& rows, int column)
{
    return rows.isNull(column) ? std::nullopt
                               : std::optional(contract::fromMilliseconds(rows.integer(column)));
}

} // namespace

qint64 count(storage::Connection& connection, const Selection& selection)
{
    QVariantList values;
    const QString where = condition(selection, values);
    auto rows = connection.select(QStringLiteral("SELECT COUNT(*) FROM tokens t WHERE ") + where, values);
    return rows.next() ? rows.integer(0) : 0;
}

QStringList missing(storage::Connection& connection, const Selection& selection)
{
    QVariantList values;
    const QString where = condition(selection, values);
    auto rows = connection.select(QStringLiteral("SELECT t.serial FROM tokens t WHERE ") + where, values);
    QSet<QString> found;
    while (rows.next()) {
        found.insert(rows.text(0));
    }
    QStringList absent;
    for (const QString& serial : selection.serials) {
        if (!found.contains(serial)) {
            absent << serial;
        }
    }
    return absent;
}

std::vector<Item> next(storage::Connection& connection, const security::KeyRing& keys,
                       const Selection& selection, qint64 afterId, int limit)
{
    QVariantList values;
    const QString where = condition(selection, values);
    auto rows = connection.select(
        QStringLiteral("SELECT t.id, t.serial, t.kind, t.algorithm, t.digits, t.interval_seconds, t.seed,"
                       " t.last_step, t.drift_steps, t.starts_at, t.expires_at, t.manufacturer,"
                       " COALESCE(u.name, '') FROM tokens t LEFT JOIN users u ON u.id = t.user_id WHERE ")
            + where + QStringLiteral(" AND t.id > ? ORDER BY t.id LIMIT ?"),
        values + QVariantList {afterId, limit});
    std::vector<Item> items;
    while (rows.next()) {
        Item item {rows.integer(0), {}};
        otp::ParsedToken& token = item.token;
        token.serial = rows.text(1);
        token.kind =
            contract::enumValue<contract::TokenKind>(rows.text(2)).value_or(contract::TokenKind::Totp);
        token.algorithm = contract::enumValue<contract::HashAlgorithm>(rows.text(3))
                              .value_or(contract::HashAlgorithm::Sha1);
        token.digits = static_cast<int>(rows.integer(4));
        token.intervalSeconds = static_cast<int>(rows.integer(5));
        if (auto seed =
                keys.open(security::Purpose::SealSeed, rows.bytes(6), "seed:" + token.serial.toUtf8())) {
            token.seed = std::move(*seed);
        }
        token.counter = rows.integer(7) + 1;
        token.driftSteps = static_cast<int>(rows.integer(8));
        token.startsAt = moment(rows, 9);
        token.expiresAt = moment(rows, 10);
        token.manufacturer = rows.text(11);
        token.userLogin = rows.text(12);
        items.push_back(std::move(item));
    }
    return items;
}

} // namespace holdfast::authentication::token_export
