// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/user_more.h"

#include "services/authentication/store/canonical.h"
#include "services/contract/json.h"

#include <QJsonDocument>
#include <QSet>

namespace holdfast::authentication::userMore {

using contract::Result;
using contract::UserAttribute;

namespace {

constexpr qsizetype longestAlias = 255;

QString written(const QJsonArray& array)
{
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

QJsonArray arrayFrom(const QString& json)
{
    return QJsonDocument::fromJson(json.toUtf8()).array();
}

} // namespace

QStringList aliasesFrom(const QString& json)
{
    QStringList aliases;
    if (json.size() > 2) { // most people have none: []
        for (const QJsonValue& alias : arrayFrom(json)) {
            aliases << alias.toString();
        }
    }
    return aliases;
}

std::vector<UserAttribute> attributesFrom(const QString& json)
{
    std::vector<UserAttribute> attributes;
    if (json.size() > 2) {
        for (const QJsonValue& value : arrayFrom(json)) {
            const QJsonObject object = value.toObject();
            attributes.push_back({object.value(QLatin1String("name")).toString(),
                                  object.value(QLatin1String("value")).toString()});
        }
    }
    return attributes;
}

Result<void> checkName(const QString& field, const QString& name)
{
    const bool invisible = std::any_of(name.begin(), name.end(), [](QChar c) {
        return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format;
    });
    if (name != name.trimmed() || invisible || canonicalName(name).isEmpty() || name.size() > longestAlias) {
        return contract::invalidField(
            field, QStringLiteral("invalid_name"),
            QStringLiteral("%1 must not begin or end with a space or hold invisible characters.").arg(field));
    }
    return {};
}

Result<void> checkFree(storage::Connection& connection, const QString& field, const QString& name,
                       qint64 ownId)
{
    const QString key = canonicalName(name);
    auto rows = connection.select(
        QStringLiteral("SELECT id FROM users WHERE name_key = ? AND id <> ?"
                       " UNION ALL SELECT user_id FROM user_aliases WHERE alias_key = ? AND user_id <> ?"
                       " UNION ALL SELECT id FROM users WHERE email_key = ? AND id <> ?"),
        {key, ownId, key, ownId, key, ownId}); // people sign in with their e-mail address as well
    if (!rows.next()) {
        return {};
    }
    const QString message = QStringLiteral("Somebody else has this logon name or e-mail address.");
    return contract::Unexpected(contract::Error {contract::ErrorKind::Conflict,
                                                 QStringLiteral("user_name_taken"),
                                                 message,
                                                 {{field, QStringLiteral("user_name_taken"), message}}});
}

Result<QStringList> checkAliases(storage::Connection& connection, const QStringList& aliases,
                                 const QString& name, qint64 ownId)
{
    QStringList kept;
    QSet<QString> known {canonicalName(name)};
    for (qsizetype i = 0; i < aliases.size(); ++i) {
        const QString field = QStringLiteral("aliases[%1]").arg(i);
        const QString alias = aliases.at(i).trimmed();
        const auto checked =
            checkName(field, alias).and_then([&] { return checkFree(connection, field, alias, ownId); });
        if (!checked) {
            return contract::Unexpected(checked.error());
        }
        if (const QString key = canonicalName(alias); !known.contains(key)) {
            known.insert(key);
            kept << alias;
        }
    }
    return kept;
}

Result<void> checkAttributes(const std::vector<UserAttribute>& attributes)
{
    QSet<QString> known;
    for (std::size_t i = 0; i < attributes.size(); ++i) {
        const QString key = canonicalName(attributes[i].name);
        if (key.isEmpty() || known.contains(key)) {
            return contract::invalidField(QStringLiteral("attributes[%1].name").arg(i),
                                          QStringLiteral("attribute_repeated"),
                                          QStringLiteral("Each attribute has a name of its own."));
        }
        known.insert(key);
    }
    return {};
}

void write(storage::Connection& connection, qint64 userId, const QStringList& aliases,
           const std::vector<UserAttribute>& attributes)
{
    connection.change(QStringLiteral("DELETE FROM user_aliases WHERE user_id = ?"), {userId});
    for (const QString& alias : aliases) {
        connection.change(
            QStringLiteral("INSERT INTO user_aliases (alias_key, alias, user_id) VALUES (?, ?, ?)"),
            {canonicalName(alias), alias, userId});
    }
    connection.change(QStringLiteral("UPDATE users SET aliases = ?, attributes = ? WHERE id = ?"),
                      {written(QJsonArray::fromStringList(aliases)),
                       written(contract::detail::write(attributes).toArray()), userId});
}

} // namespace holdfast::authentication::userMore
