// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/policy_effect_list.h"

#include "services/authentication/store/population.h"

namespace holdfast::authentication {

using contract::EffectKind;

namespace {

constexpr size_t shownFirst = 10;

struct Described
{
    const char* id;
    EffectKind kind;
    const char* text;
};
constexpr std::array described {
    Described {"locked_again", EffectKind::Worse, "%1 whose lock had ended would be locked again"},
    Described {"locked_longer", EffectKind::Worse, "%1 locked now would stay locked longer"},
    Described {"locked_at_next_failure", EffectKind::Worse, "%1 would be locked by one more wrong code"},
    Described {"fewer_tries", EffectKind::Worse, "%1 would be locked after fewer wrong codes"},
    Described {"can_be_locked", EffectKind::Worse, "%1 could be locked, who cannot be now"},
    Described {"never_locked", EffectKind::Worse,
               "%1 would never be locked: codes could be guessed without end"},
    Described {"pins_too_short", EffectKind::Worse,
               "%1 PINs would be too short if chosen anew; they go on working"},
    Described {"pins_too_long", EffectKind::Worse,
               "%1 PINs would be too long if chosen anew; they go on working"},
    Described {"next_code_asked", EffectKind::Worse, "%1 tokens would be asked for the next code as well"},
    Described {"emergency_codes_beyond_limit", EffectKind::Worse,
               "%1 emergency codes in use live longer than could be given; they keep their end"},
    Described {"offline_refused", EffectKind::Worse, "%1 tokens could no longer be taken offline"},
    Described {"offline_lost", EffectKind::Worse, "%1 would lose the offline logon that they have now"},
    Described {"fewer_offline_days", EffectKind::Worse, "%1 would get fewer offline days"},
    Described {"unlocked", EffectKind::Better, "%1 locked now would be unlocked"},
    Described {"unlocked_sooner", EffectKind::Better, "%1 locked now would be unlocked sooner"},
    Described {"spared_at_next_failure", EffectKind::Better,
               "%1 would no longer be locked by one more wrong code"},
    Described {"more_tries", EffectKind::Better, "%1 would be locked only after more wrong codes"},
    Described {"next_code_spared", EffectKind::Better,
               "%1 tokens would no longer be asked for the next code"},
    Described {"offline_allowed", EffectKind::Better, "%1 more tokens could be taken offline"},
    Described {"more_offline_days", EffectKind::Better, "%1 would get more offline days"},
    Described {"offline_replaced", EffectKind::Neutral,
               "%1 workstations would have their offline data replaced at the next contact"},
    Described {"offline_replaced_by_logon", EffectKind::Neutral,
               "%1 workstations would have offline data that only a logon can replace"},
    Described {"emergency_code_life", EffectKind::Neutral, "%1 would get emergency codes of another life"},
    Described {"pins_unknown", EffectKind::Unknown, "%1 PINs cannot be judged: only their hashes are kept"},
    Described {"code_windows_narrower", EffectKind::Unknown,
               "Of %1 it cannot be told whose token's clock is off by more than would be taken"},
    Described {"offline_unknown", EffectKind::Unknown,
               "Of %1 tokens it cannot be told whether PIN and code are long enough offline"},
};

const Described& describe(EffectId id)
{
    const auto found = std::find_if(described.begin(), described.end(),
                                    [&](const Described& known) { return id == QLatin1String(known.id); });
    Q_ASSERT(found != described.end());
    return *found;
}

// Codes, tokens and PINs are counted by themselves; the rest are people.
QString textOf(const Described& known, qint64 count)
{
    const QString text = QString::fromLatin1(known.text);
    const QString thing = text.section(QStringLiteral("%1"), 1).trimmed();
    const bool itself = thing.startsWith(QLatin1String("PIN")) || thing.startsWith(QLatin1String("token"))
        || thing.startsWith(QLatin1String("emergency")) || thing.startsWith(QLatin1String("workstations")) || thing.startsWith(QLatin1String("more tokens"));
    const QString number = QString::number(count);
    return text.arg(itself ? number
                           : number + (count == 1 ? QStringLiteral(" person") : QStringLiteral(" people")))
        + QLatin1Char('.');
}

} // namespace

void EffectList::meet(EffectId id, qint64 userId, qint64 count)
{
    if (id.isEmpty() || count == 0) {
        return;
    }
    auto found = std::find_if(m_met.begin(), m_met.end(), [&](const Met& met) { return met.id == id; });
    if (found == m_met.end()) {
        m_met.push_back({.id = id});
        found = m_met.end() - 1;
    }
    found->count += count;
    if (userId != 0 && found->first.size() < shownFirst
        && std::find(found->first.begin(), found->first.end(), userId) == found->first.end()) {
        found->first.push_back(userId);
    }
}

std::vector<contract::PolicyEffect> EffectList::written(const Call& call,
                                                        storage::Connection& connection) const
{
    const Scope visible = call.caller().scopeOf(contract::Permission::ViewUsers);
    std::vector<contract::PolicyEffect> effects;
    for (const Met& met : m_met) {
        const Described& known = describe(met.id);
        contract::PolicyEffect effect {.id = QString(met.id), .kind = known.kind, .count = met.count};
        effect.complete = m_complete || met.first.empty();
        effect.text = textOf(known, met.count);
        for (contract::AffectedPerson& person : population::peopleOf(connection, met.first)) {
            if (visible.contains(person.domain)) {
                effect.first.push_back(std::move(person));
            }
        }
        effects.push_back(std::move(effect));
    }
    std::stable_sort(effects.begin(), effects.end(), [](const auto& a, const auto& b) {
        return std::pair(a.kind, -a.count) < std::pair(b.kind, -b.count);
    });
    return effects;
}

} // namespace holdfast::authentication
