// SPDX-License-Identifier: Apache-2.0
#include "models/policy_preview_model.h"

#include "models/policy_fields.h"
#include "models/words.h"

#include <QLocale>

namespace holdfast::models {

using contract::EffectKind;
using contract::Result;

namespace {

Tone toneOf(EffectKind kind)
{
    switch (kind) {
    case EffectKind::Worse:
        return Tone::Warning;
    case EffectKind::Better:
        return Tone::Good;
    case EffectKind::Neutral:
    case EffectKind::Unknown:
        break;
    }
    return Tone::Neutral;
}

QString namesOf(const contract::PolicyEffect& effect)
{
    constexpr size_t shown = 3;
    QStringList names;
    for (size_t i = 0; i < std::min(shown, effect.first.size()); ++i) {
        const contract::AffectedPerson& person = effect.first[i];
        names << (person.displayName.isEmpty() ? person.name : person.displayName);
    }
    if (names.isEmpty()) {
        return {};
    }
    const qint64 more = effect.count - names.size();
    return more <= 0 && effect.complete
        ? QLocale().createSeparatedList(names)
        : PolicyPreviewModel::tr("%1 and %Ln more", nullptr, static_cast<int>(std::max<qint64>(more, 1)))
              .arg(names.join(PolicyPreviewModel::tr(", ", "between names")));
}

} // namespace

PolicyPreviewModel::PolicyPreviewModel(client::ApiClient& api, PolicyEditModel& edit, QObject* parent)
    : QObject(parent)
    , m_api(api)
    , m_edit(edit)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(350);
    connect(&m_timer, &QTimer::timeout, this, &PolicyPreviewModel::ask);
    connect(&m_edit, &PolicyEditModel::changed, this, &PolicyPreviewModel::follow);
    connect(&m_edit, &PolicyEditModel::stateChanged, this, &PolicyPreviewModel::follow);
}

void PolicyPreviewModel::follow()
{
    const bool editing = m_edit.state() == PolicyEditModel::State::Editing && !m_edit.isNew()
        && m_edit.isDirty() && m_edit.isValid();
    if (!editing) {
        m_timer.stop();
        m_call.cancel();
        m_asked = {};
        become(State::Nothing);
        return;
    }
    if (policyJson(m_edit.policy()) == m_asked) {
        return;
    }
    m_call.cancel();
    m_timer.start();
    become(State::Working);
}

void PolicyPreviewModel::ask()
{
    m_asked = policyJson(m_edit.policy());
    std::visit(
        [this](const auto& policy) {
            m_call = client::consume(m_api.previewPolicy(policy), this,
                                     [this](Result<contract::PolicyPreview> preview) {
                                         if (!preview) {
                                             m_error = preview.error();
                                             m_asked = {};
                                             become(State::Failed);
                                             return;
                                         }
                                         m_preview = std::move(*preview);
                                         become(State::Ready);
                                     });
        },
        m_edit.policy());
}

QString PolicyPreviewModel::reach() const
{
    if (m_preview.people == 0) {
        return tr("It applies to nobody yet.");
    }
    const QString domains = tr("%Ln domain(s)", nullptr, static_cast<int>(m_preview.domainCount));
    return tr("It applies to %1 in %2.").arg(words::people(m_preview.people), domains);
}

QList<EffectLine> PolicyPreviewModel::effects() const
{
    QList<EffectLine> lines;
    for (const contract::PolicyEffect& effect : m_preview.effects) {
        lines.append({toneOf(effect.kind), words::effect(effect), namesOf(effect)});
    }
    return lines;
}

void PolicyPreviewModel::become(State state)
{
    const bool again = state == State::Ready || state == State::Failed;
    if (m_state != state || again) {
        m_state = state;
        Q_EMIT changed();
    }
}

} // namespace holdfast::models
