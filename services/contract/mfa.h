// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/fields.h"

namespace holdfast::contract {

// A named value.
struct NameValue
{
    QString name;
    QString value;
    QString dataType = QStringLiteral("STRING");

    static constexpr auto typeName = "NameValue";
    static constexpr auto fields()
    {
        return fieldList(
            field("name", &NameValue::name, "Name.").length(0, 255).orDefault(),
            field("value", &NameValue::value, "Value.").length(0, 4096).orDefault(),
            field("dataType", &NameValue::dataType, "STRING, INT32, INT64, BOOLEAN, BINARY or ISOTIME.")
                .orDefault());
    }
};

// Ties messages to an attempt.
struct MessageContext
{
    std::optional<QString> authnAttemptId;
    std::optional<QString> messageId;
    std::optional<QString> inResponseTo;

    static constexpr auto typeName = "MessageContext";
    static constexpr auto fields()
    {
        return fieldList(
            field("authnAttemptId", &MessageContext::authnAttemptId,
                  "Issued by the service; absent in initialize.")
                .length(0, 128),
            field("messageId", &MessageContext::messageId, "New for every message.").length(0, 128),
            field("inResponseTo", &MessageContext::inResponseTo,
                  "The other side's last messageId; absent in the first.")
                .length(0, 128));
    }
};

// A collected input; its value is secret.
struct SecretInput
{
    QString name;
    Secret value;
    QString dataType;

    static constexpr auto typeName = "SecretInput";
    static constexpr auto fields()
    {
        return fieldList(
            field("name", &SecretInput::name, "Equals the methodId.").length(0, 255).orDefault(),
            field("value", &SecretInput::value, "What the person typed.").length(0, 1024).orDefault(),
            field("dataType", &SecretInput::dataType, "STRING.").orDefault());
    }
};

// What the person gave for one method.
struct SubjectCredential
{
    QString methodId;
    std::optional<QString> referenceId;
    std::optional<QString> versionId;
    std::vector<SecretInput> collectedInputs;

    static constexpr auto typeName = "SubjectCredential";
    static constexpr auto fields()
    {
        return fieldList(
            field("methodId", &SubjectCredential::methodId, "Such as SECURID.").length(1, 64),
            field("referenceId", &SubjectCredential::referenceId, "Echo of what the service sent.")
                .length(0, 256),
            field("versionId", &SubjectCredential::versionId, "Echo of what the service sent.").length(0, 64),
            field("collectedInputs", &SubjectCredential::collectedInputs, "What was typed.")
                .length(0, 16)
                .orDefault());
    }
};

// POST /authn/initialize.
struct Initialize
{
    std::optional<QString> clientId;
    QString subjectName;
    std::optional<int> authnAttemptTimeout;
    std::optional<QString> lang;
    std::optional<QString> assurancePolicyId;
    std::optional<QString> assuranceLevel;
    std::optional<QString> authMethodId;
    std::vector<NameValue> sessionAttributes;
    std::vector<SubjectCredential> subjectCredentials;
    std::optional<QJsonObject> clientDetails;
    bool keepAttempt = false;
    std::optional<MessageContext> context;

    static constexpr auto typeName = "Initialize";
    static constexpr auto fields()
    {
        return fieldList(
            field("clientId", &Initialize::clientId, "Name of the calling program.").length(0, 255),
            field("subjectName", &Initialize::subjectName, "Logon name.").length(1, 255),
            field("authnAttemptTimeout", &Initialize::authnAttemptTimeout, "Seconds.").range(0, 86400),
            field("lang", &Initialize::lang, "Such as us_EN.").length(0, 32),
            field("assurancePolicyId", &Initialize::assurancePolicyId, "Unknown ones mean the default.")
                .length(0, 255),
            field("assuranceLevel", &Initialize::assuranceLevel, "LOW, MEDIUM or HIGH.").length(0, 16),
            field("authMethodId", &Initialize::authMethodId, "The one method to offer.").length(0, 64),
            field("sessionAttributes", &Initialize::sessionAttributes, "Returned by status.")
                .length(0, 64)
                .orDefault(),
            field("subjectCredentials", &Initialize::subjectCredentials, "One-step authentication.")
                .length(0, 8)
                .orDefault(),
            field("clientDetails", &Initialize::clientDetails,
                  "hostname, softwareId, version, component, platform."),
            field("keepAttempt", &Initialize::keepAttempt, "Keep a finished attempt for later status calls.")
                .orDefault(),
            field("context", &Initialize::context, "messageId."));
    }
};

// POST /authn/verify.
struct Verify
{
    std::vector<SubjectCredential> subjectCredentials;
    std::optional<MessageContext> context;

