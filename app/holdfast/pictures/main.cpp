// SPDX-License-Identifier: Apache-2.0
// Draws every page and dialog of the console, on a real service, into picture files. Fails on any warning.
#include "app/holdfast/console.h"
#include "app/holdfast/pictures/album.h"
#include "app/holdfast/pictures/scenes.h"
#include "app/holdfast/pictures/warnings.h"
#include "views/shell/language.h"

#include <QApplication>
#include <QCommandLineParser>

#include <cstdio>

int main(int argc, char** argv)
{
    holdfast::pictures::countWarnings();
    QCoreApplication::setApplicationName(QStringLiteral("holdfast-pictures"));
    QCoreApplication::setOrganizationName(QStringLiteral("Holdfast"));
    const QApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption dataDirectory(QStringLiteral("data-dir"), QStringLiteral("A demonstration."),
                                           QStringLiteral("directory"));
    const QCommandLineOption output(QStringLiteral("output"), QStringLiteral("Where the pictures go."),
                                    QStringLiteral("directory"));
    const QCommandLineOption tokens(QStringLiteral("tokens"), QStringLiteral("A token file to import."),
                                    QStringLiteral("file"));
    const QCommandLineOption words(QStringLiteral("language"), QStringLiteral("de or en."),
                                   QStringLiteral("language"));
    const QCommandLineOption contrast(QStringLiteral("contrast"), QStringLiteral("In high contrast."));
    const QCommandLineOption size(QStringLiteral("size"), QStringLiteral("Of the window, such as 1280x800."),
                                  QStringLiteral("size"), QStringLiteral("1280x800"));
    const QCommandLineOption only(QStringLiteral("only"), QStringLiteral("offline: those scenes alone."),
                                  QStringLiteral("subject"));
    parser.addHelpOption();
    parser.addOptions({dataDirectory, output, tokens, words, contrast, size, only});
    parser.process(application);
    if (!parser.isSet(dataDirectory) || !parser.isSet(output)) {
        parser.showHelp(1);
    }

    holdfast::views::Language language(parser.value(words));
    holdfast::views::Theme theme(*qApp, holdfast::views::ThemeMode::Light);
    holdfast::Console::Options options;
    options.dataDirectory = parser.value(dataDirectory);
    options.page = QStringLiteral("overview");
    options.useKeychain = false;
    holdfast::Console console(options, theme, &language);
    const QStringList sides = parser.value(size).split(QLatin1Char('x'));
    console.window().resize(sides.value(0).toInt(), sides.value(1).toInt());
    console.start();
    holdfast::pictures::Album album(parser.value(output), console.window(), theme, parser.isSet(contrast));
    holdfast::pictures::Player player(
        holdfast::pictures::allScenes(console, parser.value(tokens), parser.value(only)), album);
    QObject::connect(&player, &holdfast::pictures::Player::finished, qApp,
                     [](bool well) { QCoreApplication::exit(well ? 0 : 1); });
    player.start();
    const int result = QApplication::exec();
    std::printf("%d pictures, %d warnings.\n", album.taken(), holdfast::pictures::warnings());
    return result == 0 && holdfast::pictures::warnings() > 0 ? 1 : result;
}
