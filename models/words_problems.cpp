// SPDX-License-Identifier: Apache-2.0
#include "models/words.h"
#include "models/words_table.h"

namespace holdfast::models::words {

namespace {

using contract::ErrorKind;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Words)
};

// Whole sentences that say what to do.
constexpr std::array problems {
    // On the way.
    Entry {"connection_refused",
           QT_TRANSLATE_NOOP("Words", "The service does not answer. It will be tried again by itself.")},
    Entry {
        "timed_out",
        QT_TRANSLATE_NOOP("Words", "The service took too long to answer. It will be tried again by itself.")},
    Entry {"host_not_found",
           QT_TRANSLATE_NOOP("Words", "No such server was found. Check its address and the network.")},
    Entry {"certificate_refused",
           QT_TRANSLATE_NOOP("Words",
                             "The server's certificate is not the expected one; nothing was sent to it.")},
    Entry {"connection_lost", QT_TRANSLATE_NOOP("Words", "The connection to the service was lost.")},
    Entry {"out_of_reach", QT_TRANSLATE_NOOP("Words", "The service is out of reach.")},
    Entry {"cancelled", QT_TRANSLATE_NOOP("Words", "It was cancelled.")},
    Entry {"unreadable_answer",
           QT_TRANSLATE_NOOP("Words", "The service's answer could not be read. Is it of the same version?")},
    Entry {"file_not_written",
           QT_TRANSLATE_NOOP("Words",
                             "The file could not be written. Is the disk full, or the folder protected?")},
    Entry {"file_not_read", QT_TRANSLATE_NOOP("Words", "The file could not be read.")},
    // The bundled service.
    Entry {"service_missing",
           QT_TRANSLATE_NOOP("Words", "The bundled service (holdfastd) was not found beside this program.")},
    Entry {"service_start_failed", QT_TRANSLATE_NOOP("Words", "The bundled service could not be started.")},
    Entry {"service_timed_out",
           QT_TRANSLATE_NOOP("Words", "The bundled service did not become ready in time.")},
    Entry {"service_refused", QT_TRANSLATE_NOOP("Words", "The bundled service refused to start.")},
    Entry {"data_directory_in_use",
           QT_TRANSLATE_NOOP("Words",
                             "Another console is using this data. Close it, or connect to its service.")},
    Entry {"no_keychain",
           QT_TRANSLATE_NOOP("Words",
                             "This desktop has no keychain; the service keeps its keys in a folder that only "
                             "you can read.")},
    Entry {"keychain_denied",
           QT_TRANSLATE_NOOP("Words", "The keychain is locked or refused; unlock it and start again.")},
    Entry {"keychain_failed", QT_TRANSLATE_NOOP("Words", "The keychain did not work.")},
    // Signing in.
    Entry {"sign_in_refused",
           QT_TRANSLATE_NOOP("Words", "Name or password is wrong, or the account is locked.")},
    Entry {"not_signed_in", QT_TRANSLATE_NOOP("Words", "The session has ended. Sign in again.")},
    Entry {"sign_in_failed",
           QT_TRANSLATE_NOOP("Words", "Name, password or passcode is wrong, or the account is locked.")},
    Entry {"passcode_required", QT_TRANSLATE_NOOP("Words", "A passcode is needed as well.")},
    Entry {"wrong_passcode",
           QT_TRANSLATE_NOOP("Words", "The passcode is not right, or none of your tokens can be used now.")},
    Entry {
        "next_tokencode_required",
        QT_TRANSLATE_NOOP("Words", "Wait until the token shows its next code, and sign in with that one.")},
    Entry {"reauthentication_required",
           QT_TRANSLATE_NOOP("Words", "Your sign-in has to be confirmed first; nothing was changed.")},
    Entry {"view_changes_nothing",
           QT_TRANSLATE_NOOP("Words",
                             "You look through the eyes of another role: nothing is changed. End the "
                             "view to go on.")},
    Entry {"right_not_held",
           QT_TRANSLATE_NOOP("Words", "You cannot give a right that you do not hold yourself.")},
    Entry {"role_name_taken", QT_TRANSLATE_NOOP("Words", "Another role has this name.")},
    Entry {"role_in_use", QT_TRANSLATE_NOOP("Words", "Somebody still has this role: take it away first.")},
    Entry {"role_predefined",
           QT_TRANSLATE_NOOP("Words", "A predefined role stays as it is: make one of your own.")},
    Entry {"role_unknown", QT_TRANSLATE_NOOP("Words", "This role is gone.")},
    Entry {"session_unknown", QT_TRANSLATE_NOOP("Words", "This session is over already.")},
    Entry {"own_token_missing",
           QT_TRANSLATE_NOOP("Words", "You would lock yourself out: get a token of your own first.")},
    Entry {"domain_within_itself", QT_TRANSLATE_NOOP("Words", "A domain cannot move below itself.")},
    Entry {"attribute_repeated", QT_TRANSLATE_NOOP("Words", "Each attribute has a name of its own.")},
    Entry {"logging_fixed", QT_TRANSLATE_NOOP("Words", "The logs of this service cannot be switched.")},
    Entry {"not_permitted", QT_TRANSLATE_NOOP("Words", "Your role does not permit this.")},
    Entry {"outside_scope", QT_TRANSLATE_NOOP("Words", "This belongs to a domain outside your scope.")},
    Entry {"higher_rank",
           QT_TRANSLATE_NOOP("Words", "This person's role ranks above yours; ask somebody of that rank.")},
    Entry {"first_run_complete", QT_TRANSLATE_NOOP("Words", "The service has an administrator already.")},
    // Verifying callers, emergency codes.
    Entry {"caller_not_verified",
           QT_TRANSLATE_NOOP("Words",
                             "The caller is not verified far enough. Verify the caller on the card first.")},
    Entry {
        "verification_failed",
        QT_TRANSLATE_NOOP("Words", "That was not right. Let the caller try again, or take another method.")},
    Entry {"verification_done", QT_TRANSLATE_NOOP("Words", "This counts already. Take another method.")},
    Entry {"verification_over",
           QT_TRANSLATE_NOOP("Words", "The time for this verification is over. Begin anew.")},
    Entry {"verification_unknown",
           QT_TRANSLATE_NOOP("Words", "This verification belongs to another session. Begin anew.")},
    Entry {"question_closed",
           QT_TRANSLATE_NOOP("Words",
                             "This question was answered wrongly too often and is closed for a day. Take "
                             "another method.")},
    Entry {"question_changed",
           QT_TRANSLATE_NOOP("Words", "This question was changed less than a day ago. Take another method.")},
    Entry {"no_number", QT_TRANSLATE_NOOP("Words", "There is no number on record to call back.")},
    Entry {"number_changed",
           QT_TRANSLATE_NOOP("Words",
                             "The number on record was changed less than a day ago. Take another method.")},
    Entry {"approval_asked", QT_TRANSLATE_NOOP("Words", "Approval was asked for already.")},
    Entry {"approval_not_needed", QT_TRANSLATE_NOOP("Words", "Nothing on this account needs approval.")},
    Entry {"approval_unknown", QT_TRANSLATE_NOOP("Words", "Nobody waits for this approval any more.")},
    Entry {"own_request", QT_TRANSLATE_NOOP("Words", "Somebody else must decide on this.")},
    Entry {"emergency_quota_reached",
           QT_TRANSLATE_NOOP("Words",
                             "This person was given as many emergency codes as the policy allows in 90 days. "
                             "Somebody whose role may overrule the quota can issue more.")},
    // Changes.
    Entry {"stale_version",
           QT_TRANSLATE_NOOP("Words", "Somebody else changed this meanwhile. Look at their change first.")},
    Entry {"already_issued",
           QT_TRANSLATE_NOOP("Words", "This was issued already and cannot be shown again. Issue anew.")},
    Entry {"idempotency_mismatch",
           QT_TRANSLATE_NOOP("Words", "The same request was made before with other content. Try again.")},
    Entry {"user_unknown", QT_TRANSLATE_NOOP("Words", "This person is not there any more.")},
    Entry {"user_name_taken", QT_TRANSLATE_NOOP("Words", "This logon name is taken.")},
    Entry {"domain_unknown", QT_TRANSLATE_NOOP("Words", "There is no such security domain.")},
    Entry {"domain_name_taken", QT_TRANSLATE_NOOP("Words", "A domain of this name is there already.")},
    Entry {"domain_not_empty",
           QT_TRANSLATE_NOOP(
               "Words", "The domain still holds people, tokens, workstations or domains. Move them first.")},
    Entry {"domain_is_root", QT_TRANSLATE_NOOP("Words", "The root domain cannot be removed.")},
    Entry {"workstation_unknown", QT_TRANSLATE_NOOP("Words", "This workstation is not there any more.")},
    Entry {"workstation_name_taken",
           QT_TRANSLATE_NOOP("Words", "A workstation of this name is there already.")},
    Entry {"workstation_revoked", QT_TRANSLATE_NOOP("Words", "This workstation was revoked.")},
    Entry {"enrolment_code_unknown",
           QT_TRANSLATE_NOOP("Words", "This code was used, or is over, or was cancelled.")},
    Entry {"too_many_codes",
           QT_TRANSLATE_NOOP("Words", "Too many codes wait for their workstations. Cancel some first.")},
    Entry {
        "challenges_off",
        QT_TRANSLATE_NOOP("Words",
                          "The offline policies of the person's and the workstation's domain must both allow "
                          "challenge and response.")},
    Entry {
        "codes_stolen",
        QT_TRANSLATE_NOOP("Words",
                          "A workstation that was stolen may hold codes of this token that are still good. "
                          "Assign another token, or enable this one from its own menu.")},
    Entry {"name_of_another", QT_TRANSLATE_NOOP("Words", "This name is not the person's.")},
    Entry {"code_held",
           QT_TRANSLATE_NOOP(
               "Words", "The workstation holds an emergency code for this person: read that out instead.")},
    Entry {
        "data_held",
        QT_TRANSLATE_NOOP("Words",
                          "The workstation holds offline data for this person. A challenge is for one that "
                          "holds none.")},
    Entry {"too_many_challenges",
           QT_TRANSLATE_NOOP("Words",
                             "Five challenges of this workstation were answered within an hour. Try again "
                             "later.")},
    Entry {"dates_contradict", QT_TRANSLATE_NOOP("Words", "The end must come after the start.")},
    Entry {"policy_unknown", QT_TRANSLATE_NOOP("Words", "This policy is not there any more.")},
    Entry {"policy_name_taken", QT_TRANSLATE_NOOP("Words", "A policy of this name is there already.")},
    Entry {"policy_is_default",
           QT_TRANSLATE_NOOP("Words",
                             "The default policy applies where nothing else does; it cannot be removed.")},
    Entry {"policy_in_use", QT_TRANSLATE_NOOP("Words", "Domains use this policy. Give them another first.")},
    Entry {"policy_forbids",
           QT_TRANSLATE_NOOP("Words", "The policy of this person's domain does not allow it.")},
    Entry {"token_unknown", QT_TRANSLATE_NOOP("Words", "This token is not there any more.")},
    Entry {"token_assigned", QT_TRANSLATE_NOOP("Words", "The token belongs to somebody. Unassign it first.")},
    Entry {"token_unassigned", QT_TRANSLATE_NOOP("Words", "The token belongs to nobody. Assign it first.")},
    Entry {"token_expired", QT_TRANSLATE_NOOP("Words", "The token has expired. Assign another one first.")},
    Entry {"token_replaced", QT_TRANSLATE_NOOP("Words", "The token was replaced by another.")},
    Entry {"token_lost", QT_TRANSLATE_NOOP("Words", "The token is reported lost. Mark it as found first.")},
    Entry {"token_pinless", QT_TRANSLATE_NOOP("Words", "The token is used without a PIN.")},
    Entry {"token_damaged", QT_TRANSLATE_NOOP("Words", "The token's record is damaged; replace the token.")},
    Entry {"too_many_tokens", QT_TRANSLATE_NOOP("Words", "This person has as many tokens as one may have.")},
    Entry {"no_token", QT_TRANSLATE_NOOP("Words", "This person has no token. Assign one first.")},
    Entry {"same_token", QT_TRANSLATE_NOOP("Words", "A token cannot replace itself.")},
    Entry {"replacement_pending",
           QT_TRANSLATE_NOOP("Words", "A replacement of this token is pending already.")},
    Entry {
        "resync_failed",
        QT_TRANSLATE_NOOP("Words",
                          "These two codes do not follow each other on this token. Check its serial number, "
                          "and take two fresh codes one after the other.")},
    Entry {"wrong_code", QT_TRANSLATE_NOOP("Words", "The code is wrong.")},
    Entry {"code_wrong",
           QT_TRANSLATE_NOOP("Words",
                             "This is not the code that the app should show now. Type the present one; if it "
                             "is refused again, check the phone's clock.")},
    Entry {"enrolment_ended", QT_TRANSLATE_NOOP("Words", "This token does not wait for its first code.")},
    Entry {"saved_report_unknown", QT_TRANSLATE_NOOP("Words", "This saved report is gone.")},
    Entry {"report_name_taken", QT_TRANSLATE_NOOP("Words", "You have another saved report of this name.")},
    Entry {"too_many_saved_reports",
           QT_TRANSLATE_NOOP("Words", "You have as many saved reports as one may have. Delete one first.")},
    Entry {"report_running", QT_TRANSLATE_NOOP("Words", "This report runs already, or waits for its turn.")},
    Entry {"too_many_report_jobs",
           QT_TRANSLATE_NOOP("Words", "Too many reports wait already. Try again later.")},
    Entry {"reports_unavailable",
           QT_TRANSLATE_NOOP("Words", "This service has no folder for results: it runs no reports behind.")},
    Entry {"report_job_unknown", QT_TRANSLATE_NOOP("Words", "This run is gone.")},
    Entry {"report_not_finished", QT_TRANSLATE_NOOP("Words", "This run has no result.")},
    Entry {"result_removed",
           QT_TRANSLATE_NOOP("Words", "The result is not kept any more. Run the report again.")},
    Entry {"result_out_of_reach",
           QT_TRANSLATE_NOOP("Words",
                             "This result was made with rights that you do not have any more. Run the "
                             "report again.")},
    Entry {"not_owner", QT_TRANSLATE_NOOP("Words", "This report is somebody else's.")},
    Entry {
        "mail_not_configured",
        QT_TRANSLATE_NOOP("Words", "The service sends no e-mail: its configuration names no mail server.")},
    Entry {"mail_unreachable", QT_TRANSLATE_NOOP("Words", "The mail server is not reached.")},
    Entry {"mail_certificate",
           QT_TRANSLATE_NOOP("Words", "The certificate of the mail server is not trusted.")},
    Entry {"mail_sign_in",
           QT_TRANSLATE_NOOP("Words", "The mail server does not take the service's name and password.")},
    Entry {"mail_refused", QT_TRANSLATE_NOOP("Words", "The mail server did not take the message.")},
    Entry {"mail_queue_full",
           QT_TRANSLATE_NOOP("Words", "So many e-mails wait already that this one was not taken.")},
    Entry {"test_mail_under_way",
           QT_TRANSLATE_NOOP("Words", "Another test e-mail is on its way. Wait for it.")},
    Entry {"nothing_to_export", QT_TRANSLATE_NOOP("Words", "There is no token that could be exported.")},
    Entry {"import_not_resumable",
           QT_TRANSLATE_NOOP("Words", "This import runs, has ended, or left nothing to resume.")},
    Entry {"too_many_imports",
           QT_TRANSLATE_NOOP("Words", "Several imports are running. Wait for one to finish.")},
    // Jobs over many, and the bin.
    Entry {"own_account", QT_TRANSLATE_NOOP("Words", "This is your own account.")},
    Entry {"last_super_administrator",
           QT_TRANSLATE_NOOP("Words", "This is the last Super Administrator: make another one first.")},
    Entry {"changed_since", QT_TRANSLATE_NOOP("Words", "It was changed since; that change stays.")},
    Entry {"pin_changed_since", QT_TRANSLATE_NOOP("Words", "A new PIN was chosen since; it stays.")},
    Entry {"bulk_job_unknown",
           QT_TRANSLATE_NOOP("Words", "This job is gone; jobs are kept for thirty days.")},
    Entry {"bulk_not_ready",
           QT_TRANSLATE_NOOP("Words", "This job was begun already, or its list is not made yet.")},
    Entry {"bulk_nothing_to_do", QT_TRANSLATE_NOOP("Words", "Nothing on the list is left to be changed.")},
    Entry {"bulk_not_resumable", QT_TRANSLATE_NOOP("Words", "This job runs, has ended, or was never begun.")},
    Entry {"bulk_not_undoable",
           QT_TRANSLATE_NOOP("Words",
                             "This job cannot be undone: it changed nothing, still runs, is older than "
                             "thirty days, or was undone already.")},
    Entry {"bulk_ended", QT_TRANSLATE_NOOP("Words", "This job has ended.")},
    Entry {"bulk_share_exceeded",
           QT_TRANSLATE_NOOP("Words",
                             "This is above the agreed share. A Super Administrator can overrule that "
                             "with a reason.")},
    Entry {"bulk_too_many",
           QT_TRANSLATE_NOOP("Words", "The list has more than a million. Narrow the filter.")},
    Entry {"too_many_jobs",
           QT_TRANSLATE_NOOP("Words", "Several jobs are running or wait to be begun. Finish or cancel one.")},
    Entry {"too_many_failures",
           QT_TRANSLATE_NOOP("Words",
                             "It stopped by itself, as too many were refused. Look at the reasons "
                             "before you resume it.")},
    Entry {"caller_gone",
           QT_TRANSLATE_NOOP("Words",
                             "The account that began it is no administrator any more, or its session "
                             "was ended.")},
    Entry {"bin_unknown",
           QT_TRANSLATE_NOOP("Words", "This is not in the bin any more; it is kept there for thirty days.")},
    Entry {"bin_domain_gone",
           QT_TRANSLATE_NOOP("Words", "Its domain is gone. Say where it is to return to.")},
    Entry {"token_serial_taken",
           QT_TRANSLATE_NOOP("Words",
                             "A token of this serial number was imported since. Delete that one "
                             "first.")},
    // What workstations hold.
    Entry {"offline_set_unknown", QT_TRANSLATE_NOOP("Words", "These offline data are not there any more.")},
    Entry {"set_over",
           QT_TRANSLATE_NOOP("Words",
                             "These data are over or revoked. A logon at the workstation brings new ones.")},
    Entry {
        "set_not_valid",
        QT_TRANSLATE_NOOP("Words",
                          "The data on the workstation are not valid any more: no code of theirs can be read "
                          "out.")},
    Entry {"code_not_held",
           QT_TRANSLATE_NOOP("Words",
                             "The workstation is not known to hold such a code. Look at the card again.")},
    Entry {"code_expired",
           QT_TRANSLATE_NOOP("Words", "The code has expired. A new one comes with the next contact.")},
    Entry {"code_read",
           QT_TRANSLATE_NOOP(
               "Words", "The code was read out already. It works until it is replaced at the next contact.")},
    Entry {"trial_unknown", QT_TRANSLATE_NOOP("Words", "No draft of this policy is being reported.")},
    Entry {"invalid_filter", QT_TRANSLATE_NOOP("Words", "The filter cannot be read.")},
    Entry {"invalid_cursor", QT_TRANSLATE_NOOP("Words", "The list has changed. Load it again.")},
    Entry {"too_many_waiting",
           QT_TRANSLATE_NOOP("Words", "The service is very busy. Try again in a moment.")},
    Entry {"storage_unavailable",
           QT_TRANSLATE_NOOP("Words", "The service cannot reach its storage now. Is its disk full?")},
    Entry {"internal_error", QT_TRANSLATE_NOOP("Words", "The service made a mistake; its log tells more.")},
};

