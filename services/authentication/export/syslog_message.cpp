// SPDX-License-Identifier: Apache-2.0
#include "services/authentication/export/syslog_message.h"

namespace holdfast::authentication::syslog {

using contract::Event;
using contract::EventLog;

namespace {

constexpr int daemonFacility = 3;
constexpr int securityFacility = 10;
constexpr int auditFacility = 13;
constexpr int warning = 4;
constexpr int informational = 6;
constexpr qsizetype longestMessageId = 32; // RFC 5424, section 6
constexpr qsizetype longestHost = 255;
// RFC 5612: the enterprise number for what has none of its own.
const QByteArray elementId = "holdfast@32473";
const QByteArray byteOrderMark = "\xEF\xBB\xBF";

int facilityOf(EventLog log)
{
    switch (log) {
    case EventLog::Authentication:
        return securityFacility;
    case EventLog::Administration:
        return auditFacility;
    case EventLog::System:
        break;
    }
    return daemonFacility;
}

// PRINTUSASCII without spaces; nothing is "-".
QByteArray headerField(const QByteArray& text, qsizetype longest)
{
    QByteArray field = text.left(longest);
    for (char& c : field) {
        c = c > ' ' && c < 0x7F ? c : '_';
    }
    return field.isEmpty() ? QByteArray("-") : field;
}

QByteArray header(int facility, int severity, contract::Timestamp at, const Origin& origin,
                  const QByteArray& messageId)
{
    return '<' + QByteArray::number(facility * 8 + severity) + ">1 " + contract::toRfc3339(at).toLatin1()
        + ' ' + headerField(origin.host, longestHost) + " holdfastd " + QByteArray::number(origin.processId)
        + ' ' + headerField(messageId, longestMessageId) + ' ';
}

QByteArray plain(const QString& text)
{
    QByteArray bytes = text.toUtf8();
    for (char& c : bytes) {
        c = (c >= 0 && c < ' ') || c == 0x7F ? ' ' : c;
    }
    return bytes;
}

QByteArray parameter(const char* name, const QString& value)
{
    if (value.isEmpty()) {
        return {};
    }
    QByteArray escaped;
    for (const char c : plain(value)) {
        if (c == '"' || c == '\\' || c == ']') {
            escaped += '\\';
        }
        escaped += c;
    }
    return QByteArray(" ") + name + "=\"" + escaped + '"';
}

// Whole characters only.
QByteArray cut(QByteArray text, qsizetype mostBytes)
{
    if (text.size() > mostBytes) {
        qsizetype length = std::max<qsizetype>(mostBytes, 0);
        while (length > 0 && (static_cast<unsigned char>(text.at(length)) & 0xC0U) == 0x80U) {
            --length;
        }
        text.truncate(length);
    }
    return text;
}

} // namespace

QByteArray messageOf(const Event& event, const Origin& origin, qsizetype mostBytes)
{
    const bool failed = event.result == contract::EventResult::Failure;
    QByteArray message = header(facilityOf(event.log), failed ? warning : informational, event.at, origin,
                                event.key.toLatin1())
        + '[' + elementId;
    const std::array parameters {parameter("sequence", QString::number(event.sequence)),
                                 parameter("log", enumName(event.log)),
                                 parameter("result", enumName(event.result)),
                                 parameter("reason", event.reason),
                                 parameter("user", event.userName),
                                 parameter("actor", event.actor),
                                 parameter("domain", event.domain),
                                 parameter("token", event.tokenSerial),
                                 parameter("method", event.method),
                                 parameter("client", event.client),
                                 parameter("address", event.clientAddress)};
    for (const QByteArray& one : parameters) {
        if (message.size() + one.size() < mostBytes) {
            message += one;
        }
    }
    message += ']';
    const QByteArray sentence =
        cut(plain(event.sentence), mostBytes - message.size() - 1 - byteOrderMark.size());
    return sentence.isEmpty() ? message : message + ' ' + byteOrderMark + sentence;
}

QByteArray gapMessage(qint64 first, qint64 last, contract::Timestamp at, const Origin& origin)
{
    return header(daemonFacility, warning, at, origin, "EVENTS_NOT_SENT") + '[' + elementId
        + parameter("first", QString::number(first)) + parameter("last", QString::number(last)) + "] "
        + byteOrderMark + "Events " + QByteArray::number(first) + " to " + QByteArray::number(last)
        + " were not sent: they were removed, or too many.";
}

QByteArray anchorMessage(const QByteArray& line, contract::Timestamp at, const Origin& origin)
{
    return header(auditFacility, informational, at, origin, "EVENT_ANCHOR") + "- " + byteOrderMark + line;
}

} // namespace holdfast::authentication::syslog
