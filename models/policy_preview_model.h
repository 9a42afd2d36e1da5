// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/policy_edit_model.h"
#include "models/tone.h"

#include <QTimer>

namespace holdfast::models {

// One effect of a change in words: "12 people would be locked by one more wrong code", "Ada, Ben and 10
// more".
struct EffectLine
{
    Tone tone {};
    QString sentence;
    QString people; // the first names; empty: there are none to show
};

// What the edited policy would do to the people of now, computed by the service while somebody edits: a
// moment after the last change, one request at a time, late answers ignored.
class PolicyPreviewModel : public QObject
{
    Q_OBJECT
public:
    enum class State
    {
        Nothing, // nothing is edited, or it is not sound yet
        Working, // what is shown is of an earlier edit, or nothing yet
        Ready,
        Failed
    };
    Q_ENUM(State)

    // Follows `edit`, which must outlive it.
    PolicyPreviewModel(client::ApiClient& api, PolicyEditModel& edit, QObject* parent = nullptr);
    // How long it waits after a change.
    void setDelay(std::chrono::milliseconds delay) { m_timer.setInterval(delay); }

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const contract::PolicyPreview& preview() const { return m_preview; }
    [[nodiscard]] const contract::Error& error() const { return m_error; }
    // "Applies to 1,204 people in 3 domains."
    [[nodiscard]] QString reach() const;
    // The worse first. Empty: the change meets nobody.
    [[nodiscard]] QList<EffectLine> effects() const;

Q_SIGNALS:
    void changed();

private:
    void follow();
    void ask();
    void become(State state);

    client::ApiClient& m_api;
    PolicyEditModel& m_edit;
    QTimer m_timer;
    State m_state = State::Nothing;
    contract::PolicyPreview m_preview;
    contract::Error m_error;
    QJsonObject m_asked;
    client::Call m_call;
};

} // namespace holdfast::models
