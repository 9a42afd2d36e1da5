// SPDX-License-Identifier: Apache-2.0
#include "services/agent/tpm.h"

#include "services/security/random.h"

#include <QtEndian>

#include <openssl/crypto.h>

#include <cstring>
#include <tss2/tss2_esys.h>
#include <tss2/tss2_mu.h>
#include <tss2/tss2_tctildr.h>

namespace holdfast::agent {

using contract::ErrorKind;
using contract::failure;
using contract::Result;
using contract::Secret;

namespace {

// Indices that a machine's owner may give out.
constexpr quint32 firstIndex = 0x01800000;
constexpr quint32 indexCount = 0x00400000;
constexpr int indexTries = 8;

template <class T>
struct EsysFree
{
    void operator()(T* pointer) const { Esys_Free(pointer); }
};
template <class T>
using EsysOwned = std::unique_ptr<T, EsysFree<T>>;

contract::Unexpected refusal(TSS2_RC code)
{
    return contract::Unexpected(tpmError(code));
}

// Nothing of ours was shown to it yet, so that no error is about that: its owner has a password, say.
contract::Unexpected refusalOfAnything(TSS2_RC code)
{
    return refusal((code & TPM2_RC_FMT1) != 0 ? code | TSS2_TCTI_RC_LAYER : code);
}

// The storage primary of the TCG's EC SRK template.
TPM2B_PUBLIC primaryTemplate()
{
    TPM2B_PUBLIC made {};
    TPMT_PUBLIC& area = made.publicArea;
    area.type = TPM2_ALG_ECC;
    area.nameAlg = TPM2_ALG_SHA256;
    area.objectAttributes = TPMA_OBJECT_FIXEDTPM | TPMA_OBJECT_FIXEDPARENT | TPMA_OBJECT_SENSITIVEDATAORIGIN
        | TPMA_OBJECT_USERWITHAUTH | TPMA_OBJECT_NODA | TPMA_OBJECT_RESTRICTED | TPMA_OBJECT_DECRYPT;
    TPMS_ECC_PARMS& parameters = area.parameters.eccDetail;
    parameters.symmetric.algorithm = TPM2_ALG_AES;
    parameters.symmetric.keyBits.aes = 128;
    parameters.symmetric.mode.aes = TPM2_ALG_CFB;
    parameters.scheme.scheme = TPM2_ALG_NULL;
    parameters.curveID = TPM2_ECC_NIST_P256;
    parameters.kdf.scheme = TPM2_ALG_NULL;
    return made;
}

// Without a policy of PCRs: docs/decisions/tpm-without-pcr-policy.md.
TPM2B_PUBLIC sealedTemplate()
{
    TPM2B_PUBLIC made {};
    TPMT_PUBLIC& area = made.publicArea;
    area.type = TPM2_ALG_KEYEDHASH;
    area.nameAlg = TPM2_ALG_SHA256;
    area.objectAttributes =
        TPMA_OBJECT_FIXEDTPM | TPMA_OBJECT_FIXEDPARENT | TPMA_OBJECT_USERWITHAUTH | TPMA_OBJECT_NODA;
    area.parameters.keyedHashDetail.scheme.scheme = TPM2_ALG_NULL;
    return made;
}

TPM2B_AUTH authValue(const Secret& secret)
{
    TPM2B_AUTH value {};
    value.size = static_cast<UINT16>(secret.size());
    std::memcpy(value.buffer, secret.reveal().data(), value.size);
    return value;
}

} // namespace

contract::Error tpmError(quint32 code)
{
    const bool answered = (code & TSS2_RC_LAYER_MASK) == TSS2_TPM_RC_LAYER
        || (code & TSS2_RC_LAYER_MASK) == TSS2_RESMGR_TPM_RC_LAYER;
    // Only an error about what it was given says anything about that. A warning is of a TPM that works, which
    // whoever asks it often can bring about. Others are of the TPM itself: it was not started, or fails.
    const bool aboutOurs = answered && (code & TPM2_RC_FMT1) != 0;
    const bool isWarning = answered && !aboutOurs && (code & TPM2_RC_WARN) == TPM2_RC_WARN;
    contract::Error error {ErrorKind::Unavailable, QStringLiteral("tpm_out_of_reach"),
                           QStringLiteral("The computer's TPM does not answer.")};
    if (aboutOurs) {
        error = {
            ErrorKind::Conflict, QStringLiteral("tpm_refused"),
            QStringLiteral("The computer's TPM does not know the agent's key: it was replaced or cleared.")};
    } else if (isWarning) {
        error = {ErrorKind::Unavailable, QStringLiteral("tpm_busy"),
                 QStringLiteral("The computer's TPM has too much to do. Try again in a minute.")};
    }
    error.internal = QStringLiteral("TSS 0x%1").arg(code, 0, 16);
    return error;
}

struct Tpm::Connection
{
    TSS2_TCTI_CONTEXT* tcti = nullptr;
    ESYS_CONTEXT* esys = nullptr;
    std::vector<ESYS_TR>
        transient {}; // flushed at the end: without a resource manager there is room for three

