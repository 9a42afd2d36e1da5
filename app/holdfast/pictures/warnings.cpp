// SPDX-License-Identifier: Apache-2.0
#include "app/holdfast/pictures/warnings.h"

#include <QString>

#include <cstdio>

namespace holdfast::pictures {

namespace {

int g_warnings = 0;

void take(QtMsgType type, const QMessageLogContext& context, const QString& text)
{
    // The offscreen platform's own, each time that a window is shown.
    if (text.startsWith(QStringLiteral("This plugin does not support propagateSizeHints"))) {
        return;
    }
    if (type != QtDebugMsg && type != QtInfoMsg) {
        ++g_warnings;
    }
    std::fprintf(stderr, "%s\n", qFormatLogMessage(type, context, text).toUtf8().constData());
}

} // namespace

void countWarnings()
{
    qInstallMessageHandler(take);
}

int warnings()
{
    return g_warnings;
}

} // namespace holdfast::pictures
