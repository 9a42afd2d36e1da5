// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/token_row.h"

namespace holdfast::authentication {

using contract::Timestamp;

namespace {

std::optional<Timestamp> moment(std::optional<qint64> milliseconds)
{
    return milliseconds ? std::optional(contract::fromMilliseconds(*milliseconds)) : std::nullopt;
}

template <class E>
E named(const QString& text)
{
    return contract::enumValue<E>(text).value_or(E {});
}

} // namespace

const QString& tokenSelection()
{
    static const QString selection = QStringLiteral(
        "SELECT t.id, t.serial, t.kind, t.algorithm, t.digits, t.interval_seconds, t.pin_style, t.pin_state,"
        " t.domain_id, t.user_id, t.enabled, t.manufacturer, t.notes, t.starts_at, t.expires_at,"
        " t.imported_at, t.assigned_at, t.last_used_at, t.lost_at, t.last_step, t.drift_steps, t.wrong_codes,"
        " t.next_code_required, t.replaced_by_id, t.replaces_id, t.keep_pin, t.version,"
        " d.path, u.name, u.display_name,"
        " (SELECT n.serial FROM tokens n WHERE n.id = t.replaced_by_id),"
        " (SELECT o.serial FROM tokens o WHERE o.id = t.replaces_id)"
        " FROM tokens t JOIN domains d ON d.id = t.domain_id LEFT JOIN users u ON u.id = t.user_id");
    return selection;
}

TokenRow readTokenRow(const storage::Connection::Rows& rows)
{
    TokenRow row;
    int column = 0;
    const auto integer = [&] {
        return rows.integer(column++);
    };
    const auto optional = [&] {
        return rows.optionalInteger(column++);
    };
    const auto text = [&] {
        return rows.text(column++);
    };
    row.id = integer();
    row.serial = text();
    row.kind = named<contract::TokenKind>(text());
    row.algorithm = named<contract::HashAlgorithm>(text());
    row.digits = static_cast<int>(integer());
    row.intervalSeconds = static_cast<int>(integer());
    row.pinStyle = named<contract::PinStyle>(text());
    row.pinState = named<contract::PinState>(text());
    row.domainId = integer();
    row.userId = optional();
    row.enabled = integer() != 0;
    row.manufacturer = text();
    row.notes = text();
    row.startsAt = moment(optional());
    row.expiresAt = moment(optional());
    row.importedAt = contract::fromMilliseconds(integer());
    row.assignedAt = moment(optional());
    row.lastUsedAt = moment(optional());
    row.lostAt = moment(optional());
    row.lastStep = integer();
    row.driftSteps = static_cast<int>(integer());
    row.wrongCodes = static_cast<int>(integer());
    row.nextCodeRequired = integer() != 0;
    row.replacedById = optional();
    row.replacesId = optional();
    row.keepPin = integer() != 0;
    row.version = integer();
    row.domain = text();
    row.userName = text();
    row.userDisplayName = text();
    row.replacedBy = text();
    row.replaces = text();
    return row;
}

} // namespace holdfast::authentication
