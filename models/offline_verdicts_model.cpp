// SPDX-License-Identifier: Apache-2.0
#include "models/offline_verdicts_model.h"

#include "models/policy_fields.h"
#include "models/tone.h"
#include "models/words_offline.h"

#include <algorithm>

namespace holdfast::models {

using contract::OfflineVerdict;

namespace {

// One cell for all lengths of PIN says that they make no difference.
QString lengthOf(const OfflineVerdict& verdict)
{
    if (verdict.pinLength > 0) {
        return QString::number(verdict.passcodeLength);
    }
    return verdict.kind == QLatin1String("pinpad")
        ? OfflineVerdictsModel::tr("%1, whatever the PIN").arg(verdict.passcodeLength)
        : OfflineVerdictsModel::tr("%1, without a PIN").arg(verdict.passcodeLength);
}

} // namespace

OfflineVerdictsModel::OfflineVerdictsModel(client::ApiClient& api, PolicyEditModel& edit, QObject* parent)
    : QAbstractTableModel(parent)
    , m_api(api)
    , m_edit(edit)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(250);
    connect(&m_timer, &QTimer::timeout, this, &OfflineVerdictsModel::ask);
    connect(&m_edit, &PolicyEditModel::changed, this, &OfflineVerdictsModel::follow);
    connect(&m_edit, &PolicyEditModel::stateChanged, this, &OfflineVerdictsModel::follow);
}

void OfflineVerdictsModel::follow()
{
    const auto* policy = std::get_if<contract::OfflinePolicy>(&m_edit.policy());
    const bool open = policy && m_edit.state() == PolicyEditModel::State::Editing;
    if (!open) {
        if (m_edit.state() == PolicyEditModel::State::Saving) {
            return;
        }
        m_timer.stop();
        m_call.cancel();
        m_asked = {};
        become(State::Nothing);
        return;
    }
    if (!m_edit.isValid() || policyJson(m_edit.policy()) == m_asked || m_state == State::Unavailable) {
        return;
    }
    m_call.cancel();
    if (m_asked.isEmpty()) {
        ask(); // nothing is shown yet
    } else {
        m_timer.start();
    }
    become(State::Working);
}

void OfflineVerdictsModel::ask()
{
    const auto* policy = std::get_if<contract::OfflinePolicy>(&m_edit.policy());
    if (!policy || !m_edit.isValid()) {
        return;
    }
    m_asked = policyJson(m_edit.policy());
    m_call = client::consume(m_api.offlineVerdicts(*policy), this,
                             [this](const contract::Result<contract::OfflineVerdicts>& answer) {
                                 if (!answer) {
                                     // An older service does not know the path; others may answer the next
                                     // edit.
                                     const bool unknown =
                                         answer.error().kind == contract::ErrorKind::NotFound;
                                     m_asked = {};
                                     become(unknown ? State::Unavailable : State::Nothing);
                                     return;
                                 }
                                 take(answer->verdicts);
                                 become(State::Ready);
                             });
}

void OfflineVerdictsModel::take(const std::vector<OfflineVerdict>& verdicts)
{
    std::vector<Line> lines;
    std::vector<int> pins;
    m_allowed = 0;
    m_all = 0;
    for (const OfflineVerdict& verdict : verdicts) {
        const int digits = verdict.passcodeLength - verdict.pinLength;
        auto line = std::find_if(lines.begin(), lines.end(), [&](const Line& known) {
            return known.kind == verdict.kind && known.digits == digits;
        });
        if (line == lines.end()) {
            line = lines.insert(lines.end(), {verdict.kind, digits, {}});
        }
        line->verdicts.push_back(verdict);
        if (verdict.pinLength > 0 && std::find(pins.begin(), pins.end(), verdict.pinLength) == pins.end()) {
            pins.push_back(verdict.pinLength);
        }
        m_allowed += verdict.allowed ? 1 : 0;
        ++m_all;
    }
    std::sort(pins.begin(), pins.end());
    beginResetModel();
    m_lines = std::move(lines);
    m_pins = std::move(pins);
    endResetModel();
}

