// SPDX-License-Identifier: Apache-2.0
#include "app/holdfastd/verbs.h"

#include <QCoreApplication>

#include <cstdio>

namespace {

using namespace holdfast::daemon;

QList<Verb> verbs()
{
    return {initVerb(),    serveVerb(),     checkVerb(),   auditVerifyVerb(),   backupVerb(),
            restoreVerb(), keyRotateVerb(), keyListVerb(), supportBundleVerb(), demonstrateVerb()};
}

// A configuration file serves every verb.
QList<Flag> everyFlag()
{
    QList<Flag> flags;
    for (const Verb& verb : verbs()) {
        flags += verb.flags;
    }
    return flags;
}

QString overview()
{
    QString text =
        QStringLiteral("Usage: holdfastd VERB [flags]\n\nThe Holdfast authentication service.\n\nVerbs:\n");
    for (const Verb& verb : verbs()) {
        text += QStringLiteral("  ") + verb.name.leftJustified(16) + verb.summary + QLatin1Char('\n');
    }
    return text
        + QStringLiteral(
               "\nholdfastd VERB --help tells a verb's flags. holdfastd --version tells the version.\n");
}

int print(const QString& text)
{
    std::fputs(text.toUtf8().constData(), stdout);
    return 0;
}

int run(const QStringList& arguments)
{
    const QString first = arguments.value(0);
    if (first == QLatin1String("--help") || first == QLatin1String("-h") || first == QLatin1String("help")) {
        return print(overview());
    }
    if (first == QLatin1String("--version")) {
        return print(QStringLiteral("holdfastd " HOLDFAST_VERSION "\n"));
    }
    for (const Verb& verb : verbs()) {
        const QStringList words = verb.name.split(QLatin1Char(' '));
        if (arguments.mid(0, words.size()) != words) {
            continue;
        }
        const auto options = Options::parse(arguments.mid(words.size()), verb.flags, everyFlag());
        if (!options) {
            return complain(options.error());
        }
        return options->wantsHelp() ? print(helpText(verb.name, verb.summary, verb.flags))
                                    : verb.run(*options);
    }
    std::fputs(overview().toUtf8().constData(), stderr);
    return 2;
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("holdfast"));
    try {
        return run(QCoreApplication::arguments().mid(1));
    } catch (const std::exception& failed) {
        std::fprintf(stderr, "holdfastd: %s\n", failed.what());
        return 1;
    }
}
