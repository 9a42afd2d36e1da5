// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/token_import.h"

#include "services/authentication/store/emergency.h"
#include "services/authentication/store/offline_steps.h"
#include "services/authentication/store/tokens.h"
#include "services/authentication/store/used_codes.h"

#include <QSet>

namespace holdfast::authentication::token_imports {

using namespace Qt::StringLiterals;
using contract::ImportOutcome;
using contract::ImportRow;
using otp::ParsedToken;
using otp::TokenRecord;

namespace {

constexpr qsizetype shortSeed = 16; // bytes; RFC 4226, section 4, R6
constexpr size_t recordsBetweenLooks = 100;

QByteArray sealIdentity(const QString& serial)
{
    return "seed:" + serial.toUtf8();
}

QVariant timeOrNull(const std::optional<contract::Timestamp>& time)
{
    return time ? QVariant(contract::toMilliseconds(*time)) : QVariant();
}

struct ExistingToken
{
    qint64 id = 0;
    QString domain;
    std::optional<qint64> userId;
    QString userName;
    bool paired = false;
    bool ofAdministrator = false;
    qint64 lastStep = -1;
    QString kind;
    QByteArray seed;
};

std::optional<ExistingToken> findExisting(storage::Connection& connection, const QString& serial)
{
    auto rows = connection.select(
        u"SELECT t.id, d.path, t.user_id, u.name, t.replaced_by_id, t.replaces_id, t.last_step, t.kind, "
        u"t.seed,"
        " EXISTS (SELECT 1 FROM role_assignments r WHERE r.user_id = t.user_id)"
        " FROM tokens t JOIN domains d ON d.id = t.domain_id LEFT JOIN users u ON u.id = t.user_id"
        " WHERE t.serial = ?"_s,
        {serial});
    if (!rows.next()) {
        return std::nullopt;
    }
    ExistingToken token;
    token.id = rows.integer(0);
    token.domain = rows.text(1);
    token.userId = rows.optionalInteger(2);
    token.userName = rows.text(3);
    token.paired = !rows.isNull(4) || !rows.isNull(5);
    token.lastStep = rows.integer(6);
    token.kind = rows.text(7);
    token.seed = rows.bytes(8);
    token.ofAdministrator = rows.boolean(9);
    return token;
}

class Importer
{
public:
    Importer(storage::Connection& connection, const security::KeyRing& keys, const TokenImportPlan& plan)
        : m_connection(connection)
        , m_keys(keys)
        , m_plan(plan)
        , m_inBin(bin::serials(connection))
    { }

    void take(const TokenRecord& record, const QByteArray& sealed)
    {
        ImportRow row;
        row.position = record.position;
        row.serial = record.serial;
        if (!record.token) {
            const otp::ImportFault& fault = record.token.error();
            refuse(row, fault.code, fault.cause, fault.cure);
        } else if (const auto existing = findExisting(m_connection, record.serial)) {
            takeDuplicate(row, *existing, *record.token, sealed);
        } else {
            add(*record.token, sealed);
            row.outcome = ImportOutcome::Imported;
            ++m_outcome.imported;
            remark(row, *record.token);
        }
        m_outcome.rows.push_back(std::move(row));
    }

    TokenImportOutcome finish(bool cancelled)
    {
        m_outcome.cancelled = cancelled;
        return std::move(m_outcome);
    }

private:
    void refuse(ImportRow& row, const QString& code, const QString& cause, const QString& cure)
    {
        row.outcome = ImportOutcome::Failed;
        row.code = code;
        row.cause = cause;
        row.cure = cure;
        ++m_outcome.failed;
    }

    // Taken, but with something that an administrator should know.
    void remark(ImportRow& row, const ParsedToken& token) const
    {
        if (token.expiresAt && *token.expiresAt <= m_plan.now) {
            row.code = u"token_expired"_s;
            row.cause = u"The token expired on %1."_s.arg(contract::toRfc3339(*token.expiresAt).left(10));
            row.cure = u"Nobody can sign in with it. Delete it, or extend it if its maker allows that."_s;
        } else if (token.kind != contract::TokenKind::SecurId && token.seed.size() < shortSeed) {
            row.code = u"secret_short"_s;
            row.cause =
                u"The token's secret has %1 bytes; RFC 4226 asks for at least 16."_s.arg(token.seed.size());
            row.cure =
                u"It works, but a few observed codes may give it away. Ask for tokens with longer secrets."_s;
        } else if (token.remark) {
            row.code = token.remark->code;
            row.cause = token.remark->cause;
            row.cure = token.remark->cure;
        }
    }

    void takeDuplicate(ImportRow& row, const ExistingToken& existing, const ParsedToken& token,
                       const QByteArray& sealed)
    {
        if (!m_plan.inScope(existing.domain)) {
            refuse(row, u"outside_scope"_s,
                   u"A token with this serial number is outside of what you administer."_s,
                   u"Ask an administrator of its domain."_s);
        } else if (m_plan.duplicates == contract::DuplicateRule::Ignore) {
            row.outcome = ImportOutcome::Ignored;
            row.code = u"duplicate"_s;
            row.cause = u"A token with this serial number is there already."_s;
            row.cure = u"Nothing to do, or import with duplicates replaced; that unassigns the token."_s;
            ++m_outcome.ignored;
        } else if (existing.ofAdministrator) {
            refuse(row, u"token_of_administrator"_s,
                   u"The token belongs to an administrator, %1."_s.arg(existing.userName),
                   u"Unassign it first if it is to be replaced."_s);
        } else if (existing.paired) {
            refuse(row, u"replacement_pending"_s, u"The token replaces another one, or is being replaced."_s,
                   u"Finish or undo that replacement first."_s);
        } else {
            m_outcome.replaced.push_back(overwrite(existing, token, sealed));
            row.outcome = ImportOutcome::Replaced;
            remark(row, token);
            if (existing.userId && (row.code.isEmpty() || token.remark)) {
                row.code = u"token_unassigned"_s;
                row.cause = u"The token belonged to %1 and is unassigned now."_s.arg(existing.userName);
                row.cure = u"Assign it again if they still have it."_s;
            }
        }
    }

