// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/fields.h"

namespace holdfast::contract {

// Whether an effect of a changed policy is worse or better for the people it meets, or cannot be told.
enum class EffectKind
{
    Worse,
    Better,
    Neutral,
    Unknown
};
template <>
struct EnumNames<EffectKind>
{
    static constexpr std::array names {
        std::pair {EffectKind::Worse, "worse"},
        std::pair {EffectKind::Better, "better"},
        std::pair {EffectKind::Neutral, "neutral"},
        std::pair {EffectKind::Unknown, "unknown"},
    };
};

// Somebody whom a change would meet.
struct AffectedPerson
{
    QString userId;
    QString name;
    QString displayName;
    QString domain;

    static constexpr auto typeName = "AffectedPerson";
    static constexpr auto fields()
    {
        return fieldList(field("userId", &AffectedPerson::userId, "The account."),
                         field("name", &AffectedPerson::name, "Logon name."),
                         field("displayName", &AffectedPerson::displayName, "Shown name.").orDefault(),
                         field("domain", &AffectedPerson::domain, "Path of the security domain."));
    }
};

// One thing that the change would do, to how many.
struct PolicyEffect
{
    QString id;
    EffectKind kind {};
    qint64 count {};
    bool complete = true;
    std::vector<AffectedPerson> first;
    QString text;

    static constexpr auto typeName = "PolicyEffect";
    static constexpr auto fields()
    {
        return fieldList(
            field("id", &PolicyEffect::id, "Stable name, such as locked_at_next_failure."),
            field("kind", &PolicyEffect::kind, "worse, better, neutral, or unknown: it cannot be told."),
            field("count", &PolicyEffect::count, "People, tokens or codes, as the text says."),
            field("complete", &PolicyEffect::complete,
                  "False: there were too many rows to look at all of them; the true number is greater.")
                .orDefault(),
            field("first", &PolicyEffect::first, "The first of them, as far as the caller may see people.")
                .length(0, 10)
                .orDefault(),
            field("text", &PolicyEffect::text, "In English.").orDefault());
    }
};

// POST /policies/{type}/{id}/preview: what the given settings would do to the people of now.
struct PolicyPreview
{
    QString policyId;
    qint64 people {};
    qint64 domainCount {};
    QStringList domains;
    QJsonObject changes;
    std::vector<PolicyEffect> effects;

    static constexpr auto typeName = "PolicyPreview";
    static constexpr auto fields()
    {
        return fieldList(
            field("policyId", &PolicyPreview::policyId, "The policy that would change."),
            field("people", &PolicyPreview::people, "To how many people it applies."),
            field("domainCount", &PolicyPreview::domainCount, "In how many domains it is in effect."),
            field("domains", &PolicyPreview::domains, "Paths of the first of them.").length(0, 20),
            field("changes", &PolicyPreview::changes, "Settings that differ: name, and old and new value."),
            field("effects", &PolicyPreview::effects, "What they do; the worse first.").length(0, 50));
    }
};

} // namespace holdfast::contract
