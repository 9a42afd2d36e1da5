// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/client/list_query.h"
#include "services/client/transport.h"
#include "services/contract/api_client.h"
#include "services/contract/bin.h"
#include "services/contract/bulk.h"
#include "services/contract/card.h"
#include "services/contract/domain_move.h"
#include "services/contract/event_keeping.h"
#include "services/contract/notification.h"
#include "services/contract/offline.h"
#include "services/contract/overview.h"
#include "services/contract/page.h"
#include "services/contract/policy_preview.h"
#include "services/contract/policy_version.h"
#include "services/contract/report.h"
#include "services/contract/role.h"
#include "services/contract/saved_report.h"
#include "services/contract/service_health.h"
#include "services/contract/session.h"
#include "services/contract/sign_in_settings.h"
#include "services/contract/token_enrolment.h"
#include "services/contract/token_export.h"
#include "services/contract/token_import.h"

#include <QFuture>

#include <variant>

namespace holdfast::client {

template <class T>
using Reply = QFuture<contract::Result<T>>;
template <class T>
using PageReply = Reply<contract::Page<T>>;

// What a call without an answer's body gives.
using Nothing = std::monostate;

// A token file to import. The file's bytes hold seeds: kept as a secret.
struct ImportRequest
{
    contract::Secret file;
    QString fileName;
    contract::ImportFormat format {};
    std::optional<contract::Secret> passphrase;
    std::optional<contract::Secret> key; // hexadecimal, of the pre-shared key
    bool dryRun = true;
    bool async = false; // answer at once with a job to watch
    contract::DuplicateRule duplicates = contract::DuplicateRule::Ignore;
};

// GET /health.
struct Health
{
    QString status;
    QString version;
};

// Every call of the service, asynchronous and typed. A call never throws and always ends: with a value, with
// an error (kind Unavailable when the service is out of reach), or cancelled. Give the future to consume().
// Calls that create or issue carry an Idempotency-Key of their own, so that a repetition after a lost answer
// does nothing twice. `version` is what the value that is changed was read with. Used on one thread.
class ApiClient
{
public:
    // The transport must outlive the client. What still runs when the client dies ends with "cancelled".
    explicit ApiClient(Transport& transport);
    ~ApiClient();
    ApiClient(const ApiClient&) = delete;
    ApiClient& operator=(const ApiClient&) = delete;

    [[nodiscard]] Transport& transport() { return m_transport; }

    // Sessions. A successful sign-in sets the bearer token for what follows.
    [[nodiscard]] Reply<contract::Session> signIn(const contract::SessionCreate& credentials);
    [[nodiscard]] Reply<contract::Session> signInLocally(const contract::LocalSessionCreate& secret);
    [[nodiscard]] Reply<contract::Administrator> currentAdministrator();
    [[nodiscard]] Reply<Nothing> signOut();
    [[nodiscard]] Reply<contract::Administrator> confirmSession(const contract::SessionConfirm& proof);
    [[nodiscard]] PageReply<contract::SessionEntry> sessions(const ListQuery& query);
    [[nodiscard]] Reply<Nothing> revokeSession(const QString& id);
    [[nodiscard]] Reply<contract::SignInSettings> signInSettings();
    [[nodiscard]] Reply<contract::SignInSettings>
    replaceSignInSettings(const contract::SignInSettings& settings);
    [[nodiscard]] Reply<contract::Administrator> completeFirstRun(const contract::FirstRun& owner);
    [[nodiscard]] Reply<Health> health();

