// SPDX-License-Identifier: Apache-2.0
#include "models/offline_sets_model.h"

#include "models/formats.h"
#include "models/words_offline.h"

#include <algorithm>

namespace holdfast::models {

using contract::OfflineSet;

namespace {

// One scale for all, or four days of four would look like fourteen of fourteen.
double shareLeft(const OfflineSet& set)
{
    constexpr double full = 14;
    return set.state == contract::OfflineSetState::Valid ? std::clamp(set.daysLeft / full, 0.0, 1.0) : 0;
}

} // namespace

OfflineSetsModel::OfflineSetsModel(client::ApiClient& api, const contract::Clock& clock, QObject* parent)
    : TypedWindowModel(parent)
    , m_api(api)
    , m_clock(clock)
{
    setSort(Days, Qt::AscendingOrder);
}

int OfflineSetsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant OfflineSetsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return role == Qt::DisplayRole ? QVariant() : WindowModel::headerData(section, orientation, role);
    }
    switch (section) {
    case Person:
        return tr("Person");
    case Workstation:
        return tr("Workstation");
    case Days:
        return tr("Days left");
    case State:
        return tr("State");
    case Renewal:
        return tr("Renewal");
    case Codes:
        return tr("Emergency codes");
    case Policy:
        return tr("Policy");
    case LastContact:
        return tr("Last contact");
    case Issued:
        return tr("Issued");
    case Token:
        return tr("Token");
    case Domain:
        return tr("Domain");
    default:
        return {};
    }
}

QString OfflineSetsModel::sortKey(int column) const
{
    switch (column) {
    case Person:
        return QStringLiteral("userName");
    case Workstation:
        return QStringLiteral("workstation");
    case Days:
        return QStringLiteral("daysLeft");
    case LastContact:
        return QStringLiteral("lastContact");
    default:
        return {};
    }
}

client::PageReply<OfflineSet> OfflineSetsModel::list(const client::ListQuery& query)
{
    return m_api.offlineSets(query);
}

QString OfflineSetsModel::idOf(const OfflineSet& set) const
{
    return set.id;
}

QVariant OfflineSetsModel::cellOf(const OfflineSet& set, int column, int role) const
{
    switch (role) {
    case StateRole:
        return static_cast<int>(set.state);
    case DaysRole:
        return set.daysLeft;
    case ReasonRole:
        return set.stateReason;
    case ShareRole:
        return words::opensStill(set, m_clock.now()) ? QVariant() : QVariant(shareLeft(set));
    case ReportedRole:
        return words::reportsOtherwise(set)
            ? tr("reports %1").arg(words::daysLeft(words::reportedDaysLeft(set)))
            : QString();
    case UserIdRole:
        return set.userId;
    case WorkstationIdRole:
        return set.workstationId;
    case NumericRole:
        return column == LastContact || column == Issued;
    case MonospaceRole:
        return column == Token;
    case ToneRole:
        return static_cast<int>(column == State      ? words::toneOf(set.state)
                                    : column == Days ? words::daysTone(set)
                                                     : Tone::Neutral);
    case Qt::ToolTipRole:
        if (column == Days && words::opensStill(set, m_clock.now())) {
            return (words::isKept(set.state, set.stateReason)
                        ? tr("Until %1.")
                        : tr("Until its next contact, at most until %1."))
                .arg(endTime(set.expiresAt));
        }
        if (column == Days) {
            const QString end = tr("Until %1.").arg(endTime(set.expiresAt));
            return words::reportsOtherwise(set) && set.reportedAt
                ? tr("%1 The workstation told of %2, %3.")
                      .arg(end, words::daysLeft(*set.daysReported),
                           relativeTime(*set.reportedAt, m_clock.now()))
                : end;
        }
        if (column == LastContact && set.lastContactAt) {
            return absoluteTime(*set.lastContactAt);
        }
        if (column == Policy && !set.policyName.isEmpty()) {
            return tr("%1, version %2").arg(set.policyName).arg(set.policyVersion);
        }
        return column == Issued ? QVariant(absoluteTime(set.issuedAt))
            : column == State   ? QVariant(words::standing(set))
            : column == Person  ? QVariant(set.userName)
                                : QVariant();
    case Qt::AccessibleTextRole:
        return column == Days && words::reportsOtherwise(set)
            ? tr("%1, reports %2")
                  .arg(words::daysLeft(set.daysLeft), words::daysLeft(words::reportedDaysLeft(set)))
            : textOf(set, column);
    case Qt::DisplayRole:
        return textOf(set, column);
    default:
        return {};
    }
}

QVariant OfflineSetsModel::textOf(const OfflineSet& set, int column) const
{
    const bool valid = set.state == contract::OfflineSetState::Valid;
    switch (column) {
    case Person:
        return words::person(set);
    case Workstation:
        return set.workstationName;
    case Days:
        return valid                                ? words::daysLeft(set.daysLeft)
            : words::opensStill(set, m_clock.now()) ? tr("works there until %1").arg(shortDate(set.expiresAt))
                                                    : tr("none");
    case State:
        return words::standing(set);
    case Renewal:
        return words::renewal(set);
    case Codes:
        return words::codesInside(set);
    case LastContact:
        return set.lastContactAt ? relativeTime(*set.lastContactAt, m_clock.now()) : tr("never");
    case Issued:
        return relativeTime(set.issuedAt, m_clock.now());
    case Policy:
        return set.policyName;
    case Token:
        return groupedSerial(set.tokenSerial);
    case Domain:
        return set.domain;
    default:
        return {};
    }
}

} // namespace holdfast::models
