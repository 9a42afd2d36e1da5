// SPDX-License-Identifier: Apache-2.0
#include "models/event_gap.h"

#include "models/formats.h"

#include <QCoreApplication>

namespace holdfast::models {

namespace {

struct Gap
{
    Q_DECLARE_TR_FUNCTIONS(EventGap)
};

int counted(qint64 number)
{
    return static_cast<int>(std::min<qint64>(number, std::numeric_limits<int>::max()));
}

} // namespace

QString gapSentence(const EventGap& gap)
{
    QStringList sentences {Gap::tr("Connection was lost %1.").arg(timeSpan(gap.from, gap.to))};
    if (gap.more) {
        sentences << Gap::tr("More than %n event(s) caught up.", nullptr, counted(gap.caughtUp));
    } else if (gap.caughtUp > 0) {
        sentences << Gap::tr("%n event(s) caught up.", nullptr, counted(gap.caughtUp));
    } else {
        sentences << Gap::tr("Nothing was missed.");
    }
    if (gap.removed > 0) {
        sentences << Gap::tr("%n event(s) of the log were removed meanwhile, as its retention says.", nullptr,
                             counted(gap.removed));
    }
    return sentences.join(QLatin1Char(' '));
}

} // namespace holdfast::models
