// SPDX-License-Identifier: Apache-2.0
#include "services/contract/event_templates.h"

#include <QCoreApplication>

namespace holdfast::contract {

namespace {

constexpr auto success = EventResult::Success;
constexpr auto failed = EventResult::Failure;
constexpr auto challenge = EventResult::Challenge;
constexpr auto information = EventResult::Information;

constexpr auto logOn = "AUTHN_LOGIN_EVENT";
constexpr auto consoleLogOn = "OC_ADMIN_LOGIN_EVENT";
constexpr auto logOff = "AUTHN_LOGOUT_EVENT";
constexpr auto user = "UPDATE_PRINCIPAL";
constexpr auto token = "UPDATE_AM_TOKEN";
constexpr auto newPin = "AM_NEW_PIN_SET";
constexpr auto resync = "AM_RESYNC_TOKEN";
constexpr auto unlink = "AM_UNLINK_TOKEN_PRINCIPAL";
constexpr auto cancelled = "EMERGENCY_CODES_CANCELLED";
constexpr auto apiClient = "UPDATE_API_CLIENT";

// clang-format off
constexpr std::array templates {
    // Signing in.
    EventTemplate {logOn, success, "EMERGENCY_TOKENCODE", QT_TRANSLATE_NOOP("EventSentence", "{user} signed in with an emergency code[ in place of token {token}]")},
    EventTemplate {logOn, success, "PASSWORD", QT_TRANSLATE_NOOP("EventSentence", "{user} signed in with a password")},
    EventTemplate {logOn, success, "OFFLINE", QT_TRANSLATE_NOOP("EventSentence", "{user} signed in at {workstation} without a network[ with token {token}]")},
    EventTemplate {logOn, success, "OFFLINE_EMERGENCY_TOKENCODE", QT_TRANSLATE_NOOP("EventSentence", "{user} signed in at {workstation} without a network, with an emergency code[ in place of token {token}]")},
    EventTemplate {logOn, success, "OFFLINE_EMERGENCY_PASSCODE", QT_TRANSLATE_NOOP("EventSentence", "{user} signed in at {workstation} without a network, with an emergency passcode")},
    EventTemplate {logOn, success, "OFFLINE_CHALLENGE", QT_TRANSLATE_NOOP("EventSentence", "{user} was let in at {workstation} without a network by the help desk")},
    EventTemplate {logOn, success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{user} signed in[ with token {token}]")},
    EventTemplate {logOn, challenge, "next_tokencode_required", QT_TRANSLATE_NOOP("EventSentence", "{user} was asked for the next code of token {token}")},
    EventTemplate {logOn, challenge, "new_pin_required", QT_TRANSLATE_NOOP("EventSentence", "{user} was asked to choose a PIN for token {token}")},
    EventTemplate {logOn, challenge, "passcode_required", QT_TRANSLATE_NOOP("EventSentence", "{user} gave the password and was asked for a passcode")},
    EventTemplate {logOn, challenge, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{user} was asked for more")},
    EventTemplate {logOn, failed, "user_unknown", QT_TRANSLATE_NOOP("EventSentence", "Someone tried to sign in as \"{user}\", a name that nobody has")},
    EventTemplate {logOn, failed, "account_disabled", QT_TRANSLATE_NOOP("EventSentence", "{user} was refused: the account is disabled")},
    EventTemplate {logOn, failed, "account_not_yet_valid", QT_TRANSLATE_NOOP("EventSentence", "{user} was refused: the account is not valid yet")},
    EventTemplate {logOn, failed, "account_ended", QT_TRANSLATE_NOOP("EventSentence", "{user} was refused: the account has ended")},
    EventTemplate {logOn, failed, "account_locked", QT_TRANSLATE_NOOP("EventSentence", "{user} was refused: the account is locked")},
    EventTemplate {logOn, failed, "no_token", QT_TRANSLATE_NOOP("EventSentence", "{user} was refused: no token is assigned")},
    EventTemplate {logOn, failed, "token_disabled", QT_TRANSLATE_NOOP("EventSentence", "{user} was refused: token {token} is disabled")},
    EventTemplate {logOn, failed, "token_lost", QT_TRANSLATE_NOOP("EventSentence", "{user} was refused: token {token} is reported lost")},
    EventTemplate {logOn, failed, "token_expired", QT_TRANSLATE_NOOP("EventSentence", "{user} was refused: token {token} has expired")},
    EventTemplate {logOn, failed, "token_not_yet_valid", QT_TRANSLATE_NOOP("EventSentence", "{user} was refused: token {token} is not valid yet")},
    EventTemplate {logOn, failed, "token_replaced", QT_TRANSLATE_NOOP("EventSentence", "{user} was refused: token {token} was replaced")},
    EventTemplate {logOn, failed, "token_damaged", QT_TRANSLATE_NOOP("EventSentence", "{user} was refused: the record of token {token} is damaged")},
    EventTemplate {logOn, failed, "emergency_code_active", QT_TRANSLATE_NOOP("EventSentence", "{user} was refused: token {token} is not taken while emergency codes are out")},
    EventTemplate {logOn, failed, "wrong_code", QT_TRANSLATE_NOOP("EventSentence", "Wrong code for {user}[ with token {token}][ ({failures} of {limit})]")},
    EventTemplate {logOn, failed, "wrong_pin", QT_TRANSLATE_NOOP("EventSentence", "Wrong PIN for {user}[ with token {token}][ ({failures} of {limit})]")},
    EventTemplate {logOn, failed, "code_already_used", QT_TRANSLATE_NOOP("EventSentence", "{user} gave a code[ of token {token}] that was used before[ ({failures} of {limit})]")},
    EventTemplate {logOn, failed, "wrong_password", QT_TRANSLATE_NOOP("EventSentence", "Wrong password for {user}[ ({failures} of {limit})]")},
    EventTemplate {logOn, failed, "no_password", QT_TRANSLATE_NOOP("EventSentence", "{user} was refused: the account has no password")},
    EventTemplate {logOn, failed, "emergency_code_used", QT_TRANSLATE_NOOP("EventSentence", "{user} gave an emergency code that was used before[ ({failures} of {limit})]")},
    EventTemplate {logOn, failed, "emergency_code_expired", QT_TRANSLATE_NOOP("EventSentence", "{user} gave an emergency code that has expired[ ({failures} of {limit})]")},
    EventTemplate {logOn, failed, "emergency_code_cancelled", QT_TRANSLATE_NOOP("EventSentence", "{user} gave an emergency code that was cancelled[ ({failures} of {limit})]")},
    EventTemplate {logOn, failed, "client_unknown", QT_TRANSLATE_NOOP("EventSentence", "A program with an unknown key tried to authenticate[ {user}]")},
    EventTemplate {logOn, failed, "too_many_waiting", QT_TRANSLATE_NOOP("EventSentence", "{user} was refused: too many attempts were under way")},
    EventTemplate {logOn, failed, "service_interrupted", QT_TRANSLATE_NOOP("EventSentence", "The service stopped during a sign-in of {user}; it counts as a failure[ ({failures} of {limit})]")},
    EventTemplate {logOn, failed, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{user} could not sign in")},
    EventTemplate {"API_CLIENT_REFUSED", failed, nullptr, QT_TRANSLATE_NOOP("EventSentence", "A program with an unknown key was refused[ (from {address})]")},
    EventTemplate {consoleLogOn, success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{user} signed in to the console[ from {address}]")},
    EventTemplate {consoleLogOn, failed, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{user} could not sign in to the console")},
    EventTemplate {logOff, success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{actor} signed out")},
    EventTemplate {newPin, success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{user} chose a new PIN for token {token}")},
    EventTemplate {newPin, success, "generated", QT_TRANSLATE_NOOP("EventSentence", "{user} took the PIN that was given for token {token}")},
    EventTemplate {newPin, challenge, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{user} chose a PIN for token {token} that the policy refuses")},
    EventTemplate {newPin, failed, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{user} chose a PIN for token {token} that the policy refuses")},
    EventTemplate {"ACCOUNT_LOCKED", information, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{user} was locked[ after {failures} failures]")},
    EventTemplate {"ACCOUNT_LOCKED", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{user} was locked[ after {failures} failures]")},
    EventTemplate {"AM_TOKEN_REPLACED", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{user} used token {token} for the first time; it replaces[ token {oldSerial}]")},
    EventTemplate {"AM_TOKEN_FOUND", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{user} used token {token} again; it is no longer lost")},

    // People.
    EventTemplate {"RESTORE_PRINCIPAL", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{actor} restored the account {user}[ in {domain}]")},
    EventTemplate {"CREATE_PRINCIPAL", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{actor} created the account {user}[ in {domain}]")},
    EventTemplate {"DELETE_PRINCIPAL", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{actor} deleted the account {user}")},
    EventTemplate {user, success, "enable", QT_TRANSLATE_NOOP("EventSentence", "{actor} enabled {user}")},
    EventTemplate {user, success, "disable", QT_TRANSLATE_NOOP("EventSentence", "{actor} disabled {user}")},
    EventTemplate {user, success, "unlock", QT_TRANSLATE_NOOP("EventSentence", "{actor} unlocked {user}")},
    EventTemplate {user, success, "lock-again", QT_TRANSLATE_NOOP("EventSentence", "{actor} put the lock of {user} back")},
    EventTemplate {user, success, "edit", QT_TRANSLATE_NOOP("EventSentence", "{actor} changed the account {user}")},
    EventTemplate {user, success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{actor} changed the account {user}")},

    // Tokens.
    EventTemplate {"IMPORT_TOKENS", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{actor} imported[ {imported}] tokens[ from {file}]")},
    EventTemplate {"IMPORT_TOKENS", failed, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{actor} could not import[ {file}]")},
    EventTemplate {"EXPORT_TOKENS", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{actor} exported[ {exported}] tokens with their secrets[: {reason}]")},
    EventTemplate {"ENROLL_TOKEN", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{actor} enrolled token {token} for {user}")},
    EventTemplate {"ENROLL_TOKEN", success, "confirm", QT_TRANSLATE_NOOP("EventSentence", "{actor} confirmed token {token} of {user} with a first code")},
    EventTemplate {"ENROLL_TOKEN", failed, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{actor} could not confirm token {token} of {user}: the code does not fit")},
    EventTemplate {"AM_LINK_TOKEN_PRINCIPAL", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{actor} assigned token {token} to {user}")},
    EventTemplate {unlink, success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{actor} took token {token} from {user}")},
    EventTemplate {unlink, success, "import", QT_TRANSLATE_NOOP("EventSentence", "{actor} imported token {token} anew; {user} no longer has it")},
    EventTemplate {token, success, "enable", QT_TRANSLATE_NOOP("EventSentence", "{actor} enabled token {token}[ of {user}][ although {stolenWorkstation} was stolen with codes of it]")},
    EventTemplate {token, success, "disable", QT_TRANSLATE_NOOP("EventSentence", "{actor} disabled token {token}[ of {user}]")},
    EventTemplate {token, success, "clear-pin", QT_TRANSLATE_NOOP("EventSentence", "{actor} cleared the PIN of token {token}[ of {user}]")},
    EventTemplate {token, success, "require-new-pin", QT_TRANSLATE_NOOP("EventSentence", "{actor} asked for a new PIN for token {token}[ of {user}]")},
    EventTemplate {token, success, "restore-pin", QT_TRANSLATE_NOOP("EventSentence", "{actor} put the PIN of token {token}[ of {user}] back")},
    EventTemplate {token, success, "lost", QT_TRANSLATE_NOOP("EventSentence", "{actor} marked token {token}[ of {user}] as lost")},
    EventTemplate {token, success, "found", QT_TRANSLATE_NOOP("EventSentence", "{actor} marked token {token}[ of {user}] as found")},
    EventTemplate {token, success, "edit", QT_TRANSLATE_NOOP("EventSentence", "{actor} changed token {token}")},
    EventTemplate {token, success, "import", QT_TRANSLATE_NOOP("EventSentence", "{actor} imported token {token} anew")},
    EventTemplate {token, success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{actor} changed token {token}")},
    EventTemplate {"DELETE_AM_TOKEN", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{actor} deleted token {token}")},
    EventTemplate {"RESTORE_AM_TOKEN", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{actor} restored token {token}")},
    EventTemplate {"AM_REPLACE_TOKEN", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{actor} gave {user} token {newSerial} to replace token {token}")},
    EventTemplate {resync, success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{actor} resynchronised token {token} of {user}")},
    EventTemplate {resync, failed, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{actor} could not resynchronise token {token} of {user}: the codes do not fit")},

    // Emergency codes.
    EventTemplate {"EMERGENCY_CODES_ISSUED", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{actor} issued emergency codes to {user}[ for token {token}][: {reason}]")},
    EventTemplate {cancelled, success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{actor} cancelled the emergency codes of {user}")},
    EventTemplate {cancelled, success, "token_returned", QT_TRANSLATE_NOOP("EventSentence", "The emergency codes of {user} ended: token {token} is back")},

    // Verifying callers.
    EventTemplate {"CALLER_CODE_VERIFIED", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{user} gave the help desk a good code of token {token}")},
    EventTemplate {"CALLER_VERIFICATION", success, "tokenCode", QT_TRANSLATE_NOOP("EventSentence", "{actor} verified {user} by a code of token {note}")},
    EventTemplate {"CALLER_VERIFICATION", success, "callBack", QT_TRANSLATE_NOOP("EventSentence", "{actor} verified {user} by calling back the number on record[ ({note})]")},
    EventTemplate {"CALLER_VERIFICATION", success, "manager", QT_TRANSLATE_NOOP("EventSentence", "{actor} verified {user}: confirmed by {note}")},
    EventTemplate {"CALLER_VERIFICATION", success, "questions", QT_TRANSLATE_NOOP("EventSentence", "{actor} verified {user} by questions[ ({note} right)]")},
    EventTemplate {"CALLER_VERIFICATION", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{actor} verified {user}")},
    EventTemplate {"CALLER_VERIFICATION", failed, "tokenCode", QT_TRANSLATE_NOOP("EventSentence", "{actor} could not verify {user}: the code was not right")},
    EventTemplate {"CALLER_VERIFICATION", failed, "questions", QT_TRANSLATE_NOOP("EventSentence", "{actor} could not verify {user}: no answer was right")},
    EventTemplate {"CALLER_VERIFICATION", failed, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{actor} could not verify {user}")},
    EventTemplate {"UPDATE_SECURITY_QUESTIONS", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{actor} set the questions that {user} can be asked")},
    EventTemplate {"APPROVAL_REQUESTED", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{actor} asked for approval to act on the account {user}[: {reason}]")},
    EventTemplate {"APPROVAL_GRANTED", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{actor} approved that {requestedBy} acts on the account {user}[: {reason}]")},
    EventTemplate {"APPROVAL_REFUSED", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{actor} refused that {requestedBy} acts on the account {user}[: {reason}]")},

    // Domains, policies, administrators, programs.
    EventTemplate {"CREATE_SECURITY_DOMAIN", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{actor} created the domain {domain}")},
    EventTemplate {"UPDATE_SECURITY_DOMAIN", success, "move", QT_TRANSLATE_NOOP("EventSentence", "{actor} moved the domain[ {from}] to {domain}")},
    EventTemplate {"UPDATE_SECURITY_DOMAIN", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{actor} changed the domain {domain}")},
    EventTemplate {"DELETE_SECURITY_DOMAIN", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{actor} deleted the domain {domain}")},
    EventTemplate {"CREATE_LOCKOUT_POLICY", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{actor} created the lockout policy[ \"{policy}\"]")},
    EventTemplate {"UPDATE_LOCKOUT_POLICY", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{actor} changed the lockout policy[ \"{policy}\"]")},
    EventTemplate {"UPDATE_LOCKOUT_POLICY", success, "restore", QT_TRANSLATE_NOOP("EventSentence", "{actor} restored version {restored} of the lockout policy[ \"{policy}\"]")},
    EventTemplate {"UPDATE_LOCKOUT_POLICY", success, "makeDefault", QT_TRANSLATE_NOOP("EventSentence", "{actor} made the lockout policy[ \"{policy}\"] the default")},
    EventTemplate {"DELETE_LOCKOUT_POLICY", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{actor} deleted the lockout policy[ \"{policy}\"]")},
    EventTemplate {"AUTHMGR_TOKEN_POLICY_CREATE", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{actor} created the token policy[ \"{policy}\"]")},
    EventTemplate {"AUTHMGR_TOKEN_POLICY_UPDATE", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{actor} changed the token policy[ \"{policy}\"]")},
    EventTemplate {"AUTHMGR_TOKEN_POLICY_UPDATE", success, "restore", QT_TRANSLATE_NOOP("EventSentence", "{actor} restored version {restored} of the token policy[ \"{policy}\"]")},
    EventTemplate {"AUTHMGR_TOKEN_POLICY_UPDATE", success, "makeDefault", QT_TRANSLATE_NOOP("EventSentence", "{actor} made the token policy[ \"{policy}\"] the default")},
    EventTemplate {"AUTHMGR_TOKEN_POLICY_DELETE", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{actor} deleted the token policy[ \"{policy}\"]")},
    EventTemplate {"AUTHMGR_OFFLINE_AUTHN_POLICY_CREATE", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{actor} created the offline policy[ \"{policy}\"]")},
    EventTemplate {"AUTHMGR_OFFLINE_AUTHN_POLICY_UPDATE", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{actor} changed the offline policy[ \"{policy}\"]")},
    EventTemplate {"AUTHMGR_OFFLINE_AUTHN_POLICY_UPDATE", success, "restore", QT_TRANSLATE_NOOP("EventSentence", "{actor} restored version {restored} of the offline policy[ \"{policy}\"]")},
    EventTemplate {"AUTHMGR_OFFLINE_AUTHN_POLICY_UPDATE", success, "makeDefault", QT_TRANSLATE_NOOP("EventSentence", "{actor} made the offline policy[ \"{policy}\"] the default")},
    EventTemplate {"AUTHMGR_OFFLINE_AUTHN_POLICY_DELETE", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{actor} deleted the offline policy[ \"{policy}\"]")},
    EventTemplate {"LINK_PRINCIPAL_ADMIN_ROLE", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{actor} gave {user} administrative roles[: {roles}]")},
    EventTemplate {"UNLINK_PRINCIPAL_ADMIN_ROLE", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{actor} took administrative roles from {user}")},
    EventTemplate {"CREATE_ADMIN_ROLE", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{actor} made the role[ \"{role}\"]")},
    EventTemplate {"UPDATE_ADMIN_ROLE", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{actor} changed the role[ \"{role}\"]")},
    EventTemplate {"DELETE_ADMIN_ROLE", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{actor} deleted the role[ \"{role}\"]")},
    EventTemplate {"UPDATE_SIGN_IN_SETTINGS", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{actor} changed how administrators sign in")},
    EventTemplate {"REVOKE_ADMIN_SESSION", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{actor} ended a session of {user}[ from {from}]")},
    EventTemplate {"CONFIRM_ADMIN_SESSION", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{actor} confirmed the sign-in")},
    EventTemplate {"UPDATE_ADMIN_PASSWORD", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{actor} set the password of {user}")},
    EventTemplate {"CREATE_API_CLIENT", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{actor} registered the program[ {client}]")},
    EventTemplate {apiClient, success, "enable", QT_TRANSLATE_NOOP("EventSentence", "{actor} enabled the program[ {client}]")},
    EventTemplate {apiClient, success, "disable", QT_TRANSLATE_NOOP("EventSentence", "{actor} disabled the program[ {client}]")},
    EventTemplate {apiClient, success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{actor} changed the program[ {client}]")},
    EventTemplate {"DELETE_API_CLIENT", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{actor} removed the program[ {client}]")},
    EventTemplate {"RUN_REPORT", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{actor} ran the report[ {name}]")},
    EventTemplate {"REPORT_FAILED", failed, nullptr, QT_TRANSLATE_NOOP("EventSentence", "The report[ \"{saved}\"] of {actor} failed")},
    EventTemplate {"FETCH_REPORT_RESULT", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{actor} fetched a result of the report[ \"{saved}\"]")},
    EventTemplate {"CREATE_SAVED_REPORT", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{actor} saved the report[ \"{saved}\"]")},
    EventTemplate {"UPDATE_SAVED_REPORT", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{actor} changed the saved report[ \"{saved}\"]")},
    EventTemplate {"DELETE_SAVED_REPORT", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{actor} deleted the saved report[ \"{saved}\"]")},
    EventTemplate {"DELETE_REPORT_JOB", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{actor} removed a run of the report[ \"{saved}\"]")},
    EventTemplate {"UPDATE_NOTIFICATION_SETTINGS", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{actor} changed who is told of what[: {recipients}]")},
    EventTemplate {"SEND_TEST_MAIL", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{actor} sent a test e-mail[ to {recipients}]")},
    EventTemplate {"SEND_TEST_MAIL", failed, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{actor} tried to send a test e-mail[ to {recipients}], which failed")},

    // Jobs over many, and the bin. A job that undoes another says so, whatever it does.
    EventTemplate {"BULK_JOB_STARTED", success, "enableUsers", QT_TRANSLATE_NOOP("EventSentence", "{actor} began to enable {items} accounts[ (job {job})][, above the agreed share: {overruled}]")},
    EventTemplate {"BULK_JOB_STARTED", success, "disableUsers", QT_TRANSLATE_NOOP("EventSentence", "{actor} began to disable {items} accounts[ (job {job})][, above the agreed share: {overruled}]")},
    EventTemplate {"BULK_JOB_STARTED", success, "unlockUsers", QT_TRANSLATE_NOOP("EventSentence", "{actor} began to unlock {items} accounts[ (job {job})][, above the agreed share: {overruled}]")},
    EventTemplate {"BULK_JOB_STARTED", success, "moveUsers", QT_TRANSLATE_NOOP("EventSentence", "{actor} began to move {items} accounts to another domain[ (job {job})][, above the agreed share: {overruled}]")},
    EventTemplate {"BULK_JOB_STARTED", success, "endUsers", QT_TRANSLATE_NOOP("EventSentence", "{actor} began to set the end of {items} accounts[ (job {job})][, above the agreed share: {overruled}]")},
    EventTemplate {"BULK_JOB_STARTED", success, "deleteUsers", QT_TRANSLATE_NOOP("EventSentence", "{actor} began to delete {items} accounts[ (job {job})][, above the agreed share: {overruled}]")},
    EventTemplate {"BULK_JOB_STARTED", success, "enableTokens", QT_TRANSLATE_NOOP("EventSentence", "{actor} began to enable {items} tokens[ (job {job})][, above the agreed share: {overruled}]")},
    EventTemplate {"BULK_JOB_STARTED", success, "disableTokens", QT_TRANSLATE_NOOP("EventSentence", "{actor} began to disable {items} tokens[ (job {job})][, above the agreed share: {overruled}]")},
    EventTemplate {"BULK_JOB_STARTED", success, "unassignTokens", QT_TRANSLATE_NOOP("EventSentence", "{actor} began to unassign {items} tokens[ (job {job})][, above the agreed share: {overruled}]")},
    EventTemplate {"BULK_JOB_STARTED", success, "moveTokens", QT_TRANSLATE_NOOP("EventSentence", "{actor} began to move {items} tokens to another domain[ (job {job})][, above the agreed share: {overruled}]")},
    EventTemplate {"BULK_JOB_STARTED", success, "expireTokens", QT_TRANSLATE_NOOP("EventSentence", "{actor} began to set the expiry of {items} tokens[ (job {job})][, above the agreed share: {overruled}]")},
    EventTemplate {"BULK_JOB_STARTED", success, "clearPins", QT_TRANSLATE_NOOP("EventSentence", "{actor} began to clear the PINs of {items} tokens[ (job {job})][, above the agreed share: {overruled}]")},
    EventTemplate {"BULK_JOB_STARTED", success, "requireNewPins", QT_TRANSLATE_NOOP("EventSentence", "{actor} began to ask for new PINs of {items} tokens[ (job {job})][, above the agreed share: {overruled}]")},
    EventTemplate {"BULK_JOB_STARTED", success, "deleteTokens", QT_TRANSLATE_NOOP("EventSentence", "{actor} began to delete {items} tokens[ (job {job})][, above the agreed share: {overruled}]")},
    EventTemplate {"BULK_JOB_STARTED", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{actor} began to undo job {undoes}[: {items} changes]")},
    EventTemplate {"BULK_JOB_RESUMED", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{actor} resumed job {job}")},
    EventTemplate {"BULK_JOB_ENDED", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "Job {job} of {actor} ended[: {done} changed, {failed} refused]")},
    EventTemplate {"BULK_JOB_ENDED", failed, "cancelled", QT_TRANSLATE_NOOP("EventSentence", "{actor} cancelled job {job}[ after {done} changes]")},
    EventTemplate {"BULK_JOB_ENDED", failed, "too_many_failures", QT_TRANSLATE_NOOP("EventSentence", "Job {job} of {actor} stopped by itself[: {failed} were refused, {done} changed]")},
    EventTemplate {"BULK_JOB_ENDED", failed, nullptr, QT_TRANSLATE_NOOP("EventSentence", "Job {job} stopped[ after {done} changes]")},
    EventTemplate {"UPDATE_BULK_SETTINGS", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{actor} changed how much a job may change unasked[: {sharePercent} percent]")},
    EventTemplate {"BIN_ENTRY_DELETED", success, "user", QT_TRANSLATE_NOOP("EventSentence", "{actor} deleted the account {user} for good")},
    EventTemplate {"BIN_ENTRY_DELETED", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{actor} deleted token {token} for good")},
    EventTemplate {"BIN_EMPTIED", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "What was in the bin for thirty days was deleted for good[: {items}]")},

    // Workstations.
    EventTemplate {"CREATE_ENROLMENT_CODE", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{actor} made a code that enrols a workstation[, {workstation},] in {domain}")},
    EventTemplate {"CANCEL_ENROLMENT_CODE", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{actor} cancelled a code that would have enrolled a workstation[, {workstation},] in {domain}")},
    EventTemplate {"WORKSTATION_ENROLLED", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "The workstation {workstation} was enrolled in {domain} with a code of {actor}")},
    EventTemplate {"WORKSTATION_ENROLLED", failed, nullptr, QT_TRANSLATE_NOOP("EventSentence", "Somebody tried to enrol a workstation with a code that is wrong or over[ (from {address})]")},
    EventTemplate {"WORKSTATION_REFUSED", failed, nullptr, QT_TRANSLATE_NOOP("EventSentence", "A request was refused that no enrolled workstation signed[ (from {address})]")},
    EventTemplate {"WORKSTATION_LOGONS_REFUSED", failed, nullptr, QT_TRANSLATE_NOOP("EventSentence", "Too many logons at {workstation} were wrong, so that it must wait: is somebody locking accounts with its key?")},
    EventTemplate {"UPDATE_WORKSTATION", success, "move", QT_TRANSLATE_NOOP("EventSentence", "{actor} moved the workstation {workstation}[ from {from}] to {domain}")},
    EventTemplate {"UPDATE_WORKSTATION", success, "rename", QT_TRANSLATE_NOOP("EventSentence", "{actor} renamed the workstation[ {oldName} to] {workstation}")},
    EventTemplate {"UPDATE_WORKSTATION", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{actor} changed the workstation {workstation}")},
    EventTemplate {"WORKSTATION_REVOKED", success, "stolen", QT_TRANSLATE_NOOP("EventSentence", "{actor} revoked the workstation {workstation} as stolen[: {reason}][ ({tokensChanged} of {tokensGranted} tokens were changed)]")},
    EventTemplate {"WORKSTATION_REVOKED", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{actor} revoked the workstation {workstation}[: {reason}]")},
    EventTemplate {"OFFLINE_DATA_DOWNLOAD", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{workstation} was given {days} offline days for {user}[ with token {token}]")},
    EventTemplate {"OFFLINE_DATA_DOWNLOAD_FAILED", failed, "proof_missing", QT_TRANSLATE_NOOP("EventSentence", "{workstation} was refused offline data: no fresh logon stands behind the request")},
    EventTemplate {"OFFLINE_DATA_DOWNLOAD_FAILED", failed, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{workstation} was refused offline data[ for {user}][ with token {token}][: {why}]")},
    EventTemplate {"OFFLINE_DATA_DOWNLOAD_TIMED_OUT", failed, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{workstation} did not receive the offline data that were made for {user}")},
    EventTemplate {"OFFLINE_LOGON_FAILED", failed, "OFFLINE_CHALLENGE", QT_TRANSLATE_NOOP("EventSentence", "{workstation} was given a wrong answer to its challenge[ for {user}]")},
    EventTemplate {"OFFLINE_LOGON_FAILED", failed, "OFFLINE_EMERGENCY_PASSCODE", QT_TRANSLATE_NOOP("EventSentence", "{workstation} was given a wrong emergency passcode[ for {user}] without a network")},
    EventTemplate {"OFFLINE_LOGON_FAILED", failed, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{workstation} refused a passcode[ of {user}] without a network")},
    EventTemplate {"OFFLINE_LIMIT_REACHED", failed, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{workstation} takes no more passcodes[ of {user}] without a network: too many were wrong")},
    EventTemplate {"OFFLINE_CLOCK_SET_BACK", failed, nullptr, QT_TRANSLATE_NOOP("EventSentence", "The clock of {workstation} was set back")},
    EventTemplate {"OFFLINE_DATA_DAMAGED", failed, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{workstation} set damaged offline data[ of {user}] aside")},
    EventTemplate {"OFFLINE_STATE_ROLLED_BACK", failed, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{workstation} found its offline data[ of {user}] put back as they were earlier")},
    EventTemplate {"OFFLINE_LOGON_UNMATCHED", failed, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{workstation} tells of a logon[ of {user}] without a network that nothing it was given allows: is it made up, or its clock wrong?")},
    EventTemplate {"OFFLINE_MARK_RAISED", information, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{workstation} tells that token {token}[ of {user}] was used there without a network: its earlier codes are used up")},
    EventTemplate {"OFFLINE_STEP_USED_TWICE", failed, "online", QT_TRANSLATE_NOOP("EventSentence", "A code of token {token} was used at {workstation} without a network, and online as well: is somebody else using it?")},
    EventTemplate {"OFFLINE_STEP_USED_TWICE", failed, nullptr, QT_TRANSLATE_NOOP("EventSentence", "A code of token {token} was used at {workstation} without a network[, and at {otherWorkstation} as well]: is somebody else using it?")},
    EventTemplate {"OFFLINE_SETS_VOIDED", information, nullptr, QT_TRANSLATE_NOOP("EventSentence", "The change[ of the policy {policy}][ of the domain of {user}][ of the domain of {workstation}] made {sets} offline packages void, of {people} people on {workstations} workstations")},
    EventTemplate {"OFFLINE_SET_RENEWAL_WANTED", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{actor} asked for new offline data for {user} on {workstation}")},
    EventTemplate {"OFFLINE_SET_EXTENDED", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{actor} granted {user} {days} more offline days on {workstation}[: {reason}]")},
    EventTemplate {"OFFLINE_SET_REVOKED", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{actor} revoked the offline data of {user} on {workstation}[: {reason}]")},
    EventTemplate {"OFFLINE_EMERGENCY_CODE_READ", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{actor} read out the emergency code that {workstation} holds for {user}[: {reason}]")},
    EventTemplate {"OFFLINE_POLICY_TRIAL", information, "refuses", QT_TRANSLATE_NOOP("EventSentence", "The draft of policy {policy} would refuse offline data for {user} on {workstation}[: {would}]")},
    EventTemplate {"OFFLINE_POLICY_TRIAL", information, "grants", QT_TRANSLATE_NOOP("EventSentence", "The draft of policy {policy} would give offline data for {user} on {workstation}")},
    EventTemplate {"OFFLINE_POLICY_TRIAL", information, nullptr, QT_TRANSLATE_NOOP("EventSentence", "The draft of policy {policy} would give other offline data for {user} on {workstation}")},
    EventTemplate {"OFFLINE_POLICY_TRIAL_BEGUN", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{actor} began to try a draft of the offline policy {policy}")},
    EventTemplate {"OFFLINE_POLICY_TRIAL_ENDED", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{actor} ended the trial of a draft of the offline policy {policy}")},
    EventTemplate {"OFFLINE_CHALLENGE_ANSWERED", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{actor} answered a challenge of the workstation {workstation} for {user}[: {reason}]")},

    // The service.
    EventTemplate {"SERVICE_INITIALISED", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "The service was set up")},
    EventTemplate {"SERVICE_STARTED", information, nullptr, QT_TRANSLATE_NOOP("EventSentence", "The service started[ ({version})]")},
    EventTemplate {"SERVICE_STARTED", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "The service started[ ({version})]")},
    EventTemplate {"SERVICE_STOPPED", information, nullptr, QT_TRANSLATE_NOOP("EventSentence", "The service stopped")},
    EventTemplate {"SERVICE_STOPPED", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "The service stopped")},
    EventTemplate {"DEMONSTRATION_FILLED", information, nullptr, QT_TRANSLATE_NOOP("EventSentence", "The service was filled with invented people for a demonstration")},
    EventTemplate {"EVENTS_REMOVED", information, nullptr, QT_TRANSLATE_NOOP("EventSentence", "Events {first} to {through}, older than {olderThan}, were removed as the policy on keeping events says")},
    EventTemplate {"EVENTS_REMOVED", failed, nullptr, QT_TRANSLATE_NOOP("EventSentence", "The removal of old events stopped after event {through}, for the event log is not whole there")},
    EventTemplate {"UPDATE_EVENT_KEEPING", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{actor} changed for how many days events are kept[: {keepDays}]")},
    EventTemplate {"BACKUP_MADE", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "A backup was made[ of the {events} events until then]")},
    EventTemplate {"SERVICE_RESTORED", success, "event_chain_broken", QT_TRANSLATE_NOOP("EventSentence", "The service was restored from a backup[ of {madeAt}] whose event log was not whole")},
    EventTemplate {"SERVICE_RESTORED", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "The service was restored from a backup[ of {madeAt}]")},
    EventTemplate {"KEYS_ROTATED", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "The keys were rotated to version {version}[; {seeds} seeds were sealed anew]")},
    EventTemplate {"VERBOSE_LOGS_ON", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{actor} turned verbose logs on[ for {minutes} minutes]")},
    EventTemplate {"VERBOSE_LOGS_OFF", success, "time_over", QT_TRANSLATE_NOOP("EventSentence", "Verbose logs turned themselves off")},
    EventTemplate {"VERBOSE_LOGS_OFF", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{actor} turned verbose logs off")},
    EventTemplate {"SUPPORT_BUNDLE_MADE", success, nullptr, QT_TRANSLATE_NOOP("EventSentence", "{actor} downloaded a support bundle")},
    EventTemplate {"NOTIFICATION_RAISED", information, nullptr, QT_TRANSLATE_NOOP("EventSentence", "Somebody should look after this[: {what}]")},
    EventTemplate {"NOTIFICATION_CLOSED", information, nullptr, QT_TRANSLATE_NOOP("EventSentence", "This is over[: {what}]")},
    EventTemplate {"MAIL_NOT_SENT", failed, nullptr, QT_TRANSLATE_NOOP("EventSentence", "An e-mail was given up after two days[: {subject}]")},
    EventTemplate {"MAIL_WITHHELD", failed, nullptr, QT_TRANSLATE_NOOP("EventSentence", "An e-mail was not sent to {recipients}, who may not get it any more[: {subject}]")},
    EventTemplate {"EVENT_LOSS_ACCEPTED", information, nullptr, QT_TRANSLATE_NOOP("EventSentence", "The service was started although its event log does not agree with its head record")},
};
// clang-format on

bool variantFits(const EventTemplate& candidate, const Event& event)
{
    const QLatin1String variant(candidate.variant);
    return event.reason == variant || event.method == variant
        || event.detail.value(QLatin1String("action")).toString() == variant
        || event.detail.value(QLatin1String("cause")).toString() == variant;
}

} // namespace

const EventTemplate* eventTemplate(const Event& event)
{
    const EventTemplate* general = nullptr;
    for (const EventTemplate& candidate : templates) {
        if (candidate.result != event.result || event.key != QLatin1String(candidate.key)) {
            continue;
        }
        if (!candidate.variant) {
            general = &candidate;
        } else if (variantFits(candidate, event)) {
            return &candidate;
        }
    }
    return general;
}

} // namespace holdfast::contract
