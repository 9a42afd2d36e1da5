// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/client/api_client.h"
#include "services/client/consume.h"

#include <QObject>

#include <functional>
#include <variant>

namespace holdfast::models {

using AnyPolicy = std::variant<contract::LockoutPolicy, contract::TokenPolicy, contract::OfflinePolicy>;

// Editing one policy: what was read, what it is to become, whether they differ, faults at their fields, and
// somebody else's change in between.
class PolicyEditModel : public QObject
{
    Q_OBJECT
public:
    enum class State
    {
        Empty,
        Loading,
        Editing,
        Saving,
        Stale, // somebody else saved meanwhile: theirs() holds it; overwrite() or takeTheirs()
        Failed // could not be read
    };
    Q_ENUM(State)

    explicit PolicyEditModel(client::ApiClient& api, QObject* parent = nullptr);

    void open(contract::PolicyType type, const QString& id);
    void create(contract::PolicyType type); // a new one, with the defaults
    void duplicate(); // what is being edited, as a new one
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isNew() const { return m_isNew; }
    [[nodiscard]] bool isDirty() const;
    [[nodiscard]] contract::PolicyType type() const;
    [[nodiscard]] const AnyPolicy& policy() const { return m_edited; }
    [[nodiscard]] const AnyPolicy& theirs() const { return m_theirs; }
    // The widgets write through this; changed() follows. T must be the type that is open.
    template <class T>
    void edit(const std::function<void(T&)>& change)
    {
        if (T* policy = std::get_if<T>(&m_edited)) {
            change(*policy);
            edited();
        }
    }
    void revert();
    void save(); // saved() or failed() or state Stale follows
    void overwrite();
    void takeTheirs();
    void remove(); // removed() or failed()

    // Words for a field ("maxFailures"), from the service or from the declared limits; empty: sound.
    [[nodiscard]] QString fieldProblem(const QString& field) const;
    [[nodiscard]] bool isValid() const;
    [[nodiscard]] const contract::Error& error() const { return m_error; }
    // Declared limits of an int field, for spin boxes.
    [[nodiscard]] std::pair<int, int> range(const QString& field) const;

Q_SIGNALS:
    void stateChanged();
    void changed();
    void saved();
    void removed();
    void failed(const holdfast::contract::Error& error);

private:
    void start(AnyPolicy policy);
    void edited();
    void become(State state);
    template <class T>
    void stored(contract::Result<T> answer);
    template <class T>
    void fetchTheirs();

    client::ApiClient& m_api;
    State m_state = State::Empty;
    AnyPolicy m_original;
    AnyPolicy m_edited;
    AnyPolicy m_theirs;
    contract::Error m_error;
    bool m_isNew = false;
    client::Call m_call;
};

} // namespace holdfast::models