    // Users.
    [[nodiscard]] PageReply<contract::User> users(const ListQuery& query);
    [[nodiscard]] Reply<contract::User> user(const QString& id);
    [[nodiscard]] Reply<contract::User> createUser(const contract::UserCreate& user);
    [[nodiscard]] Reply<contract::User> updateUser(const QString& id, const contract::UserUpdate& change,
                                                   qint64 version);
    [[nodiscard]] Reply<Nothing> deleteUser(const QString& id, qint64 version);
    [[nodiscard]] Reply<contract::User> unlockUser(const QString& id);
    [[nodiscard]] Reply<contract::User> enableUser(const QString& id);
    [[nodiscard]] Reply<contract::User> disableUser(const QString& id);
    [[nodiscard]] Reply<contract::UserCard> userCard(const QString& id);
    [[nodiscard]] Reply<contract::Explanation> explainUser(const QString& id);

    // Verifying callers. Nothing of it is sent twice: a code is used up by being looked at.
    [[nodiscard]] Reply<contract::CallerVerification> beginVerification(const QString& userId);
    [[nodiscard]] Reply<contract::CallerVerification> verification(const QString& userId, const QString& id);
    [[nodiscard]] Reply<contract::CallerVerification>
    addVerificationStep(const QString& userId, const QString& id,
                        const contract::VerificationStepCreate& step);
    [[nodiscard]] Reply<contract::CallerVerification>
    requestApproval(const QString& userId, const QString& id, const contract::ApprovalCreate& request);
    [[nodiscard]] Reply<contract::CallerVerification> endVerification(const QString& userId,
                                                                      const QString& id);
    [[nodiscard]] PageReply<contract::CallerQuestion> callerQuestions(const QString& userId);
    [[nodiscard]] PageReply<contract::CallerQuestion>
    replaceCallerQuestions(const QString& userId, const contract::CallerQuestionSet& questions);
    [[nodiscard]] PageReply<contract::Approval> approvals();
    [[nodiscard]] Reply<contract::Approval> decideApproval(const QString& id, bool approve);

    // Emergency codes.
    [[nodiscard]] PageReply<contract::EmergencyCode> emergencyCodes(const QString& userId,
                                                                    const ListQuery& query);
    // `idempotencyKey`: one of an earlier try of the very same issue, or empty for a new one.
    [[nodiscard]] Reply<contract::EmergencyCodesIssued>
    issueEmergencyCodes(const QString& userId, const contract::EmergencyCodeIssue& issue,
                        const QByteArray& idempotencyKey = {});
    [[nodiscard]] static QByteArray newIdempotencyKey();
    [[nodiscard]] Reply<contract::EmergencyCode> cancelEmergencyCode(const QString& userId,
                                                                     const QString& codeId);

    // Tokens.
    [[nodiscard]] PageReply<contract::Token> tokens(const ListQuery& query);
    [[nodiscard]] Reply<contract::Token> token(const QString& serial);
    [[nodiscard]] Reply<contract::Token> updateToken(const QString& serial,
                                                     const contract::TokenUpdate& change, qint64 version);
    [[nodiscard]] Reply<Nothing> deleteToken(const QString& serial, qint64 version);
    [[nodiscard]] Reply<contract::Token> assignToken(const QString& serial, const contract::TokenAssign& to);
    [[nodiscard]] Reply<contract::Token> unassignToken(const QString& serial);
    // `acceptStolenCodes`: although a stolen workstation may hold codes of it. Error: codes_stolen.
    [[nodiscard]] Reply<contract::Token> enableToken(const QString& serial, bool acceptStolenCodes = false);
    [[nodiscard]] Reply<contract::Token> disableToken(const QString& serial);
    [[nodiscard]] Reply<contract::Token> clearPin(const QString& serial);
    [[nodiscard]] Reply<contract::Token> resyncToken(const QString& serial,
                                                     const contract::TokenResync& codes);
    [[nodiscard]] Reply<contract::Token> replaceToken(const QString& serial,
                                                      const contract::TokenReplace& by);
    [[nodiscard]] Reply<contract::Token> markTokenLost(const QString& serial,
                                                       const contract::TokenLost& loss);
    [[nodiscard]] Reply<contract::Token> markTokenFound(const QString& serial);
    // Forgets nothing: the old PIN stays until a new one is chosen after the next logon with it.
    [[nodiscard]] Reply<contract::Token> requireNewPin(const QString& serial);
    [[nodiscard]] Reply<contract::TokenEnrolment>
    enrolToken(const QString& userId, const contract::TokenEnrol& token, const QByteArray& idempotencyKey);
    [[nodiscard]] Reply<contract::Token> confirmToken(const QString& serial,
                                                      const contract::TokenConfirm& code);
    // Deletes a token whose first code never came.
    [[nodiscard]] Reply<Nothing> abandonEnrolment(const QString& serial);
    [[nodiscard]] Reply<contract::TokenImport> importTokens(const ImportRequest& request);
    [[nodiscard]] Reply<contract::TokenImport> tokenImport(const QString& id);
    [[nodiscard]] Reply<contract::TokenImport> resumeTokenImport(const QString& id);
    [[nodiscard]] Reply<Nothing> cancelTokenImport(const QString& id);
    // Streams an encrypted PSKC file into `target`.
    [[nodiscard]] Reply<Nothing> exportTokens(const contract::TokenExport& what,
                                              std::shared_ptr<QIODevice> target, Progress progress);

