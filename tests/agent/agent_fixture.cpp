// SPDX-License-Identifier: Apache-2.0
#include "tests/agent/agent_fixture.h"

#include "services/agent/set_files.h"

namespace holdfast::testing {

using contract::Secret;

std::optional<Secret> ScriptedPerson::ask(const QString& prompt, agent::Echo)
{
    prompts << prompt;
    if (whenAsked) {
        whenAsked();
    }
    if (answers.isEmpty()) {
        return std::nullopt;
    }
    return answers.takeFirst();
}

Computer::Computer(QString howTpm)
    : service(maker)
    , tcti(std::move(howTpm))
{
    maker.build();
}

agent::StateDirectory Computer::directory() const
{
    return agent::StateDirectory(base.filePath(QStringLiteral("state")));
}

contract::Result<agent::Enrolment> Computer::enrol(bool replace)
{
    agent::EnrolmentRequest request;
    request.service = service.url().toString();
    request.name = QStringLiteral("laptop-7");
    request.tcti = tcti;
    request.replace = replace;
    request.code = secret("ABCD-EFGH");
    return agent::enrol(directory(), clock, std::move(request), patience);
}

std::unique_ptr<agent::Installation> Computer::open() const
{
    auto opened = agent::Installation::open(directory(), clock);
    if (!opened) {
        qFatal("%s", qPrintable(opened.error().detail));
    }
    return std::move(*opened);
}

void Computer::hold(agent::Installation& installation)
{
    auto ledger = installation.lock().value();
    const contract::AgentSet set {
        maker.built.header.setId, QString::fromLatin1(maker.built.bytes.toBase64()),
        QString::fromLatin1(
            offline::wrapKeys(installation.identity().agreement.publicKey, maker.built.keys).toBase64())};
    (void)agent::takeSet(installation, ledger, set, agent::SetOrigin::Logon).value();
    commitOrDie(ledger);
}

agent::Ledger Computer::ledger() const
{
    return open()->lock().value().content;
}

QList<contract::OfflineEvent> Computer::events() const
{
    QList<contract::OfflineEvent> found;
    for (const agent::LedgerEvent& entry : ledger().events) {
        found << entry.event;
    }
    return found;
}

agent::LogonOutcome Computer::logon(ScriptedPerson& person, const QString& userName)
{
    const auto installation = open();
    const auto verifier = offline::makeRecordVerifier();
    agent::Logon logon(*installation, *verifier, person, patience);
    agent::LogonRequest request;
    request.userName = userName;
    return logon.run(std::move(request));
}

agent::LogonOutcome Computer::logon(const Secret& passcode)
{
    ScriptedPerson person;
    person.answers << passcode;
    return logon(person);
}

void commitOrDie(agent::OpenLedger& ledger)
{
    if (const auto written = ledger.commit(); !written) {
        qFatal("%s", qPrintable(written.error().detail));
    }
}

contract::AgentContactAnswer emptyContact()
{
    contract::AgentContactAnswer answer;
    answer.serverTime = atStep(firstStep + 10);
    answer.name = QStringLiteral("laptop-7");
    answer.domain = QStringLiteral("/Sales");
    return answer;
}

} // namespace holdfast::testing
