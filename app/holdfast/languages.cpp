// SPDX-License-Identifier: Apache-2.0
#include "app/holdfast/languages.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace holdfast {

void installLanguage()
{
    const QLocale locale;
    auto* qtWords = new QTranslator(qApp);
    if (qtWords->load(locale, QStringLiteral("qtbase"), QStringLiteral("_"),
                      QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        QCoreApplication::installTranslator(qtWords);
    }
    const QString directory = QStringLiteral(":/i18n");
    auto* words = new QTranslator(qApp);
    if (words->load(locale, QStringLiteral("holdfast"), QStringLiteral("_"), directory)
        || words->load(QStringLiteral("holdfast_en"), directory)) {
        QCoreApplication::installTranslator(words);
    }
}

} // namespace holdfast