    [[nodiscard]] static QVariantList values(const ParsedToken& token, const QByteArray& sealed)
    {
        return {contract::enumName(token.kind),
                contract::enumName(token.algorithm),
                token.digits,
                token.intervalSeconds,
                contract::enumName(token.pinStyle),
                token.manufacturer,
                sealed,
                timeOrNull(token.startsAt),
                timeOrNull(token.expiresAt)};
    }

    void add(const ParsedToken& token, const QByteArray& sealed)
    {
        if (m_plan.dryRun) {
            return;
        }
        const QString notes = token.userLogin.isEmpty() ? QString() : u"Made for %1."_s.arg(token.userLogin);
        m_connection.insert(
            u"INSERT INTO tokens (kind, algorithm, digits, interval_seconds, pin_style, manufacturer, seed,"
            " starts_at, expires_at, imported_at, last_step, drift_steps, serial, domain_id, notes, enabled,"
            " pin_state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 'notRequired')"_s,
            values(token, sealed)
                + QVariantList {contract::toMilliseconds(m_plan.now), consumedOf(token), token.driftSteps,
                                token.serial, m_plan.domainId, notes});
    }

    ReplacedToken overwrite(const ExistingToken& existing, const ParsedToken& token, const QByteArray& sealed)
    {
        ReplacedToken replaced {token.serial, existing.domain, existing.userId, existing.userName};
        if (m_plan.dryRun) {
            return replaced;
        }
        keepUsedCodes(existing, token.serial);
        offlineSteps::forget(m_connection, existing.id);
        if (existing.userId) {
            replaced.emergencyCodesEnded = static_cast<int>(
                emergency::cancelActive(m_connection, *existing.userId, m_plan.now, existing.id).size());
            tokens::unassign(m_connection, existing.id);
        }
        m_connection.change(
            u"UPDATE tokens SET kind = ?, algorithm = ?, digits = ?, interval_seconds = ?, pin_style = ?,"
            " manufacturer = ?, seed = ?, starts_at = ?, expires_at = ?, imported_at = ?, last_step = ?,"
            " drift_steps = ?, enabled = 0, pin_state = 'notRequired', lost_at = NULL, last_used_at = NULL,"
            " wrong_codes = 0, next_code_required = 0, pending_step = NULL, version = version + 1 WHERE id = ?"_s,
            values(token, sealed)
                + QVariantList {contract::toMilliseconds(m_plan.now), consumedOf(token), token.driftSteps,
                                existing.id});
        return replaced;
    }

    // By the file, and by what is known of the same token from before.
    [[nodiscard]] qint64 consumedOf(const ParsedToken& token) const
    {
        const qint64 inFile = token.kind == contract::TokenKind::Hotp ? token.counter - 1 : -1;
        const QString kind = contract::enumName(token.kind);
        return std::max(
            inFile,
            m_inBin.contains(token.serial)
                ? bin::lastStep(m_connection, m_keys, token.serial, kind, token.seed.reveal())
                : used_codes::lastStep(m_connection, m_keys, {token.serial, kind, token.seed.reveal()}));
    }

    // Neither the same file once more nor one in between must bring used codes back.
    void keepUsedCodes(const ExistingToken& existing, const QString& serial) const
    {
        if (const auto seed = m_keys.open(security::Purpose::SealSeed, existing.seed, sealIdentity(serial))) {
            used_codes::keep(m_connection, m_keys, {serial, existing.kind, seed->reveal()},
                             existing.lastStep);
        }
    }

    storage::Connection& m_connection;
    const security::KeyRing& m_keys;
    const TokenImportPlan& m_plan;
    const QSet<QString> m_inBin;
    TokenImportOutcome m_outcome;
};

} // namespace

void markRepeated(std::vector<TokenRecord>& records)
{
    QSet<QString> serials;
    for (TokenRecord& record : records) {
        if (!record.token) {
            continue;
        }
        if (serials.contains(record.serial)) {
            record.token = tl::make_unexpected(otp::ImportFault {
                u"duplicate_in_file"_s, u"The file holds this serial number more than once."_s,
                u"Only the first record with it is taken. Ask for a file with each token once."_s});
        } else {
            serials.insert(record.serial);
        }
    }
}

std::vector<QByteArray> sealSeeds(const std::vector<TokenRecord>& records, const security::KeyRing& keys)
{
    std::vector<QByteArray> sealed(records.size());
    for (size_t i = 0; i < records.size(); ++i) {
        if (const auto& token = records[i].token) {
            sealed[i] =
                keys.seal(security::Purpose::SealSeed, token->seed.reveal(), sealIdentity(token->serial));
        }
    }
    return sealed;
}

TokenImportOutcome apply(storage::Connection& connection, const security::KeyRing& keys,
                         const std::vector<TokenRecord>& records, const std::vector<QByteArray>& sealed,
                         const TokenImportPlan& plan)
{
    Importer importer(connection, keys, plan);
    for (size_t i = 0; i < records.size(); ++i) {
        if (i % recordsBetweenLooks == 0 && plan.cancelled && *plan.cancelled) {
            return importer.finish(true);
        }
        importer.take(records[i], plan.dryRun ? QByteArray() : sealed.at(i));
    }
    return importer.finish(false);
}

} // namespace holdfast::authentication::token_imports