QString ofKind(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::InvalidRequest:
        return Words::tr("Something in this input is not accepted.");
    case ErrorKind::Unauthenticated:
        return Words::tr("The session has ended. Sign in again.");
    case ErrorKind::Forbidden:
        return Words::tr("Your role does not permit this.");
    case ErrorKind::NotFound:
        return Words::tr("This is not there any more.");
    case ErrorKind::Conflict:
        return Words::tr("This is not possible in the present state.");
    case ErrorKind::StaleVersion:
        return Words::tr("Somebody else changed this meanwhile. Look at their change first.");
    case ErrorKind::TooLarge:
        return Words::tr("This is too large.");
    case ErrorKind::TooManyRequests:
        return Words::tr("Too many attempts. Wait a minute.");
    case ErrorKind::Internal:
        return Words::tr("The service made a mistake; its log tells more.");
    case ErrorKind::Unavailable:
        return Words::tr("The service is not available now.");
    case ErrorKind::PreconditionRequired:
        return Words::tr("This program did not say which version it changes.");
    }
    return {};
}

constexpr std::array fieldProblems {
    Entry {"required", QT_TRANSLATE_NOOP("Words", "This is needed.")},
    Entry {"wrong_length", QT_TRANSLATE_NOOP("Words", "This is too short or too long.")},
    Entry {"out_of_range", QT_TRANSLATE_NOOP("Words", "This is outside the range.")},
    Entry {"not_one_of", QT_TRANSLATE_NOOP("Words", "Choose one of the offered values.")},
    Entry {"invalid_time", QT_TRANSLATE_NOOP("Words", "This is not a date and time.")},
    Entry {"control_character", QT_TRANSLATE_NOOP("Words", "This holds a character that cannot be seen.")},
    Entry {"user_name_taken", QT_TRANSLATE_NOOP("Words", "This logon name is taken.")},
    Entry {"invalid_name", QT_TRANSLATE_NOOP("Words", "This name cannot be used.")},
    Entry {"report_name_taken", QT_TRANSLATE_NOOP("Words", "You have another saved report of this name.")},
    Entry {"not_an_address",
           QT_TRANSLATE_NOOP("Words", "This is no e-mail address, such as it@example.com.")},
    Entry {"recipient_not_allowed",
           QT_TRANSLATE_NOOP("Words", "The service sends no reports to addresses of this domain.")},
    Entry {
        "mail_not_configured",
        QT_TRANSLATE_NOOP("Words", "The service sends no e-mail: its configuration names no mail server.")},
    Entry {"domain_unknown", QT_TRANSLATE_NOOP("Words", "There is no such security domain.")},
    Entry {"dates_contradict", QT_TRANSLATE_NOOP("Words", "The end must come after the start.")},
    Entry {"invalid_challenge",
           QT_TRANSLATE_NOOP("Words",
                             "This is no challenge: ten letters and digits, as the workstation shows them.")},
    Entry {"workstation_name_taken", QT_TRANSLATE_NOOP("Words", "Another workstation has this name.")},
    Entry {"password_too_short", QT_TRANSLATE_NOOP("Words", "A password has at least 12 characters.")},
};

} // namespace

QString problem(const contract::Error& error)
{
    // The service's sentence tells the place in the filter, or the field.
    const bool particular = error.code == QLatin1String("invalid_filter")
        || error.code == QLatin1String("invalid_request") || error.code == QLatin1String("service_refused");
    if (particular && !error.detail.isEmpty()) {
        return error.detail;
    }
    if (const QString known = find(problems, error.code); !known.isEmpty()) {
        return known;
    }
    return error.detail.isEmpty() ? ofKind(error.kind) : error.detail;
}

QString fieldProblem(const contract::FieldError& field)
{
    // The service's sentence has the numbers ("must be from 1 to 100").
    const bool hasNumbers =
        field.code == QLatin1String("out_of_range") || field.code == QLatin1String("wrong_length");
    if (hasNumbers && !field.message.isEmpty()) {
        return field.message;
    }
    const QString known = find(fieldProblems, field.code);
    return known.isEmpty() ? field.message : known;
}

} // namespace holdfast::models::words
