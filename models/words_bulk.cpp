// SPDX-License-Identifier: Apache-2.0
#include "models/words_bulk.h"

#include "models/words.h"

#include <QCoreApplication>
#include <QStringList>

namespace holdfast::models::words {

using namespace contract;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Words)
};

} // namespace

bool isAboutTokens(BulkAction action)
{
    switch (action) {
    case BulkAction::EnableUsers:
    case BulkAction::DisableUsers:
    case BulkAction::UnlockUsers:
    case BulkAction::LockUsers:
    case BulkAction::MoveUsers:
    case BulkAction::EndUsers:
    case BulkAction::DeleteUsers:
    case BulkAction::RestoreUsers:
        return false;
    default:
        return true;
    }
}

QString verb(BulkAction action)
{
    switch (action) {
    case BulkAction::EnableUsers:
    case BulkAction::EnableTokens:
        return Words::tr("Enable");
    case BulkAction::DisableUsers:
    case BulkAction::DisableTokens:
        return Words::tr("Disable");
    case BulkAction::UnlockUsers:
        return Words::tr("Unlock");
    case BulkAction::LockUsers:
        return Words::tr("Lock again");
    case BulkAction::MoveUsers:
    case BulkAction::MoveTokens:
        return Words::tr("Move");
    case BulkAction::EndUsers:
        return Words::tr("Set the end");
    case BulkAction::ExpireTokens:
        return Words::tr("Set the expiry");
    case BulkAction::DeleteUsers:
    case BulkAction::DeleteTokens:
        return Words::tr("Delete");
    case BulkAction::RestoreUsers:
    case BulkAction::RestoreTokens:
        return Words::tr("Restore");
    case BulkAction::UnassignTokens:
        return Words::tr("Unassign");
    case BulkAction::AssignTokens:
        return Words::tr("Give back");
    case BulkAction::ClearPins:
        return Words::tr("Clear PINs");
    case BulkAction::RequireNewPins:
        return Words::tr("Ask for new PINs");
    case BulkAction::RestorePins:
        return Words::tr("Put PINs back");
    case BulkAction::KeepPins:
        return Words::tr("Keep PINs");
    }
    return {};
}

QString title(BulkAction action, int count)
{
    switch (action) {
    case BulkAction::EnableUsers:
        return Words::tr("Enable %Ln account(s)", nullptr, count);
    case BulkAction::DisableUsers:
        return Words::tr("Disable %Ln account(s)", nullptr, count);
    case BulkAction::UnlockUsers:
        return Words::tr("Unlock %Ln account(s)", nullptr, count);
    case BulkAction::LockUsers:
        return Words::tr("Lock %Ln account(s) again", nullptr, count);
    case BulkAction::MoveUsers:
        return Words::tr("Move %Ln account(s) to a domain", nullptr, count);
    case BulkAction::EndUsers:
        return Words::tr("Set the end of %Ln account(s)", nullptr, count);
    case BulkAction::DeleteUsers:
        return Words::tr("Delete %Ln account(s)", nullptr, count);
    case BulkAction::RestoreUsers:
        return Words::tr("Restore %Ln account(s)", nullptr, count);
    case BulkAction::EnableTokens:
        return Words::tr("Enable %Ln token(s)", nullptr, count);
    case BulkAction::DisableTokens:
        return Words::tr("Disable %Ln token(s)", nullptr, count);
    case BulkAction::UnassignTokens:
        return Words::tr("Unassign %Ln token(s)", nullptr, count);
    case BulkAction::AssignTokens:
        return Words::tr("Give %Ln token(s) back", nullptr, count);
    case BulkAction::MoveTokens:
        return Words::tr("Move %Ln token(s) to a domain", nullptr, count);
    case BulkAction::ExpireTokens:
        return Words::tr("Set the expiry of %Ln token(s)", nullptr, count);
    case BulkAction::ClearPins:
        return Words::tr("Clear the PINs of %Ln token(s)", nullptr, count);
    case BulkAction::RequireNewPins:
        return Words::tr("Ask for new PINs of %Ln token(s)", nullptr, count);
    case BulkAction::RestorePins:
        return Words::tr("Put the PINs of %Ln token(s) back", nullptr, count);
    case BulkAction::KeepPins:
        return Words::tr("Keep the PINs of %Ln token(s)", nullptr, count);
    case BulkAction::DeleteTokens:
        return Words::tr("Delete %Ln token(s)", nullptr, count);
    case BulkAction::RestoreTokens:
        return Words::tr("Restore %Ln token(s)", nullptr, count);
    }
    return {};
}

