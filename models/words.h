// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/tone.h"
#include "services/contract/api_client.h"
#include "services/contract/card.h"
#include "services/contract/overview.h"
#include "services/contract/policy_preview.h"
#include "services/contract/role.h"
#include "services/contract/session.h"
#include "services/contract/sign_in_settings.h"
#include "services/contract/token_import.h"

#include <QString>

// The service speaks in stable codes; here they become sentences in the console's language. An unknown code
// of a newer service falls back to the service's own English words, never to nothing.
namespace holdfast::models::words {

// Enumerations, as shown in a cell or a combo box.
[[nodiscard]] QString of(contract::UserStatus status);
[[nodiscard]] QString of(contract::TokenKind kind);
[[nodiscard]] QString of(contract::HashAlgorithm algorithm);
[[nodiscard]] QString of(contract::PinStyle style);
[[nodiscard]] QString of(contract::PinState state);
[[nodiscard]] QString of(contract::TokenState state);
[[nodiscard]] QString of(contract::EmergencyCodeKind kind);
[[nodiscard]] QString of(contract::OnTokenReturn behaviour);
[[nodiscard]] QString of(contract::CodeReplaces replaced);
[[nodiscard]] QString of(contract::EmergencyCodeState state);
[[nodiscard]] QString of(contract::EventLog log);
[[nodiscard]] QString of(contract::EventResult result);
[[nodiscard]] QString of(contract::PolicyType type);
[[nodiscard]] QString of(contract::PolicySource source);
[[nodiscard]] QString of(contract::UnlockBy who);
[[nodiscard]] QString of(contract::PinCharacters characters);
[[nodiscard]] QString of(contract::PinChoice choice);
[[nodiscard]] QString of(contract::Role role);
[[nodiscard]] QString of(contract::PasscodeFor who);
// "Help Desk of /Sales", "Auditor, everywhere".
[[nodiscard]] QString of(const contract::RoleAssignment& assignment);
[[nodiscard]] QString roleName(const QString& key, const QString& title);
[[nodiscard]] QString of(contract::Permission permission);
[[nodiscard]] QString of(contract::ImportFormat format);
[[nodiscard]] QString of(contract::DuplicateRule rule);
[[nodiscard]] QString of(contract::ImportOutcome outcome);
[[nodiscard]] QString of(contract::JobState state);
// The verb on a button, such as "Unlock".
[[nodiscard]] QString of(contract::CardAction action);

[[nodiscard]] Tone toneOf(contract::UserStatus status);
[[nodiscard]] Tone toneOf(contract::TokenState state);
[[nodiscard]] Tone toneOf(contract::EmergencyCodeState state);
[[nodiscard]] Tone toneOf(contract::EventResult result);
[[nodiscard]] Tone toneOf(contract::ImportOutcome outcome);

// A stable reason code (account_locked, wrong_code, ...) as a short phrase: "wrong code". Empty if unknown.
[[nodiscard]] QString reason(const QString& code);
// What went wrong, as a sentence that says what to do; from the stable code, else from the kind and `detail`.
[[nodiscard]] QString problem(const contract::Error& error);
// For one field of a form, below the field. Falls back to the service's words.
[[nodiscard]] QString fieldProblem(const contract::FieldError& field);
// A failed check as a sentence: why this person cannot log on. `now` for relative times.
[[nodiscard]] QString check(const contract::Check& check);
// Any check, passed or not, for the list of all of them: "Account is not locked", "2 failed attempts", "fewer
// than 5 failed attempts within 24 hours". The service's English for checks that are not known here.
[[nodiscard]] QString checkTitle(const contract::Check& check);
[[nodiscard]] QString checkFound(const contract::Check& check);
[[nodiscard]] QString checkRequired(const contract::Check& check);
// The button of a cure, with its token's serial where there are several.
[[nodiscard]] QString cure(const contract::Cure& cure, bool nameToken = false);
// An event as a sentence in the console's language; the service's English for keys that it does not know.
[[nodiscard]] QString event(const contract::Event& event);
// "Inherited from /Sales", "Set here", "The default".
[[nodiscard]] QString origin(const contract::PolicyOrigin& origin);
// One line about a policy's content, such as "5 failures in 1 day lock; an administrator unlocks".
[[nodiscard]] QString summary(const contract::LockoutPolicy& policy);
[[nodiscard]] QString summary(const contract::TokenPolicy& policy);
[[nodiscard]] QString summary(const contract::OfflinePolicy& policy);
// What a change of a policy would do, with its number.
[[nodiscard]] QString effect(const contract::PolicyEffect& effect);
// "12 people".
[[nodiscard]] QString people(qint64 count);
// Why a record or a file of tokens was refused, and what to do, from its stable code.
[[nodiscard]] QString importCause(const QString& code, const QString& fallback);
[[nodiscard]] QString importCure(const QString& code, const QString& fallback);
// Shown name, or the logon name where there is none.
[[nodiscard]] QString person(const contract::User& user);

} // namespace holdfast::models::words
