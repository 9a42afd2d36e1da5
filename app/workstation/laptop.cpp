// SPDX-License-Identifier: Apache-2.0
#include "app/workstation/laptop.h"

#include "services/agent/contact.h"
#include "services/agent/enrolment.h"
#include "services/agent/words.h"

#include <QDir>
#include <QFile>

namespace holdfast::workstation {

using agent::Installation;
using agent::StateDirectory;

namespace {

constexpr auto refillPatience = std::chrono::seconds(15);
constexpr auto findPatience = std::chrono::seconds(2);

LaptopView lookAt(const StateDirectory& directory, const contract::Clock& clock)
{
    LaptopView view;
    view.status = agent::statusOf(directory, clock);
    if (!view.status.enrolled) {
        return view;
    }
    if (const auto installation = Installation::open(directory, clock)) {
        if (const auto ledger = (*installation)->lock()) {
            for (const agent::LedgerEvent& entry : ledger->content.events) {
                view.events.insert(view.events.begin(), entry.event);
            }
        }
    }
    return view;
}

QString enrolAt(const StateDirectory& directory, const contract::Clock& clock, const QString& service,
                contract::Secret code)
{
    agent::EnrolmentRequest request;
    request.service = service;
    request.name = QStringLiteral("TW-L0042"); // where the code names no other
    request.tcti = agent::noTcti; // no demonstration writes to the TPM of this computer
    request.replace = true;
    request.code = std::move(code);
    const auto enrolled = agent::enrol(directory, clock, std::move(request));
    return enrolled ? QString() : enrolled.error().detail;
}

agent::LogonOutcome signInAs(const StateDirectory& directory, const contract::Clock& clock,
                             const agent::Resolver& resolver, Prompt& prompt, const QString& userName)
{
    const auto installation = Installation::open(directory, clock);
    if (!installation) {
        prompt.warn(installation.error().detail);
        return agent::outcomeOf(installation.error());
    }
    const auto verifier = offline::makeRecordVerifier();
    agent::LogonRequest request;
    request.userName = userName;
    return agent::Logon(**installation, *verifier, prompt, {}, resolver).run(std::move(request));
}

struct Refilled
{
    bool well = false;
    QString words;
};

Refilled refillFrom(const StateDirectory& directory, const contract::Clock& clock,
                    const agent::Resolver& resolver)
{
    const auto installation = Installation::open(directory, clock);
    if (!installation) {
        return {false, installation.error().detail};
    }
    std::unique_ptr<agent::ServiceLink> link;
    {
        const auto ledger = (*installation)->lock();
        if (!ledger) {
            return {false, ledger.error().detail};
        }
        link = agent::linkOf(**installation, ledger->content);
    }
    const agent::Reachability found =
        agent::reachService(*link, QUrl((*installation)->identity().service), findPatience, resolver);
    if (found.reach != agent::Reach::Online) {
        const QString why = agent::Words::reach(found);
        agent::noteContactFailure(**installation, {contract::ErrorKind::Unavailable, found.cause, why});
        return {false, why};
    }
    const auto contacted = agent::makeContact(**installation, *link, refillPatience, refillPatience);
    if (!contacted) {
        return {false, contacted.error().detail};
    }
    QStringList words {QStringLiteral("%1 events told, %2 sets renewed, %3 kept, %4 removed.")
                           .arg(contacted->eventsTold)
                           .arg(contacted->renewed)
                           .arg(contacted->kept)
                           .arg(contacted->removed)};
    return {true, (words + contacted->sentences).join(QLatin1Char(' '))};
}

int damageSets(const StateDirectory& directory)
{
    int damaged = 0;
    for (const QString& name : directory.names(QStringLiteral(".set"))) {
        QFile file(QDir(directory.path()).filePath(name));
        char byte = 0;
        if (file.open(QIODevice::ReadWrite) && file.seek(file.size() / 2) && file.getChar(&byte)
            && file.seek(file.size() / 2) && file.putChar(static_cast<char>(byte ^ 0x20))) {
            ++damaged;
        }
    }
    return damaged;
}

} // namespace

const agent::StatusSet* LaptopView::setOf(const QString& userName) const
{
    const agent::StatusSet* found = nullptr;
    for (const agent::StatusSet& set : status.sets) {
        if (set.userName.compare(userName.trimmed(), Qt::CaseInsensitive) == 0
            && (found == nullptr || set.expiresAt > found->expiresAt)) {
            found = &set;
        }
    }
    return found;
}

Laptop::Laptop(const QString& stateDirectory, const WorldClock& clock, const Network& network,
               QObject* parent)
    : QObject(parent)
    , m_directory(stateDirectory)
    , m_clock(clock)
    , m_network(network)
{
    m_worker.moveToThread(&m_thread);
    m_thread.start();
}

Laptop::~Laptop()
{
    m_prompt.close();
    m_thread.quit();
    m_thread.wait();
}

template <class Work, class Done>
void Laptop::run(Work work, Done done)
{
    begin();
    QMetaObject::invokeMethod(&m_worker, [this, work = std::move(work), done = std::move(done)]() mutable {
        auto result = work();
        QMetaObject::invokeMethod(this, [this, result = std::move(result), done = std::move(done)] {
            end();
            done(result);
        });
    });
}

void Laptop::begin()
{
    if (m_jobs++ == 0) {
        Q_EMIT busyChanged(true);
    }
}

void Laptop::end()
{
    if (--m_jobs == 0) {
        Q_EMIT busyChanged(false);
    }
}

void Laptop::look()
{
    run([this] { return lookAt(m_directory, m_clock); },
        [this](const LaptopView& view) {
            m_view = view;
            m_known = true;
            Q_EMIT viewChanged();
        });
}

void Laptop::enrol(contract::Secret code)
{
    run([this, service = m_network.serviceUrl(),
         code = std::move(code)] { return enrolAt(m_directory, m_clock, service, code); },
        [this](const QString& fault) {
            Q_EMIT enrolmentEnded(fault);
            look();
        });
}

void Laptop::signIn(const QString& userName)
{
    run([this, resolver = m_network.resolver(),
         userName] { return signInAs(m_directory, m_clock, resolver, m_prompt, userName); },
        [this](agent::LogonOutcome outcome) {
            Q_EMIT signInEnded(outcome);
            look();
        });
}

void Laptop::refill()
{
    run([this, resolver = m_network.resolver()] { return refillFrom(m_directory, m_clock, resolver); },
        [this](const Refilled& refilled) {
            Q_EMIT refillEnded(refilled.well, refilled.words);
            look();
        });
}

void Laptop::check(const QString& userName)
{
    run([this, resolver = m_network.resolver(),
         userName] { return agent::checkNow(m_directory, m_clock, userName, {}, resolver); },
        [this](const std::vector<agent::CheckLine>& lines) { Q_EMIT checkEnded(lines); });
}

void Laptop::damage()
{
    run([this] { return damageSets(m_directory); },
        [this](int sets) {
            Q_EMIT damageEnded(sets);
            look();
        });
}

} // namespace holdfast::workstation
