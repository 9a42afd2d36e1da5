// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/contract/agent.h"
#include "services/contract/canonical_name.h"

namespace holdfast::agent {

using contract::canonicalName;

// What is remembered of a set: offline::SetState and what is wanted without opening the set.
struct LedgerSet
{
    QString setId;
    QString userName;
    QStringList names; // canonical: the logon name and those that mean the same
    QString tokenSerial;
    contract::Timestamp expiresAt {};
    int day {};
    contract::Secret dayKey; // Base64
    contract::Secret emergencyKey; // Base64
    std::optional<contract::Timestamp> dayEndsAt; // the mark from which on the next day's key is due
    qint64 lastStep = -1;
    std::optional<qint64> lastGranted; // of a token that counts uses
    int failures {};
    int emergencyFailures {};
    std::optional<contract::Timestamp> emergencyAgainAt;
    contract::Timestamp highWater {};
    std::optional<qint64> pendingStep;
    std::optional<int> verifyMilliseconds;
    contract::SetAdvice advice {};
    QString adviceSentence;
    QString helpText;
    bool uploadEvents = true;

    static constexpr auto typeName = "LedgerSet";
    static constexpr auto fields()
    {
        using contract::field;
        return contract::fieldList(
            field("setId", &LedgerSet::setId, "Which; its bytes are SETID.set.").length(1, 64),
            field("userName", &LedgerSet::userName, "Logon name.").length(0, 255),
            field("names", &LedgerSet::names, "Canonical.").length(0, 51),
            field("tokenSerial", &LedgerSet::tokenSerial, "Of which token.").length(0, 64),
            field("expiresAt", &LedgerSet::expiresAt, "When it ends."),
            field("day", &LedgerSet::day, "Of the key."),
            field("dayKey", &LedgerSet::dayKey, "Of the present day."),
            field("emergencyKey", &LedgerSet::emergencyKey, "Of the emergency codes."),
            field("dayEndsAt", &LedgerSet::dayEndsAt, "Then the next day's key takes its place."),
            field("lastStep", &LedgerSet::lastStep, "The last one taken."),
            field("lastGranted", &LedgerSet::lastGranted, "The last use that the set is good for."),
            field("failures", &LedgerSet::failures, "That count."),
            field("emergencyFailures", &LedgerSet::emergencyFailures, "Of emergency passcodes."),
            field("emergencyAgainAt", &LedgerSet::emergencyAgainAt, "The delay's end."),
            field("highWater", &LedgerSet::highWater, "The latest time known to be past."),
            field("pendingStep", &LedgerSet::pendingStep, "Of a code that wants the next one."),
            field("verifyMilliseconds", &LedgerSet::verifyMilliseconds, "What the last check took."),
            field("advice", &LedgerSet::advice, "Of the last contact.").orDefault(),
            field("adviceSentence", &LedgerSet::adviceSentence, "The same for a person.").orDefault(),
            field("helpText", &LedgerSet::helpText, "Whom to ask.").orDefault(),
            field("uploadEvents", &LedgerSet::uploadEvents, "Whether events are told.").orDefault());
    }
};

// A set that was damaged, until its person and the service have been told.
struct SetAside
{
    QString setId;
    QStringList names;
    QString reason; // stable
    bool toldPerson {};
    bool toldService {};

    static constexpr auto typeName = "SetAside";
    static constexpr auto fields()
    {
        using contract::field;
        return contract::fieldList(field("setId", &SetAside::setId, "Which.").length(1, 64),
                                   field("names", &SetAside::names, "Whose.").length(0, 51),
                                   field("reason", &SetAside::reason, "Stable."),
                                   field("toldPerson", &SetAside::toldPerson, "At the prompt.").orDefault(),
                                   field("toldService", &SetAside::toldService, "At a contact.").orDefault());
    }
};

// Why the last attempt to fetch somebody's data brought none.
struct DownloadProblem
{
    QString userName; // canonical
    QString code;
    QString sentence;
    contract::Timestamp at {};

    static constexpr auto typeName = "DownloadProblem";
    static constexpr auto fields()
    {
        using contract::field;
        return contract::fieldList(field("userName", &DownloadProblem::userName, "Whose."),
                                   field("code", &DownloadProblem::code, "Of the problem."),
                                   field("sentence", &DownloadProblem::sentence, "The same in words."),
                                   field("at", &DownloadProblem::at, "When."));
    }
};

struct LedgerEvent
{
    contract::OfflineEvent event {};
    bool upload = true;

