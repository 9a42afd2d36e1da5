// SPDX-License-Identifier: Apache-2.0
#include "app/agent/hardening.h"
#include "app/agent/verbs.h"

#include <QCoreApplication>

#include <cstdio>
#include <unistd.h>

namespace {

using namespace holdfast::agent_program;

QList<Verb> verbs()
{
    return {enrolVerb(),  logonVerb(),  challengeVerb(), statusVerb(),
            refillVerb(), eventsVerb(), checkVerb(),     pamVerb()};
}

QString overview()
{
    QString text = QStringLiteral("Usage: holdfast-agent VERB [flags]\n\nSigns people in on this computer "
                                  "with one-time codes, with the Holdfast "
                                  "service or without a network.\n\nVerbs:\n");
    for (const Verb& verb : verbs()) {
        text += QStringLiteral("  ") + verb.name.leftJustified(12) + verb.summary + QLatin1Char('\n');
    }
    return text
        + QStringLiteral("\nholdfast-agent VERB --help tells a verb's flags. holdfast-agent --version tells "
                         "the version.\n");
}

QString helpOf(const Verb& verb)
{
    QString text =
        QStringLiteral("Usage: holdfast-agent %1 %2[flags]\n\n%3\n\nFlags:\n")
            .arg(verb.name, verb.words.isEmpty() ? QString() : verb.words + QLatin1Char(' '), verb.summary);
    for (const Flag& flag : verb.flags) {
        QString left = QStringLiteral("  --%1").arg(QString::fromLatin1(flag.name));
        if (flag.value != nullptr) {
            left += QLatin1Char(' ') + QString::fromLatin1(flag.value);
        }
        text += left.leftJustified(32) + QLatin1Char(' ') + QString::fromUtf8(flag.help) + QLatin1Char('\n');
    }
    return text + QStringLiteral("  --help").leftJustified(32) + QStringLiteral(" Tells this.\n");
}

int run(const QStringList& arguments)
{
    const QString first = arguments.value(0);
    if (first == QLatin1String("--help") || first == QLatin1String("-h") || first == QLatin1String("help")) {
        print(overview());
        return Done;
    }
    if (first == QLatin1String("--version")) {
        print(QStringLiteral("holdfast-agent " HOLDFAST_VERSION "\n"));
        return Done;
    }
    for (const Verb& verb : verbs()) {
        if (verb.name != first) {
            continue;
        }
        const auto line = CommandLine::parse(arguments.mid(1), verb.flags, verb.mostWords);
        if (!line) {
            return complain(line.error());
        }
        if (line->wantsHelp()) {
            print(helpOf(verb));
            return Done;
        }
        return verb.run(*line);
    }
    std::fputs(overview().toUtf8().constData(), stderr);
    return WrongUsage;
}

} // namespace

int main(int argc, char** argv)
{
    keepMemoryToOurselves();
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("holdfast-agent"));
    int code = Refused;
    try {
        code = run(QCoreApplication::arguments().mid(1));
    } catch (const std::exception& failed) {
        std::fprintf(stderr, "holdfast-agent: %s\n", failed.what());
    }
    std::fflush(stdout);
    std::fflush(stderr);
    // A look-up of a name that hangs has a thread that nobody waits for.
    _exit(code);
}
