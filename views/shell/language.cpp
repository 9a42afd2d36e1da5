// SPDX-License-Identifier: Apache-2.0
#include "views/shell/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace holdfast::views {
namespace {

QLocale localeOf(const QString& choice)
{
    const QLocale system = QLocale::system();
    if (choice.isEmpty()) {
        return system;
    }
    // Somebody in Zurich who reads English still writes dates as in Zurich, where Qt knows how.
    return {QLocale(choice).language(), system.territory()};
}

} // namespace

Language::Language(const QString& choice, QObject* parent)
    : QObject(parent)
    , m_choice(known().contains(choice) ? choice : QString())
    , m_words(new QTranslator(this))
    , m_qtWords(new QTranslator(this))
{
    speak();
}

Language::~Language() = default;

QStringList Language::known()
{
    return {QStringLiteral("de"), QStringLiteral("en")};
}

QString Language::ownName(const QString& code)
{
    // Not CLDR's: that says "American English".
    return code == QLatin1String("en") ? QStringLiteral("English") : QLocale(code).nativeLanguageName();
}

void Language::choose(const QString& choice)
{
    const QString wanted = known().contains(choice) ? choice : QString();
    if (wanted == m_choice) {
        return;
    }
    m_choice = wanted;
    speak();
    Q_EMIT changed(m_choice);
}

void Language::speak()
{
    QCoreApplication::removeTranslator(m_words);
    QCoreApplication::removeTranslator(m_qtWords);
    const QLocale locale = localeOf(m_choice);
    QLocale::setDefault(locale);
    // Of file dialogs and of the menu in a text field.
    if (m_qtWords->load(locale, QStringLiteral("qtbase"), QStringLiteral("_"),
                        QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        QCoreApplication::installTranslator(m_qtWords);
    }
    const QString directory = QStringLiteral(":/i18n");
    // The source texts are English, but for their plurals.
    if (m_words->load(locale, QStringLiteral("holdfast"), QStringLiteral("_"), directory)
        || m_words->load(QStringLiteral("holdfast_en"), directory)) {
        QCoreApplication::installTranslator(m_words);
    }
}

} // namespace holdfast::views
