// SPDX-License-Identifier: Apache-2.0
// Draws the laptop of the demonstration, in front of a real service, into picture files. Fails on any
// warning.
#include "app/holdfast/pictures/album.h"
#include "app/holdfast/pictures/warnings.h"
#include "app/workstation/hands_file.h"
#include "app/workstation/pictures/show.h"

#include <QApplication>
#include <QCommandLineParser>

#include <cstdio>

int main(int argc, char** argv)
{
    using namespace holdfast;
    holdfast::pictures::countWarnings();
    QCoreApplication::setApplicationName(QStringLiteral("holdfast-workstation-pictures"));
    QCoreApplication::setOrganizationName(QStringLiteral("Holdfast"));
    const QApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption dataDirectory(QStringLiteral("data-dir"), QStringLiteral("A demonstration."),
                                           QStringLiteral("directory"));
    const QCommandLineOption output(QStringLiteral("output"), QStringLiteral("Where the pictures go."),
                                    QStringLiteral("directory"));
    const QCommandLineOption contrast(QStringLiteral("contrast"), QStringLiteral("In high contrast."));
    parser.addHelpOption();
    parser.addOptions({dataDirectory, output, contrast});
    parser.process(application);
    if (!parser.isSet(dataDirectory) || !parser.isSet(output)) {
        parser.showHelp(1);
    }
    const QString data = parser.value(dataDirectory);
    auto hands = workstation::readHandsFile(data + QStringLiteral("-hands.json"));
    auto tokens = hands
        ? workstation::readHandTokens(*hands)
        : contract::Result<std::vector<workstation::HandToken>>(contract::Unexpected(hands.error()));
    if (!tokens) {
        std::fprintf(stderr, "%s\n", tokens.error().detail.toUtf8().constData());
        return 1;
    }

    client::EmbeddedService service({.program = {}, .dataDirectory = data, .masterKey = {}});
    workstation::WorkstationWindow::Options options;
    options.homeDirectory = data + QStringLiteral("-workstation");
    options.hands = std::move(*hands);
    options.tokens = std::move(*tokens);
    options.place = [&service]() -> contract::Result<client::ServicePlace> {
        if (service.state() != client::EmbeddedService::State::Ready) {
            return contract::failure(contract::ErrorKind::Unavailable, QStringLiteral("out_of_reach"),
                                     QStringLiteral("The service is not there yet."));
        }
        return client::ServicePlace {service.url(), service.certificateSha256()};
    };
    views::Theme theme(*qApp, views::ThemeMode::Light);
    workstation::WorkstationWindow window(std::move(options));
    if (const auto started = window.start(); !started) {
        std::fprintf(stderr, "%s\n", started.error().detail.toUtf8().constData());
        return 1;
    }
    window.show();
    pictures::Album album(parser.value(output), window, theme, parser.isSet(contrast));
    pictures::Player player(pictures::laptopScenes(window, service), album);
    QObject::connect(&player, &pictures::Player::finished, qApp,
                     [](bool well) { QCoreApplication::exit(well ? 0 : 1); });
    player.start();
    const int result = QApplication::exec();
    std::printf("%d pictures, %d warnings.\n", album.taken(), holdfast::pictures::warnings());
    return result == 0 && holdfast::pictures::warnings() > 0 ? 1 : result;
}