    static constexpr auto typeName = "Verify";
    static constexpr auto fields()
    {
        return fieldList(
            field("subjectCredentials", &Verify::subjectCredentials, "What the person gave.").length(1, 8),
            field("context", &Verify::context, "authnAttemptId, messageId, inResponseTo."));
    }
};

// POST /authn/status.
struct CheckStatus
{
    QString authnAttemptId;
    bool removeAttemptId = false;

    static constexpr auto typeName = "CheckStatus";
    static constexpr auto fields()
    {
        return fieldList(
            field("authnAttemptId", &CheckStatus::authnAttemptId, "The attempt.").length(1, 128),
            field("removeAttemptId", &CheckStatus::removeAttemptId, "Forget it afterwards.").orDefault());
    }
};

// POST /authn/cancel.
struct Cancel
{
    std::optional<QString> reason;
    QString authnAttemptId;
    bool removeAttemptId = false;

    static constexpr auto typeName = "Cancel";
    static constexpr auto fields()
    {
        return fieldList(
            field("reason", &Cancel::reason, "USER_ACTION or TIME_OUT.").length(0, 64),
            field("authnAttemptId", &Cancel::authnAttemptId, "The attempt.").length(1, 128),
            field("removeAttemptId", &Cancel::removeAttemptId, "Forget it afterwards.").orDefault());
    }
};

// Outcome for one method.
struct CredentialValidationResult
{
    QString methodId;
    QString methodResponseCode;
    QString methodReasonCode;
    std::vector<NameValue> authnAttributes;

    static constexpr auto typeName = "CredentialValidationResult";
    static constexpr auto fields()
    {
        return fieldList(
            field("methodId", &CredentialValidationResult::methodId, "Such as SECURID."),
            field("methodResponseCode", &CredentialValidationResult::methodResponseCode,
                  "SUCCESS, FAIL, ERROR, CHALLENGE or IN_PROCESS."),
            field("methodReasonCode", &CredentialValidationResult::methodReasonCode,
                  "Such as CREDENTIAL_VERIFIED."),
            field("authnAttributes", &CredentialValidationResult::authnAttributes, "What came with it.")
                .orDefault());
    }
};

// How to ask the person.
struct Prompt
{
    QString promptResourceId;
    QString defaultText;
    QString formatRegex;
    QString defaultValue;
    bool valueBeingDefined = false;
    bool sensitive = true;
    std::optional<int> minLength;
    std::optional<int> maxLength;
    QStringList promptArgs;

    static constexpr auto typeName = "Prompt";
    static constexpr auto fields()
    {
        return fieldList(
            field("promptResourceId", &Prompt::promptResourceId, "Name of the text."),
            field("defaultText", &Prompt::defaultText, "In the asked language."),
            field("formatRegex", &Prompt::formatRegex, "What the input must match.").orDefault(),
            field("defaultValue", &Prompt::defaultValue, "Proposed value.").orDefault(),
            field("valueBeingDefined", &Prompt::valueBeingDefined, "True for a new PIN.").orDefault(),
            field("sensitive", &Prompt::sensitive, "Do not show what is typed.").orDefault(),
            field("minLength", &Prompt::minLength, "Shortest input."),
            field("maxLength", &Prompt::maxLength, "Longest input."),
            field("promptArgs", &Prompt::promptArgs, "Values within the text.").orDefault());
    }
};

// A version of a method.
struct MethodVersion
{
    QString versionId;
    std::vector<NameValue> methodAttributes;
    bool valueRequired = true;
    QString referenceId;
    std::optional<Prompt> prompt;

