// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/error.h"
#include "services/contract/secret.h"

#include <memory>

// The few things that the agent wants of a TPM 2.0, through the TPM software stack. Errors of all:
// tpm_out_of_reach (no device, or it fails), tpm_busy (it answers, and wants to be asked later: too many
// writings, no room) and tpm_refused (it answers, but the object is not its own: it was replaced or cleared).
namespace holdfast::agent {

// What a response code (TSS2_RC) comes to.
[[nodiscard]] contract::Error tpmError(quint32 code);

// What the TPM seals leaves it as two parts, which only this TPM can load again.
struct SealedObject
{
    QByteArray publicPart;
    QByteArray privatePart;
};

// A connection, ended with it. A TPM without a resource manager serves one connection at a time, so none is
// kept longer than a change takes.
class Tpm
{
public:
    // `tcti` as the TPM software stack writes it: "device:/dev/tpmrm0", "swtpm:host=127.0.0.1,port=2321".
    static contract::Result<Tpm> connect(const QString& tcti);
    Tpm(Tpm&&) noexcept;
    Tpm& operator=(Tpm&&) noexcept;
    Tpm(const Tpm&) = delete;
    Tpm& operator=(const Tpm&) = delete;
    ~Tpm();

    // Under the owner's ECC storage primary, which is made anew from the TPM's own seed each time.
    [[nodiscard]] contract::Result<SealedObject> seal(const contract::Secret& secret);
    [[nodiscard]] contract::Result<contract::Secret> unseal(const SealedObject& object);

    // A counter that only rises, also when it is removed and made again. Its index.
    [[nodiscard]] contract::Result<quint32> makeCounter(const contract::Secret& authorization);
    [[nodiscard]] contract::Result<quint64> readCounter(quint32 index, const contract::Secret& authorization);
    [[nodiscard]] contract::Result<void> raiseCounter(quint32 index, const contract::Secret& authorization);
    [[nodiscard]] contract::Result<void> removeCounter(quint32 index);

private:
    struct Connection;
    explicit Tpm(std::unique_ptr<Connection> connection);
    std::unique_ptr<Connection> m_connection;
};

} // namespace holdfast::agent
