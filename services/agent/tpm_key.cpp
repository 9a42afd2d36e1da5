// SPDX-License-Identifier: Apache-2.0
#include "services/agent/storage_key_file.h"
#include "services/agent/tpm.h"
#include "services/security/random.h"

#include <thread>

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

// A TPM that has too much to do is asked again a few times: some 0.75 s.
constexpr std::chrono::milliseconds firstTpmPause {50};
constexpr std::chrono::milliseconds longestTpmPause {400};

template <class Work>
auto askPatiently(const QString& tcti, const Work& work)
{
    auto done = Tpm::connect(tcti).and_then(work);
    for (auto pause = firstTpmPause; pause <= longestTpmPause; pause *= 2) {
        if (done || done.error().code != QLatin1String("tpm_busy")) {
            break;
        }
        std::this_thread::sleep_for(pause);
        done = Tpm::connect(tcti).and_then(work);
    }
    return done;
}

// The key was opened, so this computer can decide: without the counter it decides against whoever asks, or
// somebody who brings the counter to a stop would turn all of it off.
contract::Unexpected counterFailed(contract::Error error)
{
    if (error.code == QLatin1String("tpm_refused")) {
        error.code = QStringLiteral("counter_lost");
        error.detail =
            QStringLiteral("The computer's TPM does not know the agent's counter any more: enrol this "
                           "computer anew, with --replace.");
    } else if (error.code == QLatin1String("tpm_out_of_reach")) {
        error.code = QStringLiteral("counter_out_of_reach");
    }
    return contract::Unexpected(std::move(error));
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
        auto sealed = askPatiently(m_tcti, [this](Tpm tpm) { return tpm.unseal(m_object); });
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
        auto done = askPatiently(
            m_tcti, [&](Tpm tpm) { return work(tpm, Secret(m_sealed.reveal().sliced(tpmKeyLength))); });
        if (!done) {
            return counterFailed(done.error());
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
