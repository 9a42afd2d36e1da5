// SPDX-License-Identifier: Apache-2.0
#include "services/agent/installation.h"

#include "services/agent/replacement.h"
#include "services/agent/set_files.h"
#include "services/contract/json.h"
#include "services/contract/json_text.h"

namespace holdfast::agent {

using contract::ErrorKind;
using contract::failure;
using contract::Result;

namespace {

constexpr QByteArrayView ledgerIdentity = "holdfast agent ledger 1";
constexpr qint64 largestLedger = 16 * 1024 * 1024;

Result<Ledger> ledgerOf(const QByteArray& text)
{
    return contract::parseObject(text).and_then([](const QJsonObject& object) {
        return contract::fromJson<Ledger>(object, contract::UnknownFields::Ignore);
    });
}

} // namespace

Result<void> OpenLedger::commit()
{
    Installation& installation = *m_installation;
    // Written first, raised afterwards: a power cut in between leaves a ledger that is one ahead, which is
    // taken; the other way round would look like a ledger that was put back.
    if (m_counter) {
        content.generation = static_cast<qint64>(*m_counter) + 1;
    }
    QByteArray text = contract::toJsonText(content);
    if (const auto again = ledgerOf(text); !again) {
        text.fill('\0');
        contract::Error refused {ErrorKind::Internal, QStringLiteral("state_not_written"),
                                 QStringLiteral("The agent's state could not be written.")};
        refused.internal = again.error().detail;
        return contract::Unexpected(std::move(refused));
    }
    const QByteArray sealed = offline::seal(installation.m_storageKey, text, ledgerIdentity);
    text.fill('\0');
    if (auto written = installation.m_directory.write(ledgerFile, sealed); !written) {
        return written;
    }
    if (m_counter) {
        if (auto raised = installation.m_key->raise(); !raised) {
            return raised;
        }
        ++*m_counter;
    }
    for (const QString& setId : std::exchange(m_unneeded, {})) {
        if (findSet(content, setId) == nullptr) {
            removeSetFile(installation.m_directory, setId);
        }
    }
    return {};
}

Result<std::unique_ptr<Installation>>
Installation::open(const StateDirectory& directory, const contract::Clock& clock,
                   std::chrono::milliseconds lockPatience,
                   std::optional<std::chrono::milliseconds> openPatience)
{
    std::unique_ptr<Installation> made(new Installation(directory, clock));
    made->m_lockPatience = lockPatience;
    if (const auto checked = directory.check(); !checked) {
        return contract::Unexpected(checked.error());
    }
    const auto lock = directory.lock(openPatience.value_or(lockPatience));
    if (!lock) {
        return contract::Unexpected(lock.error());
    }
    if (const auto finished = finishReplacement(directory); !finished) {
        return contract::Unexpected(finished.error());
    }
    auto key = findStorageKey(directory);
    if (!key) {
        return contract::Unexpected(key.error());
    }
    made->m_key = std::move(*key);
    made->m_keyFingerprint = storageKeyFingerprint(directory).value_or(QByteArray());
    auto opened = made->m_key->open();
    if (!opened) {
        return contract::Unexpected(opened.error());
    }
    made->m_storageKey = std::move(*opened);
    auto identity = readIdentity(directory, made->m_storageKey);
    if (!identity) {
        return contract::Unexpected(identity.error());
    }
    made->m_identity = std::move(*identity);
    return made;
}

Result<std::unique_ptr<Installation>> Installation::make(const StateDirectory& directory,
                                                         const contract::Clock& clock, Identity identity,
                                                         NewStorageKey key)
{
    const StateDirectory ready = directory.staging();
    std::unique_ptr<Installation> made(new Installation(ready, clock));
    made->m_key = std::move(key.key);
    auto opened = made->m_key->open();
    if (!opened) {
        return contract::Unexpected(opened.error());
    }
    made->m_storageKey = std::move(*opened);
    made->m_identity = std::move(identity);
    auto lock = directory.lock(backgroundLockPatience);
    if (!lock) {
        return contract::Unexpected(lock.error());
    }
    if (const auto folder = ready.make(); !folder) {
        return contract::Unexpected(folder.error());
    }
    ready.remove(identityFile);
    if (const auto written = writeStorageKey(ready, key.text); !written) {
        return contract::Unexpected(written.error());
    }
    OpenLedger ledger(*made, std::move(*lock));
    const auto counter = made->m_key->counter();
    if (!counter) {
        return contract::Unexpected(counter.error());
    }
    ledger.m_counter = *counter;
    if (const auto written = ledger.commit(); !written) {
        return contract::Unexpected(written.error());
    }
    // Last: with it what is ready is complete.
    if (const auto written = writeIdentity(ready, made->m_identity, made->m_storageKey); !written) {
        return contract::Unexpected(written.error());
    }
    made->m_directory = directory;
    if (const auto finished = finishReplacement(directory); !finished) {
        return contract::Unexpected(finished.error());
    }
    made->m_keyFingerprint = storageKeyFingerprint(directory).value_or(QByteArray());
    return made;
}

Result<OpenLedger> Installation::lock(std::chrono::milliseconds patience)
{
    auto lock = m_directory.lock(std::min(m_lockPatience, patience));
    if (!lock) {
        return contract::Unexpected(lock.error());
    }
    if (const auto still = isStillThere(); !still) {
        return contract::Unexpected(still.error());
    }
    const auto counter = m_key->counter();
    if (!counter) {
        return contract::Unexpected(counter.error());
    }
    OpenLedger opened(*this, std::move(*lock));
    opened.m_counter = *counter;
    auto found = read(*counter);
    if (!found && !isDamage(found.error())) {
        return contract::Unexpected(found.error());
    }
    if (!found) {
        const bool rolledBack = found.error().code == QLatin1String("state_rolled_back");
        m_directory.setAside(ledgerFile);
        opened.content = begunAnew(found.error().code,
                                   rolledBack ? contract::OfflineEventKind::StateRolledBack
                                              : contract::OfflineEventKind::DamagedData);
        if (const auto written = opened.commit(); !written) {
            return contract::Unexpected(written.error());
        }
        return opened;
    }
    opened.content = std::move(*found);
    if (*counter && opened.content.generation == static_cast<qint64>(**counter) + 1) {
        if (const auto raised = m_key->raise(); !raised) { // the power went in between
            return contract::Unexpected(raised.error());
        }
        ++*opened.m_counter;
    }
    return opened;
}

// To the keys of a former enrolment the ledger of the present one would look damaged.
Result<void> Installation::isStillThere() const
{
    const auto present = storageKeyFingerprint(m_directory);
    if (!present && !isDamage(present.error())) {
        return failure(ErrorKind::Unavailable, QStringLiteral("state_unreadable"),
                       QStringLiteral("The agent's state cannot be read now."));
    }
    if (!present || *present != m_keyFingerprint) {
        return failure(ErrorKind::Conflict, QStringLiteral("state_replaced"),
                       QStringLiteral("This computer was enrolled anew meanwhile. Try again."));
    }
    return {};
}

Result<Ledger> Installation::read(std::optional<quint64> counter) const
{
    const auto sealed = m_directory.read(ledgerFile, largestLedger);
    if (!sealed && isDamage(sealed.error())) {
        return failure(ErrorKind::NotFound, QStringLiteral("state_missing"), sealed.error().detail);
    }
    if (!sealed) {
        contract::Error unreadable {ErrorKind::Unavailable, QStringLiteral("state_unreadable"),
                                    QStringLiteral("The agent's state cannot be read now.")};
        unreadable.internal = sealed.error().internal;
        return contract::Unexpected(std::move(unreadable));
    }
    const auto text = offline::open(m_storageKey, *sealed, ledgerIdentity);
    if (!text) {
        return failure(ErrorKind::Conflict, QStringLiteral("state_damaged"), text.error().detail);
    }
    auto ledger = ledgerOf(text->reveal().toByteArray());
    if (!ledger) {
        return failure(ErrorKind::Conflict, QStringLiteral("state_damaged"), ledger.error().detail);
    }
    if (counter) {
        const qint64 now = static_cast<qint64>(*counter);
        if (ledger->generation != now && ledger->generation != now + 1) {
            return failure(ErrorKind::Conflict, QStringLiteral("state_rolled_back"),
                           QStringLiteral("The agent's state is not the last one that it wrote."));
        }
    }
    return ledger;
}

Ledger Installation::begunAnew(const QString& reason, contract::OfflineEventKind kind) const
{
    Ledger ledger;
    // Numbers that were given out are not given again, though nobody knows them here: seconds rise faster
    // than events.
    ledger.lastSequence = contract::toMilliseconds(m_clock.now()) / 1000;
    ledger.eventsKnown = ledger.lastSequence;
    ledger.aside = setAsideAllSetFiles(m_directory, m_identity, reason);
    contract::OfflineEvent event;
    event.at = m_clock.now();
    event.kind = kind;
    event.reason = reason;
    addEvent(ledger, event);
    return ledger;
}

Result<void> Installation::rename(const QString& name, const QString& domain)
{
    if (name == m_identity.name && domain == m_identity.domain) {
        return {};
    }
    m_identity.name = name;
    m_identity.domain = domain;
    return writeIdentity(m_directory, m_identity, m_storageKey);
}

} // namespace holdfast::agent
