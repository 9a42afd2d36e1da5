// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/agent/identity.h"
#include "services/agent/ledger.h"
#include "services/agent/storage_key.h"

namespace holdfast::agent {

class Installation;

// The ledger, held under the lock of the state directory. What is changed in it is lost without commit().
class OpenLedger
{
public:
    Ledger content;
    // On the disk, and the TPM's counter raised, when it returns. What could not be read again is not
    // written. Error: state_not_written, those of StorageKey.
    [[nodiscard]] contract::Result<void> commit();
    // The file of a set that is out of `content`: it stays until that is on the disk.
    void removeSetAfterCommit(const QString& setId) { m_unneeded << setId; }

private:
    friend class Installation;
    OpenLedger(Installation& installation, StateLock lock)
        : m_installation(&installation)
        , m_lock(std::move(lock))
    { }
    Installation* m_installation;
    StateLock m_lock;
    std::optional<quint64> m_counter {};
    QStringList m_unneeded {};
};

// How long one waits for another that has the state. Whoever sits at a prompt is told soon.
inline constexpr std::chrono::seconds promptLockPatience {2};
inline constexpr std::chrono::seconds backgroundLockPatience {10};

// What is enrolled on this computer: the state directory with its keys. Used on one thread.
class Installation
{
public:
    // `lockPatience` is for each wait; `openPatience` for this one. Errors: not_enrolled, state_not_ours,
    // state_open_to_others, state_busy, state_unreadable, key_lost, tpm_out_of_reach, tpm_busy,
    // identity_damaged.
    static contract::Result<std::unique_ptr<Installation>>
    open(const StateDirectory& directory, const contract::Clock& clock,
         std::chrono::milliseconds lockPatience = promptLockPatience,
         std::optional<std::chrono::milliseconds> openPatience = {});
    // A new one in place of what was there. Errors: state_not_written, those of StorageKey.
    static contract::Result<std::unique_ptr<Installation>>
    make(const StateDirectory& directory, const contract::Clock& clock, Identity identity, NewStorageKey key);

    [[nodiscard]] const Identity& identity() const { return m_identity; }
    [[nodiscard]] const StateDirectory& directory() const { return m_directory; }
    [[nodiscard]] const contract::Clock& clock() const { return m_clock; }
    [[nodiscard]] contract::KeyProtection protection() const { return m_key->protection(); }

    // A ledger that is missing, damaged or of yesterday is set aside with all sets, an event says so, and an
    // empty one takes its place. One that cannot be read now is none of these. Waits for at most `patience`,
    // where that is less than what it was opened with. Errors: state_busy, state_replaced (by an enrolment
    // since it was opened), state_unreadable, state_not_written, those of StorageKey.
    [[nodiscard]] contract::Result<OpenLedger>
    lock(std::chrono::milliseconds patience = std::chrono::milliseconds::max());
    // As the service calls it now. Under the lock. Error: state_not_written.
    [[nodiscard]] contract::Result<void> rename(const QString& name, const QString& domain);

private:
    friend class OpenLedger;
    Installation(StateDirectory directory, const contract::Clock& clock)
        : m_directory(std::move(directory))
        , m_clock(clock)
    { }
    [[nodiscard]] contract::Result<void> isStillThere() const;
    [[nodiscard]] contract::Result<Ledger> read(std::optional<quint64> counter) const;
    [[nodiscard]] Ledger begunAnew(const QString& reason, contract::OfflineEventKind kind) const;

    StateDirectory m_directory;
    const contract::Clock& m_clock;
    std::unique_ptr<StorageKey> m_key {};
    contract::Secret m_storageKey {};
    QByteArray m_keyFingerprint {};
    Identity m_identity {};
    std::chrono::milliseconds m_lockPatience {promptLockPatience};
};

} // namespace holdfast::agent
