// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/policy_edit_model.h"

#include <QAbstractTableModel>
#include <QTimer>

namespace holdfast::models {

// Which tokens an offline policy lets people take along, computed by the service as it is edited: a line for
// each kind of token and length of code, a column for each length of PIN, and why.
class OfflineVerdictsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum class State
    {
        Nothing, // no offline policy is open
        Working, // what is shown, if anything, is of an earlier edit
        Ready,
        Unavailable // a service that does not know the question, or could not answer
    };
    Q_ENUM(State)
    enum Role
    {
        AllowedRole = Qt::UserRole + 1, // bool; invalid where the cell says nothing
        ToneRole // models::Tone as int
    };

    // Follows `edit`, which must outlive it.
    OfflineVerdictsModel(client::ApiClient& api, PolicyEditModel& edit, QObject* parent = nullptr);
    // How long it waits after a change.
    void setDelay(std::chrono::milliseconds delay) { m_timer.setInterval(delay); }

    [[nodiscard]] State state() const { return m_state; }
    // Whether the PIN's length makes no difference to the line: its cells are one.
    [[nodiscard]] bool isWide(int row) const;
    [[nodiscard]] int pinColumns() const { return static_cast<int>(m_pins.size()); }
    // How strict the policy is, in a sentence.
    [[nodiscard]] QString hint() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void stateChanged();

private:
    struct Line
    {
        QString kind;
        int digits = 0;
        std::vector<contract::OfflineVerdict> verdicts;
    };
    void follow();
    void ask();
    void take(const std::vector<contract::OfflineVerdict>& verdicts);
    void become(State state);
    [[nodiscard]] const contract::OfflineVerdict* verdictAt(const Line& line, int column) const;
    [[nodiscard]] QString whyOf(const Line& line) const;

    client::ApiClient& m_api;
    PolicyEditModel& m_edit;
    QTimer m_timer;
    State m_state = State::Nothing;
    QJsonObject m_asked;
    std::vector<Line> m_lines;
    std::vector<int> m_pins;
    int m_allowed = 0;
    int m_all = 0;
    client::Call m_call;
};

} // namespace holdfast::models
