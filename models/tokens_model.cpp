// SPDX-License-Identifier: Apache-2.0
#include "models/tokens_model.h"

#include "models/formats.h"
#include "models/words.h"

namespace holdfast::models {

using contract::Token;

namespace {

constexpr auto soon = std::chrono::days(30);

} // namespace

TokensModel::TokensModel(client::ApiClient& api, const contract::Clock& clock, QObject* parent)
    : TypedWindowModel(parent)
    , m_api(api)
    , m_clock(clock)
{
    setSort(Serial, Qt::AscendingOrder);
}

int TokensModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TokensModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return role == Qt::DisplayRole ? QVariant() : WindowModel::headerData(section, orientation, role);
    }
    switch (section) {
    case Serial:
        return tr("Serial number");
    case Kind:
        return tr("Kind");
    case State:
        return tr("State");
    case Owner:
        return tr("Owner");
    case Pin:
        return tr("PIN");
    case Expires:
        return tr("Expires");
    case LastUsed:
        return tr("Last used");
    case Domain:
        return tr("Domain");
    default:
        return {};
    }
}

QString TokensModel::sortKey(int column) const
{
    switch (column) {
    case Serial:
        return QStringLiteral("serial");
    case Owner:
        return QStringLiteral("userName");
    case Expires:
        return QStringLiteral("expiresAt");
    case LastUsed:
        return QStringLiteral("lastUsedAt");
    default:
        return {};
    }
}

client::PageReply<Token> TokensModel::list(const client::ListQuery& query)
{
    return m_api.tokens(query);
}

QString TokensModel::idOf(const Token& token) const
{
    return token.serial;
}

QVariant TokensModel::cellOf(const Token& token, int column, int role) const
{
    const contract::Timestamp now = m_clock.now();
    switch (role) {
    case StateRole:
        return static_cast<int>(token.state);
    case OwnerIdRole:
        return token.userId.value_or(QString());
    case NumericRole:
        return column == Expires || column == LastUsed;
    case MonospaceRole:
        return column == Serial;
    case ToneRole:
        if (column == Expires && token.expiresAt && *token.expiresAt < now + soon) {
            return static_cast<int>(*token.expiresAt <= now ? Tone::Bad : Tone::Warning);
        }
        return static_cast<int>(column == State ? words::toneOf(token.state) : Tone::Neutral);
    case Qt::ToolTipRole:
        if (column == Expires && token.expiresAt) {
            return absoluteTime(*token.expiresAt);
        }
        return column == LastUsed && token.lastUsedAt ? QVariant(absoluteTime(*token.lastUsedAt))
                                                      : QVariant();
    case Qt::DisplayRole:
        break;
    default:
        return {};
    }
    switch (column) {
    case Serial:
        return groupedSerial(token.serial);
    case Kind:
        return words::of(token.kind);
    case State:
        return words::of(token.state);
    case Owner:
        return token.userDisplayName && !token.userDisplayName->isEmpty()
            ? *token.userDisplayName
            : token.userName.value_or(QString());
    case Pin:
        return words::of(token.pinState);
    case Expires:
        return token.expiresAt ? relativeTime(*token.expiresAt, now) : tr("never");
    case LastUsed:
        return token.lastUsedAt ? relativeTime(*token.lastUsedAt, now) : tr("never");
    case Domain:
        return token.domain;
    default:
        return {};
    }
}

} // namespace holdfast::models
