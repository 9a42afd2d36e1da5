// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/fields.h"

#include <QStringList>

namespace holdfast::contract {

// What a job does to each of many people or tokens. The last ones are the way back of others, and only an
// undo makes jobs of them.
enum class BulkAction
{
    EnableUsers,
    DisableUsers,
    UnlockUsers,
    MoveUsers,
    EndUsers,
    DeleteUsers,
    EnableTokens,
    DisableTokens,
    UnassignTokens,
    MoveTokens,
    ExpireTokens,
    ClearPins,
    RequireNewPins,
    DeleteTokens,
    LockUsers,
    RestoreUsers,
    AssignTokens,
    RestorePins,
    KeepPins,
    RestoreTokens
};
template <>
struct EnumNames<BulkAction>
{
    static constexpr std::array names {
        std::pair {BulkAction::EnableUsers, "enableUsers"},
        std::pair {BulkAction::DisableUsers, "disableUsers"},
        std::pair {BulkAction::UnlockUsers, "unlockUsers"},
        std::pair {BulkAction::MoveUsers, "moveUsers"},
        std::pair {BulkAction::EndUsers, "endUsers"},
        std::pair {BulkAction::DeleteUsers, "deleteUsers"},
        std::pair {BulkAction::EnableTokens, "enableTokens"},
        std::pair {BulkAction::DisableTokens, "disableTokens"},
        std::pair {BulkAction::UnassignTokens, "unassignTokens"},
        std::pair {BulkAction::MoveTokens, "moveTokens"},
        std::pair {BulkAction::ExpireTokens, "expireTokens"},
        std::pair {BulkAction::ClearPins, "clearPins"},
        std::pair {BulkAction::RequireNewPins, "requireNewPins"},
        std::pair {BulkAction::DeleteTokens, "deleteTokens"},
        std::pair {BulkAction::LockUsers, "lockUsers"},
        std::pair {BulkAction::RestoreUsers, "restoreUsers"},
        std::pair {BulkAction::AssignTokens, "assignTokens"},
        std::pair {BulkAction::RestorePins, "restorePins"},
        std::pair {BulkAction::KeepPins, "keepPins"},
        std::pair {BulkAction::RestoreTokens, "restoreTokens"},
    };
};

// preparing: its list is being made; ready: nothing is changed yet; stopped: too much failed;
// interrupted: the service stopped meanwhile. The last two can be resumed.
enum class BulkJobState
{
    Preparing,
    Ready,
    Running,
    Finished,
    Stopped,
    Interrupted,
    Cancelled,
    Failed
};
template <>
struct EnumNames<BulkJobState>
{
    static constexpr std::array names {
        std::pair {BulkJobState::Preparing, "preparing"},
        std::pair {BulkJobState::Ready, "ready"},
        std::pair {BulkJobState::Running, "running"},
        std::pair {BulkJobState::Finished, "finished"},
        std::pair {BulkJobState::Stopped, "stopped"},
        std::pair {BulkJobState::Interrupted, "interrupted"},
        std::pair {BulkJobState::Cancelled, "cancelled"},
        std::pair {BulkJobState::Failed, "failed"},
    };
};

// ready: will be changed; unchanged: is so already; refused: is left alone, and why; done; failed: was ready
// and was refused when its turn came.
enum class BulkItemState
{
    Ready,
    Unchanged,
    Refused,
    Done,
    Failed
};
template <>
struct EnumNames<BulkItemState>
{
    static constexpr std::array names {
        std::pair {BulkItemState::Ready, "ready"},     std::pair {BulkItemState::Unchanged, "unchanged"},
        std::pair {BulkItemState::Refused, "refused"}, std::pair {BulkItemState::Done, "done"},
        std::pair {BulkItemState::Failed, "failed"},
    };
};

inline constexpr qsizetype mostBulkIds = 5000;
inline constexpr qint64 mostBulkItems = 1'000'000;

// POST /bulk-jobs. Either `ids` or `filter`.
struct BulkJobCreate
{
    BulkAction action {};
    std::optional<QStringList> ids;
    std::optional<QString> filter;
    std::optional<QString> domain;
    Change<Timestamp> until;

    static constexpr auto typeName = "BulkJobCreate";
    static constexpr auto fields()
    {
        return fieldList(
            field("action", &BulkJobCreate::action, "What to do to each."),
            field("ids", &BulkJobCreate::ids, "Ids of people, or serial numbers of tokens.")
                .length(1, mostBulkIds),
            field("filter", &BulkJobCreate::filter,
                  "All that a list with this filter shows; empty: all that the caller sees.")
                .length(0, 1024),
            field("domain", &BulkJobCreate::domain, "moveUsers, moveTokens: path of the security domain.")
                .length(1, 1024),
            field("until", &BulkJobCreate::until,
                  "endUsers, expireTokens: the end; null: without end. Must be there."));
    }
};

// One of the list.
struct BulkItem
{
    int position {};
    QString id;
    QString name;
    QString detail;
    BulkItemState state {};
    QString code;