    // Workstations, and the codes that enrol them.
    [[nodiscard]] PageReply<contract::Workstation> workstations(const ListQuery& query);
    [[nodiscard]] Reply<contract::Workstation> workstation(const QString& id);
    [[nodiscard]] Reply<contract::Workstation>
    updateWorkstation(const QString& id, const contract::WorkstationChange& change, qint64 version);
    [[nodiscard]] Reply<contract::WorkstationRevoked>
    revokeWorkstation(const QString& id, const contract::WorkstationRevoke& how);
    [[nodiscard]] Reply<contract::ChallengeResponse>
    answerChallenge(const QString& workstationId, const contract::ChallengeResponseCreate& challenge);
    [[nodiscard]] Reply<contract::EnrolmentCode>
    createEnrolmentCode(const contract::EnrolmentCodeCreate& code);
    [[nodiscard]] PageReply<contract::OpenEnrolmentCode> enrolmentCodes(const ListQuery& query);
    // Used or not. NotFound: it was withdrawn, or is over for a day.
    [[nodiscard]] Reply<contract::OpenEnrolmentCode> enrolmentCode(const QString& id);
    [[nodiscard]] Reply<Nothing> cancelEnrolmentCode(const QString& id);

    // What workstations hold, for signing in without a network.
    [[nodiscard]] PageReply<contract::OfflineSet> offlineSets(const ListQuery& query);
    [[nodiscard]] Reply<Nothing> renewOfflineSet(const QString& id);
    [[nodiscard]] Reply<Nothing> extendOfflineSet(const QString& id,
                                                  const contract::OfflineExtend& extension);
    [[nodiscard]] Reply<Nothing> revokeOfflineSet(const QString& id, const contract::OfflineReason& reason);
    // Not sent twice: the code is used up by being read.
    [[nodiscard]] Reply<contract::OfflineEmergencyReading>
    readOfflineCode(const QString& setId, const contract::OfflineEmergencyRead& reading);
    [[nodiscard]] Reply<contract::OfflineReadiness> offlineReadiness();
    // Without a workstation: on any of the person's own domain.
    [[nodiscard]] Reply<contract::OfflineExplanation> explainOffline(const QString& userId,
                                                                     const QString& workstationId = {});
    [[nodiscard]] Reply<contract::OfflineVerdicts> offlineVerdicts(const contract::OfflinePolicy& policy);
    // A draft that is only reported. NotFound: none.
    [[nodiscard]] Reply<contract::OfflinePolicyTrial> offlineTrial(const QString& policyId);
    [[nodiscard]] Reply<contract::OfflinePolicyTrial> startOfflineTrial(const QString& policyId,
                                                                        const contract::OfflinePolicy& draft);
    [[nodiscard]] Reply<Nothing> endOfflineTrial(const QString& policyId);
    // The very call that a cure names; for one that needs nothing more.
    [[nodiscard]] Reply<Nothing> perform(const contract::Cure& cure);

