// SPDX-License-Identifier: Apache-2.0
#include "models/policy_edit_model.h"

#include "models/policy_fields.h"
#include "models/words.h"

namespace holdfast::models {

using contract::PolicyType;
using contract::Result;

namespace {

AnyPolicy fresh(PolicyType type)
{
    switch (type) {
    case PolicyType::Lockout:
        return contract::LockoutPolicy {};
    case PolicyType::Token:
        return contract::TokenPolicy {};
    case PolicyType::Offline:
        return contract::OfflinePolicy {};
    }
    return {};
}

} // namespace

PolicyEditModel::PolicyEditModel(client::ApiClient& api, QObject* parent)
    : QObject(parent)
    , m_api(api)
{ }

PolicyType PolicyEditModel::type() const
{
    return static_cast<PolicyType>(m_edited.index());
}

void PolicyEditModel::open(PolicyType type, const QString& id)
{
    m_call.cancel();
    m_isNew = false;
    m_error = {};
    m_original = m_edited = fresh(type);
    become(State::Loading);
    std::visit(
        [&](const auto& policy) {
            using T = std::decay_t<decltype(policy)>;
            m_call = client::consume(m_api.policy<T>(id), this, [this](Result<T> answer) {
                if (!answer) {
                    m_error = answer.error();
                    become(State::Failed);
                    return;
                }
                start(std::move(*answer));
            });
        },
        m_edited);
}

void PolicyEditModel::create(PolicyType type)
{
    m_call.cancel();
    m_isNew = true;
    start(fresh(type));
}

void PolicyEditModel::duplicate()
{
    m_call.cancel();
    AnyPolicy copy = m_edited;
    std::visit(
        [](auto& policy) {
            policy.id.clear();
            policy.version = 0;
            policy.isDefault = false;
            policy.domains.clear();
            policy.name = tr("Copy of %1").arg(policy.name);
        },
        copy);
    m_isNew = true;
    start(std::move(copy));
}

void PolicyEditModel::start(AnyPolicy policy)
{
    m_error = {};
    m_original = policy;
    m_edited = std::move(policy);
    become(State::Editing);
    Q_EMIT changed();
}

bool PolicyEditModel::isDirty() const
{
    return m_isNew || policyJson(m_edited) != policyJson(m_original);
}

void PolicyEditModel::edited()
{
    m_error = {}; // what the service said was about the former content
    Q_EMIT changed();
}

void PolicyEditModel::revert()
{
    m_edited = m_original;
    edited();
}

void PolicyEditModel::save()
{
    if (m_state != State::Editing || !isValid()) {
        return;
    }
    become(State::Saving);
    std::visit(
        [this](const auto& policy) {
            using T = std::decay_t<decltype(policy)>;
            m_call = client::consume(m_isNew ? m_api.createPolicy(policy) : m_api.replacePolicy(policy), this,
                                     [this](Result<T> answer) { stored(std::move(answer)); });
        },
        m_edited);
}

template <class T>
void PolicyEditModel::stored(Result<T> answer)
{
    if (answer) {
        m_isNew = false;
        start(std::move(*answer));
        Q_EMIT saved();
        return;
    }
    m_error = answer.error();
    if (m_error.kind == contract::ErrorKind::StaleVersion) {
        fetchTheirs<T>();
        return;
    }
    become(State::Editing);
    Q_EMIT changed(); // faults at fields
    Q_EMIT failed(m_error);
}

// What is being edited stays as it is.
template <class T>
void PolicyEditModel::fetchTheirs()
{
    m_call = client::consume(m_api.policy<T>(std::get<T>(m_edited).id), this, [this](Result<T> answer) {
        if (!answer) {
            become(State::Editing);
            Q_EMIT failed(answer.error());
            return;
        }
        m_theirs = std::move(*answer);
        become(State::Stale);
    });
}

void PolicyEditModel::overwrite()
{
    if (m_state != State::Stale) {
        return;
    }
    const qint64 version = std::visit([](const auto& policy) { return policy.version; }, m_theirs);
    std::visit([version](auto& policy) { policy.version = version; }, m_edited);
    m_error = {};
    become(State::Editing);
    save();
}

void PolicyEditModel::takeTheirs()
{
    if (m_state == State::Stale) {
        start(m_theirs);
    }
}

void PolicyEditModel::remove()
{
    if (m_state != State::Editing || m_isNew) {
        return;
    }
    become(State::Saving);
    std::visit(
        [this](const auto& policy) {
            using T = std::decay_t<decltype(policy)>;
            m_call = client::consume(m_api.deletePolicy<T>(policy.id, policy.version), this,
                                     [this](const Result<client::Nothing>& answer) {
                                         if (answer) {
                                             become(State::Empty);
                                             Q_EMIT removed();
                                             return;
                                         }
                                         m_error = answer.error();
                                         become(State::Editing);
                                         Q_EMIT failed(m_error);
                                     });
        },
        m_edited);
}

QString PolicyEditModel::fieldProblem(const QString& field) const
{
    for (const contract::FieldError& fault : m_error.fields) {
        if (fault.path == field) {
            return words::fieldProblem(fault);
        }
    }
    for (const contract::FieldError& fault : policyFaults(m_edited)) {
        if (fault.path == field) {
            return words::fieldProblem(fault);
        }
    }
    return {};
}

bool PolicyEditModel::isValid() const
{
    return policyFaults(m_edited).isEmpty();
}

std::pair<int, int> PolicyEditModel::range(const QString& field) const
{
    return policyRange(m_edited, field);
}

void PolicyEditModel::become(State state)
{
    if (m_state != state) {
        m_state = state;
        Q_EMIT stateChanged();
    }
}

} // namespace holdfast::models
