// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/tone.h"
#include "services/contract/report.h"
#include "services/contract/saved_report.h"

#include <QJsonValue>

// Reports in the console's language; the service's English for what this console does not know.
namespace holdfast::models::words {

[[nodiscard]] QString of(contract::ReportSubject subject);
[[nodiscard]] QString of(contract::ReportFormat format);
[[nodiscard]] QString of(contract::ReportJobState state);
[[nodiscard]] Tone toneOf(contract::ReportJobState state);

[[nodiscard]] QString reportTitle(const contract::ReportTemplate& report);
[[nodiscard]] QString reportTitle(const QString& id); // the id itself if it is not known
[[nodiscard]] QString reportDescription(const contract::ReportTemplate& report);
// Head of a column.
[[nodiscard]] QString reportColumn(const QString& name);
// Label of what restricts a report.
[[nodiscard]] QString reportParameter(const QString& name);
// A cell as a person reads it: times in the local time zone, states in words.
[[nodiscard]] QString reportCell(const QString& column, const QJsonValue& value);
// "Every day at 06:00", "Mondays at 06:00"; empty without a schedule.
[[nodiscard]] QString reportSchedule(const contract::SavedReport& report);
// A full hour as the language writes it: "06:00", "6:00 AM".
[[nodiscard]] QString fullHour(int hour);
// Why a run failed, from its stable code.
[[nodiscard]] QString reportFailure(const contract::ReportJob& job);

} // namespace holdfast::models::words