    // Jobs over many people or tokens, and the bin.
    [[nodiscard]] Reply<contract::BulkJob> createBulkJob(const contract::BulkJobCreate& job);
    [[nodiscard]] PageReply<contract::BulkJob> bulkJobs(const ListQuery& query);
    [[nodiscard]] Reply<contract::BulkJob> bulkJob(const QString& id);
    [[nodiscard]] PageReply<contract::BulkItem> bulkItems(const QString& id, const ListQuery& query);
    [[nodiscard]] Reply<contract::BulkJob> startBulkJob(const QString& id,
                                                        const contract::BulkJobStart& start);
    [[nodiscard]] Reply<contract::BulkJob> resumeBulkJob(const QString& id);
    [[nodiscard]] Reply<contract::BulkJob> cancelBulkJob(const QString& id);
    [[nodiscard]] Reply<contract::BulkJob> undoBulkJob(const QString& id);
    [[nodiscard]] Reply<contract::BulkSettings> bulkSettings();
    [[nodiscard]] Reply<contract::BulkSettings> replaceBulkSettings(const contract::BulkSettings& settings);
    [[nodiscard]] PageReply<contract::BinEntry> bin(const ListQuery& query);
    [[nodiscard]] Reply<contract::BinRestored> restoreFromBin(const QString& id,
                                                              const contract::BinRestore& how);
    [[nodiscard]] Reply<Nothing> deleteFromBin(const QString& id);

    // Security domains.
    [[nodiscard]] PageReply<contract::SecurityDomain> domains(const ListQuery& query);
    [[nodiscard]] Reply<contract::SecurityDomain> domain(const QString& id);
    [[nodiscard]] Reply<contract::SecurityDomain> createDomain(const contract::DomainCreate& domain);
    [[nodiscard]] Reply<contract::SecurityDomain>
    updateDomain(const QString& id, const contract::DomainUpdate& change, qint64 version);
    [[nodiscard]] Reply<contract::DomainMovePreview> previewDomainMove(const QString& id,
                                                                       const QString& parent);
    [[nodiscard]] Reply<Nothing> deleteDomain(const QString& id, qint64 version);

    // Policies: T is LockoutPolicy, TokenPolicy or OfflinePolicy.
    template <class T>
    [[nodiscard]] PageReply<T> policies(const ListQuery& query);
    template <class T>
    [[nodiscard]] Reply<T> policy(const QString& id);
    template <class T>
    [[nodiscard]] Reply<T> createPolicy(const T& policy);
    // PUT under policy.id, If-Match policy.version.
    template <class T>
    [[nodiscard]] Reply<T> replacePolicy(const T& policy);
    // Makes it the policy that applies where nothing else does.
    template <class T>
    [[nodiscard]] Reply<T> makePolicyDefault(const QString& id);
    template <class T>
    [[nodiscard]] Reply<Nothing> deletePolicy(const QString& id, qint64 version);
    // What it would do to the people of now if it were written so.
    template <class T>
    [[nodiscard]] Reply<contract::PolicyPreview> previewPolicy(const T& policy);
    // Latest first.
    template <class T>
    [[nodiscard]] PageReply<contract::PolicyVersion> policyVersions(const QString& id,
                                                                    const ListQuery& query);
    // `version`: the one that is current.
    template <class T>
    [[nodiscard]] Reply<T> restorePolicy(const QString& id, qint64 number, qint64 version);

