// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/paging.h"

#include "services/security/key_ring.h"

#include <QJsonDocument>

namespace holdfast::authentication {

namespace {

constexpr qsizetype tagLength = 12; // bytes of the keyed hash that a cursor carries
constexpr auto encoding = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

// Binds a cursor to its list, its order and its filter: in another list it would mean another place.
QByteArray tagOf(const Call& call, const QString& order, const QByteArray& key)
{
    const QByteArray bound =
        QByteArray("cursor\n") + call.operation().id + '\n' + order.toUtf8() + '\n' + key;
    return call.context().keys.macBytes(security::Purpose::LookupToken, bound).left(tagLength);
}

contract::Result<QJsonArray> keyOf(const Call& call, const char* parameter, const QString& cursor,
                                   const QString& order)
{
    const auto decoded =
        QByteArray::fromBase64Encoding(cursor.toLatin1(), encoding | QByteArray::AbortOnBase64DecodingErrors);
    const QByteArray bytes = decoded ? *decoded : QByteArray();
    const QByteArray key = bytes.mid(tagLength);
    if (bytes.size() <= tagLength
        || !contract::constantTimeEquals(bytes.left(tagLength), tagOf(call, order, key))) {
        return contract::invalidField(
            QString::fromLatin1(parameter), QStringLiteral("invalid_cursor"),
            QStringLiteral("%1 must be a cursor of this list in this order.").arg(QLatin1String(parameter)));
    }
    return QJsonDocument::fromJson(key).array();
}

} // namespace

std::vector<QueryParameter> pagingParameters()
{
    return {
        {.name = "limit",
         .description = "Most items of the page; 100 by default.",
         .type = ParameterType::Integer,
         .minimum = 1,
         .maximum = 500},
        {.name = "after",
         .description = "A page's `next`: goes on behind it.",
         .minimum = 1,
         .maximum = 4096},
        {.name = "before",
         .description = "A page's `previous`: what comes before it.",
         .minimum = 1,
         .maximum = 4096},
        {.name = "at",
         .description = "The share of the rows that come first, for a dragged scroll bar; approximate.",
         .type = ParameterType::Number,
         .minimum = 0,
         .maximum = 1},
        {.name = "total", .description = "Whether to count the rows.", .type = ParameterType::Boolean},
    };
}

contract::Result<PageRequest> pageRequest(const Call& call, const QString& order)
{
    PageRequest page;
    page.limit = static_cast<int>(call.integer("limit").value_or(page.limit));
    page.total = call.flag("total");
    page.at = call.number("at");
    for (const char* parameter : {"after", "before"}) {
        const auto cursor = call.text(parameter);
        if (!cursor) {
            continue;
        }
        contract::Result<QJsonArray> key = keyOf(call, parameter, *cursor, order);
        if (!key) {
            return contract::Unexpected(key.error());
        }
        (*parameter == 'a' ? page.after : page.before) = std::move(*key);
    }
    if (int(page.after.has_value()) + int(page.before.has_value()) + int(page.at.has_value()) > 1) {
        return contract::invalidField(QStringLiteral("after"), QStringLiteral("contradicts"),
                                      QStringLiteral("Only one of after, before and at may be given."));
    }
    return page;
}

QString cursorOf(const Call& call, const QString& order, const QJsonArray& key)
{
    const QByteArray json = QJsonDocument(key).toJson(QJsonDocument::Compact);
    return QString::fromLatin1((tagOf(call, order, json) + json).toBase64(encoding));
}

} // namespace holdfast::authentication
