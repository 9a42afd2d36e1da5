// SPDX-License-Identifier: Apache-2.0
#include "services/agent/set_files.h"

namespace holdfast::agent {

using contract::ErrorKind;
using contract::failure;
using contract::Result;
using contract::Secret;

namespace {

const QString setSuffix = QStringLiteral(".set");

QStringList namesIn(const offline::SetHeader& header)
{
    QStringList names {canonicalName(header.userName)};
    for (const QString& name : header.otherNames) {
        names << canonicalName(name);
    }
    names.removeDuplicates();
    return names;
}

Secret asText(const Secret& key)
{
    return Secret(QByteArrayView(key.reveal().toByteArray().toBase64()));
}

Secret asBytes(const Secret& text)
{
    return Secret(QByteArrayView(QByteArray::fromBase64(text.reveal().toByteArray())));
}

} // namespace

bool isSetId(const QString& text)
{
    return !text.isEmpty() && text.size() <= 64 && std::all_of(text.begin(), text.end(), [](QChar c) {
        return c.unicode() < 128 && (c.isLetterOrNumber() || c == QLatin1Char('-') || c == QLatin1Char('_'));
    });
}

Result<offline::OfflineSet> readSetFile(const StateDirectory& directory, const Identity& identity,
                                        const QString& setId)
{
    auto bytes = directory.read(setId + setSuffix, offline::longestSet);
    if (!bytes) {
        return contract::Unexpected(bytes.error());
    }
    auto set =
        offline::OfflineSet::read(std::move(*bytes), identity.serviceSigningKey, identity.workstationId);
    if (set && set->header().setId != setId) {
        return failure(ErrorKind::Conflict, QStringLiteral("set_of_another_id"),
                       QStringLiteral("The file holds another set."));
    }
    return set;
}

void removeSetFile(const StateDirectory& directory, const QString& setId)
{
    directory.remove(setId + setSuffix);
}

bool isDamage(const contract::Error& error)
{
    return error.code != QLatin1String("file_unreadable") && error.code != QLatin1String("state_unreadable");
}

void removeAllSetFiles(const StateDirectory& directory)
{
    const QStringList suffixes {setSuffix, setSuffix + QStringLiteral(".new"), QStringLiteral(".aside")};
    for (const QString& suffix : suffixes) {
        for (const QString& name : directory.names(suffix)) {
            directory.remove(name);
        }
    }
}

void removeStraySetFiles(const StateDirectory& directory, const Ledger& ledger)
{
    for (const QString& name : directory.names(setSuffix)) {
        const bool known = std::any_of(ledger.sets.begin(), ledger.sets.end(),
                                       [&](const LedgerSet& set) { return name == set.setId + setSuffix; });
        if (!known) {
            directory.remove(name);
        }
    }
    for (const QString& name : directory.names(setSuffix + QStringLiteral(".new"))) {
        directory.remove(name);
    }
}

void removeSet(OpenLedger& ledger, const QString& setId)
{
    std::erase_if(ledger.content.sets, [&](const LedgerSet& set) { return set.setId == setId; });
    ledger.removeSetAfterCommit(setId);
}

void setAsideSet(const StateDirectory& directory, Ledger& ledger, const QString& setId, const QString& reason)
{
    directory.setAside(setId + setSuffix);
    if (const LedgerSet* const entry = findSet(ledger, setId)) {
        if (ledger.aside.size() >= mostSetsHeld) {
            ledger.aside.erase(ledger.aside.begin());
        }
        ledger.aside.push_back({setId, entry->names, reason});
        std::erase_if(ledger.sets, [&](const LedgerSet& set) { return set.setId == setId; });
    }
}

std::vector<SetAside> setAsideAllSetFiles(const StateDirectory& directory, const Identity& identity,
                                          const QString& reason)
{
    std::vector<SetAside> aside;
    for (const QString& name : directory.names(setSuffix)) {
        const QString setId = name.chopped(setSuffix.size());
        const auto set = isSetId(setId) ? readSetFile(directory, identity, setId)
                                        : Result<offline::OfflineSet>(failure(ErrorKind::Conflict, {}, {}));
        if (set && aside.size() < mostSetsHeld) {
            aside.push_back({setId, namesIn(set->header()), reason});
        }
        directory.setAside(name);
    }
    return aside;
}

offline::SetState stateIn(const LedgerSet& entry)
{
    offline::SetState state;
    state.setId = entry.setId;
    state.day = entry.day;
    state.keys.day = asBytes(entry.dayKey);
    state.keys.emergency = asBytes(entry.emergencyKey);
    state.lastStep = entry.lastStep;
    state.failures = entry.failures;
    state.emergencyFailures = entry.emergencyFailures;
    state.emergencyAgainAt = entry.emergencyAgainAt;
    state.highWater = entry.highWater;
    state.pendingStep = entry.pendingStep;
    return state;
}

void keepState(LedgerSet& entry, const offline::SetHeader& header, const offline::SetState& state)
{
    entry.day = state.day;
    entry.dayEndsAt = offline::nextDayDue(header, state);
    entry.dayKey = asText(state.keys.day);
    entry.emergencyKey = asText(state.keys.emergency);
    entry.lastStep = state.lastStep;
    entry.lastGranted.reset();
    if (header.intervalSeconds == 0) {
        entry.lastGranted = header.days.front().firstStep + header.days.front().count - 1;
    }
    entry.failures = state.failures;
    entry.emergencyFailures = state.emergencyFailures;
    entry.emergencyAgainAt = state.emergencyAgainAt;
    entry.highWater = state.highWater;
    entry.pendingStep = state.pendingStep;
}

Result<LedgerSet> takeSet(const Installation& installation, OpenLedger& ledger,
                          const contract::AgentSet& incoming, SetOrigin origin)
{
    const Identity& identity = installation.identity();
    const QByteArray bytes = QByteArray::fromBase64(incoming.set.toLatin1());
    const auto set = offline::OfflineSet::read(bytes, identity.serviceSigningKey, identity.workstationId);
    if (!set) {
        return contract::Unexpected(set.error());
    }
    auto keys =
        offline::unwrapKeys(identity.agreement, QByteArray::fromBase64(incoming.wrappedKeys.toLatin1()));
    if (!keys) {
        return contract::Unexpected(keys.error());
    }
    const offline::SetHeader& header = set->header();
    if (!set->fits(*keys) || !isSetId(header.setId) || header.setId != incoming.setId) {
        return failure(ErrorKind::Conflict, QStringLiteral("set_malformed"),
                       QStringLiteral("What the service sent does not fit together."));
    }
    LedgerSet entry;
    entry.setId = header.setId;
    entry.userName = header.userName;
    entry.names = namesIn(header);
    entry.tokenSerial = header.tokenSerial;
    entry.expiresAt = header.expiresAt;
    entry.helpText = header.helpText;
    entry.uploadEvents = header.uploadEvents;

    // By the service's clock, which it signed: this computer's may be wrong.
    offline::SetState state = offline::stateOf(*set, std::move(*keys), header.issuedAt);
    std::vector<LedgerSet>& sets = ledger.content.sets;
    QStringList former;
    for (const LedgerSet& old : sets) {
        const bool same = old.setId == entry.setId
            || (old.tokenSerial == header.tokenSerial && old.names.value(0) == entry.names.value(0));
        if (!same) {
            continue;
        }
        former << old.setId;
        // A code taken here since the set was made stays taken.
        state.lastStep = std::max(state.lastStep, old.lastStep);
        entry.verifyMilliseconds = old.verifyMilliseconds;
        if (origin == SetOrigin::Refill) {
            state.highWater = std::max(state.highWater, old.highWater);
            state.failures = old.failures;
            state.emergencyFailures = old.emergencyFailures;
            state.emergencyAgainAt = old.emergencyAgainAt;
        }
    }
    offline::moveToPresentDay(header, state);
    keepState(entry, header, state);
    if (const auto written = installation.directory().write(header.setId + setSuffix, bytes); !written) {
        return contract::Unexpected(written.error());
    }
    for (const QString& setId : former) {
        removeSet(ledger, setId);
    }
    std::erase_if(ledger.content.aside, [&](const SetAside& old) {
        return old.toldService && old.toldPerson && old.names.contains(entry.names.value(0));
    });
    while (sets.size() >= mostSetsHeld) {
        const auto first =
            std::min_element(sets.begin(), sets.end(), [](const LedgerSet& a, const LedgerSet& b) {
                return a.expiresAt < b.expiresAt;
            });
        removeSet(ledger, QString(first->setId));
    }
    ledger.content.helpText = header.helpText;
    sets.push_back(entry);
    return entry;
}

} // namespace holdfast::agent
