// SPDX-License-Identifier: Apache-2.0
#include "services/contract/event_sentence.h"

#include "services/contract/event_templates.h"

#include <QCoreApplication>

namespace holdfast::contract {

namespace {

QString valueOf(const Event& event, QStringView name)
{
    if (name == u"user") {
        return event.userName;
    }
    if (name == u"token") {
        return event.tokenSerial;
    }
    if (name == u"actor") {
        return event.actor.isEmpty() ? QCoreApplication::translate("EventSentence", "The service")
                                     : event.actor;
    }
    if (name == u"client") {
        return event.client;
    }
    if (name == u"address") {
        return event.clientAddress;
    }
    if (name == u"domain") {
        return event.domain;
    }
    return event.detail.value(name).toVariant().toString();
}

// Reads on to `end` (or the end of the text). `complete` becomes false when a placeholder had no value.
QString fill(const Event& event, const QString& text, qsizetype& at, QChar end, bool& complete)
{
    QString out;
    while (at < text.size() && text.at(at) != end) {
        const QChar c = text.at(at++);
        if (c == u'[') {
            bool inner = true;
            const QString part = fill(event, text, at, u']', inner);
            ++at;
            out += inner ? part : QString();
        } else if (c == u'{') {
            const qsizetype close = std::max(at, text.indexOf(u'}', at));
            const QString value = valueOf(event, QStringView(text).mid(at, close - at));
            complete = complete && !value.isEmpty();
            out += value;
            at = close + 1;
        } else {
            out += c;
        }
    }
    return out;
}

} // namespace

QString eventSentence(const Event& event)
{
    const EventTemplate* found = eventTemplate(event);
    if (!found) {
        return event.userName.isEmpty() ? event.key : event.key + QStringLiteral(": ") + event.userName;
    }
    qsizetype at = 0;
    bool complete = true;
    return fill(event, QCoreApplication::translate("EventSentence", found->text), at, QChar(), complete);
}

} // namespace holdfast::contract
