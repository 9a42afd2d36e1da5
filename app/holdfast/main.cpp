// SPDX-License-Identifier: Apache-2.0
#include "app/holdfast/console.h"
#include "views/shell/language.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QSettings>
#include <QStandardPaths>

#include <cstdio>

namespace {

bool hasDisplay()
{
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY")
        || qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
}

bool asksForNoWindow(int argc, char** argv)
{
    for (int i = 1; i < argc; ++i) {
        const QByteArrayView argument(argv[i]);
        if (argument == "--help" || argument == "-h" || argument == "--version" || argument == "-v") {
            return true;
        }
    }
    return false;
}

const auto languageKey = QStringLiteral("window/language");
const auto themeKey = QStringLiteral("window/theme");

QString chosenLanguage()
{
    return QSettings().value(languageKey).toString();
}

struct Arguments
{
    holdfast::Console::Options console;
    holdfast::views::ThemeMode theme = holdfast::views::ThemeMode::System;
    std::optional<QString> language;
};

Arguments read(const QCoreApplication& application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate("main", "The Holdfast console."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption dataDirectory(
        QStringLiteral("data-dir"),
        QCoreApplication::translate("main", "Data of the service that the console starts."),
        QStringLiteral("directory"));
    const QCommandLineOption server(QStringLiteral("connect"),
                                    QCoreApplication::translate("main", "A service that runs elsewhere."),
                                    QStringLiteral("url"));
    const QCommandLineOption theme(
        QStringLiteral("theme"),
        QCoreApplication::translate("main", "light, dark, contrast-light, contrast-dark or system."),
        QStringLiteral("theme"));
    const QCommandLineOption language(QStringLiteral("language"),
                                      QCoreApplication::translate("main", "de, en or system."),
                                      QStringLiteral("language"));
    const QCommandLineOption page(
        QStringLiteral("page"),
        QCoreApplication::translate(
            "main", "To open first: overview, users, tokens, policies, activity, administration."),
        QStringLiteral("page"));
    const QCommandLineOption serviceFile(
        QStringLiteral("service-file"),
        QCoreApplication::translate(
            "main", "Written with the address of the service that the console starts, as long as it runs."),
        QStringLiteral("file"));
    parser.addOptions({dataDirectory, server, theme, language, page, serviceFile});
    parser.process(application);
    Arguments arguments;
    arguments.theme = holdfast::views::themeFromName(
        parser.isSet(theme) ? parser.value(theme) : QSettings().value(themeKey).toString());
    if (parser.isSet(language)) {
        arguments.language = parser.value(language);
    }
    arguments.console.page = parser.value(page);
    arguments.console.serviceFile = parser.value(serviceFile);
    if (parser.isSet(server)) {
        arguments.console.server = QUrl::fromUserInput(parser.value(server));
    }
    arguments.console.dataDirectory = parser.isSet(dataDirectory)
        ? parser.value(dataDirectory)
        : QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation))
              .filePath(QStringLiteral("service"));
    return arguments;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication::setApplicationName(QStringLiteral("holdfast"));
    QCoreApplication::setOrganizationName(QStringLiteral("Holdfast"));
    QCoreApplication::setApplicationVersion(QStringLiteral(HOLDFAST_VERSION));
    if (asksForNoWindow(argc, argv)) {
        const QCoreApplication application(argc, argv);
        const holdfast::views::Language language(chosenLanguage());
        read(application);
        return 0;
    }
    if (!hasDisplay()) {
        std::fputs(
            "holdfast needs a display; on a server use holdfastd, and connect to it from a desktop with "
            "holdfast --connect URL.\n",
            stderr);
        return 1;
    }
    const QApplication application(argc, argv);
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Holdfast"));
    QGuiApplication::setDesktopFileName(QStringLiteral("holdfast"));

    holdfast::views::Language language(chosenLanguage());
    Arguments arguments = read(application);
    if (arguments.language) {
        language.choose(*arguments.language);
    }
    QObject::connect(&language, &holdfast::views::Language::changed, qApp,
                     [](const QString& choice) { QSettings().setValue(languageKey, choice); });
    holdfast::views::Theme theme(*qApp, arguments.theme);
    QObject::connect(&theme, &holdfast::views::Theme::modeChanged, qApp, [](holdfast::views::ThemeMode mode) {
        QSettings().setValue(themeKey, holdfast::views::themeName(mode));
    });
    holdfast::Console console(std::move(arguments.console), theme, &language);
    console.start();
    return QApplication::exec();
}