void OfflineVerdictsModel::become(State state)
{
    if (m_state != state || state == State::Ready) {
        m_state = state;
        Q_EMIT stateChanged();
    }
}

bool OfflineVerdictsModel::isWide(int row) const
{
    const auto& line = m_lines.at(static_cast<size_t>(row));
    return line.verdicts.size() == 1 && line.verdicts.front().pinLength == 0;
}

QString OfflineVerdictsModel::hint() const
{
    const auto* policy = std::get_if<contract::OfflinePolicy>(&m_edit.policy());
    if (!policy || m_all == 0) {
        return {};
    }
    if (!policy->enabled) {
        return tr("Offline logon is off: nothing of this counts until it is turned on.");
    }
    const QString share = m_allowed == 0 ? tr("No token works offline under these settings.")
        : m_allowed == m_all             ? tr("Every token works offline, even one without a PIN.")
                             : tr("%1 of %2 combinations work offline.").arg(m_allowed).arg(m_all);
    return share + QLatin1Char(' ')
        + tr("Where a person's domain and a workstation's domain differ, the stricter value of each setting "
             "counts.");
}

int OfflineVerdictsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int OfflineVerdictsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : pinColumns() + 2;
}

const OfflineVerdict* OfflineVerdictsModel::verdictAt(const Line& line, int column) const
{
    if (column < 1 || column > pinColumns()) {
        return nullptr;
    }
    const int pin = m_pins.at(static_cast<size_t>(column - 1));
    const auto found = std::find_if(line.verdicts.begin(), line.verdicts.end(), [&](const auto& verdict) {
        return verdict.pinLength == pin || verdict.pinLength == 0;
    });
    return found == line.verdicts.end() ? nullptr : &*found;
}

// One sentence for the line: what is true of all, or from which PIN on it is allowed.
QString OfflineVerdictsModel::whyOf(const Line& line) const
{
    const auto refused =
        std::find_if(line.verdicts.begin(), line.verdicts.end(), [](const auto& v) { return !v.allowed; });
    const auto allowed =
        std::find_if(line.verdicts.begin(), line.verdicts.end(), [](const auto& v) { return v.allowed; });
    if (refused != line.verdicts.end() && allowed != line.verdicts.end()) {
        return tr("from a PIN of %1 on").arg(allowed->pinLength);
    }
    return words::verdictReason(line.verdicts.front());
}

QVariant OfflineVerdictsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const Line& line = m_lines.at(static_cast<size_t>(index.row()));
    const OfflineVerdict* verdict = verdictAt(line, index.column());
    if (index.column() == 0) {
        return role == Qt::DisplayRole ? QVariant(words::verdictKind(line.kind, line.digits)) : QVariant();
    }
    if (!verdict) {
        const bool why = index.column() == pinColumns() + 1;
        return why && (role == Qt::DisplayRole || role == Qt::ToolTipRole) ? QVariant(whyOf(line))
                                                                           : QVariant();
    }
    switch (role) {
    case AllowedRole:
        return verdict->allowed;
    case ToneRole:
        return static_cast<int>(verdict->allowed ? Tone::Good : Tone::Bad);
    case Qt::DisplayRole:
        return lengthOf(*verdict);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return verdict->allowed
            ? tr("A passcode of %n character(s): allowed, %1", nullptr, verdict->passcodeLength)
                  .arg(words::verdictReason(*verdict))
            : tr("A passcode of %n character(s): refused, %1", nullptr, verdict->passcodeLength)
                  .arg(words::verdictReason(*verdict));
    default:
        return {};
    }
}

QVariant OfflineVerdictsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    if (section == 0) {
        return tr("Token");
    }
    if (section == pinColumns() + 1) {
        return tr("Why");
    }
    return tr("PIN %1").arg(m_pins.at(static_cast<size_t>(section - 1)));
}

} // namespace holdfast::models
