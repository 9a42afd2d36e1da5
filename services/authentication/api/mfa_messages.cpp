// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/api/mfa_messages.h"

#include "services/security/random.h"

namespace holdfast::authentication::mfa {

using contract::AuthnResponse;
using contract::CredentialValidationResult;
using contract::SubjectCredential;

AuthnResponse challengeResponse(Attempt& attempt, const std::optional<QString>& inResponseTo,
                                std::vector<CredentialValidationResult> results, const PinRules& rules,
                                const std::vector<PinFault>& faults)
{
    attempt.lastMessageId = security::randomIdentifier();
    AuthnResponse response;
    response.context = {attempt.id, attempt.lastMessageId, inResponseTo};
    response.credentialValidationResults = std::move(results);
    response.attemptResponseCode = attempt.responseCode;
    response.attemptReasonCode = attempt.reasonCode;
    switch (attempt.expects) {
    case Attempt::Expects::Passcode:
        response.challengeMethods =
            challengePasscode(attempt.language, attempt.onlyMethod, attempt.lastMessageId);
        break;
    case Attempt::Expects::NextTokencode:
        response.challengeMethods = challengeNextTokencode(attempt.language, attempt.lastMessageId);
        break;
    case Attempt::Expects::NewPin:
        response.challengeMethods =
            challengeNewPin(attempt.language, rules, faults,
                            attempt.continuation ? attempt.continuation->givenPin : contract::Secret(),
                            attempt.lastMessageId);
        break;
    case Attempt::Expects::Nothing:
        break;
    }
    return response;
}

AuthnResponse errorResponse(const QString& attemptId, const std::optional<QString>& inResponseTo,
                            const std::vector<SubjectCredential>& credentials)
{
    AuthnResponse response;
    response.context = {attemptId, security::randomIdentifier(), inResponseTo};
    response.credentialValidationResults = notLookedAt(credentials, nullptr);
    response.attemptResponseCode = code::error;
    response.attemptReasonCode = code::verifyError;
    return response;
}

std::vector<CredentialValidationResult> notLookedAt(const std::vector<SubjectCredential>& credentials,
                                                    const SubjectCredential* due)
{
    std::vector<CredentialValidationResult> results;
    for (const SubjectCredential& credential : credentials) {
        if (&credential != due) {
            results.push_back({.methodId = credential.methodId,
                               .methodResponseCode = code::error,
                               .methodReasonCode = code::verifyError});
        }
    }
    return results;
}

} // namespace holdfast::authentication::mfa