    static constexpr auto typeName = "BulkItem";
    static constexpr auto fields()
    {
        return fieldList(
            field("position", &BulkItem::position, "From 1."),
            field("id", &BulkItem::id, "Of the person, or the token's serial number."),
            field("name", &BulkItem::name, "Logon name or serial number, as the list was made."),
            field("detail", &BulkItem::detail, "Shown name, or whose token it is; may be empty.").orDefault(),
            field("state", &BulkItem::state, "What will become, or became, of it."),
            field("code", &BulkItem::code, "Why it is refused or failed; may be empty.").orDefault());
    }
};

// How many are left alone for the same reason.
struct BulkRefusal
{
    QString code;
    int count {};

    static constexpr auto typeName = "BulkRefusal";
    static constexpr auto fields()
    {
        return fieldList(field("code", &BulkRefusal::code, "Stable code, such as higher_rank."),
                         field("count", &BulkRefusal::count, "How many."));
    }
};

// A job with its list, frozen when it was made.
struct BulkJob
{
    QString id;
    BulkAction action {};
    BulkJobState state {};
    QString createdBy;
    Timestamp createdAt {};
    std::optional<Timestamp> startedAt;
    std::optional<Timestamp> endedAt;
    std::optional<QString> filter;
    std::optional<QString> domain;
    std::optional<Timestamp> until;
    int total {};
    int ready {};
    int unchanged {};
    int refused {};
    int done {};
    int failed {};
    qint64 population {};
    double sharePercent {};
    int limitPercent {};
    bool aboveLimit {};
    std::optional<QString> overruleReason;
    bool resumable {};
    std::optional<Timestamp> undoUntil;
    std::optional<QString> undoes;
    std::optional<QString> undoneBy;
    QString code;
    QString cause;
    std::vector<BulkRefusal> refusals;
    std::vector<BulkItem> first;

    static constexpr auto typeName = "BulkJob";
    static constexpr auto fields()
    {
        return fieldList(
            field("id", &BulkJob::id, "Opaque identifier."),
            field("action", &BulkJob::action, "What is done to each."),
            field("state", &BulkJob::state, "Of the job."),
            field("createdBy", &BulkJob::createdBy, "Who made it."),
            field("createdAt", &BulkJob::createdAt, "When it was made."),
            field("startedAt", &BulkJob::startedAt, "When it was begun."),
            field("endedAt", &BulkJob::endedAt, "When it ended."),
            field("filter", &BulkJob::filter, "Whose list it was made of."),
            field("domain", &BulkJob::domain, "Where to."),
            field("until", &BulkJob::until, "The end that is set."),
            field("total", &BulkJob::total, "On the list."),
            field("ready", &BulkJob::ready, "Left to be changed."),
            field("unchanged", &BulkJob::unchanged, "Are so already."),
            field("refused", &BulkJob::refused, "Are left alone."), field("done", &BulkJob::done, "Changed."),
            field("failed", &BulkJob::failed, "Were refused when their turn came."),
            field("population", &BulkJob::population,
                  "All people or tokens where the caller may do this, when the list was made."),
            field("sharePercent", &BulkJob::sharePercent, "What would be changed, as a share of them."),
            field("limitPercent", &BulkJob::limitPercent, "The agreed share."),
            field("aboveLimit", &BulkJob::aboveLimit, "It is above; starting must be overruled."),
            field("overruleReason", &BulkJob::overruleReason, "Why it was started all the same."),
            field("resumable", &BulkJob::resumable, "It stopped in between and can go on."),
            field("undoUntil", &BulkJob::undoUntil, "Until when it can be undone; absent: it cannot."),
            field("undoes", &BulkJob::undoes, "The job whose way back this is."),
            field("undoneBy", &BulkJob::undoneBy, "The job that undoes this one."),
            field("code", &BulkJob::code, "Why it ended early; may be empty.").orDefault(),
            field("cause", &BulkJob::cause, "The same in English; may be empty.").orDefault(),
            field("refusals", &BulkJob::refusals, "Why some are left alone; not in lists.").orDefault(),
            field("first", &BulkJob::first, "The first of the list; not in lists.").orDefault());
    }
};

// POST /bulk-jobs/{id}/start.
struct BulkJobStart
{
    std::optional<QString> overruleReason;

    static constexpr auto typeName = "BulkJobStart";
    static constexpr auto fields()
    {
        return fieldList(field("overruleReason", &BulkJobStart::overruleReason,
                               "Why it is right although it is above the agreed share.")
                             .length(8, 500));
    }
};

// GET and PUT /settings/bulk-jobs.
struct BulkSettings
{
    int sharePercent = 20;
    int freeItems = 50;
    int failurePercent = 10;
    qint64 version = 1;

    static constexpr auto typeName = "BulkSettings";
    static constexpr auto fields()
    {
        return fieldList(
            field("sharePercent", &BulkSettings::sharePercent,
                  "A job above this share of the people or tokens in the caller's scope must be overruled.")
                .range(1, 100),
            field("freeItems", &BulkSettings::freeItems, "Up to so many the share is not looked at.")
                .range(0, 100'000),
            field("failurePercent", &BulkSettings::failurePercent,
                  "A job stops when more than this share fails unexpectedly, and at least ten do.")
                .range(1, 100),
            field("version", &BulkSettings::version, "Rises with each change; the ETag.").orDefault());
    }
};

} // namespace holdfast::contract
