// SPDX-License-Identifier: Apache-2.0
#include "models/formats.h"
#include "models/words.h"
#include "services/contract/event_sentence.h"
#include "services/contract/event_templates.h"

namespace holdfast::models::words {

QString event(const contract::Event& event)
{
    if (contract::eventTemplate(event) == nullptr) {
        return event.sentence.isEmpty() ? event.key : event.sentence; // of a newer service
    }
    contract::Event told = event;
    told.tokenSerial = groupedSerial(event.tokenSerial);
    for (const char* name : {"newSerial", "oldSerial"}) {
        const QString serial = event.detail.value(QLatin1String(name)).toString();
        if (!serial.isEmpty()) {
            told.detail.insert(QLatin1String(name), groupedSerial(serial));
        }
    }
    return contract::eventSentence(told);
}

} // namespace holdfast::models::words
