// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/event_cuts.h"

#include "services/authentication/store/event_runs.h"
#include "services/authentication/store/events_chain.h"
#include "services/authentication/store/settings.h"

namespace holdfast::authentication::event_cuts {

using contract::Result;
using storage::Connection;

namespace {

constexpr qint64 batch = 2'000; // events: some milliseconds of the writer
constexpr std::chrono::hours clockTrust {24};
const QString keepingKey = QStringLiteral("event_keep_days");
const QString brokenKey = QStringLiteral("event_cut_broken_after");

QByteArray sealOf(const security::KeyRing& keys, const EventCut& cut)
{
    QByteArray text = "holdfast event cut 1\n";
    for (const qint64 number : {cut.first, cut.through, contract::toMilliseconds(cut.olderThan),
                                contract::toMilliseconds(cut.at)}) {
        text += QByteArray::number(number) + '\n';
    }
    return keys.macBytes(security::Purpose::EventHead, text + cut.link.toHex() + '\n' + cut.by.toUtf8());
}

// The last event before the first that is not older; 0: none.
qint64 lastOlder(Connection& connection, contract::Timestamp olderThan)
{
    const auto span = event_runs::spanOf(connection, olderThan, {});
    auto rows = connection.select(
        QStringLiteral(
            "SELECT sequence FROM events WHERE sequence >= ? AND at >= ? ORDER BY sequence LIMIT 1"),
        {span.first.value_or(0), contract::toMilliseconds(olderThan)});
    return rows.next() ? rows.integer(0) - 1 : events::lastSequence(connection);
}

void tell(Connection& connection, const EventLog& log, const Request& request, const EventCut& cut,
          qint64 through, bool broken)
{
    contract::Event event;
    event.at = request.now;
    event.log = contract::EventLog::System;
    event.key = QStringLiteral("EVENTS_REMOVED");
    event.result = broken ? contract::EventResult::Failure : contract::EventResult::Information;
    event.reason = broken ? QStringLiteral("event_chain_broken") : QString();
    event.actor = request.by;
    event.detail = {{QStringLiteral("first"), cut.first},
                    {QStringLiteral("through"), through},
                    {QStringLiteral("olderThan"), contract::toRfc3339(request.olderThan)}};
    log.append(connection, std::move(event));
}

// In the same words as often as retention meets it, it would fill the log that it keeps.
void tellBroken(Connection& connection, const EventLog& log, const Request& request, const EventCut& cut)
{
    const QString after = QString::number(cut.through);
    if (settings::value(connection, brokenKey) != after) {
        settings::setValue(connection, brokenKey, after);
        tell(connection, log, request, cut, cut.through, true);
    }
}

// The link of the last event of the next batch; nothing: one does not fit.
std::optional<QByteArray> linkOfBatch(Connection& connection, const security::KeyRing& keys,
                                      const EventCut& cut, qint64 through)
{
    QByteArray link = cut.link;
    qint64 expected = cut.through + 1;
    auto rows = connection.select(
        QStringLiteral("SELECT %1 FROM events WHERE sequence > ? AND sequence <= ? ORDER BY sequence")
            .arg(eventColumns()),
        {cut.through, through});
    for (; rows.next(); ++expected) {
        const EventRow row = rowFrom(rows);
        if (row.sequence != expected || !contract::constantTimeEquals(linkOf(keys, link, row), row.mac)) {
            return std::nullopt;
        }
        link = row.mac;
    }
    return expected == through + 1 ? std::optional(link) : std::nullopt;
}

struct Plan
{
    EventCut cut;
    qint64 through = 0;
    bool broken = false; // before anything could be removed

