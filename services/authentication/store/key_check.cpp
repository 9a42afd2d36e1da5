// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/key_check.h"

#include "services/authentication/store/settings.h"

namespace holdfast::authentication::key_check {

namespace {

const QString setting = QStringLiteral("key_check");

// One word for each version. The first stands without its number, as before there were others.
QStringList checksOf(const security::KeyRing& keys)
{
    QStringList checks;
    for (const int version : keys.versions()) {
        const auto mac = keys.macUnder(version, security::Purpose::LookupToken, "holdfast key check").value();
        const QByteArrayView bytes(mac.data(), mac.size());
        checks << (version == 1 ? QString() : QStringLiteral("%1:").arg(version))
                + QString::fromLatin1(bytes.toByteArray().toHex());
    }
    return checks;
}

} // namespace

void note(storage::Connection& connection, const security::KeyRing& keys)
{
    const QString checks = checksOf(keys).join(QLatin1Char(' '));
    if (settings::value(connection, setting) != checks) {
        settings::setValue(connection, setting, checks);
    }
}

contract::Result<void> compare(storage::Connection& connection, const security::KeyRing& keys)
{
    const QStringList noted =
        settings::value(connection, setting).value_or(QString()).split(QLatin1Char(' '));
    const QStringList held = checksOf(keys);
    if (std::all_of(noted.begin(), noted.end(), [&](const QString& check) { return held.contains(check); })) {
        return {};
    }
    return contract::failure(
        contract::ErrorKind::Conflict, QStringLiteral("keys_do_not_match"),
        QStringLiteral("These keys are not those of the data directory, or older than what they sealed."));
}

} // namespace holdfast::authentication::key_check