    static constexpr auto typeName = "MethodVersion";
    static constexpr auto fields()
    {
        return fieldList(
            field("versionId", &MethodVersion::versionId, "Version."),
            field("methodAttributes", &MethodVersion::methodAttributes, "Always a list.").orDefault(),
            field("valueRequired", &MethodVersion::valueRequired, "Whether the person types something.")
                .orDefault(),
            field("referenceId", &MethodVersion::referenceId, "To be echoed.").orDefault(),
            field("prompt", &MethodVersion::prompt, "How to ask."));
    }
};

// A method that is asked for.
struct RequiredMethod
{
    QString methodId;
    QString displayName;
    int priority = 1;
    std::vector<MethodVersion> versions;

    static constexpr auto typeName = "RequiredMethod";
    static constexpr auto fields()
    {
        return fieldList(field("methodId", &RequiredMethod::methodId, "Such as SECURID."),
                         field("displayName", &RequiredMethod::displayName, "Such as RSA SecurID."),
                         field("priority", &RequiredMethod::priority, "1 is first.").orDefault(),
                         field("versions", &RequiredMethod::versions, "At least one."));
    }
};

// Methods that together satisfy the challenge.
struct MethodSet
{
    QString methodSetId;
    std::vector<RequiredMethod> requiredMethods;

    static constexpr auto typeName = "MethodSet";
    static constexpr auto fields()
    {
        return fieldList(field("methodSetId", &MethodSet::methodSetId, "Name of the set."),
                         field("requiredMethods", &MethodSet::requiredMethods, "All of them."));
    }
};

// Sets, any of which satisfies.
struct ChallengeMethods
{
    std::vector<MethodSet> challenges;

    static constexpr auto typeName = "ChallengeMethods";
    static constexpr auto fields()
    {
        return fieldList(field("challenges", &ChallengeMethods::challenges, "Alternatives.").orDefault());
    }
};

// Answer to initialize, verify and cancel.
struct AuthnResponse
{
    MessageContext context {};
    std::vector<CredentialValidationResult> credentialValidationResults;
    QString attemptResponseCode;
    QString attemptReasonCode;
    ChallengeMethods challengeMethods {};

    static constexpr auto typeName = "AuthnResponse";
    static constexpr auto fields()
    {
        return fieldList(
            field("context", &AuthnResponse::context, "authnAttemptId, messageId, inResponseTo."),
            field("credentialValidationResults", &AuthnResponse::credentialValidationResults,
                  "Never empty after a verify.")
                .orDefault(),
            field("attemptResponseCode", &AuthnResponse::attemptResponseCode,
                  "SUCCESS, FAIL, ERROR, CHALLENGE or IN_PROCESS."),
            field("attemptReasonCode", &AuthnResponse::attemptReasonCode, "Such as CREDENTIAL_VERIFIED."),
            field("challengeMethods", &AuthnResponse::challengeMethods, "What is asked next.").orDefault());
    }
};

// Answer to status.
struct StatusResponse
{
    QString attemptResponseCode;
    QString attemptReasonCode;
    QString subjectName;
    QString authnPolicyId;
    std::vector<NameValue> sessionAttributes;
    QStringList successfulMethods;
    std::optional<Timestamp> attemptExpires;

    static constexpr auto typeName = "StatusResponse";
    static constexpr auto fields()
    {
        return fieldList(
            field("attemptResponseCode", &StatusResponse::attemptResponseCode,
                  "SUCCESS, FAIL, ERROR, CHALLENGE or IN_PROCESS."),
            field("attemptReasonCode", &StatusResponse::attemptReasonCode, "Such as CREDENTIAL_VERIFIED."),
            field("subjectName", &StatusResponse::subjectName, "Logon name.").orDefault(),
            field("authnPolicyId", &StatusResponse::authnPolicyId, "The policy that was applied.")
                .orDefault(),
            field("sessionAttributes", &StatusResponse::sessionAttributes, "As given to initialize.")
                .orDefault(),
            field("successfulMethods", &StatusResponse::successfulMethods, "Methods that succeeded.")
                .orDefault(),
            field("attemptExpires", &StatusResponse::attemptExpires, "When the attempt is forgotten."));
    }
};

} // namespace holdfast::contract
