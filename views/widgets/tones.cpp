// SPDX-License-Identifier: Apache-2.0
#include "views/widgets/tones.h"

#include "models/words.h"
#include "models/words_bulk.h"
#include "models/words_offline.h"

#include <QCoreApplication>

namespace holdfast::views {

using namespace contract;

Tone toneFrom(models::Tone tone)
{
    switch (tone) {
    case models::Tone::Good:
        return Tone::Success;
    case models::Tone::Warning:
        return Tone::Warning;
    case models::Tone::Bad:
        return Tone::Danger;
    case models::Tone::Neutral:
        break;
    }
    return Tone::Neutral;
}

namespace {

template <class State>
Status status(const QString& icon, State state)
{
    return {toneFrom(models::words::toneOf(state)), icon, models::words::of(state)};
}

} // namespace

Status statusOf(UserStatus state)
{
    switch (state) {
    case UserStatus::Active:
        return status(QStringLiteral("success"), state);
    case UserStatus::Locked:
        return status(QStringLiteral("lock"), state);
    case UserStatus::Disabled:
        return status(QStringLiteral("disabled"), state);
    case UserStatus::NotYetValid:
        return status(QStringLiteral("clock"), state);
    case UserStatus::Ended:
        return status(QStringLiteral("calendar"), state);
    }
    return {};
}

Status statusOf(TokenState state)
{
    switch (state) {
    case TokenState::Unassigned:
        return status(QStringLiteral("token"), state);
    case TokenState::Active:
        return status(QStringLiteral("success"), state);
    case TokenState::Disabled:
        return status(QStringLiteral("disabled"), state);
    case TokenState::Lost:
        return status(QStringLiteral("lost"), state);
    case TokenState::NotYetValid:
        return status(QStringLiteral("clock"), state);
    case TokenState::Expired:
        return status(QStringLiteral("calendar"), state);
    case TokenState::Replaced:
        return status(QStringLiteral("replace"), state);
    }
    return {};
}

Status statusOf(EmergencyCodeState state)
{
    switch (state) {
    case EmergencyCodeState::Active:
        return status(QStringLiteral("emergency"), state);
    case EmergencyCodeState::UsedUp:
        return status(QStringLiteral("check"), state);
    case EmergencyCodeState::Expired:
        return status(QStringLiteral("clock"), state);
    case EmergencyCodeState::Cancelled:
        return status(QStringLiteral("disabled"), state);
    }
    return {};
}

Status statusOf(EventResult result)
{
    switch (result) {
    case EventResult::Success:
        return status(QStringLiteral("success"), result);
    case EventResult::Failure:
        return status(QStringLiteral("failure"), result);
    case EventResult::Challenge:
        return status(QStringLiteral("clock"), result);
    case EventResult::Information:
        return status(QStringLiteral("information"), result);
    }
    return {};
}

Status statusOf(WorkstationState state)
{
    switch (state) {
    case WorkstationState::Active:
        return status(QStringLiteral("success"), state);
    case WorkstationState::Silent:
        return status(QStringLiteral("offline"), state);
    case WorkstationState::Revoked:
        return status(QStringLiteral("disabled"), state);
    }
    return {};
}

Status statusOf(OfflineSetState state, const QString& reason)
{
    const auto status = [&](const QString& icon) {
        return Status {toneFrom(models::words::toneOf(state)), icon, models::words::of(state, reason)};
    };
    switch (state) {
    case OfflineSetState::Valid:
        return status(QStringLiteral("success"));
    case OfflineSetState::Expired:
        return status(QStringLiteral("calendar"));
    case OfflineSetState::Void:
        return status(models::words::isKept(state, reason)              ? QStringLiteral("lost")
                          : models::words::isToBeRemoved(state, reason) ? QStringLiteral("delete")
                                                                        : QStringLiteral("replace"));
    case OfflineSetState::Revoked:
        return status(QStringLiteral("disabled"));
    }
    return {};
}

Status statusOf(ImportOutcome outcome, bool dryRun)
{
    Status result = status(QString(), outcome);
    switch (outcome) {
    case ImportOutcome::Imported:
        if (dryRun) {
            result.text = QCoreApplication::translate("holdfast::views::ImportDialog", "New");
        }
        result.icon = dryRun ? QStringLiteral("add") : QStringLiteral("success");
        break;
    case ImportOutcome::Replaced:
        if (dryRun) {
            result.text = QCoreApplication::translate("holdfast::views::ImportDialog", "Will replace");
        }
        result.icon = QStringLiteral("replace");
        break;
    case ImportOutcome::Ignored:
        result.icon = QStringLiteral("mark-minus");
        break;
    case ImportOutcome::Failed:
        result.icon = QStringLiteral("failure");
        break;
    }
    return result;
}

Status statusOf(BulkJobState state)
{
    switch (state) {
    case BulkJobState::Preparing:
        return status(QStringLiteral("clock"), state);
    case BulkJobState::Ready:
        return status(QStringLiteral("pause"), state);
    case BulkJobState::Running:
        return status(QStringLiteral("play"), state);
    case BulkJobState::Finished:
        return status(QStringLiteral("success"), state);
    case BulkJobState::Stopped:
    case BulkJobState::Interrupted:
        return status(QStringLiteral("warning"), state);
    case BulkJobState::Cancelled:
        return status(QStringLiteral("close"), state);
    case BulkJobState::Failed:
        return status(QStringLiteral("failure"), state);
    }
    return {};
}

Status statusOf(BulkItemState state)
{
    switch (state) {
    case BulkItemState::Ready:
        return status(QStringLiteral("forward"), state);
    case BulkItemState::Unchanged:
        return status(QStringLiteral("mark-minus"), state);
    case BulkItemState::Refused:
        return status(QStringLiteral("warning"), state);
    case BulkItemState::Done:
        return status(QStringLiteral("success"), state);
    case BulkItemState::Failed:
        return status(QStringLiteral("failure"), state);
    }
    return {};
}

} // namespace holdfast::views
