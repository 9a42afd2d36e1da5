// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/schema.h"

#include "services/authentication/store/fragments.h"
#include "services/authentication/store/migrations.h"
#include "services/storage/dialect.h"

namespace holdfast::authentication {

using contract::ErrorKind;
using contract::Result;

int schemaVersion()
{
    return migrations().back().version;
}

int schemaVersionOf(storage::Connection& connection)
{
    auto rows = connection.select(QStringLiteral("SELECT COALESCE(MAX(version), 0) FROM schema_version"));
    return rows.next() ? static_cast<int>(rows.integer(0)) : 0;
}

namespace {

void prepare(storage::Connection& connection)
{
    connection.script(storage::inDialect(connection.dialect(),
                                         QStringLiteral("CREATE TABLE IF NOT EXISTS schema_version "
                                                        "(version {key}, name {text} NOT NULL) {table}")));
}

void apply(storage::Connection& connection, const Migration& migration)
{
    connection.script(storage::inDialect(connection.dialect(), migration.script));
    if (migration.seed) {
        migration.seed(connection);
    }
    connection.change(QStringLiteral("INSERT INTO schema_version (version, name) VALUES (?, ?)"),
                      {migration.version, migration.name});
}

} // namespace

Result<void> migrate(storage::Database& database)
{
    const int present = database.writeAndWait([](storage::Connection& connection) {
        prepare(connection);
        return schemaVersionOf(connection);
    });
    if (present > schemaVersion()) {
        return contract::failure(
            ErrorKind::Unavailable, QStringLiteral("database_newer"),
            QStringLiteral("The database was made by a later version of Holdfast (schema %1, this program "
                           "knows %2). Start that version, or restore an earlier backup.")
                .arg(present)
                .arg(schemaVersion()));
    }
    for (const Migration& migration : migrations()) {
        if (migration.version > present) {
            database.writeAndWait(
                [&migration](storage::Connection& connection) { apply(connection, migration); });
        }
    }
    database.setBeforeCommit(fragments::carryOver);
    return {};
}

} // namespace holdfast::authentication
