// SPDX-License-Identifier: Apache-2.0
#include "benchmarks/modes.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>
#include <cstdlib>
#include <exception>

using holdfast::bench::Arguments;

int main(int argc, char** argv)
{
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    const QCoreApplication application(argc, argv);
    const QString beside = QCoreApplication::applicationDirPath() + QStringLiteral("/holdfastd");
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Measures Holdfast, generator and service on one machine."));
    parser.addHelpOption();
    parser.addPositionalArgument(QStringLiteral("what"),
                                 QStringLiteral("http, authentication, lists, offline or offline-sets"));
    const QCommandLineOption connections(QStringLiteral("connections"),
                                         QStringLiteral("Keep-alive connections."), QStringLiteral("n"),
                                         QStringLiteral("32"));
    const QCommandLineOption seconds(QStringLiteral("seconds"), QStringLiteral("For each measurement."),
                                     QStringLiteral("n"), QStringLiteral("10"));
    const QCommandLineOption tokens(QStringLiteral("tokens"), QStringLiteral("People, each with a token."),
                                    QStringLiteral("n"), QStringLiteral("10000"));
    const QCommandLineOption pins(QStringLiteral("pins"), QStringLiteral("People whose token has a PIN."),
                                  QStringLiteral("n"), QStringLiteral("300"));
    const QCommandLineOption crowd(
        QStringLiteral("crowd"), QStringLiteral("People with tokens who are there besides; lists: how many."),
        QStringLiteral("n"), QStringLiteral("0"));
    const QCommandLineOption threads(QStringLiteral("io-threads"), QStringLiteral("Of the bare HTTP server."),
                                     QStringLiteral("n"), QStringLiteral("2"));
    const QCommandLineOption mode(QStringLiteral("mode"), QStringLiteral("pinless, totp, pin, flood or all."),
                                  QStringLiteral("mode"), QStringLiteral("all"));
    const QCommandLineOption service(QStringLiteral("service"), QStringLiteral("The service to measure."),
                                     QStringLiteral("program"), beside);
    parser.addOptions({connections, seconds, tokens, pins, crowd, threads, mode, service});
    parser.process(application);
    const Arguments arguments {.connections = parser.value(connections).toInt(),
                               .seconds = parser.value(seconds).toInt(),
                               .ioThreads = parser.value(threads).toInt(),
                               .tokens = parser.value(tokens).toInt(),
                               .tokensWithPin = parser.value(pins).toInt(),
                               .crowd = parser.value(crowd).toInt(),
                               .service = parser.value(service),
                               .mode = parser.value(mode)};
    const QStringList what = parser.positionalArguments();
    try {
        if (what == QStringList {QStringLiteral("http")}) {
            return holdfast::bench::benchHttp(arguments);
        }
        if (what == QStringList {QStringLiteral("authentication")}) {
            return holdfast::bench::benchAuthentication(arguments);
        }
        if (what == QStringList {QStringLiteral("lists")}) {
            return holdfast::bench::benchLists(arguments);
        }
        if (what == QStringList {QStringLiteral("offline")}) {
            return holdfast::bench::benchOffline();
        }
        if (what == QStringList {QStringLiteral("offline-sets")}) {
            return holdfast::bench::benchOfflineSets();
        }
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "%s\n", failure.what());
        return EXIT_FAILURE;
    }
    parser.showHelp(2);
}