    Connection() = default;
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    ~Connection()
    {
        for (auto handle = transient.rbegin(); handle != transient.rend(); ++handle) {
            Esys_FlushContext(esys, *handle);
        }
        if (esys != nullptr) {
            Esys_Finalize(&esys);
        }
        if (tcti != nullptr) {
            Tss2_TctiLdr_Finalize(&tcti);
        }
    }

    Result<ESYS_TR> primary();
    // What passes is encrypted where `salt` is a key of the TPM's: nobody who listens on the bus reads it.
    Result<ESYS_TR> session(ESYS_TR salt);
    Result<ESYS_TR> counter(quint32 index, const Secret& authorization);
};

Result<ESYS_TR> Tpm::Connection::primary()
{
    const TPM2B_SENSITIVE_CREATE sensitive {};
    const TPM2B_PUBLIC area = primaryTemplate();
    const TPM2B_DATA outside {};
    const TPML_PCR_SELECTION pcrs {};
    ESYS_TR handle = ESYS_TR_NONE;
    const TSS2_RC code =
        Esys_CreatePrimary(esys, ESYS_TR_RH_OWNER, ESYS_TR_PASSWORD, ESYS_TR_NONE, ESYS_TR_NONE, &sensitive,
                           &area, &outside, &pcrs, &handle, nullptr, nullptr, nullptr, nullptr);
    if (code != TSS2_RC_SUCCESS) {
        return refusalOfAnything(code);
    }
    transient.push_back(handle);
    return handle;
}

Result<ESYS_TR> Tpm::Connection::session(ESYS_TR salt)
{
    TPMT_SYM_DEF symmetric {};
    symmetric.algorithm = salt == ESYS_TR_NONE ? TPM2_ALG_NULL : TPM2_ALG_AES;
    symmetric.keyBits.aes = 128;
    symmetric.mode.aes = TPM2_ALG_CFB;
    ESYS_TR handle = ESYS_TR_NONE;
    TSS2_RC code = Esys_StartAuthSession(esys, salt, ESYS_TR_NONE, ESYS_TR_NONE, ESYS_TR_NONE, ESYS_TR_NONE,
                                         nullptr, TPM2_SE_HMAC, &symmetric, TPM2_ALG_SHA256, &handle);
    if (code != TSS2_RC_SUCCESS) {
        return refusal(code);
    }
    transient.push_back(handle);
    const TPMA_SESSION attributes = salt == ESYS_TR_NONE
        ? TPMA_SESSION_CONTINUESESSION
        : TPMA_SESSION_CONTINUESESSION | TPMA_SESSION_DECRYPT | TPMA_SESSION_ENCRYPT;
    code = Esys_TRSess_SetAttributes(esys, handle, attributes, 0xff);
    if (code != TSS2_RC_SUCCESS) {
        return refusal(code);
    }
    return handle;
}

Result<ESYS_TR> Tpm::Connection::counter(quint32 index, const Secret& authorization)
{
    ESYS_TR handle = ESYS_TR_NONE;
    TSS2_RC code = Esys_TR_FromTPMPublic(esys, index, ESYS_TR_NONE, ESYS_TR_NONE, ESYS_TR_NONE, &handle);
    if (code == TSS2_RC_SUCCESS) {
        const TPM2B_AUTH value = authValue(authorization);
        code = Esys_TR_SetAuth(esys, handle, &value);
    }
    if (code != TSS2_RC_SUCCESS) {
        return refusal(code);
    }
    return handle;
}

Tpm::Tpm(std::unique_ptr<Connection> connection)
    : m_connection(std::move(connection))
{ }
Tpm::Tpm(Tpm&&) noexcept = default;
Tpm& Tpm::operator=(Tpm&&) noexcept = default;
Tpm::~Tpm() = default;

Result<Tpm> Tpm::connect(const QString& tcti)
{
    if (!qEnvironmentVariableIsSet("TSS2_LOG")) {
        qputenv("TSS2_LOG", "all+NONE"); // the stack writes to standard error by itself; we tell errors
    }
    auto connection = std::make_unique<Connection>();
    TSS2_RC code = Tss2_TctiLdr_Initialize(tcti.toUtf8().constData(), &connection->tcti);
    if (code == TSS2_RC_SUCCESS) {
        code = Esys_Initialize(&connection->esys, connection->tcti, nullptr);
    }
    if (code != TSS2_RC_SUCCESS) {
        return refusal(code | TSS2_TCTI_RC_LAYER); // whatever it says: nobody answered
    }
    return Tpm(std::move(connection));
}

Result<SealedObject> Tpm::seal(const Secret& secret)
{
    const auto primary = m_connection->primary();
    const auto session =
        primary ? m_connection->session(*primary) : Result<ESYS_TR>(contract::Unexpected(primary.error()));
    if (!session) {
        return contract::Unexpected(session.error());
    }
    TPM2B_SENSITIVE_CREATE sensitive {};
    sensitive.sensitive.data.size = static_cast<UINT16>(secret.size());
    std::memcpy(sensitive.sensitive.data.buffer, secret.reveal().data(), sensitive.sensitive.data.size);
    const TPM2B_PUBLIC area = sealedTemplate();
    const TPM2B_DATA outside {};
    const TPML_PCR_SELECTION pcrs {};
    TPM2B_PRIVATE* privatePart = nullptr;
    TPM2B_PUBLIC* publicPart = nullptr;
    const TSS2_RC code =
        Esys_Create(m_connection->esys, *primary, *session, ESYS_TR_NONE, ESYS_TR_NONE, &sensitive, &area,
                    &outside, &pcrs, &privatePart, &publicPart, nullptr, nullptr, nullptr);
    OPENSSL_cleanse(&sensitive, sizeof sensitive);
    const EsysOwned<TPM2B_PRIVATE> ownedPrivate(privatePart);
    const EsysOwned<TPM2B_PUBLIC> ownedPublic(publicPart);
    if (code != TSS2_RC_SUCCESS) {
        return refusal(code);
    }
    QByteArray publicBytes(sizeof(TPM2B_PUBLIC), '\0');
    size_t length = 0;
    if (Tss2_MU_TPM2B_PUBLIC_Marshal(publicPart, reinterpret_cast<uint8_t*>(publicBytes.data()),
                                     static_cast<size_t>(publicBytes.size()), &length)
        != TSS2_RC_SUCCESS) {
        return refusal(TSS2_MU_RC_GENERAL_FAILURE);
    }
    publicBytes.truncate(static_cast<qsizetype>(length));
    return SealedObject {publicBytes,
                         QByteArray(reinterpret_cast<const char*>(privatePart->buffer), privatePart->size)};
}

Result<Secret> Tpm::unseal(const SealedObject& object)
{
    TPM2B_PUBLIC publicPart {};
    size_t read = 0;
    TPM2B_PRIVATE privatePart {};
    if (Tss2_MU_TPM2B_PUBLIC_Unmarshal(reinterpret_cast<const uint8_t*>(object.publicPart.constData()),
                                       static_cast<size_t>(object.publicPart.size()), &read, &publicPart)
            != TSS2_RC_SUCCESS
        || object.privatePart.size() > static_cast<qsizetype>(sizeof privatePart.buffer)) {
        return refusal(TPM2_RC_INTEGRITY);
    }
    privatePart.size = static_cast<UINT16>(object.privatePart.size());
    std::memcpy(privatePart.buffer, object.privatePart.constData(), privatePart.size);
    const auto primary = m_connection->primary();
    const auto session =
        primary ? m_connection->session(*primary) : Result<ESYS_TR>(contract::Unexpected(primary.error()));
    if (!session) {
        return contract::Unexpected(session.error());
    }
    ESYS_TR loaded = ESYS_TR_NONE;
    TSS2_RC code = Esys_Load(m_connection->esys, *primary, *session, ESYS_TR_NONE, ESYS_TR_NONE, &privatePart,
                             &publicPart, &loaded);
    if (code != TSS2_RC_SUCCESS) {
        return refusal(code);
    }
    m_connection->transient.push_back(loaded);
    // Nothing goes in that could be encrypted: only what comes out is.
    TPM2B_SENSITIVE_DATA* data = nullptr;
    code = Esys_TRSess_SetAttributes(m_connection->esys, *session, 0, TPMA_SESSION_DECRYPT);
    if (code == TSS2_RC_SUCCESS) {
        code = Esys_Unseal(m_connection->esys, loaded, *session, ESYS_TR_NONE, ESYS_TR_NONE, &data);
    }
    const EsysOwned<TPM2B_SENSITIVE_DATA> owned(data);
    if (code != TSS2_RC_SUCCESS) {
        return refusal(code);
    }
    Secret secret(QByteArrayView(reinterpret_cast<const char*>(data->buffer), data->size));
    OPENSSL_cleanse(data, sizeof *data);
    return secret;
}

Result<quint32> Tpm::makeCounter(const Secret& authorization)
{
    const TPM2B_AUTH value = authValue(authorization);
    TSS2_RC code = TSS2_RC_SUCCESS;
    for (int i = 0; i < indexTries; ++i) {
        TPM2B_NV_PUBLIC area {};
        const quint32 random = qFromBigEndian<quint32>(security::randomBytes(4).constData());
        area.nvPublic.nvIndex = firstIndex + random % indexCount;
        area.nvPublic.nameAlg = TPM2_ALG_SHA256;
        area.nvPublic.attributes = TPMA_NV_AUTHREAD | TPMA_NV_AUTHWRITE | TPMA_NV_NO_DA
            | TPMA_NV {TPM2_NT_COUNTER << TPMA_NV_TPM2_NT_SHIFT};
        area.nvPublic.dataSize = 8;
        ESYS_TR handle = ESYS_TR_NONE;
        code = Esys_NV_DefineSpace(m_connection->esys, ESYS_TR_RH_OWNER, ESYS_TR_PASSWORD, ESYS_TR_NONE,
                                   ESYS_TR_NONE, &value, &area, &handle);
        if (code == TSS2_RC_SUCCESS) {
            // Before it rises for the first time there is nothing to read.
            const auto raised = raiseCounter(area.nvPublic.nvIndex, authorization);
            if (!raised) {
                (void)removeCounter(area.nvPublic.nvIndex);
                return contract::Unexpected(raised.error());
            }
            return area.nvPublic.nvIndex;
        }
        if (code != TPM2_RC_NV_DEFINED) {
            break;
        }
    }
    return refusal(code);
}

Result<quint64> Tpm::readCounter(quint32 index, const Secret& authorization)
{
    const auto counter = m_connection->counter(index, authorization);
    const auto session = counter ? m_connection->session(ESYS_TR_NONE)
                                 : Result<ESYS_TR>(contract::Unexpected(counter.error()));
    if (!session) {
        return contract::Unexpected(session.error());
    }
    TPM2B_MAX_NV_BUFFER* data = nullptr;
    const TSS2_RC code = Esys_NV_Read(m_connection->esys, *counter, *counter, *session, ESYS_TR_NONE,
                                      ESYS_TR_NONE, 8, 0, &data);
    const EsysOwned<TPM2B_MAX_NV_BUFFER> owned(data);
    if (code != TSS2_RC_SUCCESS || data->size != 8) {
        return refusal(code);
    }
    return qFromBigEndian<quint64>(data->buffer);
}

Result<void> Tpm::raiseCounter(quint32 index, const Secret& authorization)
{
    const auto counter = m_connection->counter(index, authorization);
    const auto session = counter ? m_connection->session(ESYS_TR_NONE)
                                 : Result<ESYS_TR>(contract::Unexpected(counter.error()));
    if (!session) {
        return contract::Unexpected(session.error());
    }
    const TSS2_RC code =
        Esys_NV_Increment(m_connection->esys, *counter, *counter, *session, ESYS_TR_NONE, ESYS_TR_NONE);
    if (code != TSS2_RC_SUCCESS) {
        return refusal(code);
    }
    return {};
}

Result<void> Tpm::removeCounter(quint32 index)
{
    const auto counter = m_connection->counter(index, Secret());
    if (!counter) {
        return contract::Unexpected(counter.error());
    }
    const TSS2_RC code = Esys_NV_UndefineSpace(m_connection->esys, ESYS_TR_RH_OWNER, *counter,
                                               ESYS_TR_PASSWORD, ESYS_TR_NONE, ESYS_TR_NONE);
    if (code != TSS2_RC_SUCCESS) {
        return refusal(code);
    }
    return {};
}

} // namespace holdfast::agent
