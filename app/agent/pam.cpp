// SPDX-License-Identifier: Apache-2.0
#include "app/agent/pam_protocol.h"
#include "app/agent/terminal.h"
#include "app/agent/verbs.h"

#include <cstdio>
#include <unistd.h>

namespace holdfast::agent_program {

using contract::Secret;

namespace {

constexpr qsizetype longestText = HOLDFAST_PAM_LINE - 32;

// With time for disk, TPM and the state's lock: the module must not end an agent whose service accepted.
static_assert(std::chrono::seconds(HOLDFAST_PAM_SECONDS)
              > agent::longestSilence(agent::Patience()) + std::chrono::seconds(15));

void say(const char* word, const QString& text)
{
    QByteArray line = text.toUtf8();
    line.replace('\\', "\\\\").replace('\n', "\\n").replace('\r', "").replace('\0', "");
    if (line.size() > longestText) {
        line.truncate(longestText);
        // Neither half of an escape nor half of a character.
        const qsizetype end = line.size();
        qsizetype slashes = 0;
        while (slashes < end && line.at(end - 1 - slashes) == '\\') {
            ++slashes;
        }
        line.chop(slashes % 2);
        line = QString::fromUtf8(line).remove(QChar::ReplacementCharacter).toUtf8();
    }
    std::printf("%s %s\n", word, line.constData());
    std::fflush(stdout);
}

Secret unescaped(QByteArrayView text)
{
    QByteArray plain;
    plain.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 1 < text.size()) {
            ++i;
            plain.append(text[i] == 'n' ? '\n' : text[i]);
        } else {
            plain.append(text[i]);
        }
    }
    Secret secret {QByteArrayView(plain)};
    plain.fill('\0');
    return secret;
}

// The text of a line that begins with `word`.
std::optional<Secret> textAfter(const Secret& line, QByteArrayView word)
{
    const QByteArrayView bytes = line.reveal();
    if (!bytes.startsWith(word)) {
        return std::nullopt;
    }
    return unescaped(bytes.sliced(word.size()));
}

class ModuleConversation final : public agent::Conversation
{
public:
    std::optional<Secret> ask(const QString& prompt, agent::Echo echo) override
    {
        say(echo == agent::Echo::Hidden ? "ask-hidden" : "ask", prompt);
        const auto line = readSecretLine();
        return line ? textAfter(*line, "answer ") : std::nullopt;
    }
    void tell(const QString& text) override { say("tell", text); }
    void warn(const QString& text) override { say("warn", text); }
};

int finish(agent::LogonOutcome outcome)
{
    switch (outcome) {
    case agent::LogonOutcome::Accepted:
        say("done", QStringLiteral("accepted"));
        break;
    case agent::LogonOutcome::Refused:
        say("done", QStringLiteral("refused"));
        break;
    case agent::LogonOutcome::Unavailable:
        say("done", QStringLiteral("unavailable"));
        break;
    case agent::LogonOutcome::Cancelled:
        say("done", QStringLiteral("cancelled"));
        break;
    }
    return exitCodeOf(outcome);
}

int runPam(const CommandLine& line)
{
    agent::LogonRequest request;
    bool begun = false;
    while (const auto said = readSecretLine()) {
        begun = said->reveal() == QByteArrayView("begin");
        if (begun) {
            break;
        }
        if (const auto name = textAfter(*said, "user ")) {
            // Names that are no text must not become one and the same.
            request.userName = name->reveal().isValidUtf8() ? QString::fromUtf8(name->reveal()) : QString();
        } else if (const auto passcode = textAfter(*said, "passcode ")) {
            request.passcode = *passcode;
        } else if (const auto first = textAfter(*said, "first-passcode ")) {
            request.passcode = *first;
            request.asksAgain = true;
        } else if (const auto prompt = textAfter(*said, "prompt ")) {
            request.prompt = QString::fromUtf8(prompt->reveal());
        }
    }
    if (!begun) {
        return finish(agent::LogonOutcome::Cancelled); // the module went away
    }
    ModuleConversation conversation;
    const contract::SystemClock clock;
    const auto installation = agent::Installation::open(stateOf(line), clock, agent::promptLockPatience,
                                                        request.untilPrompt.left());
    if (!installation) {
        conversation.warn(installation.error().detail);
        return finish(agent::outcomeOf(installation.error()));
    }
    const auto verifier = offline::makeRecordVerifier();
    agent::Logon logon(**installation, *verifier, conversation);
    return finish(logon.run(std::move(request)));
}

} // namespace

Verb pamVerb()
{
    return {QStringLiteral("pam"), {}, QStringLiteral("Answers pam_holdfast.so, which starts it."),
            {stateFlag()},         0,  runPam};
}

} // namespace holdfast::agent_program
