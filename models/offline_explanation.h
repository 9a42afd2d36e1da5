// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/explanation_lines.h"

namespace holdfast::models {

// Why does this person get no offline days? Asked of the service for a workstation, or for any; what one
// click cures is done by the very call that the service names.
class OfflineExplanationModel final : public QObject
{
    Q_OBJECT
public:
    enum class State
    {
        Loading,
        Ready,
        Failed
    };
    Q_ENUM(State)

    // About the card's person; the card knows what is permitted, and must outlive it.
    OfflineExplanationModel(client::ApiClient& api, UserCardModel& card, QObject* parent = nullptr);

    // Empty: on any workstation of the person's own domain.
    void setWorkstation(const QString& id);
    [[nodiscard]] QString workstation() const { return m_workstation; }
    void refresh();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const contract::Error& error() const { return m_error; }
    [[nodiscard]] const contract::OfflineExplanation& explanation() const { return m_explanation; }
    [[nodiscard]] bool isActing() const { return m_acting; }

    // "Would get offline days", "No offline days: the passcode is too short for the policy".
    [[nodiscard]] QString verdict() const;
    // What is there now: "LAPTOP-7 holds 6 days", or nothing.
    [[nodiscard]] QString present() const;
    [[nodiscard]] Tone tone() const;
    [[nodiscard]] QList<ExplanationLine> lines() const;
    [[nodiscard]] QString ticket() const;

    // Whether a press does it at once; else the card asks for more.
    [[nodiscard]] static bool isOneClick(const contract::Cure& cure);
    void perform(const contract::Cure& cure);

Q_SIGNALS:
    void changed();
    void done(const QString& words);
    void failed(const holdfast::contract::Error& error);

private:
    client::ApiClient& m_api;
    UserCardModel& m_card;
    QString m_workstation;
    State m_state = State::Loading;
    bool m_acting = false;
    contract::OfflineExplanation m_explanation;
    contract::Error m_error;
    client::Call m_call;
};

} // namespace holdfast::models
