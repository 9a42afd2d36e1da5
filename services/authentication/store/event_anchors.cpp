// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/event_anchors.h"

#include "services/authentication/store/event_cuts.h"
#include "services/authentication/store/events_chain.h"
#include "services/contract/json.h"

#include <QFile>
#include <QJsonDocument>

#include <unistd.h>

namespace holdfast::authentication::event_anchors {

using contract::ErrorKind;
using contract::failure;
using contract::Result;

namespace {

constexpr qint64 longestLine = 4096;
constexpr std::size_t mostFindings = 100;

QByteArray sealOf(const security::KeyRing& keys, const EventAnchor& anchor)
{
    return keys.macBytes(security::Purpose::EventHead,
                         "holdfast event anchor 1\n" + QByteArray::number(contract::toMilliseconds(anchor.at))
                             + '\n' + QByteArray::number(anchor.head.sequence) + '\n'
                             + anchor.head.mac.toHex());
}

std::optional<AuditFinding> compare(storage::Connection& connection, const EventAnchor& anchor,
                                    qint64 removedThrough)
{
    const qint64 sequence = anchor.head.sequence;
    if (sequence <= removedThrough) {
        return std::nullopt;
    }
    const QString when = contract::toRfc3339(anchor.at);
    auto rows = connection.select(QStringLiteral("SELECT mac FROM events WHERE sequence = ?"), {sequence});
    if (!rows.next()) {
        return AuditFinding {
            QStringLiteral("tail_removed"), sequence,
            QStringLiteral("At %1 there was an event %2; it is gone.").arg(when).arg(sequence)};
    }
    if (!contract::constantTimeEquals(rows.bytes(0), anchor.head.mac)) {
        return AuditFinding {
            QStringLiteral("tail_changed"), sequence,
            QStringLiteral("Event %1 is not the one that was anchored at %2.").arg(sequence).arg(when)};
    }
    return std::nullopt;
}

} // namespace

EventAnchor present(storage::Connection& connection, contract::Timestamp now)
{
    const EventChainEnd end = readChainEnd(connection);
    return {.at = now, .head = {end.sequence, end.mac}};
}

QByteArray lineOf(const security::KeyRing& keys, const EventAnchor& anchor)
{
    const QJsonObject object {{QStringLiteral("at"), contract::toRfc3339(anchor.at)},
                              {QStringLiteral("events"), anchor.head.sequence},
                              {QStringLiteral("link"), QString::fromLatin1(anchor.head.mac.toHex())},
                              {QStringLiteral("seal"), QString::fromLatin1(sealOf(keys, anchor).toHex())}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<EventAnchor> fromLine(const security::KeyRing& keys, const QByteArray& line)
{
    const auto object = contract::parseObject(line);
    EventAnchor anchor;
    QByteArray seal;
    if (object) {
        anchor.at = contract::fromRfc3339(object->value(QStringLiteral("at")).toString())
                        .value_or(contract::Timestamp {});
        anchor.head.sequence = object->value(QStringLiteral("events")).toInteger(-1);
        anchor.head.mac = QByteArray::fromHex(object->value(QStringLiteral("link")).toString().toLatin1());
        seal = QByteArray::fromHex(object->value(QStringLiteral("seal")).toString().toLatin1());
    }
    if (!object || !contract::constantTimeEquals(seal, sealOf(keys, anchor))) {
        return failure(
            ErrorKind::Conflict, QStringLiteral("anchor_forged"),
            QStringLiteral("An anchor of the event log was not written with these keys, or was changed."));
    }
    return anchor;
}

Result<void> append(const QString& file, const QByteArray& line)
{
    QFile target(file);
    const bool written = target.open(QIODevice::WriteOnly | QIODevice::Append)
        && target.write(line + '\n') == line.size() + 1 && target.flush() && ::fsync(target.handle()) == 0;
    if (!written) {
        return failure(
            ErrorKind::Unavailable, QStringLiteral("anchor_unwritable"),
            QStringLiteral("The anchor file %1 cannot be written: %2").arg(file, target.errorString()));
    }
    return {};
}

std::vector<AuditFinding> verify(storage::Connection& connection, const security::KeyRing& keys,
                                 const QString& file)
{
    std::vector<AuditFinding> findings;
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly)) {
        findings.push_back({QStringLiteral("anchors_unreadable"), 0,
                            QStringLiteral("The anchor file %1 cannot be read.").arg(file)});
        return findings;
    }
    const std::vector<EventCut> cuts = event_cuts::list(connection);
    const qint64 removedThrough = cuts.empty() ? 0 : cuts.back().through;
    while (!source.atEnd() && findings.size() < mostFindings) {
        const QByteArray line = source.readLine(longestLine).trimmed();
        if (line.isEmpty()) {
            continue;
        }
        const auto anchor = fromLine(keys, line);
        if (!anchor) {
            findings.push_back({anchor.error().code, 0, anchor.error().detail});
        } else if (auto finding = compare(connection, *anchor, removedThrough)) {
            findings.push_back(std::move(*finding));
        }
    }
    return findings;
}

} // namespace holdfast::authentication::event_anchors
