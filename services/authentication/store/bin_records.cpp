// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/bin_records.h"

#include <QStringList>

#include <array>

namespace holdfast::authentication::bin_records {

namespace {

constexpr std::array users {
    Column {"name", true},
    Column {"name_key", true},
    Column {"display_name", true},
    Column {"display_key", true},
    Column {"email", true},
    Column {"email_key", true},
    Column {"phone", true},
    Column {"notes", true},
    Column {"domain_id"},
    Column {"enabled"},
    Column {"starts_at"},
    Column {"ends_at"},
    Column {"created_at"},
    Column {"updated_at"},
    Column {"last_logon_at"},
    Column {"failures"},
    Column {"first_failure_at"},
    Column {"locked_at"},
    Column {"version"},
    Column {"aliases", true},
    Column {"attributes", true},
    Column {"phone_changed_at"},
    Column {"phone_changed_by", true},
};
// Attempts that were under way are over; tokens are counted as they are assigned again.
constexpr std::array usersLeftOut {"pending", "tokens"};

constexpr std::array tokens {
    Column {"serial", true},     Column {"kind", true},
    Column {"algorithm", true},  Column {"digits"},
    Column {"interval_seconds"}, Column {"pin_style", true},
    Column {"pin_state", true},  Column {"domain_id"},
    Column {"enabled"},          Column {"manufacturer", true},
    Column {"notes", true},      Column {"starts_at"},
    Column {"expires_at"},       Column {"imported_at"},
    Column {"last_used_at"},     Column {"lost_at"},
    Column {"last_step"},        Column {"drift_steps"},
    Column {"wrong_codes"},      Column {"next_code_required"},
    Column {"pending_step"},     Column {"enrolling"},
    Column {"version"},
};
// Nobody has it, so there is no PIN; a token that was to replace it or be replaced may be gone.
constexpr std::array<const char*, 10> tokensLeftOut {
    "user_id",    "assigned_at", "pin_hash",    "holder_key",     "pin_tag",
    "pin_length", "pin_set_at",  "replaces_id", "replaced_by_id", "keep_pin"};

QStringList namesOf(std::span<const Column> columns)
{
    QStringList names;
    for (const Column& column : columns) {
        names << QString::fromLatin1(column.name);
    }
    return names;
}

} // namespace

std::span<const Column> ofUsers()
{
    return users;
}

std::span<const Column> ofTokens()
{
    return tokens;
}

std::span<const char* const> leftOutOfUsers()
{
    return usersLeftOut;
}

std::span<const char* const> leftOutOfTokens()
{
    return tokensLeftOut;
}

QJsonObject toJson(const KeptState& state)
{
    QJsonObject object {{QStringLiteral("enabled"), state.enabled},
                        {QStringLiteral("wrongCodes"), state.wrongCodes},
                        {QStringLiteral("nextCodeRequired"), state.nextCodeRequired}};
    if (state.lostAt) {
        object.insert(QStringLiteral("lostAt"), contract::toMilliseconds(*state.lostAt));
    }
    return object;
}

KeptState keptStateFrom(const QJsonObject& object)
{
    const QJsonValue lostAt = object.value(QLatin1String("lostAt"));
    return {object.value(QLatin1String("enabled")).toBool(),
            lostAt.isDouble() ? std::optional(contract::fromMilliseconds(lostAt.toInteger())) : std::nullopt,
            object.value(QLatin1String("wrongCodes")).toInt(),
            object.value(QLatin1String("nextCodeRequired")).toBool()};
}

QJsonObject read(storage::Connection& connection, const char* table, std::span<const Column> columns,
                 qint64 id)
{
    auto rows = connection.select(QStringLiteral("SELECT %1 FROM %2 WHERE id = ?")
                                      .arg(namesOf(columns).join(QLatin1Char(',')), QLatin1String(table)),
                                  {id});
    if (!rows.next()) {
        throw storage::StorageError("a row is gone before it was deleted");
    }
    QJsonObject record;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const int at = static_cast<int>(i);
        if (!rows.isNull(at)) {
            record.insert(QLatin1String(columns[i].name),
                          columns[i].isText ? QJsonValue(rows.text(at)) : QJsonValue(rows.integer(at)));
        }
    }
    return record;
}

void write(storage::Connection& connection, const char* table, std::span<const Column> columns, qint64 id,
           const QJsonObject& record, const QByteArray& seed)
{
    QStringList names {QStringLiteral("id")};
    QVariantList values {id};
    // What the record does not hold was null, or is younger than the record: the table's default stands.
    for (const Column& column : columns) {
        const QJsonValue value = record.value(QLatin1String(column.name));
        if (!value.isUndefined()) {
            names << QLatin1String(column.name);
            values << (column.isText ? QVariant(value.toString()) : QVariant(value.toInteger()));
        }
    }
    if (!seed.isEmpty()) {
        names << QStringLiteral("seed");
        values << seed;
    }
    const QString marks = QStringList(names.size(), QStringLiteral("?")).join(QLatin1Char(','));
    connection.change(QStringLiteral("INSERT INTO %1 (%2) VALUES (%3)")
                          .arg(QLatin1String(table), names.join(QLatin1Char(',')), marks),
                      values);
}

} // namespace holdfast::authentication::bin_records
