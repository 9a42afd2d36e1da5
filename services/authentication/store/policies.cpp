// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/policies.h"

#include "services/authentication/store/canonical.h"
#include "services/authentication/store/policies_rows.h"
#include "services/authentication/store/policies_snapshot.h"
#include "services/authentication/store/policy_versions.h"

namespace holdfast::authentication::policies {

using contract::ErrorKind;
using contract::failure;
using contract::Result;

namespace {

contract::Unexpected unknown()
{
    return failure(ErrorKind::NotFound, QStringLiteral("policy_unknown"),
                   QStringLiteral("There is no such policy."));
}

Result<void> checkVersion(qint64 present, std::optional<qint64> expected)
{
    if (expected && *expected != present) {
        return failure(ErrorKind::StaleVersion, QStringLiteral("stale_version"),
                       QStringLiteral("Somebody has changed this policy meanwhile. Read it again."));
    }
    return {};
}

Result<void> checkFields(const contract::LockoutPolicy&)
{
    return {};
}

Result<void> checkFields(const contract::TokenPolicy& policy)
{
    if (policy.pinMinLength > policy.pinMaxLength) {
        return contract::invalidField(QStringLiteral("pinMaxLength"), QStringLiteral("out_of_range"),
                                      QStringLiteral("The longest PIN cannot be shorter than the shortest."));
    }
    for (qsizetype i = 0; i < policy.pinExcludedWords.size(); ++i) {
        const QString& word = policy.pinExcludedWords.at(i);
        const bool fit = word.size() >= 2 && word.size() <= 16
            && std::all_of(word.begin(), word.end(),
                           [](QChar c) { return c.unicode() < 128 && c.isLetterOrNumber(); });
        if (!fit) {
            return contract::invalidField(
                QStringLiteral("pinExcludedWords[%1]").arg(i), QStringLiteral("word_invalid"),
                QStringLiteral("An excluded word has 2 to 16 letters or digits, without accents."));
        }
    }
    if (policy.emergencyCodeMinutes > policy.emergencyCodeMaxMinutes) {
        return contract::invalidField(
            QStringLiteral("emergencyCodeMinutes"), QStringLiteral("out_of_range"),
            QStringLiteral("The proposed life of an emergency code cannot exceed the longest allowed."));
    }
    return {};
}

Result<void> checkFields(const contract::OfflinePolicy& policy)
{
    if (policy.warnDays > policy.offlineDays) {
        return contract::invalidField(
            QStringLiteral("warnDays"), QStringLiteral("out_of_range"),
            QStringLiteral("The warning cannot come earlier than the days that are granted."));
    }
    // It is shown at the prompt of a workstation.
    const auto breaksLine = [](QChar c) {
        return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format
            || c.category() == QChar::Separator_Line || c.category() == QChar::Separator_Paragraph;
    };
    if (std::any_of(policy.helpText.begin(), policy.helpText.end(), breaksLine)) {
        return contract::invalidField(QStringLiteral("helpText"), QStringLiteral("invalid_text"),
                                      QStringLiteral("Whom to ask is one line, without control characters."));
    }
    return {};
}

} // namespace

template <class Policy>
Result<void> check(storage::Connection& connection, qint64 id, const Policy& policy)
{
    const QString key = canonicalName(policy.name);
    if (key.isEmpty()) {
        return contract::invalidField(QStringLiteral("name"), QStringLiteral("required"),
                                      QStringLiteral("A policy needs a name."));
    }
    auto rows = connection.select(
        QStringLiteral("SELECT id FROM policies WHERE type = ? AND name_key = ? AND id <> ?"),
        {enumName(Kind<Policy>::type), key, id});
    if (rows.next()) {
        return failure(ErrorKind::Conflict, QStringLiteral("policy_name_taken"),
                       QStringLiteral("Another policy of this type has this name."));
    }
    return checkFields(policy);
}

template <class Policy>
std::vector<Policy> list(storage::Connection& connection)
{
    return readAll<Policy>(connection);
}

template <class Policy>
std::optional<Policy> find(storage::Connection& connection, qint64 id)
{
    auto found = readAll<Policy>(connection, id);
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

template <class Policy>
Result<Policy> create(storage::Connection& connection, const Policy& policy, const Authorship& by)
{
    if (const auto checked = check(connection, 0, policy); !checked) {
        return contract::Unexpected(checked.error());
    }
    Policy written = policy;
    written.name = policy.name.trimmed();
    const qint64 id =
        connection.insert(QStringLiteral("INSERT INTO policies (type, name, name_key, settings, updated_at) "
                                         "VALUES (?, ?, ?, ?, ?)"),
                          {enumName(Kind<Policy>::type), written.name, canonicalName(written.name),
                           settingsText(written), contract::toMilliseconds(by.at)});
    policy_versions::record(connection, id, by);
    PolicySnapshot::changed(connection);
    return *find<Policy>(connection, id);
}

template <class Policy>
Result<Policy> update(storage::Connection& connection, qint64 id, const Policy& policy,
                      std::optional<qint64> expectedVersion, const Authorship& by)
{
    const auto present = find<Policy>(connection, id);
    if (!present) {
        return unknown();
    }
    auto checked = checkVersion(present->version, expectedVersion);
    if (checked) {
        checked = check(connection, id, policy);
    }
    if (!checked) {
        return contract::Unexpected(checked.error());
    }
    Policy written = policy;
    written.name = policy.name.trimmed();
    connection.change(QStringLiteral("UPDATE policies SET name = ?, name_key = ?, settings = ?, "
                                     "updated_at = ?, version = version + 1 WHERE id = ?"),
                      {written.name, canonicalName(written.name), settingsText(written),
                       contract::toMilliseconds(by.at), id});
    policy_versions::record(connection, id, by);
    PolicySnapshot::changed(connection);
    return *find<Policy>(connection, id);
}

template <class Policy>
Result<Policy> makeDefault(storage::Connection& connection, qint64 id, const Authorship& by)
{
    const auto present = find<Policy>(connection, id);
    if (!present) {
        return unknown();
    }
    if (present->isDefault) {
        return *present;
    }
    const auto setDefault = [&](qint64 policy, bool value) {
        connection.change(QStringLiteral("UPDATE policies SET is_default = ?, updated_at = ?, "
                                         "version = version + 1 WHERE id = ?"),
                          {value, contract::toMilliseconds(by.at), policy});
        policy_versions::record(connection, policy, by);
    };
    for (const Policy& known : readAll<Policy>(connection)) {
        if (known.isDefault) {
            setDefault(known.id.toLongLong(), false);
        }
    }
    setDefault(id, true);
    PolicySnapshot::changed(connection);
    return *find<Policy>(connection, id);
}

template <class Policy>
Result<void> remove(storage::Connection& connection, qint64 id, std::optional<qint64> expectedVersion)
{
    const auto present = find<Policy>(connection, id);
    if (!present) {
        return unknown();
    }
    if (auto checked = checkVersion(present->version, expectedVersion); !checked) {
        return checked;
    }
    if (present->isDefault) {
        return failure(ErrorKind::Conflict, QStringLiteral("policy_is_default"),
                       QStringLiteral("This is the default policy. Make another one the default first."));
    }
    if (!present->domains.isEmpty()) {
        return failure(ErrorKind::Conflict, QStringLiteral("policy_in_use"),
                       QStringLiteral("This policy is in use by %1. Choose another one there first.")
                           .arg(present->domains.mid(0, 10).join(QStringLiteral(", "))));
    }
    connection.change(QStringLiteral("DELETE FROM policies WHERE id = ?"), {id});
    PolicySnapshot::changed(connection);
    return {};
}

#define HOLDFAST_POLICY(Policy)                                                                              \
    template std::vector<Policy> list(storage::Connection&);                                                 \
    template std::optional<Policy> find(storage::Connection&, qint64);                                       \
    template Result<Policy> create(storage::Connection&, const Policy&, const Authorship&);                  \
    template Result<Policy> update(storage::Connection&, qint64, const Policy&, std::optional<qint64>,       \
                                   const Authorship&);                                                       \
    template Result<Policy> makeDefault<Policy>(storage::Connection&, qint64, const Authorship&);            \
    template Result<void> remove<Policy>(storage::Connection&, qint64, std::optional<qint64>);               \
    template Result<void> check(storage::Connection&, qint64, const Policy&);

HOLDFAST_POLICY(contract::LockoutPolicy)
HOLDFAST_POLICY(contract::TokenPolicy)
HOLDFAST_POLICY(contract::OfflinePolicy)

} // namespace holdfast::authentication::policies
