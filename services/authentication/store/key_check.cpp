// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/key_check.h"

#include "services/authentication/store/settings.h"

namespace holdfast::authentication::key_check {

namespace {

const QString setting = QStringLiteral("key_check");

QString checkOf(const security::KeyRing& keys)
{
    return QString::fromLatin1(keys.macBytes(security::Purpose::LookupToken, "holdfast key check").toHex());
}

} // namespace

void note(storage::Connection& connection, const security::KeyRing& keys)
{
    settings::setValue(connection, setting, checkOf(keys));
}

contract::Result<void> compare(storage::Connection& connection, const security::KeyRing& keys)
{
    if (settings::value(connection, setting) == checkOf(keys)) {
        return {};
    }
    return contract::failure(contract::ErrorKind::Conflict, QStringLiteral("keys_do_not_match"),
                             QStringLiteral("These keys are not those of the data directory."));
}

} // namespace holdfast::authentication::key_check