    [[nodiscard]] qint64 endOfBatch() const { return std::min(cut.through + batch, through); }
};

// A record of a removal that was stopped before its first batch is taken up again.
void keep(Connection& connection, const security::KeyRing& keys, EventCut& cut, const EventCut* unused)
{
    cut.seal = sealOf(keys, cut);
    const QVariantList values {cut.first, cut.through,
                               cut.link,  contract::toMilliseconds(cut.olderThan),
                               cut.by,    contract::toMilliseconds(cut.at),
                               cut.seal};
    if (unused != nullptr) {
        cut.id = unused->id;
        connection.change(
            QStringLiteral("UPDATE event_cuts SET first_sequence = ?, through_sequence = ?, link = ?,"
                           " older_than = ?, removed_by = ?, removed_at = ?, seal = ? WHERE id = ?"),
            values + QVariantList {cut.id});
    } else {
        cut.id = connection.insert(
            QStringLiteral("INSERT INTO event_cuts (first_sequence, through_sequence, link, older_than,"
                           " removed_by, removed_at, seal) VALUES (?, ?, ?, ?, ?, ?, ?)"),
            values);
    }
}

std::optional<Plan> begin(Connection& connection, const security::KeyRing& keys, const EventLog& log,
                          const Request& request)
{
    const std::vector<EventCut> before = list(connection);
    const EventCut* last = before.empty() ? nullptr : &before.back();
    Plan plan;
    plan.cut.first = last ? last->through + 1 : 1;
    plan.cut.through = plan.cut.first - 1;
    plan.cut.link = last ? last->link : QByteArray();
    plan.cut.olderThan = request.olderThan;
    plan.cut.by = request.by;
    plan.cut.at = request.now;
    plan.through = lastOlder(connection, request.olderThan);
    if (plan.through < plan.cut.first) {
        return std::nullopt;
    }
    plan.broken = !linkOfBatch(connection, keys, plan.cut, plan.endOfBatch());
    if (plan.broken) {
        tellBroken(connection, log, request, plan.cut);
        return plan;
    }
    tell(connection, log, request, plan.cut, plan.through, false);
    keep(connection, keys, plan.cut, last && last->through < last->first ? last : nullptr);
    return plan;
}

// False: a link does not fit.
bool advance(Connection& connection, const security::KeyRing& keys, EventCut& cut, qint64 through)
{
    const auto link = linkOfBatch(connection, keys, cut, through);
    if (!link) {
        return false;
    }
    cut.through = through;
    cut.link = *link;
    cut.seal = sealOf(keys, cut);
    connection.change(QStringLiteral("DELETE FROM events WHERE sequence <= ?"), {through});
    connection.change(
        QStringLiteral("DELETE FROM event_runs WHERE first_sequence <"
                       " (SELECT MAX(first_sequence) FROM event_runs WHERE first_sequence <= ?)"),
        {through + 1});
    connection.change(
        QStringLiteral("UPDATE event_cuts SET through_sequence = ?, link = ?, seal = ? WHERE id = ?"),
        {cut.through, cut.link, cut.seal, cut.id});
    return true;
}

contract::Unexpected brokenAfter(qint64 sequence)
{
    return contract::failure(
        contract::ErrorKind::Conflict, QStringLiteral("event_chain_broken"),
        QStringLiteral("The event log is not whole after event %1; nothing from there on is removed.")
            .arg(sequence));
}

} // namespace

std::vector<EventCut> list(Connection& connection)
{
    auto rows = connection.select(QStringLiteral(
        "SELECT id, first_sequence, through_sequence, link, older_than, removed_by, removed_at, seal"
        " FROM event_cuts ORDER BY id"));
    std::vector<EventCut> cuts;
    while (rows.next()) {
        cuts.push_back({.id = rows.integer(0),
                        .first = rows.integer(1),
                        .through = rows.integer(2),
                        .link = rows.bytes(3),
                        .olderThan = contract::fromMilliseconds(rows.integer(4)),
                        .by = rows.text(5),
                        .at = contract::fromMilliseconds(rows.integer(6)),
                        .seal = rows.bytes(7)});
    }
    return cuts;
}

bool isSealed(const security::KeyRing& keys, const EventCut& cut)
{
    return contract::constantTimeEquals(cut.seal, sealOf(keys, cut));
}

EventKeeping keeping(Connection& connection)
{
    return {settings::value(connection, keepingKey).value_or(QString()).toInt()};
}

void setKeeping(Connection& connection, const EventKeeping& keeping)
{
    settings::setValue(connection, keepingKey, QString::number(keeping.keepDays));
}

std::optional<contract::Timestamp> dueBefore(const EventKeeping& keeping, contract::Timestamp now)
{
    using std::chrono::days;
    if (keeping.keepDays <= 0) {
        return std::nullopt;
    }
    const qint64 today =
        contract::toMilliseconds(now) / contract::toMilliseconds(contract::Timestamp(days(1)));
    return contract::Timestamp(days(today - keeping.keepDays));
}

std::optional<contract::Timestamp> dueBefore(Connection& connection, contract::Timestamp now)
{
    const auto hour = event_runs::latestHour(connection, now - clockTrust);
    if (!hour) {
        return std::nullopt;
    }
    const contract::Timestamp borneOut = event_runs::startOf(*hour + 1) + clockTrust;
    return dueBefore(keeping(connection), std::min(now, borneOut));
}

Result<qint64> remove(storage::Database& database, const security::KeyRing& keys, const EventLog& log,
                      const Request& request, const std::atomic<bool>& stop)
{
    auto plan =
        database.writeAndWait([&](Connection& connection) { return begin(connection, keys, log, request); });
    if (!plan) {
        return 0;
    }
    EventCut& cut = plan->cut;
    if (plan->broken) {
        return brokenAfter(cut.through);
    }
    while (cut.through < plan->through && !stop) {
        const bool whole = database.writeAndWait([&](Connection& connection) {
            EventCut next = cut;
            if (!advance(connection, keys, next, plan->endOfBatch())) {
                tellBroken(connection, log, request, cut);
                return false;
            }
            cut = next;
            return true;
        });
        if (!whole) {
            return brokenAfter(cut.through);
        }
    }
    return cut.through - cut.first + 1;
}

} // namespace holdfast::authentication::event_cuts
