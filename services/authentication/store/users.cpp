// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/users.h"

#include "services/authentication/domain/account_state.h"
#include "services/authentication/domain/caller_checks.h"
#include "services/authentication/store/canonical.h"
#include "services/authentication/store/fragments.h"
#include "services/authentication/store/offline_voiding.h"
#include "services/authentication/store/policies_snapshot.h"
#include "services/authentication/store/tokens.h"
#include "services/authentication/store/user_more.h"
#include "services/authentication/store/user_row.h"

#include <QSet>

namespace holdfast::authentication {

using contract::ErrorKind;
using contract::Result;
using contract::Timestamp;
using contract::toMilliseconds;

namespace users {

namespace {

Result<void> checkNames(storage::Connection& connection, const QString& name, qint64 ownId)
{
    const QString field = QStringLiteral("name");
    return userMore::checkName(field, name).and_then([&] {
        return userMore::checkFree(connection, field, name, ownId);
    });
}

Result<void> checkDates(std::optional<Timestamp> startsAt, std::optional<Timestamp> endsAt)
{
    if (startsAt && endsAt && *endsAt <= *startsAt) {
        return contract::invalidField(QStringLiteral("endsAt"), QStringLiteral("dates_contradict"),
                                      QStringLiteral("endsAt must be later than startsAt."));
    }
    return {};
}

Result<qint64> domainIdOf(storage::Connection& connection, const QString& path)
{
    if (const DomainNode* node = PolicySnapshot::of(connection)->domainAt(path)) {
        return node->id;
    }
    return contract::invalidField(QStringLiteral("domain"), QStringLiteral("domain_unknown"),
                                  QStringLiteral("There is no security domain %1.").arg(path));
}

QVariant milliseconds(std::optional<Timestamp> at)
{
    return at ? QVariant(toMilliseconds(*at)) : QVariant();
}

void addWords(QSet<QString>& words, const QString& text)
{
    constexpr qsizetype longest = 64;
    const QString folded = canonicalName(text);
    qsizetype start = 0;
    for (qsizetype i = 0; i <= folded.size(); ++i) {
        if (i == folded.size() || !(folded.at(i).isLetterOrNumber() || folded.at(i).isSurrogate())) {
            if (i > start) {
                words.insert(folded.mid(start, std::min(longest, i - start)));
            }
            start = i + 1;
        }
    }
    if (!folded.isEmpty()) {
        words.insert(folded.left(longest)); // the whole, so that a.meier@ finds its owner
    }
}

void touch(storage::Connection& connection, const QString& assignments, qint64 id, Timestamp now)
{
    connection.change(
        QStringLiteral("UPDATE users SET %1, updated_at = ?, version = version + 1 WHERE id = ?")
            .arg(assignments),
        {toMilliseconds(now), id});
}

// A change as it will be written.
struct Edited
{
    QString name;
    QString displayName;
    QString email;
    std::optional<Timestamp> startsAt;
    std::optional<Timestamp> endsAt;
    QStringList aliases;
    std::vector<contract::UserAttribute> attributes;
    qint64 domainId = 0;
};

// By which somebody signs in, canonical.
QSet<QString> namesOf(const QString& name, const QString& email, const QStringList& aliases)
{
    QSet<QString> names {canonicalName(name)};
    for (const QString& alias : aliases) {
        names.insert(canonicalName(alias));
    }
    if (!email.isEmpty()) {
        names.insert(canonicalName(email));
    }
    return names;
}

Result<Edited> edited(storage::Connection& connection, const UserRow& user,
                      const contract::UserUpdate& update)
{
    const qint64 id = user.account.id;
    Edited after;
    after.name = update.name.value_or(user.account.name);
    after.displayName = update.displayName.value_or(user.displayName).trimmed();
    after.email = update.email.value_or(user.email).trimmed();
    after.startsAt = update.startsAt.present ? update.startsAt.value : user.account.startsAt;
    after.endsAt = update.endsAt.present ? update.endsAt.value : user.account.endsAt;
    after.attributes = update.attributes.value_or(user.attributes);
    const auto aliases = checkNames(connection, after.name, id)
                             .and_then([&] { return checkDates(after.startsAt, after.endsAt); })
                             .and_then([&] { return userMore::checkAttributes(after.attributes); })
                             .and_then([&] {
                                 return userMore::checkAliases(
                                     connection, update.aliases.value_or(user.aliases), after.name, id);
                             });
    if (!aliases) {
        return contract::Unexpected(aliases.error());
    }
    after.aliases = *aliases;
    const auto domainId =
        update.domain ? domainIdOf(connection, *update.domain) : Result<qint64>(user.account.domainId);
    if (!domainId) {
        return contract::Unexpected(domainId.error());
    }
    after.domainId = *domainId;
    return after;
}

} // namespace

void index(storage::Connection& connection, qint64 id, const QStringList& names, const QString& phone)
{
    fragments::index(connection, id, names + QStringList {phone});
    QSet<QString> words;
    for (const QString& text : names) {
        addWords(words, text);
    }
    connection.change(QStringLiteral("DELETE FROM user_words WHERE user_id = ?"), {id});
    for (const QString& word : std::as_const(words)) {
        connection.change(QStringLiteral("INSERT INTO user_words (word, user_id) VALUES (?, ?)"), {word, id});
    }
}

Result<qint64> create(storage::Connection& connection, const contract::UserCreate& user, Timestamp now)
{
    const QString key = canonicalName(user.name);
    const auto attributes = user.attributes.value_or(std::vector<contract::UserAttribute> {});
    const auto aliases =
        checkNames(connection, user.name, 0)
            .and_then([&] { return checkDates(user.startsAt, user.endsAt); })
            .and_then([&] { return userMore::checkAttributes(attributes); })
            .and_then([&] {
                return userMore::checkAliases(connection, user.aliases.value_or(QStringList()), user.name, 0);
            });
    if (!aliases) {
        return contract::Unexpected(aliases.error());
    }
    const Result<qint64> domainId = domainIdOf(connection, user.domain.value_or(QStringLiteral("/")));
    if (!domainId) {
        return domainId;
    }
    const QString displayName = user.displayName.value_or(QString()).trimmed();
    const QString email = user.email.value_or(QString()).trimmed();
    const qint64 id = connection.insert(
        QStringLiteral(
            "INSERT INTO users (name, name_key, display_name, display_key, email, email_key, phone,"
            " notes, domain_id, enabled, starts_at, ends_at, created_at, updated_at, failures,"
            " pending, version) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,0,0,1)"),
        {user.name, key, displayName, canonicalName(displayName), email, canonicalName(email),
         user.phone.value_or(QString()), user.notes.value_or(QString()), *domainId,
         user.enabled.value_or(true) ? 1 : 0, milliseconds(user.startsAt), milliseconds(user.endsAt),
         toMilliseconds(now), toMilliseconds(now)});
    if (!aliases->isEmpty() || !attributes.empty()) {
        userMore::write(connection, id, *aliases, attributes);
    }
    index(connection, id, QStringList {user.name, displayName, email} + *aliases,
          user.phone.value_or(QString()));
    return id;
}

Result<offlineSets::Voided> update(storage::Connection& connection, const UserRow& user,
                                   const contract::UserUpdate& update, const QString& by, Timestamp now)
{
    const qint64 id = user.account.id;
    const auto after = edited(connection, user, update);
    if (!after) {
        return contract::Unexpected(after.error());
    }
    const QString phone = update.phone.value_or(user.phone);
    const LastChange change = isSameNumber(phone, user.phone)
        ? LastChange {user.phoneChangedAt, user.phoneChangedBy}
        : LastChange {now, by};
    connection.change(
        QStringLiteral(
            "UPDATE users SET name = ?, name_key = ?, display_name = ?, display_key = ?, email = ?,"
            " email_key = ?, phone = ?, phone_changed_at = ?, phone_changed_by = ?, notes = ?,"
            " domain_id = ?, starts_at = ?, ends_at = ?, updated_at = ?, version = version + 1 WHERE id = ?"),
        {after->name, canonicalName(after->name), after->displayName, canonicalName(after->displayName),
         after->email, canonicalName(after->email), phone, milliseconds(change.at), change.by,
         update.notes.value_or(user.notes), after->domainId, milliseconds(after->startsAt),
         milliseconds(after->endsAt), toMilliseconds(now), id});
    userMore::write(connection, id, after->aliases, after->attributes);
    index(connection, id, QStringList {after->name, after->displayName, after->email} + after->aliases,
          phone);
    offlineSets::Voided voided = after->domainId == user.account.domainId
        ? offlineSets::Voided {}
        : offlineSets::followPoliciesOfUser(connection, id, now);
    const QSet<QString> names = namesOf(after->name, after->email, after->aliases);
    if (!names.contains(namesOf(user.account.name, user.email, user.aliases))) {
        const offlineSets::Voided more = offlineSets::takeNamesBack(connection, id, now);
        voided.sets += more.sets;
        voided.people = std::max(voided.people, more.people);
        voided.workstations += more.workstations;
    }
    return voided;
}

Result<void> checkUpdate(storage::Connection& connection, const UserRow& user,
                         const contract::UserUpdate& update)
{
    return edited(connection, user, update).map([](const Edited&) {});
}

void setEnabled(storage::Connection& connection, qint64 id, bool enabled, Timestamp now)
{
    touch(connection, enabled ? QStringLiteral("enabled = 1") : QStringLiteral("enabled = 0"), id, now);
}

void unlock(storage::Connection& connection, qint64 id, Timestamp now)
{
    touch(connection, QStringLiteral("failures = 0, first_failure_at = NULL, locked_at = NULL"), id, now);
}

void lockAgain(storage::Connection& connection, qint64 id, const Lock& lock, Timestamp now)
{
    connection.change(QStringLiteral("UPDATE users SET failures = ?, first_failure_at = ?, locked_at = ?,"
                                     " updated_at = ?, version = version + 1 WHERE id = ?"),
                      {lock.failures, milliseconds(lock.firstFailureAt), milliseconds(lock.lockedAt),
                       toMilliseconds(now), id});
}

Removed remove(storage::Connection& connection, qint64 id, const Deletion& deletion)
{
    Removed removed;
    std::vector<BinToken> had;
    for (const TokenRow& token : tokens::ofUser(connection, id)) {
        tokens::unassign(connection, token.id);
        removed.serials << token.serial;
        had.push_back({token.id, token.serial, tokens::find(connection, token.serial).value().version,
                       tokens::stateKept(token)});
    }
    removed.binId = bin::putUser(connection, id, had, deletion);
    connection.change(QStringLiteral("DELETE FROM emergency_codes WHERE issue_id IN"
                                     " (SELECT id FROM emergency_issues WHERE user_id = ?)"),
                      {id});
    for (const char* table : {"caller_questions", "caller_verifications", "emergency_issues", "passwords",
                              "role_assignments", "sessions", "user_aliases", "user_search", "user_words"}) {
        connection.change(QStringLiteral("DELETE FROM %1 WHERE user_id = ?").arg(QLatin1String(table)), {id});
    }
    connection.change(QStringLiteral("DELETE FROM users WHERE id = ?"), {id});
    return removed;
}

} // namespace users
} // namespace holdfast::authentication
