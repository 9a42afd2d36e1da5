// SPDX-License-Identifier: Apache-2.0
#include "models/policy_history_model.h"

#include "models/formats.h"
#include "models/policy_fields.h"

#include <QJsonArray>

namespace holdfast::models {

using contract::PolicyVersion;
using contract::Result;

namespace {

constexpr int mostShown = 500; // versions; who needs older ones asks the service

} // namespace

PolicyHistoryModel::PolicyHistoryModel(client::ApiClient& api, const contract::Clock& clock, AnyPolicy policy,
                                       QObject* parent)
    : QAbstractTableModel(parent)
    , m_api(api)
    , m_clock(clock)
    , m_policy(std::move(policy))
{ }

void PolicyHistoryModel::load()
{
    become(State::Loading);
    std::visit(
        [this](const auto& policy) {
            using T = std::decay_t<decltype(policy)>;
            m_call = client::consume(m_api.policyVersions<T>(policy.id, {.limit = mostShown}), this,
                                     [this](Result<contract::Page<PolicyVersion>> page) {
                                         if (!page) {
                                             m_error = page.error();
                                             become(State::Failed);
                                             return;
                                         }
                                         beginResetModel();
                                         m_versions = std::move(page->items);
                                         endResetModel();
                                         become(State::Ready);
                                     });
        },
        m_policy);
}

void PolicyHistoryModel::restore(int row)
{
    const PolicyVersion* wanted = version(row);
    if (!wanted || wanted->current || m_state != State::Ready) {
        return;
    }
    become(State::Restoring);
    std::visit(
        [this, number = wanted->number](const auto& policy) {
            using T = std::decay_t<decltype(policy)>;
            m_call = client::consume(m_api.restorePolicy<T>(policy.id, number, policy.version), this,
                                     [this, number](const Result<T>& answer) {
                                         become(State::Ready);
                                         if (!answer) {
                                             Q_EMIT failed(answer.error());
                                             return;
                                         }
                                         m_policy = *answer;
                                         Q_EMIT restored(number);
                                     });
        },
        m_policy);
}

const PolicyVersion* PolicyHistoryModel::version(int row) const
{
    return row >= 0 && row < rowCount() ? &m_versions[static_cast<size_t>(row)] : nullptr;
}

QList<PolicyChange> PolicyHistoryModel::changes(int row) const
{
    const PolicyVersion* shown = version(row);
    return shown ? policyChanges(shown->changes) : QList<PolicyChange>();
}

QList<PolicyChange> PolicyHistoryModel::changesIfRestored(int row) const
{
    const PolicyVersion* shown = version(row);
    if (!shown) {
        return {};
    }
    const QJsonObject now = policyJson(m_policy);
    QJsonObject changes;
    for (auto it = shown->settings.begin(); it != shown->settings.end(); ++it) {
        if (now.value(it.key()) != it.value()) {
            changes.insert(it.key(), QJsonArray {now.value(it.key()), it.value()});
        }
    }
    return policyChanges(changes);
}

QString PolicyHistoryModel::summaryOf(int row) const
{
    const PolicyVersion& shown = m_versions[static_cast<size_t>(row)];
    if (shown.restoredFrom) {
        return tr("Version %1 restored").arg(*shown.restoredFrom);
    }
    const auto changed = changes(row);
    if (changed.isEmpty()) {
        return row + 1 == rowCount() ? tr("As it was first kept") : tr("Written again, unchanged");
    }
    const PolicyChange& first = changed.first();
    const QString text = tr("%1: %2 → %3").arg(first.label, first.before, first.after);
    return changed.size() == 1
        ? text
        : tr("%1, and %n more", nullptr, static_cast<int>(changed.size()) - 1).arg(text);
}

int PolicyHistoryModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_versions.size());
}

int PolicyHistoryModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

// What came with the service has no time.
QString PolicyHistoryModel::whenOf(const PolicyVersion& version, const QString& time)
{
    return version.at == contract::Timestamp {} ? tr("from the start") : time;
}

QVariant PolicyHistoryModel::data(const QModelIndex& index, int role) const
{
    const PolicyVersion* shown = version(index.row());
    if (!shown) {
        return {};
    }
    if (role == Qt::ToolTipRole) {
        return index.column() == At     ? whenOf(*shown, absoluteTime(shown->at))
            : index.column() == Summary ? summaryOf(index.row())
                                        : QVariant();
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (index.column()) {
    case Number:
        return shown->current ? tr("%1 (now)").arg(shown->number) : QString::number(shown->number);
    case At:
        return whenOf(*shown, relativeTime(shown->at, m_clock.now()));
    case Author:
        return shown->author.isEmpty() ? tr("not known") : shown->author;
    case Summary:
        return summaryOf(index.row());
    default:
        return {};
    }
}

QVariant PolicyHistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return QAbstractTableModel::headerData(section, orientation, role);
    }
    switch (section) {
    case Number:
        return tr("Version");
    case At:
        return tr("When");
    case Author:
        return tr("By");
    case Summary:
        return tr("Change");
    default:
        return {};
    }
}

void PolicyHistoryModel::become(State state)
{
    if (m_state != state) {
        m_state = state;
        Q_EMIT stateChanged();
    }
}

} // namespace holdfast::models
