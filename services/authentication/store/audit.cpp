// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/audit.h"

#include "services/authentication/store/event_cuts.h"
#include "services/authentication/store/events_chain.h"

namespace holdfast::authentication {

namespace {

constexpr size_t mostFindings = 100;
constexpr auto headPrefix = 6; // "event_head_missing" is told as head_missing

QString tailChanged(qint64 sequence)
{
    return QStringLiteral("Event %1 is not the one that the head record knows.").arg(sequence);
}

QString tailRemoved(const EventHead& head, qint64 lastSequence)
{
    return QStringLiteral("The head record knows %1 events; the last %2 of them are gone.")
        .arg(head.sequence)
        .arg(head.sequence - lastSequence);
}

class Verification
{
public:
    Verification(const security::KeyRing& keys, AuditReport& report)
        : m_keys(keys)
        , m_report(report)
    { }

    void find(const char* code, qint64 sequence, const QString& detail)
    {
        m_report.ok = false;
        if (sequence > 0 && (!m_report.firstBadSequence || sequence < *m_report.firstBadSequence)) {
            m_report.firstBadSequence = sequence;
        }
        if (m_report.findings.size() < mostFindings) {
            m_report.findings.push_back({QString::fromLatin1(code), sequence, detail});
        }
    }

    void compareHead(const contract::Result<EventHead>& head)
    {
        if (!head) {
            const QString code = head.error().code.mid(headPrefix);
            find(code.toLatin1().constData(), 0, head.error().detail);
            return;
        }
        m_head = *head;
    }

    // What retention removed: the log begins behind the last sealed cut, with the link that it kept.
    void beginBehind(const std::vector<EventCut>& cuts)
    {
        for (const EventCut& cut : cuts) {
            if (!event_cuts::isSealed(m_keys, cut)) {
                find("cut_forged", cut.first,
                     QStringLiteral(
                         "The record of the removed events %1 to %2 was not written with these keys, or "
                         "was changed.")
                         .arg(cut.first)
                         .arg(cut.through));
                return;
            }
            if (cut.first != m_report.lastSequence + 1) {
                find("cut_missing", m_report.lastSequence + 1,
                     QStringLiteral("There is no record of the removal before event %1.").arg(cut.first));
            }
            m_report.lastSequence = cut.through;
            m_link = cut.link;
        }
        m_report.removedThrough = m_report.lastSequence;
    }

    void add(const EventRow& row)
    {
        ++m_report.events;
        const qint64 expected = m_report.lastSequence + 1;
        if (row.sequence < expected) {
            find("event_extra", row.sequence, QStringLiteral("There is an event before the first."));
        } else if (row.sequence > expected) {
            find("event_missing", expected,
                 row.sequence == expected + 1
                     ? QStringLiteral("Event %1 is missing.").arg(expected)
                     : QStringLiteral("Events %1 to %2 are missing.").arg(expected).arg(row.sequence - 1));
        }
        // After a gap the next link cannot fit; the one after it can again, so that each fault is told once.
        const bool linked = row.sequence == expected;
        if (linked && !contract::constantTimeEquals(linkOf(m_keys, m_link, row), row.mac)) {
            find("event_changed", row.sequence,
                 QStringLiteral("Event %1 was changed, or put in another's place.").arg(row.sequence));
        }
        if (m_head && row.sequence == m_head->sequence
            && !contract::constantTimeEquals(row.mac, m_head->mac)) {
            find("tail_changed", row.sequence, tailChanged(row.sequence));
        }
        m_report.lastSequence = std::max(m_report.lastSequence, row.sequence);
        m_link = row.mac;
    }

    void finish()
    {
        if (m_head && m_head->sequence > m_report.lastSequence) {
            find("tail_removed", m_report.lastSequence + 1, tailRemoved(*m_head, m_report.lastSequence));
        }
    }

private:
    const security::KeyRing& m_keys;
    AuditReport& m_report;
    QByteArray m_link;
    std::optional<EventHead> m_head;
};

} // namespace

AuditReport verifyAudit(storage::Connection& connection, const security::KeyRing& keys,
                        const QString& headFile, const std::function<void(qint64)>& progress)
{
    AuditReport report;
    Verification verification(keys, report);
    // The head first: the log may grow while it is read, which is normal.
    verification.compareHead(readEventHead(headFile, keys));
    verification.beginBehind(event_cuts::list(connection));
    auto rows =
        connection.select(QStringLiteral("SELECT %1 FROM events ORDER BY sequence").arg(eventColumns()));
    constexpr qint64 stride = 10'000;
    while (rows.next()) {
        verification.add(rowFrom(rows));
        if (progress && report.events % stride == 0) {
            progress(report.events);
        }
    }
    verification.finish();
    return report;
}

std::optional<AuditFinding> checkEventHead(storage::Connection& connection, const security::KeyRing& keys,
                                           const QString& headFile)
{
    const EventChainEnd end = readChainEnd(connection);
    const auto head = readEventHead(headFile, keys);
    if (!head) {
        if (end.sequence == 0 && head.error().kind == contract::ErrorKind::NotFound) {
            return std::nullopt;
        }
        return AuditFinding {head.error().code.mid(headPrefix), 0, head.error().detail};
    }
    if (head->sequence > end.sequence) {
        return AuditFinding {QStringLiteral("tail_removed"), end.sequence + 1,
                             tailRemoved(*head, end.sequence)};
    }
    if (const auto cuts = event_cuts::list(connection);
        !cuts.empty() && head->sequence <= cuts.back().through) {
        return std::nullopt; // retention removed what it could be compared with
    }
    auto rows =
        connection.select(QStringLiteral("SELECT mac FROM events WHERE sequence = ?"), {head->sequence});
    const bool same =
        head->sequence == 0 || (rows.next() && contract::constantTimeEquals(rows.bytes(0), head->mac));
    if (!same) {
        return AuditFinding {QStringLiteral("tail_changed"), head->sequence, tailChanged(head->sequence)};
    }
    return std::nullopt;
}

} // namespace holdfast::authentication
