// SPDX-License-Identifier: Apache-2.0
#include "models/caller_verification_model.h"

#include "models/words_verification.h"

namespace holdfast::models {

using contract::ApprovalState;
using contract::CallerVerification;
using contract::Result;
using contract::VerificationMethod;

namespace {

constexpr std::chrono::seconds pollEvery {3};

} // namespace

CallerVerificationModel::CallerVerificationModel(client::ApiClient& api, const contract::UserCard& card,
                                                 QObject* parent)
    : QObject(parent)
    , m_api(api)
    , m_userId(card.user.id)
    , m_phone(card.user.phone)
    , m_state(card.verification.value_or(CallerVerification {}))
{
    m_poll.setInterval(pollEvery);
    connect(&m_poll, &QTimer::timeout, this, &CallerVerificationModel::refresh);
    if (m_state.approval == ApprovalState::Pending) {
        m_poll.start();
    }
}

bool CallerVerificationModel::has(VerificationMethod method) const
{
    return std::find(m_state.methods.begin(), m_state.methods.end(), method) != m_state.methods.end();
}

bool CallerVerificationModel::done(VerificationMethod method) const
{
    return std::any_of(m_state.steps.begin(), m_state.steps.end(),
                       [&](const contract::VerificationStep& step) { return step.method == method; });
}

int CallerVerificationModel::mostPoints() const
{
    int most = 0;
    for (const contract::ActionRequirement& requirement : m_state.requirements) {
        most = std::max(most, requirement.points);
    }
    return most;
}

int CallerVerificationModel::nextPoints() const
{
    int next = 0;
    for (const contract::ActionRequirement& requirement : m_state.requirements) {
        if (requirement.points > m_state.points && (next == 0 || requirement.points < next)) {
            next = requirement.points;
        }
    }
    return next;
}

bool CallerVerificationModel::wantsApproval() const
{
    return std::any_of(m_state.requirements.begin(), m_state.requirements.end(),
                       [](const contract::ActionRequirement& requirement) { return requirement.approval; });
}

bool CallerVerificationModel::isComplete() const
{
    return std::all_of(m_state.requirements.begin(), m_state.requirements.end(),
                       [](const contract::ActionRequirement& requirement) { return requirement.open; });
}

QString CallerVerificationModel::progress() const
{
    QStringList open;
    for (const contract::ActionRequirement& requirement : m_state.requirements) {
        if (requirement.open && (requirement.points > 0 || requirement.approval)) {
            open << words::of(requirement.action);
        }
    }
    QStringList sentences {tr("%1 of %2 points are reached.").arg(m_state.points).arg(mostPoints())};
    if (isComplete()) {
        sentences << tr("Everything is open.");
    } else if (!open.isEmpty()) {
        sentences << tr("Open now: %1.").arg(open.join(tr(", ", "between actions")));
    }
    if (nextPoints() > 0) {
        sentences << tr("%n more point(s) open the next.", nullptr, nextPoints() - m_state.points);
    }
    return sentences.join(QLatin1Char(' '));
}

void CallerVerificationModel::load()
{
    if (!has(VerificationMethod::Questions)) {
        return;
    }
    client::consume(m_api.callerQuestions(m_userId), this,
                    [this](const Result<contract::Page<contract::CallerQuestion>>& page) {
                        if (page) {
                            m_questions = page->items;
                            Q_EMIT changed();
                        } else {
                            Q_EMIT failed(page.error());
                        }
                    });
}

void CallerVerificationModel::tryCode(const contract::Secret& code)
{
    contract::VerificationStepCreate step;
    step.method = VerificationMethod::TokenCode;
    step.code = code;
    add(std::move(step));
}

void CallerVerificationModel::confirmCallBack()
{
    contract::VerificationStepCreate step;
    step.method = VerificationMethod::CallBack;
    add(std::move(step));
}

void CallerVerificationModel::confirmManager(const QString& name)
{
    contract::VerificationStepCreate step;
    step.method = VerificationMethod::Manager;
    step.manager = name.trimmed();
    add(std::move(step));
}

void CallerVerificationModel::answer(const QStringList& answers)
{
    contract::VerificationStepCreate step;
    step.method = VerificationMethod::Questions;
    for (qsizetype i = 0; i < answers.size() && static_cast<size_t>(i) < m_questions.size(); ++i) {
        if (const QString said = answers.at(i).trimmed(); !said.isEmpty()) {
            step.answers.push_back({m_questions[static_cast<size_t>(i)].id, contract::Secret(said)});
        }
    }
    if (!step.answers.empty()) {
        add(std::move(step));
    }
}

// A verification lives for minutes: it is begun with the first thing that is tried, and anew when it is over.
template <class Ask>
void CallerVerificationModel::withVerification(Ask ask)
{
    if (m_busy) {
        return;
    }
    setBusy(true);
    if (!m_state.id.isEmpty()) {
        client::consume(ask(m_state.id), this,
                        [this](const Result<CallerVerification>& state) { take(state); });
        return;
    }
    client::consume(m_api.beginVerification(m_userId), this,
                    [this, ask](const Result<CallerVerification>& begun) {
                        if (!begun) {
                            take(begun);
                            return;
                        }
                        m_state = *begun;
                        client::consume(ask(m_state.id), this,
                                        [this](const Result<CallerVerification>& state) { take(state); });
                    });
}

void CallerVerificationModel::add(contract::VerificationStepCreate step)
{
    withVerification([this, step = std::move(step)](const QString& id) {
        return m_api.addVerificationStep(m_userId, id, step);
    });
}

void CallerVerificationModel::askApproval(const QString& reason)
{
    withVerification([this, reason](const QString& id) {
        return m_api.requestApproval(m_userId, id, {.reason = reason.trimmed()});
    });
}

void CallerVerificationModel::refresh()
{
    if (m_busy || m_state.id.isEmpty()) {
        return;
    }
    client::consume(m_api.verification(m_userId, m_state.id), this,
                    [this](const Result<CallerVerification>& state) {
                        if (!state) {
                            m_poll.stop();
                            Q_EMIT failed(state.error());
                            return;
                        }
                        const ApprovalState before = std::exchange(m_state, *state).approval;
                        if (m_state.approval != ApprovalState::Pending) {
                            m_poll.stop();
                        }
                        Q_EMIT changed();
                        if (before == ApprovalState::Pending && m_state.approval == ApprovalState::Approved) {
                            Q_EMIT succeeded();
                        }
                    });
}

void CallerVerificationModel::take(const Result<CallerVerification>& state)
{
    setBusy(false);
    if (!state) {
        if (state.error().code == QLatin1String("verification_over")) {
            m_state.id.clear();
            m_state.steps.clear();
            m_state.points = 0;
            m_state.approval = ApprovalState::None;
        }
        Q_EMIT changed();
        Q_EMIT failed(state.error());
        return;
    }
    m_state = *state;
    if (m_state.approval == ApprovalState::Pending) {
        m_poll.start();
    }
    Q_EMIT changed();
    Q_EMIT succeeded();
}

void CallerVerificationModel::setBusy(bool busy)
{
    m_busy = busy;
    Q_EMIT busyChanged();
}

} // namespace holdfast::models
