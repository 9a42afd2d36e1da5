// SPDX-License-Identifier: Apache-2.0
#include "app/workstation/hands_file.h"
#include "app/workstation/workstation_window.h"
#include "views/theme/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QScreen>
#include <QSettings>

#include <cstdio>

namespace {

using namespace holdfast;

int complain(const contract::Error& error)
{
    std::fprintf(stderr, "holdfast-workstation: %s [%s]\n", error.detail.toUtf8().constData(),
                 error.code.toUtf8().constData());
    return 1;
}

} // namespace

int main(int argc, char** argv)
{
    // The console's, so that it looks as that was told to.
    QCoreApplication::setApplicationName(QStringLiteral("holdfast"));
    QCoreApplication::setOrganizationName(QStringLiteral("Holdfast"));
    QCoreApplication::setApplicationVersion(QStringLiteral(HOLDFAST_VERSION));
    const QApplication application(argc, argv);
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Holdfast"));
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("A laptop with the Holdfast agent, to look at beside the console."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption hands(QStringLiteral("hands"),
                                   QStringLiteral("What holdfastd demonstrate wrote beside its data."),
                                   QStringLiteral("file"));
    const QCommandLineOption service(QStringLiteral("service-file"),
                                     QStringLiteral("What the console writes with its --service-file."),
                                     QStringLiteral("file"));
    const QCommandLineOption home(QStringLiteral("home"), QStringLiteral("Where the laptop keeps its state."),
                                  QStringLiteral("directory"));
    const QCommandLineOption theme(QStringLiteral("theme"),
                                   QStringLiteral("light, dark, contrast-light, contrast-dark or system."),
                                   QStringLiteral("theme"));
    parser.addOptions({hands, service, home, theme});
    parser.process(application);
    if (!parser.isSet(hands) || !parser.isSet(service) || !parser.isSet(home)) {
        std::fputs("holdfast-workstation needs --hands, --service-file and --home. [usage]\n", stderr);
        return 2;
    }

    workstation::WorkstationWindow::Options options;
    options.homeDirectory = parser.value(home);
    auto read = workstation::readHandsFile(parser.value(hands));
    if (!read) {
        return complain(read.error());
    }
    auto tokens = workstation::readHandTokens(*read);
    if (!tokens) {
        return complain(tokens.error());
    }
    options.hands = std::move(*read);
    options.tokens = std::move(*tokens);
    options.place = [file = parser.value(service)] {
        return client::readServiceFile(file);
    };
    const views::Theme look(
        *qApp,
        views::themeFromName(parser.isSet(theme)
                                 ? parser.value(theme)
                                 : QSettings().value(QStringLiteral("window/theme")).toString()));
    workstation::WorkstationWindow window(std::move(options));
    if (const auto started = window.start(); !started) {
        return complain(started.error());
    }
    // Where the console is not, on a screen that has room for both.
    const QRect room = window.screen()->availableGeometry();
    window.move(std::max(room.left(), room.right() - window.width()), room.top());
    window.show();
    return QApplication::exec();
}
