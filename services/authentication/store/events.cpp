// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/store/events.h"

#include "services/authentication/store/event_runs.h"
#include "services/authentication/store/events_chain.h"
#include "services/authentication/store/policies_snapshot.h"

#include <QJsonDocument>

namespace holdfast::authentication {

namespace {

EventRow rowOf(const contract::Event& event)
{
    QString detail;
    if (!event.detail.isEmpty()) {
        detail = QString::fromUtf8(QJsonDocument(event.detail).toJson(QJsonDocument::Compact));
    }
    EventRow row;
    row.sequence = event.sequence;
    row.at = contract::toMilliseconds(event.at);
    row.texts = {enumName(event.log), event.key,         enumName(event.result), event.reason,
                 event.actor,         event.actorId,     event.userId,           event.userName,
                 event.domain,        event.tokenSerial, event.method,           event.client,
                 event.clientAddress, std::move(detail)};
    return row;
}

} // namespace

void EventLog::append(storage::Connection& connection, contract::Event& event) const
{
    auto end = connection.kept<EventChainEnd>();
    if (!end) { // the first of all, or something was rolled back
        end = std::make_shared<EventChainEnd>(readChainEnd(connection));
        end->hour = event_runs::lastHour(connection);
        connection.keep(end);
    }
    event.sequence = end->sequence + 1;
    EventRow row = rowOf(event);
    if (const DomainNode* domain = PolicySnapshot::of(connection)->domainAt(event.domain)) {
        row.domainId = domain->id;
    }
    row.mac = linkOf(m_keys, end->mac, row);
    static const QString sql =
        QStringLiteral(
            "INSERT INTO events (%1) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
            .arg(eventColumns());
    QVariantList values;
    values.reserve(18);
    values << row.sequence << row.at << storage::orNull(row.domainId);
    for (const QString& text : row.texts) {
        values << text;
    }
    values << row.mac;
    connection.change(sql, values);
    if (const qint64 hour = event_runs::hourOf(event.at); hour != end->hour) {
        event_runs::begin(connection, event.sequence, hour);
        end->hour = hour;
    }
    end->sequence = event.sequence;
    end->mac = row.mac;
}

} // namespace holdfast::authentication
