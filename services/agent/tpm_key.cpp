// SPDX-License-Identifier: Apache-2.0
#include "services/agent/storage_key_file.h"
#include "services/agent/tpm.h"
#include "services/security/random.h"

namespace holdfast::agent {

using contract::Result;
using contract::Secret;

namespace {

// What is sealed: the key, and what the counter asks to be shown.
constexpr qsizetype tpmKeyLength = 32;
constexpr qsizetype tpmSealedLength = 2 * tpmKeyLength;

QByteArray tpmBytes(const std::optional<QString>& base64)
{
    return QByteArray::fromBase64(base64.value_or(QString()).toLatin1());
}

contract::Unexpected lostOr(const contract::Error& error)
{
    if (error.code != QLatin1String("tpm_refused")) {
        return contract::Unexpected(error);
    }
    contract::Error lost = error;
    lost.code = QStringLiteral("key_lost");
    lost.detail += QStringLiteral(" What was kept here cannot be opened any more: enrol this computer anew.");
    return contract::Unexpected(lost);
}

class TpmKey final : public StorageKey
{
public:
    explicit TpmKey(const StoredKey& stored)
        : m_tcti(stored.tcti.value_or(defaultTcti))
        , m_object {tpmBytes(stored.sealedPublic), tpmBytes(stored.sealedPrivate)}
        , m_index(static_cast<quint32>(stored.counterIndex.value_or(0)))
    { }
    contract::KeyProtection protection() const override { return contract::KeyProtection::Tpm; }

    Result<Secret> open() override
    {
        if (const auto opened = unsealed(); !opened) {
            return contract::Unexpected(opened.error());
        }
        return Secret(m_sealed.reveal().first(tpmKeyLength));
    }
    Result<std::optional<quint64>> counter() override
    {
        return withCounter<quint64>([this](Tpm& tpm, const Secret& authorization) {
                   return tpm.readCounter(m_index, authorization);
               })
            .map([](quint64 count) { return std::optional(count); });
    }
    Result<void> raise() override
    {
        return withCounter<void>([this](Tpm& tpm, const Secret& authorization) {
            return tpm.raiseCounter(m_index, authorization);
        });
    }
    bool discard() override
    {
        const auto removed =
            Tpm::connect(m_tcti).and_then([this](Tpm tpm) { return tpm.removeCounter(m_index); });
        return removed || removed.error().code == QLatin1String("tpm_refused"); // it does not know it
    }

private:
    Result<void> unsealed()
    {
        if (!m_sealed.isEmpty()) {
            return {};
        }
        auto sealed = Tpm::connect(m_tcti).and_then([this](Tpm tpm) { return tpm.unseal(m_object); });
        if (!sealed) {
            return lostOr(sealed.error());
        }
        if (sealed->size() != tpmSealedLength) {
            return lostOr({contract::ErrorKind::Conflict, QStringLiteral("tpm_refused"),
                           QStringLiteral("What the TPM opens is not the agent's key.")});
        }
        m_sealed = std::move(*sealed);
        return {};
    }
    template <class T, class Work>
    Result<T> withCounter(const Work& work)
    {
        if (const auto opened = unsealed(); !opened) {
            return contract::Unexpected(opened.error());
        }
        auto tpm = Tpm::connect(m_tcti);
        if (!tpm) {
            return lostOr(tpm.error());
        }
        auto done = work(*tpm, Secret(m_sealed.reveal().sliced(tpmKeyLength)));
        if (!done) {
            return lostOr(done.error());
        }
        return done;
    }

    QString m_tcti;
    SealedObject m_object;
    quint32 m_index;
    Secret m_sealed {};
};

} // namespace

std::unique_ptr<StorageKey> makeTpmKey(const StoredKey& stored)
{
    return std::make_unique<TpmKey>(stored);
}

Result<StoredKey> newTpmKey(const QString& tcti)
{
    const Secret secret = security::randomSecret(tpmSealedLength);
    const auto object = Tpm::connect(tcti).and_then([&](Tpm tpm) { return tpm.seal(secret); });
    if (!object) {
        return contract::Unexpected(object.error());
    }
    // A connection of its own: there is room for few sessions at a time.
    const auto index = Tpm::connect(tcti).and_then(
        [&](Tpm tpm) { return tpm.makeCounter(Secret(secret.reveal().sliced(tpmKeyLength))); });
    if (!index) {
        return contract::Unexpected(index.error());
    }
    StoredKey stored;
    stored.protection = contract::KeyProtection::Tpm;
    stored.sealedPublic = QString::fromLatin1(object->publicPart.toBase64());
    stored.sealedPrivate = QString::fromLatin1(object->privatePart.toBase64());
    stored.counterIndex = *index;
    stored.tcti = tcti;
    return stored;
}

} // namespace holdfast::agent