QString consequence(BulkAction action)
{
    switch (action) {
    case BulkAction::EnableUsers:
        return Words::tr("They may sign in again.");
    case BulkAction::DisableUsers:
        return Words::tr("They cannot sign in, and sessions of administrators end.");
    case BulkAction::UnlockUsers:
        return Words::tr("Their locks end, and failures count from zero.");
    case BulkAction::LockUsers:
        return Words::tr("Failures and locks are as they were.");
    case BulkAction::MoveUsers:
        return Words::tr("The policies of the other domain apply to them from now on.");
    case BulkAction::EndUsers:
        return Words::tr("From that day on they cannot sign in.");
    case BulkAction::DeleteUsers:
        return Words::tr("They go into the bin for thirty days, and their tokens back to the shelf. Roles, "
                         "passwords and emergency codes end for good.");
    case BulkAction::RestoreUsers:
    case BulkAction::RestoreTokens:
        return Words::tr("They come back from the bin.");
    case BulkAction::EnableTokens:
        return Words::tr("Their codes are accepted from now on.");
    case BulkAction::DisableTokens:
        return Words::tr("Their codes are refused until they are enabled again.");
    case BulkAction::UnassignTokens:
        return Words::tr("They belong to nobody then; emergency codes that stand for them end.");
    case BulkAction::AssignTokens:
        return Words::tr("They belong again to whom they belonged, with the PINs of then.");
    case BulkAction::MoveTokens:
        return Words::tr("Whoever administers the other domain finds them there.");
    case BulkAction::ExpireTokens:
        return Words::tr("From that day on their codes are refused.");
    case BulkAction::ClearPins:
        return Words::tr("The next logon with the tokencode alone asks for a new PIN.");
    case BulkAction::RequireNewPins:
        return Words::tr("The PINs work once more; that logon asks for a new one.");
    case BulkAction::RestorePins:
    case BulkAction::KeepPins:
        return Words::tr("The PINs are as they were, where no new one was chosen since.");
    case BulkAction::DeleteTokens:
        return Words::tr("They go into the bin for thirty days. Tokens that somebody has are left alone.");
    }
    return {};
}

QString title(const BulkJob& job)
{
    const bool begun = job.startedAt.has_value();
    const QString what = title(job.action, begun ? job.done + job.ready + job.failed : job.ready);
    return job.undoes ? Words::tr("Undo: %1").arg(what) : what;
}

QString summary(const BulkJob& job)
{
    QStringList parts {Words::tr("%Ln will change.", nullptr, job.ready)};
    if (job.unchanged > 0) {
        parts << Words::tr("%Ln is (are) so already.", nullptr, job.unchanged);
    }
    if (job.refused > 0) {
        parts << Words::tr("%Ln is (are) left alone.", nullptr, job.refused);
    }
    return parts.join(QLatin1Char(' '));
}

QString outcome(const BulkJob& job)
{
    QStringList parts {Words::tr("%Ln changed.", nullptr, job.done)};
    if (job.failed > 0) {
        parts << Words::tr("%Ln refused meanwhile.", nullptr, job.failed);
    }
    if (job.ready > 0) {
        parts << Words::tr("%Ln left.", nullptr, job.ready);
    }
    return parts.join(QLatin1Char(' '));
}

QString bulkReason(const QString& code)
{
    return code.isEmpty() ? QString() : problem({ErrorKind::Conflict, code, {}});
}

QString of(BulkJobState state)
{
    switch (state) {
    case BulkJobState::Preparing:
        return Words::tr("Being listed", "job");
    case BulkJobState::Ready:
        return Words::tr("Not begun", "job");
    case BulkJobState::Running:
        return Words::tr("Running", "job");
    case BulkJobState::Finished:
        return Words::tr("Finished", "job");
    case BulkJobState::Stopped:
        return Words::tr("Stopped by itself", "job");
    case BulkJobState::Interrupted:
        return Words::tr("Interrupted", "job");
    case BulkJobState::Cancelled:
        return Words::tr("Cancelled", "job");
    case BulkJobState::Failed:
        return Words::tr("Failed", "job");
    }
    return {};
}

QString of(BulkItemState state)
{
    switch (state) {
    case BulkItemState::Ready:
        return Words::tr("Will change", "item");
    case BulkItemState::Unchanged:
        return Words::tr("Is so already", "item");
    case BulkItemState::Refused:
        return Words::tr("Left alone", "item");
    case BulkItemState::Done:
        return Words::tr("Changed", "item");
    case BulkItemState::Failed:
        return Words::tr("Refused", "item");
    }
    return {};
}

QString of(BinKind kind)
{
    return kind == BinKind::User ? Words::tr("Account", "bin") : Words::tr("Token", "bin");
}

Tone toneOf(BulkJobState state)
{
    switch (state) {
    case BulkJobState::Finished:
        return Tone::Good;
    case BulkJobState::Stopped:
    case BulkJobState::Interrupted:
        return Tone::Warning;
    case BulkJobState::Failed:
        return Tone::Bad;
    default:
        return Tone::Neutral;
    }
}

Tone toneOf(BulkItemState state)
{
    switch (state) {
    case BulkItemState::Done:
        return Tone::Good;
    case BulkItemState::Refused:
        return Tone::Warning;
    case BulkItemState::Failed:
        return Tone::Bad;
    default:
        return Tone::Neutral;
    }
}

} // namespace holdfast::models::words