    // Activity, search, overview.
    [[nodiscard]] PageReply<contract::Event> events(const ListQuery& query);
    [[nodiscard]] Reply<contract::EventCutList> eventCuts(); // what retention has removed
    [[nodiscard]] Reply<std::vector<contract::SearchHit>> search(const QString& text, int limit = 20);
    [[nodiscard]] Reply<contract::Overview> overview();
    // The service itself: every part of it with reasons, verbose logs for a while, and a bundle (JSON) for
    // whoever helps.
    [[nodiscard]] Reply<contract::HealthReport> healthReport();
    [[nodiscard]] Reply<contract::LoggingState> logging();
    [[nodiscard]] Reply<contract::LoggingState> turnVerboseLogsOn(const contract::VerboseLogs& logs);
    [[nodiscard]] Reply<contract::LoggingState> turnVerboseLogsOff();
    [[nodiscard]] Reply<QByteArray> supportBundle();

    // Reports. `where` as for the list that it exports. report() streams into `target`; firstRows() are lines
    // of JSON.
    [[nodiscard]] PageReply<contract::ReportTemplate> reportTemplates();
    [[nodiscard]] Reply<Nothing> report(const QString& reportTemplate, const ListQuery& query,
                                        contract::ReportFormat format, std::shared_ptr<QIODevice> target,
                                        Progress progress);
    [[nodiscard]] Reply<QByteArray> firstRows(const QString& reportTemplate, const ListQuery& query,
                                              int limit);
    [[nodiscard]] PageReply<contract::SavedReport> savedReports(const ListQuery& query);
    [[nodiscard]] Reply<contract::SavedReport> createSavedReport(const contract::SavedReportEdit& report);
    [[nodiscard]] Reply<contract::SavedReport>
    replaceSavedReport(const QString& id, const contract::SavedReportEdit& report, qint64 version);
    [[nodiscard]] Reply<Nothing> deleteSavedReport(const QString& id, qint64 version);
    [[nodiscard]] Reply<contract::ReportJob> runSavedReport(const QString& id);
    [[nodiscard]] PageReply<contract::ReportJob> reportJobs(const ListQuery& query);
    [[nodiscard]] Reply<Nothing> deleteReportJob(const QString& id);
    [[nodiscard]] Reply<Nothing> reportResult(const QString& jobId, std::shared_ptr<QIODevice> target,
                                              Progress progress);

    // What needs somebody, and who is told.
    [[nodiscard]] PageReply<contract::Notification> notifications();
    [[nodiscard]] Reply<contract::NotificationSettings> notificationSettings();
    [[nodiscard]] Reply<contract::NotificationSettings>
    replaceNotificationSettings(const contract::NotificationSettings& settings);
    [[nodiscard]] Reply<contract::MailState> mailState();
    [[nodiscard]] Reply<Nothing> sendTestMail(const contract::TestMail& mail);

    // Administrators and API clients.
    [[nodiscard]] PageReply<contract::AdministratorEntry> administrators(const ListQuery& query);
    [[nodiscard]] Reply<contract::AdministratorEntry>
    updateAdministrator(const QString& userId, const contract::AdministratorUpdate& change);
    [[nodiscard]] PageReply<contract::RoleDefinition> roles(const ListQuery& query);
    [[nodiscard]] Reply<contract::RoleDefinition> createRole(const contract::RoleEdit& role);
    [[nodiscard]] Reply<contract::RoleDefinition> replaceRole(const QString& key,
                                                              const contract::RoleEdit& role, qint64 version);
    [[nodiscard]] Reply<Nothing> deleteRole(const QString& key, qint64 version);
    [[nodiscard]] PageReply<contract::ApiClient> apiClients(const ListQuery& query);
    [[nodiscard]] Reply<contract::ApiClientCreated> createApiClient(const contract::ApiClientCreate& client);
    [[nodiscard]] Reply<contract::ApiClient> enableApiClient(const QString& id);
    [[nodiscard]] Reply<contract::ApiClient> disableApiClient(const QString& id);
    [[nodiscard]] Reply<Nothing> deleteApiClient(const QString& id);

private:
    Transport& m_transport;
    std::unique_ptr<QObject> m_pending; // owner of what runs
};

} // namespace holdfast::client