    static constexpr auto typeName = "LedgerEvent";
    static constexpr auto fields()
    {
        using contract::field;
        return contract::fieldList(field("event", &LedgerEvent::event, "What happened."),
                                   field("upload", &LedgerEvent::upload, "Whether the service is told."));
    }
};

// A challenge that waits for its answer: one for each person.
struct OpenChallenge
{
    QString challenge;
    QString userName;

    static constexpr auto typeName = "OpenChallenge";
    static constexpr auto fields()
    {
        using contract::field;
        return contract::fieldList(field("challenge", &OpenChallenge::challenge, "Ten characters."),
                                   field("userName", &OpenChallenge::userName, "Canonical."));
    }
};

// An answer to a challenge that was tried.
struct ChallengeTry
{
    QString userName;
    contract::Timestamp at {};

    static constexpr auto typeName = "ChallengeTry";
    static constexpr auto fields()
    {
        using contract::field;
        return contract::fieldList(field("userName", &ChallengeTry::userName, "Canonical."),
                                   field("at", &ChallengeTry::at, "When."));
    }
};

// Everything that changes, in one sealed file, so that it is put back as a whole or not at all.
struct Ledger
{
    qint64 generation {}; // of the TPM's counter, where there is one
    qint64 lastSequence {};
    qint64 eventsKnown {};
    std::vector<LedgerEvent> events;
    std::vector<LedgerSet> sets;
    std::vector<SetAside> aside;
    std::vector<DownloadProblem> problems;
    bool challengesAllowed {};
    std::vector<OpenChallenge> challenges;
    std::vector<ChallengeTry> challengeTries;
    std::optional<contract::Timestamp> lastContactAt;
    QString lastContactProblem;
    qint64 clockOffsetMilliseconds {}; // the service's clock less ours
    QString helpText; // of the last set that came in

    static constexpr auto typeName = "Ledger";
    static constexpr auto fields()
    {
        using contract::field;
        return contract::fieldList(
            field("generation", &Ledger::generation, "Rises with each writing."),
            field("lastSequence", &Ledger::lastSequence, "Of the last event."),
            field("eventsKnown", &Ledger::eventsKnown, "Up to which the service has them."),
            field("events", &Ledger::events, "Oldest first.").length(0, 4000),
            field("sets", &Ledger::sets, "What is held.").length(0, 1000),
            field("aside", &Ledger::aside, "What was damaged.").length(0, 1000),
            field("problems", &Ledger::problems, "Of downloads.").length(0, 1000),
            field("challengesAllowed", &Ledger::challengesAllowed, "As of the last contact.").orDefault(),
            field("challenges", &Ledger::challenges, "The open ones.").length(0, 1000).orDefault(),
            field("challengeTries", &Ledger::challengeTries, "Answers of the last hour.")
                .length(0, 1000)
                .orDefault(),
            field("lastContactAt", &Ledger::lastContactAt, "The last one that succeeded."),
            field("lastContactProblem", &Ledger::lastContactProblem, "Why the last one did not.").orDefault(),
            field("clockOffsetMilliseconds", &Ledger::clockOffsetMilliseconds, "The service's less ours.")
                .orDefault(),
            field("helpText", &Ledger::helpText, "Whom to ask.").orDefault());
    }
};

inline constexpr qsizetype longestName = 255; // of a person

// Without control characters and halves of characters, which the ledger would not be read with again.
[[nodiscard]] QString printable(const QString& text, qsizetype longest);

// Keeps a thousand that wait, and those that the service has no need of for a while. Of too many, failures go
// first: what was let in is told.
void addEvent(Ledger& ledger, contract::OfflineEvent event, bool upload = true);
// Up to which the service has them.
void confirmEvents(Ledger& ledger, qint64 known);
[[nodiscard]] qsizetype waitingEvents(const Ledger& ledger);

// What the service says of the time: a try that lies ahead of it was counted by a wrong clock, and would not
// be forgotten for as long as that was ahead.
void correctTries(Ledger& ledger, contract::Timestamp serverTime);

void setProblem(Ledger& ledger, const QString& userName, const QString& code, const QString& sentence,
                contract::Timestamp at);
void clearProblem(Ledger& ledger, const QString& userName);
[[nodiscard]] const DownloadProblem* findProblem(const Ledger& ledger, const QString& userName);
[[nodiscard]] LedgerSet* findSet(Ledger& ledger, const QString& setId);
} // namespace holdfast::agent
